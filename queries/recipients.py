"""Who a document was sent to, and what for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, by_other, edges, forward, name


@dataclass(frozen=True, slots=True)
class Recipient:
    """A body that was written to or got a copy."""

    body: str
    purposes: tuple[str, ...]
    """addressed, or the purpose of the copy: distribution, report, file."""
    edges: tuple[str, ...]


def recipients(network: Network, document: str) -> Iterator[Recipient]:
    """Yield the addressees of *document* and all who got a copy."""
    sent = forward(network, document, "ADDRESSED_TO", "COPIED_TO")
    for body, said in by_other(sent).items():
        purposes = {
            "addressed" if each.relation == "ADDRESSED_TO" else each.attributes.get("purpose")
            for each in said
        }
        yield Recipient(
            name(network, body), tuple(each or "copied" for each in purposes), edges(said)
        )
