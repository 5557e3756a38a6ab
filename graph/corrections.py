"""What people know better: corrections applied to a graph after every build.

| kind | says |
|---|---|
| same-as | *object* is *subject* under another name |
| not-same | what the file *object* says of *subject* is of another thing of that name |
| wrong-edge | *subject* does not stand in *relation* to *object* (no relation named: in none) |
| missing-edge | *subject* stands in *relation* to *object* |
| right-date | the document *subject* is of the day *value* |

Nothing is forgotten: other dates stay visible beside the right one, and every node touched says
what was corrected, by whom and why. A correction that finds nothing to correct is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from phahe.graph.errors import AmbiguousName, PhaheError, UnknownNode
from phahe.graph.identity import edge_id
from phahe.graph.model import Claim, Edge, Evidence, Graph, Node, NodeId, Value
from phahe.graph.names_index import find_node
from phahe.graph.part import without_file
from phahe.graph.vocabulary import relations

KINDS = ("same-as", "not-same", "wrong-edge", "missing-edge", "right-date")

SIGNS = {"same-as": "=", "not-same": "≠", "right-date": "→"}
"""What stands between the two sides when a correction is told."""


class NotApplicable(PhaheError):
    """The graph has nothing that the correction could correct."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file of corrections."""

    kind: str
    subject: str
    """As a person would type it: ``KH 83``, ``83-KH/TU Tây Ninh``, or an id."""
    relation: str
    object: str
    value: str
    who: str
    why: str
    evidence: Evidence
    """The line itself: it is what the correction rests on."""

    def __str__(self) -> str:
        """In one line, with who and why."""
        sign = SIGNS.get(self.kind, self.relation)
        told = " ".join(each for each in (self.subject, sign, self.object, self.value) if each)
        return f"{self.kind}: {told} ({self.who}: {self.why})"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction; *reason* is blank where it was applied."""

    correction: Correction
    reason: str = ""


def corrected(graph: Graph, corrections: Iterable[Correction]) -> tuple[Graph, list[Outcome]]:
    """Return *graph* with all *corrections*, in their order, and what became of each."""
    outcomes = []
    for each in corrections:
        try:
            graph = STEPS[each.kind](graph, each)
            outcomes.append(Outcome(each))
        except (NotApplicable, UnknownNode, AmbiguousName) as reason:
            outcomes.append(Outcome(each, str(reason)))
        except KeyError:
            known = ", ".join(KINDS)
            outcomes.append(Outcome(each, f"{each.kind}: no such correction; there are: {known}"))
    return graph, outcomes


def _same_as(graph: Graph, each: Correction) -> Graph:
    kept, other = find_node(graph, each.subject), find_node(graph, each.object)
    if kept.kind != other.kind or kept.id == other.id:
        raise NotApplicable(f"{kept.name} and {other.name} are one already, or of different kinds")
    names = {str(other.id): str(kept.id)}
    both = _noted(_united(kept, other), each)
    nodes = {key: node for key, node in graph.nodes.items() if key != other.id} | {kept.id: both}
    edges: dict[str, Edge] = {}
    for edge in (_renamed(edge, names) for edge in graph.edges):
        if edge.source != edge.target:
            edges[edge.id] = _joined(edges[edge.id], edge) if edge.id in edges else edge
    return _graph({key: _told(node, names) for key, node in nodes.items()}, edges.values())


def _not_same(graph: Graph, each: Correction) -> Graph:
    node = find_node(graph, each.subject)
    parted = without_file(graph, node, each.object)
    if parted is None:
        raise NotApplicable(f"{each.object}: says nothing of {node.name} that others do not")
    made, rest, apart = parted
    return _with(_with(made, _noted(rest, each)), _noted(apart, each))


def _wrong_edge(graph: Graph, each: Correction) -> Graph:
    source, target = find_node(graph, each.subject), find_node(graph, each.object)
    wrong = {edge.id for edge in _between(graph, source, target, each.relation)}
    if not wrong:
        raise NotApplicable(f"{source.name} is not said to stand in {each.relation or 'relation'}")
    kept = [edge for edge in graph.edges if edge.id not in wrong]
    return _with(_with(_graph(graph.nodes, kept), _noted(source, each)), _noted(target, each))


def _missing_edge(graph: Graph, each: Correction) -> Graph:
    source, target = find_node(graph, each.subject), find_node(graph, each.object)
    relation = relations().get(each.relation)
    if relation is None or (source.kind, target.kind) not in relation.ends:
        raise NotApplicable(f"{each.relation}: does not join {source.kind} to {target.kind}")
    stated = [
        e for e in _between(graph, source, target, each.relation) if e.certainty == "explicit"
    ]
    if stated:
        raise NotApplicable(f"{source.name} {each.relation} {target.name}: already stated")
    key = edge_id(source.id, each.relation, target.id, {})
    made = Edge(key, source.id, each.relation, target.id, "explicit", {}, (each.evidence,))
    old = [edge for edge in graph.edges if edge.id == key]
    kept = [edge for edge in graph.edges if edge.id != key]
    both = replace(made, evidence=(*made.evidence, *(e for edge in old for e in edge.evidence)))
    return _with(
        _with(_graph(graph.nodes, [*kept, both]), _noted(source, each)), _noted(target, each)
    )


def _right_date(graph: Graph, each: Correction) -> Graph:
    node = find_node(graph, each.subject, "Document")
    if not is_day(each.value):
        raise NotApplicable(f"{each.value}: not a day; write 2022-06-21")
    if node.fields.get("date") == each.value:
        raise NotApplicable(f"{node.name}: is of {each.value} already")
    dates = [str(d) for d in node.fields.get("dates", ())]  # type: ignore[union-attr]
    before = str(node.fields.get("date", ""))
    dates = dates or ([before] if before else [])
    fields = {name: value for name, value in node.fields.items() if name not in BOUNDS}
    fields |= {
        "date": each.value,
        "date_reason": f"{each.value}: {each.who}: {each.why}",
        "dates": (*dates, f"{each.value} ({each.who})"),
    }
    if before:
        fields["date_conflict"] = True
    claim = Claim("date", each.value, "context", each.evidence)
    return _with(graph, _noted(replace(node, fields=fields, claims=(*node.claims, claim)), each))


BOUNDS = ("date_not_before", "date_not_after")
STEPS: Mapping[str, Callable[[Graph, Correction], Graph]] = {
    "same-as": _same_as,
    "not-same": _not_same,
    "wrong-edge": _wrong_edge,
    "missing-edge": _missing_edge,
    "right-date": _right_date,
}


def is_day(words: str) -> bool:
    """Whether *words* are an ISO day.

    >>> is_day("2022-06-21"), is_day("2022-06"), is_day("2022-02-31")
    (True, False, False)
    """
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _noted(node: Node, each: Correction) -> Node:
    """The node, saying what was corrected."""
    before = node.fields.get("corrections", ())
    told = before if isinstance(before, tuple) else ()
    claim = Claim("corrections", str(each), "context", each.evidence)
    fields: dict[str, Value] = {**node.fields, "corrections": (*told, str(each))}
    return replace(node, fields=fields, claims=(*node.claims, claim))


def _united(kept: Node, other: Node) -> Node:
    names = {other.name, *_several(other), *_several(kept)} - {kept.name}
    fields: dict[str, Value] = {**other.fields, **kept.fields, "aliases": tuple(sorted(names))}
    if kept.kind == "Document":
        fields["held"] = bool(kept.fields.get("held") or other.fields.get("held"))
    return replace(kept, fields=fields, claims=tuple(dict.fromkeys((*kept.claims, *other.claims))))


def _several(node: Node) -> tuple[str, ...]:
    aliases = node.fields.get("aliases", ())
    return aliases if isinstance(aliases, tuple) else ()


def _between(graph: Graph, source: Node, target: Node, relation: str) -> Sequence[Edge]:
    return [
        edge
        for edge in graph.edges
        if (edge.source, edge.target) == (source.id, target.id) and relation in ("", edge.relation)
    ]


def _renamed(edge: Edge, names: Mapping[str, str]) -> Edge:
    source, target = (NodeId(names.get(end, end)) for end in (edge.source, edge.target))
    attributes = {
        name: names.get(value, value) if isinstance(value, str) else value
        for name, value in edge.attributes.items()
    }
    evidence = tuple(_moved(each, names) for each in edge.evidence)
    if (source, target) == (edge.source, edge.target) and attributes == edge.attributes:
        return replace(edge, evidence=evidence)
    key = edge_id(source, edge.relation, target, attributes)
    return Edge(key, source, edge.relation, target, edge.certainty, attributes, evidence)


def _told(node: Node, names: Mapping[str, str]) -> Node:
    claims = tuple(
        replace(claim, evidence=_moved(claim.evidence, names)) if claim.evidence else claim
        for claim in node.claims
    )
    return replace(node, claims=claims)


def _moved(said: Evidence, names: Mapping[str, str]) -> Evidence:
    return replace(said, document=names[said.document]) if said.document in names else said


def _joined(one: Edge, other: Edge) -> Edge:
    order = ("explicit", "implied", "hypothesis")
    certainty = min(one.certainty, other.certainty, key=order.index)
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    attributes = {**other.attributes, **one.attributes}
    return replace(one, certainty=certainty, evidence=evidence, attributes=attributes)


def _with(graph: Graph, node: Node) -> Graph:
    return _graph({**graph.nodes, node.id: node}, graph.edges)


def _graph(nodes: Mapping[NodeId, Node], edges: Iterable[Edge]) -> Graph:
    return Graph(dict(sorted(nodes.items())), tuple(sorted(edges, key=lambda edge: edge.id)))
