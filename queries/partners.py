"""Partners in the provinces of other countries, and the agreements with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.abroad import parties_at_home, presence, provinces_abroad
from phahe.queries.stated import Network, edges, name, names, value


@dataclass(frozen=True, slots=True)
class Partner:
    """An agreement a province abroad is present in."""

    province: str
    bodies: tuple[str, ...]
    """The parties at home."""
    partners: tuple[str, ...]
    """The parties located in the province; none where only the province is named."""
    agreement: str
    kind: str | None
    date: str | None
    period: str | None
    edges: tuple[str, ...]


def partners(network: Network, province: str | None = None) -> Iterator[Partner]:
    """Yield each pair of a province abroad and an agreement, for one *province* or all."""
    for place in provinces_abroad(network):
        if province not in (None, place):
            continue
        for agreement, (parties, grounds) in presence(network, place).items():
            home = parties_at_home(network, agreement)
            yield Partner(
                name(network, place),
                names(network, (each.other for each in home)),
                names(network, parties),
                name(network, agreement),
                value(network, agreement, "agreement_kind"),
                value(network, agreement, "date"),
                value(network, agreement, "period"),
                tuple(sorted({*grounds, *edges(home)})),
            )
