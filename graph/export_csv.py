"""The graph for spreadsheets: one file for each kind of node, one of edges, one of sentences.

A cell that a spreadsheet would take for a formula (``=1+1``, ``@SUM``) gets an apostrophe in front.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from phahe.graph.atomic import writing
from phahe.graph.columns import PLACE
from phahe.graph.model import Edge, Graph, Node, Value
from phahe.graph.vocabulary import kinds

FORMULA = ("=", "+", "-", "@", "\t", "\r")
Rows = Iterable[Sequence[object]]


def write_csv(graph: Graph, folder: Path) -> None:
    """Write *graph* to *folder*: ``Document.csv`` ..., ``edges.csv``, ``evidence.csv``."""
    files = {f"{kind}.csv": _nodes(graph, kind) for kind in kinds()}
    files |= {"edges.csv": _edges(graph.edges), "evidence.csv": _evidence(graph.edges)}
    with ExitStack() as together:
        outs = {name: together.enter_context(writing(folder / name)) for name in files}
        for name, rows in files.items():
            out = csv.writer(outs[name], lineterminator="\n")
            out.writerows([_cell(value) for value in row] for row in rows)


def _nodes(graph: Graph, kind: str) -> Iterator[Sequence[object]]:
    nodes: list[Node] = [node for node in graph.nodes.values() if node.kind == kind]
    named = list(kinds()[kind].fields)
    others = sorted({name for node in nodes for name in node.fields} - set(named))
    columns = [*named, *others]
    yield ["id", "name", *columns]
    for node in nodes:
        yield [node.id, node.name, *(node.fields.get(name) for name in columns)]


def _edges(edges: Sequence[Edge]) -> Iterator[Sequence[object]]:
    columns = sorted({name for edge in edges for name in edge.attributes})
    yield ["id", "source", "relation", "target", "certainty", *columns]
    for edge in edges:
        head = (edge.id, edge.source, edge.relation, edge.target, edge.certainty)
        yield [*head, *(edge.attributes.get(name) for name in columns)]


def _evidence(edges: Sequence[Edge]) -> Iterator[Sequence[object]]:
    yield ["edge", *PLACE]
    for edge in edges:
        for each in edge.evidence:
            yield [edge.id, *(getattr(each, name) for name in PLACE)]


def _cell(value: Value | object) -> object:
    """Return what to write: lists joined by ``; ``, truth as true and false, no formulas.

    >>> _cell(("a", "b")), _cell(True), _cell("=1+1"), _cell(None)
    ('a; b', 'true', "'=1+1", '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
