"""One file's facts, made ready to meet those of other files.

Ids of documents and tasks are unique only within their file (``#0``, ``#0/3``); here they get the
file's name in front. What the citing document's date says of the cited one, and the other way
round, is added as claims, and so is the issuer's level: they tell documents of the same number
apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from phahe.graph.facts import Claim, EdgeFacts, FileFacts, NodeFacts
from phahe.graph.identity import task_id
from phahe.graph.model import Evidence
from phahe.graph.vocabulary import lineage


def localise(file: FileFacts) -> FileFacts:
    """Return *file* with ids that are unique among all files, and with bounds of dates."""
    names = {node.id: file.file + node.id for node in file.nodes if node.id.startswith("#")}
    more = _bounds(file)
    for key, claims in _levels(file).items():
        more[key] = (*more.get(key, ()), *claims)
    nodes = tuple(_node(node, names, more.get(node.id, ()), file.file) for node in file.nodes)
    edges = tuple(_edge(edge, names, file.file) for edge in file.edges)
    return replace(file, nodes=nodes, edges=edges)


def file_of(local: str) -> str:
    """Return the file that the id *local*, made here, comes from.

    >>> file_of("a/b.txt#0/3")
    'a/b.txt'
    """
    return local.rpartition("#")[0]


def is_own(local: str) -> bool:
    """Say whether *local* is a document the file holds, not one it cites.

    >>> is_own("a/b.txt#0"), is_own("a/b.txt#0/3")
    (True, False)
    """
    return "/" not in local.rpartition("#")[2]


def task_names(file: FileFacts, names: Mapping[str, str]) -> dict[str, str]:
    """Return the final ids of the tasks of a localised *file*; *names* are those of documents."""
    setter = {edge.target: edge.source for edge in file.edges if edge.relation == "SETS"}
    found: dict[str, str] = {}
    for node in file.nodes:
        if node.kind == "Task" and node.id in setter:
            said = {claim.field: str(claim.value) for claim in node.claims}
            owner = names.get(setter[node.id], setter[node.id])
            found[node.id] = task_id(owner, said.get("section", ""), said.get("text", node.id))
    return found


def _bounds(file: FileFacts) -> dict[str, tuple[Claim, ...]]:
    """Claims not_before and not_after that follow from which document names which."""
    dates = {node.id: node.key.date for node in file.nodes if node.key and len(node.key.date) == 10}
    known = set(lineage())
    found: dict[str, tuple[Claim, ...]] = {}
    for edge in file.edges:
        if edge.relation not in known or edge.certainty == "hypothesis":
            continue
        said = _first(edge)
        if edge.source in dates and edge.target not in dates:
            claim = Claim("not_after", dates[edge.source], "context", said)
            found[edge.target] = (*found.get(edge.target, ()), claim)
        elif edge.target in dates and edge.source not in dates:
            claim = Claim("not_before", dates[edge.target], "context", said)
            found[edge.source] = (*found.get(edge.source, ()), claim)
    return found


def _levels(file: FileFacts) -> dict[str, tuple[Claim, ...]]:
    """Claims of the level of documents: that of who issued them.

    A number of a central body means the same document in every file.
    """
    levels = {
        node.id: claim.value
        for node in file.nodes
        if node.kind == "Organization"
        for claim in node.claims
        if claim.field == "level"
    }
    return {
        edge.source: (Claim("level", levels[edge.target], "context", _first(edge)),)
        for edge in sorted(file.edges, key=lambda edge: edge.target)
        if edge.relation == "ISSUED_BY" and edge.target in levels
    }


def _first(edge: EdgeFacts) -> Evidence | None:
    return edge.evidence[0] if edge.evidence else None


def _node(
    node: NodeFacts, names: Mapping[str, str], more: tuple[Claim, ...], file: str
) -> NodeFacts:
    claims = tuple(_claims((*node.claims, *more), file))
    return replace(node, id=names.get(node.id, node.id), claims=claims)


def _claims(claims: tuple[Claim, ...], file: str) -> Iterator[Claim]:
    for claim in claims:
        yield replace(claim, evidence=_place(claim.evidence, file)) if claim.evidence else claim


def _edge(edge: EdgeFacts, names: Mapping[str, str], file: str) -> EdgeFacts:
    attributes = {
        name: names.get(value, value) if isinstance(value, str) else value
        for name, value in edge.attributes.items()
    }
    return replace(
        edge,
        source=names.get(edge.source, edge.source),
        target=names.get(edge.target, edge.target),
        evidence=tuple(_place(each, file) for each in edge.evidence),
        attributes=attributes,
    )


def _place(evidence: Evidence, file: str) -> Evidence:
    if not evidence.document.startswith("#"):
        return evidence
    return replace(evidence, document=file + evidence.document)
