"""Cooperation said in prose, without an agreement of its own.

"quan hệ hữu nghị giữa Hội A với Hội B và Hội C"; "chương trình phối hợp với các tỉnh như: X, Y".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.gazetteer import places_in
from phahe.graph.place import Place
from phahe.loaders.agreement_parties import parties
from phahe.loaders.bodies import Body
from phahe.loaders.home import Home
from phahe.loaders.reading import Paragraph, Reading

KINDS = ("preamble", "heading", "body")
REACH = 400
_BETWEEN = re.compile(
    r"\b(?P<context>quan hệ(?:,?\s+(?:hữu nghị|hợp tác|kết nghĩa|đoàn kết|đặc biệt|và))*"
    r"|hợp tác(?:\s+(?:hữu nghị|toàn diện|song phương))*|kết nghĩa|tình hữu nghị|liên kết"
    r"|tình đoàn kết(?:\s+hữu nghị)?)\s+giữa\s+",
    re.IGNORECASE,
)
_WITH_PLACES = re.compile(
    r"\b(?P<context>chương trình (?:phối hợp|hợp tác|kết nghĩa|liên kết)|thỏa thuận hợp tác"
    r"|quan hệ (?:hợp tác|kết nghĩa)|(?:ký kết\s+)?(?:hợp tác|kết nghĩa|giao lưu))[^.;:]{0,40}?"
    r"\s+với\s+(?:các\s+|\d+\s+)*(?:tỉnh|thành phố|địa phương)(?:,\s*thành phố)?\s*"
    r"(?P<such>như\s*:?|gồm\s*:?|:)?\s*",
    re.IGNORECASE,
)
_PLACES = re.compile(r"[vV](?i:ới\s+(?:các\s+|\d+\s+)*(?:tỉnh|thành phố|địa phương))")
_END = re.compile(r"[.;](?:\s|\Z|\.\.)|…|\s(?:trong|về|nhằm|để)\s")
_DATED = re.compile(r"\b(?:giai\s+đoạn|ngày)\s+\d")


@dataclass(frozen=True, slots=True)
class Cooperation:
    """*a* works together with *b*; where only its province is known, *b* is that place."""

    a: Body
    b: Body | Place
    spans: tuple[tuple[int, int], ...]
    """Of the source: the sentence."""
    context: str
    """The words that call it so: "quan hệ hữu nghị"."""


def cooperation(reading: Reading, home: Home) -> list[Cooperation]:
    """Return the cooperation a document speaks of, in reading order."""
    return [
        found
        for paragraph in reading.paragraphs
        if paragraph.kind in KINDS
        for found in (*_between(paragraph, home), *_with_places(paragraph, home))
    ]


def _between(paragraph: Paragraph, home: Home) -> Iterator[Cooperation]:
    """ "quan hệ hữu nghị giữa A với B và C": A with each of the others."""
    text = paragraph.text
    for cue in _BETWEEN.finditer(text) if "giữa" in text else ():
        end = _end(text, cue.end())
        sides = parties(text[cue.end() : end], home, cue.end())
        if sides and not _DATED.search(text, cue.end(), end):
            for one in sides.ours:
                for other in sides.theirs:
                    yield _said(one, other, paragraph, cue, end)


def _with_places(paragraph: Paragraph, home: Home) -> Iterator[Cooperation]:
    """ "chương trình phối hợp với các tỉnh như: X, Y": the issuer with each province."""
    text = paragraph.text
    for cue in _WITH_PLACES.finditer(text) if _PLACES.search(text) else ():
        end = _end(text, cue.end())
        at = cue.end()
        for place, start, stop in places_in(text[cue.end() : end]):
            if text[at : cue.end() + start].strip(" ,;.và") or not home.issuer:
                break
            at = cue.end() + stop
            if home.province is None or place.id != home.province.id:
                yield _said(home.issuer, place, paragraph, cue, end)


def _end(text: str, start: int) -> int:
    stop = _END.search(text, start, start + REACH)
    return stop.start() if stop else min(len(text), start + REACH)


def _said(
    one: Body, other: Body | Place, paragraph: Paragraph, cue: re.Match[str], end: int
) -> Cooperation:
    context = " ".join(cue["context"].split()).lower()
    return Cooperation(one, other, paragraph.spans(cue.start(), end), context)
