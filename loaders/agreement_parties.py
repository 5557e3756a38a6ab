"""The two sides of an agreement: "giữa A, cấp trên của A với B, C và D 03 tỉnh X, Y, Z"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phahe.loaders.bodies import Body, bodies
from phahe.loaders.home import Home

_WITH = re.compile(r"\bvới\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:và|cùng)\b|\s-\s", re.IGNORECASE)
_RANK = {"central": 4, "province": 3, "district": 2, "commune": 1, "grassroots": 0}


@dataclass(frozen=True, slots=True)
class Parties:
    """Who agreed with whom; *superiors* are higher units in apposition to either side."""

    ours: tuple[Body, ...]
    theirs: tuple[Body, ...]
    superiors: tuple[Body, ...]


def parties(words: str, home: Home, start: int = 0) -> Parties | None:
    """Split the words behind "giữa" into two sides; None where one of them names no body.

    The sides part at "với", else at the first "và" that stands inside no body's name. *ours* is the
    first side, unless only the second one is Vietnamese.
    """
    found = sorted(bodies(words, home, start), key=lambda body: (body.start, body.end))
    for cut in (*_WITH.finditer(words), *_AND.finditer(words)):
        at = start + cut.start()
        first = [body for body in found if body.end <= at]
        second = [body for body in found if body.start >= at]
        if first and second and len(first) + len(second) == len(found):
            return _parties(first, second, words, start)
    return None


def _parties(first: list[Body], second: list[Body], words: str, start: int) -> Parties | None:
    ours, above = _without_superiors(first, words, start)
    theirs, higher = _without_superiors(second, words, start)
    if _foreign(ours) and not _foreign(theirs):
        ours, theirs = theirs, ours
    partners = {one.id for one in ours}
    others = tuple(one for one in theirs if one.id not in partners)
    return Parties(tuple(ours), others, (*above, *higher)) if others else None


def _foreign(side: Sequence[Body]) -> bool:
    return all(body.level == "foreign" or body.branch == "foreign" for body in side)


def _without_superiors(side: list[Body], words: str, start: int) -> tuple[list[Body], list[Body]]:
    """Part a side into its parties and what only stands behind them as their higher units."""
    kept: list[Body] = []
    above: list[Body] = []
    for body in side:
        last = kept[-1] if kept else None
        gap = words[max(0, (last.end if last else 0) - start) : max(0, body.start - start)]
        beside = last is None or _AND.search(gap) or body.start < last.end
        (kept if beside or not _is_higher(body, last) else above).append(body)
    return kept, above


def _is_higher(body: Body, other: Body | None) -> bool:
    """Whether *body* is a whole of *other*, or stands above it as what has no province does."""
    if other is None:
        return False
    if any(parent.id == body.id for parent in other.parents):
        return True
    has_province = other.place is not None and other.place.kind != "country"
    lacks_province = body.place is None or body.place.kind == "country"
    return (has_province and lacks_province) or _RANK.get(body.level, 0) > _RANK.get(other.level, 9)
