"""One PDF page with a text layer → its lines in reading order, tables and footnotes.

Programs write a page's content in reading order, the letterhead cell by cell, so that order is
kept. Only where columns were set with tabs do lines alternate; `columns` puts those right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from phahe.loaders.formats import legacy
from phahe.loaders.formats.columns import in_order, rows_of
from phahe.loaders.formats.lines import Line, Page, Row, same_row
from phahe.loaders.formats.pdf_glyphs import Glyph, decoded, glyphs, rules, sheet, size
from phahe.loaders.formats.pdf_tables import Grid, cuts_words, grids, rows

WIDE = 1.5
"""A blank wider than this many letter heights parts two columns."""
CLOSE = 0.12
"""A blank wider than this many letter heights parts two words."""
RAISED = 0.75
"""A number this much smaller than the line it stands in calls a footnote."""


def read_page(page: Any, number: int) -> Page:
    """Read a pypdfium2 page; raised numbers are marked for `footnotes`."""
    on = sheet(page)
    textpage = page.get_textpage()
    letters = glyphs(textpage, on)
    drawn = [grid for grid in grids(rules(page, on)) if not cuts_words(grid, letters)]
    reader = _Reader(textpage, any(legacy.ODD.match(glyph.letter) for glyph in letters))
    items = _columns(reader.items(letters, drawn), on.width)
    return Page(number, on.width, on.height, tuple(items))


@dataclass(frozen=True, slots=True)
class _Reader:
    textpage: Any
    is_old: bool
    """Some letters make no sense in Unicode: look at the fonts."""

    def items(self, letters: Sequence[Glyph], drawn: Sequence[Grid]) -> list[Line | Row]:
        """Lines and table rows in the order they are drawn."""
        found: list[Line | Row] = []
        inside: list[dict[tuple[int, int], list[Glyph]]] = [{} for _ in drawn]
        places: list[int | None] = [None] * len(drawn)
        for run in _runs(letters):
            free = []
            for glyph in run:
                at, cell = _cell(drawn, glyph)
                if cell is None:
                    free.append(glyph)
                else:
                    inside[at].setdefault(cell, []).append(glyph)
                    places[at] = len(found) if places[at] is None else places[at]
            for line in self.lines(free):
                _add(found, line)
        for at in sorted(range(len(drawn)), key=lambda at: -(places[at] or 0)):
            if (place := places[at]) is not None:
                found[place:place] = rows(drawn[at], inside[at], self.cell_text)
        return found

    def lines(self, run: Sequence[Glyph]) -> Iterator[Line]:
        """The lines of a run of letters, parted where a wide blank parts columns."""
        seen = [glyph for glyph in run if glyph.letter.strip()]
        if not seen:
            return
        height = size(self.textpage, seen[len(seen) // 2])
        part: list[Glyph] = []
        last = seen[0]
        for glyph in run:
            if glyph.letter.strip():
                if glyph.left - last.right > WIDE * height:
                    yield self.line(part, height)
                    part = []
                last = glyph
            part.append(glyph)
        yield self.line(part, height)

    def line(self, run: Sequence[Glyph], height: float) -> Line:
        """One line of *run*, which has at least one visible letter."""
        seen = [glyph for glyph in run if glyph.letter.strip()]
        run = list(_raised(run, _baseline(seen), height))
        text = decoded(self.textpage, run) if self.is_old else "".join(g.letter for g in run)
        return Line(
            " ".join(text.split()),
            min(glyph.left for glyph in seen),
            min(glyph.top for glyph in seen),
            max(glyph.right for glyph in seen),
            max(glyph.bottom for glyph in seen),
            height,
        )

    def cell_text(self, letters: Sequence[Glyph]) -> str:
        """The words of a table cell, its lines joined."""
        words = []
        for run in _runs(_with_line_ends(letters)):
            words += [line.text for line in self.lines(run)]
        return " ".join(words)


def _baseline(letters: Sequence[Glyph]) -> float:
    bottoms = sorted(glyph.bottom for glyph in letters)
    return bottoms[len(bottoms) // 2]


def _raised(run: Sequence[Glyph], baseline: float, height: float) -> Iterator[Glyph]:
    """Mark raised numbers by private characters; `footnotes` finds out whether they call a note."""
    before = False
    for at, glyph in enumerate(run):
        now = _is_raised(glyph, baseline, height)
        after = now and at + 1 < len(run) and _is_raised(run[at + 1], baseline, height)
        opens, closes = now and not before, now and not after
        if opens or closes:
            letter = "\ue000" * opens + glyph.letter + "\ue001" * closes
            glyph = glyph._replace(letter=letter)
        before = now
        yield glyph


def _is_raised(glyph: Glyph, baseline: float, height: float) -> bool:
    return (
        glyph.letter.isdecimal()
        and glyph.bottom < baseline - 0.15 * height
        and glyph.bottom - glyph.top < 0.55 * height
    )


def _cell(drawn: Sequence[Grid], glyph: Glyph) -> tuple[int, tuple[int, int] | None]:
    for at, grid in enumerate(drawn):
        if (cell := grid.cell(glyph)) is not None:
            return at, cell
    return 0, None


def _runs(letters: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Letters up to each line end that PDFium found."""
    run: list[Glyph] = []
    for glyph in letters:
        if glyph.letter in "\r\n" and glyph.letter:
            if run:
                yield run
            run = []
        else:
            run.append(glyph)
    if run:
        yield run


def _with_line_ends(letters: Sequence[Glyph]) -> Iterator[Glyph]:
    """Put line ends back between the lines of a cell."""
    last: Glyph | None = None
    for glyph in letters:
        if last is not None and glyph.letter.strip() and glyph.number != last.number + 1:
            yield glyph._replace(letter="\n")
        yield glyph
        last = glyph


def _add(found: list[Line | Row], line: Line) -> None:
    """Add *line*; a piece that follows in the same row, close by, goes on the line before."""
    before = found[-1] if found else None
    if isinstance(before, Line) and same_row(before, line):
        gap, height = line.left - before.right, max(before.size, line.size)
        if -height < gap < 0.5 * height:
            blank = " " if gap > CLOSE * height and not before.text.endswith(" ") else ""
            text = line.text
            if text.isdecimal() and line.size < RAISED * before.size and len(text) <= 3:
                text, blank = f"\ue000{text}\ue001", ""
            found[-1] = _spanning(before, line, before.text + blank + text)
            return
    found.append(line)


def _spanning(before: Line, line: Line, text: str) -> Line:
    size = before.size if len(before.text) >= len(line.text) else line.size
    return Line(
        text,
        before.left,
        min(before.top, line.top),
        max(before.right, line.right),
        max(before.bottom, line.bottom),
        size,
    )


def _columns(items: Sequence[Line | Row], width: float) -> Iterator[Line | Row]:
    """Put columns in order where lines of the left and the right one alternate."""
    stretch: list[Line] = []
    for item in items:
        downwards = (
            isinstance(item, Line)
            and stretch
            and (item.middle > stretch[-1].middle or same_row(stretch[-1], item))
        )
        if stretch and not downwards:
            yield from _ordered(stretch, width)
            stretch = []
        if isinstance(item, Row):
            yield item
        else:
            stretch.append(item)
    yield from _ordered(stretch, width)


def _ordered(stretch: list[Line], width: float) -> list[Line]:
    rows = rows_of(stretch)
    return stretch if len(rows) == len(stretch) else in_order(rows, width)
