"""Sets of bodies that have a name of their own: "các tổ chức chính trị - xã hội tỉnh"."""

from __future__ import annotations

import re
from dataclasses import replace

from phahe.graph.names import spoken
from phahe.graph.place import Place
from phahe.loaders.body_chain import Segment
from phahe.loaders.body_kind import Kind, kinds
from phahe.loaders.body_levels import every, seated, units_level
from phahe.loaders.body_made import COMMITTEE, association, body, is_known
from phahe.loaders.body_organ import as_whole
from phahe.loaders.body_seat import committee_of, seat
from phahe.loaders.body_types import Body, Home

_UNITS = {"province": "tỉnh", "district": "huyện", "commune": "xã"}


def collective(segment: Segment, whole: Body | None, home: Home) -> Body:
    """A set of bodies: of committees, of members, of a whole, or of a place."""
    kind = segment.kind
    inside = association(home) if kind.whole == "levels" else None
    if inside is not None:
        return every(replace(segment, kind=inside), "all", home)
    if kind.key in ("set:committees", "set:youth"):
        return _committees(segment, home)
    if kind.whole == "members":
        return _members(segment, whole, home)
    above = whole
    if above is not None and kind.whole == "place" and above.place is not None:
        segment, above = replace(segment, place=above.place), None
    elif above is None and segment.level != "central":
        above = _set_whole(kind, home)
    made = _of_whole(segment, above, home) if above is not None else _of_place(segment, home)
    told = whole is not None or segment.level or segment.place
    return replace(made, collective=True, certainty="explicit" if told else "implied")


def _of_whole(segment: Segment, whole: Body, home: Home) -> Body:
    """ "Các đơn vị trực thuộc Sở": the set within *whole*."""
    name = f"{_set_words(segment)} {as_whole(whole)}"
    if segment.kind.whole == "union" and whole.place is not None:
        name = f"{_set_words(segment)} {whole.place.title}"
    level = segment.kind.level or whole.level
    made = body(name, segment, home, level, whole.place, is_known(whole, home))
    return replace(made, parents=(whole,), branch=segment.kind.branch or whole.branch)


def _of_place(segment: Segment, home: Home) -> Body:
    """ "Các sở, ban, ngành tỉnh": the set of a place; of the country where it has none."""
    kind, first = segment.kind, _set_words(segment)
    level, where = _set_seat(segment, home)
    name = f"{first} {where.title}" if where is not None else first
    if segment.level.startswith("each ") and where is None and level in _UNITS:
        name = f"{first} cấp {_UNITS[level]}"
    if segment.level == "central" and kind.level != "central" and "trung ương" not in name.lower():
        name = f"{first} Trung ương"
    known = where is not None or kind.level in ("central", "foreign") or home.level == "central"
    return body(name, segment, home, level, where, known)


def _set_seat(segment: Segment, home: Home) -> tuple[str, Place | None]:
    kind = segment.kind
    if segment.units:
        level = units_level(segment.units, segment)
        return level, (
            home.province if level == "district" else home.district if level == "commune" else None
        )
    if kind.whole == "none" or segment.level == "central":
        return kind.level or "central", None
    if segment.place is None and not segment.level and kind.level in ("", "grassroots"):
        return (kind.level or home.level), home.nearest
    return seat(segment, home)


def _set_words(segment: Segment) -> str:
    """The set's name, with what narrows it."""
    first = segment.kind.name
    if segment.units and segment.kind.key == "set:dia-phuong":
        first = f"Các {spoken(segment.units)}"
    elif segment.kind.whole == "vague":
        said = re.sub(r"\s+", " ", segment.said)
        first = f"Các {said[:1].lower()}{said[1:]}"
    return f"{first} {segment.rest}".strip()


def _set_whole(kind: Kind, home: Home) -> Body | None:
    """The whole a set has where no words name it; None for sets of a place."""
    where = home.nearest
    if kind.whole == "issuer":
        return home.issuer
    if where is None:
        return None
    if kind.whole == "union":
        level = home.level if home.level in COMMITTEE else ""
        return seated(Segment(kinds()["ldld"], 0, 0, level=level), home)
    if kind.whole == "committee" and home.issuer and home.issuer.kind in ("dang-uy", "du-khoi"):
        return home.issuer
    return committee_of(where, home) if kind.whole == "committee" else None


def _committees(segment: Segment, home: Home) -> Body:
    """ "các huyện, thị, thành ủy": the committees of the units of the document's province."""
    what = "đoàn" if segment.kind.key == "set:youth" else "ủy"
    words = re.split(
        r"\s*[,/&;-]\s*|\s+và\s+(?:các\s+)?", re.sub(r"\s+", " ", spoken(segment.units))
    )
    if len(words) == 1:
        words = [each for each in re.split(r"\s+", words[0]) if each not in ("ủy", "đoàn")]
    units = list(
        dict.fromkeys(_unit_word(each.replace(what, "").strip()) for each in words if each.strip())
    )
    level = units_level(" ".join(units), segment)
    where = home.province if level in ("district", "commune") else None
    first = "Các " + ", ".join(f"{unit} {what}" for unit in units)
    above = None
    if where is not None and what == "ủy":
        above = committee_of(where, home)
    name = (
        f"{first} trực thuộc {above.name}"
        if above
        else f"{first} {where.title}"
        if where
        else first
    )
    known = where is not None or level == "province" or home.level == "central"
    made = body(name, segment, home, level, where, known)
    return replace(
        made,
        collective=True,
        parents=(above,) if above else (),
        certainty="implied" if where else made.certainty,
    )


def _unit_word(unit: str) -> str:
    return {"thành phố": "thành", "tp": "thành", "thị xã": "thị"}.get(unit, unit)


def _members(segment: Segment, whole: Body | None, home: Home) -> Body:
    """The members of a committee: "các đồng chí Tỉnh ủy viên"."""
    if whole is not None and whole.branch != "party":
        return replace(_of_whole(segment, whole, home), collective=True, standing="person")
    level = (
        segment.level
        if segment.level in COMMITTEE
        else (home.level if home.level in COMMITTEE else "province")
    )
    where = segment.place or home.place_at(level)
    if (
        home.branch != "party"
        and home.issuer is not None
        and not segment.level
        and not segment.place
        and home.association
    ):
        made = body(
            f"{segment.kind.name} {home.issuer.name}", segment, home, home.level, home.nearest, True
        )
        return replace(
            made, collective=True, parents=(home.issuer,), standing="person", branch=home.branch
        )
    issuer = home.issuer
    if issuer is not None and issuer.kind == "dang-uy" and issuer.place is None:
        return replace(_of_whole(segment, issuer, home), collective=True, standing="person")
    above = committee_of(where, home) if where else None
    name = f"{segment.kind.name} Đảng bộ" + (
        f" {where.title}" if where else {"province": " tỉnh", "district": " huyện"}.get(level, "")
    )
    made = body(name, segment, home, level, where, where is not None)
    return replace(
        made, collective=True, parents=(above,) if above else (), standing="person", branch="party"
    )
