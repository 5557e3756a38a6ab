"""Duties with a time: deadlines, reports and reviews, dated or recurring.

>>> last_day("2025-Q1"), last_day("2022-07"), last_day("2021"), last_day("yearly:12")
('2025-03-31', '2022-07-31', '2021-12-31', '')
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from phahe.graph.model import Edge
from phahe.viz.card import Card
from phahe.viz.day import day_number
from phahe.viz.neighbours import Neighbours, words

DUE = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?")
ANSWERS = ("REPORTS_ON", "REVIEWS")


@dataclass(frozen=True, slots=True)
class Obligation:
    """One duty at one time; *last* is blank where it recurs or has no fixed end."""

    node: str
    """The task, or the body that reports."""
    document: str
    due: str
    last: str
    met: str
    """A document of the corpus that answers it, or blank: not seen here."""
    edge: Edge


def obligations(around: Neighbours, cards: dict[str, Card]) -> list[Obligation]:
    """Return every duty that has a time, recurring ones first, then by their last day."""
    found = [*_tasks(around, cards), *_reports(around, cards)]
    known = {(each.document, each.due) for each in found if each.edge.relation == "SETS"}
    kept = [
        each
        for each in found
        if each.edge.relation == "SETS" or (each.document, each.due) not in known
    ]
    return sorted(kept, key=lambda each: (each.last, each.due, each.document, each.node))


def last_day(due: str) -> str:
    """Return the ISO date by which a dated duty is due; blank for recurring and open ones."""
    found = DUE.fullmatch(due)
    if not found:
        return ""
    year = int(found["year"])
    if found["day"]:
        return due
    month = int(found["month"] or 0) or 3 * int(found["quarter"] or 4)
    if not 1 <= month <= 12:
        return ""
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"


def _tasks(around: Neighbours, cards: dict[str, Card]) -> list[Obligation]:
    found = []
    for task in around.of_kind("Task"):
        for edge in around.reaching.get(task.id, ()):
            if edge.relation != "SETS":
                continue
            for due in words(task.fields.get("due")):
                if due != "continuous":
                    met = _answer(edge.source, last_day(due), around, cards)
                    found.append(Obligation(task.id, edge.source, due, last_day(due), met, edge))
    return found


def _reports(around: Neighbours, cards: dict[str, Card]) -> list[Obligation]:
    found = []
    for edge in around.graph.edges:
        if edge.relation != "REPORTS_TO" or not edge.evidence:
            continue
        document = edge.evidence[0].document
        for due in words(edge.attributes.get("due")):
            if document in cards:
                met = _answer(document, last_day(due), around, cards)
                found.append(Obligation(edge.source, document, due, last_day(due), met, edge))
    return found


def _answer(document: str, last: str, around: Neighbours, cards: dict[str, Card]) -> str:
    """Return a document that reports on or reviews *document* and can be the one that was due."""
    due = day_number(last)
    for each in sorted(n.id for n in around.sources(document, *ANSWERS)):
        day = cards[each].day
        if due is None or (day is not None and abs(due - day) <= 200):
            return each
    return ""
