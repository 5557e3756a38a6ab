"""The gold annotation: what is right, in the format of data/gold/README.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from phahe.graph.errors import BadGraph

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """Annotated nodes by id, and annotated edges."""

    nodes: Mapping[str, Row]
    edges: tuple[Row, ...]

    @property
    def files(self) -> frozenset[str]:
        """The files that were annotated."""
        return frozenset(str(node["file"]) for node in self.nodes.values() if node.get("file"))


def read_gold(folder: Path) -> Gold:
    """Read nodes.jsonl and edges.jsonl of *folder*; BadGraph says what is missing or damaged."""
    nodes = {str(row["id"]): row for row in _rows(folder / "nodes.jsonl")}
    edges = tuple(_rows(folder / "edges.jsonl"))
    for edge in edges:
        for end in (edge["source"], edge["target"]):
            if end not in nodes:
                raise BadGraph(f"{folder}: an edge names {end}, which is no node there")
    return Gold(nodes, edges)


def _rows(path: Path) -> Iterator[Row]:
    try:
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)
    except OSError as fault:
        raise BadGraph(f"{path}: no gold annotation: {fault.strerror}") from fault
    except ValueError as fault:
        raise BadGraph(f"{path}: a line is no JSON: {fault}") from fault
