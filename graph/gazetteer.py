"""Where places are named in a text.

>>> [(place.name, start) for place, start, _ in places_in("Hội CCB tỉnh Prey Veng, Svayrieng")]
[('Prey Veng', 13), ('Svay Rieng', 24)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from phahe.graph.model import NodeId
from phahe.graph.names import fold, spoken
from phahe.graph.place import (
    UNITS,
    Place,
    bare,
    by_key,
    communes,
    key,
    lies_in,
    place_named,
    places,
)

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST = 6
_AND = re.compile(r"\s*,\s*|\s+và\s+")
_BESIDE = re.compile(r"[\s.]*")
_JOINED = re.compile(r"[\s.\-–—]*")
_NO_NAMES = {"uy", "doan", "hoi", "doi", "va", "co", "trung", "chu", "ban", "bi", "dang"}
"""First words that name no place behind a unit: Huyện Đoàn, Xã Đội."""
_UNIT_NAMES = {
    "huyen": "huyện", "quan": "quận", "thi xa": "thị xã", "tx": "thị xã", "xa": "xã",
    "phuong": "phường", "thi tran": "thị trấn", "tt": "thị trấn", "dac khu": "đặc khu",
}  # fmt: skip
_OF_COMMITTEES = {
    "tinh": "tinh", "thanh": "thanh pho", "huyen": "huyen", "quan": "quan", "thi": "thi xa",
    "xa": "xa", "phuong": "phuong",
}  # fmt: skip
"""The unit whose committee it is: "Huyện ủy Lộc Ninh" names the huyện."""


@cache
def _beginnings() -> Mapping[str, tuple[int, ...]]:
    """First two letters of known keys → how many words such names have."""
    found: dict[str, set[int]] = {}
    for place in places().values():
        for name in (place.label, place.bare, *place.aliases):
            count = len(WORD.findall(name))
            found.setdefault(key(name)[:2], set()).update(range(max(1, count - 1), count + 2))
    return {start: tuple(sorted(sizes, reverse=True)) for start, sizes in found.items()}


@cache
def _no_places() -> frozenset[str]:
    """Keys of words that only look like a place: Thái Bình Dương."""
    from phahe.data import table

    return frozenset(key(row["spelling"]) for row in table("place_spellings") if not row["id"])


def places_in(
    words: str, on: date | None = None, within: Place | None = None
) -> list[tuple[Place, int, int]]:
    """Places named in *words* with their offsets, as they stood *on* a date.

    Provinces and countries are found by name alone; districts and communes after their unit
    ("huyện Lộc Ninh"), or bare if only one of that name lies in the province *within*.
    """
    return list(_places_in(words, on, within))


def _places_in(
    text: str, on: date | None, within: Place | None
) -> Iterator[tuple[Place, int, int]]:
    found = list(WORD.finditer(text))
    at, unit, end = 0, "", 0
    while at < len(found):
        if not (text[found[at].start()].isupper() or text[found[at].start()].isdigit()):
            at += 1
            continue
        told = _unit(text, found, at)
        if not told[0] and unit and _AND.fullmatch(text, end, found[at].start()):
            told = (unit, told[1])
        hit = _at(text, found, at, on, within, told)
        if hit is None:
            at += 1
            continue
        place, size = hit
        at += size
        if place is not None:
            unit, end = told[0], found[at - 1].end()
            yield place, found[at - size].start(), end


def _at(
    text: str,
    found: list[re.Match[str]],
    at: int,
    on: date | None,
    within: Place | None,
    told: tuple[str, str],
) -> tuple[Place | None, int] | None:
    """The place whose name begins with word *at*, and how many words it has.

    *told* is the unit that stands before it, or before the list it stands in, and the last word.
    """
    first = found[at][0]
    if fold(first) in UNITS and at + 1 < len(found) and fold(first) not in ("tinh", "tp"):
        return None
    sizes = _beginnings().get(fold(first)[:2], ()) or (1,)
    unit, before = told
    if spoken(before) == "vì":
        return None
    for size in (_LONGEST, *sizes):
        if at + size > len(found) or not _one_name(text, found, at, size):
            continue
        name = text[found[at].start() : found[at + size - 1].end()]
        if key(name) in _no_places():
            return None, size
        place = _named(name, size, unit, on, within)
        if place is not None:
            return place, size
    return _unlisted(text, found, at, unit)


def _unlisted(
    text: str, found: list[re.Match[str]], at: int, unit: str
) -> tuple[Place, int] | None:
    """A district or commune the tables do not know, or know in several provinces: "xã Tân Bình"."""
    level = UNITS.get(unit)
    if level not in ("district", "commune") or fold(found[at][0]) in _NO_NAMES or len(unit) < 2:
        return None
    size = 1
    while (
        size < 4
        and at + size < len(found)
        and found[at + size][0][0].isupper()
        and _one_name(text, found, at, size + 1)
    ):
        if text[found[at + size - 1].end() : found[at + size].start()] != " ":
            break
        size += 1
    words = text[found[at].start() : found[at + size - 1].end()]
    name = words.title() if words.isupper() else words
    long = _UNIT_NAMES[unit]
    return Place(NodeId(f"place:?/{key(long + name)}"), f"{long} {name}", level, "VN"), size


def _unit(text: str, found: list[re.Match[str]], at: int) -> tuple[str, str]:
    """The unit word that stands before word *at*, folded, and the word before it as written."""
    if not at:
        return "", ""
    last = found[at - 1][0]
    if not _BESIDE.fullmatch(text, found[at - 1].end(), found[at].start()):
        return "", last
    if at > 1:
        first = fold(found[at - 2][0])
        if f"{first} {fold(last)}" in UNITS:
            return f"{first} {fold(last)}", last
        if fold(last) in ("uy", "doan") and first in _OF_COMMITTEES:
            return _OF_COMMITTEES[first], last
    return (fold(last), last) if fold(last) in UNITS else ("", last)


def _one_name(text: str, found: list[re.Match[str]], at: int, size: int) -> bool:
    """Whether the words stand together and each looks like part of a name."""
    for step in range(at, at + size - 1):
        gap = text[found[step].end() : found[step + 1].start()]
        if not _JOINED.fullmatch(gap) or "\n" in gap:
            return False
    return (
        size == 1
        or not found[at + size - 1][0][0].islower()
        or "-" in text[found[at].start() : found[at + size - 1].end()]
    )


def _named(name: str, size: int, unit: str, on: date | None, within: Place | None) -> Place | None:
    """The place *name* means after *unit*; a single word must be spelled to the letter."""
    level = UNITS.get(unit)
    hits = by_key().get(key(name), ())
    if not hits and level != "commune":
        return None
    if level == "commune":
        return place_named(name, "commune", within, on) if key(name) in communes() else None
    if size == 1 and not unit and not any(_spelled(name, one) for one in hits):
        return None
    if key(name) == "hochiminh" and level != "province":
        return None
    if level == "district" or unit in ("thanh pho", "tp"):
        inner = place_named(f"{unit} {name}", "district", within, on)
        if inner is not None and (level == "district" or not _is_city(hits)):
            return inner
    if level == "district":
        return None
    top = [each for each in hits if each.level in ("country", "province")]
    if top:
        return place_named(name, top[0].level, None, on)
    if within is not None and bare(name) == name and any(lies_in(each, within) for each in hits):
        return place_named(name, "district", within, on)
    return None


def _is_city(hits: tuple[Place, ...]) -> bool:
    return any(each.kind == "municipality" for each in hits)


def _spelled(name: str, place: Place) -> bool:
    """Whether a single word is the place's name to the letter; foreign ones are spelled freely."""
    return place.country != "VN" or spoken(name) in (
        spoken(place.bare),
        *map(spoken, place.aliases),
    )
