"""What a document says of the documents it names: dates, issuers, titles, with the words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from phahe.graph.facts import Claim, NodeFacts
from phahe.graph.model import Certainty, Evidence
from phahe.loaders.bodies import Body, bodies, body_of_code
from phahe.loaders.fact import Fact, body_facts, claims, edge
from phahe.loaders.home import Home
from phahe.loaders.joint import codes, is_joint
from phahe.loaders.mention import Mention
from phahe.loaders.quote import quote
from phahe.loaders.reading import Reading
from phahe.loaders.resolve import Reference, document_key
from phahe.loaders.scope import scoped

BLANK_LINE = re.compile(r"[ \t]*\n[ \t]*\n")

_MINISTER = re.compile(r"^Bộ\s+trưởng\s*,\s*Chủ\s+nhiệm\s+(?=Ủy|Văn)")
"""Who heads a body of a ministry's rank: "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"."""
BEFORE_ISSUER = re.compile(
    r"""(?:kế\ hoạch|chương\ trình|nghị\ quyết|điều\ lệ|quy\ chế|đề\ án|kết\ luận|hướng\ dẫn)?
    (?:\s*(?:toàn\ khóa|công\ tác|hành\ động|làm\ việc|hoạt\ động|của|Đại\ hội(?:\ đại\ biểu)?
    (?:\ toàn\ quốc)?(?:\ lần\ thứ)?(?:\ [IVXL]+|\ \d+)?)\b)*\s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""Before the issuer in "Kế hoạch toàn khóa Ban Chấp hành ...", "Nghị quyết Đại hội X ..."."""


def cited_facts(reading: Reading, references: Sequence[Reference], home: Home) -> Iterator[Fact]:
    """Every other document that *reading* names."""
    for target, mentions in _meant(reading, references).items():
        yield from _cited(target, mentions, reading, home)


def _meant(reading: Reading, references: Sequence[Reference]) -> Mapping[str, list[Mention]]:
    """The mentions of each document meant, anaphora and the document itself left out."""
    meant: dict[str, list[Mention]] = defaultdict(list)
    for reference in references:
        if reference.target and reference.target != f"#{reading.index}":
            meant[reference.target].append(reference.mention)
    return meant


def _cited(
    target: str, mentions: Sequence[Mention], reading: Reading, home: Home
) -> Iterator[Fact]:
    issuers = [(issuer, each) for each in mentions for issuer in _issuers(each, home)]
    coded = _issuers_by_code(mentions, home, {issuer.id for issuer, _ in issuers})
    said = [claim for mention in mentions for claim in _claims(mention, reading)]
    known = issuers[0][0] if issuers else next(iter(coded), None)
    key = scoped(document_key(mentions), known)
    yield NodeFacts(target, "Document", tuple(said), key)
    for issuer, mention in issuers:
        yield from _issued_by(target, issuer, _evidence(mention, reading), "explicit")
    for body in coded:
        yield from _issued_by(target, body, _evidence(mentions[0], reading), "implied")


def _claims(mention: Mention, reading: Reading) -> Iterator[Claim]:
    """What one mention says; an anaphor says nothing."""
    if mention.anaphora:
        return
    evidence = _evidence(mention, reading)
    yield from claims(
        "cited",
        evidence,
        type=mention.type,
        type_code=mention.type_code,
        number=mention.number,
        symbol=mention.symbol,
        code=mention.code,
        date=mention.date.value if mention.date else "",
        term=mention.term,
        period=mention.period,
    )
    if mention.title:
        words = quote(reading, mention.title.start, mention.title.end, "mentions.title")
        yield from claims("cited", words, title=mention.title.value)


def _issuers(mention: Mention, home: Home) -> list[Body]:
    """The first body behind "của", or at the front of a title without a number; of a joint
    document all its bodies.

    Registers in small letters tell names from words no better than letterheads in capitals.
    """
    if mention.issuer:
        words = _MINISTER.sub("", mention.issuer.value)
        named = bodies(words.upper() if words.islower() else words, home, mention.issuer.start)
        return named[:1] + [body for body in named[1:] if is_joint(mention.symbol)]
    if not mention.unnumbered or not mention.title:
        return []
    title = mention.title.value
    front = BEFORE_ISSUER.match(title)
    start = front.end() if front else 0
    named = bodies(title[start:], home, 0) if title[start : start + 1].isupper() else []
    return named[:1] if named and named[0].start == 0 and named[0].level else []


def _issuers_by_code(mentions: Sequence[Mention], home: Home, named: Set[str]) -> list[Body]:
    """The body whose code is in the number, if none is named; each of a joint document not yet
    among those named.
    """
    symbol = next((mention.symbol for mention in mentions if mention.symbol), "")
    if not is_joint(symbol):
        body = None if named or not symbol else body_of_code(symbol, home)
        return [body] if body else []
    letters = codes(symbol)
    if len(named) >= len(letters):
        return []
    found = [body for code in letters if (body := body_of_code(f"TT-{code}", home))]
    return [body for body in found if body.id not in named]


def _issued_by(
    target: str, issuer: Body, evidence: Evidence, certainty: Certainty
) -> Iterator[Fact]:
    yield from body_facts(issuer, (evidence,))
    yield edge(target, "ISSUED_BY", issuer.id, (evidence,), certainty)


def _evidence(mention: Mention, reading: Reading) -> Evidence:
    """The mention with its date and issuer, as far as they follow in the same block."""
    parts = (mention.date, mention.issuer)
    end = max([mention.end, *(each.end for each in parts if each and each.start > mention.start)])
    text, tail = reading.source.text, mention.symbol.rpartition("/")[2] or mention.number
    named = text.find(tail, mention.start, end)
    block = BLANK_LINE.search(text, named + len(tail), end) if tail and named >= 0 else None
    return quote(reading, mention.start, block.start() if block else end, "mentions")
