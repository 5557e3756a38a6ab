"""A report as a list of blocks, before it becomes Markdown, HTML, DOCX or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from phahe.data import table
from phahe.graph.model import Evidence
from phahe.graph.vocabulary import relations
from phahe.queries.answer import Cell

UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Heading:
    """*level* 1 is the title of the report."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, and the numbers of the quotations it rests on."""

    text: str
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of a document and where it stands; shown once, referred to by its number."""

    number: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; *columns* are its headings, *marks* the quotations each row rests on."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, and in words what it shows."""

    svg: str
    alt: str


Block = Heading | Words | Quotation | Rows | Picture


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


def value_word(value: str, language: str) -> str:
    """Return the word for a value the graph uses (lead, report, met); others stay as they are.

    >>> value_word("lead", "vi"), value_word("IMPLEMENTS", "en"), value_word("abc", "vi")
    ('chủ trì', 'implements', 'abc')
    """
    if f"value.{value}" in _words():
        return word(f"value.{value}", language)
    relation = relations().get(value)
    if relation:
        return relation.vi if language == "vi" else relation.en
    return value


def cell_words(cell: Cell, language: str = "vi") -> str:
    """One cell; several values are joined by semicolons, unknown is a dash.

    >>> cell_words(("a", "b")), cell_words(None), cell_words(""), cell_words(True, "en")
    ('a; b', '–', '–', 'yes')
    """
    if isinstance(cell, bool):
        return word("yes" if cell else "no", language)
    if isinstance(cell, tuple):
        return "; ".join(value_word(each, language) for each in cell) or UNKNOWN
    return UNKNOWN if cell in (None, "") else value_word(str(cell), language)
