"""Whose register it is: one office keeps it, so that "UBND tỉnh" is the same body in every row.

>>> rows = "".join(f"{n}/QĐ-UBND,giao đất tại tỉnh bình dương\\n" for n in range(12))
>>> province_of(rows, None).name
'Bình Dương'
>>> province_of("1/QĐ-UBND,giao đất tại tỉnh bình dương\\n", None) is None
True
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import lru_cache

from phahe.graph.place import Place, place_named

OFTEN, MOSTLY = 10, 0.8
"""A province named so often, and in such a share of all namings, is the register's own."""
_NAMED = re.compile(r"(?:tỉnh|thành phố|tp\.?)\s+(?P<first>\w+)(?:[\s-]+(?P<more>\w+))?")


def province_of(text: str, on: date | None) -> Place | None:
    """The province that nearly all subjects speak of, as it was *on* a date; None for several."""
    name = _name(text)
    return place_named(name, "province", on=on) if name else None


@lru_cache(maxsize=4)
def _name(text: str) -> str:
    named: Counter[str] = Counter()
    for found in _NAMED.finditer(text.lower()):
        words = " ".join(filter(None, (found["first"], found["more"])))
        place = place_named(words, "province")
        if place:
            named[place.name] += 1
    name, times = next(iter(named.most_common(1)), ("", 0))
    return name if times >= OFTEN and times >= MOSTLY * named.total() else ""
