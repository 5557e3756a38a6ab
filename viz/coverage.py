"""What came of each directive where: days until the first answer, or nothing seen here.

An empty place says only that this corpus holds no answer, never that there was none.
"""

from __future__ import annotations

from dataclasses import dataclass

from phahe.viz.card import Card
from phahe.viz.neighbours import Neighbours

ASKS = ("ADDRESSED_TO", "ASSIGNS", "RECEIVED_BY")
"""Relations by which a document wants something of a body."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The first document under *row* from *column*; blank *document*: asked, nothing seen."""

    row: str
    column: str
    document: str
    lag: int | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Directives against places, or bodies against the documents that address them."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    answers: tuple[Answer, ...]


MOST = 60
"""Directives, and documents with addressees, worked out in a corpus of more than LARGE."""
LARGE = 3000


def by_place(around: Neighbours, cards: dict[str, Card]) -> Coverage:
    """Return root directives against the provinces whose bodies issued documents.

    In a large corpus only those with most direct answers.
    """
    where = {each: provinces(card.issuer, around) for each, card in cards.items() if card.issuer}
    columns = around.by_name({p for places in where.values() for p in places})
    answers = []
    rows = [d for d in cards if around.children(d) and not around.parents(d)]
    if len(cards) > LARGE:
        rows = sorted(rows, key=lambda d: (-len(around.children(d)), d))[:MOST]
    rows.sort(key=lambda d: (-len(descendants(d, around)), cards[d].day or 0, d))
    for row in rows:
        first: dict[str, str] = {}
        for each in sorted(descendants(row, around), key=lambda d: (_when(cards[d]), d)):
            for place in where.get(each, ()):
                first.setdefault(place, each)
        answers += [Answer(row, p, d, lag(cards[row], cards[d])) for p, d in sorted(first.items())]
    return Coverage(tuple(rows), tuple(columns), tuple(answers))


def by_body(around: Neighbours, cards: dict[str, Card]) -> Coverage:
    """Return the bodies that documents address or charge, and what each issued under them."""
    answers = []
    asking = {d: {b.id for b in around.targets(d, *ASKS)} for d in cards}
    chosen = [d for d, asked in asking.items() if asked]
    if len(cards) > LARGE:
        chosen = sorted(chosen, key=lambda d: (-len(asking[d]), d))[:MOST]
    for document in chosen:
        asked = asking[document]
        below = sorted(descendants(document, around), key=lambda d: (_when(cards[d]), d))
        for body in sorted(asked):
            kin = {body, *(b.id for b in around.sources(body, "PART_OF"))}
            found = next((d for d in below if cards[d].issuer in kin), "")
            days = lag(cards[document], cards[found]) if found else None
            answers.append(Answer(body, document, found, days))
    columns = sorted({a.column for a in answers}, key=lambda d: (cards[d].day or 0, d))
    heard = {a.row for a in answers if a.document}
    silent = {a.row for a in answers} - heard
    rows = (*around.by_name(heard), *around.by_name(silent))
    return Coverage(rows, tuple(columns), tuple(answers))


def provinces(body: str, around: Neighbours) -> list[str]:
    """Return the provinces a body lies in, through its districts and its parent bodies."""
    waiting, seen, found = [body], {body}, []
    while waiting:
        each = waiting.pop()
        for place in around.targets(each, "LOCATED_IN", "PART_OF"):
            if place.id in seen:
                continue
            seen.add(place.id)
            if place.kind == "Place" and is_province(str(place.fields.get("place_kind", ""))):
                found.append(place.id)
            elif place.kind == "Place" or (place.kind == "Organization" and not found):
                waiting.append(place.id)
    return sorted(found)


def is_province(place_kind: str) -> bool:
    """Whether a kind of place is a province or a city of the same rank."""
    return place_kind in ("province", "municipality", "city", "tỉnh", "thành phố")


def descendants(document: str, around: Neighbours) -> set[str]:
    """Return everything below *document*, itself left out."""
    seen: set[str] = set()
    waiting = [document]
    while waiting:
        for each in around.children(waiting.pop()):
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return seen - {document}


def lag(above: Card, below: Card) -> int | None:
    """Return the days between two documents, None where a date is missing or an estimate."""
    if above.day is None or below.day is None or above.about or below.about:
        return None
    return below.day - above.day


def _when(card: Card) -> tuple[bool, int]:
    return (card.day is None, card.day or 0)
