"""Making a Neo4j database say what the graph says, and nothing of ours that it does not.

The marks in the database are read first (see `phahe.graph.neo4j_mark`); only what differs is
written. So a second push changes nothing, one that broke off goes on where it stopped, and what
left the graph leaves the database. What has no mark is never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any, TypeVar

from phahe.graph.bulk import many_values
from phahe.graph.errors import BadServer
from phahe.graph.model import Edge, Graph, Node
from phahe.graph.neo4j_mark import MARK, label, marked_edge, marked_node
from phahe.graph.neo4j_schema import schema
from phahe.graph.neo4j_server import Database
from phahe.graph.vocabulary import kinds, relations

BATCH = 5_000
"""Rows in each transaction."""
FEW = 100
"""So many nodes may go without question."""
MOST = 0.8
"""A graph without this share of what is there is another graph."""
NODES = (
    "MATCH (n) WHERE n.key IS NOT NULL UNWIND labels(n) AS kind"
    f" RETURN kind, n.key AS key, n.{MARK} AS mark"
)
EDGES = (
    "MATCH ()-[r]->() WHERE r.key IS NOT NULL"
    f" RETURN type(r) AS relation, r.key AS key, r.{MARK} AS mark"
)
Item = TypeVar("Item")
Tell = Callable[[str, int], object]
"""Told what is being written, and how much of it was just done."""
Name = tuple[str, str]
"""A kind or relation, and a key."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did; all zero where the database said the same already."""

    nodes_written: int
    edges_written: int
    nodes_deleted: int
    edges_deleted: int
    kept: tuple[str, ...] = ()
    """Keys of nodes that left the graph, but have edges of others in the database."""


@dataclass(frozen=True, slots=True)
class _Difference:
    nodes: list[Node]
    edges: list[Edge]
    gone_nodes: list[Name]
    gone_edges: list[Name]


@dataclass(slots=True)
class _There:
    """What a database holds: marks by kind or relation and key, and the keys of others."""

    marks: dict[Name, str] = field(default_factory=dict)
    others: set[Name] = field(default_factory=set)


def push(
    graph: Graph,
    database: Database,
    replace: bool = False,
    tell: Tell = lambda what, count: None,
) -> Pushed:
    """Write *graph* into *database*.

    Raises BadServer if the server refuses, if others own one of our keys, or if most of what phahe
    wrote there is not in *graph*, unless *replace* says that this is meant.
    """
    for statement in schema():
        database.define(statement)
    database.define("CALL db.awaitIndexes(300)")
    with many_values():
        found = _difference(graph, database, replace)
        _delete_edges(database, found.gone_edges, tell)
        kept = _delete_nodes(database, found.gone_nodes, tell)
        _write_nodes(database, found.nodes, tell)
        _write_edges(database, graph, found.edges, tell)
    deleted = len(found.gone_nodes) - len(kept)
    return Pushed(len(found.nodes), len(found.edges), deleted, len(found.gone_edges), kept)


def _difference(graph: Graph, database: Database, replace: bool) -> _Difference:
    nodes = _there(database, NODES, {*kinds(), *(n.kind for n in graph.nodes.values())})
    edges = _there(database, EDGES, {*relations(), *(e.relation for e in graph.edges)})
    wanted_nodes = {(node.kind, str(node.id)) for node in graph.nodes.values()}
    wanted_edges = {(edge.relation, edge.id) for edge in graph.edges}
    _refuse_others(wanted_nodes & nodes.others | wanted_edges & edges.others)
    gone = [name for name in nodes.marks if name not in wanted_nodes]
    if not replace:
        _refuse_another_graph(len(gone), len(nodes.marks))
    changed = [
        edge
        for edge in graph.edges
        if edges.marks.get((edge.relation, edge.id)) != marked_edge(edge)[MARK]
    ]
    stale = {(edge.relation, edge.id) for edge in changed}
    return _Difference(
        [
            node
            for node in graph.nodes.values()
            if nodes.marks.get((node.kind, node.id)) != marked_node(node)[MARK]
        ],
        changed,
        gone,
        [name for name in edges.marks if name not in wanted_edges or name in stale],
    )


def _there(database: Database, cypher: str, words: set[str]) -> _There:
    found = _There()
    known = {label(word) for word in words}
    for word, key, mark in database.pairs(cypher):
        if word not in known or not isinstance(key, str):
            continue
        if mark is None:
            found.others.add((word, key))
        else:
            found.marks[word, key] = mark
    return found


def _refuse_another_graph(gone: int, there: int) -> None:
    if gone > FEW and gone > MOST * there:
        raise BadServer(
            f"{gone} of the {there} nodes phahe wrote there are not in this graph:"
            " is it another one? Use a database of its own, or --replace"
        )


def _refuse_others(names: set[Name]) -> None:
    if names:
        some = ", ".join(key for _, key in sorted(names)[:3])
        raise BadServer(
            f"the database has {len(names)} of our keys on data phahe did not write ({some} ...):"
            " nothing was changed; use a database of its own"
        )


def _delete_edges(database: Database, gone: Iterable[Name], tell: Tell) -> None:
    for relation, same in groupby(sorted(gone), key=lambda name: name[0]):
        for keys in _batches(key for _, key in same):
            database.write(
                f"UNWIND $keys AS key MATCH ()-[r:{label(relation)} {{key: key}}]->()"
                f" WHERE r.{MARK} IS NOT NULL DELETE r",
                {"keys": keys},
            )
            tell("edges that left", len(keys))


def _delete_nodes(database: Database, gone: Iterable[Name], tell: Tell) -> tuple[str, ...]:
    """Delete what is ours and free; return the keys of what others are joined to."""
    kept: list[str] = []
    for kind, same in groupby(sorted(gone), key=lambda name: name[0]):
        match = f"UNWIND $keys AS key MATCH (n:{label(kind)} {{key: key}})"
        for keys in _batches(key for _, key in same):
            database.write(
                f"{match} WHERE n.{MARK} IS NOT NULL AND NOT EXISTS {{ (n)--() }} DELETE n",
                {"keys": keys},
            )
            kept += [row["key"] for row in database.read(f"{match} RETURN key", {"keys": keys})]
            tell("nodes that left", len(keys))
    return tuple(kept)


def _write_nodes(database: Database, nodes: Iterable[Node], tell: Tell) -> None:
    ordered = sorted(nodes, key=lambda node: node.kind)
    for kind, same in groupby(ordered, key=lambda node: node.kind):
        for rows in _batches(marked_node(node) for node in same):
            database.write(
                f"UNWIND $rows AS row MERGE (n:{label(kind)} {{key: row.key}}) SET n = row",
                {"rows": rows},
            )
            tell("nodes", len(rows))


def _write_edges(database: Database, graph: Graph, edges: Iterable[Edge], tell: Tell) -> None:
    def ends(edge: Edge) -> tuple[str, str, str]:
        return graph.nodes[edge.source].kind, edge.relation, graph.nodes[edge.target].kind

    for (source, relation, target), same in groupby(sorted(edges, key=ends), key=ends):
        text = (
            f"UNWIND $rows AS row MATCH (a:{label(source)} {{key: row.a}})"
            f" MATCH (b:{label(target)} {{key: row.b}})"
            f" MERGE (a)-[r:{label(relation)} {{key: row.own.key}}]->(b) SET r = row.own"
        )
        for rows in _batches(map(_row, same)):
            database.write(text, {"rows": rows})
            tell("edges", len(rows))


def _row(edge: Edge) -> Mapping[str, Any]:
    return {"a": edge.source, "b": edge.target, "own": marked_edge(edge)}


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch
