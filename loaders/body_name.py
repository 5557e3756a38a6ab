"""From a chain of kinds to a body with its full name, its place and its wholes.

A short form means the body of the document's own place: "Tỉnh ủy" in a plan of Tây Ninh is
"Tỉnh ủy Tây Ninh". What the document does not tell stays unknown and is kept to the document.
"""

from __future__ import annotations

from dataclasses import replace

from phahe.loaders.body_chain import Chain, Segment
from phahe.loaders.body_levels import ministry, seated
from phahe.loaders.body_made import body
from phahe.loaders.body_office import post, region
from phahe.loaders.body_organ import free, organ
from phahe.loaders.body_phrase import chains
from phahe.loaders.body_set import collective
from phahe.loaders.body_types import Body, Home


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
        return post(segment, whole, home)
    if role == "free" and segment.own and whole is None and not segment.place:
        return free(segment, home)
    if role in ("organ", "free", "channel"):
        return organ(segment, whole, home)
    if role == "set":
        return collective(segment, whole, home)
    if segment.kind.key == "bo":
        return ministry(segment, home)
    if role == "national":
        name = f"{segment.kind.name} {segment.own}".strip()
        made = body(name, segment, home, "central", None, known=True)
        return replace(made, collective=segment.plural)
    if role == "region":
        return region(segment, whole, home)
    made = seated(segment, home)
    return replace(made, parents=(*made.parents, whole)) if whole is not None else made
