"""What a document says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phahe.graph.errors import NotANumber
from phahe.graph.facts import Claim, DocumentKey, NodeFacts
from phahe.graph.model import Evidence
from phahe.graph.number import SYMBOL, DocumentNumber
from phahe.loaders.bodies import Body, bodies
from phahe.loaders.dates import dates
from phahe.loaders.fact import Fact, body_facts, claims, edge, own
from phahe.loaders.formats.register import HOW
from phahe.loaders.home import Home
from phahe.loaders.joint import is_joint
from phahe.loaders.quote import quote
from phahe.loaders.reading import Reading, Stated
from phahe.loaders.resolve import own_key
from phahe.loaders.scope import scoped


def own_facts(reading: Reading, home: Home, not_after: str) -> Iterator[Fact]:
    """The document itself and who issued it.

    *not_after* is an ISO date from the content, such as the earliest deadline; blank if unknown.
    """
    key = own_key(reading)
    yield NodeFacts(
        f"#{reading.index}",
        "Document",
        (
            Claim("held", True, "own"),
            *claims("own", None, registered=reading.source.how == HOW or ""),
            Claim("file", reading.source.file, "own"),
            *own("type", reading.type, reading, "letterhead.type"),
            *own("date", reading.date, reading, "letterhead.date"),
            *own("title", reading.title, reading, "letterhead.title"),
            *own("place", reading.place, reading, "letterhead.place"),
            *own_number(key, reading.number, reading),
            *claims("own", None, level=home.level, period=period_of(reading.title)),
            *claims("context", None, not_after=not_after),
            *(claim for mark in reading.marks for claim in own("mark", mark, reading, "mark")),
        ),
        scoped(key, home.issuer),
    )
    yield from issued_by(reading, home)


def own_number(key: DocumentKey, number: Stated | None, reading: Reading) -> Iterator[Claim]:
    """Type code, number, symbol and code of the number line; only what it really holds."""
    evidence = quote(reading, number.start, number.end, "letterhead.number") if number else None
    yield from claims("own", evidence, type_code=key.type_code)
    if number is None:
        return
    try:
        read = DocumentNumber.parse(number.value)
    except NotANumber:
        yield from claims("own", evidence, symbol=symbol_of(number.value))
    else:
        yield from claims("own", evidence, number=read.number, symbol=read.symbol, code=read.code)


def symbol_of(words: str) -> str:
    """The letters of a number line whose number cannot be read; blank where they cannot either.

    >>> symbol_of("JT{/STTTT-CNTT"), symbol_of("39 5Ö/TB-SYT"), symbol_of("JT{")
    ('STTTT-CNTT', 'TB-SYT', '')
    """
    found = re.fullmatch(rf"[^/\n]{{0,12}}?[/-]\s*(?P<symbol>{SYMBOL})", words.strip())
    return re.sub(r"\s", "", found["symbol"]) if found else ""


def period_of(title: Stated | None) -> str:
    """The years a title plans for: ``2020-2025``, ``2022``; blank where it names none, or several.

    >>> period_of(Stated("Công tác thông tin đối ngoại năm 2022", 0, 0))
    '2022'
    >>> period_of(Stated("Thực hiện Chỉ thị số 12-CT/TW, ngày 05/01/2022", 0, 0))
    ''
    """
    found = {when.value for when in dates(title.value)} if title else set()
    whole = [value for value in found if re.fullmatch(r"\d{4}(?:-\d{4})?", value)]
    return whole[0] if len(whole) == 1 else ""


def issued_by(reading: Reading, home: Home) -> Iterator[Fact]:
    """The body of the letterhead, or the one that speaks in the operative clause."""
    if not home.issuer:
        return
    words = reading.issuer or home.why
    evidence = _quoted(reading, words)
    yield from body_facts(home.issuer, evidence)
    yield edge(f"#{reading.index}", "ISSUED_BY", home.issuer.id, evidence)
    for body in _joint(reading, home):
        yield from body_facts(body, evidence)
        yield edge(f"#{reading.index}", "ISSUED_BY", body.id, evidence)


def _joint(reading: Reading, home: Home) -> Iterator[Body]:
    """The others of a letterhead that names several of one kind: "BỘ TÀI CHÍNH - BỘ CÔNG AN".

    Of any kind where the letters of the number are those of a joint document.
    """
    issuer = home.issuer
    if reading.issuer is None or issuer is None:
        return
    letters = reading.number.value.lstrip("0123456789/-") if reading.number else ""
    several = is_joint(letters)
    above = f"{reading.parent.value}, " if several and reading.parent else ""
    for body in bodies(above + reading.issuer.value, home):
        alike = body.kind == issuer.kind and issuer.kind in ("bo", "so", "ubnd")
        if (several or alike) and body.id != issuer.id and not body.collective:
            yield body


def _quoted(reading: Reading, words: Stated | None) -> tuple[Evidence, ...]:
    return (quote(reading, words.start, words.end, "letterhead.issuer"),) if words else ()
