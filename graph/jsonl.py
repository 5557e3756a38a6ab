"""The graph as JSON lines: ``nodes.jsonl`` and ``edges.jsonl``, sorted by id, no blank values."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from phahe.graph.atomic import writing
from phahe.graph.errors import BadGraph
from phahe.graph.model import Claim, Edge, Evidence, Graph, Node, NodeId, Value


def write_jsonl(graph: Graph, folder: Path) -> None:
    """Write *graph* to *folder* as ``nodes.jsonl`` and ``edges.jsonl`` in UTF-8, NFC."""
    with writing(folder / "nodes.jsonl") as nodes, writing(folder / "edges.jsonl") as edges:
        for key in sorted(graph.nodes):
            nodes.write(_line(node_record(graph.nodes[key])))
        for edge in sorted(graph.edges, key=lambda each: each.id):
            edges.write(_line(edge_record(edge)))


def read_jsonl(folder: Path) -> Graph:
    """Return the graph that *folder* holds as JSON lines; BadGraph says which line is wrong."""
    nodes = sorted((_node(row) for row in _rows(folder / "nodes.jsonl")), key=lambda each: each.id)
    edges = sorted((_edge(row) for row in _rows(folder / "edges.jsonl")), key=lambda each: each.id)
    known = {node.id: node for node in nodes}
    for edge in edges:
        for end in (edge.source, edge.target):
            if end not in known:
                raise BadGraph(f"{folder}: edge {edge.id} needs node {end}, which is not there")
    return Graph(known, tuple(edges))


def node_record(node: Node) -> dict[str, Any]:
    """Return *node* as in the export format; ``claims`` holds the sentences behind its fields."""
    claims = [
        {"field": claim.field, "value": claim.value, "witness": claim.witness}
        | (asdict(claim.evidence) if claim.evidence else {})
        for claim in node.claims
    ]
    head = {"id": node.id, "kind": node.kind, "name": node.name}
    return _known({**head, **node.fields, "claims": claims})


def edge_record(edge: Edge) -> dict[str, Any]:
    """Return *edge* as in the export format, with every sentence."""
    return {
        "id": edge.id,
        "source": edge.source,
        "relation": edge.relation,
        "target": edge.target,
        "certainty": edge.certainty,
        "attributes": _known(edge.attributes),
        "evidence": [asdict(each) for each in edge.evidence],
    }


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", (), [])}


def _line(record: Mapping[str, Any]) -> str:
    return unicodedata.normalize("NFC", json.dumps(record, ensure_ascii=False)) + "\n"


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise BadGraph(f"{path}, line {number}: not JSON: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadGraph(f"{path}: cannot be read: {error}") from error


def _node(row: dict[str, Any]) -> Node:
    claims = tuple(_claim(each) for each in row.pop("claims", ()))
    try:
        key, kind, name = row.pop("id"), row.pop("kind"), row.pop("name")
    except KeyError as missing:
        raise BadGraph(f"a node has no {missing}: {row}") from None
    return Node(NodeId(key), kind, name, _values(row), claims)


def _claim(row: dict[str, Any]) -> Claim:
    name, value, witness = row.pop("field"), row.pop("value"), row.pop("witness")
    where = Evidence(**row) if row else None
    return Claim(name, tuple(value) if isinstance(value, list) else value, witness, where)


def _edge(row: dict[str, Any]) -> Edge:
    try:
        ends = (NodeId(row["source"]), row["relation"], NodeId(row["target"]))
        evidence = tuple(Evidence(**each) for each in row.get("evidence", ()))
        attributes = _values(row.get("attributes", {}))
        return Edge(row["id"], *ends, row.get("certainty", "explicit"), attributes, evidence)
    except (KeyError, TypeError) as error:
        raise BadGraph(f"not an edge ({error}): {row}") from error


def _values(row: Mapping[str, Any]) -> dict[str, Value]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if v is not None}
