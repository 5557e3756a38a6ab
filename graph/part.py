"""Parting what was taken for one thing: all that one file says of it becomes another node."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from phahe.graph.identity import digest, edge_id
from phahe.graph.model import Claim, Edge, Graph, Node, NodeId, Value

SHARED = ("type", "type_code", "number", "symbol", "code", "level", "branch", "country")
"""Fields both keep: by them the two were taken for one."""
OWN = ("held", "file", "copies")
"""Fields that say where the text of a document stands."""


def without_file(graph: Graph, node: Node, file: str) -> tuple[Graph, Node, Node] | None:
    """Return the graph with *node* parted, the node as others tell of it, and the new one.

    None if *file* says nothing of it, or nobody else does.
    """
    theirs = [claim for claim in node.claims if _is_from(claim, file)]
    rest = [claim for claim in node.claims if not _is_from(claim, file)]
    if not theirs or not rest:
        return None
    key = NodeId(f"{node.id}~{digest('not-same', file)}")
    here = file in _files(node)
    mine = replace(node, fields=_fields(node, rest, _files(node) - {file}), claims=tuple(rest))
    fields = _fields(node, theirs, {file} if here else set())
    apart = Node(key, node.kind, node.name, fields, tuple(theirs))
    apart = replace(apart, claims=tuple(_at(claim, node.id, key) for claim in apart.claims))
    nodes = {**graph.nodes, node.id: mine, key: apart}
    edges = [part for edge in graph.edges for part in _parts(edge, node.id, key, file)]
    ordered = tuple(sorted(edges, key=lambda edge: edge.id))
    return Graph(dict(sorted(nodes.items())), ordered), mine, apart


def _is_from(claim: Claim, file: str) -> bool:
    return claim.evidence is not None and claim.evidence.file == file


def _files(node: Node) -> set[str]:
    copies = node.fields.get("copies", ())
    several = copies if isinstance(copies, tuple) else ()
    return {str(each) for each in (node.fields.get("file"), *several) if each}


def _fields(node: Node, claims: Iterable[Claim], files: set[str]) -> dict[str, Value]:
    """Return what *claims* say, the value most often given; shared fields stay."""
    votes: dict[str, Counter[Value]] = {}
    for claim in claims:
        votes.setdefault(claim.field, Counter())[claim.value] += 1
    fields = {name: value for name, value in node.fields.items() if name in SHARED}
    for name, told in votes.items():
        if name in node.fields and name not in OWN:
            old = node.fields[name]
            fields[name] = old if isinstance(old, tuple) or old in told else _most(told)
    if node.kind == "Document":
        fields["held"] = bool(files) and node.fields.get("held") is True
        if files:
            fields["file"] = min(files)
    return fields


def _most(told: Mapping[Value, int]) -> Value:
    return min(told, key=lambda value: (-told[value], str(value)))


def _at(claim: Claim, old: str, new: str) -> Claim:
    said = claim.evidence
    if said is None or said.document != old:
        return claim
    return replace(claim, evidence=replace(said, document=new))


def _parts(edge: Edge, old: NodeId, new: NodeId, file: str) -> Iterable[Edge]:
    """The edge as others tell it, and as the file tells it of the new node."""
    if old not in (edge.source, edge.target):
        return [edge]
    theirs = [each for each in edge.evidence if each.file == file]
    rest = tuple(each for each in edge.evidence if each.file != file)
    if not theirs:
        return [edge]
    source, target = (new if end == old else end for end in (edge.source, edge.target))
    key = edge_id(source, edge.relation, target, edge.attributes)
    said = tuple(replace(e, document=new) if e.document == old else e for e in theirs)
    moved = replace(edge, id=key, source=source, target=target, evidence=said)
    return [replace(edge, evidence=rest), moved] if rest else [moved]
