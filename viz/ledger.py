"""Ledgers: one row for each body asked, each duty, or each task, with the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from phahe.graph.model import Evidence, Graph
from phahe.graph.network import network
from phahe.queries.answer import Cell
from phahe.queries.drift_tasks import drift_tasks, parents
from phahe.queries.follow_up import Roster, follow_up
from phahe.queries.obligations import Obligation, obligations
from phahe.viz.dossier import cell_words, word
from phahe.viz.dossier_time import day_words, due_words

FOLLOW_UP = (
    "document", "sent", "within", "body", "asked", "received", "state", "followed_by",
    "cited_only", "followed_on", "days",
)  # fmt: skip
OBLIGATIONS = (
    "due", "first", "last", "state", "document", "section", "duty", "kind", "owed_by", "owed_to",
    "via", "met_by",
)  # fmt: skip
DRIFT = ("lower", "upper", "change", "share", "dues")
SENTENCES = 3
"""Sentences quoted in one row; the page and the graph have all."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The language of a ledger, and the ISO day for which its states hold."""

    language: str
    made: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table with its title, a caveat, and what it quotes."""

    title: str
    note: str
    columns: tuple[str, ...]
    """Names of the columns as in the queries; `heading` gives their words."""
    rows: tuple[tuple[Cell, ...], ...]
    """ISO days stay ISO days; everything else is in words."""
    sentences: tuple[tuple[Evidence, ...], ...]
    duties: tuple[Obligation, ...] = ()
    """What a calendar is made of; only an obligation ledger has it."""


def heading(column: str, language: str) -> str:
    """Return the word for a column."""
    return word("column.due" if column == "dues" else f"column.{column}", language)


def follow_up_ledger(graph: Graph, about: str | None, language: str, roster: Roster) -> Ledger:
    """Return who was asked to act on the document *about*, or on any, and what came of it."""
    found = sorted(
        follow_up(network(graph), about, roster),
        key=lambda each: (each.sent or "", each.document, each.within or "", each.body),
    )
    rows = [asdict(each) for each in found]
    return _ledger(graph, "follow_up", FOLLOW_UP, rows, language)


def obligation_ledger(graph: Graph, about: str | None, language: str, as_of: str) -> Ledger:
    """Return every dated duty with its state on the ISO day *as_of*, the earliest first."""
    found = sorted(
        obligations(network(graph), as_of, about),
        key=lambda each: (each.last or "9999", each.document, each.section or "", each.key),
    )
    rows = [asdict(each) | {"due": due_words(each.due, language)} for each in found]
    made = _ledger(graph, "obligations", OBLIGATIONS, rows, language)
    note = word("duties.note", language, day=day_words(as_of, language))
    return replace(made, note=f"{made.note} {note}", duties=tuple(found))


def drift_ledger(graph: Graph, lower: str, upper: str | None, language: str) -> Ledger:
    """Return the tasks of *lower* beside those of *upper*, or of all it carries out."""
    joined = network(graph)
    sides = [
        drift_tasks(joined, lower, one) for one in ([upper] if upper else parents(joined, lower))
    ]
    rows = [
        {
            "lower": row.lower,
            "upper": row.upper,
            "change": row.change,
            "share": row.share,
            "dues": tuple(
                f"{cell_words(change, language)}: {due_words(due, language)}"
                for change, due in row.dues
            ),
            "edges": row.edges,
        }
        for side in sides
        for row in side.rows
    ]
    made = _ledger(graph, "drift", DRIFT, rows, language)
    notes = [
        word("drift.pair", language, lower=side.lower, upper=side.upper)
        + ": "
        + word("drift.reuse", language, share=round(100 * side.reuse))
        for side in sides
    ]
    return Ledger(made.title, " ".join(notes), made.columns, made.rows, made.sentences)


def _ledger(
    graph: Graph,
    name: str,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    language: str,
) -> Ledger:
    wanted = {edge for row in rows for edge in row["edges"]}
    said = {edge.id: edge.evidence for edge in graph.edges if edge.id in wanted}
    held = sum(1 for node in graph.nodes.values() if node.fields.get("held") is True)
    return Ledger(
        word(f"title.{name}", language),
        word("ledger.note", language, held=held),
        tuple(columns),
        tuple(tuple(_cell(row[each], language) for each in columns) for row in rows),
        tuple(tuple(_first(row["edges"], said)) for row in rows),
    )


def _cell(value: Any, language: str) -> Cell:
    if isinstance(value, tuple | list):
        return tuple(cell_words(str(each), language) for each in value)
    return cell_words(value, language) if isinstance(value, str) and value else value


def _first(edges: Iterable[str], said: Mapping[str, Sequence[Evidence]]) -> Iterator[Evidence]:
    """Yield the first few sentences, each once; what overlaps an earlier one is left out."""
    chosen: list[Evidence] = []
    for each in (one for edge in edges for one in said.get(edge, ())):
        if len(chosen) < SENTENCES and not any(_overlap(each, other) for other in chosen):
            chosen.append(each)
    yield from chosen


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.file == other.file and one.start < other.end and other.start < one.end
