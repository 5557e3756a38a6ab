"""The sentence around some words.

>>> text = "Theo TP. Huế. Giao Sở Y tế, v.v. báo cáo trước 12.5. Hết."
>>> text[slice(*sentence(text, 20, 22))]
'Giao Sở Y tế, v.v. báo cáo trước 12.5.'
"""

from __future__ import annotations

import re

REACH = 1500
"""Characters looked at on either side: the longest sentences of official documents are shorter."""
NEAR = 300
"""Characters before the words in which most sentences begin."""
# The first character stands alone, so that the search leaps to it.
STOP = re.compile(
    r"""[.!?…;:\n](?:
      (?<=\.)/\.(?=\s|$)
    | (?<![\s(].)(?<=[.!?…])[.!?…]*["”’)]*(?=\s+["“‘(*]*[A-ZÀ-ỸĐ\d]|\s*$|\s*\n)
    | (?<=[;:])["”]?(?=[ \t]*\n)
    | (?<=\n)[ \t]*\n(?=\s*(?:[-+•*]|\d+[.)]|[a-zđ]\)|[IVX]+[.)]|[A-ZÀ-ỸĐ"“])))""",
    re.VERBOSE,
)
# Before a full stop that ends no sentence: titles, T/M forms, numbering, initials, "v.v."
ABBREVIATION = re.compile(
    r"(?:(?:^|[\s(\"“.,;/-])(?:TP|Tp|tp|TX|Tx|TT|Tt|TM|KT|TL|TUQ|Q|P|PGS|GS|TS|ThS|Th\.S|BS|CN|KS|Tr|tr|Đ/c|đ/c|v\.v|vv|[Nn]o|"
    r"NXB|ĐT|[A-ZĐ]|[a-zđ])|(?:^|\n)\s*[-+*(]?\s*(?:\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,5}|[A-Za-zđ]))$"
)
LIST_ITEM = re.compile(r"(?:Điều|Khoản|khoản|Mục|mục|Chương|Phần)\s+[\dIVXL]{1,5}$")


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentence around ``text[start:end]``, blanks around it left out."""
    begin = _begin(text, start)
    high = min(len(text), end + REACH)
    stop = high
    for found in STOP.finditer(text, max(begin, end - 1), high):
        if found.end() >= end and not _continues(text, found):
            stop = found.end()
            break
    words = text[begin:stop]
    lead = len(words) - len(words.lstrip())
    return min(begin + lead, start), max(begin + len(words.rstrip()), end)


def _begin(text: str, start: int) -> int:
    """Behind the last stop before *start*: looked for nearby first, where most of them are."""
    low = max(0, start - REACH)
    for first in (max(low, start - NEAR), low):
        for found in reversed(list(STOP.finditer(text, first, start))):
            whole = found.start() > first or first == low
            if whole and not _continues(text, found):
                return found.end()
    return low


def _continues(text: str, found: re.Match[str]) -> bool:
    """Whether the stop only closes an abbreviation, a section number or an initial."""
    if found[0][0] != "." or found[0] == "./.":
        return False
    before = text[max(0, found.start() - 12) : found.start()]
    if text[found.end() : found.end() + 1] == "\n" or found.end() == len(text):
        return False
    return bool(ABBREVIATION.search(before) or LIST_ITEM.search(before))
