"""Who works with whom abroad, under which agreement, where: four columns and the ways through.

Columns: bodies at home, agreements, partners, places. A partner card stands for the other side of
an agreement: its kinds of body ("Hiến binh, Ty Công an") in all their provinces, so that a place
has as many partners as agreements. Ways keep apart which province has which agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.model import Edge, Node
from phahe.queries.lapsed import is_over
from phahe.viz.neighbours import Neighbours

SWEEPS = 12
"""Times the columns are ordered by the middle of their neighbours."""


@dataclass(frozen=True, slots=True)
class CooperationCard:
    """A box in one of the four columns (0–3); *label* is blank where nothing is named."""

    key: str
    column: int
    label: str
    nodes: tuple[str, ...]
    until: str
    """Last year of an agreement's term, if it has one."""
    lapsed: str
    """Year of the document that still relied on it after its term, or blank."""


@dataclass(frozen=True, slots=True)
class Way:
    """Keys of a body, an agreement, a partner and (maybe blank) a place, and the edges behind."""

    stops: tuple[str, str, str, str]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Cooperation:
    """Cards in the order of their columns, and the ways through them."""

    cards: tuple[CooperationCard, ...]
    ways: tuple[Way, ...]


def cooperation(around: Neighbours) -> Cooperation:
    """Return the cooperation of *around*, cards ordered so that few lines cross."""
    found = {
        (way.stops, tuple(map(_ends, way.edges))): way
        for way in (*_agreed(around), *_unwritten(around))
    }
    ways = [found[key] for key in sorted(found)]
    members: dict[str, set[str]] = {}
    for way in ways:
        for stop in way.stops:
            members.setdefault(stop, set())
        for edge in way.edges:
            for end in (edge.source, edge.target):
                for stop in way.stops:
                    if stop and (stop[2:] == end or stop[:2] == "2:"):
                        members[stop] |= _belongs(stop, around.graph.nodes[end])
    cards = {key: _card(key, members[key], around) for key in members if key}
    return Cooperation(tuple(_ordered(cards, ways)), tuple(ways))


def is_foreign(node: Node) -> bool:
    """Whether a body or a place lies outside Việt Nam."""
    if node.kind == "Place":
        return str(node.fields.get("country", "VN")) not in ("VN", "Việt Nam", "")
    return "foreign" in (node.fields.get("level"), node.fields.get("branch"))


def term_end(agreement: Node) -> str:
    """Return the last year of the agreement's period, or blank.

    >>> term_end(Node("agreement:x", "Agreement", "x", {"period": "2014-2016"}))
    '2016'
    """
    last = str(agreement.fields.get("period", ""))[-4:]
    return last if last.isdecimal() else ""


def agreement_name(agreement: Node) -> str:
    """Return the name with its date as people write it.

    >>> agreement_name(Node("agreement:x", "Agreement", "Bản ghi nhớ 2019-03-15"))
    'Bản ghi nhớ 15/03/2019'
    """
    return re.sub(r"\b(\d{4})-(\d\d)-(\d\d)\b", r"\3/\2/\1", agreement.name)


def _agreed(around: Neighbours) -> Iterator[Way]:
    for agreement in around.of_kind("Agreement"):
        parties = [e for e in around.reaching.get(agreement.id, ()) if e.relation == "PARTY_TO"]
        nodes = around.graph.nodes
        abroad = [e for e in parties if is_foreign(nodes[e.source])]
        home = [e for e in parties if e not in abroad]
        if home and not abroad:
            home, abroad = home[:1], home[1:]
        placed = [
            e
            for e in around.graph.edges
            if e.relation == "COOPERATES_WITH"
            and e.attributes.get("agreement") == agreement.id
            and nodes[e.target].kind == "Place"
        ]
        partner = "2:" + ", ".join(sorted({_kind_of_body(nodes[e.source], around) for e in abroad}))
        for ours in home:
            seen = set()
            for theirs in abroad:
                for place, located in _places(theirs.source, around):
                    seen.add(place)
                    edges = (ours, theirs, located) if located else (ours, theirs)
                    stops = (f"0:{ours.source}", f"1:{agreement.id}", partner, place)
                    yield Way(stops, edges)
            for each in placed:
                if each.source == ours.source and f"3:{each.target}" not in seen:
                    stops = (f"0:{ours.source}", f"1:{agreement.id}", f"2:?{agreement.id}", "")
                    yield Way((*stops[:3], f"3:{each.target}"), (ours, each))


def _unwritten(around: Neighbours) -> Iterator[Way]:
    """Yield cooperation with bodies abroad for which no agreement is named."""
    nodes = around.graph.nodes
    for edge in around.graph.edges:
        ends = nodes[edge.source], nodes[edge.target]
        if edge.relation != "COOPERATES_WITH" or edge.attributes.get("agreement"):
            continue
        if is_foreign(ends[0]) == is_foreign(ends[1]):
            continue
        theirs, ours = sorted(ends, key=is_foreign, reverse=True)
        if ours.kind != "Organization":
            continue
        none = f"1:?{ours.id}"
        if theirs.kind == "Place":
            yield Way((f"0:{ours.id}", none, f"2:?{ours.id}", f"3:{theirs.id}"), (edge,))
            continue
        partner = "2:" + _kind_of_body(theirs, around)
        for place, located in _places(theirs.id, around):
            edges = (edge, located) if located else (edge,)
            yield Way((f"0:{ours.id}", none, partner, place), edges)


def _ends(edge: Edge) -> tuple[str, str, str]:
    return edge.source, edge.relation, edge.target


def _places(body: str, around: Neighbours) -> list[tuple[str, Edge | None]]:
    """Return the places a body lies in, provinces before countries; one blank if none."""
    found = [e for e in around.leaving.get(body, ()) if e.relation == "LOCATED_IN"]
    nodes = around.graph.nodes
    small = [e for e in found if nodes[e.target].fields.get("place_kind") != "country"]
    return [(f"3:{e.target}", e) for e in small or found] or [("", None)]


def _kind_of_body(body: Node, around: Neighbours) -> str:
    """Return the name of a body without its place, so that sister bodies share a card."""
    name = body.name
    for place in around.targets(body.id, "LOCATED_IN"):
        if place.fields.get("place_kind") != "country":
            for word in (f" tỉnh {place.name}", f" {place.name}"):
                name = name.replace(word, "")
    return name.replace(" (Campuchia)", "").strip(" -–,")


def _belongs(stop: str, node: Node) -> set[str]:
    if stop[:2] == "2:":
        return {node.id} if node.kind == "Organization" and is_foreign(node) else set()
    return {node.id}


def _card(key: str, members: set[str], around: Neighbours) -> CooperationCard:
    column, name = int(key[0]), key[2:]
    node = around.graph.nodes.get(name)  # type: ignore[call-overload]
    label = agreement_name(node) if node else "" if name.startswith("?") else name
    until = term_end(node) if node and column == 1 else ""
    lapsed = _lapsed(node, around) if node and until else ""
    return CooperationCard(key, column, label, tuple(sorted(members)), until, lapsed)


def _lapsed(agreement: Node, around: Neighbours) -> str:
    """Return the year of the first document that names the agreement after its term."""
    period = str(agreement.fields.get("period", ""))
    dates = set()
    for document in around.sources(agreement.id, "CITES"):
        date = str(document.fields.get("date") or document.fields.get("date_not_before") or "")
        if date and is_over(period, date):
            dates.add(date[:4])
    return min(dates, default="")


def _ordered(cards: dict[str, CooperationCard], ways: list[Way]) -> list[CooperationCard]:
    """Return the cards by column, each column ordered by the middle of its neighbours."""
    beside: dict[str, set[str]] = {key: set() for key in cards}
    for way in ways:
        for a, b in zip(way.stops, way.stops[1:], strict=False):
            if a and b:
                beside[a].add(b)
                beside[b].add(a)
    named = {stop for way in ways if not way.stops[1].startswith("1:?") for stop in way.stops}
    columns = [sorted(k for k in cards if cards[k].column == c) for c in range(4)]
    place = {key: i - len(column) / 2 for column in columns for i, key in enumerate(column)}
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            middle = {k: sum(place[n] for n in beside[k]) / max(1, len(beside[k])) for k in column}
            column.sort(key=lambda k: (k not in named, middle[k], k))
            place.update({key: i - len(column) / 2 for i, key in enumerate(column)})
    return [cards[key] for column in columns for key in column]
