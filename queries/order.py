"""The order of rows: the same from every engine, which sort letters and blanks each in its way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from phahe.queries.answer import Cell

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
Row = TypeVar("Row")


def section_order(section: str) -> tuple[tuple[int, int, str], ...]:
    """Return what sorts sections as the document has them.

    >>> sorted(["II.10", "IX.1", "II.2.1", "II.2", "3"], key=section_order)
    ['II.2', 'II.2.1', 'II.10', '3', 'IX.1']
    """
    return tuple(_part(part) for part in section.split("."))


def ordered(
    rows: Iterable[tuple[tuple[Cell, ...], Row]], columns: Sequence[str], order: Sequence[str]
) -> list[tuple[tuple[Cell, ...], Row]]:
    """Return *rows* (cells, and what goes with them) sorted by the columns of *order*.

    A column with ``-`` before it falls; what is unknown comes last, then first.
    """
    found = list(rows)
    for wanted in reversed(order):
        place = columns.index(wanted.removeprefix("-"))
        natural = columns[place] == "section"
        found.sort(
            key=lambda row, place=place, natural=natural: _key(row[0][place], natural),  # type: ignore[misc]
            reverse=wanted.startswith("-"),
        )
    places = [columns.index(wanted.removeprefix("-")) for wanted in order]
    return _settled(found, places) if order else found


def _settled(
    rows: Iterable[tuple[tuple[Cell, ...], Row]], places: Sequence[int]
) -> list[tuple[tuple[Cell, ...], Row]]:
    """Put rows that are alike in the columns at *places* into an order of their own."""
    settled: list[tuple[tuple[Cell, ...], Row]] = []
    for _, alike in groupby(rows, key=lambda row: [row[0][place] for place in places]):
        same = list(alike)
        settled += sorted(same, key=repr) if len(same) > 1 else same
    return settled


def _key(cell: Cell, natural: bool) -> tuple[bool, object]:
    if cell is None:
        return (True, 0)
    return (False, section_order(str(cell)) if natural else cell)


def _part(part: str) -> tuple[int, int, str]:
    if part.isdigit():
        return (0, int(part), "")
    if re.fullmatch("[IVXLC]+", part):
        return (0, _roman(part), "")
    return (1, 0, part)


def _roman(letters: str) -> int:
    """Return the number.

    >>> _roman("XIV")
    14
    """
    values = [ROMAN[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
