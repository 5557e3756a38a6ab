"""Documents that bear one date and are cited with another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.stated import Network, chosen, name, value


@dataclass(frozen=True, slots=True)
class Conflict:
    """A document whose dates disagree; its sentences say who states which."""

    document: str
    preferred: str | None
    dates: tuple[str, ...]
    reason: str | None
    not_before: str | None
    not_after: str | None
    edges: tuple[str, ...]


def date_conflicts(network: Network, document: str | None = None) -> Iterator[Conflict]:
    """Yield the documents for which several dates are stated, or *document* if it is one."""
    for each in chosen(network, "Document", document):
        dates = value(network, each, "dates") or ()
        if value(network, each, "date_conflict") or len(dates) > 1:
            yield Conflict(
                name(network, each),
                value(network, each, "date"),
                dates,
                value(network, each, "date_reason"),
                value(network, each, "date_not_before"),
                value(network, each, "date_not_after"),
                (f"{each}#date",),
            )
