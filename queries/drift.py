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
    dues = dict(_dues(network))
    for lower, here in dues.items():
        for upper, said in by_other(forward(network, lower, *cascading())).items():
            there = dues.get(upper)
            if there and document in (None, lower, upper):
                yield Drift(
                    name(network, lower),
                    name(network, upper),
                    tuple(here & there),
                    tuple(there - here),
                    tuple(here - there),
                    edges(said),
                )


def _dues(network: Network) -> Iterator[tuple[str, set[str]]]:
    """Yield the documents that set deadlines, with these."""
    for document in of_kind(network, "Document"):
        tasks = (each.other for each in forward(network, document, "SETS"))
        dues = {due for task in tasks for due in value(network, task, "due") or ()}
        if dues:
            yield document, dues
