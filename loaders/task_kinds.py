"""What sort of task its words make it: activity, report, review or supervision.

>>> kind_of("Sơ kết, tổng kết việc thực hiện Chỉ thị"), kind_of("Báo cáo định kỳ: tháng 12")
('review', 'report')
>>> kind_of("Tuyên truyền sâu rộng trong hội viên")
'activity'
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from phahe.data import table
from phahe.loaders.assignment_phrases import alternation

_AT = {"start": r"\A\W*", "any": r"\b"}


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], str], ...]:
    groups = groupby(table("task_kinds"), key=lambda row: (row["at"], row["kind"]))
    return tuple(
        (re.compile(_AT[at] + alternation(row["words"] for row in rows), re.IGNORECASE), kind)
        for (at, kind), rows in groups
    )


def kind_of(duty: str) -> str:
    """Return the kind of a duty, given its words without the body that has it."""
    return next((kind for pattern, kind in _kinds() if pattern.search(duty)), "activity")
