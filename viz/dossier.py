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
    """A paragraph, the numbers of the quotations it rests on, and what opens it in bold."""

    text: str
    marks: tuple[int, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and their values, one a line; *marks* are the quotations each rests on."""

    entries: tuple[tuple[str, str], ...]
    marks: tuple[tuple[int, ...], ...] = ()


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
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, and in words what it shows."""

    svg: str
    alt: str
    caption: str = ""


Block = Heading | Words | Facts | Quotation | Rows | Picture


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


def sentence(text: str) -> str:
    """Return *text* with a capital in front, as headings of columns have it.

    >>> sentence("đối tác"), sentence("")
    ('Đối tác', '')
    """
    return text[:1].upper() + text[1:]


def grouped(number: int, language: str) -> str:
    """Return a number in groups of three.

    >>> grouped(2583, "vi"), grouped(2583, "en")
    ('2.583', '2,583')
    """
    return f"{number:,}".replace(",", "." if language == "vi" else ",")


def type_words(name: str, language: str) -> str:
    """Return the name of a type of documents, with its meaning for readers of English.

    >>> type_words("chỉ thị", "vi"), type_words("chỉ thị", "en"), type_words("abc", "en")
    ('chỉ thị', 'directive (chỉ thị)', 'abc')
    """
    known = language != "vi" and f"type.{name}" in _words()
    return f"{word(f'type.{name}', language)} ({name})" if known else name


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
