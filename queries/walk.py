"""Walking the lineage level by level: each level asks once for everything one step further.

One pattern of variable length would count every path, and misread numbers make circles in which
there is no end of paths; the frontier meets every document once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

Certainties = ("explicit", "implied", "hypothesis")


class Hop(NamedTuple):
    """One edge from a document of the frontier (*near*) to one beyond it (*far*)."""

    near: str
    far: str
    relation: str
    certainty: str
    edge: str
    near_name: str
    near_date: str | None
    far_name: str
    far_date: str | None
    held: bool
    """The far document is in the corpus, not only cited."""


Further = Callable[[Sequence[str]], Iterable[Hop]]
"""From a frontier of document ids to every hop that leaves it."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A document reached, and the neighbour nearer to the start under which it is shown."""

    key: str
    name: str
    date: str | None
    held: bool
    generation: int
    """Steps of the shortest way."""
    depth: int
    """Steps of the way shown: generation or more."""
    near: str
    """Id of the neighbour shown."""
    near_name: str
    lag_days: int | None
    """Days between the two; None where a day is unknown, negative where the dates contradict."""
    relations: tuple[str, ...]
    certainty: str
    edges: tuple[str, ...]
    """Ids of the edges to the neighbour shown."""
    also: tuple[str, ...]
    """Names of the other neighbours."""
    guessed: tuple[str, ...]
    """Names of neighbours that only a hypothesis links to it, unless shown."""


@lru_cache(maxsize=65536)
def day(iso: str | None) -> int | None:
    """Return the number of the day *iso*, None for a month, a year or nothing.

    >>> day("2022-06-27") - day("2022-06-21")
    6
    >>> day("2011-12") is None
    True
    """
    if not iso or len(iso) != 10:
        return None
    try:
        return date.fromisoformat(iso).toordinal()
    except ValueError:
        return None


def lag(earlier: str | None, later: str | None) -> int | None:
    """Return the days from *earlier* to *later*, None unless both are full dates."""
    first, second = day(earlier), day(later)
    return None if first is None or second is None else second - first


def walk(start: str, further: Further, backwards: bool = False) -> list[Reached]:
    """Return every document reached from *start*, in the order of the levels.

    A document is shown under the neighbour nearest in time, so under the latest document it rests
    on; *backwards* says that the walk goes back in time, from a letter up to its directive.
    """
    generation, hops = _levels(start, further)
    near: dict[str, dict[str, list[Hop]]] = defaultdict(lambda: defaultdict(list))
    for hop in hops:
        if hop.far != start and hop.far != hop.near:
            near[hop.far][hop.near].append(hop)
    order = sorted(near, key=lambda key: (generation[key], key))
    depth, shown = _arrange(start, near, order, backwards)
    found = [
        _reached(near[key], shown[key], generation[key], depth[key], backwards) for key in order
    ]
    return sorted(found, key=lambda each: (each.generation, each.date or "~", each.depth, each.key))


def _levels(start: str, further: Further) -> tuple[dict[str, int], list[Hop]]:
    generation, hops, frontier = {start: 0}, [], [start]
    while frontier:
        level, beyond = generation[frontier[0]] + 1, []
        for hop in further(frontier):
            hops.append(hop)
            if hop.far not in generation:
                generation[hop.far] = level
                beyond.append(hop.far)
        frontier = beyond
    return generation, hops


def _arrange(
    start: str,
    near: Mapping[str, Mapping[str, Sequence[Hop]]],
    order: Sequence[str],
    backwards: bool,
) -> tuple[dict[str, int], dict[str, str]]:
    """Place a document when all it hangs on is placed; where circles stop that, the nearest."""
    beyond: dict[str, list[str]] = defaultdict(list)
    waiting = {far: len(nears) for far, nears in near.items()}
    for far, nears in near.items():
        for each in nears:
            beyond[each].append(far)
    depth, shown = {start: 0}, {}

    def place(far: str) -> None:
        candidates = [each for each in near[far] if each in depth]
        shown[far] = min(
            candidates,
            key=lambda each: (*_distance(near[far][each], backwards), -depth[each], each),
        )
        depth[far] = depth[shown[far]] + 1

    for first in (start, *order):
        if first not in depth:
            place(first)
        elif first != start:
            continue
        settled = [first]
        while settled:
            for far in beyond[settled.pop()]:
                waiting[far] -= 1
                if waiting[far] == 0 and far not in depth:
                    place(far)
                    settled.append(far)
    return depth, shown


def _distance(hops: Sequence[Hop], backwards: bool) -> tuple[bool, int, int]:
    """What is stated before what is guessed; days that fit, unknown days, days that contradict."""
    days, guessed = _lag(hops[0], backwards), _guessed(hops)
    if days is None:
        return (guessed, 1, 0)
    return (guessed, 0, days) if days >= 0 else (guessed, 2, -days)


def _guessed(hops: Sequence[Hop]) -> bool:
    return all(hop.certainty == "hypothesis" for hop in hops)


def _lag(hop: Hop, backwards: bool) -> int | None:
    return lag(hop.far_date, hop.near_date) if backwards else lag(hop.near_date, hop.far_date)


def _reached(
    nears: Mapping[str, Sequence[Hop]], shown: str, generation: int, depth: int, backwards: bool
) -> Reached:
    hops = nears[shown]
    first = hops[0]
    others = [each for near, each in nears.items() if near != shown]
    return Reached(
        key=first.far,
        name=first.far_name,
        date=first.far_date,
        held=first.held,
        generation=generation,
        depth=depth,
        near=shown,
        near_name=first.near_name,
        lag_days=_lag(first, backwards),
        relations=tuple(sorted({hop.relation for hop in hops})),
        certainty=min((hop.certainty for hop in hops), key=Certainties.index),
        edges=tuple(sorted(hop.edge for hop in hops)),
        also=_names(each for each in others if not _guessed(each)),
        guessed=_names(each for each in others if _guessed(each)),
    )


def _names(others: Iterable[Sequence[Hop]]) -> tuple[str, ...]:
    return tuple(sorted({hops[0].near_name for hops in others}))
