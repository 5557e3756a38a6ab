"""Who speaks: "UBND tỉnh xây dựng kế hoạch như sau:", "Trên đây là kế hoạch của X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phahe.loaders.bodies import bodies
from phahe.loaders.body_kind import kinds
from phahe.loaders.body_types import Body, Home
from phahe.loaders.reading import Paragraph, Reading, Stated

_VERBS = (
    r"xây dựng|ban hành|trân trọng|kính (?:đề nghị|mời)|đề nghị|yêu cầu|quyết định|quy định"
    r"|thông báo|báo cáo|hướng dẫn|triển khai|tổ chức|phối hợp|gửi|chỉ thị|kết luận|giao"
)
_OPERATIVE = re.compile(rf"(?:^|[,;.]\s+|\n)(?P<who>[^,;.\n]{{3,140}}?)\s+(?P<verb>{_VERBS})\b")
_CLOSING = re.compile(r"Trên đây là [^.;]*?\bcủa\s+(?P<who>[^.;,]{3,120})")
_SELF = {"association", "committee", "youth", "body", "own"}


def speaker(words: str, here: Home) -> Body | None:
    """The first body in *words*, if it may speak for itself."""
    found = [each for each in bodies(words, here) if not each.collective and not each.standing]
    if not found or found[0].start > 12 or not found[0].kind:
        return None
    role = kinds()[found[0].kind].role if found[0].kind in kinds() else ""
    return found[0] if role in {*_SELF, "national", "organ", "region"} else None


def speakers(reading: Reading) -> Iterator[Stated]:
    """Words that may name who speaks: subjects of operative clauses, then the closing sentence."""
    opening = [each for each in reading.paragraphs if each.kind in ("preamble", "body")][:12]
    for paragraph in opening:
        if (
            re.search(r"như sau|sau đây|sau:|với (?:các )?nội dung|:\s*$", paragraph.text)
            or paragraph.kind == "preamble"
        ):
            for found in _OPERATIVE.finditer(paragraph.text):
                yield _stated(paragraph, found)
    for paragraph in reversed(reading.paragraphs):
        closing = _CLOSING.search(paragraph.text)
        if closing:
            yield _stated(paragraph, closing)
    for paragraph in opening:
        for found in _OPERATIVE.finditer(paragraph.text):
            yield _stated(paragraph, found)


def _stated(paragraph: Paragraph, found: re.Match[str]) -> Stated:
    begin, end = found.span("who")
    return Stated(found["who"], paragraph.source(begin), paragraph.source(end - 1) + 1)


def decrees(reading: Reading) -> Iterator[Stated]:
    """The line in capitals above the grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"."""
    for each in reading.paragraphs:
        if each.kind == "preamble" and each.text.isupper():
            yield Stated(each.text, each.source(0), each.source(len(each.text) - 1) + 1)
