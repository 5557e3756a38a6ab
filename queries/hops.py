"""One level further along the lineage: in the NetworkX graph, and through a Cypher engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phahe.graph.vocabulary import cascading
from phahe.queries.stated import Network, predecessors, successors
from phahe.queries.statements import Rows, statement
from phahe.queries.walk import Facts, Further, Hop, day


def in_network(network: Network, downwards: bool, hypotheses: bool) -> Further:
    """Return the step over *network*, *downwards* to what carries out or up to the basis."""
    carrying, nodes = cascading(), network.nodes
    seen = predecessors(network) if downwards else successors(network)

    def further(frontier: Sequence[str], facts: dict[str, Facts]) -> list[Hop]:
        found = []
        for near in frontier:
            node = nodes[near]
            fields = node["fields"]
            date = fields.get("date")
            facts[near] = node["name"], date, fields.get("held", False), day(date)
            for far, edges in seen[near].items():
                for edge, data in edges.items():
                    relation, certainty = data["relation"], data["certainty"]
                    if relation in carrying and (hypotheses or certainty != "hypothesis"):
                        found.append((near, far, relation, certainty, edge))
        return found

    return further


def through(rows: Rows, question: str, hypotheses: bool) -> Further:
    """Return the step that asks an engine with the Cypher text of *question*."""
    text = statement(question)

    def further(frontier: Sequence[str], facts: dict[str, Facts]) -> Iterator[Hop]:
        given = {"frontier": list(frontier), "hypotheses": hypotheses}
        for row in rows(text, given):
            near = row["near"]
            if near not in facts:
                facts[near] = row["name"], row["date"], row["held"], day(row["date"])
            for far, relation, certainty, edge, name, date, held in row["hops"]:
                if far not in facts:
                    facts[far] = name, date, held, day(date)
                yield near, far, relation, certainty, edge

    return further
