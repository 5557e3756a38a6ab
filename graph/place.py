"""Countries, provinces, districts and communes, each with the time it existed.

A province that was merged under its old name is a new place: ``place:tay-ninh`` ended on
30/6/2025, ``place:tay-ninh-2025`` began the day after (Nghị quyết 202/2025/QH15).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from phahe.data import table
from phahe.graph.model import NodeId
from phahe.graph.names import fold, slug

UNITS = {
    "tinh": "province", "thanh pho": "province", "tp": "province", "huyen": "district",
    "quan": "district", "thi xa": "district", "tx": "district", "xa": "commune",
    "phuong": "commune", "thi tran": "commune", "tt": "commune", "dac khu": "commune",
    "nuoc": "country",
}  # fmt: skip
"""Unit word, folded → the level it stands for; a "thành phố" may be of a province too."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it was for a time; *valid_from* and *valid_to* are ISO dates, blank is open."""

    id: NodeId
    name: str
    """Districts and communes with their unit: ``huyện Lộc Ninh``; provinces bare: ``Tây Ninh``."""
    kind: str
    """country, province, municipality, district, commune."""
    country: str
    """VN, KH, LA ..."""
    parent: NodeId | None = None
    aliases: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    borders: tuple[NodeId, ...] = ()

    @property
    def listed(self) -> bool:
        """Whether the tables know it; else only its name is known, not where it lies."""
        return not self.id.startswith("place:?")

    @property
    def level(self) -> str:
        """The level of government: country, province, district, commune."""
        return "province" if self.kind == "municipality" else self.kind

    @property
    def label(self) -> str:
        """The name as documents write it, without the remark that tells namesakes apart."""
        return self.name.partition(" (")[0]

    @property
    def title(self) -> str:
        """The name with its unit: ``tỉnh Tây Ninh``, ``thành phố Hà Nội``, ``huyện Lộc Ninh``."""
        unit = {"province": "tỉnh ", "municipality": "thành phố "}.get(self.kind, "")
        return unit + self.label

    @property
    def bare(self) -> str:
        """The name without its unit: ``Lộc Ninh``; numbered ones keep it: ``quận 1``."""
        return bare(self.label)

    def existed(self, on: str) -> bool:
        """Whether it existed *on* an ISO date; a blank date only asks for the older namesake."""
        if not on:
            return not self.id.endswith("-2025")
        return (not self.valid_from or self.valid_from <= on) and (
            not self.valid_to or on <= self.valid_to
        )


def bare(name: str) -> str:
    """Cut the unit word off a place name.

    >>> bare("thị xã Phước Long"), bare("TP. Hồ Chí Minh"), bare("Quận 1"), bare("Xã Lộc")
    ('Phước Long', 'Hồ Chí Minh', 'Quận 1', 'Lộc')
    """
    words = name.replace(".", ". ").split()
    for size in (2, 1):
        unit = " ".join(fold(word.rstrip(".")) for word in words[:size])
        if unit in UNITS and len(words) > size and not words[size][0].isdigit():
            return " ".join(words[size:])
    return name


def key(name: str) -> str:
    """What equal spellings share: folded letters without blanks, hyphens and apostrophes."""
    return slug(name).replace("-", "")


@cache
def places() -> Mapping[NodeId, Place]:
    """Every country, province and district of the tables, by id."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for row in table("place_spellings"):
        spellings[row["id"]].append(row["spelling"])
    found = {}
    for row in table("places"):
        near = tuple(NodeId(each) for each in row["borders"].split("|") if each)
        label = row["name"].partition(" (")[0]
        other = [label] if label != row["name"] else []
        found[NodeId(row["id"])] = Place(
            NodeId(row["id"]), row["name"], row["kind"], row["country"],
            NodeId(row["parent"]) if row["parent"] else None, (*other, *spellings[row["id"]]),
            row["valid_from"], row["valid_to"], near,
        )  # fmt: skip
    return found


@cache
def communes() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """Rows of data/communes.csv by the key of their name; read when first asked for."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table("communes"):
        found["".join(filter(str.isalnum, fold.__wrapped__(row["name"])))].append(row)
    return {name: tuple(them) for name, them in found.items()}


def _commune(row: Mapping[str, str]) -> Place:
    name = f"{row['kind']} {row['name']}"
    return Place(
        NodeId(f"{row['parent']}/{slug(name)}"), name, "commune",
        places()[NodeId(row["parent"])].country, NodeId(row["parent"]), (),
        row["valid_from"], row["valid_to"],
    )  # fmt: skip


@cache
def by_key() -> Mapping[str, tuple[Place, ...]]:
    """Countries, provinces and districts by the key of each of their names, units cut off."""
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places().values():
        for name in dict.fromkeys((place.label, place.bare, *place.aliases)):
            if place not in found[key(name)]:
                found[key(name)].append(place)
    return {name: tuple(them) for name, them in found.items()}


def place(id: str | None) -> Place | None:
    """The place with that id, None for an unknown one."""
    return places().get(NodeId(id)) if id else None


def parent_of(inner: Place) -> Place | None:
    """The place it lies in, None for a country."""
    return place(inner.parent)


def province_of(inner: Place) -> Place | None:
    """The province it lies in, itself if it is one; None for a country."""
    step: Place | None = inner
    while step is not None and step.level != "province":
        step = parent_of(step)
    return step


def lies_in(inner: Place, outer: Place) -> bool:
    """Whether *inner* is *outer* or lies somewhere in it."""
    step: Place | None = inner
    while step is not None:
        if step.id == outer.id:
            return True
        step = parent_of(step)
    return False


@lru_cache(maxsize=8192)
def place_named(
    name: str, kind: str | None = None, within: Place | None = None, on: date | None = None
) -> Place | None:
    """The one place of that name, of level *kind*, in *within*, existing *on* a date; else None.

    Two places that fit equally well give None: the name alone does not say which.

    >>> place_named("Tây Ninh", on=date(2026, 1, 1)).id
    'place:tay-ninh-2025'
    >>> place_named("Châu Thành", "district") is None
    True
    """
    wanted = key(bare(name))
    known = by_key().get(wanted) or by_key().get(key(name)) or ()
    if kind == "commune":
        known = tuple(_commune(row) for row in communes().get(wanted, ()))
    unit = fold(name[: len(name) - len(bare(name))]).strip()
    fitting = [each for each in known if (not kind or each.level == kind)]
    fitting = [each for each in fitting if within is None or lies_in(each, within)]
    return _single(fitting, unit, on.isoformat() if on else "")


def _single(fitting: list[Place], unit: str, on: str) -> Place | None:
    """Prefer the level that stands highest, then the time, then the unit; several left are None."""
    for level in ("country", "province", "district", "commune"):
        same = [each for each in fitting if each.level == level]
        then = [each for each in same if each.existed(on)] or _latest(same)
        narrowed = [each for each in then if unit and fold(each.title).startswith(unit)]
        if not narrowed and not (unit and level == "commune"):
            narrowed = then
        if len(narrowed) == 1:
            return narrowed[0]
        if narrowed:
            return None
    return None


def _latest(same: Iterable[Place]) -> list[Place]:
    """Of places that had all ended, those that ended last: a name outlives its province."""
    them = list(same)
    last = max((each.valid_to for each in them), default="")
    return [each for each in them if each.valid_to == last]
