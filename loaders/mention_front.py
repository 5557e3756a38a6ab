"""Who issued a document and when, where the words in front of its number tell.

>>> from phahe.loaders.mention_text import prepare
>>> words = prepare("Ngày 24/11/2023, Ban Thường vụ Tỉnh ủy đã ban hành Quy định số 31-QĐ/TU")
>>> front = read_front(words, words.text.index("Quy"))
>>> front.issuer.value, front.date.value
('Ban Thường vụ Tỉnh ủy', '2023-11-24')
>>> words = prepare("theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 118/TTr-SNV")
>>> read_front(words, words.text.index("Tờ")).issuer.value
'Sở Nội vụ'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from phahe.loaders.mention_parts import BODY, read_issuer, read_tail
from phahe.loaders.mention_text import Words
from phahe.loaders.reading import Stated

_FAR = 220
_CUES = ("ban hành", " ra", "tại")
_DATE = r"ngày\s+\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
_ACTED = re.compile(
    rf"""
    (?:^|[.;:,\n]|\b(?:và|khi)\b)\s*
    (?P<date>{_DATE}\s*,?\s+)?
    (?P<body>{BODY}(?:\s[^.;:,()“”\n]{{2,90}}?)?)(?:\s+\(?khó?a\s+[ivxl\d]+\)?)?
    \s+(?:(?P<then>{_DATE})\s+)?
    (?:đã\s+|vừa\s+|có\s+|kịp\s+thời\s+|khẩn\s+trương\s+|chủ\s+động\s+)*(?:ban\s+hành|ra)\s+(?:các\s+)?$
    """,
    re.VERBOSE,
)
_SAID = re.compile(
    rf"\bcủa\s+(?:giám\s+đốc\s+)?(?P<body>{BODY}(?:\s[^.;:()“”\n]{{2,110}}?)?)"
    r"\s+(?:nêu\s+)?tại\s+(?:các\s+)?$"
)
_ASKED = re.compile(
    r"\b(?:đề\s+nghị|đề\s+xuất|ý\s+kiến|chỉ\s+đạo|yêu\s+cầu|thông\s+báo|báo\s+cáo|kết\s+luận)\s*$"
)


@dataclass(frozen=True, slots=True)
class Front:
    """What the words before a mention say of it."""

    issuer: Stated | None = None
    date: Stated | None = None


def read_front(words: Words, start: int) -> Front:
    """Read backwards from a mention at *start*: "... của Sở Nội vụ tại", "Ngày ..., X ban hành"."""
    lead = words.low[max(0, start - 14) : start].removesuffix("các ").rstrip()
    if not lead.endswith(_CUES):
        return Front()
    base, before = words.before(start, _FAR)
    if lead.endswith("tại"):
        return Front(_asked(words, base, before))
    found = _ACTED.search(before)
    if not found:
        return Front()
    said = "date" if found["date"] else "then"
    date = read_tail(words, base + found.start(said)).date if found[said] else None
    return Front(_body(words, base, found), date)


def _asked(words: Words, base: int, before: str) -> Stated | None:
    """The body whose proposal or order it is: the nearest "của" behind such a word."""
    for found in _SAID.finditer(before):
        if _ASKED.search(before, 0, found.start()):
            return _body(words, base, found)
    return None


def _body(words: Words, base: int, found: re.Match[str]) -> Stated | None:
    """The name, if it fills the place up to the verb."""
    start, end = (base + at for at in found.span("body"))
    body = read_issuer(words, start)
    whole = body and words.text[start].isupper() and body.end >= end
    return Stated(" ".join(words.text[start:end].split()), start, end) if whole else None
