"""Bodies said to work with partners abroad that are party to no agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.abroad import AT_HOME, is_foreign
from phahe.queries.stated import (
    Network,
    backward,
    edges,
    forward,
    name,
    names,
    of_kind,
    value,
)


@dataclass(frozen=True, slots=True)
class Informal:
    """A body whose cooperation abroad rests on no agreement the graph knows."""

    body: str
    collective: bool
    """Several bodies named as one: "các sở, ngành liên quan"."""
    partners: tuple[str, ...]
    edges: tuple[str, ...]


def without_agreement(network: Network) -> Iterator[Informal]:
    """Yield the bodies at home that cooperate abroad without being party to an agreement."""
    for body in of_kind(network, "Organization"):
        if is_foreign(network, body) or any(forward(network, body, "PARTY_TO")):
            continue
        both = (
            *forward(network, body, "COOPERATES_WITH"),
            *backward(network, body, "COOPERATES_WITH"),
        )
        abroad = [each for each in both if _is_abroad(network, each.other)]
        if abroad:
            yield Informal(
                name(network, body),
                bool(value(network, body, "collective")),
                names(network, (each.other for each in abroad)),
                edges(abroad),
            )


def _is_abroad(network: Network, node: str) -> bool:
    return is_foreign(network, node) or value(network, node, "country") not in (None, AT_HOME)
