"""Reading order where two columns stand side by side: issuer and motto, recipients and signature.

>>> rows = [[Line("TỈNH ỦY", 0, 0, 40, 10, 10), Line("ĐẢNG CỘNG SẢN", 60, 0, 100, 10, 10)],
...         [Line("Số 83-KH/TU", 0, 12, 40, 22, 10), Line("Tây Ninh, ngày", 60, 12, 100, 22, 10)]]
>>> [line.text for line in in_order(rows, 100)]
['TỈNH ỦY', 'Số 83-KH/TU', 'ĐẢNG CỘNG SẢN', 'Tây Ninh, ngày']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from phahe.loaders.formats.lines import Line, same_row

GUTTER = 0.4
"""Least width of the blank between two columns, in line heights."""
LEFT_HALF = (0.2, 0.72)
"""Where the left column may end, in page widths."""
CHASM = 5.0
"""A single pair of lines is two columns only this many line heights apart; else a word is lost."""
APART = 4.5
"""Rows further apart than this many line heights are not one block."""
BODY = re.compile(r"Kính gửi|Căn cứ|Thực hiện|Điều [0-9]|[IVX]{1,4}\. |[0-9]{1,2}\. ")
"""How the text below a letterhead begins: it is no left column."""


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines side by side as rows, from the top down, each from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.middle, line.left)):
        for row in rows[-3:]:
            if same_row(row[0], line) and same_row(row[-1], line):
                row.append(line)
                break
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


@dataclass(slots=True)
class _Block:
    """Two columns found so far, and the gutter all their rows leave free."""

    height: float
    low: float
    high: float
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    pairs: int = 0

    def takes(self, row: Sequence[Line], width: float) -> bool:
        """Add *row* if the gutter stays free; say whether it did."""
        low, high = self.low, self.high
        if len(row) > 2 or BODY.match(row[0].text):
            return False
        if len(row) == 2:
            low, high = max(low, row[0].right), min(high, row[1].left)
        elif row[0].right <= high - GUTTER * self.height and row[0].left < 0.5 * width:
            low = max(low, row[0].right)
        elif row[0].left >= low + GUTTER * self.height and self.pairs:
            high = min(high, row[0].left)
        else:
            return False
        if high - low < GUTTER * self.height or low > LEFT_HALF[1] * width:
            return False
        self.low, self.high = low, high
        if len(row) == 2:
            self.pairs += 1
            self.left.append(row[0])
            self.right.append(row[1])
        else:
            (self.left if row[0].right <= low else self.right).append(row[0])
        return True


def in_order(rows: Sequence[Sequence[Line]], width: float) -> list[Line]:
    """The lines of *rows* with the left column of each block before the right one."""
    ordered: list[Line] = []
    at = 0
    while at < len(rows):
        block, after = _block(rows, at, width)
        if block is None:
            ordered += rows[at]
            at += 1
        else:
            ordered += block.left + block.right
            at = after
    return ordered


def _block(rows: Sequence[Sequence[Line]], start: int, width: float) -> tuple[_Block | None, int]:
    """The two-column block that begins at row *start*, if any, and the row behind it."""
    first = rows[start]
    begins = len(first) == 2 or (start + 1 < len(rows) and len(rows[start + 1]) == 2)
    if not begins or first[0].right > LEFT_HALF[1] * width:
        return None, start
    height = first[0].bottom - first[0].top
    block = _Block(height, 0.0, width)
    at = start
    while at < len(rows):
        gap = rows[at][0].top - rows[at - 1][0].bottom if at > start else 0.0
        if gap > APART * height or not block.takes(rows[at], width):
            break
        at += 1
    split = block.pairs >= 2 or (block.pairs == 1 and block.high - block.low > CHASM * height)
    return (block, at) if split else (None, start)
