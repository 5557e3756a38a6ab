"""What the graph states, as questions over a NetworkX graph need it: hypotheses left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

Network: TypeAlias = "nx.MultiDiGraph[str]"
"""As `phahe.graph.network` makes it; importing this does not import NetworkX."""


Edges = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Other node → id of an edge to it → what the edge says."""


class Stated(NamedTuple):
    """An edge seen from one of its ends."""

    edge: str
    relation: str
    other: str
    """Id of the node at the other end."""
    attributes: Mapping[str, Any]


def forward(network: Network, node: str, *relations: str) -> Iterator[Stated]:
    """Yield what *node* says of others, in these *relations* (all if none is named)."""
    return _stated(successors(network)[node], relations)


def backward(network: Network, node: str, *relations: str) -> Iterator[Stated]:
    """Yield what others say of *node*, in these *relations* (all if none is named)."""
    return _stated(predecessors(network)[node], relations)


def _stated(edges: Edges, relations: tuple[str, ...]) -> Iterator[Stated]:
    for other, parallel in edges.items():
        for edge, data in parallel.items():
            relation = data["relation"]
            if data["certainty"] != "hypothesis" and (not relations or relation in relations):
                yield Stated(edge, relation, other, data["attributes"])


def successors(network: Network) -> Mapping[str, Edges]:
    """Return node → (other → (edge → data)), as NetworkX keeps it.

    Its views take three times as long to walk, and questions walk whole graphs.
    """
    inside: Any = network
    return inside._succ  # type: ignore[no-any-return]


def predecessors(network: Network) -> Mapping[str, Edges]:
    """Return the same against the direction of the edges."""
    inside: Any = network
    return inside._pred  # type: ignore[no-any-return]


def node_data(network: Network) -> Mapping[str, Mapping[str, Any]]:
    """Return node → what it carries, as NetworkX keeps it."""
    inside: Any = network
    return inside._node  # type: ignore[no-any-return]


def of_kind(network: Network, kind: str) -> Iterator[str]:
    """Yield the ids of all nodes of a *kind*."""
    return (node for node, data in network.nodes(data=True) if data["kind"] == kind)


def chosen(network: Network, kind: str, node: str | None) -> Iterable[str]:
    """Return *node* alone, or every node of its *kind* where none was asked for."""
    return of_kind(network, kind) if node is None else (node,)


def value(network: Network, node: str, field: str) -> Any:
    """Return a field of *node*, None where it is unknown."""
    return network.nodes[node]["fields"].get(field)


def name(network: Network, node: str) -> str:
    """Return the name of *node*."""
    return str(network.nodes[node]["name"])


def names(network: Network, nodes: Iterable[str]) -> tuple[str, ...]:
    """Return the names of *nodes*, sorted, each once."""
    return tuple(sorted({name(network, node) for node in nodes}))


def by_other(stated: Iterable[Stated]) -> dict[str, list[Stated]]:
    """Return the edges by the node at their other end: parallel edges say one thing together."""
    found: dict[str, list[Stated]] = {}
    for each in stated:
        found.setdefault(each.other, []).append(each)
    return found


def edges(*stated: Iterable[Stated]) -> tuple[str, ...]:
    """Return the ids of the edges, sorted, each once."""
    return tuple(sorted({each.edge for same in stated for each in same}))
