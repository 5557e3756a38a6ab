"""The graph as GraphML and GEXF, for yEd, Cytoscape and Gephi.

Both formats know no lists: values of a list are joined by ``; ``. Names are those of graph
databases (``key``, ``doc_type``, ``subject``), so that a filter reads alike everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from phahe.graph.atomic import writing
from phahe.graph.model import Edge, Graph, Node
from phahe.graph.properties import Property, edge_properties, node_properties

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"
Flat = dict[str, str | bool | int | float]


def write_graphml(graph: Graph, path: Path) -> None:
    """Write *graph* to *path* as GraphML."""
    types = _types(graph)
    with writing(path) as out:
        out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{GRAPHML}">\n')
        for (owner, name), kind in types.items():
            out.write(
                f'<key id="{owner}.{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'
            )
        out.write('<graph id="phahe" edgedefault="directed">\n')
        for node in graph.nodes.values():
            out.write(f"<node id={_quoted(node.id)}>{_data('node', _node(node))}</node>\n")
        for edge in graph.edges:
            ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
            out.write(f"<edge id={_quoted(edge.id)} {ends}>{_data('edge', _edge(edge))}</edge>\n")
        out.write("</graph>\n</graphml>\n")


def write_gexf(graph: Graph, path: Path) -> None:
    """Write *graph* to *path* as GEXF 1.3."""
    types = _types(graph)
    with writing(path) as out:
        out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{GEXF}" version="1.3">\n')
        out.write('<graph mode="static" defaultedgetype="directed">\n')
        for owner in ("node", "edge"):
            out.write(f'<attributes class="{owner}">\n')
            for (of, name), kind in types.items():
                if of == owner:
                    out.write(f'<attribute id="{name}" title="{name}" type="{kind}"/>\n')
            out.write("</attributes>\n")
        out.write("<nodes>\n")
        for node in graph.nodes.values():
            head = f"id={_quoted(node.id)} label={_quoted(node.name)}"
            out.write(f"<node {head}>{_values(_node(node))}</node>\n")
        out.write("</nodes>\n<edges>\n")
        for edge in graph.edges:
            ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
            head = f"id={_quoted(edge.id)} {ends} kind={_quoted(edge.relation)}"
            out.write(
                f"<edge {head} label={_quoted(edge.relation)}>{_values(_edge(edge))}</edge>\n"
            )
        out.write("</edges>\n</graph>\n</gexf>\n")


def _node(node: Node) -> Flat:
    return {"kind": node.kind, **_flat(node_properties(node))}


def _edge(edge: Edge) -> Flat:
    return {"relation": edge.relation, **_flat(edge_properties(edge))}


def _flat(values: Mapping[str, Property]) -> Flat:
    return {k: "; ".join(v) if isinstance(v, list) else v for k, v in values.items()}


def _types(graph: Graph) -> dict[tuple[str, str], str]:
    """(node or edge, property) → its type in XML; text where values differ in type."""
    rows = [("node", map(_node, graph.nodes.values())), ("edge", map(_edge, graph.edges))]
    found: dict[tuple[str, str], set[str]] = {}
    for owner, name, kind in _named(rows):
        found.setdefault((owner, name), set()).add(kind)
    return {key: each.pop() if len(each) == 1 else "string" for key, each in sorted(found.items())}


def _named(rows: Iterable[tuple[str, Iterable[Flat]]]) -> Iterator[tuple[str, str, str]]:
    words = {bool: "boolean", int: "long", float: "double", str: "string"}
    for owner, all_values in rows:
        for values in all_values:
            for name, value in values.items():
                yield owner, name, words[type(value)]


def _data(owner: str, values: Flat) -> str:
    return "".join(f'<data key="{owner}.{k}">{escape(_text(v))}</data>' for k, v in values.items())


def _values(values: Flat) -> str:
    cells = (f'<attvalue for="{k}" value={_quoted(_text(v))}/>' for k, v in values.items())
    return f"<attvalues>{''.join(cells)}</attvalues>"


def _text(value: str | bool | int | float) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return FORBIDDEN.sub("\ufffd", text)


def _quoted(text: str) -> str:
    return quoteattr(FORBIDDEN.sub("\ufffd", text))
