"""Ledgers as CSV, XLSX, iCalendar, and in the formats of reports.

A cell that begins like a formula (= + - @) comes from a document, never from us: in CSV it gets an
apostrophe in front, in XLSX it is stored as text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.metadata import version
from itertools import count
from pathlib import Path

from phahe.graph.atomic import writing
from phahe.graph.errors import BadOutput
from phahe.queries.answer import Cell
from phahe.viz.dossier import (
    UNKNOWN,
    Block,
    Facts,
    Heading,
    Quotation,
    Rows,
    Words,
    sentence,
    word,
)
from phahe.viz.dossier_time import day_words
from phahe.viz.ledger import Ledger, Sheet, heading
from phahe.viz.ledger_calendar import calendar
from phahe.viz.report import WRITERS, write_blocks
from phahe.viz.report import Sheet as ReportSheet

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
DAYS = ("sent", "received", "followed_on", "first", "last")


def write_ledger(ledger: Ledger, path: Path, sheet: Sheet, output_format: str = "") -> None:
    """Write *ledger* to *path*, whole or not; the format may follow from the name of *path*.

    Raises BadOutput for a format ledgers do not have, and for a calendar of what has no days.
    """
    wanted = output_format or path.suffix.removeprefix(".").lower() or "csv"
    if wanted == "csv":
        write_csv(ledger, path, sheet)
    elif wanted == "xlsx":
        from phahe.viz.ledger_xlsx import write_xlsx

        write_xlsx(ledger, path, sheet)
    elif wanted == "ics":
        with writing(path) as out:
            out.write(calendar(ledger, sheet))
    elif wanted in WRITERS:
        report = ReportSheet(ledger.title, sheet.language, sheet.made)
        write_blocks(blocks(ledger, sheet), path, report, wanted)
    else:
        known = ", ".join(("csv", "xlsx", "ics", *WRITERS))
        raise BadOutput(f"{wanted}: no such format; there are: {known}")


def write_csv(ledger: Ledger, path: Path, sheet: Sheet) -> None:
    """Write a header and one line for each row, with a mark by which Excel knows UTF-8."""
    with writing(path) as out:
        out.write("\ufeff")
        lines = csv.writer(out, lineterminator="\r\n")
        lines.writerow(headings(ledger, sheet))
        for row, places in zip(ledger.rows, quoted(ledger), strict=True):
            lines.writerow([*(harmless(plain(cell)) for cell in row), *map(harmless, places)])


def blocks(ledger: Ledger, sheet: Sheet) -> Iterator[Block]:
    """Yield the ledger as a report: each row with the numbers of the sentences below it.

    A column of which nothing is known is left out.
    """
    yield Heading(1, ledger.title)
    yield Facts(cover(sheet))
    yield Words(ledger.note)
    numbers: dict[tuple[str, int, int], int] = {}
    counted = count(1)
    quotations, marks = [], []
    for said in ledger.sentences:
        for each in said:
            place = (each.file, each.start, each.end)
            if place not in numbers:
                numbers[place] = next(counted)
                quotations.append(Quotation(numbers[place], each))
        marks.append(tuple(sorted(numbers[each.file, each.start, each.end] for each in said)))
    told = [
        each for at, each in enumerate(ledger.columns) if any(plain(row[at]) for row in ledger.rows)
    ]
    rows = tuple(
        tuple(
            _shown(name, cell, sheet.language)
            for name, cell in zip(ledger.columns, row, strict=True)
            if name in told
        )
        for row in ledger.rows
    )
    yield Rows(tuple(sentence(heading(each, sheet.language)) for each in told), rows, tuple(marks))
    if quotations:
        yield Heading(2, word("evidence", sheet.language))
    yield from quotations


def cover(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Return the day for which a ledger holds, and what made it."""
    day, made = (word(f"cover.{each}", sheet.language) for each in ("day", "made"))
    return (day, day_words(sheet.made, sheet.language)), (made, f"phahe {version('phahe')}")


def plain(cell: Cell) -> str:
    """Return a cell as text; nothing for what is unknown.

    >>> plain(("a", "b")), plain(None), plain(14)
    ('a; b', '', '14')
    """
    if cell is None:
        return ""
    return "; ".join(cell) if isinstance(cell, tuple) else str(cell)


def harmless(text: str) -> str:
    """Keep a spreadsheet from running words that begin like a formula.

    >>> harmless("=1+1"), harmless("- Như trên"), harmless("Chỉ thị")
    ("'=1+1", "'- Như trên", 'Chỉ thị')
    """
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def headings(ledger: Ledger, sheet: Sheet) -> list[str]:
    """Return the words for the columns, and for the sentences and their places behind them."""
    own = [heading(each, sheet.language) for each in ledger.columns]
    return [*own, *(word(f"column.{each}", sheet.language) for each in ("sentences", "file"))]


def quoted(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Yield for each row its sentences, and where they stand."""
    for said in ledger.sentences:
        words = " | ".join(" ".join(each.quote.split()) for each in said)
        yield words, " | ".join(f"{each.file}:{each.line}" for each in said)


def _shown(name: str, cell: Cell, language: str) -> str:
    if name in DAYS and isinstance(cell, str):
        return day_words(cell, language)
    if name == "share":
        return f"{cell:.0%}" if cell else UNKNOWN
    return plain(cell) or UNKNOWN
