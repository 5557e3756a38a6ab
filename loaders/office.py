"""Offices, the authority they sign with, and the names below.

>>> authority("T/M BAN THƯỜNG VỤ"), authority("KT.GIÁM ĐÓC"), authority("TỈNH ỦY")
('TM', 'KT', '')
>>> is_office("PHÓ CHỦ TỊCH THƯỜNG TRỰC"), is_office("Người lập kế hoạch"), is_office("BAN DÂN VẬN")
(True, True, False)
>>> is_person("Thái Thị Bích Thủy"), is_person("Ban Thường vụ"), is_person("(đã ký)")
(True, False, False)
"""

from __future__ import annotations

import re
from functools import cache

from phahe.data import table
from phahe.loaders.letters import LOWER, UPPER, words
from phahe.loaders.phrases import opens, phrases

_AUTHORITY = re.compile(
    r"(?P<form>T\s?/\s?M|T\s?/\s?L|K\s?/\s?T|T\s?/\s?U\s?Q|TM|KT|TL|TUQ|TUN|Q)\s*(?P<stop>[.,:/]\s*|\s+)(?=[^\W\d_])"
)
_AUTHORISED = frozenset("TKQ")
"""Letters with which an authority begins."""
_BEFORE = re.compile(r"(?:(?:pho|q|quyen|nguyen|dong chi|kt|tm|tl|tuq)\s)+")
_SYLLABLE = rf"(?:[HYK]['’])?[{UPPER}][{LOWER}'’]{{0,6}}"
_NAME = rf"(?P<name>{_SYLLABLE}(?:[ -]{{1,2}}(?:{_SYLLABLE}|[{UPPER}]['’.])){{1,5}})$"
_STAINED = re.compile(r"[.,:;'~`_|]{1,2}\s+(?P<name>\w.*)|(?P<ended>\w.*?)\s+[-.,:;'~`_|]{1,2}")
"""A name beside what a scan made of the paper: ``. Đỗ Ngọc Nam``."""
_HALF_SMALL = re.compile(rf"{_SYLLABLE} [{LOWER}]{{2,6}} {_SYLLABLE}(?: {_SYLLABLE})?$")
"""OCR takes the capital of a short middle name: ``Nguyễn sỹ Hiệp``."""
_CAPITALS = rf"(?P<name>[{UPPER}]{{1,7}}(?:\s[{UPPER}]{{1,7}}){{1,4}})$"
_SIGNED = re.compile(
    r"\W*(?:đã ký|ĐÃ KÝ|Đã ký|Đã kí|ký, đóng dấu|chữ ký|ký tên|Ký, ghi rõ)", re.IGNORECASE
)


@cache
def _offices() -> re.Pattern[str]:
    longest = sorted((row["position"] for row in table("positions")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest)})(?![a-z])")


@cache
def _person(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{phrases('rank')})[.,\s:]+)*{name}")


@cache
def _ranked() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases('rank')})[.,\s:]+")


@cache
def _families() -> frozenset[str]:
    return frozenset(row["name"].upper() for row in table("family_names"))


def authority(text: str) -> str:
    """For whom one signs: TM (on behalf), KT (deputy), TL (by order), TUQ, Q; blank if not said."""
    found = _AUTHORITY.match(text) if text[:1] in _AUTHORISED else None
    if not found or not text[found.end() : found.end() + 12].isupper():
        return ""
    return re.sub(r"\W", "", found["form"])


def is_office(text: str) -> bool:
    """Whether a line names an office; OCR may have taken its diacritics."""
    if len(text) > 110 or text.endswith((";", ",", ".")) or not text[:1].isupper():
        return False
    folded = words(text)
    if not (text.isupper() or folded.startswith("nguoi ") or len(text) < 40):
        return False
    bare = _BEFORE.sub("", folded, count=1) if _BEFORE.match(folded) else folded
    return _offices().match(bare) is not None


def is_person(text: str) -> bool:
    """Whether a line is a person's name, in capitals only with a known family name."""
    return person_at(text) is not None


def person_at(text: str) -> tuple[int, int] | None:
    """Where the name stands in *text*, ranks and titles left out."""
    if not text or len(text) > 60:
        return None
    stained = _STAINED.fullmatch(text)
    if stained:
        name = "name" if stained["name"] else "ended"
        found, at = _unstained_at(stained[name]), stained.start(name)
        return (at + found[0], at + found[1]) if found else None
    return _unstained_at(text)


def _unstained_at(text: str) -> tuple[int, int] | None:
    first = text.partition(" ")[0]
    if first.upper() not in _families() and opens(text, "nobody") and not _ranked().match(text):
        return None
    found = _person(_NAME).match(text)
    if not found and first.upper() in _families() and _HALF_SMALL.match(text):
        return 0, len(text)
    if not found:
        found = _person(_CAPITALS).match(text)
        if not found or first not in _families() or is_office(text):
            return None
    return found.span("name")


def is_signed(text: str) -> bool:
    """Whether a line only says that a signature stood there: ``(Đã ký)``."""
    return len(text) < 40 and _SIGNED.match(text) is not None
