"""The head of a document: bodies, number, date, place, type, title, in whatever order they come.

Two printed columns reach us one after the other, line by line, or run together; so every cell is
asked what it is, and its place matters little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from phahe.loaders.heading_type import heading_type
from phahe.loaders.issuer import is_aside, is_open, opens_body
from phahe.loaders.letterhead_line import (
    about,
    date_in,
    has_subtitle,
    has_title,
    head_cells,
    is_rule,
    number_in,
    wrapped_date,
)
from phahe.loaders.letters import letters
from phahe.loaders.line import Line, part
from phahe.loaders.office import authority, is_office
from phahe.loaders.reading import Stated
from phahe.loaders.running import PAGE_NUMBER, is_running
from phahe.loaders.section import DIGIT, label_of
from phahe.loaders.title import ENCLOSED, title_lines

LONGEST = 60
"""Lines a head may take."""
AHEAD = 8
"""Lines looked at behind one that says nothing, for more of the head."""
_TO = re.compile(
    r"(?:Kính|KÍNH|Kinh|Đồng kính)\s+(?:gửi|gởi|GỬI|gừi|gứi|gữi)\s*[:;]?|Gửi\s*:"
    r"|K ?[iíìỉ] ?n ?h\s{0,2}g ?\w{1,3} ?i?\s?[:;]"
)
_CUT_NAMES = frozenset(("BỘ", "SỞ", "BAN", "HỘI", "ỦY", "UỶ"))
"""Short words that stand alone where a narrow column breaks a name: "BỘ / CHÍNH TRỊ"."""
_CUT = re.compile(r"Số\s?:?\s?\d{1,5}\s?[-/]")
_SYMBOL = re.compile(r"[A-ZĐƯ]\w{0,5}(?:\s?[-/]\s?[A-ZĐ][\w&]*)*")
_SAYS = re.compile(r"[^\n]{3,90}\bđiện\s*:?$")


@dataclass(slots=True)
class Letterhead:
    """What the head says; filled line by line, so it is not frozen."""

    end: int = 0
    """Index of the first line behind it."""
    bodies: list[Line] = field(default_factory=list)
    above: list[Line] = field(default_factory=list)
    """The Youth Union's title where it is the upper body: "ĐOÀN TNCS ... / BAN CHẤP HÀNH TỈNH"."""
    youth: list[Line] = field(default_factory=list)
    """The Youth Union's title in the right column: "BAN CHẤP HÀNH TỈNH ..." is its committee."""
    titled: bool = False
    """The title of the state, the Party or the Youth Union stands there."""
    number: Stated | None = None
    date: Stated | None = None
    dated: bool = False
    """There is a date line, filled or not."""
    place: Stated | None = None
    type: Stated | None = None
    title: list[Line] = field(default_factory=list)
    about: list[Line] = field(default_factory=list)
    """Lines of "V/v ..."."""
    enclosed: list[Line] = field(default_factory=list)
    """The note "(Ban hành kèm theo ...)"."""
    parts: list[tuple[str, Line]] = field(default_factory=list)
    """Kind and words of every cell, in order."""

    def knows(self, kind: str) -> bool:
        """Whether a cell of *kind* was already seen."""
        return any(kind == known for known, _ in self.parts)


def letterhead(rows: Sequence[Line], first: int, skip: frozenset[int] = frozenset()) -> Letterhead:
    """Read the head that begins at ``rows[first]``; lines in *skip* belong to a stamp."""
    head = Letterhead(end=first)
    open_about = False
    for at in range(first, min(len(rows), first + LONGEST)):
        line = _whole(rows, at)
        if not line.text:
            open_about = False
            continue
        if line.end > rows[at].end:
            skip |= {at + 1}
        if at in skip or is_running(line.text) or _is_page(line.text, head):
            continue
        if head.number and line.text.startswith("Căn cứ "):
            break
        kinds = [(kind_of(cell, head, open_about), cell) for cell in head_cells(line)]
        if not kinds:
            continue
        if kinds[0][0] in ("to", "body") and not _more_ahead(rows, at, head, skip):
            break
        for kind, cell in kinds:
            if kind == "type":
                _enter_type(head, cell, rows, at)
                return head
            _enter(head, kind, cell)
        beside = open_about and all(kind in ("date", "titled", "rule") for kind, _ in kinds)
        open_about = beside or any(kind == "about" for kind, _ in kinds)
        head.end = at + 1
    return head


def _whole(rows: Sequence[Line], at: int) -> Line:
    """The line at a place; with the next one where a narrow column cut it: "Số: 16 -", "ĐẢNG"."""
    line = rows[at]
    after = rows[at + 1] if at + 1 < len(rows) and len(line.text) < 20 else None
    if not after or after.start - line.end > 2:
        return line
    number = _CUT.fullmatch(line.text) and _SYMBOL.fullmatch(after.text)
    if not number and (line.text, after.text) != ("ĐẢNG", "CỘNG SẢN VIỆT NAM"):
        return line
    between = " " * (after.start - line.end)
    return Line(line.start, after.end, f"{line.text}{between}{after.text}")


def _is_page(text: str, head: Letterhead) -> bool:
    """Whether a number alone is a page's; it may be the year of a wrapped date."""
    waiting = head.dated and not head.date
    return PAGE_NUMBER.fullmatch(text) is not None and not waiting


def _is_quoted(about: list[Line]) -> bool:
    """Whether the subject stands in quotes and they are closed: “V/v tổ chức hội nghị.”"""
    return bool(about) and about[0].text[0] in '“"' and about[-1].text.rstrip(". ")[-1] in '”"'


def kind_of(cell: Line, head: Letterhead, open_about: bool = False) -> str:
    """What *cell* is: titled, number, date, type, about, body-name, to, rule, aside or body."""
    text = cell.text
    if len(text) > 300:
        return "body"
    if _TO.match(text):
        return "to"
    if has_title(text) and not (_goes_on_open(head) and not text.startswith(("C", "Đ", "D"))):
        return "titled"
    if has_subtitle(text) or (head.titled and letters(text) in ("nam", "vietnam")):
        return "titled"
    if head.dated and not head.date and head.parts and wrapped_date(head.parts[-1][1], cell):
        return "year"
    if is_rule(text):
        return "rule"
    if ENCLOSED.match(text):
        return "annex"
    if about(text) and (head.parts or text.lstrip('“"(')[1] in "/vV"):
        return "about"
    headed = heading_type(text) is not None
    if number_in(cell) and not (headed and head.number):
        return "number"
    dated = date_in(cell)
    if dated and not (open_about and dated[1] is None):
        return "date"
    if text.isupper() and is_aside(text):
        return "aside"
    if headed and (head.titled or head.number or head.dated or not head.bodies):
        return "type"
    speaks = head.number is not None and text.isupper() and is_office(text)
    if open_about and not speaks and not _is_quoted(head.about):
        return "about"
    if authority(text) or (head.number and head.dated and is_office(text)):
        return "body"
    if (
        text.isupper()
        and (len(letters(text)) > 3 or text in _CUT_NAMES)
        and len(text) < 120
        and not head.about
    ):
        label = label_of(text)
        return "body" if label and label.rank <= DIGIT else "name"
    return "body"


def _goes_on_open(head: Letterhead) -> bool:
    return bool(head.bodies) and letters(head.bodies[-1].text) in ("banchaphanh", "bch")


def _more_ahead(rows: Sequence[Line], at: int, head: Letterhead, skip: frozenset[int]) -> bool:
    """Whether a part of the head that is still missing follows within a few lines."""
    if _TO.match(rows[at].text) or len(rows[at].text) > 140:
        return False
    seen = 0
    for later in range(at + 1, len(rows)):
        line = rows[later]
        if not line.text or later in skip or is_running(line.text):
            continue
        seen += 1
        if seen > AHEAD or len(line.text) > 200:
            return False
        kinds = _kinds(line)
        if "titled" in kinds and not head.titled:
            return True
        if "number" in kinds and not head.number and (head.titled or head.bodies):
            return True
        if "date" in kinds and not head.dated and (head.titled or head.number):
            return True
        if "type" in kinds and head.titled and not head.about:
            return True
    return False


@lru_cache(maxsize=512)
def _kinds(line: Line) -> frozenset[str]:
    """What the cells of a line are by themselves."""
    return frozenset(kind_of(cell, Letterhead()) for cell in head_cells(line))


def _enter(head: Letterhead, kind: str, cell: Line) -> None:
    if kind == "titled":
        head.titled = True
        if letters(cell.text).startswith("doant"):
            head.youth = [cell]
    elif kind == "number":
        _enter_number(head, cell)
    elif kind == "date":
        _enter_date(head, cell)
    elif kind == "year":
        head.date = wrapped_date(head.parts[-1][1], cell)
        kind = "date"
    elif kind == "about":
        head.about.append(cell)
    elif kind == "name":
        _enter_name(head, cell)
    elif kind == "annex":
        head.enclosed.append(cell)
    head.parts.append(
        ({"about": "title", "name": "header", "titled": "header"}.get(kind, kind), cell)
    )


def _enter_number(head: Letterhead, cell: Line) -> None:
    found = number_in(cell)
    if found and head.number is None:
        head.number = found[0]
        if found[1]:
            at = cell.start + cell.text.lower().find(found[1])
            head.type = Stated(found[1], at, at + len(found[1]))


def _enter_date(head: Letterhead, cell: Line) -> None:
    found = date_in(cell)
    if found and not head.dated:
        head.dated = True
        head.date, head.place = found[0], found[1]


def _enter_name(head: Letterhead, cell: Line) -> None:
    bare = cell.text.strip("_-–.…*'\"|[]()~= ")
    at = cell.text.find(bare)
    name = part(cell, at, at + len(bare))
    above = head.parts[-1][1] if head.parts else cell
    if not head.bodies and letters(above.text).startswith("doan") and is_open(name.text):
        head.above = [above]
    head.bodies.append(name)


def _enter_type(head: Letterhead, cell: Line, rows: Sequence[Line], at: int) -> None:
    """The type closes the head: its title follows."""
    found = heading_type(cell.text)
    if not found:
        return
    name, end = found
    head.type = Stated(name, cell.start, cell.start + len(cell.text[:end].rstrip()))
    head.parts.append(("type", part(cell, 0, end)))
    rest: Line | None = part(cell, end, len(cell.text))
    if rest and rest.text.startswith(("CỦA ", "của ")):
        head.parts.append(("type", rest))
        rest = None
    issuer = head.bodies[-1].text if head.bodies else ""
    read = title_lines(rows, at + 1, rest, issuer)
    head.title, head.enclosed, head.end = list(read.lines), list(read.enclosed), read.end
    head.parts.extend(("title", line) for line in read.lines)
    head.parts.extend(("annex", line) for line in read.enclosed)


def is_body_name(text: str) -> bool:
    """Whether a line of capitals may belong to a letterhead.

    >>> is_body_name("UBND TỈNH LONG AN"), is_body_name("TM. ỦY BAN"), is_body_name("Sở Y tế")
    (True, False, False)
    """
    if not text.isupper() or len(text) > 120:
        return False
    return opens_body(text) or is_aside(text)
