"""No later than when an undated document can have been written, as its content tells.

A document does not set a deadline before its own date: the earliest single deadline is a bound.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

from phahe.loaders.reading import Reading
from phahe.loaders.task import Task


def upper_bound(reading: Reading, demanded: Iterable[Task]) -> str:
    """ISO date of the end of the earliest deadline; blank for dated documents or without one."""
    if reading.date:
        return ""
    ends = [last_day(due) for task in demanded for due in task.due]
    return min(filter(None, ends), default="")


def last_day(due: str) -> str:
    """The last day of a date, month, quarter or year; blank for what recurs.

    >>> [last_day(due) for due in ("2022-11-10", "2022-02", "2025-Q1", "2021", "yearly:12")]
    ['2022-11-10', '2022-02-28', '2025-03-31', '2021-12-31', '']
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", due):
        return due
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", due):
        return _end_of_month(int(found[1]), 3 * int(found[2]))
    if found := re.fullmatch(r"(\d{4})-(\d\d)", due):
        return _end_of_month(int(found[1]), int(found[2]))
    return f"{due}-12-31" if re.fullmatch(r"\d{4}", due) else ""


def _end_of_month(year: int, month: int) -> str:
    if not 1 <= month <= 12:
        return ""
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
