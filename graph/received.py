"""What a body that received a document may have issued because of it: a guess, marked as one.

A letter arrives, with a stamp; later its receiver carries out the same directive and does not name
the letter. That the letter was the reason is likely and not said: a BASED_ON hypothesis.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from phahe.graph.dates_of import date_of
from phahe.graph.identity import edge_id
from phahe.graph.model import Edge, Graph, NodeId, Value
from phahe.graph.vocabulary import cascading, lineage

FURTHEST = 4
"""Steps from a body up to the body it is part of."""
Links = Mapping[NodeId, list[Edge]]


def with_received(graph: Graph) -> Graph:
    """Return *graph* with what the receivers of stamped documents may have issued for them.

    Its sentences are the stamp and the one by which the later document carries out the directive.
    """
    stamps = [edge for edge in graph.edges if edge.relation == "RECEIVED_BY"]
    if not stamps:
        return graph
    carried = _by_end(graph.edges, cascading(), by_source=True)
    carrying = _by_end(graph.edges, cascading(), by_source=False)
    bodies = _by_end(graph.edges, {"ISSUED_BY", "PART_OF"}, by_source=True)
    joined = {(edge.source, edge.target) for edge in graph.edges if edge.relation in lineage()}
    more = {
        guess.id: guess
        for stamp in stamps
        for guess in _guesses(
            graph, stamp, list(_followers(graph, stamp, carried, carrying, bodies)), carried
        )
        if (guess.source, guess.target) not in joined
    }
    if not more:
        return graph
    edges = sorted((*graph.edges, *more.values()), key=lambda edge: edge.id)
    return replace(graph, edges=tuple(edges))


def _by_end(edges: Iterable[Edge], relations: Iterable[str], by_source: bool) -> Links:
    """The stated edges of these relations by one of their ends."""
    wanted = frozenset(relations)
    found: dict[NodeId, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.relation in wanted and edge.certainty != "hypothesis":
            found[edge.source if by_source else edge.target].append(edge)
    return found


def _followers(
    graph: Graph, stamp: Edge, carried: Links, carrying: Links, bodies: Links
) -> Iterator[Edge]:
    """Edges by which the receiver, or a part of it, carries out what the stamped document does."""
    arrival = str(stamp.attributes.get("arrival_date", "")) or date_of(graph.nodes[stamp.source])
    for work in {edge.target for edge in carried.get(stamp.source, ())}:
        for edge in carrying.get(work, ()):
            date = date_of(graph.nodes[edge.source])
            later = edge.source != stamp.source and date and arrival and date >= arrival
            if later and _is_of(edge.source, stamp.target, bodies):
                yield edge


def _is_of(document: NodeId, body: NodeId, bodies: Links) -> bool:
    """Whether *body*, or a part of it, issued the document."""
    near = {edge.target for edge in bodies.get(document, ()) if edge.relation == "ISSUED_BY"}
    for _ in range(FURTHEST):
        if body in near:
            return True
        near = {edge.target for one in near for edge in bodies.get(one, ())}
    return body in near


def _guesses(
    graph: Graph, stamp: Edge, followers: Sequence[Edge], carried: Links
) -> Iterator[Edge]:
    """The hypotheses: of the earliest day, and of none that rests on another follower."""
    days = {edge.source: date_of(graph.nodes[edge.source]) for edge in followers}
    for edge in sorted(followers, key=lambda edge: edge.id):
        rests = any(each.target in days for each in carried.get(edge.source, ()))
        if days[edge.source] == min(days.values()) and not rests:
            said = (*stamp.evidence[:1], *edge.evidence[:1])
            attributes: dict[str, Value] = {}
            key = edge_id(edge.source, "BASED_ON", stamp.source, attributes)
            yield Edge(key, edge.source, "BASED_ON", stamp.source, "hypothesis", attributes, said)
