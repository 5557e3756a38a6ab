"""The files of ``neo4j-admin database import full``: the fastest way into an empty database.

One file for each kind of node and for each relation between two kinds, ``import.args`` with the
options to read them, ``schema.cypher`` with the constraints to make afterwards.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

from phahe.graph.atomic import writing
from phahe.graph.model import Edge, Graph, Node
from phahe.graph.neo4j_mark import MARK, label, marked_edge, marked_node
from phahe.graph.neo4j_schema import schema
from phahe.graph.properties import Property

BETWEEN = "\x1f"
"""Between the parts of a list: a character no text holds."""
OPTIONS = ("--multiline-fields=true", "--array-delimiter=U+001F", "--id-type=string")
TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]"}
Columns = Mapping[str, str]


def write_bulk(graph: Graph, folder: Path) -> None:
    """Write *graph* to *folder*; all files appear together. Raises BadOutput."""
    options = list(OPTIONS)
    with ExitStack() as together:
        for kind, nodes in _by_kind(graph):
            name = f"nodes-{kind}.csv"
            out = csv.writer(together.enter_context(writing(folder / name)), lineterminator="\n")
            out.writerows(_node_rows(kind, nodes))
            options.append(f"--nodes={kind}={name}")
        for (source, relation, target), edges in _by_ends(graph):
            name = f"edges-{relation}-{source}-{target}.csv"
            out = csv.writer(together.enter_context(writing(folder / name)), lineterminator="\n")
            out.writerows(_edge_rows(source, target, edges))
            options.append(f"--relationships={relation}={name}")
        args = together.enter_context(writing(folder / "import.args"))
        args.writelines(f"{option}\n" for option in options)
        later = together.enter_context(writing(folder / "schema.cypher"))
        later.writelines(f"{statement};\n" for statement in schema())


def _by_kind(graph: Graph) -> Iterator[tuple[str, list[Node]]]:
    ordered = sorted(graph.nodes.values(), key=lambda node: node.kind)
    for kind, same in groupby(ordered, key=lambda node: node.kind):
        yield label(kind), list(same)


def _by_ends(graph: Graph) -> Iterator[tuple[tuple[str, str, str], list[Edge]]]:
    def ends(edge: Edge) -> tuple[str, str, str]:
        return graph.nodes[edge.source].kind, edge.relation, graph.nodes[edge.target].kind

    for (source, relation, target), same in groupby(sorted(graph.edges, key=ends), key=ends):
        yield (label(source), label(relation), label(target)), list(same)


def _node_rows(kind: str, nodes: Sequence[Node]) -> Iterator[list[str]]:
    columns = _columns(map(marked_node, nodes))
    names = [name for name in columns if name != "key"]
    yield [f"key:ID({kind})", *(f"{name}:{columns[name]}" for name in names)]
    for node in nodes:
        own = marked_node(node)
        yield [str(node.id), *_cells(own, names, columns)]


def _edge_rows(source: str, target: str, edges: Sequence[Edge]) -> Iterator[list[str]]:
    columns = _columns(map(marked_edge, edges))
    ends = [f":START_ID({source})", f":END_ID({target})"]
    yield [*ends, *(f"{name}:{kind}" for name, kind in columns.items())]
    for edge in edges:
        yield [edge.source, edge.target, *_cells(marked_edge(edge), list(columns), columns)]


def _columns(rows: Iterable[Mapping[str, Property]]) -> Columns:
    """Return the type of each property; values of several types need text or a list of it."""
    seen: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            seen.setdefault(name, set()).add(type(value))
    return {label(name): _type(types) for name, types in sorted(seen.items())}


def _type(types: set[type]) -> str:
    if len(types) == 1:
        return TYPES[next(iter(types))]
    return "string[]" if list in types else "string"


def _cells(row: Mapping[str, Property], names: Sequence[str], columns: Columns) -> list[str]:
    """Return the cells; a row that must be changed to fit loses its mark: a push mends it."""
    cells = {name: _cell(row[name]) for name in names if name in row}
    if any(not _fits(value, columns.get(name, "string")) for name, value in row.items()):
        cells[MARK] = "changed"
    return [cells.get(name, "") for name in names]


def _fits(value: Property, kind: str) -> bool:
    if isinstance(value, list):
        return not any(BETWEEN in each or each == "" for each in value)
    return TYPES[type(value)] == kind and value != ""


def _cell(value: Property) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return BETWEEN.join(each.replace(BETWEEN, " ") for each in value)
    return str(value)
