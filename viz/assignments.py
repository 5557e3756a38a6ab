"""Who does what in one document: its tasks against the bodies that lead or help.

A plan assigns in two ways: under a label of its own ("Cơ quan chủ trì: …", a row of an annexed
table), one body to a task, and in passing, within its sentences. The labelled tasks are what its
authors would call the assignments; the page shows them first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from phahe.graph.model import Edge
from phahe.viz.neighbours import Neighbours

ROLES = ("LED_BY", "SUPPORTED_BY")
LABELLED = ("tasks.lead", "tasks.support", "task_tables.row")
"""Rules that read an assignment from a label or a table, not from a sentence."""


@dataclass(frozen=True, slots=True)
class Assignments:
    """The tasks of *document* in the order of their sections; leading bodies come first."""

    document: str
    tasks: tuple[str, ...]
    bodies: tuple[str, ...]
    edges: tuple[Edge, ...]
    labelled: tuple[str, ...]
    """Those of the tasks that are assigned under a label; none where the document has no labels."""


def assignments(around: Neighbours) -> list[Assignments]:
    """Return a sheet for each document that sets tasks, the one with most bodies first."""
    sheets = []
    for document in around.of_kind("Document"):
        tasks = {task.id: task for task in around.targets(document.id, "SETS")}
        edges = [
            edge
            for task in tasks
            for edge in around.leaving.get(task, ())
            if edge.relation in ROLES
        ]
        order = sorted(tasks, key=lambda t: (section(str(tasks[t].fields.get("section", ""))), t))
        weight: dict[str, int] = {}
        for edge in edges:
            weight[edge.target] = weight.get(edge.target, 0) + (
                100 if edge.relation == "LED_BY" else 1
            )
        bodies = sorted(weight, key=lambda body: (-weight[body], body))
        if tasks:
            marked = {edge.source for edge in edges if _is_labelled(edge)}
            labelled = tuple(task for task in order if task in marked)
            sheets.append(
                Assignments(document.id, tuple(order), tuple(bodies), tuple(edges), labelled)
            )
    return sorted(sheets, key=lambda sheet: (-len(sheet.edges), sheet.document))


def section(number: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts section numbers as they stand in a document.

    >>> sorted(["III.1", "II.10", "II.2", "IX"], key=section)
    ['II.2', 'II.10', 'III.1', 'IX']
    """
    parts = re.findall(r"[IVX]+(?![a-zđ])|\d+|[a-zđ]+", number)
    return tuple((_value(part), part) for part in parts)


def _is_labelled(edge: Edge) -> bool:
    return any(each.rule in LABELLED for each in edge.evidence)


def _value(part: str) -> int:
    if part.isdecimal():
        return int(part)
    if not set(part) <= set("IVX"):
        return 0
    digits = [{"I": 1, "V": 5, "X": 10}[letter] for letter in part]
    after = [*digits[1:], 0]
    return sum(-a if a < b else a for a, b in zip(digits, after, strict=True))
