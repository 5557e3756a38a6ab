"""How long the provinces take to carry out what they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.vocabulary import cascading
from phahe.queries.stated import Network, by_other, edges, forward, name, of_kind, value
from phahe.queries.walk import lag

FURTHEST = 3
"""Steps from a commune up to its province."""


@dataclass(frozen=True, slots=True)
class ProvinceLag:
    """The steps taken by bodies of a province, as far as both dates are known."""

    province: str
    steps: int
    mean_days: int
    """Without fraction."""
    least: int
    most: int
    edges: tuple[str, ...]


def lag_by_province(network: Network) -> Iterator[ProvinceLag]:
    """Yield the provinces whose documents rest on others."""
    days: dict[str, list[int]] = defaultdict(list)
    said: dict[str, set[str]] = defaultdict(set)
    for lower in of_kind(network, "Document"):
        here = value(network, lower, "date")
        where: set[str] | None = None
        for upper, steps in by_other(forward(network, lower, *cascading())).items():
            took = lag(value(network, upper, "date"), here)
            if took is None:
                continue
            where = provinces_of(network, lower) if where is None else where
            for province in where:
                days[province].append(took)
                said[province].update(edges(steps))
    for province, all_days in days.items():
        mean = int(sum(all_days) / len(all_days))
        yield ProvinceLag(
            name(network, province),
            len(all_days),
            mean,
            min(all_days),
            max(all_days),
            tuple(sorted(said[province])),
        )


def provinces_of(network: Network, document: str) -> set[str]:
    """Return the provinces in which those who issued *document* are located."""
    bodies = {each.other for each in forward(network, document, "ISSUED_BY")}
    found = {place.other for body in bodies for place in forward(network, body, "LOCATED_IN")}
    last = found
    for _ in range(FURTHEST):
        last = {
            each.other
            for place in last
            for each in forward(network, place, "LOCATED_IN", "PART_OF")
        }
        found = found | last
    return {place for place in found if value(network, place, "place_kind") == "province"}
