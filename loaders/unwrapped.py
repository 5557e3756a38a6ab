"""Lines of a letterhead that a narrow column broke in two, made whole.

>>> from phahe.loaders.line import lines
>>> [line.text for line in unwrapped(lines("CỘNG HÒA XÃ HỘI\\nCHỦ NGHĨA VIỆT NAM\\nSố:\\n7/KH-SYT"))]
['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 7/KH-SYT']
>>> [line.text for line in unwrapped(lines("Tam\\nKỳ, ngày 19\\ntháng 6 năm 2007"))]
['Tam Kỳ, ngày 19 tháng 6 năm 2007']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from phahe.graph.names import fold
from phahe.loaders.letterhead_line import date_in, has_title, number_in
from phahe.loaders.line import Line

LONGEST = 70
"""Characters; a longer line stands in no column."""
_APART = 2
"""Blanks between two lines of one cell; more part columns."""
_WHOLE = (
    "uy ban nhan dan",
    "hoi dong nhan dan",
    "thu tuong chinh phu",
    "van phong chinh phu",
    "uy ban thuong vu",
    "mat tran to quoc",
)
"""Names whose words always stand together."""
_DAY = re.compile(
    r"(?:^|[^,;:.\d/]{2,40},\s*)ng[aà]y(?:\s+[\d.…]{1,4})?(?:\s+th[aá]ng(?:\s+[\d.…]{1,4})?)?\s*$"
)
_PLACE = re.compile(r"(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+\s?){1,3},?$")
_NAMED_DAY = re.compile(r"(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+\s?){1,2},\s*ngày\s")
_REST = re.compile(r"ngày\s|(?:[\d.…]+\s+)?tháng\s|(?:[\d.…]+\s+)?năm\s*[\d.…]*$")
_NUMBER = re.compile(r"S[ốô]\s?:?$")


def unwrapped(rows: Sequence[Line]) -> list[Line]:
    """Return *rows*; where two are one cell of a letterhead, one row stands for both."""
    found: list[Line] = []
    for row in rows:
        if found and _near(found[-1], row) and _belongs(found[-1], row):
            found[-1] = _joined(found[-1], row)
        else:
            found.append(row)
    return found


def _near(first: Line, second: Line) -> bool:
    lengths = len(first.text), len(second.text)
    return 0 < min(lengths) and max(lengths) < LONGEST and second.start - first.end <= _APART


def _joined(first: Line, second: Line) -> Line:
    gap = " " * (second.start - first.end)
    return Line(first.start, second.end, f"{first.text}{gap}{second.text}")


def _belongs(first: Line, second: Line) -> bool:
    """Whether the two are one: the state's title, a body's name, a number or a date line."""
    if _NUMBER.match(first.text):
        return number_in(_joined(first, second)) is not None
    if first.text.isupper():
        return second.text.isupper() and _one_name(first, second)
    if _PLACE.match(first.text) and _NAMED_DAY.match(second.text):
        return True
    if not _REST.match(second.text) or not (_DAY.match(first.text) or _PLACE.match(first.text)):
        return False
    return date_in(_joined(first, second)) is not None


def _one_name(first: Line, second: Line) -> bool:
    both = _joined(first, second)
    whole = has_title(both.text)
    if whole and not (has_title(first.text) or has_title(second.text)):
        return whole[0] == 0 or whole[0] < len(first.text) < whole[1]
    if whole and not has_title(first.text) and whole[0] < len(first.text):
        return True
    words, one, two = fold(both.text), fold(first.text), fold(second.text)
    return any(name in words and name not in one and name not in two for name in _WHOLE)
