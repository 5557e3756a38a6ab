"""Tasks that have someone in charge and nobody to help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, by_other, chosen, edges, forward, name, names, value


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A task with a lead and no support."""

    document: str
    section: str | None
    task: str
    lead: tuple[str, ...]
    edges: tuple[str, ...]


def unsupported(
    network: Network, document: str | None = None, section: str | None = None
) -> Iterator[Unsupported]:
    """Yield the tasks with a lead but no support; of *document*, of *section* and below."""
    for setting in chosen(network, "Document", document):
        for task, sets in by_other(forward(network, setting, "SETS")).items():
            where = value(network, task, "section")
            if section and not (where == section or str(where).startswith(f"{section}.")):
                continue
            lead = list(forward(network, task, "LED_BY"))
            if lead and not any(forward(network, task, "SUPPORTED_BY")):
                yield Unsupported(
                    name(network, setting),
                    where,
                    value(network, task, "text"),
                    names(network, (each.other for each in lead)),
                    edges(sets, lead),
                )
