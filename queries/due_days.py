"""From what a duty says of its time to days on the calendar.

>>> windows("2025-Q1", "2022-06-21", "2030-01-01")
[('2025-01-01', '2025-03-31')]
>>> windows("yearly:12", "2022-06-21", "2024-05-01")
[('2022-12-01', '2022-12-31'), ('2023-12-01', '2023-12-31'), ('2024-12-01', '2024-12-31')]
>>> windows("continuous", "2022-06-21", "2024-05-01")
[]
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

Window = tuple[str, str]
"""First and last ISO day on which a duty can be done in time."""
DATED = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
LONGEST = 60
"""Occurrences of one recurring duty; who asks for the year 3000 gets no longer list."""


def windows(due: str, since: str, until: str) -> list[Window]:
    """Return every time at which *due* falls, in order; none where it names no day or month.

    What recurs is told from the day *since* on, up to the first time after *until*.
    """
    if due.startswith("yearly:"):
        return list(_yearly(due.removeprefix("yearly:"), since, until))
    if due.startswith("monthly:"):
        return list(_monthly(due.removeprefix("monthly:"), since, until))
    found = window(due)
    return [found] if found else []


def window(due: str) -> Window | None:
    """Return the first and last day of a time that does not recur.

    >>> window("2022-02"), window("2020-2025"), window("2017-11-06/2017-11-15"), window("--08")
    (('2022-02-01', '2022-02-28'), ('2020-01-01', '2025-12-31'), ('2017-11-06', '2017-11-15'), None)
    """
    if "/" in due:
        first, _, last = due.partition("/")
        ends = window(first), window(last)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
    if re.fullmatch(r"\d{4}-\d{4}", due):
        return f"{due[:4]}-01-01", f"{due[5:]}-12-31"
    found = DATED.fullmatch(due)
    if not found:
        return None
    return _span(int(found["year"]), found["quarter"], found["month"], found["day"])


def _span(year: int, quarter: str | None, month: str | None, day: str | None) -> Window | None:
    first = int(month) if month else 3 * int(quarter or 1) - 2
    last = int(month) if month else 3 * int(quarter or 4)
    if not (1 <= first <= last <= 12 and year):
        return None
    if day:
        kept = min(int(day), monthrange(year, first)[1])
        return (f"{year:04}-{first:02}-{kept:02}",) * 2 if kept else None
    return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]:02}"


def _yearly(rest: str, since: str, until: str) -> Iterator[Window]:
    if not re.match(r"\d{4}-", since):
        return
    for year in range(int(since[:4]), int(since[:4]) + LONGEST):
        found = window(f"{year:04}-{rest}")
        if found is None:
            return
        if found[1] >= since:
            yield found
        if found[0] > until:
            return


def _monthly(day: str, since: str, until: str) -> Iterator[Window]:
    if not re.match(r"\d{4}-\d\d", since) or not day.isdigit():
        return
    start = int(since[:4]) * 12 + int(since[5:7]) - 1
    for month in range(start, start + LONGEST):
        found = window(f"{month // 12:04}-{month % 12 + 1:02}-{int(day):02}")
        if found is None:
            return
        if found[1] >= since:
            yield found
        if found[0] > until:
            return
