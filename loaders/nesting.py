"""Which references stand inside the title of another: "Kế hoạch 83 thực hiện Chỉ thị 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phahe.loaders.mention import Mention
from phahe.loaders.mention_text import Words
from phahe.loaders.resolve import Reference

_LINK = re.compile(
    r"[)”\"]?(?: ?[,;]| ?(?:và|hoặc|cùng với|cũng như))?(?: ?và)?(?: ?(?:các|những))?"
    r"(?: ?(?:điểm|khoản|điều|mục|phụ lục|chương)(?: (?:\d[\w.]*|[a-zđ]|[ivx]+|và),?)+)*"
    r"(?: ?của)?(?: ?số:?)? ?[“\"(]?"
)
_LONGEST_LINK = 120
_BACK = 40
"""How many references back a title may still be open."""


def outers(words: Words, references: Sequence[Reference]) -> list[int | None]:
    """Return for each reference the place of the innermost one in whose title it stands."""
    found: list[int | None] = []
    open_titles: list[int] = []
    for at, reference in enumerate(references):
        start = reference.mention.start
        while open_titles and inside_end(references[open_titles[-1]].mention) <= start:
            open_titles.pop()
        outer = open_titles[-1] if open_titles else _reopened(words, references, at)
        found.append(outer)
        if inside_end(reference.mention) > start:
            open_titles.append(at)
    return found


def inside_end(mention: Mention) -> int:
    """Up to where other references stand inside this one's title."""
    return mention.title.end if mention.title and not mention.anaphora else 0


def title_start(mention: Mention) -> int:
    """Where the title begins; the name of a law, or of an annex, follows its type."""
    title = mention.title
    if title and title.start > mention.start:
        return title.start
    return mention.start + len(mention.type)


def level(references: Sequence[Reference], at: int, nested: Sequence[int | None]) -> int | None:
    """The last reference before this one in the same title, or outside of titles.

    *nested* is what `outers` says of *references*.
    """
    outer = nested[at]
    floor = -1 if outer is None else outer
    for earlier in range(at - 1, floor, -1):
        mention = references[earlier].mention
        if mention.anaphora or nested[earlier] != outer:
            continue
        around = references[max(floor + 1, earlier - _BACK) : earlier]
        if not any(_holds(each.mention, mention) for each in around):
            return earlier
    return None


def are_listed(words: Words, earlier: Mention, mention: Mention) -> bool:
    """Whether only "và", a comma or provisions stand between the two."""
    if earlier.end > mention.start:
        return False
    gap = " ".join(words.low[earlier.end : mention.start][: 2 * _LONGEST_LINK].split())
    short = mention.start - earlier.end < 2 * _LONGEST_LINK and len(gap) <= _LONGEST_LINK
    return short and _LINK.fullmatch(gap) is not None


def _holds(outer: Mention, mention: Mention) -> bool:
    title = outer.title
    if title is None or outer.anaphora:
        return False
    return outer.start < mention.start < title.end


def _reopened(words: Words, references: Sequence[Reference], at: int) -> int | None:
    """The document whose title goes on behind "và": "về thực hiện Chỉ thị 12 và Kết luận 14".

    Titles end before the next reference of a list; one like the reference in the title, and unlike
    the document that has the title, is taken to stand in it too.
    """
    here = references[at].mention
    for outer in range(at - 2, max(-1, at - 6), -1):
        title, last = references[outer].mention.title, references[at - 1].mention
        if title and title.start <= last.start < title.end <= last.end + 2:
            quoted = words.text[title.start - 1 : title.start] in '“"«'
            alike = _alike(here, last) and not _alike(here, references[outer].mention)
            alike = alike or references[outer].mention.type == "văn bản hợp nhất"
            joined = ";" not in words.low[last.end : here.start]
            listed = joined and are_listed(words, last, here)
            return outer if alike and not quoted and listed else None
    return None


def _alike(one: Mention, other: Mention) -> bool:
    """Documents of one type, or both of the Party's centre."""
    centre = one.symbol.endswith("/TW") and other.symbol.endswith("/TW")
    return one.type == other.type or centre
