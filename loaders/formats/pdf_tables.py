"""Ruled tables: where their cells are, and which letters stand in which."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from phahe.loaders.formats.lines import Row
from phahe.loaders.formats.pdf_glyphs import Glyph, Rule

NEAR = 3.0
"""Rules closer than this are one."""
MOST_CUT = 3
"""So many words may run over a rule by mistake."""
LEAST = 6.0
"""Strokes shorter than this are no part of a table."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's rules; cell (r, c) lies between rows[r], rows[r+1] and columns[c], columns[c+1]."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    level: tuple[Rule, ...]

    def cell(self, glyph: Glyph) -> tuple[int, int] | None:
        """Row and column of the cell *glyph* stands in, or None outside the table."""
        return self.at((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2)

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the cell at a point."""
        column, row = _between(self.columns, x), _between(self.rows, y)
        if column is None or row is None:
            return None
        while row > 0 and not self._is_ruled(row, column):
            row -= 1
        return row, column

    def _is_ruled(self, row: int, column: int) -> bool:
        """Is a rule drawn above this cell, or is it merged with the one above?"""
        middle = (self.columns[column] + self.columns[column + 1]) / 2
        return any(
            abs(rule.top - self.rows[row]) < NEAR + 1 and rule.left <= middle <= rule.right
            for rule in self.level
        )


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables drawn with *rules*: at least two columns between unbroken uprights."""
    upright = sorted(
        (rule for rule in rules if not rule.is_level and rule.bottom - rule.top > LEAST),
        key=lambda rule: rule.top,
    )
    level = [rule for rule in rules if rule.is_level and rule.right - rule.left > LEAST]
    found = []
    for group in _stretches(upright):
        top, bottom = min(r.top for r in group) - NEAR, max(r.bottom for r in group) + NEAR
        columns = _merged([(rule.left + rule.right) / 2 for rule in group])
        if len(columns) < 3:
            continue
        inside = tuple(
            rule
            for rule in level
            if top <= rule.top <= bottom
            and rule.right > columns[0] + NEAR
            and rule.left < columns[-1] - NEAR
        )
        rows = _merged([rule.top for rule in inside])
        if len(rows) >= 2:
            found.append(Grid(tuple(columns), tuple(rows), inside))
    return found


def cuts_words(grid: Grid, letters: Sequence[Glyph]) -> bool:
    """Do its uprights run through words? Then it is a drawing or a frame, not a table."""
    cut = 0
    before = None
    for glyph in letters:
        cell = grid.cell(glyph) if glyph.letter.strip() else None
        cut += cell is not None and before is not None and cell[1] != before[1]
        before = cell
    return cut > MOST_CUT


def _stretches(upright: Sequence[Rule]) -> list[list[Rule]]:
    """Uprights that reach each other, from the top down."""
    groups: list[list[Rule]] = []
    reach = float("-inf")
    for rule in upright:
        if rule.top > reach + NEAR:
            groups.append([])
        groups[-1].append(rule)
        reach = max(reach, rule.bottom)
    return groups


def _merged(places: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return kept


def _between(edges: Sequence[float], place: float) -> int | None:
    for at, (low, high) in enumerate(pairwise(edges)):
        if low - 1 <= place < high + 1:
            return at
    return None


Inside = TypeVar("Inside")


def rows(
    grid: Grid,
    cells: Mapping[tuple[int, int], list[Inside]],
    read: Callable[[list[Inside]], str],
) -> list[Row]:
    """The rows of *grid* that hold anything; *read* joins what stands in a cell."""
    width = len(grid.columns) - 1
    return [
        Row(
            tuple(read(cells.get((row, column), [])) for column in range(width)),
            grid.columns,
            grid.rows[row],
            grid.rows[row + 1],
        )
        for row in range(len(grid.rows) - 1)
        if any((row, column) in cells for column in range(width))
    ]


def joined(rows: Sequence[Row], following: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Join a table that a page break cuts: *rows* at the foot, *following* at the next head.

    A repeated heading is dropped; a first row that only goes on in other columns, its first cell
    being empty, is added to the last row cell by cell.
    """
    if not rows or not following or not _same_columns(rows[0], following[0]):
        return list(rows), list(following)
    rest = list(following)
    if rest[0].cells == rows[0].cells:
        rest = rest[1:]
    if rest and not rest[0].cells[0].strip():
        pairs = zip(rows[-1].cells, rest[0].cells, strict=True)
        cells = tuple(" ".join(filter(None, pair)) for pair in pairs)
        last = Row(cells, rows[-1].columns, rows[-1].top, rows[-1].bottom)
        return [*rows[:-1], last], rest[1:]
    return list(rows), rest


def _same_columns(first: Row, second: Row) -> bool:
    """Columns of the same widths; a scanned page may lie a little further left."""
    shift = second.columns[0] - first.columns[0]
    return len(first.columns) == len(second.columns) and all(
        abs(b - a - shift) < NEAR for a, b in zip(first.columns, second.columns, strict=True)
    )
