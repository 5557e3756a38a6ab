"""The name of a document without a number, and where such a name ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phahe.graph.document_type import known_name
from phahe.loaders.mention_text import Words

LAWS = ("luật", "bộ luật", "pháp lệnh")
_LONGEST = 200
_NEW_ITEM = (
    r"\n\s*\n|\n\s*(?:[-+*]\s(?!(?:19|20)\d\d\b)|\d{1,2}[-.)]\s|căn cứ|theo đề nghị|xét|kính gửi"
    r"|nơi nhận)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A document's name, ``text[start:end]``, type word included."""

    start: int
    end: int
    type: str
    dated: bool = False
    """It is a document only if a date follows: "Quyết định ngày 3/2/2021 của ..."."""
    bare: bool = False
    """It stands in the name of the law that amends it: the date behind is that one's."""


def stop_at(marks: str, *words: str) -> re.Pattern[str]:
    """Return where a name ends: at one of *marks*, a new item, or before one of *words*."""
    spaced = "|".join(" ".join(words).split()).replace("_", r"\s+")
    return re.compile(rf"[{re.escape(marks)}“”\"]|{_NEW_ITEM}|\s(?:{spaced})\b")


def type_of(written: str) -> str:
    """Return the type as the table spells it, lines joined."""
    words = " ".join(written.split()).lower()
    return known_name(words) or known_name(words.replace("qui ", "quy "))


def end_of(words: Words, start: int, stop: re.Pattern[str]) -> int:
    """Return where the name that begins before *start* ends."""
    limit = min(len(words.low), start + _LONGEST)
    found = stop.search(words.low, start, limit)
    return start + len(words.text[start : found.start() if found else limit].rstrip(" \n,-"))
