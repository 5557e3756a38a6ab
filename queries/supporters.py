"""Which body supports others most often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, by_other, chosen, edges, forward, name


@dataclass(frozen=True, slots=True)
class Supporter:
    """A body that supports, and in how many tasks."""

    body: str
    tasks: int
    edges: tuple[str, ...]


def supporters(network: Network, document: str | None = None) -> Iterator[Supporter]:
    """Yield every supporting body, counting the tasks of all documents or of *document*."""
    tasks = {
        sets.other
        for setting in chosen(network, "Document", document)
        for sets in forward(network, setting, "SETS")
    }
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for task in tasks:
        for body, helps in by_other(forward(network, task, "SUPPORTED_BY")).items():
            found.setdefault(body, {})[task] = edges(helps)
    for body, helped in found.items():
        said = {edge for same in helped.values() for edge in same}
        yield Supporter(name(network, body), len(helped), tuple(sorted(said)))
