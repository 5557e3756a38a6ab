"""Which documents answer a document, and which bodies have thereby answered it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from phahe.graph.vocabulary import cascading
from phahe.queries.stated import Network, backward, forward, value

FURTHEST = 4
"""Steps from a body up to the body it is part of."""


class Answering(NamedTuple):
    """A document that answers, its issuer, and its date as far as known."""

    document: str
    issuer: str
    date: str | None


def answering(network: Network, document: str) -> Iterator[Answering]:
    """Yield what answers *document*, once for each issuer.

    A letter that passes a plan on is answered by whatever carries out the letter or the plan, and
    is not older than the letter. Documents of unknown date are given the benefit of the doubt.
    """
    carrying = tuple(cascading())
    works = {document, *(each.other for each in forward(network, document, *carrying))}
    start = value(network, document, "date") or value(network, document, "date_not_before") or ""
    for carries in {each.other for work in works for each in backward(network, work, *carrying)}:
        latest = value(network, carries, "date") or value(network, carries, "date_not_after")
        if carries != document and (latest is None or latest >= start):
            for issuer in {each.other for each in forward(network, carries, "ISSUED_BY")}:
                yield Answering(carries, issuer, value(network, carries, "date"))


def wholes(network: Network, body: str) -> set[str]:
    """Return *body* and what it is part of, up to four steps up."""
    found, last = {body}, {body}
    for _ in range(FURTHEST):
        last = {each.other for part in last for each in forward(network, part, "PART_OF")} - found
        found |= last
    return found
