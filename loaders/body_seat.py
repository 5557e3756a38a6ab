"""Bodies of a place: the words decide where, else the kind, else the document they stand in."""

from __future__ import annotations

from dataclasses import replace

from phahe.graph.names import fold
from phahe.graph.place import Place, place, province_of
from phahe.loaders.body_chain import Segment
from phahe.loaders.body_kind import kinds
from phahe.loaders.body_made import COMMITTEE, VIETNAM, body, committee_name, with_place
from phahe.loaders.body_types import Body, Home

_YOUTH = {"province": "Tỉnh đoàn", "district": "Huyện đoàn"}


def seat(segment: Segment, home: Home) -> tuple[str, Place | None]:
    """Level and place of a body: the words decide, else its kind, else the document's home."""
    if segment.kind.role == "foreign" and (segment.place is None or segment.place.country == "VN"):
        return "foreign", place("place:lao" if "Lào" in segment.kind.name else "place:campuchia")
    if segment.place is not None:
        level = segment.place.level
        return ("foreign" if segment.place.country != "VN" else level), segment.place
    level = segment.level or segment.kind.level
    level = level.removeprefix("each ")
    if level == "city":
        return _city(home)
    if level in ("province", "district", "commune"):
        return level, home.place_at(level)
    if level:
        return level, None
    if home.level in ("province", "district", "commune"):
        return home.level, home.place_at(home.level)
    return ("central" if home.level == "central" else ""), None


def _city(home: Home) -> tuple[str, Place | None]:
    """ "Thành phố" is the document's own city, of whichever level."""
    district = home.district
    if district is not None and fold(district.name).startswith("thanh pho"):
        return "district", district
    if home.province is not None and home.province.kind != "municipality":
        return "district", None
    return "province", home.province


def single(segment: Segment, home: Home) -> Body:
    """One body at one place: a committee, a body of its level, an association, a foreign body."""
    kind = segment.kind
    level, where = seat(segment, home)
    if level == "central" and kind.role in ("association", "own"):
        return centre(segment, home)
    first = f"{kind.name} {segment.own}".strip()
    if kind.key == "bao" and segment.place is not None and not segment.level:
        return body(f"{first} {segment.place.label}", segment, home, level, where, known=True)
    if kind.role in ("committee", "youth"):
        name = committee_name(kind, where)
    elif kind.key == "doan" and level in _YOUTH:
        name = committee_name(replace(kind, name=_YOUTH[level]), where)
    else:
        name = with_place(first, where, level)
    known = where is not None or level == "central"
    made = body(name, segment, home, level, where, known)
    return replace(made, parents=_above(segment, made, home))


def _above(segment: Segment, made: Body, home: Home) -> tuple[Body, ...]:
    """What the body is part of by its structure, inside its own province."""
    kind, where = segment.kind, made.place
    if kind.whole:
        upper = kinds()[kind.whole]
        return (
            single(
                Segment(
                    upper,
                    segment.start,
                    segment.end,
                    level=segment.level or kind.level,
                    place=segment.place,
                ),
                home,
            ),
        )
    if kind.role == "association" and made.level in ("district", "commune") and where is not None:
        province = province_of(where)
        if province is not None and province.country == "VN":
            return (single(Segment(kind, segment.start, segment.end, place=province), home),)
    return ()


def centre(segment: Segment, home: Home) -> Body:
    """The national body of an association; with "Trung ương" its leading body, a part of it."""
    kind = segment.kind
    national = replace(
        body(kind.centre or kind.name, segment, home, "central", None, known=True),
        place=place(VIETNAM),
    )
    if (
        (segment.level != "central" and kind.role == "centre")
        or kind.key in ("ldld", "mttq", "cdgd", "cdvc")
        or not kind.centre
    ):
        return national
    if segment.level != "central" and home.level != "central":
        return national
    made = body(f"Trung ương {kind.centre}", segment, home, "central", None, known=True)
    return replace(made, parents=(national,), place=place(VIETNAM))


def committee_of(where: Place, home: Home) -> Body | None:
    """The Party committee of a province or district."""
    key = COMMITTEE.get(where.level)
    if key is None or where.country != "VN" or key == "dang-uy":
        return None
    return single(Segment(kinds()[key], 0, 0, place=where), home)
