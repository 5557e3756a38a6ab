"""Words that open a part of a document (data/anatomy_words.csv)."""

from __future__ import annotations

import re
from functools import cache

from phahe.data import table
from phahe.graph.names import fold

_LONGEST = 30
_BEHIND = r"(?:(?![^\W\d_])|(?<=[a-zà-ỹ])(?=[A-ZĐ][a-zà-ỹ]))"
"""A blank is lost at times before a capital: "Căn cứNghị định"."""


@cache
def phrases(role: str) -> str:
    """The words with *role* as the alternatives of a pattern, longest first."""
    found = [row["words"] for row in table("anatomy_words") if row["role"] == role]
    return "|".join(re.escape(words) for words in sorted(found, key=len, reverse=True))


@cache
def _opening(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases(role)}){_BEHIND}")


def ends(text: str, role: str) -> bool:
    """Whether *text* ends with words of *role*, in any letter case.

    >>> ends("Chương trình hành động của", "dangling"), ends("Kế hoạch", "dangling")
    (True, False)
    """
    return _ending(role).search(text[-20:]) is not None


@cache
def _ending(role: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{phrases(role)})$", re.IGNORECASE)


def opens(text: str, role: str) -> bool:
    """Whether *text* begins with words of *role*.

    >>> opens("Căn cứ Nghị định", "basis"), opens("Quan tâm", "may"), opens("Qua kiểm tra", "may")
    (True, False, True)
    """
    if text[:1] not in _letters(role):
        return False
    if _opening(role).match(text):
        return True
    head = text[:_LONGEST]
    return not head.isupper() and _misread(role).match(fold(head)) is not None


@cache
def _misread(role: str) -> re.Pattern[str]:
    """Phrases of several words, without the marks that OCR gets wrong: "Thực hiên"."""
    several = [
        fold(words) for words in phrases(role).replace("\\ ", " ").split("|") if " " in words
    ]
    return re.compile(rf"(?:{'|'.join(several)})(?![^\W\d_])" if several else r"(?!)")


@cache
def _letters(role: str) -> frozenset[str]:
    """With which words of *role* begin."""
    return frozenset(words[0] for words in phrases(role).split("|"))
