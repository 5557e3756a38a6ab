"""What dates say about the order of documents: bounds of undated ones, orders that cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from phahe.graph.model import Edge, Graph, Node, NodeId
from phahe.graph.vocabulary import lineage

Bound = tuple[str, NodeId]
"""An ISO date and the document it comes from; a document itself for what it says of itself."""
Links = Mapping[NodeId, list[NodeId]]


def with_bounds(graph: Graph) -> Graph:
    """Return *graph* with undated documents dated between those they name and those naming them.

    Bounds pass on from one undated document to the next. Documents whose witnesses disagree get
    them, too, for people to judge by.
    """
    names: dict[NodeId, list[NodeId]] = defaultdict(list)
    named_by: dict[NodeId, list[NodeId]] = defaultdict(list)
    for edge in _between_documents(graph):
        names[edge.source].append(edge.target)
        named_by[edge.target].append(edge.source)
    open_ = [key for key in {*names, *named_by} if _is_open(graph.nodes[key])]
    if not open_:
        return graph
    after = _spread(graph, open_, names, named_by, "date_not_before", max)
    before = _spread(graph, open_, named_by, names, "date_not_after", min)
    bounded = {key: _bounded(graph, key, after.get(key), before.get(key)) for key in open_}
    return replace(graph, nodes={**graph.nodes, **bounded})


def impossible_orders(graph: Graph) -> list[str]:
    """Return a warning for each document that names a later one; nothing is corrected."""
    found = []
    for edge in _between_documents(graph):
        source, target = graph.nodes[edge.source], graph.nodes[edge.target]
        first, second = date_of(target), date_of(source)
        if first and second and first > second:
            said = edge.evidence[0] if edge.evidence else None
            where = f"{said.file}, line {said.line}: " if said else ""
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


def _is_open(node: Node) -> bool:
    return not date_of(node) or bool(node.fields.get("date_conflict"))


def _spread(
    graph: Graph,
    open_: list[NodeId],
    links: Links,
    back: Links,
    field: str,
    pick: Callable[[Bound, Bound], Bound],
) -> dict[NodeId, Bound]:
    """The tightest bound of each open document, from what *links* lead to, near or far."""
    known: dict[NodeId, Bound] = {}
    for key in open_:
        own = graph.nodes[key].fields.get(field)
        if isinstance(own, str):
            known[key] = (own, key)
    waiting = list(open_)
    while waiting:
        key = waiting.pop()
        best = known.get(key)
        for other in links.get(key, ()):
            day = date_of(graph.nodes[other]) or known.get(other, ("", key))[0]
            if day:
                best = pick(best, (day, other)) if best else (day, other)
        if best and best[0] != known.get(key, ("", key))[0]:
            known[key] = best
            waiting += [other for other in back.get(key, ()) if _is_open(graph.nodes[other])]
    return known


def _bounded(graph: Graph, key: NodeId, after: Bound | None, before: Bound | None) -> Node:
    node = graph.nodes[key]
    fields = dict(node.fields)
    reasons = [str(fields["date_reason"])] if "date_reason" in fields else []
    if after and after[0] != fields.get("date_not_before"):
        fields["date_not_before"] = after[0]
        reasons.append(f"not before {after[0]}: it names {graph.nodes[after[1]].name}")
    if before and before[0] != fields.get("date_not_after"):
        fields["date_not_after"] = before[0]
        reasons.append(f"not after {before[0]}: {graph.nodes[before[1]].name} names it")
    return replace(node, fields=fields | ({"date_reason": "; ".join(reasons)} if reasons else {}))
