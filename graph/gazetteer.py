"""Where places are named in a text.

>>> [(place.name, start) for place, start, _ in places_in("Hội CCB tỉnh Prey Veng, Svayrieng")]
[('Prey Veng', 13), ('Svay Rieng', 24)]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from phahe.data import table
from phahe.graph.model import NodeId
from phahe.graph.names import fold, spoken
from phahe.graph.place import UNITS, Place, by_key, communes, key, lies_in, place_named, places

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BESIDE = re.compile(r"[^\S\n.]*[.]?[^\S\n.]*")
_JOINED = re.compile(r"[^\S\n]*[.\-–—]?[^\S\n]*")
_AND = re.compile(r"\s*,\s*|\s+và\s+")
_NO_NAMES = {"uy", "doan", "hoi", "doi", "va", "co", "trung", "chu", "ban", "bi", "dang"}
"""First words that name no place behind a unit: Huyện Đoàn, Xã Hội."""
_UNIT_NAMES = {
    "huyen": "huyện", "quan": "quận", "thi xa": "thị xã", "tx": "thị xã", "xa": "xã",
    "phuong": "phường", "thi tran": "thị trấn", "tt": "thị trấn", "dac khu": "đặc khu",
}  # fmt: skip
_OF_COMMITTEES = {
    "tinh": "tinh", "thanh": "thanh pho", "huyen": "huyen", "quan": "quan", "thi": "thi xa",
    "xa": "xa", "phuong": "phuong",
}  # fmt: skip
"""The unit whose committee it is: "Huyện ủy Lộc Ninh" names the huyện."""

_MUST_BE = {"phuong": ("phường",), "quan": ("quận", "quạn")}
"""Units whose letters are other words too: ``CỤC QUẢN LÝ DƯỢC``, ``Hải quan``, ``quân khu``."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A text, its words, and the words folded; places are asked for *on* a date, *within* one."""

    text: str
    spans: list[tuple[int, int]]
    folds: list[str]
    on: date | None
    within: Place | None

    def name(self, at: int, size: int) -> str:
        """The words from *at* on as they stand in the text."""
        return self.text[self.spans[at][0] : self.spans[at + size - 1][1]]

    def gap(self, at: int) -> tuple[int, int]:
        """Where word *at* - 1 ends and word *at* begins."""
        return self.spans[at - 1][1], self.spans[at][0]

    def is_upper(self, at: int) -> bool:
        """Whether word *at* may begin a name."""
        first = self.text[self.spans[at][0]]
        return first.isupper() or first.isdigit()


@cache
def _sizes() -> Mapping[str, tuple[int, ...]]:
    """First folded word of every name → how many words such names have, most first."""
    found: dict[str, set[int]] = defaultdict(set)
    for place in places().values():
        for name in (place.label, place.bare, *place.aliases):
            words = _folds(name)
            found[words[0]].add(len(words))
    for name in _no_places().values():
        found[_folds(name)[0]].add(len(_folds(name)))
    return {first: tuple(sorted(them, reverse=True)) for first, them in found.items()}


@cache
def _no_places() -> Mapping[str, str]:
    """Words that only look like a place, by key: Thái Bình Dương."""
    return {
        key(row["spelling"]): row["spelling"] for row in table("place_spellings") if not row["id"]
    }


def _folds(text: str) -> list[str]:
    return [fold(word).replace("'", "").replace("’", "") for word in WORD.findall(text)]


def places_in(
    words: str, on: date | None = None, within: Place | None = None
) -> list[tuple[Place, int, int]]:
    """Places named in *words* with their offsets, as they stood *on* a date.

    Provinces and countries are found by name alone; districts and communes after their unit
    ("huyện Lộc Ninh", also in a list of them), or bare if only one of that name lies in *within*.
    """
    found = list(WORD.finditer(words))
    folds = [fold(each[0]).replace("'", "").replace("’", "") for each in found]
    return list(_hits(_Words(words, [each.span() for each in found], folds, on, within)))


def _hits(words: _Words) -> Iterator[tuple[Place, int, int]]:
    at, unit, end = 0, "", 0
    while at < len(words.folds):
        if not words.is_upper(at):
            at += 1
            continue
        told = _unit(words, at)
        if not told and unit and _AND.fullmatch(words.text, end, words.spans[at][0]):
            told = unit
        hit = _at(words, at, told)
        if hit is None:
            at += 1
            continue
        place, size = hit
        if place is not None:
            unit, end = told, words.spans[at + size - 1][1]
            yield place, words.spans[at][0], end
        at += size


def _at(words: _Words, at: int, unit: str) -> tuple[Place | None, int] | None:
    """The place whose name begins with word *at* behind *unit*, and how many words it has."""
    first = words.folds[at]
    if first in UNITS and at + 1 < len(words.folds) and first not in ("tinh", "tp"):
        return None
    if at and words.folds[at - 1] == "vi" and spoken(words.name(at - 1, 1)) == "vì":
        return None
    sizes = _sizes().get(first, (1,) if first in by_key() or unit else ())
    for size in (4, 3, 2, 1) if UNITS.get(unit) == "commune" else sizes:
        if at + size > len(words.folds) or not _stand_together(words, at, size):
            continue
        joined = "".join(words.folds[at : at + size])
        if joined in _no_places():
            return None, size
        place = _named(words, at, size, joined, unit)
        if place is not None:
            return place, size
    return _unlisted(words, at, unit)


def _stand_together(words: _Words, at: int, size: int) -> bool:
    gaps = (words.gap(step) for step in range(at + 1, at + size))
    return all(_JOINED.fullmatch(words.text, start, end) for start, end in gaps)


def _is_lower(words: _Words, at: int, size: int) -> bool:
    """Whether the last word looks like an ordinary one: "Hà nội dung"."""
    if size == 1 or "-" in words.name(at, size):
        return False
    return words.text[words.spans[at + size - 1][0]].islower()


def _unlisted(words: _Words, at: int, unit: str) -> tuple[Place, int] | None:
    """A district or commune the tables do not know, or know in several provinces: "xã Tân Bình"."""
    level = UNITS.get(unit, "")
    if level not in ("district", "commune") or words.folds[at] in _NO_NAMES:
        return None
    size, last = 1, len(words.folds)
    while size < 4 and at + size < last and words.is_upper(at + size):
        if words.text[slice(*words.gap(at + size))] != " ":
            break
        size += 1
    written = words.name(at, size)
    name = f"{_UNIT_NAMES[unit]} {written.title() if written.isupper() else written}"
    return Place(NodeId(f"place:?/{key(name)}"), name, level, "VN"), size


def _unit(words: _Words, at: int) -> str:
    """The unit word right before word *at*, folded; blank if none stands there."""
    if not at or not _BESIDE.fullmatch(words.text, *words.gap(at)):
        return ""
    last = words.folds[at - 1]
    if at > 1:
        first = words.folds[at - 2]
        if f"{first} {last}" in UNITS:
            return f"{first} {last}"
        if last in ("uy", "doan") and first in _OF_COMMITTEES:
            return _OF_COMMITTEES[first]
    if last == "tt" and not words.text.isupper() and words.name(at, 1).isupper():
        return ""  # "TT ĐU, HĐND": the standing organ, no town
    if last in _MUST_BE and spoken(words.name(at - 1, 1)) not in _MUST_BE[last]:
        return ""
    return last if last in UNITS else ""


def _named(words: _Words, at: int, size: int, joined: str, unit: str) -> Place | None:
    """The place of that name behind *unit*; a single word must be spelled to the letter."""
    level, name = UNITS.get(unit), words.name(at, size)
    if level == "commune":
        known = words.folds[at] not in _NO_NAMES and joined in communes()
        full = f"{_UNIT_NAMES[unit]} {name}"
        return place_named(full, "commune", words.within, words.on) if known else None
    hits = by_key().get(joined, ())
    if not hits or (size == 1 and not unit and not any(_spelled(name, one) for one in hits)):
        return None
    if _is_lower(words, at, size) and all(each.country == "VN" for each in hits):
        return None
    if joined == "hochiminh" and level != "province":  # else the man: Đoàn TNCS Hồ Chí Minh
        return None
    if level == "district" or unit in ("thanh pho", "tp"):
        inner = place_named(f"{unit} {name}", "district", words.within, words.on)
        is_city = any(each.kind == "municipality" for each in hits)
        if level == "district" or (inner is not None and not is_city):
            return inner
    return _highest(name, hits, words)


def _highest(name: str, hits: tuple[Place, ...], words: _Words) -> Place | None:
    """The country or province of that name, else the only district of it in the province."""
    top = next((each.level for each in hits if each.level in ("country", "province")), "")
    if top:
        return place_named(name, top, None, words.on)
    within = words.within
    if within is not None and any(lies_in(each, within) for each in hits):
        return place_named(name, "district", within, words.on)
    return None


def _spelled(name: str, place: Place) -> bool:
    """Whether a single word is the place's name to the letter; foreign ones are spelled freely."""
    return place.country == "KH" or spoken(name) in (
        spoken(place.bare),
        *map(spoken, place.aliases),
    )
