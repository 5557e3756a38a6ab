"""Deadlines, one by one: of a document, of a body, or of a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, by_other, chosen, edges, forward, name, names, value


@dataclass(frozen=True, slots=True)
class Deadline:
    """A task that is due."""

    due: str
    """``2022-07``, ``2027-Q1``, ``yearly:12``, ``continuous`` ..."""
    document: str
    section: str | None
    task: str
    kind: str | None
    """activity, report, review ..."""
    time: str | None
    """As written."""
    lead: tuple[str, ...]
    edges: tuple[str, ...]


def deadlines(
    network: Network, document: str | None = None, body: str | None = None, due: str | None = None
) -> Iterator[Deadline]:
    """Yield every deadline; only those of *document*, of tasks of *body*, or at *due*."""
    for setting in chosen(network, "Document", document):
        for task, sets in by_other(forward(network, setting, "SETS")).items():
            lead = list(forward(network, task, "LED_BY"))
            helped = forward(network, task, "SUPPORTED_BY")
            if body is not None and body not in {each.other for each in (*lead, *helped)}:
                continue
            for when in set(value(network, task, "due") or ()):
                if due in (None, when):
                    yield Deadline(
                        when,
                        name(network, setting),
                        value(network, task, "section"),
                        value(network, task, "text"),
                        value(network, task, "task_kind"),
                        value(network, task, "time"),
                        names(network, (each.other for each in lead)),
                        edges(sets, lead),
                    )
