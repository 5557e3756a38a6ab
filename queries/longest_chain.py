"""The longest way from a directive down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from phahe.queries.hops import in_network
from phahe.queries.stated import Network, of_kind
from phahe.queries.statements import Rows, statement
from phahe.queries.walk import Hop, lag


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
    return _chain(in_network(network, False, False)(list(of_kind(network, "Document"))))


def by_cypher(rows: Rows) -> list[Link]:
    """Return the same through an engine: longest_chain.cypher tells all steps."""
    return _chain(Hop(**row) for row in rows(statement("longest_chain"), {}))


def _chain(hops: Iterable[Hop]) -> list[Link]:
    """Return the longest chain of *hops*, each from the lower document to the upper."""
    steps = _without_circles(hops)
    length: dict[str, int] = {}
    above: dict[str, str] = {}
    for lower in _downwards(steps):
        length[lower] = 0
        for upper in sorted(steps.get(lower, ())):
            if length[upper] + 1 > length[lower]:
                length[lower], above[lower] = length[upper] + 1, upper
    chain = [min(length, key=lambda each: (-length[each], each))] if steps else []
    while chain and chain[-1] in above:
        chain.append(above[chain[-1]])
    chain.reverse()
    return _links(chain, steps)


def _without_circles(hops: Iterable[Hop]) -> dict[str, dict[str, list[Hop]]]:
    """Return lower → upper → hops, but for those that lead around a circle."""
    import networkx

    hops = list(hops)
    seen: networkx.DiGraph[str] = networkx.DiGraph((hop.near, hop.far) for hop in hops)
    circle = {
        node: at
        for at, nodes in enumerate(networkx.strongly_connected_components(seen))
        for node in nodes
    }
    steps: dict[str, dict[str, list[Hop]]] = defaultdict(lambda: defaultdict(list))
    for hop in hops:
        if circle[hop.near] != circle[hop.far]:
            steps[hop.near][hop.far].append(hop)
    return steps


def _downwards(steps: dict[str, dict[str, list[Hop]]]) -> Iterable[str]:
    """Return the documents, each after all it rests on."""
    from graphlib import TopologicalSorter

    return TopologicalSorter(
        {lower: list(uppers) for lower, uppers in steps.items()}
    ).static_order()


def _links(chain: list[str], steps: dict[str, dict[str, list[Hop]]]) -> list[Link]:
    links = []
    for step, (upper, lower) in enumerate(pairwise(chain), 1):
        hops = steps[lower][upper]
        first = hops[0]
        if step == 1:
            links.append(Link(0, first.far_name, first.far_date, None, (), ()))
        links.append(
            Link(
                step,
                first.near_name,
                first.near_date,
                lag(first.far_date, first.near_date),
                tuple(sorted({hop.relation for hop in hops})),
                tuple(sorted(hop.edge for hop in hops)),
            )
        )
    return links
