"""Cypher in process: a read-only snapshot of the graph in KGLite, rebuilt whenever it is needed.

This is the only file that knows KGLite. Its traps: write ``*1..30``, for ``*`` ends at 10 hops;
``id``, ``type`` and ``title`` are called ``key``, ``doc_type`` and ``subject`` (see
`phahe.graph.properties`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import groupby, islice
from pathlib import Path
from typing import Any, TypeVar
from warnings import catch_warnings, simplefilter

from phahe.graph.atomic import replacing
from phahe.graph.bulk import many_values
from phahe.graph.errors import BadOutput, BadQuery
from phahe.graph.model import Graph
from phahe.graph.properties import edge_properties, node_properties
from phahe.graph.store import generation_of, read_graph
from phahe.graph.vocabulary import kinds

Row = dict[str, Any]
Item = TypeVar("Item")

BATCH = 10_000
NESTED = frozenset({list, dict})
STRUCTURAL = ("id", "type", "title")
FILE_READER = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)
LITERAL = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*")


class Engine:
    """A graph that answers Cypher and cannot be changed by it."""

    def __init__(self, snapshot: Any) -> None:
        """Serve *snapshot*, a frozen graph; use `Engine.open` or `Engine.of_folder`."""
        import kglite

        # It would print a line for every relation a small graph happens to have none of.
        kglite.set_query_warning_policy("silent")
        self._snapshot = snapshot

    @classmethod
    def open(cls, graph: Graph) -> Engine:
        """Load *graph*."""
        with many_values():
            return cls(_load(graph).freeze())

    @classmethod
    def of_folder(cls, folder: Path) -> Engine:
        """Open the graph in *folder*, from the engine's own file if it is of this generation.

        Where that file cannot be kept (a folder one may only read), the tables are loaded anew.
        """
        import kglite

        kept = folder / "engine" / f"{generation_of(folder)}.kgl"
        with suppress(kglite.KgError, OSError):
            if kept.exists():
                return cls(kglite.load(str(kept)).freeze())
        with many_values():
            loaded = _load(read_graph(folder))
        with suppress(BadOutput, kglite.KgError):
            _keep(loaded, kept)
        return cls(loaded.freeze())

    def rows(
        self, cypher: str, params: Mapping[str, Any] | None = None, timeout: float = 30
    ) -> list[Row]:
        """Return what *cypher* answers, one mapping of column → value for each row.

        A node is a mapping of its properties with ``kind``, a relationship one with ``relation``, a
        path has ``nodes`` and ``edges``. Raises BadQuery for errors, for writes and after *timeout*
        seconds.
        """
        import kglite

        if FILE_READER.search(LITERAL.sub("''", cypher)):
            raise BadQuery("LOAD CSV reads files; a question may read only the graph")
        try:
            answer = self._snapshot.cypher(
                cypher, params=dict(params or {}), timeout_ms=max(1, int(timeout * 1000))
            )
            return [{name: _plain(value) for name, value in row.items()} for row in answer]
        except kglite.ReadOnlyError as error:
            raise BadQuery("the graph is read-only here: ask with MATCH … RETURN") from error
        except kglite.CypherTimeoutError as error:
            message = f"no answer within {timeout:g} s: bound paths as *1..15, or ask for less"
            raise BadQuery(message) from error
        except kglite.KgError as error:
            raise BadQuery(f"the engine refused the query: {error}") from error


def _keep(loaded: Any, place: Path) -> None:
    import kglite

    with replacing(place) as new, catch_warnings():
        simplefilter("ignore", kglite.MappedFallbackWarning)
        loaded.save(str(new))
    for other in place.parent.glob("*.kgl"):
        if other != place:
            other.unlink(missing_ok=True)


def _load(graph: Graph) -> Any:
    import kglite

    made = kglite.KnowledgeGraph()
    for kind in kinds():
        made.cypher(
            f"CREATE CONSTRAINT {kind.lower()}_key IF NOT EXISTS"
            f" FOR (n:{kind}) REQUIRE n.key IS UNIQUE"
        )
    nodes = sorted(graph.nodes.values(), key=lambda node: node.kind)
    for kind, same in groupby(nodes, key=lambda node: node.kind):
        for rows in _batches(node_properties(node) for node in same):
            cells = _cells(rows, "row")
            made.cypher(f"UNWIND $rows AS row CREATE (n:{kind} {cells})", params={"rows": rows})
    _load_edges(made, graph)
    return made


def _load_edges(made: Any, graph: Graph) -> None:
    def ends(edge: Any) -> tuple[str, str, str]:
        return graph.nodes[edge.source].kind, edge.relation, graph.nodes[edge.target].kind

    for (source, relation, target), same in groupby(sorted(graph.edges, key=ends), key=ends):
        match = f"MATCH (a:{source} {{key: row.a}}), (b:{target} {{key: row.b}})"
        for some in _batches(same):
            rows: list[Row] = [
                {"a": e.source, "b": e.target, "own": edge_properties(e)} for e in some
            ]
            cells = _cells((row["own"] for row in rows), "row.own")
            create = f"UNWIND $rows AS row {match} CREATE (a)-[:{relation} {cells}]->(b)"
            made.cypher(create, params={"rows": rows})


def _cells(rows: Iterable[Mapping[str, Any]], row: str) -> str:
    """Name each property: the engine takes four times as long to ``SET n = row``."""
    names = sorted({name for each in rows for name in each})
    return "{" + ", ".join(f"`{name}`: {row}.`{name}`" for name in names) + "}"


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch


def _plain(value: Any) -> Any:
    """Turn the engine's nodes, relationships and paths into mappings of our own words."""
    if isinstance(value, list):
        return value if NESTED.isdisjoint(map(type, value)) else [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"id", "labels", "properties"}:
        own = {k: v for k, v in value["properties"].items() if k not in STRUCTURAL}
        return {"kind": value["labels"][0], **own}
    if value.keys() == {"id", "start", "end", "type", "properties"}:
        return {"relation": value["type"], **value["properties"]}
    if value.keys() == {"nodes", "relationships"}:
        return {"nodes": _plain(value["nodes"]), "edges": _plain(value["relationships"])}
    return {name: _plain(each) for name, each in value.items()}
