"""What a document takes over from the one it carries out, changes, drops and adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from phahe.queries.drift_tasks import Drift, TaskDrift, drift_tasks, parents
from phahe.viz.dossier import UNKNOWN, Block, Heading, Rows, Words, cell_words
from phahe.viz.dossier_known import Known
from phahe.viz.dossier_time import due_words

SIDES = (
    ("paired", ("change", "upper", "lower", "due")),
    ("added", ("lower", "due")),
    ("dropped", ("upper", "due")),
)
"""The tables of a comparison: tasks both have, and those that only one of them has."""


def drifts(documents: Sequence[str], known: Known) -> Iterator[Block]:
    """Yield what each document keeps, narrows, drops and adds against those it rests on."""
    within = set(documents)
    pairs = [
        (one, above) for one in documents for above in parents(known.joined, one) if above in within
    ]
    shown = [drift for pair in pairs if (drift := drift_tasks(known.joined, *pair)).rows]
    if shown:
        yield Heading(2, known.word("drift"))
        yield Words(known.word("drift.note"))
    for drift in shown:
        yield Heading(3, known.word("drift.pair", lower=drift.lower, upper=drift.upper))
        yield Words(known.word("drift.reuse", share=round(100 * drift.reuse)))
        yield from _tables(drift, known)


def _tables(drift: Drift, known: Known) -> Iterator[Rows]:
    for side, columns in SIDES:
        rows = [row for row in drift.rows if _side(row) == side]
        if rows:
            caption = known.word(f"drift.{side}", lower=drift.lower, upper=drift.upper)
            cells = [tuple(_cell(row, name, known) for name in columns) for row in rows]
            marks = [known.marks(known.said(row.edges), 2) for row in rows]
            yield known.rows(columns, cells, marks, caption)


def _side(row: TaskDrift) -> str:
    return row.change if row.change in ("added", "dropped") else "paired"


def _cell(row: TaskDrift, column: str, known: Known) -> str:
    if column != "due":
        return cell_words(getattr(row, column), known.language)
    told = (
        f"{cell_words(change, known.language)}: "
        + ", ".join(due_words(due, known.language) for _, due in same)
        for change, same in groupby(sorted(row.dues, key=_order), lambda each: each[0])
    )
    return "; ".join(told) or UNKNOWN


def _order(due: tuple[str, str]) -> int:
    return ("kept", "narrowed", "added", "dropped").index(due[0])
