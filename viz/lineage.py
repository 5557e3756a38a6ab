"""Where documents stand: levels of government from top to bottom, time from left to right.

Each family (documents joined by lineage) has its own band with its own time, so that no line of
one family passes the cards of another and its cards stay large enough to read. In a band each
level has a lane, and in a lane a child never stands above its parent. Time is compacted: gaps
grow with the root of the days, order is kept. Bands fill the sheet like lines of a text.
The page lays filtered subsets out with the same steps (templates/lineage_layout.js).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from phahe.viz.card import LANES, Card
from phahe.viz.route import Box

HEIGHT, ROW, LAG, FOOT, HEAD = 46, 64, 19, 6, 32
"""Pixels: a card; a row; above the first row of a lane; below its last; above a band."""
ROOM, EDGE, AXIS, BETWEEN = 88, 20, 22, 16
"""Left of a band's first card (names of levels); right of its last; below it (dates); between."""
FEW = 12
"""Dates in a band up to which they stand well apart; more of them stand closer."""
HALF, SHEET = 590, 1196
"""Width of a band, so that two stand side by side; of the sheet, which a wide band fills alone."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A level of government within a band."""

    band: int
    level: str
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Band:
    """A family; *root* is its earliest document, blank for documents without family."""

    root: str
    count: int
    left: int
    right: int
    top: int
    bottom: int
    ticks: tuple[tuple[int, int], ...]
    """(day, x) of each date that occurs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by document, the band of each, bands and lanes."""

    boxes: dict[str, Box]
    band_of: dict[str, int]
    bands: tuple[Band, ...]
    lanes: tuple[Lane, ...]


def lay_out(cards: Iterable[Card], parents: Mapping[str, Collection[str]]) -> Layout:
    """Return where each card stands; *parents* names for each document those it carries out."""
    shown = {card.id: card for card in cards}
    above = {each: sorted(p for p in parents.get(each, ()) if p in shown) for each in shown}
    generation = {each: len(ancestors(each, above)) for each in shown}
    order = sorted(shown.values(), key=lambda card: (_day(card), generation[card.id], card.id))
    layout = Layout({}, {}, (), ())
    alone = [_banded(family, above) for family in _families(order, above)]
    sizes = [(each.bands[0].right - each.bands[0].left, each.bands[0].bottom) for each in alone]
    for at, (each, (x, y)) in enumerate(zip(alone, _shelved(sizes), strict=True)):
        band = each.bands[0]
        moved = replace(
            band,
            left=band.left + x,
            right=band.right + x,
            top=y,
            bottom=band.bottom + y,
            ticks=tuple((day, tick + x) for day, tick in band.ticks),
        )
        lanes = [Lane(at, lane.level, lane.top + y, lane.bottom + y) for lane in each.lanes]
        layout.boxes.update(
            {card: replace(box, x=box.x + x, y=box.y + y) for card, box in each.boxes.items()}
        )
        layout.band_of.update(dict.fromkeys(each.boxes, at))
        layout = replace(layout, bands=(*layout.bands, moved), lanes=(*layout.lanes, *lanes))
    return layout


def _banded(family: list[Card], above: Mapping[str, list[str]]) -> Layout:
    """Return the one band of *family*, its first card at x = 0 and its head at y = 0."""
    columns = _columns({_day(card) for card in family})
    placed, rows = _rows(family, above, columns)
    boxes: dict[str, Box] = {}
    lanes: list[Lane] = []
    y = HEAD
    for level in (each for each in LANES if each in rows):
        for card in (each for each in family if each.lane == level):
            top = y + LAG + placed[card.id] * ROW
            boxes[card.id] = Box(columns[_day(card)], top, card.width, HEIGHT)
        bottom = y + LAG + rows[level] * ROW - (ROW - HEIGHT) + FOOT
        lanes.append(Lane(0, level, y, bottom))
        y = bottom
    root = family[0].id if len(family) > 1 and any(above[c.id] for c in family) else ""
    wide = max(box.x + box.w for box in boxes.values()) + EDGE + ROOM
    right = (HALF if wide <= HALF else max(SHEET, wide)) - ROOM
    ticks = tuple((int(day), x) for day, x in sorted(columns.items()) if day != math.inf)
    band = Band(root, len(family), -ROOM, right, 0, y, ticks)
    return Layout(boxes, dict.fromkeys(boxes, 0), (band,), tuple(lanes))


def _shelved(sizes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return how far each band of (width, height) moves right and down, in reading order.

    A band goes below the one before it if the shelf is high enough, else beside it, else on a
    new shelf.

    >>> _shelved([(500, 300), (400, 100), (400, 100), (700, 100)])
    [(0, 0), (516, 0), (516, 128), (0, 328)]
    """
    found: list[tuple[int, int]] = []
    x = y = top = bottom = wide = 0
    for width, height in sizes:
        under = y + height + AXIS <= bottom and x + width <= SHEET
        beside = bool(found) and x + wide + BETWEEN + width <= SHEET
        if not under:
            x, top = (x + wide + BETWEEN, top) if beside else (0, bottom)
            y, wide = top, 0
        found.append((x, y))
        y += height + AXIS + FOOT
        wide, bottom = max(wide, width), max(bottom, y)
    return found


def ancestors(document: str, parents: Mapping[str, Collection[str]]) -> set[str]:
    """Return everything above *document*, itself left out even where documents cite in a circle."""
    seen: set[str] = set()
    waiting = [document]
    while waiting:
        for each in parents.get(waiting.pop(), ()):
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return seen - {document}


def indirect(parents: Mapping[str, Collection[str]]) -> set[tuple[str, str]]:
    """Return the (document, parent) pairs whose parent is also reached through another parent."""
    found = set()
    for document, direct in parents.items():
        for parent in direct:
            if any(o != parent and parent in ancestors(o, parents) - {document} for o in direct):
                found.add((document, parent))
    return found


def _day(card: Card) -> float:
    return math.inf if card.day is None else card.day


def _columns(days: set[float]) -> dict[float, int]:
    columns: dict[float, int] = {}
    least, slope, most = (30, 4.5, 140) if len(days) <= FEW else (12, 2.0, 60)
    x, before = 0, None
    for day in sorted(days):
        if before is not None:
            x += least + min(most, math.floor(slope * math.sqrt(min(day - before, 1e6))))
        columns[day], before = x, day
    return columns


def _families(order: list[Card], above: Mapping[str, list[str]]) -> list[list[Card]]:
    """Return the cards by family, each in order; cards without family come last, together."""
    joined: dict[str, list[str]] = {card.id: [] for card in order}
    for child, direct in above.items():
        for parent in direct:
            joined[child].append(parent)
            joined[parent].append(child)
    number: dict[str, int] = {}
    families: list[list[Card]] = []
    alone: list[Card] = []
    for card in order:
        if not joined[card.id]:
            alone.append(card)
        elif card.id in number:
            families[number[card.id]].append(card)
        else:
            waiting = [card.id]
            while waiting:
                each = waiting.pop()
                if each not in number:
                    number[each] = len(families)
                    waiting += joined[each]
            families.append([card])
    return [*families, alone] if alone else families


def _rows(
    family: list[Card], above: Mapping[str, list[str]], columns: Mapping[float, int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Return the row of each card in its lane, and how many rows each lane needs."""
    placed: dict[str, int] = {}
    left = {card.id: columns[_day(card)] for card in family}
    lane = {card.id: card.lane for card in family}
    taken: dict[str, list[list[tuple[int, int]]]] = {}
    for card in family:
        here = [p for p in above[card.id] if p in placed]
        start = min([left[card.id], *(left[p] + 4 for p in here)])
        end = left[card.id] + card.width
        row = max((placed[p] + 1 for p in here if lane[p] == card.lane), default=0)
        rows = taken.setdefault(card.lane, [])
        while row < len(rows) and any(start < b + 24 and a < end + 24 for a, b in rows[row]):
            row += 1
        while row >= len(rows):
            rows.append([])
        rows[row].append((start, end))
        placed[card.id] = row
    return placed, {level: len(rows) for level, rows in taken.items()}
