"""Who was written to, who got a copy, who received it, who signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phahe.graph.facts import NodeFacts
from phahe.graph.identity import person_id
from phahe.loaders.bodies import Body, bodies
from phahe.loaders.fact import Fact, body_facts, claims, edge
from phahe.loaders.home import Home
from phahe.loaders.quote import quote
from phahe.loaders.reading import Reading, Signature, Stamp, Stated

FOR_COLLECTIVE = re.compile(
    r"\bT/?M\.?\s*(?P<body>(?:BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN THƯỜNG TRỰC|ĐOÀN CHỦ TỊCH)\b)",
    re.IGNORECASE,
)
"""Standing organs that sign through one of their members (Party, Front, mass organisations)."""


def contact_facts(reading: Reading, home: Home) -> Iterator[Fact]:
    """Addressees, recipients, receivers and signers of the document."""
    for words in reading.addressees:
        yield from _sent(reading, home, words, "ADDRESSED_TO", "")
    for recipient in reading.recipients:
        if recipient.purpose != "as-above":
            yield from _sent(reading, home, recipient.words, "COPIED_TO", recipient.purpose)
    for stamp in reading.stamps:
        yield from _received(reading, home, stamp)
    for signature in reading.signatures:
        yield from _signed(reading, home, signature)


def _sent(
    reading: Reading, home: Home, words: Stated, relation: str, purpose: str
) -> Iterator[Fact]:
    evidence = (quote(reading, words.start, words.end, f"recipients.{relation.lower()}"),)
    for body in bodies(words.value, home, words.start):
        yield from body_facts(body, evidence)
        attributes = {"purpose": purpose}
        yield edge(f"#{reading.index}", relation, body.id, evidence, "explicit", attributes)


def _received(reading: Reading, home: Home, stamp: Stamp) -> Iterator[Fact]:
    """The office whose stamp says when the document arrived."""
    if not stamp.receiver:
        return
    evidence = (quote(reading, stamp.start, stamp.end, "stamp"),)
    parts = {"arrival_number": stamp.number, "arrival_date": stamp.date, "routing": stamp.routing}
    attributes = {name: part.value for name, part in parts.items() if part}
    for body in bodies(stamp.receiver.value, home, stamp.receiver.start)[:1]:
        yield from body_facts(body, evidence)
        yield edge(f"#{reading.index}", "RECEIVED_BY", body.id, evidence, "explicit", attributes)


def _signed(reading: Reading, home: Home, signature: Signature) -> Iterator[Fact]:
    """The person, known by name and the body signed for."""
    if not signature.name:
        return
    office = home.issuer.name if home.issuer else f"{reading.source.file}#{reading.index}"
    person = person_id(signature.name.value, office)
    evidence = quote(reading, signature.start, signature.end, "signature")
    position = signature.position.value if signature.position else ""
    said = claims("own", evidence, name=signature.name.value, position=position)
    yield NodeFacts(person, "Person", tuple(said))
    principal = _principal(signature, home)
    if principal:
        yield from body_facts(principal, (evidence,))
    attributes = {
        "position": position,
        "authority": signature.authority.value if signature.authority else "",
        "on_behalf_of": principal.id if principal else "",
    }
    yield edge(f"#{reading.index}", "SIGNED_BY", person, (evidence,), "explicit", attributes)


def _principal(signature: Signature, home: Home) -> Body | None:
    """The collective signed for: the Standing Committee of "T/M BAN THƯỜNG VỤ"."""
    authority = signature.authority
    found = FOR_COLLECTIVE.search(authority.value) if authority else None
    named = bodies(found["body"].capitalize(), home) if found else []
    return named[0] if named else None
