"""What the page's scripts read: the graph in columns, every text once, and what Python laid out.

Nodes and edges are numbered in the order of the graph; everything refers to them by number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import normalize

from phahe.graph.model import Graph, Node
from phahe.graph.vocabulary import cascading, kinds, lineage, relations
from phahe.viz.assignments import Assignments, assignments
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
from phahe.viz.passages import Numbers, Passages, steps
from phahe.viz.words import interface_words, type_words

CARDS = 400
"""Documents up to which the whole lineage is laid out here; beyond, only chosen families are."""


def payload(graph: Graph, as_of: str, *, without_map: bool = False) -> dict[str, Any]:
    """Return everything the scripts need, as plain JSON values; *as_of* is the ISO day of today."""
    around = neighbours(graph)
    number = {node: at for at, node in enumerate(graph.nodes)}
    papers = cards(around)
    at_edge = {id(edge): at for at, edge in enumerate(graph.edges)}
    passages = Passages(number)
    drawn: dict[str, Any] = {
        "cascade": sorted(cascading()),
        "strength": {name: relations()[name].strength for name in lineage()},
        "kinds": list(kinds()),
        "lanes": LANES,
        "paint": paint(),
        "edges": _edges(graph, number, passages),
        "nodes": _nodes(graph),
        "claims": claims(graph, passages),
        "passages": passages.columns(),
        "documents": _documents(papers, number),
        "sectors": _sectors(around, papers),
        "places": _places(around, papers, number),
        "layout": _layout(papers, around, number),
        "assignments": [_assignments(sheet, number) for sheet in assignments(around)],
        "cooperation": _cooperation(around, number, at_edge),
        "coverage": _coverages(around, papers, number),
        "obligations": [_duty(each, number, at_edge) for each in duties(graph, as_of)],
        "words": _words(around, without_map),
    }
    if not without_map:
        drawn["map"] = map_network(around, papers, number)
    return drawn | {"letters": _letters(drawn)}


def _words(around: Neighbours, without_map: bool) -> dict[str, list[str]]:
    """Return the words of the interface, without those of a map that is not there."""
    words = interface_words() | type_words(_types(around))
    gone = ("map.", "lens.map", "picture.") if without_map else ("picture.",)
    return {key: pair for key, pair in words.items() if not key.startswith(gone)}


def _types(around: Neighbours) -> list[str]:
    return sorted({str(each.fields.get("type", "")) for each in around.of_kind("Document")})


def _letters(drawn: Mapping[str, Any]) -> dict[str, Any]:
    """Return how wide each letter is that names or words of the interface hold."""
    texts = [*drawn["nodes"]["name"], *(text for pair in drawn["words"].values() for text in pair)]
    used = set(normalize("NFC", "".join(texts))) | set("0123456789/≈–…·? ")
    table = {letter: pair for letter, pair in advances().items() if letter in used}
    regular, bold = zip(*table.values(), strict=True)
    return {"letters": "".join(table), "regular": regular, "bold": bold}


def _nodes(graph: Graph) -> dict[str, Any]:
    place = {kind: at for at, kind in enumerate(kinds())}
    return {
        "id": list(graph.nodes),
        "kind": [place[node.kind] for node in graph.nodes.values()],
        "name": [_name(node) for node in graph.nodes.values()],
        "fields": [_fields(node) for node in graph.nodes.values()],
    }


def _fields(node: Node) -> dict[str, Any]:
    """Return the fields of *node*; a text that only repeats its name is left out."""
    return {key: value for key, value in sorted(node.fields.items()) if value != node.name}


def _name(node: Node) -> str:
    return agreement_name(node) if node.kind == "Agreement" else node.name


def _edges(graph: Graph, number: Mapping[Any, int], passages: Passages) -> dict[str, Any]:
    relation, certainty = Numbers(), Numbers()
    said = [(at, passages.number(each)) for at, e in enumerate(graph.edges) for each in e.evidence]
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
        "evidence": [steps([row[column] for row in said]) for column in (0, 1)],
    }


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


def _assignments(sheet: Assignments, number: Mapping[Any, int]) -> dict[str, Any]:
    return {
        "document": number[sheet.document],
        "tasks": _numbers(sheet.tasks, number),
        "bodies": _numbers(sheet.bodies, number),
        "labelled": _numbers(sheet.labelled, number),
    }


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
