"""Agreements by the year they were made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.abroad import parties_at_home
from phahe.queries.stated import Network, backward, edges, name, names, of_kind, value


@dataclass(frozen=True, slots=True)
class Year:
    """The agreements of a year."""

    year: str | None
    """Of signing, else the first of the period; None where neither is known."""
    count: int
    agreements: tuple[str, ...]
    bodies: tuple[str, ...]
    """The parties at home."""
    edges: tuple[str, ...]


def cooperation_by_year(network: Network) -> Iterator[Year]:
    """Yield the years in which agreements were made."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for agreement in of_kind(network, "Agreement"):
        began = value(network, agreement, "date") or value(network, agreement, "period") or ""
        year = began[:4]
        found[year if year.isascii() and year.isdigit() and len(year) == 4 else None].append(
            agreement
        )
    for known, agreements in found.items():
        home = [each for agreement in agreements for each in parties_at_home(network, agreement)]
        cites = [each for agreement in agreements for each in backward(network, agreement, "CITES")]
        yield Year(
            known,
            len(agreements),
            tuple(name(network, each) for each in agreements),
            names(network, (each.other for each in home)),
            edges(home, cites),
        )
