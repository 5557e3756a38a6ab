"""The types everything else is written in: node, edge, evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NewType

NodeId = NewType("NodeId", str)
"""An identity; only `phahe.graph.identity` makes one."""

Certainty = Literal["explicit", "implied", "hypothesis"]
"""Said in so many words; follows from what is said; a guess kept for people to judge."""

Value = str | bool | int | float | tuple[str, ...]

Witness = Literal["own", "cited", "context"]
"""The document says it of itself; another document says it; it follows from where it stands."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that justify a claim, and where to find them again."""

    document: str
    """Id of the document whose text holds the words."""
    file: str
    """Path of its file below the folder that was read, with ``/``."""
    page: int
    """From 1; 1 throughout where the format has no pages."""
    line: int
    """From 1, in the file's text."""
    start: int
    end: int
    """Character offsets in what ``phahe text FILE`` prints."""
    quote: str
    """Exactly the characters from *start* to *end*."""
    rule: str
    """The reading rule, as ``module.rule``."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One value stated of a node; several claims of one field may disagree, and all are kept."""

    field: str
    value: Value
    witness: Witness
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A document, organisation, person, place, agreement or task, once, with all that is known."""

    id: NodeId
    kind: str
    name: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    """Field → value as in the export format; unknown values are absent, never blank."""
    claims: tuple[Claim, ...] = ()
    """The sentences behind the fields; where they disagree, all of them."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One claim: *source* stands in *relation* to *target*, and every sentence that says so."""

    id: str
    source: NodeId
    relation: str
    target: NodeId
    certainty: Certainty
    attributes: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes by id and all edges, both sorted by id."""

    nodes: Mapping[NodeId, Node]
    edges: tuple[Edge, ...]
