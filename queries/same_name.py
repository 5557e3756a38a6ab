"""What one short name means in different documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, backward, forward, names, of_kind, value
from phahe.queries.stated import name as name_of


@dataclass(frozen=True, slots=True)
class Namesake:
    """A body that is called so."""

    body: str
    level: str | None
    places: tuple[str, ...]
    documents: tuple[str, ...]
    """That name it, as far as they say something of it."""
    edges: tuple[str, ...]


def same_name(network: Network, name: str) -> Iterator[Namesake]:
    """Yield the bodies whose name, or one of whose short names, begins with *name*."""
    wanted = name.lower()
    for body in of_kind(network, "Organization"):
        called = (name_of(network, body), *(value(network, body, "aliases") or ()))
        if any(each.lower().startswith(wanted) for each in called):
            said = dict(_said(network, body))
            if not said and any(backward(network, body, "SUCCEEDED_BY")):
                continue  # no document names it: a table says that it follows another
            yield Namesake(
                name_of(network, body),
                value(network, body, "level"),
                names(network, (each.other for each in forward(network, body, "LOCATED_IN"))),
                names(network, {each for documents in said.values() for each in documents}),
                tuple(sorted(said)),
            )


def _said(network: Network, body: str) -> Iterator[tuple[str, set[str]]]:
    """Yield each edge by which documents name *body*, directly or in a task, with the documents."""
    for each in backward(network, body):
        kind = network.nodes[each.other]["kind"]
        if kind == "Document":
            yield each.edge, {each.other}
        elif kind == "Task":
            setting = {one.other for one in backward(network, each.other, "SETS")}
            if setting:
                yield each.edge, setting
