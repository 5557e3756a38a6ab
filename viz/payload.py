"""What the page's scripts read: the graph in columns, every text once, and what Python laid out.

Nodes and edges are numbered in the order of the graph; everything refers to them by number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from phahe.graph.model import Graph, Node
from phahe.graph.vocabulary import cascading, kinds, lineage, relations
from phahe.viz.assignments import assignments
from phahe.viz.card import LANES, Card, cards
from phahe.viz.card import sector as sector_of
from phahe.viz.claims import claims
from phahe.viz.cooperation import agreement_name, cooperation
from phahe.viz.coverage import Coverage, by_body, by_place, provinces
from phahe.viz.letters import advances
from phahe.viz.lineage import lay_out
from phahe.viz.map import map_network
from phahe.viz.neighbours import Neighbours, neighbours
from phahe.viz.obligations import Duty, duties
from phahe.viz.paint import SECTOR, paint
from phahe.viz.words import interface_words, type_words

CARDS = 400
"""Documents up to which the whole lineage is laid out here; beyond, only chosen families are."""


@dataclass(slots=True)
class Numbers:
    """Numbers texts in the order they first occur."""

    of: dict[str, int] = field(default_factory=dict)

    def number(self, text: str) -> int:
        """Return the number of *text*."""
        return self.of.setdefault(text, len(self.of))


def payload(graph: Graph, as_of: str) -> dict[str, Any]:
    """Return everything the scripts need, as plain JSON values; *as_of* is the ISO day of today."""
    around = neighbours(graph)
    number = {node: at for at, node in enumerate(graph.nodes)}
    papers = cards(around)
    at_edge = {id(edge): at for at, edge in enumerate(graph.edges)}
    return {
        "words": interface_words() | type_words(_types(around)),
        "cascade": sorted(cascading()),
        "strength": {name: relations()[name].strength for name in lineage()},
        "kinds": list(kinds()),
        "lanes": LANES,
        "paint": paint(),
        "letters": _letters(),
        "nodes": _nodes(graph),
        "edges": _edges(graph, number),
        "claims": claims(graph, number),
        "documents": _documents(papers, number),
        "sectors": _sectors(around, papers),
        "places": _places(around, papers, number),
        "layout": _layout(papers, around, number),
        "assignments": [
            {
                "document": number[sheet.document],  # type: ignore[index]
                "tasks": _numbers(sheet.tasks, number),
                "bodies": _numbers(sheet.bodies, number),
                "labelled": _numbers(sheet.labelled, number),
            }
            for sheet in assignments(around)
        ],
        "cooperation": _cooperation(around, number, at_edge),
        "coverage": _coverages(around, papers, number),
        "obligations": [_duty(each, number, at_edge) for each in duties(graph, as_of)],
        "map": map_network(around, papers, number),
    }


def _types(around: Neighbours) -> list[str]:
    return sorted({str(each.fields.get("type", "")) for each in around.of_kind("Document")})


def _letters() -> dict[str, Any]:
    table = advances()
    regular, bold = zip(*table.values(), strict=True)
    return {"letters": "".join(table), "regular": regular, "bold": bold}


def _nodes(graph: Graph) -> dict[str, Any]:
    place = {kind: at for at, kind in enumerate(kinds())}
    return {
        "id": list(graph.nodes),
        "kind": [place[node.kind] for node in graph.nodes.values()],
        "name": [_name(node) for node in graph.nodes.values()],
        "fields": [dict(sorted(node.fields.items())) for node in graph.nodes.values()],
    }


def _name(node: Node) -> str:
    return agreement_name(node) if node.kind == "Agreement" else node.name


def _edges(graph: Graph, number: Mapping[Any, int]) -> dict[str, Any]:
    relation, certainty, files, quotes, rules = (Numbers() for _ in range(5))
    evidence: list[list[int]] = [[] for _ in range(8)]
    for at, edge in enumerate(graph.edges):
        for each in edge.evidence:
            row = (
                at,
                number.get(each.document, -1),
                files.number(each.file),
                each.page,
                each.line,
                each.start,
                quotes.number(each.quote),
                rules.number(each.rule),
            )
            for column, value in zip(evidence, row, strict=True):
                column.append(value)
    return {
        "source": [number[edge.source] for edge in graph.edges],
        "target": [number[edge.target] for edge in graph.edges],
        "relation": [relation.number(edge.relation) for edge in graph.edges],
        "certainty": [certainty.number(edge.certainty) for edge in graph.edges],
        "attributes": {
            at: dict(sorted(edge.attributes.items()))
            for at, edge in enumerate(graph.edges)
            if edge.attributes
        },
        "relations": list(relation.of),
        "certainties": list(certainty.of),
        "evidence": _steps(evidence),
        "files": list(files.of),
        "quotes": list(quotes.of),
        "rules": list(rules.of),
    }


def _steps(columns: list[list[int]]) -> list[list[int]]:
    """Return each column as differences from one row to the next: they pack far better."""
    return [
        [now - before for before, now in zip([0, *column], column, strict=False)]
        for column in columns
    ]


def _documents(papers: Mapping[str, Card], number: Mapping[Any, int]) -> dict[str, Any]:
    sector = {name: at for at, name in enumerate(SECTOR)}
    lane = {name: at for at, name in enumerate(LANES)}
    return {
        "node": [number[card.id] for card in papers.values()],
        "day": [card.day for card in papers.values()],
        "about": [int(card.about) for card in papers.values()],
        "lane": [lane[card.lane] for card in papers.values()],
        "sector": [sector[card.sector] for card in papers.values()],
        "issuer": [number.get(card.issuer, -1) for card in papers.values()],
    }


def _sectors(around: Neighbours, papers: Mapping[str, Card]) -> dict[int, str]:
    return {
        at: sector_of(node)
        for at, node in enumerate(around.graph.nodes.values())
        if node.kind == "Organization"
    }


def _places(
    around: Neighbours, papers: Mapping[str, Card], number: Mapping[Any, int]
) -> dict[int, list[int]]:
    """Return node → the provinces it belongs to: bodies by where they lie, the rest by bodies."""
    lying: dict[str, list[str]] = {
        body.id: provinces(body.id, around) for body in around.of_kind("Organization")
    }
    found: dict[str, Iterable[str]] = dict(lying)
    for document, card in papers.items():
        found[document] = lying.get(card.issuer, ())
        for task in around.targets(document, "SETS"):
            found[task.id] = found[document]
    for agreement in around.of_kind("Agreement"):
        parties = around.sources(agreement.id, "PARTY_TO")
        found[agreement.id] = sorted({p for body in parties for p in lying[body.id]})
    return {number[each]: _numbers(places, number) for each, places in found.items() if places}


def _layout(
    papers: Mapping[str, Card], around: Neighbours, number: Mapping[Any, int]
) -> dict[int, list[int]]:
    if len(papers) > CARDS:
        return {}
    layout = lay_out(papers.values(), {each: around.parents(each) for each in papers})
    return {number[each]: [box.x, box.y, box.w] for each, box in layout.boxes.items()}


def _cooperation(
    around: Neighbours, number: Mapping[Any, int], at_edge: Mapping[int, int]
) -> dict[str, Any]:
    sheet = cooperation(around)
    place = {card.key: at for at, card in enumerate(sheet.cards)}
    return {
        "cards": [
            [card.column, card.label, _numbers(card.nodes, number), card.until, card.lapsed]
            for card in sheet.cards
        ],
        "ways": [
            [[place.get(stop, -1) for stop in way.stops], [at_edge[id(e)] for e in way.edges]]
            for way in sheet.ways
        ],
    }


def _coverages(
    around: Neighbours, papers: dict[str, Card], number: Mapping[Any, int]
) -> dict[str, Any]:
    return {
        name: _coverage(sheet, number)
        for name, sheet in (
            ("place", by_place(around, papers)),
            ("body", by_body(around, papers)),
        )
    }


def _coverage(sheet: Coverage, number: Mapping[Any, int]) -> dict[str, Any]:
    return {
        "rows": _numbers(sheet.rows, number),
        "columns": _numbers(sheet.columns, number),
        "answers": [
            [number[a.row], number[a.column], number.get(a.document, -1), a.lag]
            for a in sheet.answers
        ],
    }


def _duty(duty: Duty, number: Mapping[Any, int], at_edge: Mapping[int, int]) -> list[Any]:
    return [
        number[duty.node],
        number[duty.document],
        [at_edge[id(edge)] for edge in duty.edges],
        _numbers(duty.owed_by, number),
        _numbers(duty.owed_to, number),
        [[due, last, state, _numbers(met, number)] for due, last, state, met in duty.times],
    ]


def _numbers(nodes: Iterable[str], number: Mapping[Any, int]) -> list[int]:
    return [number[each] for each in nodes]
