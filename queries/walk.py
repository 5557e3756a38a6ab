"""Walking the lineage level by level: each level asks once for everything one step further.

One pattern of variable length would count every path, and misread numbers make circles in which
there is no end of paths; the frontier meets every document once. A large cascade has tens of
thousands of documents, nearly all of them with one edge: that case takes the short way here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple, TypeVar

from phahe.graph.bulk import many_values

CERTAINTIES = ("explicit", "implied", "hypothesis")

Hop = tuple[str, str, str, str, str]
"""One edge: id near the start, id beyond, relation, certainty, id of the edge."""
Facts = tuple[str, str | None, bool, int | None]
"""Of a document: its name, its date, whether the corpus holds it, the number of the `day`."""
Said = tuple[tuple[str, ...], str, tuple[str, ...]]
"""Relations, certainty and ids of the edges to the neighbour shown."""
Others = tuple[tuple[str, ...], tuple[str, ...]]
"""Names of the other neighbours: stated, and only guessed."""
Further = Callable[[Sequence[str], dict[str, Facts]], Iterable[Hop]]
"""From a frontier of ids to every hop that leaves it; it notes the facts of all it meets."""


class Reached(NamedTuple):
    """A document reached, and the neighbour nearer to the start under which it is shown."""

    generation: int
    """Steps of the shortest way."""
    document: str
    date: str | None
    held: bool
    """False: only cited."""
    near_name: str
    lag_days: int | None
    """Days between the two; None where a day is unknown, negative where the dates contradict."""
    relations: tuple[str, ...]
    certainty: str
    also: tuple[str, ...]
    """Names of the other neighbours."""
    guessed: tuple[str, ...]
    """Names of neighbours that only a hypothesis links to it, unless shown."""
    key: str
    near: str
    """Id of the neighbour shown."""
    depth: int
    """Steps of the way shown: generation or more."""
    edges: tuple[str, ...]
    """Ids of the edges to the neighbour shown."""


Row = TypeVar("Row", bound=tuple[object, ...])


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


def walk(start: str, further: Further, row: type[Row], backwards: bool = False) -> list[Row]:
    """Return every document reached from *start* as *row* (fields as in `Reached`), by levels.

    A document is shown under the neighbour nearest in time, so under the latest document it rests
    on; *backwards* says that the walk goes back in time, from a letter up to its directive.
    """
    with many_values():
        return _walk(start, further, row, -1 if backwards else 1)


def _walk(start: str, further: Further, row: type[Row], sign: int) -> list[Row]:
    generation, hops, facts = _levels(start, further)
    near = {
        far: same[0][0] if len(same) == 1 else _nearest(same, generation, facts, sign)
        for far, same in hops.items()
    }
    depth = _depths(start, near, hops, generation)
    order = sorted([(generation[key], facts[key][1] or "~", depth[key], key) for key in hops])
    shown = _rows(order, near, hops, facts, sign)
    return [tuple.__new__(row, fields) for fields in shown]


def _levels(
    start: str, further: Further
) -> tuple[dict[str, int], dict[str, list[Hop]], dict[str, Facts]]:
    """Return generations, the hops that lead to each document, and the facts of each."""
    generation, frontier, level = {start: 0}, [start], 0
    hops: dict[str, list[Hop]] = {}
    facts: dict[str, Facts] = {}
    while frontier:
        level, beyond = level + 1, []
        for hop in further(frontier, facts):
            near, far = hop[0], hop[1]
            if far in hops:
                if far != near:
                    hops[far].append(hop)
            elif far != start:
                hops[far] = [hop]
                generation[far] = level
                beyond.append(far)
        frontier = beyond
    return generation, hops, facts


def _nearest(
    same: Sequence[Hop], generation: Mapping[str, int], facts: Mapping[str, Facts], sign: int
) -> str:
    """Choose what is stated before what is guessed, then the nearest in time, then the furthest."""
    stated = {hop[0] for hop in same if hop[3] != "hypothesis"}
    far = facts[same[0][1]][3]

    def distance(near: str) -> tuple[bool, int, int, int, str]:
        days = _between(facts[near][3], far, sign)
        fits = 1 if days is None else 0 if days >= 0 else 2
        return (near not in stated, fits, abs(days or 0), -generation[near], near)

    return min({hop[0] for hop in same}, key=distance)


def _depths(
    start: str,
    near: dict[str, str],
    hops: Mapping[str, Sequence[Hop]],
    generation: Mapping[str, int],
) -> dict[str, int]:
    """Return how deep each document stands; *near* is mended where it leads around a circle.

    In a circle the document nearest to the start goes back to its place on the shortest way.
    """
    depth = {start: 0}
    mended: set[str] = set()
    for first in hops:
        if near[first] in depth and first not in depth:
            depth[first] = depth[near[first]] + 1
            continue
        way: dict[str, None] = {}
        at = first
        while at not in depth:
            way[at] = None
            at = near[at]
            if at in way:
                circle = [*way][[*way].index(at) :]
                top = min(set(circle) - mended, key=lambda key: (generation[key], key))
                near[top] = min(hop[0] for hop in hops[top] if generation[hop[0]] < generation[top])
                mended.add(top)
                way, at = {}, first
        for far in reversed(way):
            depth[far] = depth[near[far]] + 1
    return depth


def _between(near: int | None, far: int | None, sign: int) -> int | None:
    return None if near is None or far is None else (far - near) * sign


def _rows(
    order: Iterable[tuple[int, str, int, str]],
    shown: Mapping[str, str],
    hops: Mapping[str, Sequence[Hop]],
    facts: Mapping[str, Facts],
    sign: int,
) -> Iterator[tuple[object, ...]]:
    """Yield the fields of `Reached`, in *order*, each document under the neighbour *shown*."""
    alone: dict[str, tuple[str, ...]] = {}
    for generation, _, depth, key in order:
        name, when, held, number = facts[key]
        same, near = hops[key], shown[key]
        near_name, _, _, near_number = facts[near]
        days = _between(near_number, number, sign)
        also: tuple[str, ...] = ()
        guessed: tuple[str, ...] = ()
        if len(same) == 1:
            _, _, relation, certainty, edge = same[0]
            said = alone.setdefault(relation, (relation,))
            edges: tuple[str, ...] = (edge,)
        else:
            said, certainty, edges = _said(near, same)
            also, guessed = _others(key, near, same, facts)
        yield (
            generation, name, when, held, near_name, days, said, certainty, also, guessed,
            key, near, depth, edges,
        )  # fmt: skip


def _said(near: str, same: Sequence[Hop]) -> Said:
    """Return what the edges to *near* say together."""
    shown = [hop for hop in same if hop[0] == near]
    relations = tuple(sorted({hop[2] for hop in shown}))
    certainty = min((hop[3] for hop in shown), key=CERTAINTIES.index)
    return relations, certainty, tuple(sorted({hop[4] for hop in shown}))


def _others(key: str, near: str, same: Sequence[Hop], facts: Mapping[str, Facts]) -> Others:
    """Return the names of the other neighbours: stated, and only guessed."""
    others = {hop[0] for hop in same} - {near, key}
    if not others:
        return (), ()
    stated = {hop[0] for hop in same if hop[3] != "hypothesis"}
    also = sorted({facts[each][0] for each in others & stated})
    guessed = sorted({facts[each][0] for each in others - stated})
    return tuple(also), tuple(guessed)
