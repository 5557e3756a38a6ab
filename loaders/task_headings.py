"""What headings promise: duties, tasks, or neither; and which bodies they name.

>>> promise("III. TỔ CHỨC THỰC HIỆN"), promise("I. MỤC ĐÍCH, YÊU CẦU"), promise("1. Mở đầu")
('duties', 'none', '')
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from phahe.data import table
from phahe.loaders.assignment import without_number
from phahe.loaders.assignment_bodies import end_of, leading
from phahe.loaders.assignment_phrases import alternation
from phahe.loaders.bodies import Body
from phahe.loaders.home import Home

LENGTH = 300
"""No heading that only names bodies is longer."""
_BEFORE = re.compile(
    r"""(?:trách\ nhiệm|nhiệm\ vụ|phân\ công|giao|đề\ nghị|yêu\ cầu|đối\ với)
        (?:\s*,?\s*(?:nhiệm\ vụ|quyền\ hạn|thực\ hiện|thi\ hành|của|cho|và))*\s+""",
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND = re.compile(
    r"""[\s,]*(?:(?:có|chịu)\ (?:trách\ nhiệm|nhiệm\ vụ)|thực\ hiện|chủ\ trì)?
        (?:\s*(?:thực\ hiện\ )?(?:các\ |một\ số\ )?(?:nhiệm\ vụ|nội\ dung|công\ việc)?
           \s*(?:như\ )?sau(?:\ đây)?)?[\s:.;]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)

_ANY = re.IGNORECASE
_PLACE = {"none": r"\A(?:về\s+)?", "duties": r"\b", "tasks": r"\b"}


@cache
def _promises() -> tuple[tuple[re.Pattern[str], str], ...]:
    groups = groupby(table("task_headings"), key=lambda row: row["holds"])
    return tuple(
        (re.compile(rf"{_PLACE[holds]}{alternation(row['words'] for row in rows)}\b", _ANY), holds)
        for holds, rows in groups
    )


def promise(heading: str) -> str:
    """Return duties, tasks or none, or '' where the heading does not tell.

    Only its first words can say "none": "Quán triệt các quan điểm chỉ đạo" is a task.
    """
    bare = heading[without_number(heading) :][:LENGTH]
    return next((holds for pattern, holds in _promises() if pattern.search(bare)), "")


def heading_bodies(text: str, home: Home) -> list[Body]:
    """Return the bodies of a heading that names nothing else: "2. Các huyện, thị Hội".

    "Trách nhiệm của ..." before them and "có trách nhiệm:" behind them are allowed.
    """
    if len(text) > LENGTH:
        return []
    start = without_number(text)
    before = _BEFORE.match(text, start)
    begin = before.end() if before else start
    words = text.rstrip(" :.;,")
    found = leading(words[begin:], home, begin)
    if not before and start and text.startswith("Điều") and _are_sets(found):
        return []
    return found if found and _BEHIND.match(words, end_of(found, begin)) else []


def _are_sets(found: list[Body]) -> bool:
    """Whether only sets are named: "Điều 3. Cơ quan áp dụng" tells to whom a rule applies."""
    return all(body.kind.startswith("set:") for body in found)
