"""How wide the columns of a table are, by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from phahe.viz.dossier import Block, Rows

LINE, TURNED = 105, 158
"""Small letters of a table on a line of A4, upright and turned."""
PADDING = 2.2
"""What the edges of a cell take of it."""
LONGEST_WORD = 9
"""Letters of a word of a cell that a column makes room for; longer ones are broken."""
SHORT = 17
"""Letters up to which a column is never broken: a day with its month written out."""
CROWDED = 0.6
"""Share of the line for what must not be broken; if it took more, days are broken too."""
MARKS = 10
"""Letters for the numbers of quotations."""
WIDE = 8
"""Columns from which a table wants the paper turned."""

Widths = Mapping[tuple[str, ...], Sequence[float]]
"""Headings of a table → the shares of the line that its columns get."""


def is_wide(blocks: Iterable[Block]) -> bool:
    """Whether a report has a table that needs landscape."""
    return any(isinstance(each, Rows) and len(each.columns) >= WIDE for each in blocks)


def shared_widths(blocks: Iterable[Block]) -> Widths:
    """Return the widths of all tables; those with the same headings get the same."""
    alike: dict[tuple[str, ...], list[Rows]] = {}
    for each in blocks:
        if isinstance(each, Rows):
            alike.setdefault(each.columns, []).append(each)
    return {columns: widths(tables) for columns, tables in alike.items()}


def widths(tables: Sequence[Rows]) -> list[float]:
    """Return the shares of the line for the columns of *tables*, which have the same headings.

    They add up to 1; the last one is for the numbers of quotations, where there are any. No
    heading is broken; what is left is shared out by the root of the text, which evens out: a
    column with ten times the text gets three times as much, and is taller.

    >>> widths([Rows(("a", "b"), (("x" * 4, "y " * 8),))])
    [0.251, 0.749]
    """
    names = tables[0].columns
    line = TURNED if len(names) >= WIDE else LINE
    marked = any(any(table.marks) for table in tables)
    room = 1 - MARKS / line if marked else 1.0
    columns = [[row[at] for table in tables for row in table.rows] for at in range(len(names))]
    for short in (SHORT, 0):
        letters = [_least(name, cells, short) for name, cells in zip(names, columns, strict=True)]
        least = [each / line for each in letters]
        if sum(least) <= CROWDED * room:
            break
    wanted = [_wanted(cells) for cells in columns]
    left = max(0.0, room - sum(least))
    shares = [low + left * want / sum(wanted) for low, want in zip(least, wanted, strict=True)]
    shares = [round(each * room / sum(shares), 3) for each in shares]
    return [*shares, round(MARKS / line, 3)] if marked else shares


def _least(name: str, cells: Sequence[str], short: int) -> float:
    """The letters that keep *short* cells on one line, the heading on two, and words whole."""
    word = max((len(each) for cell in cells for each in cell.split()), default=1)
    longest = max(map(len, cells), default=1)
    inside = longest if longest <= short else min(word, LONGEST_WORD)
    heading = max(*map(len, name.split()), min(len(name) * 0.6, LONGEST_WORD), 1)
    return max(heading * 1.1, inside) + PADDING


def _wanted(cells: Sequence[str]) -> float:
    mean = sum(map(len, cells)) / max(1, len(cells))
    longest = max(map(len, cells), default=1)
    return max(sqrt(mean), 0.5 * sqrt(longest), 1.1) - 1
