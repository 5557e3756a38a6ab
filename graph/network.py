"""The graph in process, for NetworkX: a projection that can be made anew at any time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from phahe.graph.bulk import many_values
from phahe.graph.model import Graph

if TYPE_CHECKING:
    import networkx


def network(graph: Graph) -> networkx.MultiDiGraph[str]:
    """Return *graph* as a multigraph with the same direction of edges.

    A node carries ``kind``, ``name`` and its fields under ``fields``; an edge has its id as key and
    carries ``relation``, ``certainty``, ``attributes`` and ``evidence``. Values are shared with
    *graph*, so they must not be changed.
    """
    import networkx

    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    nodes: Iterator[Any] = (
        (node.id, {"kind": node.kind, "name": node.name, "fields": node.fields})
        for node in graph.nodes.values()
    )
    edges: Iterator[Any] = (
        (
            edge.source,
            edge.target,
            edge.id,
            {
                "relation": edge.relation,
                "certainty": edge.certainty,
                "attributes": edge.attributes,
                "evidence": edge.evidence,
            },
        )
        for edge in graph.edges
    )
    with many_values():
        made.add_nodes_from(nodes)
        made.add_edges_from(edges)
    return made
