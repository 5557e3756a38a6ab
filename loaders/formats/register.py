"""Registers (sổ văn bản) as CSV: number, date and subject of one document a row.

The heading may stand below the register's own title. A cell ends its text: what a subject names is
looked for in `subjects`, where nothing but the subjects is left.

>>> table = "số ký hiệu,ngày ban hành,trích yếu\\n3637/UBND-VX,20/07/2022,triển khai Kế hoạch 83\\n"
>>> row = next(rows(Text("r.csv", table)))
>>> row.number.value, row.date.value, row.title.value
('3637/UBND-VX', '2022-07-20', 'triển khai Kế hoạch 83')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from phahe.data import table
from phahe.graph.errors import NotANumber
from phahe.graph.names import fold
from phahe.graph.number import DocumentNumber
from phahe.loaders.formats import plain as plain_text
from phahe.loaders.heading_type import coded_type
from phahe.loaders.reading import Paragraph, Reading, Signature, Stated
from phahe.loaders.text import Text, plain

HOW = "register"
TITLE_ROWS = 12
"""Rows among which the headings stand: the name of the register may come first."""
SEPARATORS = ",;\t|"
BETWEEN = ";\n\n;"
"""Ends every sentence, title, list and name."""
SIGNS = re.compile(r"[\W_]+")
DATES = (
    re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
)
Cell = tuple[int, int]
"""Where the words of a cell begin and end."""


@cache
def _fields() -> dict[str, str]:
    """Heading → what the column holds."""
    return {_heading(row["heading"]): row["field"] for row in table("register_columns")}


def _heading(words: str) -> str:
    return SIGNS.sub(" ", fold(words)).strip()


def is_register(text: str) -> bool:
    """Does one of the first lines name a column of numbers and one of subjects?"""
    return _headed(text) is not None


def _headed(text: str) -> tuple[str, int, dict[str, int]] | None:
    """What separates the cells, the record of the headings, and what is held → column."""
    for comma in SEPARATORS:
        for number, record in enumerate(islice(_records(text, comma), TITLE_ROWS)):
            found: dict[str, int] = {}
            for column, (start, end) in enumerate(record):
                field = _fields().get(_heading(text[start:end]))
                if field is not None:
                    found.setdefault(field, column)
            if {"number", "title"} <= found.keys():
                return comma, number, found
    return None


def read(data: bytes, name: str) -> Text:
    """Read a CSV file; one that is no register is text like any other."""
    source = plain_text.read(data, name)
    return replace(source, how=HOW) if is_register(source.text) else source


def rows(source: Text) -> Iterator[Reading]:
    """Every row of a register as a document of its own; empty rows are left out."""
    for index, found in enumerate(_found(source.text)):
        yield _reading(source, index, found)


def subjects(source: Text) -> str:
    """The text with nothing but the subjects left, each where it stood, none touching the next."""
    kept, at = [], 0
    for found in _found(source.text):
        title = found.get("title")
        if title:
            kept.append(_apart(title.start - at))
            kept.append(source.text[title.start : title.end].replace('""', ' "'))
            at = title.end
    return "".join((*kept, _apart(len(source.text) - at)))


def _apart(length: int) -> str:
    return (BETWEEN + "\n" * (length - len(BETWEEN)))[:length]


def _found(text: str) -> Iterator[dict[str, Stated | None]]:
    """What each row holds."""
    head = _headed(text)
    if head is None:
        return
    comma, heading, columns = head
    for cells in islice(_records(text, comma), heading + 1, None):
        found = {
            field: _stated(text, cells[column])
            for field, column in columns.items()
            if column < len(cells)
        }
        if found.get("number") or found.get("title"):
            yield found


def _reading(source: Text, index: int, found: dict[str, Stated | None]) -> Reading:
    number, title, date = found.get("number"), found.get("title"), found.get("date")
    subject = title or number
    assert subject is not None
    words = plain(source.text)[subject.start : subject.end]
    pieces = ((0, subject.start, len(words)),)
    said = found.get("type")
    type_ = said.value.lower() if said else _coded(number.value) if number else None
    words_of_type = said or number
    return Reading(
        source=source,
        index=index,
        start=subject.start,
        end=subject.end,
        paragraphs=(Paragraph("title", words, pieces),),
        type=replace(words_of_type, value=type_) if type_ and words_of_type else None,
        number=number,
        date=_iso(date),
        title=title,
        issuer=found.get("issuer"),
        signatures=_signed(found.get("signer")),
    )


def _signed(name: Stated | None) -> tuple[Signature, ...]:
    return (Signature(name, None, None, name.start, name.end),) if name else ()


def _coded(number: str) -> str | None:
    """The type in the number; a State number without one is a letter's: 3637/UBND-VX."""
    try:
        letter = DocumentNumber.parse(number).family == "dispatch"
    except NotANumber:
        letter = False
    return coded_type(number) or ("công văn" if letter else None)


def _iso(date: Stated | None) -> Stated | None:
    for form in DATES if date else ():
        if date and (found := form.search(date.value)):
            day, month = int(found["day"]), int(found["month"])
            if 1 <= day <= 31 and 1 <= month <= 12:
                return Stated(f"{found['year']}-{month:02d}-{day:02d}", date.start, date.end)
    return None


def _stated(text: str, cell: Cell) -> Stated | None:
    start, end = cell
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    value = " ".join(text[start:end].replace('""', '"').split())
    return Stated(value, start, end) if start < end else None


def _records(text: str, comma: str) -> Iterator[Sequence[Cell]]:
    """The cells of each record, quotes and what separates them left out."""
    cell = re.compile(rf'"(?P<quoted>(?:[^"]|"")*)"[^{comma}\n]*|(?P<bare>[^{comma}\n]*)')
    at, record = 0, []
    while at <= len(text):
        found = cell.match(text, at)
        if found is None:
            return
        record.append(found.span("quoted" if found["quoted"] is not None else "bare"))
        at = found.end()
        if text[at : at + 1] != comma:
            if len(record) > 1:
                yield record
            record = []
            if at >= len(text):
                return
        at += 1
