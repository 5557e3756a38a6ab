"""What one line of a letterhead says: the state's or the Party's title, a number, a date.

Two columns often come out as one line ("UBND TỈNH KIÊN GIANG CỘNG HÒA XÃ HỘI ..."), and OCR
breaks letters ("DẢNG CỘNG SẢN", "Sóz?%/KH-SYT", "ngày f2 tháng 12 năm 2017").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from phahe.graph.names import fold
from phahe.loaders.heading_type import heading_type
from phahe.loaders.letters import LOWER, UPPER, letters
from phahe.loaders.line import GAP, Line, cells, part
from phahe.loaders.reading import Stated

# In folded text: the state's title, the Party's, the Youth Union's; and the line below the first.
_TITLE = re.compile(
    r"c ?[o0]? ?n ?g\s{0,2}h ?o ?\w?[\s.,:]{0,3}x ?a[\s.,:]{0,3}h ?[oa] ?i[\s.,:]{0,3}"
    r"c ?h ?u\s{0,2}n ?g ?h ?\w{1,2}(?:[\s.,:]{0,3}v ?i ?e ?t)?(?:\s{0,2}n ?a ?m)?"
    r"|[d]? ?a ?n ?g\s{0,2}c ?\w{1,2} ?g\s{0,2}s ?a ?n\s{0,2}v ?i ?e ?t\s{0,2}n ?a ?m"
)
_YOUTH = re.compile(r"doan (?:tncs|thanh nien cong san) ho chi minh$")
_BELOW = re.compile(
    r"d ?o ?c\s{0,2}l ?a ?p\s{0,2}[-.~_ ]{0,4}\s{0,2}t ?u\s{0,2}d ?o\s{0,2}[-.~_ ]{0,4}\s{0,2}"
    r"h ?a ?n ?h\s{0,2}p ?h ?u ?c?"
)
_RULE = re.compile(r"^[\W_oO]*$")
_NUMBER = re.compile(
    rf"""(?:(?P<kind>(?:Nghị\ quyết|Bộ\ luật|Luật|Pháp\ lệnh|Lệnh|Nghị\ định|
        Quyết\ định|NGHỊ\ QUYẾT|LUẬT|PHÁP\ LỆNH)(?:\ liên\ tịch)?)\s+)?
    (?:\bS|(?<=\s)s)[ốôóòồổỗỐÔÓ6o](?:\ hiệu\b)?\s?[:.;,]{{0,2}}\s*
    (?P<words>[^\n]{{0,28}}?[-/_]\s?(?:\d{{4}}\s?[-/]\s?)?[{UPPER}][\w&.]*(?:\s?[-/_]\s{{0,3}}(?:(?:TT|VP)\.)?[{UPPER}\d][\w&]*)*
      | \d{{1,5}}[a-z]?(?=\s*$|\s{{2,}}))""",
    re.VERBOSE,
)
_DATE = re.compile(
    r"""(?P<place>[^\d,;:/]{2,60}?)?\s*[,.;]?\s*
    n\ ?g\ ?[aà]\ ?y[\s,:'-]*(?P<day>[^\s,]{0,5}|[.…\s]*)\s*t\ ?h\ ?[aáàâắ]\ ?n\ ?g
    [\s,:'-]*(?P<month>[^\s,]{0,4}|[.…\s]*)\s*
    (?:n\ ?[aă]\ ?m\s*(?P<year>(?:\d\s?){4}|[\d.…\s]{0,8}))?\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
_AROUND_PLACE = " .,;:_-'|()[]~«»*`"
_DATE_SIGN = re.compile(r"t ?h ?[aáàâắ] ?n ?g|\d\s?[/.-]\s?\d", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"n ?g ?[aà] ?y.*?t ?h ?[aáàâắ] ?n ?g", re.I | re.DOTALL)
_SHORT_YEAR = re.compile(r"[/.-]\s?\d{4}\W*$")
_SHORT_DATE = re.compile(
    r"(?P<place>[^\d,;:/]{2,40}),\s*(?:ngày\s*)?(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})\W*$"
)
_DIGITS = str.maketrans("OoQl|I", "000111")
_AROUND = re.compile(r"\s*([-/])\s*")
_SPLIT = re.compile(r"(?<=\d) (?=\d{1,3}[-/])")
_PLACE_AND_DAY = re.compile(
    rf"(?:(?:TP|TX|TT|[Tt]hành phố|[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường)\.?\s*)?"
    rf"[{UPPER}][{LOWER}]+(?:[\s-]{{1,3}}[{UPPER}][{LOWER}]*){{0,3}}\s*,\s*ng[aà]y\s"
)
_FIRST_STAIN = re.compile(r"[-_.,:;~«»'*¢•|]{1,3}\s+(?=[^\W\d_])")
_LAST_STAIN = re.compile(r"(?<=[^\W_])(?:\s+[_.:;~«»'\"*¢•|-]{1,3})*\s+[_.:;~«»'\"*¢•|]{1,3}$")
_LEFT_STAIN = re.compile(r"(?:\s*[\"'_.:;~«»*¢•|-]+|\s[lIï!])+\s*$")
"""Between two columns: ``CỤC QUẢN LÝ DƯỢC" l . Độc lập``."""
_ABOUT = re.compile(
    r"[“\"(]?(?:V\s?/\s?v|v/v|V/V|Vv|Về việc|VỀ VIỆC|[Vv]/[vV])\b[:.]?|V\s?/\s(?=[a-zđ])"
    r"|Về\s(?=[a-zđ])|Trích yếu\s?:"
)


@lru_cache(maxsize=512)
def has_title(text: str) -> tuple[int, int] | None:
    """Where "CỘNG HÒA XÃ HỘI ..." or "ĐẢNG CỘNG SẢN VIỆT NAM" stands in *text*.

    >>> has_title("SỞ Y TẾ"), has_title("DẢNG CỘNG SẢN VIỆT NAM")
    (None, (0, 22))
    """
    folded = fold(text)
    found = _TITLE.search(folded) or _YOUTH.match(folded)
    if not found or len(text) > 160 or not text[found.start() : found.end()].isupper():
        return None
    return found.span()


@lru_cache(maxsize=512)
def has_subtitle(text: str) -> tuple[int, int] | None:
    """Where "Độc lập - Tự do - Hạnh phúc" stands in *text*."""
    found = _BELOW.search(fold(text)) if len(text) < 160 else None
    return found.span() if found else None


def is_line(text: str) -> bool:
    """Whether *text* only draws a line: ``-----``, ``o0o``."""
    return _RULE.match(text) is not None


def is_rule(text: str) -> bool:
    """Whether *text* draws a line or is dirt of a scan: ``-----``, ``*``, ``l``."""
    return is_line(text) or len(letters(text)) < 2


@lru_cache(maxsize=512)
def number_in(line: Line) -> tuple[Stated, str, Line] | None:
    """The number of a number line, the type named before it, and the cell it fills.

    >>> number, _, cell = number_in(Line(0, 45, "Số: 93 /HD-CĐGD Kiên Giang, ngày 6 tháng 1"))
    >>> number.value, cell.text
    ('93/HD-CĐGD', 'Số: 93 /HD-CĐGD')
    """
    found = _NUMBER.search(line.text) if len(line.text) < 300 else None
    if not found or (found.start() > 0 and not _column_starts(line.text, found.start())):
        return None
    written = part(line, found.start("words"), found.end("words"))
    value = _AROUND.sub(r"\1", _SPLIT.sub("", " ".join(written.text.split()))).lstrip(".…_ ")
    number = Stated(value, written.start, written.end)
    return number, (found["kind"] or "").lower(), part(line, found.start(), found.end())


def _column_starts(text: str, at: int) -> bool:
    """A number inside a line opens its right column: what stands before is a body's name."""
    return text[:at].isupper() or not any(letter.isalpha() for letter in text[:at])


@lru_cache(maxsize=512)
def date_in(line: Line) -> tuple[Stated | None, Stated | None, Line] | None:
    """Date and place of a date line, and the cell they fill; an unfilled date is None.

    >>> date, place, _ = date_in(Line(0, 47, "Kiên Giang, ngày f2 tháng 12 năm 2017"))
    >>> date.value, place.value
    ('2017-12', 'Kiên Giang')
    """
    if len(line.text) > 200 or not _DATE_SIGN.search(line.text):
        return None
    found = _DATE.search(line.text) if _DAY_AND_MONTH.search(line.text) else None
    found = found or (_SHORT_DATE.search(line.text) if _SHORT_YEAR.search(line.text) else None)
    if not found:
        return None
    raw = found["place"] or ""
    if not _can_be_place(raw):
        return None
    begin = found.start("place") if raw else found.start()
    if found["year"] is None and not raw.strip():
        return None
    value = iso_date(found["day"], found["month"], found["year"] or "")
    whole = part(line, found.start("day"), found.end())
    date = Stated(value, whole.start, whole.end) if value else None
    return date, _place(line, found), part(line, begin, found.end())


_YEAR = re.compile(r"(?:n[aă]m\s*)?(?P<year>(?:19|20)\d\s?\d)\W*$", re.IGNORECASE)


def wrapped_date(first: Line, second: Line) -> Stated | None:
    """The date of a date line whose year went to the next line.

    >>> wrapped_date(Line(0, 29, "Hà Nội, ngày 11 tháng 7 năm"), Line(30, 34, "2022")).value
    '2022-07-11'
    """
    found, year = _DATE.search(first.text), _YEAR.match(second.text)
    if not found or not year or found["year"]:
        return None
    value = iso_date(found["day"], found["month"], year["year"])
    return Stated(value, first.start + found.start("day"), second.end) if value else None


_NO_PLACE = re.compile(
    r"\b(?:của|số|việc|theo|từ|trước|đến|vào|(?<!tam\s)kỳ|ban hành|thông qua)\b", re.IGNORECASE
)


def _can_be_place(text: str) -> bool:
    bare = text.strip(_AROUND_PLACE)
    return not bare or (
        "   " not in bare and (bare[0].isupper() and len(bare) < 45 and not _NO_PLACE.search(bare))
    )


def _place(line: Line, found: re.Match[str]) -> Stated | None:
    if not found["place"]:
        return None
    words_ = part(line, found.start("place"), found.end("place"))
    bare = words_.text.strip(_AROUND_PLACE)
    if len(letters(bare)) < 2:
        return None
    at = words_.start + words_.text.find(bare)
    return Stated(" ".join(bare.split()), at, at + len(bare))


def iso_date(day: str, month: str, year: str) -> str:
    """ISO date of what is written; ``2011-12`` without a readable day, blank without a month.

    >>> iso_date("O5", "10", "2016"), iso_date("|", "12", "201 1"), iso_date("..", "", "2026")
    ('2016-10-05', '2011-12', '')
    """
    numbers = [_number(day), _number(month), _number(year.replace(" ", ""))]
    if not 1900 < numbers[2] < 2200 or not 1 <= numbers[1] <= 12:
        return ""
    stem = f"{numbers[2]}-{numbers[1]:02}"
    return f"{stem}-{numbers[0]:02}" if 1 <= numbers[0] <= 31 else stem


def _number(written: str) -> int:
    """The number, O read as 0 beside a digit; 0 where it is unreadable."""
    text = written.strip()
    if any(letter.isdigit() for letter in text):
        text = text.translate(_DIGITS)
    return int(text) if text.isdecimal() and len(text) < 5 else 0


def head_cells(line: Line) -> list[Line]:
    """The cells of a line of a letterhead: apart by blanks, by bars, or run together."""
    if len(line.text) > 300:
        return [line]
    if "|" not in line.text[1:]:
        line = _unstained(line)
        at = _dated_column(line.text)
        if at:
            beside = part(line, at, len(line.text))
            return [*head_cells(part(line, 0, at)), *split_columns(beside)]
    number, dated = number_in(line), date_in(line)
    unfilled = [cell for cell in (number and number[2], dated and dated[2]) if cell]
    if any(GAP.search(cell.text) for cell in unfilled):
        return list(split_columns(line))
    found = [piece for cell in cells(line) for piece in split_columns(cell)]
    return [each for piece in found for each in inner_body(piece)]


def _dated_column(text: str) -> int:
    """Where place and date begin beside a body's name or a subject: ``TỈNH ĐẮK LẮK Đắk Lắk, ngày``.

    >>> _dated_column("V/v hướng dẫn thi Hà Nội, ngày 30 tháng 7"), _dated_column("Hà Nội, ngày 3")
    (18, 0)
    """
    found = _PLACE_AND_DAY.search(text) if len(text) < 200 else None
    before = text[: found.start()].strip() if found else ""
    return found.start() if found and (before.isupper() or about(before)) else 0


def _unstained(line: Line) -> Line:
    """A line without what a scan put before its first word or behind its last."""
    last = _LAST_STAIN.search(line.text)
    if last:
        line = part(line, 0, last.start())
    first = _FIRST_STAIN.match(line.text)
    if not first:
        return line
    rest = part(line, first.end(), len(line.text))
    says = heading_type(rest.text) or about(rest.text) or number_in(rest) or has_title(rest.text)
    return rest if says else line


def about(text: str) -> bool:
    """Whether *text* opens the subject of a letter: ``V/v ...``, ``Về việc ...``."""
    return bool(_ABOUT.match(text))


_INNER = re.compile(
    r"""(?P<upper>(?:(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ)\ ỦY
        |(?:UBND|ỦY\ BAN\ NHÂN\ DÂN)\ (?:TỈNH|THÀNH\ PHỐ|HUYỆN|QUẬN|THỊ\ XÃ|TP\.?))
        \ [^,-]{2,25}?)\s+
    (?P<inner>(?:BAN|VĂN\ PHÒNG|SỞ|PHÒNG)\ [^,]{3,60})$""",
    re.VERBOSE,
)


def inner_body(line: Line) -> tuple[Line, ...]:
    """The two bodies of a line that names the upper one and its organ: "TỈNH ỦY A BAN DÂN VẬN".

    >>> [each.text for each in inner_body(Line(0, 32, "TỈNH ỦY LONG AN BAN DÂN VẬN"))]
    ['TỈNH ỦY LONG AN', 'BAN DÂN VẬN']
    """
    found = _INNER.match(line.text)
    if not found:
        return (line,)
    return part(line, *found.span("upper")), part(line, *found.span("inner"))


def split_columns(line: Line) -> Iterator[Line]:
    """The cells of a line that OCR ran together: names beside titles, numbers beside dates."""
    for find in (has_title, has_subtitle):
        where = find(line.text)
        if where:
            yield from (piece for piece in _around(line, *where) if piece.text)
            return
    number = number_in(line)
    dated = date_in(line)
    if number and dated and number[2].end <= dated[2].start + 60:
        cut = number[2].end - line.start
        before = part(line, 0, number[2].start - line.start)
        pieces = (before, part(line, len(before.text), cut), part(line, cut, len(line.text)))
        yield from (piece for piece in pieces if piece.text)
    elif dated and line.text[: dated[2].start - line.start].isupper():
        yield part(line, 0, dated[2].start - line.start)
        yield dated[2]
    else:
        yield line


def _around(line: Line, start: int, end: int) -> tuple[Line, ...]:
    left = _LEFT_STAIN.sub("", line.text[:start])
    return part(line, 0, len(left)), part(line, start, end), part(line, end, len(line.text))
