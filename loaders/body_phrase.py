"""How the marks of a phrase make chains of bodies: places, levels, lists, brackets, colons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from phahe.graph.place import Place
from phahe.loaders.body_chain import Chain, Draft, Segment
from phahe.loaders.body_kind import Kind
from phahe.loaders.body_kinds_read import (
    read_clause,
    read_kind,
    read_set,
    read_units,
    read_words,
)
from phahe.loaders.body_spread import spread
from phahe.loaders.body_words import Mark, marks

COUNTRY = Kind("country", "", "country", "country", "", "")
_QUOTES = {
    "'",
    '"',
    "“",
    "”",
    "‘",
    "’",
    "*",
    "_",
    "[",
    "]",
    "<",
    ">",
    "`",
    "|",
    "!",
    "?",
    "…",
    "+",
    "=",
}
_GROUPS = {"central", "all", "grassroots"}
"""Levels that are no units: "các cơ quan Trung ương" is no set of centres."""


def chains(words: str, on: date | None = None, within: Place | None = None) -> list[Chain]:
    """The chains of *words*, with what stands once behind a list spread over the list."""
    draft = Draft(words, marks(words, on, within))
    return spread(_read(draft)) if draft.marks else []


def _read(draft: Draft) -> list[Chain]:
    while draft.at < len(draft.marks):
        mark = draft.marks[draft.at]
        draft.at += 1
        if draft.skipping and not _ends_skipping(draft, mark):
            continue
        _READERS[mark.sort](draft, mark)
    draft.close()
    return draft.done


def _ends_skipping(draft: Draft, mark: Mark) -> bool:
    """After a verb the next body begins behind ``;``, or right behind a comma."""
    if mark.sort == "stop" and mark.text in (";", ".", "với"):
        return True
    if mark.text != ",":
        return False
    ahead = [each for each in draft.marks[draft.at : draft.at + 2] if each.sort != "the"]
    draft.skipping = not (ahead and ahead[0].sort in ("kind", "committees", "youth"))
    return not draft.skipping


# -------------------------------------------------------------------------------- places and levels


def _place(draft: Draft, mark: Mark) -> None:
    last, where = draft.last, mark.place
    if last is None or where is None:
        draft.sep = ""
        return
    country = where.level == "country"
    if where.id == "place:viet-nam" and not draft.sep and last.own and last.kind.own == "words":
        draft.change(own=f"{last.own} Việt Nam", end=mark.end)  # "Công đoàn Y tế Việt Nam"
        draft.settle()
        return
    if country and draft.sep in (",", "và"):
        _apposed_country(draft, mark)
    elif draft.sep in ("", "-", "(") or country:
        if last.place is None and where.id != "place:viet-nam":
            draft.change(place=where)
        draft.change(end=mark.end)
    elif last.place is not None:
        draft.again([replace(each, start=mark.start, end=mark.end) for each in draft.now])
        draft.change(place=where)
    draft.settle()


def _apposed_country(draft: Draft, mark: Mark) -> None:
    """ "..., nước CHXHCN Việt Nam": the country of the bodies named so far, no body."""
    draft.close()
    country = Segment(COUNTRY, mark.start, mark.end, place=mark.place)
    draft.done.append(Chain((country,), draft.group, ","))


def _level(draft: Draft, mark: Mark) -> None:
    ahead, last = draft.ahead(), draft.last
    after = ahead.kind.role if ahead is not None and ahead.kind is not None else ""
    if mark.level == "central" and after in ("association", "centre", "own"):
        draft.central = True
        return
    if ahead is not None and ahead.sort == "place":
        if last and not draft.sep and mark.level and not last.level:
            draft.change(level=mark.level, end=mark.end)
        return
    if not mark.level:
        if last and not draft.sep:
            read_words(draft, mark)
        return
    if last is not None:
        _own_level(draft, mark, last)
        draft.settle()


def _own_level(draft: Draft, mark: Mark, last: Segment) -> None:
    """A level without a place: that of the body, or of one more of its kind ("tỉnh, huyện")."""
    units = draft.plural and mark.level not in _GROUPS and not mark.level.startswith("each")
    if draft.sep in ("", "-", "(") and not last.units and not last.level:
        draft.change(level=mark.level, end=mark.end)
        if units:
            draft.change(units=mark.text, plural=True)
    elif last.level and draft.sep in (",", "và", "-", "/") and mark.level not in ("all", "central"):
        draft.again([replace(each, start=mark.start, end=mark.end) for each in draft.now])
        draft.change(level=mark.level, place=None)
    elif not draft.sep:
        draft.change(end=mark.end)


# ------------------------------------------------------------------------------ signs, small words


def _sep(draft: Draft, mark: Mark) -> None:
    sign = mark.text
    if sign in _QUOTES:
        return
    if sign == ")":
        draft.sep = ""
    elif sign == ":":
        if draft.now:
            draft.over = [replace(each, plural=False) for each in draft.now]
            draft.now = []
        draft.sep = ","
    elif sign == "(":
        ahead = draft.ahead()
        if draft.now and ahead is not None and ahead.sort in ("kind", "level"):
            draft.sep = "("
        else:
            _skip_bracket(draft)
    elif sign in "-–—":
        _dash(draft, mark)
    else:
        draft.sep = sign if sign in ("và", "/") else ","


def _dash(draft: Draft, mark: Mark) -> None:
    """Inside an abbreviation ("TC-HC-KT") a dash is part of the name."""
    around = draft.words[mark.start - 1 : mark.start] + draft.words[mark.end : mark.end + 1]
    last = draft.last
    if len(around) == 2 and around.isalnum() and last is not None and last.kind.own == "words":
        read_words(draft, mark)
    else:
        draft.sep = draft.sep or "-"


def _skip_bracket(draft: Draft) -> None:
    depth = 1
    while draft.at < len(draft.marks) and depth:
        sign = draft.marks[draft.at].text
        depth += (sign == "(") - (sign == ")")
        draft.at += 1


def _stop(draft: Draft, mark: Mark) -> None:
    """``;`` and "với" begin a new group; a verb ends the naming of bodies."""
    if mark.text == ".":
        return
    draft.close()
    if mark.text in (";", "với"):
        draft.group += 1
        draft.over, draft.skipping = [], False
        draft.settle()
    else:
        draft.skipping = True


def _the(draft: Draft, mark: Mark) -> None:
    draft.plural = True


def _link(draft: Draft, mark: Mark) -> None:
    """ "của", "thuộc": what follows is the whole or the place; "nhà nước" is part of a name."""
    if mark.text == "nước" and draft.words[: mark.start].endswith("nhà "):
        read_words(draft, mark)
    draft.linked = mark.text.lower() in ("của", "thuộc", "trực thuộc")


def _number(draft: Draft, mark: Mark) -> None:
    last = draft.last
    if last is not None and not draft.sep and last.kind.own and last.kind.role != "foreign":
        read_words(draft, mark)


_READERS: Mapping[str, Callable[[Draft, Mark], None]] = {
    "kind": read_kind, "committees": read_set, "youth": read_set, "units": read_units,
    "word": read_words, "clause": read_clause, "place": _place, "level": _level, "sep": _sep,
    "stop": _stop, "the": _the, "link": _link, "number": _number,
}  # fmt: skip
