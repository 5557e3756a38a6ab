"""When a document arrived, and how long it took until the receiver followed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.answering import answering, wholes
from phahe.queries.stated import Network, chosen, forward, name, names
from phahe.queries.walk import lag


@dataclass(frozen=True, slots=True)
class Received:
    """An arrival, and the first documents by which the receiver, or a part of it, followed."""

    document: str
    receiver: str
    received: str | None
    """The day of the arrival stamp; None where only a later document shows the arrival."""
    followed_by: tuple[str, ...]
    followed_on: str | None
    days: int | None
    edges: tuple[str, ...]


def received(network: Network, document: str | None = None) -> Iterator[Received]:
    """Yield the arrivals of all documents, or of *document*."""
    for arrived in chosen(network, "Document", document):
        stamps = list(forward(network, arrived, "RECEIVED_BY"))
        answers = list(answering(network, arrived)) if stamps else []
        for each in stamps:
            day = each.attributes.get("arrival_date") or None
            following = {
                (one.date, one.document)
                for one in answers
                if one.date
                and one.date >= (day or "")
                and each.other in wholes(network, one.issuer)
            }
            first = min((date for date, _ in following), default=None)
            yield Received(
                name(network, arrived),
                name(network, each.other),
                day,
                names(network, (follows for date, follows in following if date == first)),
                first,
                lag(day, first),
                (each.edge,),
            )
