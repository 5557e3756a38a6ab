"""In how many agreements each province abroad is present."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.abroad import presence, provinces_abroad
from phahe.queries.stated import Network, name, of_kind


@dataclass(frozen=True, slots=True)
class Province:
    """A province abroad with its agreements."""

    province: str
    agreements: int
    total: int
    """All agreements of the graph."""
    in_all: bool
    edges: tuple[str, ...]


def provinces(network: Network) -> Iterator[Province]:
    """Yield every province abroad that is present in an agreement."""
    total = sum(1 for _ in of_kind(network, "Agreement"))
    for place in provinces_abroad(network):
        present = presence(network, place)
        if present:
            said = {edge for _, edges in present.values() for edge in edges}
            yield Province(
                name(network, place),
                len(present),
                total,
                len(present) == total,
                tuple(sorted(said)),
            )
