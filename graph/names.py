"""Names made comparable: letter case, diacritics, the place of the tone mark."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ETH = str.maketrans({"Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Ɖ": "D", "ɖ": "d"})
_TONE = "\u0300\u0301\u0303\u0309\u0323"
# uỷ and ủy, hoà and hòa: the tone may stand on either vowel of an open oa, oe, uy (never after q).
_LATE_TONE = re.compile(rf"(?i)(?<!q)(o[ae]|uy)([{_TONE}])(?![a-z\u0300-\u036f])")
_BLANKS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without diacritics, đ as d; nothing else changes, so lengths of NFC text stay.

    >>> fold("Ủy ban MTTQ Việt Nam, tỉnh Đắk Lắk")
    'uy ban mttq viet nam, tinh dak lak'
    """
    letters = unicodedata.normalize("NFD", text.translate(_ETH))
    return "".join(each for each in letters if not unicodedata.combining(each)).lower()


@lru_cache(maxsize=65536)
def spoken(text: str) -> str:
    """Lower case with diacritics, the tone mark where the newer style puts it.

    >>> spoken("Uỷ ban"), spoken("HOÀ BÌNH"), spoken("hoàn"), spoken("quý")
    ('ủy ban', 'hòa bình', 'hoàn', 'quý')
    """
    apart = unicodedata.normalize("NFD", text.replace("Ð", "Đ"))
    moved = _LATE_TONE.sub(lambda found: found[1][0] + found[2] + found[1][1], apart)
    return unicodedata.normalize("NFC", moved).lower()


def slug(text: str) -> str:
    """The folded words joined by hyphens, as ids are written.

    >>> slug("Ban Chính sách – Luật pháp (TW)")
    'ban-chinh-sach-luat-phap-tw'
    """
    return _BLANKS.sub("-", fold(text)).strip("-")
