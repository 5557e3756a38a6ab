"""From a chain of kinds to a body with its full name, its place and its wholes.

A short form means the body of the document's own place: "Tỉnh ủy" in a plan of Tây Ninh is
"Tỉnh ủy Tây Ninh". What the document does not tell stays unknown and is kept to the document.
"""

from __future__ import annotations

import re
from dataclasses import replace

from phahe.graph.identity import organisation_id
from phahe.graph.model import Certainty, NodeId
from phahe.graph.names import fold, spoken
from phahe.graph.place import Place, bare, place, province_of
from phahe.loaders.body_kind import Kind, kinds
from phahe.loaders.body_chain import Chain, Segment
from phahe.loaders.body_phrase import chains
from phahe.loaders.body_types import Body, Home

_COMMITTEE = {"province": "tinh-uy", "district": "huyen-uy", "commune": "dang-uy"}
_YOUTH = {"province": "Tỉnh đoàn", "district": "Huyện đoàn"}
_ADVISORY = {"bdv", "btg", "btgdv", "btc", "bnc", "bkt", "ubkt", "bdn"}
_OF_MINISTRIES = {"cuc", "vu", "tong-cuc"}
_VN = "place:viet-nam"


def named(chain: Chain, home: Home) -> Body:
    """The body that *chain* names in *home*, its wholes included."""
    segments = _expanded(chain.segments, home)
    whole: Body | None = None
    for segment in reversed(segments):
        whole = _one(segment, whole, home)
    assert whole is not None
    return whole


def _expanded(segments: tuple[Segment, ...], home: Home) -> tuple[Segment, ...]:
    """Write out codes of two bodies: VPTU is "Văn phòng | Tỉnh ủy"."""
    found: list[Segment] = []
    for segment in segments:
        if segment.kind.role.startswith("vp"):
            for each in chains(segment.kind.name)[0].segments:
                found.append(
                    replace(
                        each,
                        start=segment.start,
                        end=segment.end,
                        place=segment.place if each.kind.role == "committee" else None,
                    )
                )
        else:
            found.append(segment)
    return tuple(found)


def _one(segment: Segment, whole: Body | None, home: Home) -> Body:
    """The body of one segment in *whole*."""
    role = segment.kind.role
    if whole is not None and whole.kind == segment.kind.key == "":
        return whole
    if role == "post":
        return _post(segment, whole, home)
    if role == "free" and segment.own and whole is None and not segment.place:
        return _free(segment, home)
    if role in ("organ", "free", "channel"):
        return _organ(segment, whole, home)
    if role == "set":
        return _set(segment, whole, home)
    if segment.kind.key == "bo":
        return _one_ministry(segment, home)
    if role == "national":
        name = f"{segment.kind.name} {segment.own}".strip()
        made = _body(name, segment, home, "central", None, known=True)
        return replace(made, collective=segment.plural)
    if role == "region":
        return _region(segment, whole, home)
    made = _seated(segment, home)
    return replace(made, parents=(*made.parents, whole)) if whole is not None else made


# ------------------------------------------------------------------------------- bodies of a place


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


def _seated(segment: Segment, home: Home) -> Body:
    """A committee, a body of one level, an association, a foreign body."""
    kind = segment.kind
    if kind.role == "own" and not segment.own:
        kind = association(home) or kind
        segment = replace(segment, kind=kind)
    if segment.units or (
        segment.plural and not segment.place and kind.role != "own" and not segment.own
    ):
        return _units(segment, home)
    if kind.role == "friendship" or kind.role == "own":
        segment = replace(segment, own=segment.own or "")
    if kind.role == "centre":
        return _centre(segment, home)
    if segment.level in ("grassroots", "all"):
        return _every(segment, segment.level, home)
    level, where = seat(segment, home)
    if segment.level.startswith("each ") and where is None:
        return _each(segment, level, home)
    if (
        kind.key == "so"
        and not segment.own
        and home.issuer is not None
        and home.issuer.kind == kind.key
    ):
        return home.issuer
    if level == "central" and kind.role in ("association", "own"):
        return _centre(segment, home)
    first = f"{kind.name} {segment.own}".strip()
    if kind.key == "bao" and segment.place is not None and not segment.level:
        return _body(f"{first} {segment.place.label}", segment, home, level, where, known=True)
    if kind.role in ("committee", "youth"):
        name = _committee_name(kind, where)
    elif kind.key == "doan" and level in _YOUTH:
        name = _committee_name(replace(kind, name=_YOUTH[level]), where)
    else:
        name = _with_place(first, where, level)
    known = where is not None or level == "central"
    made = _body(name, segment, home, level, where, known)
    return replace(made, parents=_above(segment, made, home))


def _committee_name(kind: Kind, where: Place | None) -> str:
    name = kind.name
    if kind.name.startswith("Đoàn"):
        return _with_place(name, where, "commune")
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


def _with_place(first: str, where: Place | None, level: str) -> str:
    if where is None:
        unit = {"province": " tỉnh", "district": " huyện", "commune": " xã"}.get(level, "")
        return first + unit
    if where.level == "country":
        return first if where.bare in first or where.id == _VN else f"{first} {where.bare}"
    tail = ""
    if where.country != "VN" and first.startswith(
        ("Hội Cựu", "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Ủy ban nhân dân", "Công an")
    ):
        tail = " (Campuchia)" if where.country == "KH" else ""
    return f"{first} {where.title}{tail}"


def _above(segment: Segment, made: Body, home: Home) -> tuple[Body, ...]:
    """What the body is part of by its structure, inside its own province."""
    kind, where = segment.kind, made.place
    if kind.whole:
        upper = kinds()[kind.whole]
        return (
            _seated(
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
            return (_seated(Segment(kind, segment.start, segment.end, place=province), home),)
    return ()


def _one_ministry(segment: Segment, home: Home) -> Body:
    """The ministry named, or for "Bộ" alone that of the document."""
    step = home.issuer if not segment.own and not segment.plural else None
    while step is not None and step.kind != "bo":
        step = step.parents[0] if step.parents else None
    return step or _ministry(segment, home)


def _ministry(segment: Segment, home: Home) -> Body:
    if segment.own:
        return _body(f"Bộ {segment.own}", segment, home, "central", None, known=True)
    made = _body(
        "Các bộ" if segment.plural else "Bộ", segment, home, "central", None, known=segment.plural
    )
    return replace(made, collective=segment.plural)


def _centre(segment: Segment, home: Home) -> Body:
    """The national body of an association; with "Trung ương" its leading body, a part of it."""
    kind = segment.kind
    national = replace(
        _body(kind.centre or kind.name, segment, home, "central", None, known=True),
        place=place(_VN),
    )
    if (
        segment.level != "central"
        and kind.role == "centre"
        or kind.key in ("ldld", "mttq", "cdgd", "cdvc")
        or not kind.centre
    ):
        return national
    if segment.level != "central" and home.level != "central":
        return national
    made = _body(f"Trung ương {kind.centre}", segment, home, "central", None, known=True)
    return replace(made, parents=(national,), place=place(_VN))


def _every(segment: Segment, level: str, home: Home) -> Body:
    """ "Hội Nông dân cơ sở", "Hội Nông dân các cấp": all of that level in the document's place."""
    words = "cơ sở" if level == "grassroots" else "các cấp"
    where = segment.place or home.nearest
    name = f"{segment.kind.name} {words}" + (f" {where.title}" if where else "")
    made = _body(
        name,
        segment,
        home,
        "grassroots" if level == "grassroots" else home.level,
        where,
        where is not None or home.level == "central",
    )
    upper = (
        (_seated(Segment(segment.kind, segment.start, segment.end, place=where), home),)
        if where
        else ()
    )
    return replace(made, collective=True, parents=upper, certainty="implied")


def _each(segment: Segment, level: str, home: Home) -> Body:
    """ "Ủy ban nhân dân cấp tỉnh", where no province is meant: the bodies of that level."""
    unit = {"province": "tỉnh", "district": "huyện", "commune": "xã"}[level]
    made = _body(
        f"{segment.kind.name} {segment.own} cấp {unit}".replace("  ", " "),
        segment,
        home,
        level,
        None,
        home.level == "central",
    )
    return replace(made, collective=True)


def _units(segment: Segment, home: Home) -> Body:
    """ "Hội Nông dân các huyện, thị": one body in each of the units."""
    words = re.sub(r"\s+", " ", segment.units)
    words = re.sub(r"(?i)trung ương|\btw\b", "Trung ương", spoken(words))
    level = _units_level(words or segment.kind.name, segment)
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
    made = _body(name, segment, home, level, where, known)
    upper = (
        (_seated(Segment(segment.kind, segment.start, segment.end, place=where), home),)
        if where
        and segment.kind.role in ("association", "body")
        and segment.kind.level != "district"
        else ()
    )
    return replace(
        made, collective=True, parents=upper, certainty="implied" if where else made.certainty
    )


def _units_level(words: str, segment: Segment) -> str:
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


# ------------------------------------------------------------------------------ organs, posts, sets


def _organ(segment: Segment, whole: Body | None, home: Home) -> Body:
    """A part of another body; without words for the whole it is a part of the document's issuer."""
    kind = segment.kind
    first = f"{kind.name} {segment.own}".strip()
    if segment.level == "central" or (segment.place and segment.place.id == _VN):
        return _body(
            f"{first} Trung ương" if "Trung ương" not in first else first,
            segment,
            home,
            "central",
            None,
            known=True,
        )
    if (
        whole is None
        and kind.key == "dang-uy"
        and not segment.own
        and not segment.place
        and not segment.units
    ):
        own = _own_committee(segment, home)
        if own is not None:
            return own
    if whole is None and (segment.place is not None or (segment.level and kind.own)):
        level, where = seat(segment, home)
        name = (
            f"{first} {where.label}"
            if where and not segment.level
            else _with_place(first, where, level)
        )
        return _body(name, segment, home, level, where, where is not None)
    if whole is None and segment.units:
        return _units(segment, home)
    told = whole is not None
    whole = whole or _default_whole(segment, home)
    standing = "channel" if kind.role == "channel" else ""
    if whole is None:
        made = _body(
            first, segment, home, "", None, known=home.level == "central" and bool(segment.own)
        )
        return replace(made, standing=standing, collective=segment.plural)
    made = _body(
        f"{_inner(first, segment)} {_as_whole(whole)}",
        segment,
        home,
        whole.level,
        whole.place,
        _is_known(whole, home),
    )
    made = replace(
        made, branch=_branch(kind, whole), parents=_wholes(kind, whole, home), standing=standing
    )
    certainty: Certainty = made.certainty if told else "implied"
    return replace(made, collective=whole.collective or segment.plural, certainty=certainty)


def _own_committee(segment: Segment, home: Home) -> Body | None:
    """ "Đảng ủy" alone or with its unit: that of the document, or of its commune."""
    issuer: Body | None = home.issuer
    while issuer is not None and issuer.kind != "dang-uy":
        issuer = issuer.parents[0] if issuer.parents else None
    if issuer is not None and segment.level in ("", issuer.level):
        return issuer
    if home.commune is not None and segment.level in ("", "commune"):
        return _body(
            f"Đảng ủy {home.commune.title}", segment, home, "commune", home.commune, known=True
        )
    return None


def _free(segment: Segment, home: Home) -> Body:
    """A school, a company: its own name, in the province of the document for all one knows."""
    where = home.province
    name = f"{segment.kind.name} {segment.own}".strip()
    made = _body(
        name,
        segment,
        home,
        home.level if where else "",
        where,
        where is not None or home.level == "central",
    )
    apart = "" if where is None else where.bare
    return (
        replace(made, id=organisation_id(made.name, apart), certainty="implied") if where else made
    )


def _inner(first: str, segment: Segment) -> str:
    return f"Các {first[0].lower()}{first[1:]}" if segment.plural and not segment.own else first


def _branch(kind: Kind, whole: Body) -> str:
    if kind.branch and not (kind.key in _ADVISORY and whole.branch != "party"):
        return kind.branch
    return whole.branch


def _wholes(kind: Kind, whole: Body, home: Home) -> tuple[Body, ...]:
    """Its whole; đảng đoàn and ban cán sự đảng also belong to the Party committee of the level."""
    if kind.key in ("dd", "bcsd") and whole.place is not None and whole.level in _COMMITTEE:
        committee = _committee_of(whole.place, home)
        return (whole, committee) if committee else (whole,)
    return (whole,)


def _committee_of(where: Place, home: Home) -> Body | None:
    key = _COMMITTEE.get(where.level)
    if key is None or where.country != "VN" or key == "dang-uy":
        return None
    return _seated(Segment(kinds()[key], 0, 0, place=where), home)


def _as_whole(whole: Body) -> str:
    """The whole's name behind an organ's."""
    name = re.sub(
        r" trực thuộc (?:Tỉnh|Thành) ủy ",
        f" {'tỉnh' if 'Tỉnh ủy' in whole.name else 'thành phố'} ",
        whole.name,
    )
    return "các" + name[3:] if name.startswith("Các ") else name


def _is_known(whole: Body, home: Home) -> bool:
    return not (home.scope and whole.id.endswith(scope_of(home)))


def _default_whole(segment: Segment, home: Home) -> Body | None:
    """The whole of an organ named alone: the committee for organs of the Party, else the issuer."""
    kind, issuer = segment.kind, home.issuer
    if issuer is None:
        return None
    if kind.key in _ADVISORY and not segment.own and not home.association:
        where = issuer.place or home.nearest
        inner = issuer.parents[0] if issuer.parents and issuer.kind in _ADVISORY else None
        return inner or (_committee_of(where, home) if where else None)
    if issuer.kind == kind.key:
        return issuer.parents[0] if issuer.parents else None
    if kind.key in _OF_MINISTRIES:
        step: Body | None = issuer
        while step is not None and step.kind != "bo":
            step = step.parents[0] if step.parents else None
        return step or (None if issuer.level == "central" else issuer)
    return issuer


def _post(segment: Segment, whole: Body | None, home: Home) -> Body:
    """A person's office; standing says that it is no body."""
    first = f"{segment.kind.name} {segment.own}".strip()
    everyone = (
        segment.plural or segment.kind.key == "ld" or (whole is not None and whole.collective)
    )
    if whole is None and segment.units:
        made = _units(segment, home)
    elif whole is None and (segment.place or segment.level):
        level, where = seat(segment, home)
        made = _body(
            _with_place(first, where, level), segment, home, level, where, where is not None
        )
    elif whole is None and not segment.units and home.issuer is None:
        made = _body(first, segment, home, "", None, known=False)
    else:
        above = whole or home.issuer
        assert above is not None
        made = _body(
            f"{first} {_as_whole(above)}",
            segment,
            home,
            above.level,
            above.place,
            _is_known(above, home),
        )
        made = replace(made, branch=above.branch, parents=(above,))
    return replace(made, standing="person", collective=everyone)


def _region(segment: Segment, whole: Body | None, home: Home) -> Body:
    """A military region; of Vietnam unless its whole is foreign."""
    if whole is not None and whole.branch == "foreign":
        made = _body(
            f"{segment.kind.name} {segment.own} ({whole.name})",
            segment,
            home,
            "foreign",
            whole.place,
            known=True,
        )
        return replace(made, branch="foreign", parents=(whole,))
    made = _body(
        f"{segment.kind.name} {segment.own}".strip(),
        segment,
        home,
        "region",
        place(_VN),
        known=bool(segment.own),
    )
    return made


def _set(segment: Segment, whole: Body | None, home: Home) -> Body:
    """A set of bodies."""
    kind = segment.kind
    if kind.whole == "levels":
        inside = association(home)
        if inside is not None:
            return _every(replace(segment, kind=inside), "all", home)
    if kind.key in ("set:committees", "set:youth"):
        return _committees(segment, home)
    if kind.whole == "members":
        return _members(segment, home)
    level, where = _set_seat(segment, home)
    first = _set_words(segment)
    if kind.whole in ("committee", "issuer", "union") and segment.level != "central":
        above = whole or _set_whole(kind, level, home)
        if above is not None:
            name = f"{first} {_as_whole(above)}"
            if kind.whole == "union":
                name = f"{first} {above.place.title}" if above.place else first
            made = _body(
                name, segment, home, kind.level or above.level, above.place, _is_known(above, home)
            )
            branch = kind.branch or above.branch
            return replace(
                made,
                collective=True,
                parents=(above,),
                branch=branch,
                certainty="explicit" if whole else "implied",
            )
    if whole is not None:
        made = _body(
            f"{first} {_as_whole(whole)}",
            segment,
            home,
            whole.level,
            whole.place,
            _is_known(whole, home),
        )
        return replace(made, collective=True, parents=(whole,))
    name = f"{first} {where.title}" if where is not None else first
    if segment.level == "central" and kind.level != "central":
        name = f"{first} Trung ương"
    known = where is not None or kind.level in ("central", "foreign") or home.level == "central"
    made = _body(name, segment, home, level, where, known)
    return replace(
        made, collective=True, certainty="explicit" if segment.level or segment.place else "implied"
    )


def _set_seat(segment: Segment, home: Home) -> tuple[str, Place | None]:
    kind = segment.kind
    if segment.units:
        level = _units_level(segment.units, segment)
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


def _set_whole(kind: Kind, level: str, home: Home) -> Body | None:
    if kind.whole == "issuer":
        return home.issuer
    if kind.whole == "union":
        return (
            _seated(
                Segment(
                    kinds()["ldld"], 0, 0, level=home.level if home.level in _COMMITTEE else ""
                ),
                home,
            )
            if home.nearest
            else None
        )
    where = home.nearest
    return _committee_of(where, home) if where else None


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
    level = _units_level(" ".join(units), segment)
    where = home.province if level in ("district", "commune") else None
    first = "Các " + ", ".join(f"{unit} {what}" for unit in units)
    above = None
    if where is not None and what == "ủy":
        above = _committee_of(where, home)
    name = (
        f"{first} trực thuộc {above.name}"
        if above
        else f"{first} {where.title}"
        if where
        else first
    )
    known = where is not None or level == "province" or home.level == "central"
    made = _body(name, segment, home, level, where, known)
    return replace(
        made,
        collective=True,
        parents=(above,) if above else (),
        certainty="implied" if where else made.certainty,
    )


def _unit_word(unit: str) -> str:
    return {"thành phố": "thành", "tp": "thành", "thị xã": "thị"}.get(unit, unit)


def _members(segment: Segment, home: Home) -> Body:
    """The members of a committee: "các đồng chí Tỉnh ủy viên"."""
    level = (
        segment.level
        if segment.level in _COMMITTEE
        else (home.level if home.level in _COMMITTEE else "province")
    )
    where = segment.place or home.place_at(level)
    if (
        home.branch != "party"
        and home.issuer is not None
        and not segment.level
        and not segment.place
        and home.association
    ):
        made = _body(
            f"{segment.kind.name} {home.issuer.name}", segment, home, home.level, home.nearest, True
        )
        return replace(
            made, collective=True, parents=(home.issuer,), standing="person", branch=home.branch
        )
    above = _committee_of(where, home) if where else None
    name = f"{segment.kind.name} Đảng bộ" + (
        f" {where.title}" if where else {"province": " tỉnh", "district": " huyện"}.get(level, "")
    )
    made = _body(name, segment, home, level, where, where is not None)
    return replace(
        made, collective=True, parents=(above,) if above else (), standing="person", branch="party"
    )


def association(home: Home) -> Kind | None:
    """The kind of the association that speaks in the document."""
    return (
        next((kind for kind in kinds().values() if kind.name == home.association), None)
        if home.association
        else None
    )


# -------------------------------------------------------------------------------------------- made


def scope_of(home: Home) -> str:
    """What keeps bodies of unknown place to their document, as it ends their ids."""
    return str(organisation_id("x", home.scope)).partition("~")[2]


def _body(
    name: str, segment: Segment, home: Home, level: str, where: Place | None, known: bool
) -> Body:
    certainty: Certainty = (
        "explicit" if segment.place is not None or level in ("central", "region") else "implied"
    )
    foreign = where is not None and where.country != "VN" or segment.kind.role == "foreign"
    at = where if where is not None else place(_VN) if level == "central" else None
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
