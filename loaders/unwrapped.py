"""Lines of a letterhead that a narrow column broke in two, made whole.

>>> from phahe.loaders.line import lines
>>> text = "CỘNG HÒA XÃ HỘI\\nCHỦ NGHĨA VIỆT NAM\\nSố:\\n7/KH\\nTam\\nKỳ, ngày 9\\ntháng 6 năm 2007"
>>> [" ".join(line.text.split()) for line in unwrapped(lines(text), text)]
['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 7/KH', 'Tam Kỳ, ngày 9 tháng 6 năm 2007']
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


def unwrapped(rows: Sequence[Line], text: str) -> list[Line]:
    """Return the *rows* of *text*; where two are one cell of a letterhead, one stands for both."""
    found: list[Line] = []
    last = Line(0, 0, "")
    for row in rows:
        if last.text and row.text and row.start - last.end <= _APART and _may_belong(last, row):
            both = Line(last.start, row.end, text[last.start : row.end])
            if _belongs(last, row, both):
                found[-1] = last = both
                continue
        found.append(row)
        last = row
    return found


def _may_belong(first: Line, second: Line) -> bool:
    """At a glance: capitals, "Số", or the name of a time."""
    one, two = first.text, second.text
    if len(one) >= LONGEST or len(two) >= LONGEST:
        return False
    if one.isupper():
        return two.isupper()
    return "ngày" in two or "tháng" in two or "năm" in two or _NUMBER.match(one) is not None


def _belongs(first: Line, second: Line, both: Line) -> bool:
    """Whether *both* are one: the state's title, a body's name, a number or a date line."""
    if _NUMBER.match(first.text):
        return number_in(both) is not None
    if first.text.isupper():
        return second.text.isupper() and _one_name(first, second, both)
    if _PLACE.match(first.text) and _NAMED_DAY.match(second.text):
        return True
    if not _REST.match(second.text) or not (_DAY.match(first.text) or _PLACE.match(first.text)):
        return False
    return date_in(both) is not None


def _one_name(first: Line, second: Line, both: Line) -> bool:
    whole = has_title(both.text)
    if whole and not (has_title(first.text) or has_title(second.text)):
        return whole[0] == 0 or whole[0] < len(first.text) < whole[1]
    if whole and not has_title(first.text) and whole[0] < len(first.text):
        return True
    words = " ".join(fold(both.text).split())
    one, two = fold(first.text), fold(second.text)
    return any(name in words and name not in one and name not in two for name in _WHOLE)
