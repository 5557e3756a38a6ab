"""Names made comparable: letter case, diacritics, the place of the tone mark."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from unicodedata import is_normalized

_VOWELS = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ", "e": "èéẻẽẹêềếểễệ", "i": "ìíỉĩị", "o": "òóỏõọôồốổỗộơờớởỡợ",
    "u": "ùúủũụưừứửữự", "y": "ỳýỷỹỵ", "d": "đðɖ",
}  # fmt: skip
_PLAIN = str.maketrans(
    {each: base for base, them in _VOWELS.items() for each in them + them.upper()}
)
_TONES = {"a": "àáảãạ", "e": "èéẻẽẹ", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹỵ"}
_MOVED = {
    first + _TONES[second][tone]: _TONES[first][tone] + second
    for first, second in ("oa", "oe", "uy")
    for tone in range(5)
}
# uỷ and ủy, hoà and hòa: the tone may stand on either vowel of an open oa, oe, uy (never after q).
_LATE_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_MOVED)})(?![^\W\d_])")
# Marks that stand alone, and all other scripts; not the dashes and quotes of ours.
_MARKED = re.compile("[\u0300-\u1fff\u20d0-\u20ff\u2c00-\U0010ffff]")
_BLANKS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without diacritics, đ as d; nothing else changes, so lengths of NFC text stay.

    >>> fold("Ủy ban MTTQ Việt Nam, tỉnh Đắk Lắk")
    'uy ban mttq viet nam, tinh dak lak'
    """
    plain = text if text.isascii() else text.translate(_PLAIN)
    if not plain.isascii() and (_MARKED.search(plain) or not is_normalized("NFD", plain)):
        apart = unicodedata.normalize("NFD", plain)
        plain = "".join(each for each in apart if not unicodedata.combining(each)).translate(_PLAIN)
    return plain.lower()


@lru_cache(maxsize=65536)
def spoken(text: str) -> str:
    """Lower case with diacritics, the tone mark where the newer style puts it.

    >>> spoken("Uỷ ban"), spoken("HOÀ BÌNH"), spoken("hoàn"), spoken("quý")
    ('ủy ban', 'hòa bình', 'hoàn', 'quý')
    """
    if not is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _LATE_TONE.sub(lambda found: _MOVED[found[0]], text.replace("Ð", "Đ").lower())


def slug(text: str) -> str:
    """The folded words joined by hyphens, as ids are written.

    >>> slug("Ban Chính sách – Luật pháp (TW)")
    'ban-chinh-sach-luat-phap-tw'
    """
    return _BLANKS.sub("-", fold(text)).strip("-")
