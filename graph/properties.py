"""Nodes and edges as property graphs hold them: Cypher engines, Neo4j, GraphML, GEXF.

The embedded engine keeps ``id``, ``type`` and ``title`` for itself, so the graph's own fields of
these names are called ``key``, ``doc_type`` and ``subject``, in every engine.
"""

from __future__ import annotations

from collections.abc import Mapping

from phahe.graph.model import Edge, Node, Value

RENAMED: Mapping[str, str] = {"id": "key", "type": "doc_type", "title": "subject"}
Property = str | bool | int | float | list[str]


def node_properties(node: Node) -> dict[str, Property]:
    """Return the properties of *node*: its key, name and fields."""
    own = {name: value for name, value in node.fields.items() if _is_known(value)}
    return {"key": node.id, "name": node.name} | _named(own)


def edge_properties(edge: Edge) -> dict[str, Property]:
    """Return the properties of *edge*.

    ``quote``, ``file`` and ``line`` are those of its first sentence, ``sentences`` are all of them.
    """
    own = {name: value for name, value in edge.attributes.items() if _is_known(value)}
    found = {"key": edge.id, "certainty": edge.certainty} | _named(own)
    if edge.evidence:
        first = edge.evidence[0]
        found |= {"quote": first.quote, "file": first.file, "line": first.line}
        found["sentences"] = list(dict.fromkeys(each.quote for each in edge.evidence))
    return found


def _named(values: Mapping[str, Value]) -> dict[str, Property]:
    return {
        RENAMED.get(name, name): list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }


def _is_known(value: Value) -> bool:
    return value not in ("", ())
