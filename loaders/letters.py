"""The letters of Vietnamese as character classes, and words compared without their diacritics."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from phahe.graph.names import fold

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LOWER = "a-zđ" + "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel, tone in product(_VOWELS, _TONES)
    if vowel + tone not in "aeiouy"
)
"""Inside of a character class that matches one small letter."""
UPPER = "A-Z" + LOWER[3:].upper()
"""Inside of a character class that matches one capital letter."""
_NO_LETTER = re.compile(r"[^a-z0-9&]+")


def words(text: str) -> str:
    """The words of *text* without diacritics, small, one blank between, nothing else.

    >>> words("ỦY  BAN NHÂN DÂN-TỈNH…")
    'uy ban nhan dan tinh'
    """
    return _NO_LETTER.sub(" ", fold(text)).strip()


def letters(text: str) -> str:
    """Only the letters, without diacritics: what is left of a line when OCR loses its blanks.

    >>> letters("UBNDTỈNH PHÚ THỌ....")
    'ubndtinhphutho'
    """
    return words(text).replace(" ", "")
