"""Bodies of many places at once: in each district, at every level; and ministries."""

from __future__ import annotations

import re
from dataclasses import replace

from phahe.graph.names import spoken
from phahe.loaders.body_chain import Segment
from phahe.loaders.body_kind import Kind
from phahe.loaders.body_made import association, body
from phahe.loaders.body_seat import centre, seat, single
from phahe.loaders.body_types import Body, Home


def seated(segment: Segment, home: Home) -> Body:
    """A body with its level and place, or the set of all such bodies the words speak of."""
    kind = segment.kind
    if kind.role == "own" and not segment.own:
        kind = association(home) or kind
        segment = replace(segment, kind=kind)
    if segment.units or _is_set(segment):
        return units(segment, home)
    if kind.role == "centre":
        return centre(segment, home)
    if segment.level in ("grassroots", "all"):
        return every(segment, segment.level, home)
    level, where = seat(segment, home)
    if where is None and (segment.level.startswith("each ") or _means_all(kind, level, home)):
        return each_of(segment, level, home)
    issuer = home.issuer
    if kind.key == "so" and not segment.own and issuer is not None and issuer.kind == "so":
        return issuer
    return single(segment, home)


def _means_all(kind: Kind, level: str, home: Home) -> bool:
    """ "Sở Y tế", "Ủy ban nhân dân tỉnh" in a document of the centre: that of every province."""
    at_level = level in ("province", "district", "commune")
    return home.level == "central" and kind.role == "body" and at_level


def _is_set(segment: Segment) -> bool:
    """ "các huyện ủy": the article makes it a set, except before own names and places."""
    return segment.plural and not segment.place and segment.kind.role != "own" and not segment.own


def every(segment: Segment, level: str, home: Home) -> Body:
    """ "Hội Nông dân cơ sở", "Hội Nông dân các cấp": all of that level in the document's place."""
    words = "cơ sở" if level == "grassroots" else "các cấp"
    where = segment.place or home.nearest
    name = f"{segment.kind.name} {words}" + (f" {where.title}" if where else "")
    made = body(
        name,
        segment,
        home,
        "grassroots" if level == "grassroots" else home.level,
        where,
        where is not None or home.level == "central",
    )
    upper = (
        (single(Segment(segment.kind, segment.start, segment.end, place=where), home),)
        if where
        else ()
    )
    return replace(made, collective=True, parents=upper, certainty="implied")


def each_of(segment: Segment, level: str, home: Home) -> Body:
    """ "Ủy ban nhân dân cấp tỉnh", where no province is meant: the bodies of that level."""
    unit = {"province": "tỉnh", "district": "huyện", "commune": "xã"}[level]
    made = body(
        f"{segment.kind.name} {segment.own} cấp {unit}".replace("  ", " "),
        segment,
        home,
        level,
        None,
        home.level == "central",
    )
    return replace(made, collective=True)


def units(segment: Segment, home: Home) -> Body:
    """ "Hội Nông dân các huyện, thị": one body in each of the units."""
    words = re.sub(r"\s+", " ", segment.units)
    words = re.sub(r"trung ương|\btw\b", "Trung ương", spoken(words))
    words = re.sub(r"\btp\b", "thành phố", words)
    level = units_level(words or segment.kind.name, segment)
    where = (
        segment.place or home.province
        if level == "district"
        else segment.place or (home.district or home.province)
        if level == "commune"
        else segment.place
    )
    rest = f" {segment.rest}" if segment.rest else ""
    if segment.kind.role in ("committee", "youth") and not segment.units:
        name = f"Các {segment.kind.name[0].lower()}{segment.kind.name[1:]}{rest}"
    elif words:
        name = f"{segment.kind.name} {segment.own} các {words}{rest}".replace("  ", " ")
    else:
        name = f"Các {segment.kind.name}{rest}"
    name += f" {where.title}" if where else ""
    known = where is not None or level == "province" or home.level == "central"
    made = body(name, segment, home, level, where, known)
    upper = (
        (single(Segment(segment.kind, segment.start, segment.end, place=where), home),)
        if where
        and segment.kind.role in ("association", "body")
        and segment.kind.level != "district"
        else ()
    )
    return replace(
        made, collective=True, parents=upper, certainty="implied" if where else made.certainty
    )


def units_level(words: str, segment: Segment) -> str:
    """The level of the units named: the highest one, "tỉnh, thành phố" is province."""
    first = spoken(words)
    if re.search(r"huyện|quận|thị(?! trấn)|thành (?:ủy|đoàn)", first) and not re.search(
        r"\btỉnh\b", first
    ):
        return "district"
    if re.search(r"tỉnh", first):
        return "province"
    if re.search(r"xã|phường|thị trấn|đặc khu", first):
        return "commune"
    return segment.level if segment.level in ("province", "district", "commune") else "district"


def ministry(segment: Segment, home: Home) -> Body:
    """The ministry named, or for "Bộ" alone that of the document."""
    step = home.issuer if not segment.own and not segment.plural else None
    while step is not None and step.kind != "bo":
        step = step.parents[0] if step.parents else None
    return step or _named_ministry(segment, home)


def _named_ministry(segment: Segment, home: Home) -> Body:
    """A ministry."""
    if segment.own:
        return body(f"Bộ {segment.own}", segment, home, "central", None, known=True)
    made = body(
        "Các bộ" if segment.plural else "Bộ", segment, home, "central", None, known=segment.plural
    )
    return replace(made, collective=segment.plural)
