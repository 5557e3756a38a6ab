"""What one file says, before it meets the other files.

Reading a file is a pure function from bytes to `FileFacts`; files meet only in
`phahe.graph.merge`, which groups `NodeFacts` by their *block*. Both run anywhere, in any order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from phahe.graph.model import Certainty, Claim, Evidence, Value, Witness

__all__ = ["Claim", "DocumentKey", "EdgeFacts", "FileFacts", "NodeFacts", "Witness"]


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """What a file knows of a document's identity; blank means unknown."""

    type_code: str = ""
    """As in data/document_types.csv: KH, CT, CV ..."""
    number: str = ""
    """Without leading zeros, with its letter: 83, 30c."""
    symbol: str = ""
    """The letters, separators set aside, upper case: KHTU, LĐLĐ, NĐCP, QH14."""
    year: str = ""
    """The year inside the number (30/2020/NĐ-CP), else of the date, else blank."""
    date: str = ""
    """ISO date."""
    scope: str = ""
    """Key of the issuer's place or of the issuing body; blank for central codes."""
    term: str = ""
    """Congress term, Roman: XII."""
    title: str = ""
    """Folded title, for documents without a number."""


@dataclass(frozen=True, slots=True)
class NodeFacts:
    """A node as one file knows it.

    *id* is unique within the file for documents (``#0``, ``#0/3``), and the final identity for all
    other kinds, because their names are resolved where they stand.
    """

    id: str
    kind: str
    claims: tuple[Claim, ...]
    key: DocumentKey | None = None


@dataclass(frozen=True, slots=True)
class EdgeFacts:
    """An edge as one file says it; *source* and *target* are ids of `NodeFacts` of that file."""

    source: str
    relation: str
    target: str
    certainty: Certainty
    evidence: tuple[Evidence, ...]
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """All that one file says; *file* is its path below the folder that was read."""

    file: str
    nodes: tuple[NodeFacts, ...] = ()
    edges: tuple[EdgeFacts, ...] = ()
    warnings: tuple[str, ...] = ()
    pages: int = 1
    how: str = "text"
