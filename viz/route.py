"""The way of a line from a document to one that carries it out, around every other card.

A line leaves its parent at the lower left, runs down beside the cards and enters the child from
the left, or from above where the child stands straight below. A line behind a foreign card
would read as a relation of that card, so other ways are tried until one is free.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

PORT, CHANNEL, BESIDE, CLEAR = 12, 8, 8, 3
"""Where lines leave a card; how far from it they turn; how far beside others; the least gap."""

Points = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A card on the sheet: left, top, width, height."""

    x: int
    y: int
    w: int
    h: int


def route(parent: Box, child: Box, others: Sequence[Box]) -> Points:
    """Return the corners of a line from *parent* to *child* that touches none of *others*.

    >>> route(Box(0, 0, 100, 46), Box(60, 66, 100, 46), ())
    ((12, 46), (12, 89), (60, 89))
    >>> route(Box(0, 0, 100, 46), Box(60, 132, 100, 46), [Box(0, 66, 50, 46)])
    ((12, 46), (12, 54), (-8, 54), (-8, 155), (60, 155))
    """
    ways = list(_ways(parent, child, others))
    return next((way for way in ways if _free(way, others)), ways[-1])


def _ways(parent: Box, child: Box, others: Sequence[Box]) -> Iterator[Points]:
    down = child.y > parent.y
    start = parent.x + PORT
    leave = parent.y + parent.h if down else parent.y
    turn = leave + CHANNEL if down else leave - CHANNEL
    enter = child.y if down else child.y + child.h
    near = enter - CHANNEL if down else enter + CHANNEL
    middle = child.y + child.h // 2
    trunks = _trunks(start, child, others)
    for x in trunks:
        if x <= child.x - 10:
            yield _tidy(((start, leave), (start, turn), (x, turn), (x, middle), (child.x, middle)))
        elif child.x + 6 <= x <= child.x + 40:
            yield _tidy(((start, leave), (start, turn), (x, turn), (x, enter)))
    end = child.x + 16
    for x in trunks:
        out = ((start, leave), (start, turn), (x, turn), (x, near), (end, near), (end, enter))
        yield _tidy(out)


def _trunks(start: int, child: Box, others: Sequence[Box]) -> list[int]:
    beside = {each.x - BESIDE for each in others} | {each.x + each.w + BESIDE for each in others}
    beside |= {child.x - 14, child.x + 16, min([start, child.x, *beside]) - 6}
    return [start, *sorted(beside - {start}, key=lambda x: (abs(x - start), x))]


def _tidy(points: Points) -> Points:
    """Return *points* without corners where the line does not turn."""
    kept = [points[0]]
    for point, after in zip(points[1:], (*points[2:], None), strict=True):
        if point == kept[-1]:
            continue
        if after and any(kept[-1][axis] == point[axis] == after[axis] for axis in (0, 1)):
            continue
        kept.append(point)
    return tuple(kept)


def _free(points: Points, others: Sequence[Box]) -> bool:
    return not any(_touches(a, b, box) for a, b in pairwise(points) for box in others)


def _touches(a: tuple[int, int], b: tuple[int, int], box: Box) -> bool:
    return (
        max(a[0], b[0]) > box.x - CLEAR
        and min(a[0], b[0]) < box.x + box.w + CLEAR
        and max(a[1], b[1]) > box.y - CLEAR
        and min(a[1], b[1]) < box.y + box.h + CLEAR
    )
