"""The graph in the formats of other programs; each is written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from phahe.graph.errors import BadOutput
from phahe.graph.export_csv import write_csv
from phahe.graph.export_cypher import write_cypher
from phahe.graph.export_xml import write_gexf, write_graphml
from phahe.graph.jsonl import write_jsonl
from phahe.graph.model import Graph
from phahe.graph.rdf_write import write_jsonld, write_ntriples, write_turtle
from phahe.graph.store import write_graph

Writer = Callable[[Graph, Path], object]

FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "jsonl": write_jsonl,
        "csv": write_csv,
        "graphml": write_graphml,
        "gexf": write_gexf,
        "cypher": write_cypher,
        "turtle": write_turtle,
        "ntriples": write_ntriples,
        "jsonld": write_jsonld,
        "parquet": write_graph,
    }
)
"""Format → what writes it; ``jsonl``, ``csv`` and ``parquet`` make a folder, the others a file."""
FOLDERS = frozenset(("jsonl", "csv", "parquet"))


def export(graph: Graph, what: str, out: Path) -> None:
    """Write *graph* to *out* in the format *what*, a key of `FORMATS`; raises BadOutput."""
    writer = FORMATS.get(what)
    if writer is None:
        raise BadOutput(f"{what}: no such format; there are {', '.join(sorted(FORMATS))}")
    if what in FOLDERS and out.exists() and not out.is_dir():
        raise BadOutput(f"{out}: {what} needs a folder, and this is a file")
    if what not in FOLDERS and out.is_dir():
        raise BadOutput(f"{out}: {what} needs a file name, and this is a folder")
    writer(graph, out)
