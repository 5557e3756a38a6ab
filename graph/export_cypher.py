"""The graph as a Cypher script for Neo4j 5 and others: run twice, it changes nothing.

cypher-shell -f graph.cypher
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

from phahe.graph.atomic import writing
from phahe.graph.model import Edge, Graph
from phahe.graph.neo4j_mark import label, marked_edge, marked_node
from phahe.graph.properties import Property
from phahe.graph.vocabulary import kinds

Item = TypeVar("Item")
BATCH = 500
"""Rows for each statement."""


def write_cypher(graph: Graph, path: Path) -> None:
    """Write *graph* to *path* as statements that end in ``;`` and a new line."""
    with writing(path) as out:
        for statement in cypher_script(graph):
            out.write(statement + ";\n")


def cypher_script(graph: Graph) -> Iterator[str]:
    """Yield the statements: constraints, then nodes, then edges."""
    for kind in kinds():
        yield (
            f"CREATE CONSTRAINT {kind.lower()}_key IF NOT EXISTS"
            f" FOR (n:{kind}) REQUIRE n.key IS UNIQUE"
        )
    nodes = sorted(graph.nodes.values(), key=lambda node: node.kind)
    for kind, same in groupby(nodes, key=lambda node: node.kind):
        for rows in _batches(_map(marked_node(node)) for node in same):
            merge = f"MERGE (n:{label(kind)} {{key: row.key}}) SET n += row"
            yield f"UNWIND [{', '.join(rows)}] AS row {merge}"

    def ends(edge: Edge) -> tuple[str, str, str]:
        return graph.nodes[edge.source].kind, edge.relation, graph.nodes[edge.target].kind

    for (source, relation, target), told in groupby(sorted(graph.edges, key=ends), key=ends):
        for rows in _batches(map(_edge, told)):
            yield (
                f"UNWIND [{', '.join(rows)}] AS row"
                f" MATCH (a:{label(source)} {{key: row.a}}),"
                f" (b:{label(target)} {{key: row.b}})"
                f" MERGE (a)-[r:{label(relation)} {{key: row.own.key}}]->(b) SET r += row.own"
            )


def _edge(edge: Edge) -> str:
    own = _map(marked_edge(edge))
    return f"{{a: {_literal(edge.source)}, b: {_literal(edge.target)}, own: {own}}}"


def _map(values: Mapping[str, Property]) -> str:
    return (
        "{"
        + ", ".join(f"`{label(name)}`: {_literal(value)}" for name, value in values.items())
        + "}"
    )


def _literal(value: Property) -> str:
    r"""Return *value* in Cypher.

    >>> print(_literal("it's \"so\"\n"), _literal(True), _literal(["a"]))
    "it's \"so\"\n" true ["a"]
    """
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch
