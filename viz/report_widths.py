"""How wide the columns of a table are, by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

from phahe.viz.dossier import Block, Rows

NARROW = 6
"""Mean characters of the narrowest column."""
LONGEST_WORD = 20
"""Letters of a word that a column makes room for; longer ones are broken."""


WIDE = 8
"""Columns from which a table wants the paper turned."""


def is_wide(blocks: Iterable[Block]) -> bool:
    """Whether a report has a table that needs landscape."""
    return any(isinstance(each, Rows) and len(each.columns) >= WIDE for each in blocks)


def widths(rows: Rows) -> list[float]:
    """Return the shares of the line that the columns get; they add up to 1.

    The root evens out: a column with ten times the text is three times as wide, and taller.

    >>> widths(Rows(("a", "b"), (("x" * 4, "y " * 8),)))
    [0.457, 0.543]
    """
    columns = list(zip(rows.columns, *rows.rows, strict=True))
    wanted = [_wanted(column) for column in columns]
    return [round(each / sum(wanted), 3) for each in wanted]


def _wanted(column: Sequence[str]) -> float:
    mean = sum(map(len, column)) / len(column)
    longest = max(map(len, column))
    word = max((len(each) for cell in column for each in cell.split()), default=1)
    room = min(word, LONGEST_WORD) * 0.45
    return max(sqrt(mean), 0.5 * sqrt(longest), room, sqrt(NARROW))
