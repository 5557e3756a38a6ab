"""Every document the graph knows, held or only cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, edges, forward, name, names, of_kind, value


@dataclass(frozen=True, slots=True)
class Known:
    """A document with who issued it."""

    document: str
    type: str | None
    date: str | None
    issuers: tuple[str, ...]
    held: bool
    title: str | None
    edges: tuple[str, ...]


def documents(network: Network, body: str | None = None) -> Iterator[Known]:
    """Yield every document, or those *body* issued."""
    for document in of_kind(network, "Document"):
        issued = list(forward(network, document, "ISSUED_BY"))
        if body is None or body in {each.other for each in issued}:
            yield Known(
                name(network, document),
                value(network, document, "type"),
                value(network, document, "date"),
                names(network, (each.other for each in issued)),
                bool(value(network, document, "held")),
                value(network, document, "title"),
                edges(issued),
            )
