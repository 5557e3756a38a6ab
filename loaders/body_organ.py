"""Organs: parts of another body, which is the document's issuer where no words name it."""

from __future__ import annotations

import re
from dataclasses import replace

from phahe.graph.identity import organisation_id
from phahe.graph.model import Certainty
from phahe.loaders.body_chain import Segment
from phahe.loaders.body_kind import Kind
from phahe.loaders.body_levels import units
from phahe.loaders.body_made import COMMITTEE, VIETNAM, association, body, is_known, with_place
from phahe.loaders.body_seat import committee_of, seat
from phahe.loaders.body_types import Body, Home

_ADVISORY = {"bdv", "btg", "btgdv", "btc", "bnc", "bkt", "ubkt", "bdn"}
_PERSONS = {"ttg", "ptt", "ctn", "qh", "ubtvqh", "cp", "tbt"}
"""Issuers whose organs are never meant by a bare "Văn phòng"."""
_OF_MINISTRIES = {"cuc", "vu", "tong-cuc"}


def organ(segment: Segment, whole: Body | None, home: Home) -> Body:
    """A part of another body; without words for the whole it is a part of the document's issuer."""
    first = f"{segment.kind.name} {segment.own}".strip()
    if segment.level == "central" or (segment.place and segment.place.id == VIETNAM):
        name = first if "Trung ương" in first else f"{first} Trung ương"
        return body(name, segment, home, "central", None, known=True)
    if segment.own.endswith("Việt Nam"):
        return body(first, segment, home, "central", None, known=True)
    alone = _alone(first, segment, home) if whole is None else None
    if alone is not None:
        return alone
    above = whole or _centre(segment, home) or _default_whole(segment, home)
    standing = "channel" if segment.kind.role == "channel" else ""
    if above is None:
        known = home.level == "central" and bool(segment.own)
        made = body(first, segment, home, "", None, known)
        return replace(made, standing=standing, collective=segment.plural)
    made = _part(_inner(first, segment), segment, above, home)
    certainty: Certainty = made.certainty if whole is not None else "implied"
    return replace(made, standing=standing, certainty=certainty)


def _centre(segment: Segment, home: Home) -> Body | None:
    """The centre of the document's association, which alone has a "Đoàn Chủ tịch"."""
    kind = association(home) if segment.kind.key == "dct" and home.level != "central" else None
    if kind is None or not kind.centre:
        return None
    return body(kind.centre, Segment(kind, segment.start, segment.end), home, "central", None, True)


def _part(first: str, segment: Segment, whole: Body, home: Home) -> Body:
    """The organ *first* of *whole*."""
    name = f"{first} {as_whole(whole)}"
    made = body(name, segment, home, whole.level, whole.place, is_known(whole, home))
    return replace(
        made,
        branch=_branch(segment.kind, whole),
        parents=_wholes(segment.kind, whole, home),
        collective=whole.collective or segment.plural,
    )


def _alone(first: str, segment: Segment, home: Home) -> Body | None:
    """An organ without a whole: its own place, the units it is in, or the document's issuer."""
    kind, issuer = segment.kind, home.issuer
    named = bool(segment.own or segment.place or segment.units)
    if kind.key == "dang-uy" and not named:
        own = _own_committee(segment, home)
        if own is not None:
            return own
    if issuer is not None and issuer.kind == kind.key and kind.own and not named:
        return None if segment.level else issuer
    if segment.place is not None or (segment.level and kind.own):
        level, where = seat(segment, home)
        bare = where is not None and not segment.level
        name = f"{first} {where.label}" if bare and where else with_place(first, where, level)
        return body(name, segment, home, level, where, where is not None)
    return units(segment, home) if segment.units else None


def _own_committee(segment: Segment, home: Home) -> Body | None:
    """ "Đảng ủy" alone or with its unit: that of the document, or of its commune."""
    issuer: Body | None = home.issuer
    while issuer is not None and issuer.kind != "dang-uy":
        issuer = issuer.parents[0] if issuer.parents else None
    if issuer is not None and segment.level in ("", issuer.level):
        return issuer
    if home.commune is not None and segment.level in ("", "commune"):
        return body(
            f"Đảng ủy {home.commune.title}", segment, home, "commune", home.commune, known=True
        )
    return None


def free(segment: Segment, home: Home) -> Body:
    """A school, a company: its own name, in the province of the document for all one knows."""
    where = home.province
    name = f"{segment.kind.name} {segment.own}".strip()
    made = body(
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
    if kind.key in ("dd", "bcsd") and whole.place is not None and whole.level in COMMITTEE:
        committee = committee_of(whole.place, home)
        return (whole, committee) if committee else (whole,)
    return (whole,)


def as_whole(whole: Body) -> str:
    """The whole's name behind an organ's."""
    name = re.sub(
        r" trực thuộc (?:Tỉnh|Thành) ủy ",
        f" {'tỉnh' if 'Tỉnh ủy' in whole.name else 'thành phố'} ",
        whole.name,
    )
    return "các" + name[3:] if name.startswith("Các ") else name


def _default_whole(segment: Segment, home: Home) -> Body | None:
    """The whole of an organ named alone: the committee for organs of the Party, else the issuer."""
    kind, issuer = segment.kind, home.issuer
    if issuer is None or (issuer.kind in _PERSONS and not segment.plural):
        return None
    if kind.key in _ADVISORY and not segment.own and not home.association:
        where = issuer.place or home.nearest
        inner = issuer.parents[0] if issuer.parents and issuer.kind in _ADVISORY else None
        return inner or (committee_of(where, home) if where else None)
    if issuer.kind == kind.key:
        return issuer.parents[0] if issuer.parents else None
    if kind.key in _OF_MINISTRIES:
        step: Body | None = issuer
        while step is not None and step.kind != "bo":
            step = step.parents[0] if step.parents else None
        return step or (None if issuer.level == "central" else issuer)
    return issuer
