"""Which bodies are given the most to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, chosen, forward, name


@dataclass(frozen=True, slots=True)
class Burden:
    """The number of tasks a body leads, supports, and has in all."""

    body: str
    lead: int
    support: int
    total: int
    """A task led and supported counts once."""
    edges: tuple[str, ...]


def most_assigned(network: Network, document: str | None = None) -> Iterator[Burden]:
    """Yield every body with a task, counting the tasks of all documents or of *document*."""
    led: dict[str, set[str]] = defaultdict(set)
    helped: dict[str, set[str]] = defaultdict(set)
    said: dict[str, set[str]] = defaultdict(set)
    for setting in chosen(network, "Document", document):
        for task in {each.other for each in forward(network, setting, "SETS")}:
            for each in forward(network, task, "LED_BY", "SUPPORTED_BY"):
                (led if each.relation == "LED_BY" else helped)[each.other].add(task)
                said[each.other].add(each.edge)
    for body, why in said.items():
        yield Burden(
            name(network, body),
            len(led[body]),
            len(helped[body]),
            len(led[body] | helped[body]),
            tuple(sorted(why)),
        )
