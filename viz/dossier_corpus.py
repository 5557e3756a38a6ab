"""The report on everything: what stands at the top, what is missing, what disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from phahe.graph.model import Graph
from phahe.graph.network import network
from phahe.graph.vocabulary import cascading
from phahe.queries.cascade import cascade
from phahe.queries.library import ask
from phahe.viz.dossier import Block, Heading, Rows, Words, rows_of, word

LONGEST = 200
"""Rows of a table of the corpus report; the questions give all."""
QUESTIONS = (
    ("missing", "missing", ("document", "date", "cited_by")),
    ("date_conflicts", "conflicts", ("document", "preferred", "dates", "reason")),
    ("lapsed", "lapsed", ("agreement", "bodies", "period", "document")),
    ("partners", "agreements", ("province", "bodies", "partners", "agreement")),
    ("deadlines", "deadlines", ("due", "document", "section", "task")),
    ("signers", "signers", ("document", "signer", "position")),
)


def dossier_corpus(graph: Graph, language: str) -> Iterator[Block]:
    """Yield the blocks of the report on the whole corpus."""
    joined = network(graph)
    yield Heading(1, word("title.corpus", language))
    yield Words(coverage(graph, language))
    yield Heading(2, word("roots", language))
    columns = ("document", "date", "below")
    yield Rows(
        tuple(word(f"column.{name}", language) for name in columns),
        tuple(_roots(graph, joined)),
    )
    for question, heading, chosen in QUESTIONS:
        answer = ask(graph, question, network=joined)
        if answer.rows:
            yield Heading(2, word(heading, language))
            rows = rows_of(answer, chosen, language)
            yield Rows(rows.columns, rows.rows[:LONGEST])
    yield from sources(graph, language)


def coverage(graph: Graph, language: str) -> str:
    """The sentence every report opens with: what the corpus can and cannot tell."""
    documents = [node for node in graph.nodes.values() if node.kind == "Document"]
    held = sum(1 for node in documents if node.fields.get("held"))
    return word("coverage", language, held=held, cited=len(documents) - held)


def sources(graph: Graph, language: str) -> Iterator[Block]:
    """The files the documents stand in."""
    held = [node for node in graph.nodes.values() if node.fields.get("held")]
    rows = sorted((str(node.fields.get("file", "")), node.name) for node in held)
    yield Heading(2, word("sources", language))
    columns = (word("column.file", language), word("column.document", language))
    yield Rows(columns, tuple(rows[:LONGEST]))


def _roots(graph: Graph, joined: object) -> Iterator[tuple[str, ...]]:
    """Documents that rest on none, the ones with most below them first."""
    lower = {edge.source for edge in graph.edges if edge.relation in cascading()}
    upper = {edge.target for edge in graph.edges if edge.relation in cascading()}
    found = []
    for root in upper - lower:
        below = len(cascade(joined, root))  # type: ignore[arg-type]
        node = graph.nodes[root]
        found.append((-below, node.name, str(node.fields.get("date", "–"))))
    for below, name, date in sorted(found)[:LONGEST]:
        yield name, date, str(-below)
