"""The bodies a list begins with: "Giao [Sở A, Sở B và Ủy ban nhân dân các huyện] xây dựng ..."."""

from __future__ import annotations

import re
from functools import cache

from phahe.loaders.assignment_phrases import phrases
from phahe.loaders.bodies import Body, bodies
from phahe.loaders.body_forms import tokens
from phahe.loaders.body_words import begins_body
from phahe.loaders.home import Home

REACH = 1500
"""Characters in which the list must stand."""
PROBE = 150
"""Characters that show whether there is a body at all: most sentences begin with none."""
_FIRST = re.compile(
    r"[\s\"“(*]*(?:(?:cho|các|cơ quan|đơn vị|tập thể|lãnh đạo|đồng chí:?|nhiệm vụ|là|trung ương"
    r"|ông|bà|ông[,/ ]*\(?bà\)?:?)\s+)*\Z",
    re.IGNORECASE,
)
_BEFORE = frozenset({
    "cho", "các", "cơ", "quan", "đơn", "vị", "tập", "thể", "lãnh", "đạo", "đồng", "chí", "nhiệm",
    "vụ", "là", "trung", "ương", "ông", "bà",
})  # fmt: skip
"""The words of `_FIRST`, one by one."""
_NEXT = re.compile(
    r"\s*[,;:.]?\s*(?:(?:và|hoặc|cùng|cùng với|kể cả|gồm|bao gồm|các|cơ quan|đơn vị|tổ chức"
    r"|trung ương)\s+)*\Z",
    re.IGNORECASE,
)
_LIST_END = re.compile(r"[.]\s+(?=[A-ZĐ])|\n\s*\n")


def leading(words: str, home: Home, start: int = 0) -> list[Body]:
    """Return the bodies *words* begins with, as far as they stand side by side.

    A verb that no name contains ("chủ động", "xây dựng") ends the list, and so does a colon before
    any verb; other colons open a list ("Giám đốc các Sở: Y tế, Tài chính").

    Empty if the first word belongs to no body. Offsets of the bodies count from *start*.
    """
    if not _may_begin(words[:PROBE]):
        return []
    head = _cut(words[:PROBE])
    found = _side_by_side(head, home, start)
    if not found or len(head) < PROBE:
        return found
    return _side_by_side(_cut(words[:REACH]), home, start)


def _may_begin(words: str) -> bool:
    """Whether a body may stand first, at most behind small words: the rest need not be read."""
    found = tokens(words)
    for at, (start, end) in enumerate(found.spans):
        if begins_body(found, at):
            return True
        word = found.low[start:end]
        if word.isalnum() and word not in _BEFORE:
            return False
    return False


def _cut(words: str) -> str:
    """The words up to what ends every list."""
    for mark in (_LIST_END, _stop(), _colon()):
        if stop := mark.search(words):
            words = words[: stop.start()]
    return words


def _side_by_side(listed: str, home: Home, start: int) -> list[Body]:
    found: list[Body] = []
    end = 0
    for body in named(listed, home, start):
        gap = listed[end : max(end, body.start - start)]
        joined = not found or gap.strip() or body.start - start <= end
        if not joined or not (_NEXT if found else _FIRST).match(gap):
            break
        found.append(body)
        end = max(end, body.end - start)
    return found


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"\s(?<=\w\s)\s*{phrases('stop')}\b")


@cache
def _colon() -> re.Pattern[str]:
    opens_list = "".join(f"(?<!{word}:)" for word in ("các Sở", "các Ban", "các Bộ", "ảng đoàn"))
    return re.compile(rf":{opens_list}\s*(?:\Z|(?={phrases('verb', 'duty')}\b))", re.IGNORECASE)


def named(words: str, home: Home, start: int = 0) -> list[Body]:
    """Return all bodies of a list that is nothing but a list, as behind "Cơ quan phối hợp:"."""
    return sorted(bodies(words[:REACH], home, start), key=lambda body: (body.start, body.end))


def end_of(found: list[Body], start: int) -> int:
    """Offset behind the last of *found*, or *start* if there is none."""
    return max((body.end for body in found), default=start)
