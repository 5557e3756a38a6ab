"""A phrase cut into marks: kinds of bodies, places, levels, sets of units, separators, other words.

>>> [(mark.sort, mark.text) for mark in marks("Hội Nông dân các huyện, thị; Sở Y tế")][:4]
[('kind', 'Hội Nông dân'), ('the', 'các'), ('units', 'huyện, thị'), ('stop', ';')]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from phahe.data import table
from phahe.graph.gazetteer import places_in
from phahe.graph.names import fold
from phahe.graph.place import Place
from phahe.loaders.body_forms import Tokens, field_at, form_at, forms_in, tokens
from phahe.loaders.body_kind import Field, Form, Kind, kinds, tree

_UNIT = (
    r"(?:tỉnh|thành phố|thành|tp|huyện|quận|thị xã|thị trấn|thị|xã(?! hội| viên)|phường|đặc khu)"
)
_ALSO = r"(?:\s*[,/&;-]\s*|\s+và\s+(?:các\s+)?)"
_AND = r"(?:\s*[,/&;-]\s*|\s+và\s+(?:các\s+)?|\s+)"
_UNITS = re.compile(
    rf"(?:{_UNIT}(?:{_ALSO}{_UNIT})+|quận huyện|huyện thị|tỉnh thành|xã phường)"
    r"(?!\w|\s*ủy|\s*đoàn)(?:\s+trực thuộc (?:trung ương|tw)\b)?"
)
_COMMITTEES = re.compile(
    rf"{_UNIT}(?:\s*ủy)?(?:{_AND}{_UNIT}(?:\s*ủy)?)*{_AND}{_UNIT}\s*ủy(?!\w)(?!\s+(?:nhiệm|quyền|ban|viên))"
)
_YOUTH = re.compile(
    rf"{_UNIT}(?:\s*đoàn)?(?:{_AND}{_UNIT}(?:\s*đoàn)?)*{_AND}{_UNIT}\s*đoàn(?!\w)(?!\s+(?:viên|thể|kết))"
)
_SETS = (("committees", _COMMITTEES), ("youth", _YOUTH), ("units", _UNITS))
_ANY_SET = re.compile(
    rf"các\s+{_UNIT}(?:{_ALSO}{_UNIT})+|(?:{_UNIT}{_AND}){{1,3}}{_UNIT}\s*(?:ủy|đoàn)\b"
)
_CODE = re.compile(r"\b[SB][A-ZĐ&-]{2,}")
_FIRST = ("tỉnh", "thành", "tp", "huyện", "quận", "thị", "xã", "phường", "đặc")


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a phrase; *sort* is kind, place, level, units, committees, youth, the, link, sep,
    stop (the phrase of bodies ends here, or ``;``), number, or word (one or several)."""

    sort: str
    text: str
    start: int
    end: int
    kind: Kind | None = None
    place: Place | None = None
    level: str = ""
    field: Field | None = None


def marks(words: str, on: date | None = None, within: Place | None = None) -> list[Mark]:
    """Cut *words* into marks, in order, places as they were *on* a date, districts of *within*."""
    return list(_marks(tokens(words), on, within))


def _marks(found: Tokens, on: date | None, within: Place | None) -> Iterator[Mark]:
    hits = forms_in(found)
    if not hits and not _ANY_SET.search(found.low) and not _CODE.search(found.text):
        return
    named = {start: (place, end) for place, start, end in places_in(found.text, on, within)}
    known, flat, size = _known(), found.flat, len(found.spans)
    at, run = 0, -1
    while at < size:
        start, end = found.spans[at]
        word = flat[start:end]
        if word in known or start in named or word[0] in "sb" or not word[0].isalpha():
            mark = _mark(found, at, named, hits)
            if mark.sort != "word":
                if run >= 0:
                    yield _words(found, run, at - 1)
                    run = -1
                yield mark
                at = found.after(mark.end, at)
                continue
            end = mark.end
        if run < 0:
            run = at
        at = found.after(end, at)
    if run >= 0:
        yield _words(found, run, size - 1)


def _words(found: Tokens, first: int, last: int) -> Mark:
    start, end = found.spans[first][0], found.spans[last][1]
    return Mark("word", found.text[start:end], start, end)


def _mark(
    found: Tokens, at: int, named: dict[int, tuple[Place, int]], hits: dict[int, tuple[Form, int]]
) -> Mark:
    text, (start, end) = found.text, found.spans[at]
    if start in named:
        place, stop = named[start]
        return Mark("place", text[start:stop], start, stop, place=place)
    if not text[start].isalnum():
        return Mark("stop" if text[start] in ";." else "sep", text[start], start, end)
    for sort, pattern in _SETS if found.low.startswith(_FIRST, start) else ():
        units = pattern.match(found.low, start)
        if units and not any(start < each < units.end() for each in named):
            return Mark(sort, text[start : units.end()], start, units.end())
    form = hits.get(start)
    if form is not None:
        if form[0].kind.role == "word" and (verb := _plain(found, at)).sort == "stop":
            return verb
        if form[0].kind.role == "word":
            return Mark("word", text[start : form[1]], start, form[1])
        return Mark("kind", text[start : form[1]], start, form[1], kind=form[0].kind)
    if found.low.startswith("các cấp ", start):
        inner = form_at(found, at + 1)
        if inner is not None and inner[0].kind.role == "set":
            return Mark("the", text[start:end], start, end)
    return _coded(found, at) or _plain(found, at)


def begins_body(found: Tokens, at: int) -> bool:
    """Whether the name of a body, or a set of bodies, may begin at token *at*.

    >>> phrase = tokens("giao Sở Y tế, các huyện, thị xã")
    >>> [phrase.word(at) for at in range(len(phrase.spans)) if begins_body(phrase, at)]
    ['so', 'huyen']
    """
    start = found.spans[at][0]
    if found.word(at) in tree().words:
        form = form_at(found, at)
        if form is not None and form[0].kind.role != "word":
            return True
    if found.low.startswith(_FIRST, start):
        return any(pattern.match(found.low, start) for _, pattern in _SETS)
    return _coded(found, at) is not None


def _coded(found: Tokens, at: int) -> Mark | None:
    """A department or ministry by its letters: SYT is Sở Y tế, BGDĐT is Bộ Giáo dục và Đào tạo."""
    start, end = found.spans[at]
    word = found.text[start:end]
    if len(word) < 3 or word[0] not in "SB" or word != word.upper():
        return None
    hit = field_at(found.text, start + 1)
    if hit is None or hit[1] != end:
        return None
    kind = kinds()["so" if word[0] == "S" else "bo"]
    return Mark("kind", word, start, end, kind=kind, field=hit[0])


_JUSTICE = ("pháp", "vấn", "nhân", "lệnh", "tưởng", "liệu", "thục")
"""What makes "tư" another word."""


@cache
def _small() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Rows of data/body_words.csv by first word, longest first: (word, sort, level)."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in table("body_words"):
        found[row["word"].split()[0]].append((row["word"], row["sort"], row["level"]))
    return {
        first: tuple(sorted(them, key=lambda one: -len(one[0]))) for first, them in found.items()
    }


@cache
def _known() -> frozenset[str]:
    """Folded words that may begin a mark other than plain words."""
    return frozenset(
        {*tree().words, *(fold(word) for word in _small()), *(fold(word) for word in _FIRST)}
    )


def _is_centre(written: str, behind: str) -> bool:
    """Whether TW, TƯ is Trung ương: not "Tư pháp", "TƯ LỆNH"."""
    return written[0].isupper() and (
        written.lower() != "tư" or (written.isupper() and not behind.lstrip().startswith(_JUSTICE))
    )


def _plain(found: Tokens, at: int) -> Mark:
    """A mark without a name: level, article, link, separator, stop or any word."""
    text, low, (start, end) = found.text, found.low, found.spans[at]
    for phrase, sort, level in _small().get(low[start:end], ()):
        stop = start + len(phrase)
        if not low.startswith(phrase, start) or low[stop : stop + 1].isalnum():
            continue
        if sort in ("stop", "clause") and not text[start].islower():
            continue
        if phrase in ("tư", "tw", "t.ư") and not _is_centre(text[start:stop], low[stop:]):
            continue
        if sort == "sep":
            return (
                Mark("stop", "với", start, stop)
                if phrase == "với"
                else Mark("sep", "và", start, stop)
            )
        return Mark(sort, text[start:stop], start, stop, level=level)
    return Mark("number" if text[start:end].isdigit() else "word", text[start:end], start, end)
