"""A graph with its edges found by their ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from phahe.graph.model import Edge, Graph, Node
from phahe.graph.vocabulary import cascading


@dataclass(frozen=True, slots=True)
class Neighbours:
    """*graph*, and for each node the edges that leave it and those that reach it."""

    graph: Graph
    leaving: dict[str, list[Edge]]
    reaching: dict[str, list[Edge]]

    def of_kind(self, kind: str) -> list[Node]:
        """Return the nodes of *kind* in the order of their ids."""
        return [node for node in self.graph.nodes.values() if node.kind == kind]

    def by_name(self, nodes: Iterable[str]) -> list[str]:
        """Return *nodes* in the order of their names."""
        known = self.graph.nodes
        return sorted(nodes, key=lambda node: (known[node].name, node))  # type: ignore[index]

    def targets(self, node: str, *relations: str) -> Iterator[Node]:
        """Yield what *node* stands in one of *relations* to."""
        for edge in self.leaving.get(node, ()):
            if edge.relation in relations:
                yield self.graph.nodes[edge.target]

    def sources(self, node: str, *relations: str) -> Iterator[Node]:
        """Yield what stands in one of *relations* to *node*."""
        for edge in self.reaching.get(node, ()):
            if edge.relation in relations:
                yield self.graph.nodes[edge.source]

    def parents(self, document: str) -> list[str]:
        """Return the documents that *document* carries out, sorted; guesses left out."""
        return sorted({edge.target for edge in self.leaving.get(document, ()) if descends(edge)})

    def children(self, document: str) -> list[str]:
        """Return the documents that carry *document* out, sorted; guesses left out."""
        return sorted({edge.source for edge in self.reaching.get(document, ()) if descends(edge)})


def descends(edge: Edge) -> bool:
    """Whether *edge* is a step of a cascade that is more than a guess."""
    return (
        edge.relation in cascading()
        and edge.certainty != "hypothesis"
        and edge.source != edge.target
    )


def neighbours(graph: Graph) -> Neighbours:
    """Return *graph* with its edges by their ends."""
    leaving: dict[str, list[Edge]] = {}
    reaching: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        leaving.setdefault(edge.source, []).append(edge)
        reaching.setdefault(edge.target, []).append(edge)
    return Neighbours(graph, leaving, reaching)


def words(value: object) -> tuple[str, ...]:
    """Return a field that may hold one text or several as several."""
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable):
        return tuple(str(each) for each in value)
    return (str(value),)
