"""Ledgers as spreadsheets: a frozen header with a filter, days that are days, a sheet of notes.

Words of documents are stored as text, so that none of them is run as a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import Any

from phahe.graph.atomic import replacing
from phahe.graph.errors import BadOutput
from phahe.viz.dossier import sentence, word
from phahe.viz.ledger import Ledger, Sheet
from phahe.viz.ledger_files import DAYS, FORMULA, cover, headings, plain, quoted

NARROWEST, WIDEST = 10, 34
"""Characters of a column; longer cells wrap."""
SPOKEN = 64
"""Characters of a column of sentences or tasks."""
A4 = 9
"""As spreadsheets number sizes of paper."""
HEIGHT, HIGHEST = 15, 409
"""Points of a line, and of the highest row a spreadsheet may have."""
LONGEST = 32767
"""Characters a cell may hold."""
DATES = {"vi": "dd/mm/yyyy", "en": "d mmm yyyy"}
HEAD, LINE = "EEF1F5", "C6CCD6"


def write_xlsx(ledger: Ledger, path: Path, sheet: Sheet) -> None:
    """Write *ledger* to *path*; BadOutput says how to install what is missing."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise BadOutput("XLSX needs openpyxl; phahe doctor says how to install it") from None
    book = Workbook(write_only=True)
    _rows(book.create_sheet(_name(ledger.title)), ledger, sheet)
    _about(book.create_sheet(_name(word("cover.about", sheet.language))), ledger, sheet)
    book.properties.title = ledger.title
    book.properties.creator = "phahe"
    with replacing(path) as new:
        book.save(new)


def _rows(page: Any, ledger: Ledger, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter as letter

    names = headings(ledger, sheet)
    days = [name in DAYS for name in ledger.columns]
    lines = [
        [*(_day(cell) if is_day else cell for is_day, cell in zip(days, row, strict=True)), *places]
        for row, places in zip(ledger.rows, quoted(ledger), strict=True)
    ]
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{letter(len(names))}{len(lines) + 1}"
    page.print_title_rows = "1:1"
    _set_paper(page)
    widths = []
    for at, name in enumerate(names):
        longest = max((len(_shown(line[at])) for line in lines), default=0)
        widest = SPOKEN if longest > 4 * WIDEST else WIDEST
        widths.append(max(NARROWEST, len(name) + 4, min(widest, longest + 2)))
        page.column_dimensions[letter(at + 1)].width = widths[-1]
    page.append([_cell(page, sentence(name), sheet, head=True) for name in names])
    for number, line in enumerate(lines, 2):
        page.row_dimensions[number].height = _height(line, widths)
        page.append([_cell(page, each, sheet) for each in line])


def _about(page: Any, ledger: Ledger, sheet: Sheet) -> None:
    """What the ledger is, the day for which it holds, and what it cannot tell."""
    widths = (24, 90)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = widths
    _set_paper(page)
    page.append([_cell(page, ledger.title, sheet, head=True), _cell(page, None, sheet, head=True)])
    told = (*cover(sheet), (word("cover.note", sheet.language), ledger.note))
    for number, line in enumerate(told, 2):
        page.row_dimensions[number].height = _height(line, widths)
        page.append([_cell(page, each, sheet) for each in line])


def _set_paper(page: Any) -> None:
    """A4 across, as wide as the sheet."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _height(line: Sequence[Any], widths: Sequence[int]) -> int:
    """The height that shows every cell whole, as far as a row can."""
    lines = max(len(wrap(_shown(cell), width)) for cell, width in zip(line, widths, strict=True))
    return min(HIGHEST, HEIGHT * max(1, lines))


def _name(title: str) -> str:
    """The name of a sheet: at most 31 letters, without those a name may not have."""
    return "".join(" " if each in "[]:*?/\\" else each for each in title)[:31]


def _day(cell: Any) -> Any:
    try:
        return date.fromisoformat(str(cell)) if cell else None
    except ValueError:
        return cell


def _shown(value: Any) -> str:
    return "0000-00-00" if isinstance(value, date) else plain(value)


def _cell(page: Any, value: Any, sheet: Sheet, head: bool = False) -> Any:
    """A cell that is a number, a day, or text and never a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    made = WriteOnlyCell(page)
    if isinstance(value, date):
        made.value, made.number_format = value, DATES[sheet.language]
    elif isinstance(value, int | float):
        made.value = value
    elif text := "".join(each for each in plain(value) if each.isprintable()):
        made.value = text[:LONGEST]
        made.data_type = "s"
        made.quotePrefix = text.startswith(FORMULA)
    made.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    made.border = Border(bottom=Side(style="thin", color=LINE))
    if head:
        made.font, made.fill = (
            Font(name="Calibri", size=11, bold=True),
            PatternFill("solid", fgColor=HEAD),
        )
    return made
