"""What sort of task its words make it: activity, report, review or supervision.

>>> kind_of("Sơ kết, tổng kết việc thực hiện Chỉ thị"), kind_of("Báo cáo định kỳ: tháng 12")
('review', 'report')
>>> kind_of("Tuyên truyền sâu rộng trong hội viên")
'activity'
"""

from __future__ import annotations

import re
from functools import cache

from phahe.data import table


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (
            re.compile((r"\A\W*" if row["at"] == "start" else r"\b") + row["words"], re.IGNORECASE),
            row["kind"],
        )
        for row in table("task_kinds")
    )


def kind_of(duty: str) -> str:
    """Return the kind of a duty, given its words without the body that has it."""
    return next((kind for pattern, kind in _kinds() if pattern.search(duty)), "activity")
