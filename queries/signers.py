"""Who signed the documents held, and which of them bear no signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, chosen, forward, name, value


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature, or its absence: then *signer* is None."""

    document: str
    signer: str | None
    position: str | None
    authority: str | None
    """For whom: ``T/M BAN THƯỜNG VỤ``."""
    edges: tuple[str, ...]


def signers(network: Network, document: str | None = None) -> Iterator[Signed]:
    """Yield the signatures of the documents held, or of *document* alone."""
    for signed in chosen(network, "Document", document):
        if not value(network, signed, "held"):
            continue
        found = list(forward(network, signed, "SIGNED_BY"))
        for each in found:
            said = each.attributes
            yield Signed(
                name(network, signed),
                name(network, each.other),
                said.get("position") or None,
                said.get("authority") or None,
                (each.edge,),
            )
        if not found:
            yield Signed(name(network, signed), None, None, None, ())
