"""The longest way from a directive down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import pairwise

from phahe.queries.hops import in_network, through
from phahe.queries.stated import Network, of_kind
from phahe.queries.statements import Rows
from phahe.queries.walk import Facts, Further, Hop, lag

Steps = Mapping[str, Mapping[str, Sequence[Hop]]]
"""Lower document → upper document → the edges between them."""


@dataclass(frozen=True, slots=True)
class Link:
    """A document of the chain; *step* 0 is the directive."""

    step: int
    document: str
    date: str | None
    days: int | None
    """Since the document before it."""
    relations: tuple[str, ...]
    edges: tuple[str, ...]


def longest_chain(network: Network) -> list[Link]:
    """Return the longest chain, top first; of several, the one with the smallest ids.

    Circles come from misread numbers; steps inside one are left out.
    """
    return _chain(in_network(network, False, False), list(of_kind(network, "Document")))


def by_cypher(rows: Rows) -> list[Link]:
    """Return the same through an engine: longest_chain.cypher tells all steps at once."""
    return _chain(through(rows, "longest_chain", False), [])


def _chain(further: Further, documents: Sequence[str]) -> list[Link]:
    facts: dict[str, Facts] = {}
    steps = _without_circles(list(further(documents, facts)))
    length: dict[str, int] = {}
    above: dict[str, str] = {}
    order = TopologicalSorter({lower: list(uppers) for lower, uppers in steps.items()})
    for lower in order.static_order():
        length[lower] = 0
        for upper in sorted(steps.get(lower, ())):
            if length[upper] + 1 > length[lower]:
                length[lower], above[lower] = length[upper] + 1, upper
    chain = [min(length, key=lambda each: (-length[each], each))] if length else []
    while chain and chain[-1] in above:
        chain.append(above[chain[-1]])
    return _links(chain[::-1], steps, facts)


def _without_circles(hops: Iterable[Hop]) -> Steps:
    """Return the steps, but for those that lead around a circle."""
    import networkx

    hops = list(hops)
    seen: networkx.DiGraph[str] = networkx.DiGraph((hop[0], hop[1]) for hop in hops)
    circles = networkx.strongly_connected_components(seen)
    circle = {node: number for number, nodes in enumerate(circles) for node in nodes}
    steps: dict[str, dict[str, list[Hop]]] = defaultdict(lambda: defaultdict(list))
    for hop in hops:
        if circle[hop[0]] != circle[hop[1]]:
            steps[hop[0]][hop[1]].append(hop)
    return steps


def _links(chain: Sequence[str], steps: Steps, facts: Mapping[str, Facts]) -> list[Link]:
    links = [Link(0, *facts[first][:2], None, (), ()) for first in chain[:1]]
    for step, (upper, lower) in enumerate(pairwise(chain), 1):
        name, date, _, _ = facts[lower]
        hops = steps[lower][upper]
        relations = tuple(sorted({hop[2] for hop in hops}))
        edges = tuple(sorted({hop[4] for hop in hops}))
        links.append(Link(step, name, date, lag(facts[upper][1], date), relations, edges))
    return links
