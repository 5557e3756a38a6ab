"""Documents that others cite and the corpus does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, backward, edges, name, names, of_kind, value


@dataclass(frozen=True, slots=True)
class Missing:
    """A document known only from what others say of it."""

    document: str
    type: str | None
    date: str | None
    cited_by: tuple[str, ...]
    relations: tuple[str, ...]
    """In which the others stand to it."""
    edges: tuple[str, ...]


def missing(network: Network) -> Iterator[Missing]:
    """Yield every document that is cited but not held."""
    for document in of_kind(network, "Document"):
        if value(network, document, "held"):
            continue
        citing = [
            each
            for each in backward(network, document)
            if network.nodes[each.other]["kind"] == "Document"
        ]
        yield Missing(
            name(network, document),
            value(network, document, "type"),
            value(network, document, "date"),
            names(network, (each.other for each in citing)),
            tuple(sorted({each.relation for each in citing})),
            edges(citing),
        )
