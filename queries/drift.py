"""Deadlines on their way down: kept, dropped or added by the document that carries out another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.vocabulary import cascading
from phahe.queries.stated import Network, by_other, edges, forward, name, of_kind, value


@dataclass(frozen=True, slots=True)
class Drift:
    """The deadlines of a document beside those of one it rests on."""

    document: str
    rests_on: str
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    added: tuple[str, ...]
    edges: tuple[str, ...]


def drift(network: Network, document: str | None = None) -> Iterator[Drift]:
    """Yield each step between documents that both set deadlines; only those at *document*."""
    for lower in of_kind(network, "Document"):
        for upper, said in by_other(forward(network, lower, *cascading())).items():
            if document not in (None, lower, upper):
                continue
            here, there = _dues(network, lower), _dues(network, upper)
            if here and there:
                yield Drift(
                    name(network, lower),
                    name(network, upper),
                    tuple(here & there),
                    tuple(there - here),
                    tuple(here - there),
                    edges(said),
                )


def _dues(network: Network, document: str) -> set[str]:
    tasks = (each.other for each in forward(network, document, "SETS"))
    return {due for task in tasks for due in value(network, task, "due") or ()}
