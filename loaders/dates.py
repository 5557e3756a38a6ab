"""Dates, months, quarters, years and periods as documents write them.

>>> [when.value for when in dates("trước ngày 15/6 và 10/12 hàng năm")]
['yearly:06-15', 'yearly:12-10']
>>> [when.value for when in dates("sơ kết 03 năm vào quý I/2025; tổng kết giai đoạn 2020 -2025")]
['2025-Q1', '2020-2025']
>>> [when.value for when in dates("ngày 27 tháng 6 năm 2022, hoàn thành trong tháng 7/2022")]
['2022-06-27', '2022-07']
>>> [when.value for when in dates("từ ngày 06 - 15/11/2017")]
['2017-11-06/2017-11-15']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """A point or span of time and the words ``text[start:end]`` that state it.

    *value* is one of ``2022-07-11``, ``2022-07``, ``2025-Q1``, ``2021``, ``2020-2025`` (years),
    ``2017-11-06/2017-11-15`` (days), ``--08-31`` ``--08`` ``--Q1`` (no year said), ``yearly``,
    ``yearly:12``, ``yearly:06-15``, ``yearly:Q1``, ``half-yearly``, ``quarterly``, ``monthly``,
    ``monthly:25``, ``weekly``, ``continuous``, ``periodic``.
    """

    value: str
    start: int
    end: int


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_OFTEN = {
    "năm": "yearly",
    "quý": "quarterly",
    "tháng": "monthly",
    "tuần": "weekly",
}
# OCR reads 1 as l or I, 0 as O: "tháng l2 năm 201 1".
_OCR = str.maketrans("lIOo", "1100", " ")
_ATOM = re.compile(
    r"""
      ngày \s+ (?P<fd>[\dlI][\dlIO]?) \s+ tháng \s+ (?P<fm>[\dlI][\dlIO]?)
          \s+ năm \s+ (?P<fy>(?:19|20)\ ?\d\ ?\d)\b
    | (?P<blank>ngày [\s.…_]* tháng) [\s.…_]* (?P<bm>\d\d?)? [\s.…_]*
          năm \s+ (?P<by>(?:19|20)\d\d)\b
    | (?<![\d/.,]) (?<!\D-) (?P<nd>\d\d?) \s? (?P<sep>[/.-]) \s? (?P<nm>\d\d?) \s? (?P=sep) \s?
          (?P<ny>(?:19|20)\d\d)\b (?!/)
    | (?:\bgiai\ đoạn\s+|\bnhiệm\ kỳ\s+|\btừ\ năm\s+|\(|\b) (?P<p1>(?:19|20)\d\d)
          \s?(?:[-–—]|đến(?:\ năm)?)\s? (?P<p2>(?:19|20)\d\d) (?![\d/])
    | (?<![\d/.,]) (?<!\D-) (?P<dd>\d\d?) (?:\s?/\s?|\s+tháng\s+) (?P<dm>1[0-2]|0?[1-9]) (?![\d/])
          (?: (?:\s+năm\s+|\s*,\s*năm\s+) (?P<dy>(?:19|20)\d\d)\b )?
    | \btháng \s+ (?P<m>[\dlI][\dlIO]?) (?![\dlI])
          (?: \s?(?:/|-|năm)\s? (?P<my>(?:19|20)\ ?\d\ ?\d)\b )?
    | \bquý \s+ (?P<q>IV|I{1,3}|[1-4])\b (?: \s?(?:/|-|năm)\s? (?P<qy>(?:19|20)\d\d)\b )?
    | (?<=[,à]\ ) (?P<q2>IV|I{1,3}) \s?(?:/|-|năm)\s? (?P<q2y>(?:19|20)\d\d)\b
    | \bnăm \s+ (?P<y>(?:19|20)\d\d)\b (?!/)
    | \b(?:hằng|hàng|mỗi) \s+ (?P<often>năm|quý|tháng|tuần)\b
    | \b0?6 \s tháng (?:/(?:01\s)?lần|\s(?:một|01|1)\slần|/01\slần) (?P<half>)
    | \b(?P<yearly>thường\ niên)\b
    | \b(?P<continuous>thường\ xuyên|liên\ tục)\b
    | \b(?P<periodic>định\ kỳ)\b
    | (?:\bngày\s+)? (?<![\d/.,-]) (?P<d>\d\d?) (?!\s?[-.]\s?\d\d?\s?[-.]\s?\d{4})
          (?: (?=\s*(?:,|và|[-–—])\s*(?:ngày\s+)?\d\d?\s*(?:/|,|và|[-–—]|tháng))
            | (?=\s+(?:của\s+tháng|hằng\s+tháng|hàng\s+tháng)) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Where a time may begin: one letter first, so that the search leaps to it.
_BEGINS = re.compile(
    r"""[\d(nNgGtTqQiIhHmMlLđĐ](?:
      (?<=[\d(])
    | (?<=n)(?:gày|ăm\s|hiệm\s)
    | (?<=\bt)(?:háng\s|hường\s|ừ\s)
    | (?<=\b[gqhmlđ])(?:iai\s|uý\s|[ằà]ng\s|ỗi\s|iên\s|ịnh\s)
    | (?<=[,à]\ i)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LINK = re.compile(r"(?:\s*(?:,|;|và|hoặc|&)?\s*(?:trước|vào)?\s*(?:ngày)?\s*)\Z", re.IGNORECASE)
_RANGE = re.compile(
    r"\s*(?:[-–—]|đến|tới)\s*(?:hết\s+)?(?:ngày\s+|tháng\s+|hết\s+)?\Z", re.IGNORECASE
)
_OF_MONTH = re.compile(r"\s*(?:của|trong)?\s*\Z")
_CUE = re.compile(r"(?:ngày|trước|đến|từ|vào|sau|hạn|sáng|chiều|tối|[-–—,]|và)\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Atom:
    """What one match says; parts that are not said are ''."""

    start: int
    end: int
    year: str = ""
    month: str = ""
    day: str = ""
    word: str = ""

    @property
    def value(self) -> str:
        if self.word:
            return self.word
        rest = "-".join(part for part in (self.month, self.day) if part)
        if not self.year:
            return f"--{rest}"
        if self.year == "yearly":
            return f"yearly:{rest}"
        return "-".join(part for part in (self.year, rest) if part)

    @property
    def lacks_year(self) -> bool:
        return not self.year and not self.word


def dates(text: str) -> list[When]:
    """Return every time stated in *text*, in order; impossible days (31/2) are left out."""
    return [
        When(value, start, end)
        for value, start, end in _joined(text, list(_atoms(text)))
        if _is_possible(value)
    ]


def parse_date(text: str) -> str:
    """Return the first full day of *text* as an ISO date, or ''.

    >>> parse_date("Hà Nội, ngày 6 tháng l2 năm 201 1"), parse_date("18-2-2019"), parse_date("2019")
    ('2011-12-06', '2019-02-18', '')
    """
    days = (when.value for when in dates(text))
    return next((value for value in days if re.fullmatch(r"\d{4}-\d\d-\d\d", value)), "")


def _atoms(text: str) -> Iterator[_Atom]:
    for found in _stated(text):
        atom = _atom(found)
        if atom.day and not atom.year and not atom.month and not atom.word:
            yield atom
            continue
        if found["dd"] and not found["dy"]:
            follows = re.match(r"\s*(?:hằng|hàng)\s+năm", text[found.end() : found.end() + 12])
            if not follows and not _CUE.search(text[max(0, found.start() - 8) : found.start()]):
                continue
        yield atom


def _stated(text: str) -> Iterator[re.Match[str]]:
    """Every time in *text*; they do not overlap."""
    end = 0
    for begin in _BEGINS.finditer(text):
        if begin.start() >= end and (found := _ATOM.match(text, begin.start())):
            yield found
            end = found.end()


def _atom(found: re.Match[str]) -> _Atom:
    start, end = found.span()
    groups = found.groupdict()
    year = next(
        (groups[g] for g in ("fy", "by", "ny", "dy", "my", "qy", "q2y", "y") if groups[g]), ""
    )
    month = next((groups[g] for g in ("fm", "bm", "nm", "dm", "m") if groups[g]), "")
    day = next((groups[g] for g in ("fd", "nd", "dd", "d") if groups[g]), "")
    year, month, day = (part.translate(_OCR) for part in (year, month, day))
    if said := groups["q"] or groups["q2"]:
        quarter = _ROMAN.get(said.lower(), said)
        return _Atom(start, end, year, f"Q{quarter}")
    if word := _word(groups):
        first = found.start("p1") if groups["p1"] else start
        return _Atom(first, end, word=word)
    return _Atom(start, end, year, month and month.zfill(2), day and day.zfill(2))


def _word(groups: dict[str, str | None]) -> str:
    if groups["p1"]:
        return f"{groups['p1']}-{groups['p2']}"
    if groups["often"]:
        return _OFTEN[groups["often"].lower()]
    if groups["half"] is not None:
        return "half-yearly"
    return next((word for word in ("yearly", "continuous", "periodic") if groups[word]), "")


def _joined(text: str, atoms: list[_Atom]) -> Iterator[tuple[str, int, int]]:
    """Give what a list says once at its end ("15/6 và 10/12 hàng năm") to each of its members."""
    done: list[_Atom] = []
    for atom in reversed(atoms):
        after = done[-1] if done else None
        between = text[atom.end : after.start] if after else "?"
        if len(between) > 20 or after is None:
            done.append(atom)
        elif after.word in ("yearly", "monthly") and atom.lacks_year and _OF_MONTH.match(between):
            done[-1] = _recurring(atom, after)
        elif _RANGE.fullmatch(between) and (whole := _span(atom, after)):
            done[-1] = whole
        elif _LINK.fullmatch(between):
            done.append(_inherit(atom, after))
        else:
            done.append(atom)
    for atom in reversed(done):
        if not (atom.day and not atom.month and not atom.word):
            yield atom.value, atom.start, atom.end


def _recurring(atom: _Atom, after: _Atom) -> _Atom:
    """ "15/6" before "hàng năm"; "ngày 25" before "hằng tháng"."""
    if after.word == "yearly" and atom.month:
        return replace(atom, year="yearly", end=after.end)
    if after.word == "monthly" and not atom.month:
        return replace(atom, word=f"monthly:{atom.day}", end=after.end)
    return after


def _inherit(atom: _Atom, after: _Atom) -> _Atom:
    if not atom.lacks_year or after.word:
        return atom
    if atom.day and not atom.month and after.day:
        return replace(atom, month=after.month, year=after.year)
    return replace(atom, year=after.year)


def _span(atom: _Atom, after: _Atom) -> _Atom | None:
    """From one day, month or quarter to another, as one span."""
    first = _inherit(atom, after)
    if first.word or after.word or first.lacks_year or bool(first.month) != bool(after.month):
        return None
    return _Atom(atom.start, after.end, word=f"{first.value}/{after.value}")


def _is_possible(value: str) -> bool:
    for part in value.removeprefix("yearly:").split("/"):
        if found := re.fullmatch(r"(\d{4}|-)-(\d\d)(?:-(\d\d))?|(\d\d)-(\d\d)", part):
            year, month, day = found[1] or "-", found[2] or found[4], found[3] or found[5] or "01"
            try:
                date(2000 if year == "-" else int(year), int(month), int(day))
            except ValueError:
                return False
    return True
