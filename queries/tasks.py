"""What one body has to do, in all documents or in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, backward, by_other, edges, name, value

ROLES = (("LED_BY", "lead"), ("SUPPORTED_BY", "support"))


@dataclass(frozen=True, slots=True)
class Duty:
    """A task the body leads or supports."""

    document: str
    section: str | None
    task: str
    role: str
    """lead or support"""
    time: str | None
    due: tuple[str, ...]
    edges: tuple[str, ...]


def tasks(network: Network, body: str, document: str | None = None) -> Iterator[Duty]:
    """Yield the tasks of *body*, only those *document* sets where one is named."""
    for relation, role in ROLES:
        for task, given in by_other(backward(network, body, relation)).items():
            for setting, sets in by_other(backward(network, task, "SETS")).items():
                if document is None or setting == document:
                    yield Duty(
                        name(network, setting),
                        value(network, task, "section"),
                        value(network, task, "text"),
                        role,
                        value(network, task, "time"),
                        value(network, task, "due") or (),
                        edges(given, sets),
                    )
