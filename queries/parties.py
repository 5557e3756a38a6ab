"""Who signed an agreement, at home and abroad."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.abroad import is_foreign
from phahe.queries.stated import Network, backward, by_other, chosen, edges, forward, name, names


@dataclass(frozen=True, slots=True)
class Party:
    """A party to an agreement."""

    agreement: str
    body: str
    foreign: bool
    places: tuple[str, ...]
    edges: tuple[str, ...]


def parties(network: Network, agreement: str | None = None) -> Iterator[Party]:
    """Yield the parties of *agreement*, or of all."""
    for each in chosen(network, "Agreement", agreement):
        for body, said in by_other(backward(network, each, "PARTY_TO")).items():
            located = [one.other for one in forward(network, body, "LOCATED_IN")]
            yield Party(
                name(network, each),
                name(network, body),
                is_foreign(network, body),
                names(network, located),
                edges(said),
            )
