"""Bodies that appear in documents and are never given a task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.abroad import is_foreign
from phahe.queries.stated import Network, backward, edges, name, of_kind, value


@dataclass(frozen=True, slots=True)
class Idle:
    """A body at home without a task, and how often it issues, is addressed or gets a copy."""

    body: str
    level: str | None
    issued: int
    addressed: int
    copied: int
    edges: tuple[str, ...]


def never_assigned(network: Network) -> Iterator[Idle]:
    """Yield the bodies at home that neither lead nor support anything."""
    for body in of_kind(network, "Organization"):
        if is_foreign(network, body):
            continue
        if any(backward(network, body, "LED_BY", "SUPPORTED_BY", "ASSIGNS")):
            continue
        said = list(backward(network, body, "ISSUED_BY", "ADDRESSED_TO", "COPIED_TO"))
        issued, addressed, copied = (
            len({each.other for each in said if each.relation == relation})
            for relation in ("ISSUED_BY", "ADDRESSED_TO", "COPIED_TO")
        )
        level = value(network, body, "level")
        yield Idle(name(network, body), level, issued, addressed, copied, edges(said))
