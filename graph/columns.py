"""The graph as tables: which columns, and how nodes and edges become rows and come back.

| table | a row is |
|---|---|
| nodes | a node: ``id kind name``, a column for each field of data/kinds.csv, ``more`` (JSON) |
| claims | a sentence behind a field of a node |
| edges | an edge: ``id source relation target certainty``, `NAMED` attributes, ``more`` (JSON) |
| evidence | a sentence behind an edge |
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from phahe.graph.model import Claim, Edge, Evidence, Graph, Node, NodeId, Value
from phahe.graph.vocabulary import kinds

Columns = dict[str, list[Any]]
"""Column → cells, all of one length; None where nothing is known."""

NAMED = ("role", "task", "purpose")
"""Attributes of edges that have a column of their own."""
PLACE = ("document", "file", "page", "line", "start", "end", "quote", "rule")
"""Columns of a sentence; the fields of `Evidence` in their order."""
TABLES = ("nodes", "claims", "edges", "evidence")
PYTHON = {"text": str, "date": str, "flag": bool, "list": tuple}


def node_fields() -> dict[str, str]:
    """Return every field that has a column in ``nodes`` with its type."""
    return {name: kind for each in kinds().values() for name, kind in each.fields.items()}


def to_tables(graph: Graph) -> dict[str, Columns]:
    """Return *graph* as columns of the four tables, sorted by id."""
    nodes = list(graph.nodes.values())
    claims = [(node.id, claim) for node in nodes for claim in node.claims]
    evidence = [(edge.id, each) for edge in graph.edges for each in edge.evidence]
    return {
        "nodes": _node_columns(nodes),
        "claims": {
            "node": [owner for owner, _ in claims],
            "field": [claim.field for _, claim in claims],
            "value": [to_json(claim.value) for _, claim in claims],
            "witness": [claim.witness for _, claim in claims],
            **_sentences([claim.evidence for _, claim in claims]),
        },
        "edges": _edge_columns(graph.edges),
        "evidence": {
            "edge": [owner for owner, _ in evidence],
            **_sentences([each for _, each in evidence]),
        },
    }


def from_tables(tables: Mapping[str, Columns]) -> Graph:
    """Return the graph that `to_tables` turned into *tables*; KeyError if a column is missing."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    told = tables["claims"]
    stated = zip(told["node"], told["field"], told["value"], told["witness"], strict=True)
    for (owner, name, value, witness), where in zip(stated, _places(told), strict=True):
        claims[owner].append(Claim(name, from_json(value), witness, where))
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    said = tables["evidence"]
    for owner, where in zip(said["edge"], _places(said), strict=True):
        if where is not None:
            evidence[owner].append(where)
    nodes = {node.id: node for node in _nodes(tables["nodes"], claims)}
    ids = {key: key for key in nodes}
    return Graph(nodes, tuple(_edges(tables["edges"], ids, evidence)))


def to_json(value: object) -> str:
    """Return *value* as JSON on one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Any:
    """Return the value of *text*, lists as tuples."""
    value = json.loads(text)
    return tuple(value) if isinstance(value, list) else value


def _node_columns(nodes: Sequence[Node]) -> Columns:
    columns: Columns = {
        "id": [node.id for node in nodes],
        "kind": [node.kind for node in nodes],
        "name": [node.name for node in nodes],
    }
    types = {name: PYTHON[kind] for name, kind in node_fields().items()}
    for name, wanted in types.items():
        values = [node.fields.get(name) for node in nodes]
        columns[name] = [value if isinstance(value, wanted) else None for value in values]
    columns["more"] = [
        _rest({k: v for k, v in node.fields.items() if not isinstance(v, types.get(k, ()))})
        for node in nodes
    ]
    return columns


def _edge_columns(edges: Sequence[Edge]) -> Columns:
    columns: Columns = {
        name: [getattr(edge, name) for edge in edges]
        for name in ("id", "source", "relation", "target", "certainty")
    }
    for name in NAMED:
        values = [edge.attributes.get(name) for edge in edges]
        columns[name] = [value if isinstance(value, str) else None for value in values]
    columns["more"] = [
        _rest(
            {k: v for k, v in edge.attributes.items() if k not in NAMED or not isinstance(v, str)}
        )
        for edge in edges
    ]
    return columns


def _rest(values: Mapping[str, Value]) -> str | None:
    return to_json(dict(values)) if values else None


def _sentences(evidence: Sequence[Evidence | None]) -> Columns:
    return {name: [getattr(each, name, None) for each in evidence] for name in PLACE}


def _places(columns: Columns) -> Iterable[Evidence | None]:
    for row in zip(*(columns[name] for name in PLACE), strict=True):
        yield None if row[0] is None else Evidence(*row)


def _nodes(columns: Columns, claims: Mapping[str, list[Claim]]) -> Iterable[Node]:
    names = [name for name in node_fields() if name in columns]
    rows = zip(columns["id"], columns["kind"], columns["name"], columns["more"], strict=True)
    cells = zip(*(columns[name] for name in names), strict=True)
    for (key, kind, name, more), row in zip(rows, cells, strict=True):
        fields = {
            field: tuple(value) if isinstance(value, list) else value
            for field, value in zip(names, row, strict=True)
            if value is not None
        }
        fields.update(_unpack(more))
        yield Node(key, kind, name, fields, tuple(claims.get(key, ())))


def _edges(
    columns: Columns, ids: Mapping[NodeId, NodeId], evidence: Mapping[str, list[Evidence]]
) -> Iterable[Edge]:
    names = ("id", "source", "relation", "target", "certainty", "more", *NAMED)
    for row in zip(*(columns[name] for name in names), strict=True):
        key, source, relation, target, certainty, more, *named = row
        attributes = _unpack(more)
        attributes.update((k, v) for k, v in zip(NAMED, named, strict=True) if v is not None)
        said = tuple(evidence.get(key, ()))
        yield Edge(key, ids[source], relation, ids[target], certainty, attributes, said)


def _unpack(more: str | None) -> dict[str, Value]:
    if more is None:
        return {}
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(more).items()
    }
