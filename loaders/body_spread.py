"""What stands once and is meant for a whole list: places, levels, higher units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from phahe.loaders.body_chain import Chain, Segment
from phahe.loaders.body_kind import Kind


def spread(found: list[Chain]) -> list[Chain]:
    """Give the place or level behind a list to all of the list; fold in appositions."""
    return list(_apposed(_shared(found)))


def _shared(found: list[Chain]) -> list[Chain]:
    """ "A, B và C 03 tỉnh X, Y" is A, B and C of X and of Y; "A, B tỉnh" is A tỉnh and B tỉnh."""
    result: list[Chain] = []
    at = 0
    while at < len(found):
        run = [found[at]]
        while at + len(run) < len(found) and _goes_on(run[-1], found[at + len(run)]):
            run.append(found[at + len(run)])
        at += len(run)
        result.extend(_spread_run(run))
    return result


def _goes_on(left: Chain, right: Chain) -> bool:
    return left.group == right.group and right.joined in (",", "và")


def _spread_run(run: list[Chain]) -> Iterator[Chain]:
    heads: list[Chain] = []
    at = 0
    while at < len(run):
        chain = run[at]
        outer = chain.segments[-1]
        if outer.place is None and not outer.level and not outer.units and _placeable(outer.kind):
            heads.append(chain)
            at += 1
            continue
        group = [chain]
        while at + len(group) < len(run) and _same_but_place(chain, run[at + len(group)]):
            group.append(run[at + len(group)])
        at += len(group)
        if heads and _placeable(outer.kind):
            heads = [
                head
                for head in heads
                if not _foreign(outer)
                or head.segments[-1].kind.role in ("foreign", "association", "body")
            ]
            for head in heads:
                yield from (
                    _placed(head, each.segments[-1])
                    for each in (group if _spans_places(group) else [chain])
                )
            heads = []
        elif heads:
            yield from heads
        heads = []
        yield from group
    yield from heads


def _foreign(segment: Segment) -> bool:
    return segment.place is not None and segment.place.country != "VN"


def _spans_places(group: list[Chain]) -> bool:
    return group[0].segments[-1].place is not None


def _placeable(kind: Kind) -> bool:
    return kind.role in ("body", "association", "foreign") or (
        kind.role == "set" and kind.whole == "place"
    )


def _same_but_place(left: Chain, right: Chain) -> bool:
    one, two = left.segments[-1], right.segments[-1]
    return (
        one.kind is two.kind
        and two.place is not None
        and one.own == two.own
        and one.place is not None
    )


def _placed(head: Chain, where: Segment) -> Chain:
    outer = replace(
        head.segments[-1],
        level=where.level,
        place=where.place,
        units=where.units,
        plural=bool(where.units),
    )
    return replace(head, segments=(*head.segments[:-1], outer))


def _apposed(found: list[Chain]) -> Iterator[Chain]:
    """ "Bộ Chỉ huy Quân sự tỉnh, Bộ Tư lệnh Quân khu 7, nước CHXHCNVN": one body."""
    drop: set[int] = set()
    wholes: dict[int, tuple[Segment, ...]] = {}
    for end, last in enumerate(found):
        is_country = last.segments[-1].kind.role == "country"
        if is_country:
            drop.add(end)
        if not is_country and not last.segments[-1].kind.key.startswith("qdhg"):
            continue
        at = end
        while at and found[at].joined == "," and found[at - 1].segments[-1].kind.key == "qk":
            at -= 1
        units = [
            one for one in range(at) if _is_unit(found[one]) and found[one].group == last.group
        ]
        if units and (at < end or not is_country):
            above = tuple(found[one].segments[-1] for one in range(at, end + (not is_country)))
            drop.update(range(at, end + 1))
            wholes.update((one, above) for one in units)
    for one, chain in enumerate(found):
        if one not in drop:
            above = wholes.get(one, ())
            yield replace(chain, segments=(*chain.segments, *above), told=len(above))


def _is_unit(chain: Chain) -> bool:
    return chain.segments[-1].kind.key in ("bchqs", "tkqs")
