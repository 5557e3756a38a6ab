"""The foot of a document that a page break cuts: recipients on the left, signature on the right.

Each page holds the upper or lower half of both columns; read page by page the signature would
stand amid the recipients. Its upper half is moved behind them, and keeps its page number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from phahe.loaders.formats.lines import Line, Page, Row

OPENS = "Nơi nhận"
MIDDLE = 0.45
"""Share of the page width that parts the columns."""


def signatures_joined(pages: Sequence[Page]) -> list[Page]:
    """Join the two columns at the end of documents over page breaks."""
    joined = list(pages[:1])
    for page in pages[1:]:
        upper, lower = _pair(joined[-1], page)
        joined[-1] = upper
        joined.append(lower)
    return joined


def _pair(upper: Page, lower: Page) -> tuple[Page, Page]:
    start = next(
        (
            at
            for at, item in enumerate(upper.items)
            if isinstance(item, Line) and item.text.startswith(OPENS)
        ),
        None,
    )
    if start is None:
        return upper, lower
    left = start + _run(upper, start, is_left=True)
    right = left + _run(upper, left, is_left=False)
    rest = _run(lower, 0, is_left=True)
    goes_on = (
        rest and isinstance(first := lower.items[0], Line) and first.text.startswith(("-", "+"))
    )
    if right < len(upper.items) or right == left or not goes_on:
        return upper, lower
    moved = [
        replace(item, page=upper.number)
        for item in upper.items[left:right]
        if isinstance(item, Line)
    ]
    items = (*lower.items[:rest], *moved, *lower.items[rest:])
    return replace(upper, items=upper.items[:left]), replace(lower, items=items)


def _run(page: Page, start: int, *, is_left: bool) -> int:
    """So many lines from *start* stand in the left column, or in the right one."""
    for count, item in enumerate(page.items[start:]):
        if isinstance(item, Row) or (item.left < MIDDLE * page.width) != is_left:
            return count
    return len(page.items) - start
