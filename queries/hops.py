"""One level further along the lineage: in the NetworkX graph, and through a Cypher engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phahe.graph.vocabulary import cascading
from phahe.queries.stated import Network
from phahe.queries.statements import Rows, statement
from phahe.queries.walk import Further, Hop


def in_network(network: Network, downwards: bool, hypotheses: bool) -> Further:
    """Return the step over *network*, *downwards* to what carries out or up to the basis."""
    carrying, nodes = cascading(), network.nodes

    def further(frontier: Sequence[str]) -> Iterator[Hop]:
        seen = network.in_edges if downwards else network.out_edges
        for source, target, edge, data in seen(frontier, keys=True, data=True):
            if data["relation"] not in carrying:
                continue
            if data["certainty"] == "hypothesis" and not hypotheses:
                continue
            near, far = (target, source) if downwards else (source, target)
            here, there = nodes[near], nodes[far]
            about, beyond = here["fields"], there["fields"]
            yield Hop(
                near,
                far,
                data["relation"],
                data["certainty"],
                edge,
                here["name"],
                about.get("date"),
                there["name"],
                beyond.get("date"),
                beyond.get("held", False),
            )

    return further


def through(rows: Rows, question: str, hypotheses: bool) -> Further:
    """Return the step that asks an engine with the Cypher text of *question*."""
    text = statement(question)

    def further(frontier: Sequence[str]) -> Iterator[Hop]:
        found = rows(text, {"frontier": list(frontier), "hypotheses": hypotheses})
        return (Hop(**row) for row in found)

    return further
