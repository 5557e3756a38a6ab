"""Two documents side by side: which deadlines both have, and which only one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, edges, forward, value


@dataclass(frozen=True, slots=True)
class Compared:
    """A deadline, and the tasks due then in each of the two documents."""

    due: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    edges: tuple[str, ...]


def compare_deadlines(network: Network, first: str, second: str) -> Iterator[Compared]:
    """Yield every deadline of the documents *first* and *second*."""
    sets = [each for document in {first, second} for each in forward(network, document, "SETS")]
    tasks = [
        {
            each.other: value(network, each.other, "due") or ()
            for each in forward(network, d, "SETS")
        }
        for d in (first, second)
    ]
    for due in {when for own in tasks for dues in own.values() for when in dues}:
        here, there = ({task for task, dues in own.items() if due in dues} for own in tasks)
        yield Compared(
            due,
            tuple(value(network, task, "text") for task in here),
            tuple(value(network, task, "text") for task in there),
            edges(each for each in sets if each.other in here | there),
        )
