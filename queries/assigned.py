"""Who leads and who supports which task of a document, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, by_other, edges, forward, names, value


@dataclass(frozen=True, slots=True)
class Assigned:
    """A task with the bodies in charge; no bodies where the document names none."""

    section: str | None
    task: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    time: str | None
    due: tuple[str, ...]
    edges: tuple[str, ...]


def assigned(network: Network, document: str, section: str | None = None) -> Iterator[Assigned]:
    """Yield the tasks *document* sets; only those of *section* and below where one is named."""
    for task, sets in by_other(forward(network, document, "SETS")).items():
        where = value(network, task, "section")
        if section and not (where == section or str(where).startswith(f"{section}.")):
            continue
        lead = list(forward(network, task, "LED_BY"))
        support = list(forward(network, task, "SUPPORTED_BY"))
        yield Assigned(
            where,
            value(network, task, "text"),
            names(network, (each.other for each in lead)),
            names(network, (each.other for each in support)),
            value(network, task, "time"),
            value(network, task, "due") or (),
            edges(sets, lead, support),
        )
