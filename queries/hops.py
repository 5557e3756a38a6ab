"""One level further along the lineage: in the NetworkX graph, and through a Cypher engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phahe.graph.vocabulary import cascading
from phahe.queries.stated import Network, node_data, predecessors, successors
from phahe.queries.statements import FACTS, Rows, statement
from phahe.queries.walk import Facts, Further, Hop, day


def in_network(network: Network, downwards: bool, hypotheses: bool) -> Further:
    """Return the step over *network*, *downwards* to what carries out or up to the basis."""
    carrying, nodes = cascading(), node_data(network)
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
    """Return the step that asks an engine with the Cypher text of *question*.

    Its answer is one row of lists side by side: an engine hands over tens of thousands of steps in
    half the time that as many rows would take.
    """
    text = statement(question)

    def further(frontier: Sequence[str], facts: dict[str, Facts]) -> Iterator[Hop]:
        for steps in rows(text, {"frontier": list(frontier), "hypotheses": hypotheses}):
            near, far = steps["near"], steps["far"]
            said = zip(far, steps["name"], steps["date"], steps["held"], strict=True)
            facts |= {key: (name, date or None, held, day(date)) for key, name, date, held in said}
            facts |= _facts(rows, sorted({*near} - facts.keys()))
            yield from zip(
                near, far, steps["relation"], steps["certainty"], steps["edge"], strict=True
            )

    return further


def _facts(rows: Rows, documents: Sequence[str]) -> dict[str, Facts]:
    """Ask for what no step has told: the facts of the document a walk starts from."""
    found = rows(statement(FACTS), {"frontier": documents}) if documents else ()
    return {row["key"]: (row["name"], row["date"], row["held"], day(row["date"])) for row in found}
