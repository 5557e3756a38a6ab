"""Who holds today what a body held then, and who the members of a set were.

>>> from phahe.graph.place import place_named
>>> from phahe.loaders.bodies import bodies
>>> here = Home(scope="x", province=place_named("Bình Phước"), level="province")
>>> board = bodies("Ban Dân vận Tỉnh ủy", here)[0]
>>> for step in successors(board, date(2025, 12, 1)):
...     print(step.date, step.body.name)
2025-02 Ban Tuyên giáo và Dân vận Tỉnh ủy Bình Phước
2025-07-01 Ban Tuyên giáo và Dân vận Tỉnh ủy Đồng Nai
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from phahe.graph.names import fold
from phahe.graph.place import Place, place, province_of
from phahe.graph.succession import inside, kind_successions, successor
from phahe.loaders.bodies import bodies
from phahe.loaders.body_kind import fields, kinds
from phahe.loaders.body_types import Body, Home

OWN_ORGANS = ("mass", "front")
"""Their organs of the same name (Ban Tuyên giáo Hội Nông dân) are theirs, and stay."""


@dataclass(frozen=True, slots=True)
class Step:
    """The body that took over, when, and by which act."""

    body: Body
    date: str
    source: str


def successors(body: Body, on: date) -> list[Step]:
    """The bodies that followed *body* one after the other up to *on*; empty if it still stands.

    A body of a district has none after 30/6/2025: its tasks went to province and communes.
    """
    found: list[Step] = []
    step: Step | None = _next(body, on)
    while step is not None and len(found) < 5:
        found.append(step)
        step = _next(step.body, on)
    return found


def _next(body: Body, on: date) -> Step | None:
    """The first change that is still to come for *body*, by the date of the change."""
    steps = [step for step in (_by_kind(body), _by_field(body), _by_place(body, on)) if step]
    steps = [step for step in steps if step.date <= on.isoformat()]
    return min(steps, key=lambda step: step.date) if steps else None


def _by_kind(body: Body) -> Step | None:
    for row in kind_successions():
        same = row["kind"] == body.kind and row["level"] == body.level
        if same and not body.collective and body.branch not in OWN_ORGANS:
            name = row["to_name"] or kinds()[row["to"]].name
            made = _named(_renamed(body, name, row["to_name"]), body)
            return Step(made, row["date"], row["source"]) if made else None
    return None


def _renamed(body: Body, name: str, own: str) -> str:
    """The successor's words: the new organ in front of the same whole."""
    if body.level == "central":
        return name if own else f"{name} Trung ương"
    if own:
        return f"{name} {body.place.title}" if body.place else name
    return f"{name} {body.parents[0].name}" if body.parents else name


def _by_field(body: Body) -> Step | None:
    """Ministries of 2025: "Bộ Kế hoạch và Đầu tư" is in "Bộ Tài chính"; departments went along."""
    if body.kind not in ("bo", "so") or not body.own:
        return None
    for forms in fields().values():
        for _, field in forms:
            if field.name == body.own and field.successor:
                made = _named(body.name.replace(body.own, field.successor), body)
                return Step(made, field.date, "176/2025/QH15") if made else None
    return None


def _by_place(body: Body, on: date) -> Step | None:
    if body.place is None or body.place.level != "province":
        return None
    after = successor(body.place, on)
    if after is None:
        return None
    name = body.name.replace(body.place.title, after[0].title).replace(
        body.place.label, after[0].label
    )
    made = _named(name, replace(body, place=after[0]))
    return Step(made, after[1].date, after[1].source) if made else None


def _named(name: str, like: Body) -> Body | None:
    where = like.place if like.place is not None and like.place.level == "province" else None
    here = Home(
        scope=str(like.id), province=where, level=like.level, date=where.valid_from if where else ""
    )
    found = bodies(name, here)
    return found[0] if found else None


def roster(body: Body, on: str) -> list[Body]:
    """The members of a set on an ISO date, as far as they can be known; empty for open sets.

    >>> from phahe.graph.place import place_named
    >>> here = Home(scope="x", province=place_named("Bình Phước"), level="province")
    >>> them = roster(bodies("các huyện, thị, thành ủy", here)[0], "2022-01-01")
    >>> len(them), them[-1].name
    (11, 'Huyện ủy Phú Riềng')
    """
    if not body.collective or body.place is None:
        return []
    here = Home(
        scope=str(body.id), province=province_of(body.place), level=body.place.level, date=on
    )
    kind = kinds().get(body.kind)
    if kind is not None and kind.members:
        return [one for key in kind.members for one in _of_kind(key, body.place, here)]
    if body.level == "district" and body.place.level == "province":
        return list(_districts(body, here, on))
    return []


def _of_kind(key: str, where: Place, here: Home) -> list[Body]:
    kind = kinds()[key]
    if kind.role == "organ":
        return bodies(
            f"{kind.name} {'Tỉnh ủy' if where.kind == 'province' else 'Thành ủy'} {where.bare}",
            here,
        )[:1]
    return bodies(f"{kind.name} {where.title}", here)[:1]


def _districts(body: Body, here: Home, on: str) -> Iterator[Body]:
    province = place(body.place.id) if body.place else None
    kind = kinds().get(body.kind)
    if (
        province is None
        or not on
        or (kind is None and body.kind not in ("set:committees", "set:youth"))
    ):
        return
    for district in inside(province, "district", on):
        yield from bodies(_member(body, kind.name if kind else "", district), here)[:1]


def _member(body: Body, name: str, district: Place) -> str:
    """The words for the member of a set in one district."""
    unit = fold(district.name.split()[0])
    first = {"huyen": "Huyện", "quan": "Quận", "thi": "Thị", "thanh": "Thành"}[unit]
    if body.kind == "set:committees":
        return f"{first} ủy {district.bare}"
    if body.kind == "set:youth":
        return f"{first} đoàn {district.bare}"
    return f"{name} {district.name}"
