"""The dossier on one document: what it is, who carries it out, who was assigned what, by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phahe.graph.model import Edge, Evidence, Node
from phahe.viz.dossier import Block, Facts, Heading, Picture, Words, type_words
from phahe.viz.dossier_corpus import corrections, evidence, opening, sources
from phahe.viz.dossier_drift import drifts
from phahe.viz.dossier_duties import agreements, assignments, duties
from phahe.viz.dossier_gaps import cited_only, conflicts, follow_ups
from phahe.viz.dossier_known import Found, Known, presence
from phahe.viz.dossier_lineage import steps
from phahe.viz.dossier_time import day_words

DETAILED = 150
"""Documents whose tasks, duties and follow-up are told in full, the nearest first."""


def dossier_about(known: Known, about: str) -> Iterator[Block]:
    """Yield the blocks of the dossier on the document with the id *about*."""
    node = known.node(about)
    below, above = known.ask("cascade", document=about), known.ask("lineage", document=about)
    scope = known.word("cover.chain", below=len(below), held=_held(below), above=len(above))
    yield from opening(known, known.word("title.about", name=node.name), scope)
    yield from _what(node, known)
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
    yield from evidence(known)


def _held(found: Sequence[Found]) -> int:
    return sum(1 for row, _ in found if row["held"])


def _what(node: Node, known: Known) -> Iterator[Block]:
    """What the document is, as far as known, each fact with its sentence."""
    said = {each.field: each.evidence for each in node.claims if each.evidence}
    issued = [
        edge
        for edge in known.graph.edges
        if edge.source == node.id and edge.relation == "ISSUED_BY"
    ]
    own = [("type", type_words(str(node.fields.get("type", "")), known.language))]
    own.append(("code", str(node.fields.get("code", ""))))
    own.append(("date", day_words(str(node.fields.get("date", "")), known.language)))
    own.append(("title", str(node.fields.get("title", ""))))
    facts = [(name, text, known.marks(_one(said.get(name)))) for name, text in own]
    issuer = "; ".join(dict.fromkeys(known.node(edge.target).name for edge in issued))
    facts.insert(3, ("issuer", issuer, known.marks(_known_first(issued, known), 1)))
    facts.append(("held", known.word(presence(node)), ()))
    told = [(known.word(f"field.{name}"), text, marks) for name, text, marks in facts if text]
    yield Heading(2, known.word("what"))
    yield Facts(tuple((name, text) for name, text, _ in told), tuple(m for *_, m in told))
    yield from known.quoted()


def _known_first(edges: Sequence[Edge], known: Known) -> list[Evidence]:
    """The sentences behind *edges*, those quoted already before others."""
    said = [each for edge in edges for each in edge.evidence]
    return sorted(said, key=lambda each: not known.is_quoted(each))


def _one(said: Evidence | None) -> list[Evidence]:
    return [said] if said else []


def _picture(node: Node, known: Known, below: list[str]) -> Iterator[Block]:
    from phahe.viz.picture import cascade_svg

    svg = cascade_svg(known.graph, str(node.id), known.language)
    names = "; ".join(below[:12]) + (" …" if len(below) > 12 else "")
    alt = known.word("picture.alt", name=node.name, count=len(below), documents=names or "–")
    told = known.word("picture.caption", name=node.name)
    yield Picture(svg, alt, known.caption("figure", told))
