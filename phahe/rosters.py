"""Who the members of a set of bodies were on a day, for ledgers and reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

UNIT = r"(?:huyện|quận|thị xã|thành phố|thị|thành|xã|phường|thị trấn)(?: ủy| đoàn)?"
UNITS = re.compile(
    rf"(?:(?P<organ>.+?) )?(?P<set>các {UNIT}(?:(?:,| và|, và)(?: các)? {UNIT})*)"
    r"(?: trực thuộc .+)?(?: (?:tỉnh|thành phố) [^,]+)?",
    re.IGNORECASE,
)
"""Sets of all units of a province; what narrows one (giáp biên, có liên quan) does not fit."""


@lru_cache(maxsize=4096)
def members(name: str, place: str, day: str) -> Sequence[str]:
    """Return the names of the members of the set *name* at *place* (an id) on an ISO *day*.

    None where the set is open (các hội quần chúng), narrowed in words (các huyện giáp biên), or the
    place or the day is unknown.

    >>> members("Các tổ chức chính trị - xã hội tỉnh Tây Ninh", "place:tay-ninh", "2022-06-27")[:2]
    ('Liên đoàn Lao động tỉnh Tây Ninh', 'Hội Nông dân tỉnh Tây Ninh')
    >>> members("Các hội quần chúng tỉnh Tây Ninh", "place:tay-ninh", "2022-06-27")
    ()
    >>> members("Ban Dân vận các huyện, thị, thành ủy", "place:tay-ninh", "2022-06-27")[1]
    'Ban Dân vận Huyện ủy Tân Biên'
    """
    units = UNITS.fullmatch(name)
    if units and units["organ"] and re.search("ủy|đoàn", units["set"]):
        inner = members(units["set"], place, day)
        return tuple(f"{units['organ']} {each}" for each in inner)
    return _roster(name, place, day, whole=units is not None)


def _roster(name: str, place: str, day: str, whole: bool) -> Sequence[str]:
    from phahe.graph.place import place as place_of
    from phahe.graph.place import province_of
    from phahe.loaders.bodies import bodies
    from phahe.loaders.body_kind import kinds
    from phahe.loaders.body_succession import roster
    from phahe.loaders.body_types import Home

    where = place_of(place)
    if where is None or not day:
        return ()
    here = Home(scope=name, province=province_of(where), level=where.level, date=day)
    found = [each for each in bodies(name, here) if each.collective]
    if len(found) != 1:
        return ()
    kind = kinds().get(found[0].kind)
    closed = kind is not None and bool(kind.members) and not found[0].own
    return tuple(each.name for each in roster(found[0], day)) if whole or closed else ()
