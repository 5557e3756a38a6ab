"""A body made of its name, level and place: its id, its branch, how sure all that is."""

from __future__ import annotations

import re

from phahe.graph.identity import organisation_id
from phahe.graph.model import Certainty, NodeId
from phahe.graph.names import fold, spoken
from phahe.graph.place import Place, bare, place, province_of
from phahe.loaders.body_chain import Segment
from phahe.loaders.body_kind import Kind, kinds
from phahe.loaders.body_types import Body, Home

COMMITTEE = {"province": "tinh-uy", "district": "huyen-uy", "commune": "dang-uy"}
"""Key of the Party committee of a level."""
VIETNAM = "place:viet-nam"


def body(
    name: str, segment: Segment, home: Home, level: str, where: Place | None, known: bool
) -> Body:
    """The body with the full *name*; not *known* keeps it to its document."""
    certainty: Certainty = (
        "explicit" if segment.place is not None or level in ("central", "region") else "implied"
    )
    foreign = (where is not None and where.country != "VN") or segment.kind.role == "foreign"
    at = where if where is not None else place(VIETNAM) if level == "central" else None
    return Body(
        body_id(name, at, "" if known and (at is None or at.listed) else home.scope),
        name,
        "foreign" if foreign else level,
        "foreign" if foreign else segment.kind.branch,
        place=at,
        certainty=certainty,
        kind=segment.kind.key,
        own=segment.own,
    )  # fmt: skip


def body_id(name: str, where: Place | None, scope: str = "") -> NodeId:
    """The id of a body: its name, the province a district lies in, the age of a merged province."""
    same = re.sub(r"\bthị xã\b", "thị", re.sub(r"\bthành phố\b", "thành", spoken(name)))
    same = re.sub(r"\bthành (?=hồ chí minh)", "", same)
    more = [scope] if scope else []
    if where is not None and where.country == "VN" and not scope:
        province = province_of(where)
        if province is not None and province.id != where.id:
            more.append(bare(province.label))
        if province is not None and province.id.endswith("-2025"):
            more.append("2025")
    return organisation_id(same, " ".join(more))


def scope_of(home: Home) -> str:
    """What keeps bodies of unknown place to their document, as it ends their ids."""
    return str(organisation_id("x", home.scope)).partition("~")[2]


def is_known(whole: Body, home: Home) -> bool:
    """Whether *whole* is the same body in every document."""
    return not (home.scope and whole.id.endswith(scope_of(home)))


def association(home: Home) -> Kind | None:
    """The kind of the association that speaks in the document."""
    return (
        next((kind for kind in kinds().values() if kind.name == home.association), None)
        if home.association
        else None
    )


def with_place(first: str, where: Place | None, level: str) -> str:
    """The name with its place: "Sở Y tế tỉnh Bình Phước"; if unknown, with the unit."""
    if where is None:
        unit = {"province": " tỉnh", "district": " huyện", "commune": " xã"}.get(level, "")
        return first + unit
    if where.level == "country":
        return first if where.bare in first or where.id == VIETNAM else f"{first} {where.bare}"
    tail = ""
    if where.country != "VN" and first.startswith(
        ("Hội Cựu", "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Ủy ban nhân dân", "Công an")
    ):
        tail = " (Campuchia)" if where.country == "KH" else ""
    return f"{first} {where.title}{tail}"


def committee_name(kind: Kind, where: Place | None) -> str:
    """ "Tỉnh ủy Bình Phước", "Thị ủy Phước Long": the unit is in the first word."""
    name = kind.name
    if kind.name.startswith("Đoàn"):
        return with_place(name, where, "commune")
    if where is None:
        return name
    if where.kind == "municipality":
        name = name.replace("Tỉnh", "Thành")
    elif where.level == "district" and name.startswith(("Huyện", "Thành", "Tỉnh")):
        unit = {"thi xa": "Thị", "thanh pho": "Thành", "quan": "Quận"}
        first = next(
            (short for long, short in unit.items() if fold(where.name).startswith(long)), "Huyện"
        )
        name = first + name[name.index(" ") :]
    return f"{name} {_short(where)}"


def _short(where: Place) -> str:
    """The name behind "Tỉnh ủy", "Thành ủy": bare, but "Thành phố Hồ Chí Minh" in full."""
    return f"Thành phố {where.bare}" if where.bare == "Hồ Chí Minh" else where.bare
