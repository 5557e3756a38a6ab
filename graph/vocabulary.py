"""The words of the graph, declared in data/kinds.csv and data/relations.csv.

>>> relations()["ISSUED_BY"].inverse_en
'issued'
>>> sorted(cascading())[:2]
['BASED_ON', 'CONTINUES']
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from phahe.data import table
from phahe.graph.model import Graph


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node, as in data/kinds.csv."""

    name: str
    """As in the export format and as label in graph databases: ``Document``."""
    prefix: str
    """What its ids start with: ``doc``."""
    vi: str
    en: str
    plural_vi: str
    plural_en: str
    fields: Mapping[str, str]
    """Field → ``text``, ``flag``, ``list`` or ``date``, in the order to show them."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation, as in data/relations.csv."""

    name: str
    ends: tuple[tuple[str, str], ...]
    """The pairs (kind of source, kind of target) it may join."""
    vi: str
    en: str
    inverse_vi: str
    inverse_en: str
    symmetric: bool
    strength: int
    """How much it says about lineage: 9 most, 1 only cited, 0 nothing."""
    cascades: bool
    """The source carries on what the target started, so it stands below it."""
    description: str


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by name, in the order of the table."""
    return MappingProxyType({row["kind"]: _kind(row) for row in table("kinds")})


@cache
def relations() -> Mapping[str, Relation]:
    """Return every relation by name, in the order of the table."""
    rows: dict[str, list[dict[str, str]]] = {}
    for row in table("relations"):
        rows.setdefault(row["relation"], []).append(row)
    return MappingProxyType({name: _relation(same) for name, same in rows.items()})


@cache
def lineage() -> tuple[str, ...]:
    """Return the relations between documents, the ones that say most first."""
    rated = [relation for relation in relations().values() if relation.strength]
    return tuple(each.name for each in sorted(rated, key=lambda each: (-each.strength, each.name)))


@cache
def cascading() -> frozenset[str]:
    """Return the relations whose source stands below the target in a cascade."""
    return frozenset(each.name for each in relations().values() if each.cascades)


def field_type(kind: str, field: str) -> str:
    """Return ``text``, ``flag``, ``list`` or ``date``; blank if the table names no such field."""
    known = kinds().get(kind)
    return known.fields.get(field, "") if known else ""


def strangers(graph: Graph) -> list[str]:
    """Return what in *graph* the vocabulary does not allow, one sentence each."""
    found = [
        f"{node.id}: no such kind: {node.kind}"
        for node in graph.nodes.values()
        if node.kind not in kinds()
    ]
    for edge in graph.edges:
        relation = relations().get(edge.relation)
        ends = (graph.nodes[edge.source].kind, graph.nodes[edge.target].kind)
        if relation is None:
            found.append(f"{edge.id}: no such relation: {edge.relation}")
        elif ends not in relation.ends:
            found.append(f"{edge.id}: {edge.relation} does not join {ends[0]} to {ends[1]}")
    return found


def _kind(row: Mapping[str, str]) -> Kind:
    fields = dict(each.split(":") for each in row["fields"].split())
    words = (row["vi"], row["en"], row["plural_vi"], row["plural_en"])
    return Kind(row["kind"], row["prefix"], *words, MappingProxyType(fields))


def _relation(rows: list[dict[str, str]]) -> Relation:
    first = rows[0]
    return Relation(
        first["relation"],
        tuple((row["source"], row["target"]) for row in rows),
        first["vi"],
        first["en"],
        first["inverse_vi"],
        first["inverse_en"],
        symmetric=first["symmetric"] == "1",
        strength=max(int(row["strength"] or 0) for row in rows),
        cascades=first["cascade"] == "1",
        description=" ".join(row["description"].rstrip(".") + "." for row in rows),
    )
