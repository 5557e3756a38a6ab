"""The level of government of documents that do not tell it themselves: that of who issued them."""

from __future__ import annotations

from dataclasses import replace

from phahe.graph.model import Graph


def with_levels(graph: Graph) -> Graph:
    """Return *graph* with the issuer's level on documents, mostly cited ones, that have none."""
    changed = {}
    for edge in graph.edges:
        if edge.relation != "ISSUED_BY" or edge.source in changed:
            continue
        document, level = graph.nodes[edge.source], graph.nodes[edge.target].fields.get("level")
        if level and "level" not in document.fields:
            changed[document.id] = replace(document, fields={**document.fields, "level": level})
    return replace(graph, nodes={**graph.nodes, **changed}) if changed else graph
