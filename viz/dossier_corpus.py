"""The report on everything: what stands at the top, what is missing, what disagrees."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from phahe.graph.vocabulary import cascading
from phahe.queries.cascade import cascade
from phahe.viz.dossier import UNKNOWN, Block, Heading, Rows, Words, value_word
from phahe.viz.dossier_known import Known
from phahe.viz.dossier_time import day_words

LONGEST = 200
"""Rows of a table of the corpus report; the questions give all."""
QUESTIONS = (
    ("missing", "missing", ("document", "date", "cited_by")),
    ("date_conflicts", "conflicts", ("document", "preferred", "not_before", "not_after")),
    ("lapsed", "lapsed", ("agreement", "bodies", "period", "document")),
    ("partners", "agreements", ("province", "bodies", "partners", "agreement")),
    ("deadlines", "deadlines", ("due", "document", "section", "task")),
    ("signers", "signers", ("document", "signer", "position")),
)


def dossier_corpus(known: Known) -> Iterator[Block]:
    """Yield the blocks of the report on the whole corpus."""
    yield Heading(1, known.word("title.corpus"))
    yield Words(coverage(known))
    yield Heading(2, known.word("roots"))
    columns = ("document", "date", "below")
    yield Rows(tuple(known.word(f"column.{name}") for name in columns), tuple(_roots(known)))
    for question, heading, chosen in QUESTIONS:
        found = known.ask(question)
        if found:
            yield Heading(2, known.word(heading))
            yield known.table(found[:LONGEST], chosen)
            yield from known.quoted()
            if len(found) > LONGEST:
                yield Words(known.word("more", count=len(found) - LONGEST, question=question))
    yield from corrections(known)
    yield from sources(known)


def coverage(known: Known) -> str:
    """The sentence every report opens with: what the corpus can and cannot tell."""
    documents = [node for node in known.graph.nodes.values() if node.kind == "Document"]
    held = sum(1 for node in documents if node.fields.get("held"))
    return known.word(
        "coverage",
        held=held,
        cited=len(documents) - held,
        day=day_words(known.as_of, known.language),
    )


def corrections(known: Known) -> Iterator[Block]:
    """What people corrected by hand, with who and why."""
    made = sorted(
        {
            (node.name, each)
            for node in known.graph.nodes.values()
            for each in _several(node.fields.get("corrections"))
        }
    )
    if made:
        yield Heading(2, known.word("corrections"))
        columns = (known.word("column.about"), known.word("column.correction"))
        yield Rows(columns, tuple((name, _correction(told, known)) for name, told in made))


def _correction(told: str, known: Known) -> str:
    """The words of a correction, its kind in the language of the report."""
    kind, colon, rest = told.partition(":")
    return f"{value_word(kind, known.language)}{colon}{rest}"


def _several(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def sources(known: Known, chosen: Collection[str] | None = None) -> Iterator[Block]:
    """The files of the documents, of those *chosen* or of all."""
    wanted = set(known.graph.nodes if chosen is None else chosen)
    held = [
        node for key, node in known.graph.nodes.items() if key in wanted and node.fields.get("held")
    ]
    rows = sorted((str(node.fields.get("file", "")), node.name) for node in held)
    if rows:
        yield Heading(2, known.word("sources"))
        columns = (known.word("column.file"), known.word("column.document"))
        yield Rows(columns, tuple(rows[:LONGEST]))
        if len(rows) > LONGEST:
            yield Words(known.word("more.files", count=len(rows) - LONGEST))


def _roots(known: Known) -> Iterator[tuple[str, ...]]:
    """Documents that rest on none, the ones with most below them first."""
    edges = [edge for edge in known.graph.edges if edge.relation in cascading()]
    lower, upper = {edge.source for edge in edges}, {edge.target for edge in edges}
    found = []
    for root in upper - lower:
        node = known.node(root)
        found.append(
            (-len(cascade(known.joined, root)), node.name, str(node.fields.get("date", "")))
        )
    for below, name, date in sorted(found)[:LONGEST]:
        yield name, day_words(date, known.language) or UNKNOWN, str(-below)
