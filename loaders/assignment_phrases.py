"""The words by which documents give work to bodies, as patterns made from their tables.

>>> [(label.role, label.words) for label in labels("Chủ trì: Sở A; phối hợp: Sở B, C.")]
[('lead', 'Sở A'), ('support', 'Sở B, C.')]
>>> role_of("CƠ QUAN, ĐƠN VỊ CHỦ TRÌ")
'lead'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from phahe.data import table
from phahe.loaders.any_of import any_of

ROLES = ("lead", "support", "time", "other")


@dataclass(frozen=True, slots=True)
class Label:
    """A label, which begins at *begin*, and the *words* behind it: ``text[start:end]``."""

    role: str
    words: str
    begin: int
    start: int
    end: int


@cache
def phrases(*uses: str) -> str:
    """An alternation of the phrases of these uses, longest first, for use inside a pattern."""
    rows = (row["phrase"] for row in table("assignment_phrases") if row["use"] in uses)
    return alternation(rows)


def alternation(words: Iterable[str]) -> str:
    """A non-capturing group of *words*, longest first; blanks match any white space.

    >>> alternation(["giao", "giao cho"])
    '(?:giao(?:\\\\s+cho)?)'
    """
    return f"(?:{any_of(words)})"


@cache
def anywhere(*uses: str) -> str:
    """The phrases of these uses as whole words in any letter case, to be searched for in long text.

    One letter stands first, so that the search leaps to it.

    >>> bool(re.search(anywhere("support"), "Đơn vị PHỐI HỢP: Sở Y tế"))
    True
    """
    by_letter: dict[str, list[str]] = {}
    for row in table("assignment_phrases"):
        if row["use"] in uses:
            by_letter.setdefault(row["phrase"][0].lower(), []).append(row["phrase"][1:])
    letters = "".join(by_letter) + "".join(by_letter).upper()
    rest = "|".join(
        rf"(?<=\b{first}){alternation(phrases)}" for first, phrases in by_letter.items()
    )
    return rf"[{letters}](?i:{rest})"


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\A[\s*+.•-]*|[.;,(|]\s*(?:và\s+)?)(?P<label>{phrases(*ROLES)})"
        r"(?:\s*\([^()]{0,60}\))?\s*(?::|\blà\s*:)\s*",
        re.IGNORECASE,
    )


def labels(text: str) -> list[Label]:
    """Return the labelled parts of a paragraph; empty where it does not begin with a label.

    A label in brackets at the end ("... (Chủ trì: Sở A)") counts as well.
    """
    if ":" not in text:
        return []
    found = list(_labels().finditer(text))
    roles = {role_of(match["label"]) for match in found}
    opens = bool(found) and (not text[: found[0].start()].strip() or found[0][0].startswith("("))
    if not opens or not roles & {"lead", "support", "time"}:
        return []
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        Label(
            role_of(match["label"]),
            _words(text[match.end() : end]),
            match.start("label"),
            match.end(),
            match.end() + len(_words(text[match.end() : end])),
        )
        for match, end in zip(found, ends, strict=True)
    ]


def _words(text: str) -> str:
    """What a label says, without the bracket that closes "(Chủ trì: Sở A)"."""
    words = text.rstrip()
    return words if words.count("(") >= words.count(")") else words.rstrip(" .)")


@cache
def _roles() -> dict[str, str]:
    rows = table("assignment_phrases")
    return {row["phrase"]: row["use"] for row in reversed(rows) if row["use"] in ROLES}


def role_of(label: str) -> str:
    """Which of `ROLES` a label or the head of a table's column stands for; '' if none."""
    words = " ".join(label.lower().split()).strip(" .:*")
    return _roles().get(words, "")
