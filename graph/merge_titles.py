"""Documents cited once by number and elsewhere only by title: "Luật Việc làm năm 2025".

They meet where type, title and date are the same (of laws the year is enough), no issuer's place
contradicts, and only one numbered document fits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from phahe.graph.facts import NodeFacts
from phahe.graph.names import slug
from phahe.graph.sighting import NATIONAL, Sighting, sighting

Key = tuple[str, str, str]
"""Type, title, date or year."""
LEAD = re.compile(r"(?:ve-viec-|v-v-|ve-)+")


def joined_by_title(clusters: Iterable[list[NodeFacts]]) -> list[list[NodeFacts]]:
    """Return *clusters*, each the facts of one document, those without a number joined."""
    found = list(clusters)
    numbered: dict[Key, set[int]] = defaultdict(set)
    unnumbered: list[int] = []
    for at, cluster in enumerate(found):
        if not any(facts.key and facts.key.number for facts in cluster):
            unnumbered.append(at)
            continue
        for key in _keys(cluster):
            numbered[key].add(at)
    joining: dict[int, list[NodeFacts]] = defaultdict(list)
    gone = set()
    for at in unnumbered:
        near = {other for key in set(_keys(found[at])) for other in numbered.get(key, ())}
        fitting = [other for other in near if _one_place(found[at], found[other])]
        if len(fitting) == 1:
            joining[fitting[0]] += found[at]
            gone.add(at)
    return [
        sorted([*cluster, *joining[at]], key=lambda facts: facts.id) if at in joining else cluster
        for at, cluster in enumerate(found)
        if at not in gone
    ]


def _keys(cluster: Sequence[NodeFacts]) -> Iterator[Key]:
    times = {time for facts in cluster for time in _times(facts)}
    if not times:
        return
    titles = {title for facts in cluster for title in _titles(facts)}
    for facts in cluster:
        if facts.key and facts.key.type_code:
            kind = facts.key.type_code
            for title in titles:
                for time in times:
                    if len(time) == 10 or kind in NATIONAL:
                        yield kind, title, time


def _times(facts: NodeFacts) -> Iterator[str]:
    one = sighting(facts)
    yield from (time for time in (one.date, one.year) if time)


def _titles(facts: NodeFacts) -> Iterator[str]:
    """Titles in a few words or more, without "về việc" and the type in front."""
    said = [str(claim.value) for claim in facts.claims if claim.field == "title"]
    kinds = {slug(str(claim.value)) for claim in facts.claims if claim.field == "type"}
    for title in {*said, facts.key.title if facts.key else ""}:
        bare = LEAD.sub("", slug(title), count=1)
        for kind in kinds:
            bare = bare.removeprefix(f"{kind}-")
        if bare:
            yield bare


def _one_place(first: Sequence[NodeFacts], second: Sequence[NodeFacts]) -> bool:
    one, other = (_places(map(sighting, cluster)) for cluster in (first, second))
    return not one or not other or not one.isdisjoint(other)


def _places(sightings: Iterable[Sighting]) -> set[str]:
    return {one.scope for one in sightings if one.scope}
