"""Where documents stand: levels of government from top to bottom, time from left to right.

Each family (documents joined by lineage) has its own band, so that no line of one family passes
the cards of another. In a band each level has a lane, and in a lane a child never stands above
its parent. Time is compacted: gaps grow with the root of the days, order is kept.
The page lays filtered subsets out with the same steps (templates/lineage_layout.js).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from phahe.viz.card import LANES, Card
from phahe.viz.route import Box

HEIGHT, ROW, LAG, FOOT, HEAD = 46, 64, 19, 6, 32
"""Pixels: a card; a row; above the first row of a lane; below its last; above a band."""


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
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by document, the band of each, bands, lanes and the dated columns."""

    boxes: dict[str, Box]
    band_of: dict[str, int]
    bands: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[int, int], ...]
    """(day, x) of each date that occurs."""


def lay_out(cards: Iterable[Card], parents: Mapping[str, Collection[str]]) -> Layout:
    """Return where each card stands; *parents* names for each document those it carries out."""
    shown = {card.id: card for card in cards}
    above = {each: sorted(p for p in parents.get(each, ()) if p in shown) for each in shown}
    generation = {each: len(ancestors(each, above)) for each in shown}
    order = sorted(shown.values(), key=lambda card: (_day(card), generation[card.id], card.id))
    columns = _columns({_day(card) for card in order})
    boxes: dict[str, Box] = {}
    band_of: dict[str, int] = {}
    bands: list[Band] = []
    lanes: list[Lane] = []
    y = 0
    for family in _families(order, above):
        placed, rows = _rows(family, above, columns)
        top, y = y, y + HEAD
        for level in LANES:
            if level not in rows:
                continue
            for card in family:
                if card.lane == level:
                    box_y = y + LAG + placed[card.id] * ROW
                    boxes[card.id] = Box(columns[_day(card)], box_y, card.width, HEIGHT)
                    band_of[card.id] = len(bands)
            bottom = y + LAG + rows[level] * ROW - (ROW - HEIGHT) + FOOT
            lanes.append(Lane(len(bands), level, y, bottom))
            y = bottom
        root = family[0].id if len(family) > 1 and any(above[c.id] for c in family) else ""
        bands.append(Band(root, len(family), top, y))
        y += FOOT
    ticks = tuple((day, x) for day, x in sorted(columns.items()) if day != math.inf)
    return Layout(boxes, band_of, tuple(bands), tuple(lanes), ticks)  # type: ignore[arg-type]


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
    x, before = 0, None
    for day in sorted(days):
        if before is not None:
            x += 40 + min(220, math.floor(6 * math.sqrt(min(day - before, 1e6))))
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
