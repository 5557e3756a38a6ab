"""What became of the provinces a graph names, so that one can ask who is there today.

The mergers and their decrees are in data/mergers.csv.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from phahe.data import table
from phahe.graph.identity import edge_id
from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId, Value
from phahe.graph.place import Place, place_named

RULE = "successors.mergers"


def with_successors(graph: Graph) -> Graph:
    """Return *graph* with the successors of its merged provinces, one SUCCEEDED_BY edge each.

    The sentence of such an edge is the one that names the old province; date and decree are
    attributes.
    """
    nodes: dict[NodeId, Node] = {}
    edges: list[Edge] = []
    for old, (new, when, source) in _successors().items():
        if old in graph.nodes:
            fields: dict[str, Value] = {"place_kind": new.kind, "country": new.country}
            nodes[new.id] = Node(new.id, "Place", new.name, fields)
            edges.append(_edge(graph.nodes[old], new, {"date": when, "source": source}))
    if not edges:
        return graph
    known = {edge.id: edge for edge in (*edges, *graph.edges)}
    return Graph(
        dict(sorted((nodes | dict(graph.nodes)).items())),
        tuple(edge for _, edge in sorted(known.items())),
    )


@cache
def _successors() -> Mapping[NodeId, tuple[Place, str, str]]:
    """Id of a place that ended → the place it became, the date, the decree."""
    return {old.id: (new, when, source) for old, new, when, source in _mergers()}


def _mergers() -> Iterator[tuple[Place, Place, str, str]]:
    for row in table("mergers"):
        day = date.fromisoformat(row["date"])
        new = place_named(row["new"], "province", on=day)
        for name in row["old"].split("|"):
            old = place_named(name, "province", on=day - timedelta(days=1))
            if old and new and old != new:
                yield old, new, row["date"], row["source"]


def _edge(old: Node, new: Place, attributes: Mapping[str, Value]) -> Edge:
    said = [claim.evidence for claim in old.claims if claim.evidence]
    evidence: tuple[Evidence, ...] = tuple(replace(each, rule=RULE) for each in said[:1])
    key = edge_id(old.id, "SUCCEEDED_BY", new.id, attributes)
    return Edge(key, old.id, "SUCCEEDED_BY", new.id, "implied", attributes, evidence)
