"""Who holds today what a document gave to a body that has been merged since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, Stated, by_other, chosen, edges, forward, name, names

LONGEST = 3
"""Mergers that follow one another: an organ of 2025-02, then its province of 2025-07."""


@dataclass(frozen=True, slots=True)
class Today:
    """A body with a part in the tasks of a document, and who has its tasks now."""

    document: str
    body: str
    roles: tuple[str, ...]
    today: tuple[str, ...]
    """The body itself where no merger is known."""
    since: tuple[str, ...]
    """ISO date of the last merger, a month where provinces differ by days."""
    sources: tuple[str, ...]
    """The acts behind the mergers: ``202/2025/QH15``."""
    edges: tuple[str, ...]


def today(network: Network, document: str | None = None) -> Iterator[Today]:
    """Yield every body that *document* (or any) gives a task, with who follows it."""
    for setter in chosen(network, "Document", document):
        for body, given in by_other(forward(network, setter, "ASSIGNS")).items():
            steps = list(_steps(network, body))
            last = steps[-1] if steps else []
            yield Today(
                name(network, setter),
                name(network, body),
                _said(given, "role"),
                names(network, (each.other for each in last)) or (name(network, body),),
                _said(last, "date"),
                _said([each for step in steps for each in step], "source"),
                edges(given, *steps),
            )


def _steps(network: Network, body: str) -> Iterator[list[Stated]]:
    """The mergers, one generation of bodies after the other."""
    bodies = {body}
    for _ in range(LONGEST):
        step = [each for old in bodies for each in forward(network, old, "SUCCEEDED_BY")]
        if not step:
            return
        yield step
        bodies = {each.other for each in step}


def _said(stated: list[Stated], attribute: str) -> tuple[str, ...]:
    return tuple(
        sorted({each.attributes[attribute] for each in stated if attribute in each.attributes})
    )
