"""A report as a list of blocks, before it becomes Markdown or any other format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from phahe.data import table
from phahe.graph.model import Evidence
from phahe.queries.answer import Answer, Cell


@dataclass(frozen=True, slots=True)
class Heading:
    """*level* 1 is the title of the report."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of a document and where it stands."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; *columns* are its headings."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Words | Quotation | Rows


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {row["key"]: (row["vi"], row["en"]) for row in table("report_words")}


def word(key: str, language: str, **values: object) -> str:
    """Return the word of data/report_words.csv for *key*, its gaps filled with *values*.

    >>> word("days", "en", days=6, document="KH 83")
    '6 days after KH 83'
    """
    vi, en = _words()[key]
    return (vi if language == "vi" else en).format(**values)


def rows_of(answer: Answer, columns: Sequence[str], language: str) -> Rows:
    """Return the named *columns* of an answer as a table."""
    places = [answer.columns.index(name) for name in columns]
    headings = tuple(word(f"column.{name}", language) for name in columns)
    return Rows(headings, tuple(tuple(cell_words(row[at]) for at in places) for row in answer.rows))


def cell_words(cell: Cell) -> str:
    """One cell; several values are joined by semicolons, unknown is a dash.

    >>> cell_words(("a", "b")), cell_words(None), cell_words("")
    ('a; b', '–', '–')
    """
    if isinstance(cell, tuple):
        return "; ".join(cell) or "–"
    return "–" if cell in (None, "") else str(cell)
