"""Times of duties and days of documents as people write them.

>>> due_words("2025-Q1", "vi"), due_words("yearly:06-15", "en"), due_words("2022-07", "vi")
('quý I/2025', '15 June every year', 'tháng 7/2022')
"""

from __future__ import annotations

import re

from phahe.viz.dossier import value_word, word

QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DUE = re.compile(
    r"(?P<yearly>yearly:|--)?(?:(?P<year>\d{4})-?)?(?:Q(?P<quarter>[1-4])|(?P<month>\d\d))?"
    r"(?:-(?P<day>\d\d))?"
)


def due_words(due: str, language: str) -> str:
    """Return when something is due; what has no form here stays as it is.

    >>> due_words("continuous", "vi"), due_words("2020-2025", "en"), due_words("monthly:25", "vi")
    ('thường xuyên', '2020–2025', 'ngày 25 hằng tháng')
    """
    if re.fullmatch(r"\d{4}-\d{4}", due):
        return due.replace("-", "–")
    if "/" in due:
        return " – ".join(due_words(each, language) for each in due.split("/"))
    if due.startswith("monthly:"):
        return word("due.each_month", language, day=due.partition(":")[2])
    found = DUE.fullmatch(due)
    if not found or not due:
        return value_word(due, language)
    said = _calendar(found, language)
    return word("due.every_year", language, time=said) if found["yearly"] == "yearly:" else said


def day_words(iso: str, language: str) -> str:
    """Return an ISO day, month or year.

    >>> day_words("2022-06-21", "vi"), day_words("2022-06-21", "en"), day_words("2022", "vi")
    ('21/6/2022', '21 June 2022', '2022')
    """
    found = DUE.fullmatch(iso)
    return _calendar(found, language) if found else iso


def days_inside(text: str, language: str) -> str:
    """Return *text* with its ISO days as people write them.

    >>> days_inside("Bản ghi nhớ 2019-03-15", "vi"), days_inside("Thỏa thuận 2014-2016", "vi")
    ('Bản ghi nhớ 15/3/2019', 'Thỏa thuận 2014–2016')
    """
    text = re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda found: day_words(found[0], language), text)
    return re.sub(r"\b(\d{4})-(\d{4})\b", r"\1–\2", text)


def _calendar(found: re.Match[str], language: str) -> str:
    year, quarter, month, day = found["year"] or "", found["quarter"], found["month"], found["day"]
    if quarter:
        name = QUARTERS[quarter] if language == "vi" else quarter
        return word("due.quarter", language, quarter=name) + _of_year(year, language)
    if not month:
        return year
    if not 1 <= int(month) <= 12:
        return found[0]
    if language != "vi":
        return " ".join(each for each in (_bare(day), MONTHS[int(month) - 1], year) if each)
    if day:
        return "/".join(each for each in (_bare(day), _bare(month), year) if each)
    return f"tháng {int(month)}" + _of_year(year, language)


def _of_year(year: str, language: str) -> str:
    return (f"/{year}" if language == "vi" else f" {year}") if year else ""


def _bare(number: str | None) -> str:
    return str(int(number)) if number else ""
