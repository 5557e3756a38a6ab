"""Who was to act on a document, and what came of it as far as the corpus shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from phahe.graph.identity import organisation_id
from phahe.queries.answering import Answering, answering, wholes
from phahe.queries.stated import Network, Stated, by_other, chosen, edges, forward, name, value
from phahe.queries.walk import lag

Roster = Callable[[str, str, str], Sequence[str]]
"""Name of a set of bodies, id of its place, ISO day → names of its members; none if unknown."""


def no_roster(body: str, place: str, day: str) -> Sequence[str]:
    """Know the members of no set: every set stays one row."""
    return ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One body that was to act on a document."""

    document: str
    sent: str | None
    """Day of the document."""
    within: str | None
    """The set through which the body was asked ("các tổ chức chính trị - xã hội tỉnh")."""
    body: str
    asked: tuple[str, ...]
    """addressed, lead, support; received where only an arrival stamp shows it."""
    received: str | None
    """Day of its arrival stamp."""
    followed_by: tuple[str, ...]
    """Documents of the body or its parts that answer, held by the corpus."""
    cited_only: tuple[str, ...]
    """Such documents the corpus only cites."""
    followed_on: str | None
    """Day of the earliest of them."""
    days: int | None
    """Since the document was received, or sent where no stamp says."""
    state: str
    """followed, cited (all that answers is only cited), silent (nothing seen in this corpus)."""
    edges: tuple[str, ...]


def follow_up(
    network: Network, document: str | None = None, roster: Roster = no_roster
) -> Iterator[FollowUp]:
    """Yield a row for every body that *document*, or any document, asks to act.

    Sets whose members the *roster* knows for that day are told member by member.
    """
    for sent in chosen(network, "Document", document):
        asked = by_other(_asked(network, sent))
        for issued in forward(network, sent, "ISSUED_BY"):
            asked.pop(issued.other, None)
        if asked:
            yield from _rows(network, sent, asked, roster)


def _rows(
    network: Network, document: str, asked: dict[str, list[Stated]], roster: Roster
) -> Iterator[FollowUp]:
    answers = [(one, wholes(network, one.issuer)) for one in answering(network, document)]
    stamps = {each.other: each for each in forward(network, document, "RECEIVED_BY")}
    seen = set(asked) | {each.other for each in forward(network, document, "ISSUED_BY")}
    for body, said in asked.items():
        members = _members(network, document, body, roster)
        for member in members or [body]:
            if members and member in seen:
                continue  # asked by name too, or through another set
            seen.add(member)
            within = name(network, body) if members else None
            yield _row(network, document, member, within, said, answers, stamps.get(member))
    for body, stamp in stamps.items():
        if body not in seen:
            yield _row(network, document, body, None, [stamp], answers, stamp)


def _row(
    network: Network,
    document: str,
    body: str,
    within: str | None,
    said: Iterable[Stated],
    answers: Sequence[tuple[Answering, set[str]]],
    stamp: Stated | None,
) -> FollowUp:
    known = body in network
    following = [one for one, whole in answers if known and body in whole]
    held = {one.document for one in following if value(network, one.document, "held")}
    cited = {one.document for one in following} - held
    sent = value(network, document, "date")
    arrived = (stamp.attributes.get("arrival_date") or None) if stamp else None
    first = min((one.date for one in following if one.date), default=None)
    return FollowUp(
        name(network, document),
        sent,
        within,
        name(network, body) if known else body,
        tuple(sorted({_role(each) for each in said})),
        arrived,
        tuple(sorted(name(network, each) for each in held)),
        tuple(sorted(name(network, each) for each in cited)),
        first,
        lag(arrived or sent, first),
        "followed" if held else "cited" if cited else "silent",
        edges(said, [stamp] if stamp else []),
    )


def _members(network: Network, document: str, body: str, roster: Roster) -> list[str]:
    """Return the members of a set: their ids where the graph knows them, else their names."""
    if not value(network, body, "collective"):
        return []
    day = value(network, document, "date") or value(network, document, "date_not_after") or ""
    place = next((each.other for each in forward(network, body, "LOCATED_IN")), "")
    found = roster(name(network, body), place, day)
    ids = {each: str(organisation_id(each)) for each in found}
    return [ids[each] if ids[each] in network else each for each in found]


def _asked(network: Network, document: str) -> Iterator[Stated]:
    yield from forward(network, document, "ADDRESSED_TO", "ASSIGNS")
    for task in {each.other for each in forward(network, document, "SETS")}:
        yield from forward(network, task, "LED_BY", "SUPPORTED_BY")


def _role(said: Stated) -> str:
    roles = {
        "ADDRESSED_TO": "addressed",
        "LED_BY": "lead",
        "SUPPORTED_BY": "support",
        "RECEIVED_BY": "received",
    }
    return roles.get(said.relation) or str(said.attributes.get("role", "assigned"))
