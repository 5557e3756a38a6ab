"""When something is due, as a duty says it.

>>> [deadline.due for deadline in deadlines("báo cáo định kỳ trước ngày 15/6 và 10/12 hàng năm")]
[('yearly:06-15', 'yearly:12-10')]
>>> deadlines("Công văn số 457/LĐLĐ ngày 11/7/2022 của Ban Thường vụ Liên đoàn Lao động huyện")
[]
>>> deadlines("cụ thể hóa vào chương trình công tác hằng năm")
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from phahe.data import table
from phahe.loaders.dates import When, dates

REACH = 40
"""Characters before a time in which the word that makes it a deadline must stand."""
_FILL = (
    r"(?:\s*(?:là|vào|trước|đến|hết|cuối|đầu|trong|ngày|tháng|khoảng|dự kiến|báo cáo|:|\())*\s*\Z"
)
_LINK = re.compile(r"[\s,;:]*(?:và|hoặc|đến)?\s*(?:trước|vào)?\s*(?:ngày)?\s*\Z")
_DIGIT = re.compile(r"\d")
_HINTS = tuple(
    form
    for word in ("hằng ", "hàng ", "mỗi ", "định kỳ", "thường ", "liên tục")
    for form in (word, word.capitalize())
)
_VAGUE = ("periodic", "continuous")
# "Năm 2025, triển khai ...", "...; năm 2026: nhân rộng ..."; not "Năm 2021, tỉnh đã ...".
_OPENING_YEAR = re.compile(
    r"(?:\A|[.;:\n])[\s*+•-]*(?P<words>[Nn]ăm\s+(?P<year>20\d\d))\s*[,:](?![^.;]{0,60}\bđã\b)"
)
# "hoạt động Năm Đoàn kết hữu nghị Việt Nam - Lào năm 2017", "hưởng ứng Năm Du lịch quốc gia 2023".
_NAMED_YEAR = re.compile(
    r"(?<=[a-zà-ỹ,] )(?P<words>Năm\s+(?=[A-ZĐ])[^.;:()\n]{2,80}?\s(?:năm\s+)?(?P<year>20\d\d))"
    r"\b(?!\s?[-/–])"
)
_YEARS = re.compile(r"\d{4}(?:-\d{4})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|--.*|.*/.*")


@dataclass(frozen=True, slots=True)
class Deadline:
    """Times due, and the words ``text[start:end]`` that say so, with the cue before them.

    *before* is true where the text says "trước": the day itself is too late.
    """

    due: tuple[str, ...]
    start: int
    end: int
    before: bool = False


def deadlines(text: str, since: str = "", labelled: bool = False) -> list[Deadline]:
    """Return the deadlines of a duty, in order; neighbours in one list are one deadline.

    *since* is the ISO date of the document: months and years before it are no deadlines, and a day
    without a year is the first such day after it. *labelled* means that *text* stands behind
    "Thời gian thực hiện:", so that every time in it counts.
    """
    found: list[Deadline] = []
    if not (_DIGIT.search(text) or any(hint in text for hint in _HINTS)):
        return found
    for when in dates(text):
        previous = found[-1] if found else None
        linked = previous is not None and _LINK.fullmatch(text[previous.end : when.start])
        start = when.start if labelled else _start(text, when)
        if start is None and linked and _is_calendar(when.value):
            start = when.start
        if start is None or (value := _since(when.value, since)) is None:
            continue
        if previous is not None and linked:
            found[-1] = Deadline(
                _definite((*previous.due, value)), previous.start, when.end, previous.before
            )
        else:
            before = "trước" in text[start : when.start].lower()
            found.append(Deadline((value,), start, when.end, before))
    return found or list(_whole_years(text, since))


def _whole_years(text: str, since: str) -> Iterator[Deadline]:
    """Yield years that open a clause, or that a named year of activities has.

    >>> [each.due for each in deadlines("Năm 2025: làm thí điểm; năm 2026: nhân rộng.")]
    [('2025',), ('2026',)]
    >>> [each.due for each in deadlines("chú ý đến Năm Hữu nghị Việt Nam - Lào năm 2017")]
    [('2017',)]
    """
    for pattern in (_OPENING_YEAR, _NAMED_YEAR):
        for year in pattern.finditer(text):
            if year["year"] >= since[:4]:
                yield Deadline((year["year"],), *year.span("words"))


def due(found: Iterable[Deadline]) -> tuple[str, ...]:
    """Join the times of several deadlines; "định kỳ" is left out where a time is said.

    >>> due(deadlines("Báo cáo kết quả định kỳ vào tháng 12 hằng năm; sơ kết vào quý I/2025"))
    ('yearly:12', '2025-Q1')
    """
    values = tuple(dict.fromkeys(value for deadline in found for value in deadline.due))
    return _definite(values)


def _definite(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in values if value not in _VAGUE) or values[:1]


@cache
def _cues(means: str) -> re.Pattern[str]:
    cues = sorted((row["cue"] for row in table("deadline_cues") if row["means"] == means), key=len)
    ending = r"[^,.;:()]{0,25}\Z" if means == "scope" else _FILL
    return re.compile(rf"\b(?:{'|'.join(reversed(cues))}){ending}", re.IGNORECASE)


def _start(text: str, when: When) -> int | None:
    """Where the words of the deadline begin; None if the time is none."""
    low = max(0, when.start - REACH)
    before = text[low : when.start]
    if _cues("start").search(before):
        return None
    cue = _cues("due").search(before)
    if _DAY.fullmatch(when.value):
        return low + cue.start() if cue else None
    if when.value == "continuous":
        return when.start if not before.strip(" -+*.;:") else None
    if _YEARS.fullmatch(when.value):
        return low + cue.start() if cue and when.value.isdigit() else None
    if _is_calendar(when.value):
        return low + cue.start() if cue else when.start
    if when.value != "periodic" and _cues("scope").search(before) and not before.endswith("kỳ "):
        return None
    return low + cue.start() if cue else when.start


def _is_calendar(value: str) -> bool:
    """Whether a value stands in the calendar: a day, month, quarter, year, or one of every year."""
    return value[:1].isdigit() or value.startswith(("--", "yearly:", "monthly:"))


def _since(value: str, since: str) -> str | None:
    """The value with its year; None if it was over when the document was written."""
    if value.startswith("--") and since:
        year = int(since[:4])
        return f"{year + (value[2:] < since[5 : 5 + len(value) - 2])}-{value[2:]}"
    last = value[-4:] if _YEARS.fullmatch(value) else value.split("/")[-1]
    if since and last[:1].isdigit() and "Q" not in last and last < since[: len(last)]:
        return None
    return value
