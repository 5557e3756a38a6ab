"""The arrival stamp: who received a document, when, and to whom it went on.

It stands wherever there was room on the first page, often between the subject and "Kính gửi":

    LIÊN ĐOÀN LAO ĐỘNG TỈNH ...
    Số : 578        .....
    ĐẾN Ngày : 27/6/2022
    Chuyển : ...
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from phahe.loaders.letterhead_line import has_title, iso_date
from phahe.loaders.line import Line, part, stated
from phahe.loaders.reading import Stamp, Stated

REACH = 4
"""Lines of a stamp above and below its "ĐẾN"."""
_ARRIVED = re.compile(r"(?:CÔNG VĂN |VĂN BẢN )?ĐẾN(?:$|[\s:.]+(?=Số|SỐ|Ngày|NGÀY|Giờ|$))")
_NUMBER = re.compile(r"(?:ĐẾN\W*)?S[ốỐ]\s*[:.]?\s*(?P<it>\d{1,6})\b(?!\s?[-/]\s?[A-ZĐ])")
_DATE = re.compile(
    r"(?:ĐẾN\W*)?(?:N[gG][àÀ][yY])\s*[:.]?\s*(?P<it>(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4}))"
)
_ROUTING = re.compile(
    r"(?:C[hH][uU][yY][êểeÊỂE][nN]|Kính chuyển)\s*:\s*(?P<it>[^\n]{0,60}?)[\s.…]*$"
)


def stamp(rows: Sequence[Line]) -> tuple[Stamp, frozenset[int]] | None:
    """Return the stamp among the lines of a first page, and the indexes of its lines."""
    for index, line in enumerate(rows):
        if len(line.text) < 80 and _ARRIVED.match(line.text):
            found = _around(rows, index)
            if found:
                return found
    return None


def _around(rows: Sequence[Line], index: int) -> tuple[Stamp, frozenset[int]] | None:
    parts: dict[str, Stated] = {}
    taken = {index}
    near = sorted(
        range(max(0, index - REACH), min(len(rows), index + REACH + 1)),
        key=lambda at: abs(at - index),
    )
    for at in near:
        for name, rule in (("number", _NUMBER), ("date", _DATE), ("routing", _ROUTING)):
            found = rule.match(rows[at].text) if len(rows[at].text) < 80 else None
            if found and name not in parts and found["it"]:
                words = stated([part(rows[at], *found.span("it"))])
                if words:
                    parts[name] = words
                    taken.add(at)
    if not {"number", "date"} & parts.keys():
        return None
    if "date" in parts:
        parts["date"] = _iso(parts["date"])
    top = min(taken)
    receiver = _receiver(rows, top)
    taken.update(receiver)
    return _made(rows, taken, parts, stated(rows[at] for at in receiver)), frozenset(taken)


def _made(
    rows: Sequence[Line], taken: set[int], parts: dict[str, Stated], receiver: Stated | None
) -> Stamp:
    return Stamp(
        receiver,
        parts.get("number"),
        parts.get("date"),
        parts.get("routing"),
        rows[min(taken)].start,
        rows[max(taken)].end,
    )


def _iso(words: Stated) -> Stated:
    day, month, year = re.split(r"\s?[/.-]\s?", words.value)
    return Stated(iso_date(day, month, year), words.start, words.end)


def _receiver(rows: Sequence[Line], top: int) -> list[int]:
    """Lines of capitals right above: the office whose stamp it is."""
    found: list[int] = []
    at = top - 1
    while at >= 0 and len(found) < 3 and rows[at].text.isupper() and not has_title(rows[at].text):
        found.insert(0, at)
        at -= 1
    return found
