"""What a lower document copies, narrows, drops or adds against its parent, task by task.

Tasks are paired by the pairs of words they share, the closest first. *reuse* is the share of the
lower document's words that stand in runs of five or more taken over from the parent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.names import fold
from phahe.graph.vocabulary import cascading
from phahe.queries.due_days import window
from phahe.queries.order import section_order
from phahe.queries.stated import Network, forward, name, value

RUN = 5
"""Words in a row that count as taken over; shorter runs are the officials' common stock."""
COPIED, KIN = 0.7, 0.3
"""Shares of common pairs of words from which a task is a copy, or is the same task at all."""
MOST = 400
"""Tasks of one document that are compared; pairs grow with the square."""


@dataclass(frozen=True, slots=True)
class TaskDrift:
    """One task on its way down; *upper* or *lower* is None where only the other has it."""

    change: str
    """copied, changed, narrowed (its time is), dropped, added."""
    upper: str | None
    lower: str | None
    share: float
    """Common pairs of words of the two, from 0 to 1."""
    dues: tuple[tuple[str, str], ...]
    """(kept, narrowed, dropped or added; the time), in the order of time."""
    edges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """Two documents side by side."""

    lower: str
    upper: str
    reuse: float
    rows: tuple[TaskDrift, ...]


@dataclass(frozen=True, slots=True)
class _Task:
    section: str
    text: str
    pairs: frozenset[tuple[str, ...]]
    dues: tuple[str, ...]
    edge: str


def parents(network: Network, document: str) -> list[str]:
    """Return the documents that *document* carries out."""
    return sorted({each.other for each in forward(network, document, *cascading())} - {document})


def drift_tasks(network: Network, lower: str, upper: str) -> Drift:
    """Return the tasks of *lower* beside those of *upper*; no rows where one of them sets none."""
    here, there = list(_tasks(network, lower)), list(_tasks(network, upper))
    names = name(network, lower), name(network, upper)
    if not here or not there:
        return Drift(*names, 0.0, ())
    return Drift(*names, reuse(here, there), tuple(_rows(here[:MOST], there[:MOST])))


def reuse(lower: list[_Task], upper: list[_Task]) -> float:
    """Return the share of the words of *lower* that stand in runs taken over from *upper*."""
    runs = {run for task in upper for run in _runs(_words(task.text))}
    taken = total = 0
    for task in lower:
        words = _words(task.text)
        total += len(words)
        covered: set[int] = set()
        for at, run in enumerate(_runs(words)):
            if run in runs:
                covered.update(range(at, at + RUN))
        taken += len(covered)
    return taken / total if total else 0.0


def _rows(lower: list[_Task], upper: list[_Task]) -> Iterator[TaskDrift]:
    times = ({due for task in upper for due in task.dues}, {d for task in lower for d in task.dues})
    partner = _partners(lower, upper)
    for at, task in enumerate(lower):
        to, near = partner.get(at, (None, 0.0))
        yield _row(None if to is None else upper[to], task, near, times)
    taken = {to for to, _ in partner.values()}
    for to, task in enumerate(upper):
        if to not in taken:
            yield _row(task, None, 0.0, times)


def _partners(lower: list[_Task], upper: list[_Task]) -> dict[int, tuple[int, float]]:
    """Return place in *lower* → place in *upper* and share, the closest pairs first."""
    pairs = sorted(
        (-share, at, to)
        for at, one in enumerate(lower)
        for to, other in enumerate(upper)
        if (share := _share(one, other)) >= KIN
    )
    partner: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for share, at, to in pairs:
        if at not in partner and to not in taken:
            partner[at] = (to, -share)
            taken.add(to)
    return partner


def _row(
    upper: _Task | None, lower: _Task | None, share: float, times: tuple[set[str], set[str]]
) -> TaskDrift:
    dues = tuple(_dues(upper, lower, *times))
    if upper is None or lower is None:
        change = "dropped" if lower is None else "added"
    elif any(each == "narrowed" for each, _ in dues):
        change = "narrowed"
    else:
        change = "copied" if share >= COPIED else "changed"
    said = sorted(task.edge for task in (upper, lower) if task)
    return TaskDrift(change, _label(upper), _label(lower), round(share, 2), dues, tuple(said))


def _label(task: _Task | None) -> str | None:
    return (f"{task.section}. {task.text}" if task.section else task.text) if task else None


def _dues(
    upper: _Task | None, lower: _Task | None, above: set[str], below: set[str]
) -> Iterator[tuple[str, str]]:
    """Yield what became of each time; one that stands at another task of the document is kept."""
    own, others = (lower.dues if lower else ()), (upper.dues if upper else ())
    narrowed = {one: each for one in below for each in above - below if _narrows(one, each)}
    for due in sorted({*own, *others}):
        if due in above and due in below:
            yield "kept", due
        elif due in own:
            yield ("narrowed" if due in narrowed else "added"), due
        elif due not in narrowed.values():
            yield "dropped", due


def _narrows(lower: str, upper: str) -> bool:
    """Whether a time of one year stands for a time of every year.

    >>> _narrows("2022-12", "yearly:12"), _narrows("2022-11", "yearly:12")
    (True, False)
    """
    if not upper.startswith("yearly:") or window(lower) is None:
        return False
    return lower[5:].startswith(upper.removeprefix("yearly:"))


def _share(one: _Task, other: _Task) -> float:
    both = len(one.pairs & other.pairs)
    return 2 * both / (len(one.pairs) + len(other.pairs)) if both else 0.0


def _tasks(network: Network, document: str) -> Iterator[_Task]:
    found = {each.other: each.edge for each in forward(network, document, "SETS")}
    tasks = [
        _Task(
            str(value(network, task, "section") or ""),
            text,
            frozenset(_runs(_words(text), 2)),
            tuple(each for each in value(network, task, "due") or () if each != "continuous"),
            edge,
        )
        for task, edge in found.items()
        if (text := " ".join(str(value(network, task, "text") or "").split()))
    ]
    yield from sorted(tasks, key=lambda task: (section_order(task.section), task.text))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))


def _runs(words: list[str], length: int = RUN) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
