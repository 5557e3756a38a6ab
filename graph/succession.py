"""What places and kinds of bodies became, and when: the mergers of 2008 and 2025.

A province merged under its old name is a new province all the same; the district level ended on
1/7/2025 without a single successor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from phahe.data import table
from phahe.graph.place import Place, lies_in, place_named, places


@dataclass(frozen=True, slots=True)
class Succession:
    """*old* became *new* on *date*; names of kinds or ids of places."""

    old: str
    new: str
    date: str
    """ISO day, or month where only that is common to all."""
    source: str
    """The act that says so: ``202/2025/QH15``."""


@cache
def mergers() -> tuple[Succession, ...]:
    """Every province that ended, with the province it became, by place id."""
    return tuple(_mergers())


def _mergers() -> Iterator[Succession]:
    for row in table("mergers"):
        day = date.fromisoformat(row["date"])
        new = place_named(row["new"], "province", on=day)
        for name in row["old"].split("|"):
            old = place_named(name, "province", on=day.replace(year=day.year - 1))
            if old is not None and new is not None:
                yield Succession(old.id, new.id, row["date"], row["source"])


def successor(old: Place, on: date) -> tuple[Place, Succession] | None:
    """The place *old* had become by *on*; None if it still stood, or ended without one successor.

    >>> successor(place_named("Long An"), date(2026, 1, 1))[0].name
    'Tây Ninh (từ 01/7/2025)'
    >>> successor(place_named("Long An"), date(2024, 1, 1)) is None
    True
    """
    for row in mergers():
        if row.old == old.id and row.date <= on.isoformat():
            return places()[next(each for each in places() if each == row.new)], row
    return None


def predecessors(new: Place) -> list[tuple[Place, Succession]]:
    """The provinces *new* was made of, with the act and the day.

    >>> [place.name for place, _ in predecessors(place_named("Phú Thọ", on=date(2026, 1, 1)))]
    ['Phú Thọ', 'Vĩnh Phúc', 'Hòa Bình']
    """
    return [
        (places()[old], row)
        for row in mergers()
        if row.new == new.id
        for old in places()
        if old == row.old
    ]


def inside(province: Place, level: str, on: str) -> list[Place]:
    """The places of *level* in *province* on an ISO date; no district from 1/7/2025 on.

    >>> len(inside(place_named("Tây Ninh"), "district", "2022-06-11"))
    9
    >>> inside(place_named("Tây Ninh"), "district", "2025-08-01")
    []
    """
    return [
        each
        for each in places().values()
        if each.level == level and lies_in(each, province) and (not on or each.existed(on))
    ]


@cache
def kind_successions() -> tuple[dict[str, str], ...]:
    """Rows of data/successions.csv: kinds of bodies that became other kinds."""
    return table("successions")
