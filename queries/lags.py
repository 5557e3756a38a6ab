"""The days each step of the lineage took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.vocabulary import cascading
from phahe.queries.stated import Network, by_other, edges, forward, name, of_kind, value
from phahe.queries.walk import lag


@dataclass(frozen=True, slots=True)
class Lag:
    """One step: a document and one it rests on."""

    document: str
    date: str | None
    rests_on: str
    rests_on_date: str | None
    days: int | None
    """None where a day is unknown; negative where the dates contradict each other."""
    relations: tuple[str, ...]
    edges: tuple[str, ...]


def lags(network: Network, document: str | None = None) -> Iterator[Lag]:
    """Yield every step, or those that start or end at *document*."""
    for lower in of_kind(network, "Document"):
        for upper, said in by_other(forward(network, lower, *cascading())).items():
            if document in (None, lower, upper):
                here, there = value(network, lower, "date"), value(network, upper, "date")
                yield Lag(
                    name(network, lower),
                    here,
                    name(network, upper),
                    there,
                    lag(there, here),
                    tuple(sorted({each.relation for each in said})),
                    edges(said),
                )
