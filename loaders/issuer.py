"""Which body a letterhead names, and the body above it.

A name may run over several lines, and only words tell where the next name begins:

    LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH  →  parent
    LIÊN ĐOÀN LAO ĐỘNG                →  issuer
    HUYỆN DƯƠNG MINH CHÂU                (goes on)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from phahe.data import table
from phahe.loaders.letters import letters, words
from phahe.loaders.line import Line

ASIDES = (
    "du thao",
    "phan van ban",
    "cong bao",
    "van ban hop nhat",
    "van ban phap luat",
    "xac thuc",
)
"""How lines of capitals begin that name no body, whatever follows."""


@cache
def _roles() -> dict[str, frozenset[str]]:
    """Role → words with that role (data/letterhead_words.csv)."""
    rows = table("letterhead_words")
    roles = {row["role"] for row in rows}
    return {role: frozenset(row["words"] for row in rows if row["role"] == role) for role in roles}


def opens_body(text: str) -> bool:
    """Whether a body's name begins with *text*: ``BAN DÂN VẬN``, not ``HUYỆN CỦ CHI``.

    >>> opens_body("BAN DÂN VẬN"), opens_body("HUYỆN CỦ CHI"), opens_body("HUYỆN ỦY CỦ CHI")
    (True, False, True)
    """
    folded = words(text)
    if folded.startswith(("ubnd", "hdnd", "ubmttq")):
        return True
    if folded.startswith("ban hanh"):
        return False
    tokens = folded.split()
    for length in (4, 3, 2, 1):
        head = " ".join(tokens[:length])
        if head in _roles()["body"]:
            return True
        if head in _roles()["place"]:
            return False
    return False


def is_open(text: str) -> bool:
    """Whether the first words alone name no whole body: ``BAN CHẤP HÀNH TỈNH ...``."""
    return any(f"{words(text)} ".startswith(f"{head} ") for head in _roles()["open"] if " " in head)


def is_aside(text: str) -> bool:
    """Whether a line of capitals names no body: ``HỎA TỐC``, ``DỰ THẢO LẦN 2``."""
    folded = words(text)
    if "ky hop thu" in folded and folded.startswith(("khoa ", "ky hop")):
        return True  # "KHÓA IX - KỲ HỌP THỨ 16"
    return folded in _roles()["aside"] or folded.startswith(ASIDES)


def bodies(cells: Sequence[Line]) -> list[list[Line]]:
    """Group the lines of a letterhead into names, the upper body first."""
    groups: list[list[Line]] = []
    for cell in cells:
        if groups and _goes_on(groups[-1], cell.text):
            groups[-1].append(cell)
        else:
            groups.append([cell])
    return [
        group
        for place, group in enumerate(groups)
        if not any(_same(group, later) for later in groups[place + 1 :])
    ]


def _goes_on(group: list[Line], text: str) -> bool:
    before = " ".join(line.text for line in group)
    if before.rstrip().endswith(("-", ",", " VÀ", "&")) or text.startswith(("-", "VÀ ")):
        return True
    if not opens_body(text):
        return True
    return words(before) in _roles()["open"]


def _same(group: list[Line], other: list[Line]) -> bool:
    """Gazettes print the name once more above the letterhead."""
    return letters("".join(line.text for line in group)) == letters(
        "".join(line.text for line in other)
    )
