"""The dossier on one document: what it is, who carries it out, who was assigned what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from phahe.graph.model import Graph, Node
from phahe.graph.network import network
from phahe.queries.answer import Answer
from phahe.queries.library import ask
from phahe.queries.stated import Network
from phahe.viz.dossier import Block, Heading, Quotation, Rows, Words, cell_words, rows_of, word
from phahe.viz.dossier_corpus import coverage, sources

QUOTES = 3
"""Sentences shown for one step of a cascade; the page shows all."""


def dossier_about(graph: Graph, about: str, language: str) -> Iterator[Block]:
    """Yield the blocks of the dossier on the document with the id *about*."""
    joined = network(graph)
    node = graph.nodes[about]  # type: ignore[index]
    yield Heading(1, word("title.about", language, name=node.name))
    yield Words(coverage(graph, language))
    yield from _what(node, graph, joined, language)
    below = _ask(graph, joined, "cascade", document=about)
    yield from _steps(below, "cascade", "rests_on", language)
    above = _ask(graph, joined, "lineage", document=about)
    if above.rows:
        yield from _steps(above, "lineage", "carried_by", language)
    chain = [about, *(str(key) for key in below.column("key"))]
    yield from _duties(graph, joined, chain, language)
    yield from sources(graph, language)


def _ask(graph: Graph, joined: Network, question: str, **params: object) -> Answer:
    return ask(graph, question, params, network=joined)


def _what(node: Node, graph: Graph, joined: Network, language: str) -> Iterator[Block]:
    """What the document is, as far as known."""
    issuers = [
        graph.nodes[edge.target].name
        for edge in graph.edges
        if edge.source == node.id and edge.relation == "ISSUED_BY"
    ]
    known = {
        "type": node.fields.get("type"),
        "code": node.fields.get("code"),
        "date": node.fields.get("date"),
        "issuer": "; ".join(issuers),
        "title": node.fields.get("title"),
        "held": word("held" if node.fields.get("held") else "cited", language),
    }
    yield Heading(2, word("what", language))
    rows = ((word(f"field.{name}", language), str(v)) for name, v in known.items() if v)
    yield Rows(("", ""), tuple(rows))


def _steps(answer: Answer, key: str, near: str, language: str) -> Iterator[Block]:
    """One step of a cascade or lineage after the other, with its sentences."""
    yield Heading(2, word(key, language))
    if not answer.rows:
        yield Words(word("cascade.none", language))
    for row, evidence in zip(answer.records(), answer.evidence, strict=True):
        yield Heading(3, f"{row['generation']}. {row['document']}")
        yield Words(" · ".join(_facts(row, near, language)))
        for one in evidence[:QUOTES]:
            yield Quotation(one)


def _facts(row: Mapping[str, object], near: str, language: str) -> Iterator[str]:
    yield str(row["date"] or "–")
    yield word("held" if row["held"] else "cited", language)
    if row["lag_days"] is not None:
        yield word("days", language, days=row["lag_days"], document=row[near])
    yield cell_words(row["relations"])  # type: ignore[arg-type]
    if row["also"]:
        yield word("also", language, documents=cell_words(row["also"]))  # type: ignore[arg-type]


def _duties(graph: Graph, joined: Network, chain: Sequence[str], language: str) -> Iterator[Block]:
    """What the documents of the chain that are held demand, rely on and leave open."""
    held = [one for one in chain if graph.nodes[one].fields.get("held")]  # type: ignore[index]
    yield from _each(graph, joined, held, "assigned", _ASSIGNED, language)
    yield from _each(graph, joined, held, "deadlines", _DEADLINES, language)
    yield from _each(graph, joined, held, "lapsed", _LAPSED, language)
    yield from _each(graph, joined, held, "silent", ("body", "asked"), language)
    yield from _each(graph, joined, chain, "date_conflicts", _CONFLICTS, language, "conflicts")
    names = {graph.nodes[one].name for one in chain}  # type: ignore[index]
    missing = _ask(graph, joined, "missing")
    here = [
        at
        for at, row in enumerate(missing.records())
        if row["document"] in names or names & set(row["cited_by"] or ())  # type: ignore[arg-type]
    ]
    if here:
        yield Heading(2, word("missing", language))
        kept = tuple(missing.rows[at] for at in here)
        said = tuple(missing.evidence[at] for at in here)
        chosen = Answer(missing.question, missing.columns, kept, said)
        yield rows_of(chosen, ("document", "date", "cited_by"), language)


_ASSIGNED = ("section", "task", "lead", "support", "time")
_DEADLINES = ("due", "section", "task", "kind")
_LAPSED = ("agreement", "bodies", "period", "date")
_CONFLICTS = ("document", "preferred", "dates", "reason")


def _each(
    graph: Graph,
    joined: Network,
    documents: Iterable[str],
    question: str,
    columns: Sequence[str],
    language: str,
    key: str = "",
) -> Iterator[Block]:
    """Ask *question* of each document; a heading of its own where there is something to say."""
    answers = [(one, _ask(graph, joined, question, document=one)) for one in documents]
    told = [(one, answer) for one, answer in answers if answer.rows]
    if told:
        yield Heading(2, word(key or question, language))
    for one, answer in told:
        yield Heading(3, graph.nodes[one].name)  # type: ignore[index]
        yield rows_of(answer, columns, language)
        for said in answer.evidence:
            for evidence in said[:1]:
                yield Quotation(evidence)
