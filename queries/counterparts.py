"""Which node of a graph stands for which annotated node."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from phahe.graph.errors import NotANumber
from phahe.graph.model import Graph, Node
from phahe.graph.names import fold
from phahe.graph.number import DocumentNumber
from phahe.queries.gold import Gold, Row

SAME_BODY = 0.85
SAME_TITLE = 0.75
SAME_PERSON = 0.9


def counterparts(graph: Graph, gold: Gold) -> dict[str, str]:
    """Return id in the graph → id in the gold; several of the graph may mean one of the gold."""
    located = _places(graph)
    found: dict[str, str] = {}
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in gold.nodes.values():
        by_kind[row["kind"]].append(row)
    for node in graph.nodes.values():
        grade = {
            "Document": _same_document,
            "Organization": lambda row, node: _same_body(row, node, gold, located),
            "Person": _same_person,
            "Place": _same_place,
            "Agreement": _same_agreement,
        }.get(node.kind)
        if grade:
            graded = [(grade(row, node), str(row["id"])) for row in by_kind[node.kind]]
            best = max(graded, default=(0.0, ""))
            if best[0] > 0:
                found[node.id] = best[1]
    return found


def _same_document(row: Row, node: Node) -> float:
    """Number and symbol first; without one, the file (held ones) and the title."""
    known = node.fields
    wanted, code = _number(row.get("code")), _number(known.get("code"))
    here = bool(row.get("held")) and row.get("file") == known.get("file")
    if wanted and code:
        years = {str(date)[:4] for date in row.get("dates", ())}
        apart = bool(years and known.get("date") and str(known["date"])[:4] not in years)
        return 0.0 if wanted != code else 1.5 + here - 0.9 * apart
    alike = _dice(str(row.get("title") or ""), str(known.get("title") or node.name))
    if row.get("held"):
        return 1 + alike if here and row.get("type") == known.get("type") else 0.0
    return alike if not (wanted or code or known.get("held")) and alike >= SAME_TITLE else 0.0


def _number(code: object) -> tuple[str, str, str] | None:
    try:
        return DocumentNumber.parse(str(code)).key if code else None
    except NotANumber:
        return ("", "", fold(str(code)))


def _same_body(row: Row, node: Node, gold: Gold, located: Mapping[str, set[str]]) -> float:
    """Alike in words, and not in another place."""
    alike = max(_dice(str(name), node.name) for name in row["names"])
    if alike < SAME_BODY:
        return 0.0
    place = gold.nodes.get(str(row.get("place") or ""))
    names = {fold(str(name)) for name in place["names"]} if place else set()
    inside = located.get(node.id, set())
    if names and inside and not any(_within(name, inside) for name in names):
        return 0.0
    return alike


def _within(name: str, inside: set[str]) -> bool:
    bare = re.sub(r"^(?:tinh|huyen|thanh pho|thi xa|xa|phuong) ", "", name)
    return name in inside or bare in inside


def _places(graph: Graph) -> dict[str, set[str]]:
    """The names of the places each body is located in, wider ones too."""
    above: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges:
        if edge.relation in ("LOCATED_IN", "PART_OF") and graph.nodes[edge.target].kind == "Place":
            above[edge.source].add(edge.target)
    found = {}
    for node in above:
        reached, open_ends = set(above[node]), [*above[node]]
        while open_ends:
            fresh = above.get(open_ends.pop(), set()) - reached
            reached |= fresh
            open_ends += fresh
        named = [graph.nodes[place] for place in reached]  # type: ignore[index]
        found[node] = {word for place in named for word in _spellings(place)}
    return found


def _spellings(place: Node) -> Iterator[str]:
    for name in (place.name, *_names(place)):
        yield fold(name)
        yield re.sub(r"^(?:tinh|huyen|thanh pho|thi xa|xa|phuong) ", "", fold(name))


def _same_person(row: Row, node: Node) -> float:
    ratios = [
        SequenceMatcher(None, fold(str(name)), fold(node.name)).ratio() for name in row["names"]
    ]
    return max(ratios) if max(ratios) >= SAME_PERSON else 0.0


def _same_place(row: Row, node: Node) -> float:
    wanted = {spelling for name in row["names"] for spelling in (fold(str(name)),)}
    return float(bool(wanted & set(_spellings(node))))


def _same_agreement(row: Row, node: Node) -> float:
    """The same day or period, and the same kind."""
    when = [*row.get("dates", ()), row.get("period")]
    same = {fold(str(one)) for one in when if one}
    said = {fold(str(node.fields.get(name, ""))) for name in ("date", "period")} - {""}
    alike = _dice(str(row["names"][0]), str(node.fields.get("agreement_kind", "")))
    return alike if same & said and alike > 0.4 else 0.0


def _names(node: Node) -> Sequence[str]:
    aliases = node.fields.get("aliases", ())
    return aliases if isinstance(aliases, tuple) else ()


def _dice(one: str, other: str) -> float:
    """How alike two names are, by their words: 0 to 1; the type before a title is set aside."""
    left, right = (Counter(re.findall(r"[a-z0-9]+", fold(words))) for words in (one, other))
    total = sum(left.values()) + sum(right.values())
    return 2 * sum((left & right).values()) / total if total else 0.0
