"""A document as a small card: two lines of text, a lane, a day and a width.

The first line is its name, the second when and by whom: ``21/06/2022 · Tỉnh ủy Tây Ninh``.
"""

from __future__ import annotations

from dataclasses import dataclass

from phahe.graph.model import Node
from phahe.viz.day import Day, days
from phahe.viz.dossier_time import day_words
from phahe.viz.letters import clipped, width
from phahe.viz.neighbours import Neighbours

LANES = ("central", "province", "district", "commune", "grassroots", "foreign", "unknown")
"""Levels of government from the top of the picture down."""
SECTORS = {
    "party": "party",
    "state": "state",
    "front": "mass",
    "mass": "mass",
    "military": "forces",
    "police": "forces",
    "foreign": "foreign",
}
"""Branch of a body → colour and letter it is drawn with; any other is ``unknown``."""
LABEL, LINE = 13, 11.5
"""Sizes of the two lines of text."""
LEFT, RIGHT, NARROWEST, WIDEST = 26, 12, 150, 300
"""Room left of the text (with the badge) and right of it; limits of the width."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is drawn of a document."""

    id: str
    label: str
    line: str
    lane: str
    sector: str
    day: int | None
    about: bool
    conflict: bool
    """Sources give different dates."""
    held: bool
    issuer: str
    """Id of the issuing body, or blank."""
    width: int


def cards(around: Neighbours, language: str = "vi") -> dict[str, Card]:
    """Return a card for every document; in English, months have names."""
    when = days(around)
    return {
        each.id: _card(each, when[each.id], around, language) for each in around.of_kind("Document")
    }


def sector(node: Node | None) -> str:
    """Return the sector of an organisation."""
    branch = str(node.fields.get("branch", "")) if node else ""
    return SECTORS.get(branch.split("-")[0], "unknown")


def lane(level: object) -> str:
    """Return the lane for a level, ``unknown`` for one that has none."""
    return str(level) if level in LANES else "unknown"


def written_day(document: Node, language: str = "vi") -> str:
    """Return the date as people write it; ≈ and both bounds where it is not known.

    >>> written_day(Node("doc:x", "Document", "x", {"date": "2022-06-21"}), "en")
    '21 June 2022'

    >>> written_day(Node("doc:x", "Document", "x", {"date": "2022-06-21"}))
    '21/06/2022'
    >>> written_day(Node("doc:x", "Document", "x", {"date_not_before": "2020-12-10"}))
    '≈ 12/2020–'
    """
    date = str(document.fields.get("date", ""))
    if date and language == "en":
        return day_words(date, language)
    if date:
        return "/".join(reversed(date.split("-")))
    first, last = (
        "/".join(reversed(str(document.fields.get(field, "")).split("-")[:2]))
        for field in ("date_not_before", "date_not_after")
    )
    if first or last:
        return f"≈ {first}" if first == last else f"≈ {first}–{last}"
    period = str(document.fields.get("period", ""))
    return f"≈ {period}" if period else "?"


def _card(document: Node, day: Day, around: Neighbours, language: str) -> Card:
    issuer = next(around.targets(document.id, "ISSUED_BY"), None)
    fields = document.fields
    warned = bool(fields.get("date_conflict"))
    line = written_day(document, language) + (f" · {issuer.name}" if issuer else "")
    room = WIDEST - LEFT - RIGHT
    label = clipped(document.name, LABEL, room - (18 if warned else 0), bold=True)
    line = clipped(line, LINE, room)
    widest = max(width(label, LABEL, bold=True) + (18 if warned else 0), width(line, LINE))
    return Card(
        id=document.id,
        label=label,
        line=line,
        lane=lane(fields.get("level") or (issuer.fields.get("level") if issuer else None)),
        sector=sector(issuer),
        day=day.number,
        about=day.about,
        conflict=warned,
        held=bool(fields.get("held")),
        issuer=issuer.id if issuer else "",
        width=max(NARROWEST, widest + LEFT + RIGHT),
    )
