"""Words that say how documents relate (data/relation_phrases.csv), compiled.

>>> [phrase.relation for phrase in phrases("title", "near") if phrase.pattern.search("thay thế ")]
['REPLACES']
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from phahe.data import table
from phahe.graph.model import Certainty
from phahe.graph.names import fold

_BEHIND = r"(?:(?!\w)|(?=(?:quyết đ|nghị [đq]|chỉ thị|thông t|kế ho|kết lu|hướng d|công v|luật)))"
"""A blank is lost at times before the type: "Thực hiệnQuyết định"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of the table."""

    relation: str
    turned: bool
    """It is said of the document behind the words and reaches the one in front."""
    words: str
    where: frozenset[str]
    how: str
    certainty: Certainty
    pattern: re.Pattern[str]
    """Over lower-case text."""
    folded: re.Pattern[str]
    """Over text without diacritics, for what OCR made of them."""


@cache
def phrases(where: str, how: str) -> tuple[Phrase, ...]:
    """Return the phrases that count in that part of a document and work that way."""
    return tuple(each for each in _all() if each.how == how and (not where or where in each.where))


@cache
def any_phrase(where: str, how: str) -> re.Pattern[str]:
    """Return a pattern that is found wherever one of these phrases is."""
    return re.compile("|".join(each.pattern.pattern for each in phrases(where, how)))


@cache
def _all() -> tuple[Phrase, ...]:
    return tuple(_phrase(row) for row in table("relation_phrases"))


def _phrase(row: dict[str, str]) -> Phrase:
    turned = row["relation"].startswith("turned ")
    return Phrase(
        row["relation"].removeprefix("turned "),
        turned,
        row["phrase"],
        frozenset(row["where"].split()),
        row["how"],
        cast(Certainty, row["certainty"]),
        compiled(row["phrase"]),
        compiled(fold(row["phrase"])),
    )


def compiled(words: str) -> re.Pattern[str]:
    """Return a phrase of the table as a pattern.

    >>> bool(compiled("(để)? thực hiện ... năm").search("nhằm thực hiện trong 5 năm"))
    True
    """
    pattern, begun = r"(?<!\w)", False
    for part in _parts(words):
        choice = _spaced(part.removesuffix("?").removeprefix("(").removesuffix(")"))
        if part == "...":
            pattern += r"(?:\s+[^\s.;:,]+,?){0,6}?"
        elif part.endswith("?"):
            pattern += rf"(?:\s*(?:{choice})(?!\w))?" if begun else rf"(?:(?:{choice})\s+)?"
        else:
            pattern += (r"\s+" if begun else "") + rf"(?:{choice})"
            begun = True
    return re.compile(pattern + _BEHIND)


def _parts(words: str) -> list[str]:
    """Words, dots, and brackets with all they hold."""
    found: list[str] = []
    depth, current = 0, ""
    for char in words + " ":
        depth += (char == "(") - (char == ")")
        if char == " " and depth == 0:
            found += [current] if current else []
            current = ""
        else:
            current += char
    return found


def _spaced(choice: str) -> str:
    """The inside of a bracket: brackets in it stay, blanks match any white space."""
    return (
        re.sub(r"\(([^()]*)\)", r"(?:\1)", choice)
        .replace(" ", r"\s+")
        .replace("...", r"(?:\S+\s+){0,6}?")
    )
