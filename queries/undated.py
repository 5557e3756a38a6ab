"""Agreements without a day of signing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.abroad import parties_at_home
from phahe.queries.stated import Network, backward, edges, name, names, of_kind, value


@dataclass(frozen=True, slots=True)
class Undated:
    """An agreement no document dates."""

    agreement: str
    kind: str | None
    bodies: tuple[str, ...]
    """The parties at home."""
    period: str | None
    edges: tuple[str, ...]


def undated(network: Network) -> Iterator[Undated]:
    """Yield the agreements without a date."""
    for agreement in of_kind(network, "Agreement"):
        if value(network, agreement, "date") is None:
            home = parties_at_home(network, agreement)
            yield Undated(
                name(network, agreement),
                value(network, agreement, "agreement_kind"),
                names(network, (each.other for each in home)),
                value(network, agreement, "period"),
                edges(home, backward(network, agreement, "CITES")),
            )
