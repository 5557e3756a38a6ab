"""Duties with a time as a calendar: what is due when, by whom, to whom, and what was seen of it.

The answers are those of the question `phahe.queries.obligations`; here they are gathered into
one row for each duty, with its times in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from phahe.graph.model import Edge, Graph
from phahe.graph.network import network
from phahe.queries.obligations import Obligation
from phahe.queries.obligations import obligations as ask

SOURCES = ("SETS", "REPORTS_TO")
"""Relations without which nothing is due."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A task, or a body that reports, and all the times at which *document* wants it."""

    node: str
    document: str
    edges: tuple[Edge, ...]
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    """Ids of the bodies."""
    times: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    """(due as written in the graph, last day or blank, state, ids of what meets it)."""


def duties(graph: Graph, as_of: str) -> list[Duty]:
    """Return a row for each duty of *graph* as it stands on the ISO day *as_of*."""
    if not any(edge.relation in SOURCES for edge in graph.edges):
        return []
    by_id = {edge.id: edge for edge in graph.edges}
    gathered: dict[tuple[str, str], list[Obligation]] = {}
    for each in ask(network(graph), as_of):
        gathered.setdefault((each.document_key, each.key), []).append(each)
    rows = [_duty(same, by_id, graph) for same in gathered.values()]
    return sorted(rows, key=lambda row: (row.times[0][1] or "9", row.document, row.node))


def _duty(same: list[Obligation], by_id: dict[str, Edge], graph: Graph) -> Duty:
    first = same[0]
    edges = tuple(by_id[each] for each in dict.fromkeys(e for one in same for e in one.edges))
    ends = {graph.nodes[end].name: end for edge in edges for end in (edge.source, edge.target)}
    documents = {n.name: n.id for n in graph.nodes.values() if n.kind == "Document"}
    times = {(one.due, one.last or "", one.state, _ids(one.met_by, documents)) for one in same}
    return Duty(
        node=first.key,
        document=first.document_key,
        edges=edges,
        owed_by=_ids(dict.fromkeys(name for one in same for name in one.owed_by), ends),
        owed_to=_ids(dict.fromkeys(name for one in same for name in one.owed_to), ends),
        times=tuple(sorted(times, key=lambda time: (time[1] or "9", time[0]))),
    )


def _ids(names: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(known[name] for name in names if name in known)
