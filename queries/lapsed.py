"""Agreements whose own term was over when a document still relied on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.abroad import parties_at_home
from phahe.queries.stated import Network, by_other, chosen, edges, forward, name, names, value


@dataclass(frozen=True, slots=True)
class Lapsed:
    """An agreement past its term, and the document that relies on it."""

    agreement: str
    bodies: tuple[str, ...]
    """The parties at home."""
    period: str
    document: str
    date: str
    """Of the document, or the day before which it cannot have been issued."""
    edges: tuple[str, ...]


def lapsed(network: Network, document: str | None = None) -> Iterator[Lapsed]:
    """Yield agreements whose period ends in a year before that of a document that cites them."""
    for citing in chosen(network, "Document", document):
        date = value(network, citing, "date") or value(network, citing, "date_not_before")
        for agreement, cites in by_other(forward(network, citing, "CITES")).items():
            period = value(network, agreement, "period")
            is_agreement = network.nodes[agreement]["kind"] == "Agreement"
            if is_agreement and date and is_over(period, date):
                home = parties_at_home(network, agreement)
                yield Lapsed(
                    name(network, agreement),
                    names(network, (each.other for each in home)),
                    period,
                    name(network, citing),
                    date,
                    edges(cites, home),
                )


def is_over(period: str | None, date: str) -> bool:
    """Whether the last year of *period* is before the year of *date*.

    >>> is_over("2015-2018", "2022-06-21"), is_over("hàng năm", "2022-06-21")
    (True, False)
    """
    return bool(period and re.fullmatch(".*[0-9]{4}", period) and period[-4:] < date[:4])
