"""One edge for each claim, whoever states it, with all sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from phahe.graph.facts import EdgeFacts
from phahe.graph.identity import edge_id
from phahe.graph.model import Certainty, Edge, Evidence, NodeId, Value
from phahe.graph.vocabulary import relations

STRENGTH: Mapping[Certainty, int] = {"explicit": 0, "implied": 1, "hypothesis": 2}


def rename(edge: EdgeFacts, names: Mapping[str, str]) -> EdgeFacts:
    """Return *edge* with the final ids that *names* gives for local ones.

    Between equals (bodies that cooperate, places that border) the first in the alphabet is the
    source, so that one fact is one edge whichever way it is told.
    """
    source, target = (names.get(end, end) for end in (edge.source, edge.target))
    kinds = source.partition(":")[0], target.partition(":")[0]
    relation = relations().get(edge.relation)
    if relation and relation.symmetric and kinds[0] == kinds[1]:
        source, target = sorted((source, target))
    attributes = {
        name: names.get(value, value) if isinstance(value, str) else value
        for name, value in edge.attributes.items()
    }
    evidence = tuple(
        replace(each, document=names.get(each.document, each.document)) for each in edge.evidence
    )
    return replace(edge, source=source, target=target, attributes=attributes, evidence=evidence)


def same_edge(edge: EdgeFacts) -> str:
    """Return the id of the edge that *edge* tells of."""
    return edge_id(edge.source, edge.relation, edge.target, edge.attributes)


def merge_edges(key: str, same: Sequence[EdgeFacts]) -> Edge:
    """Return the edge with id *key* that all of *same* tell of; the order does not matter."""
    one = same[0]
    evidence = {each for edge in same for each in edge.evidence}

    def near(each: Evidence) -> tuple[bool, Evidence]:
        return (each.document != one.source, each)

    return Edge(
        key,
        NodeId(one.source),
        one.relation,
        NodeId(one.target),
        min((edge.certainty for edge in same), key=STRENGTH.__getitem__),
        _attributes(same),
        tuple(sorted(evidence, key=near)),
    )


def _attributes(same: Sequence[EdgeFacts]) -> dict[str, Value]:
    """For each attribute the value most often given; lists are joined."""
    votes: dict[str, dict[Value, int]] = defaultdict(lambda: defaultdict(int))
    for edge in same:
        for name, value in edge.attributes.items():
            votes[name][value] += 1
    return {name: _settled(values) for name, values in sorted(votes.items())}


def _settled(votes: Mapping[Value, int]) -> Value:
    if all(isinstance(value, tuple) for value in votes):
        return tuple(
            sorted({each for value in votes if isinstance(value, tuple) for each in value})
        )
    return min(votes, key=lambda value: (-votes[value], -len(str(value)), str(value)))
