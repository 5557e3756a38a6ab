"""Organs: parts of another body, which is the document's issuer where no words name it."""

from __future__ import annotations

import re
from dataclasses import replace

from phahe.graph.identity import organisation_id
from phahe.graph.model import Certainty
from phahe.loaders.body_chain import Segment
from phahe.loaders.body_kind import Kind
from phahe.loaders.body_levels import units
from phahe.loaders.body_made import COMMITTEE, VIETNAM, body, is_known, with_place
from phahe.loaders.body_seat import committee_of, seat
from phahe.loaders.body_types import Body, Home

_ADVISORY = {"bdv", "btg", "btgdv", "btc", "bnc", "bkt", "ubkt", "bdn"}
_OF_MINISTRIES = {"cuc", "vu", "tong-cuc"}


def organ(segment: Segment, whole: Body | None, home: Home) -> Body:
    """A part of another body; without words for the whole it is a part of the document's issuer."""
    kind = segment.kind
    first = f"{kind.name} {segment.own}".strip()
    if segment.level == "central" or (segment.place and segment.place.id == VIETNAM):
        return body(
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
            else with_place(first, where, level)
        )
        return body(name, segment, home, level, where, where is not None)
    if whole is None and segment.units:
        return units(segment, home)
    told = whole is not None
    whole = whole or _default_whole(segment, home)
    standing = "channel" if kind.role == "channel" else ""
    if whole is None:
        made = body(
            first, segment, home, "", None, known=home.level == "central" and bool(segment.own)
        )
        return replace(made, standing=standing, collective=segment.plural)
    made = body(
        f"{_inner(first, segment)} {as_whole(whole)}",
        segment,
        home,
        whole.level,
        whole.place,
        is_known(whole, home),
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
    if issuer is None:
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
