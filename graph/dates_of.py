"""What dates say about the order of documents: bounds of undated ones, orders that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from phahe.graph.model import Edge, Graph, Node, NodeId, Value
from phahe.graph.vocabulary import lineage


def with_bounds(graph: Graph) -> Graph:
    """Return *graph* with undated documents dated between those they name and those naming them."""
    earliest: dict[NodeId, tuple[str, NodeId]] = {}
    latest: dict[NodeId, tuple[str, NodeId]] = {}
    for edge in _between_documents(graph):
        source, target = date_of(graph.nodes[edge.source]), date_of(graph.nodes[edge.target])
        if target and not source:
            said = (target, edge.target)
            earliest[edge.source] = max(earliest.get(edge.source, said), said)
        elif source and not target:
            said = (source, edge.source)
            latest[edge.target] = min(latest.get(edge.target, said), said)
    bounded = {key: _bound(graph.nodes[key], earliest, latest) for key in {*earliest, *latest}}
    return replace(graph, nodes={**graph.nodes, **bounded}) if bounded else graph


def impossible_orders(graph: Graph) -> list[str]:
    """Return a warning for each document that names a later one; nothing is corrected."""
    found = []
    for edge in _between_documents(graph):
        source, target = graph.nodes[edge.source], graph.nodes[edge.target]
        first, second = date_of(target), date_of(source)
        if first and second and first > second:
            where = (
                f"{edge.evidence[0].file}, line {edge.evidence[0].line}: " if edge.evidence else ""
            )
            found.append(
                f"{where}{source.name} of {second} {edge.relation} {target.name},"
                f" which is later: {first}"
            )
    for node in graph.nodes.values():
        after, before = node.fields.get("date_not_before"), node.fields.get("date_not_after")
        if isinstance(after, str) and isinstance(before, str) and after > before:
            found.append(f"{node.name}: not before {after}, yet not after {before}")
    return found


def conflicts(graph: Graph) -> list[Node]:
    """Return the documents whose witnesses give different dates."""
    return [node for node in graph.nodes.values() if node.fields.get("date_conflict")]


def date_of(node: Node) -> str:
    """Return the full ISO date of a document; blank if only a month, or nothing, is known."""
    date = str(node.fields.get("date", ""))
    return date if len(date) == 10 else ""


def _between_documents(graph: Graph) -> Iterator[Edge]:
    known = set(lineage())
    for edge in graph.edges:
        if edge.relation in known and edge.certainty != "hypothesis":
            ends = graph.nodes[edge.source].kind, graph.nodes[edge.target].kind
            if ends == ("Document", "Document"):
                yield edge


def _bound(
    node: Node,
    earliest: Mapping[NodeId, tuple[str, NodeId]],
    latest: Mapping[NodeId, tuple[str, NodeId]],
) -> Node:
    fields = dict(node.fields)
    reasons = [str(fields["date_reason"])] if "date_reason" in fields else []
    for day, other in filter(None, [earliest.get(node.id)]):
        if day > str(fields.get("date_not_before", "")):
            fields["date_not_before"] = day
            reasons.append(f"not before {day}: it names {other}")
    for day, other in filter(None, [latest.get(node.id)]):
        if day < str(fields.get("date_not_after", "9")):
            fields["date_not_after"] = day
            reasons.append(f"not after {day}: {other} names it")
    settled: dict[str, Value] = {**fields, "date_reason": "; ".join(reasons)}
    return replace(node, fields=settled)
