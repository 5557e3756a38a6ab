"""The dossier on one document: what it is, who carries it out, who was assigned what, by when."""

from __future__ import annotations

from collections.abc import Iterator

from phahe.graph.model import Node
from phahe.viz.dossier import Block, Heading, Picture, Rows, Words
from phahe.viz.dossier_corpus import corrections, coverage, sources
from phahe.viz.dossier_duties import agreements, assignments, duties
from phahe.viz.dossier_gaps import cited_only, conflicts, drifts, follow_ups
from phahe.viz.dossier_known import Known
from phahe.viz.dossier_lineage import steps
from phahe.viz.dossier_time import day_words

DETAILED = 150
"""Documents whose tasks, duties and follow-up are told in full, the nearest first."""


def dossier_about(known: Known, about: str) -> Iterator[Block]:
    """Yield the blocks of the dossier on the document with the id *about*."""
    node = known.node(about)
    yield Heading(1, known.word("title.about", name=node.name))
    yield Words(coverage(known))
    yield from _what(node, known)
    below, above = known.ask("cascade", document=about), known.ask("lineage", document=about)
    if below or above:
        yield from _picture(node, known, [str(row["document"]) for row, _ in below])
    yield from steps(below, "cascade", "rests_on", known)
    if above:
        yield from steps(above, "lineage", "carried_by", known)
    chain = list(dict.fromkeys([about, *(str(row["key"]) for row, _ in below)]))
    everything = [one for one in chain if known.node(one).fields.get("held")]
    held = everything[:DETAILED]
    if len(held) < len(everything):
        yield Words(known.word("more.detail", shown=len(held), count=len(everything)))
    yield from assignments(held, known)
    yield from agreements(held, known)
    yield from duties(held, known)
    yield from follow_ups(held, known)
    yield from drifts(held, known)
    yield from conflicts(chain, known)
    yield from cited_only(chain, known)
    yield from corrections(known)
    yield from sources(known, chain)


def _what(node: Node, known: Known) -> Iterator[Block]:
    """What the document is, as far as known, each fact with its sentence."""
    said = {each.field: each.evidence for each in node.claims if each.evidence}
    issued = [
        edge
        for edge in known.graph.edges
        if edge.source == node.id and edge.relation == "ISSUED_BY"
    ]
    facts = [
        ("type", str(node.fields.get("type", "")), known.marks(_one(said.get("type")))),
        ("code", str(node.fields.get("code", "")), known.marks(_one(said.get("code")))),
        (
            "date",
            day_words(str(node.fields.get("date", "")), known.language),
            known.marks(_one(said.get("date"))),
        ),
        (
            "issuer",
            "; ".join(known.node(edge.target).name for edge in issued),
            known.marks([one for edge in issued for one in edge.evidence[:1]]),
        ),
        ("title", str(node.fields.get("title", "")), known.marks(_one(said.get("title")))),
        ("held", known.word("held" if node.fields.get("held") else "cited"), ()),
    ]
    told = [(known.word(f"field.{name}"), text, marks) for name, text, marks in facts if text]
    yield Heading(2, known.word("what"))
    columns = (known.word("column.field"), known.word("column.value"))
    yield Rows(columns, tuple((name, text) for name, text, _ in told), tuple(m for *_, m in told))
    yield from known.quoted()


def _one(evidence: object) -> list:  # type: ignore[type-arg]
    return [evidence] if evidence else []


def _picture(node: Node, known: Known, below: list[str]) -> Iterator[Block]:
    from phahe.viz.picture import cascade_svg

    svg = cascade_svg(known.graph, str(node.id), known.language)
    names = "; ".join(below[:12]) + (" …" if len(below) > 12 else "")
    alt = known.word("picture.alt", name=node.name, count=len(below), documents=names or "–")
    yield Picture(svg, alt)
