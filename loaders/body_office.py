"""Offices of persons ("Chủ tịch UBND huyện"), and the regions of the army."""

from __future__ import annotations

from dataclasses import replace

from phahe.graph.place import place
from phahe.loaders.body_chain import VAGUE, Segment
from phahe.loaders.body_kind import kinds
from phahe.loaders.body_levels import units
from phahe.loaders.body_made import VIETNAM, body, is_known, with_place
from phahe.loaders.body_organ import as_whole
from phahe.loaders.body_seat import seat
from phahe.loaders.body_types import Body, Home

DEPUTY = ("Phó ", "Thứ ")


def post(segment: Segment, whole: Body | None, home: Home) -> Body:
    """A person's office; standing says that it is no body."""
    first = f"{segment.kind.name} {segment.own}".strip()
    strange = home.issuer is not None and not _has(home.issuer, segment)
    everyone = (
        segment.plural or segment.kind.key == "ld" or (whole is not None and whole.collective)
    )
    if whole is None and segment.units:
        made = units(segment, home)
    elif whole is None and (segment.place or segment.level):
        level, where = seat(segment, home)
        made = body(with_place(first, where, level), segment, home, level, where, where is not None)
    elif whole is None and (strange or home.issuer is None):
        first = f"Các {first}" if segment.plural else first
        made = body(first, segment, home, "", None, known=False)
    else:
        above = whole or home.issuer
        assert above is not None
        made = body(
            f"{first} {as_whole(above)}",
            segment,
            home,
            above.level,
            above.place,
            is_known(above, home),
        )
        vague = above.kind in kinds() and kinds()[above.kind].whole == VAGUE
        made = replace(made, branch=above.branch, parents=() if vague else (above,))
    return replace(made, standing="person", collective=everyone)


def _has(issuer: Body, segment: Segment) -> bool:
    """Whether a body of the issuer's kind has such a post: no ministry has a headmaster.

    "Các Bộ trưởng" are those of several ministries; "các Phó Chủ tịch" may be of one body.
    """
    if segment.plural and segment.kind.whole and not segment.kind.name.startswith(DEPUTY):
        return False
    said = segment.kind.whole.split("|")
    wrong = {each[1:] for each in said if each.startswith("-")}
    right = {each for each in said if each and not each.startswith("-")}
    return issuer.kind not in wrong and (not right or issuer.kind in right)


def region(segment: Segment, whole: Body | None, home: Home) -> Body:
    """A military region; of Vietnam unless its whole is foreign."""
    if whole is not None and whole.branch == "foreign":
        made = body(
            f"{segment.kind.name} {segment.own} ({whole.name})",
            segment,
            home,
            "foreign",
            whole.place,
            known=True,
        )
        return replace(made, branch="foreign", parents=(whole,))
    made = body(
        f"{segment.kind.name} {segment.own}".strip(),
        segment,
        home,
        "region",
        place(VIETNAM),
        known=bool(segment.own),
    )
    return made
