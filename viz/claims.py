"""The sentences behind what the page says of a node itself: its date, title, term, due time."""

from __future__ import annotations

from typing import Any

from phahe.graph.model import Claim, Graph, Node
from phahe.viz.passages import Passages

SHOWN = (
    "date",
    "not_before",
    "not_after",
    "period",
    "title",
    "level",
    "subject",
    "due",
    "section",
    "position",
    "corrections",
)
"""Fields whose sentences are shown."""
EVERYTHING = 3000
"""Nodes up to which all claims are shown; beyond, only those about dates in doubt."""
SENTENCES = 3
"""Sentences for each value."""


def claims(graph: Graph, passages: Passages) -> dict[int, list[list[Any]]]:
    """Return node → [field, value, times said by itself, times by others, numbers of passages]."""
    few = len(graph.nodes) <= EVERYTHING
    found = {}
    for node in graph.nodes.values():
        if few or node.fields.get("date_conflict"):
            rows = _rows(node, SHOWN if few else ("date",), passages)
            if rows:
                found[passages.nodes[node.id]] = rows
    return found


def _rows(node: Node, fields: tuple[str, ...], passages: Passages) -> list[list[Any]]:
    said: dict[tuple[str, str], list[Claim]] = {}
    for claim in node.claims:
        if claim.field in fields:
            said.setdefault((claim.field, _text(claim.value)), []).append(claim)
    rows: list[list[Any]] = []
    for (field, value), same in sorted(said.items()):
        own = sum(claim.witness == "own" for claim in same)
        told = [claim.evidence for claim in same if claim.evidence][:SENTENCES]
        rows.append([field, value, own, len(same) - own, [passages.number(e) for e in told]])
    return rows


def _text(value: object) -> str:
    return "; ".join(str(each) for each in value) if isinstance(value, tuple) else str(value)
