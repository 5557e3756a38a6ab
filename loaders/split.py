"""Where the documents of a file begin.

A file may hold several documents in any order; each opens with a letterhead. What looks like one
but is none: an arrival stamp, an annex that repeats it, a form to fill in, a running head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from phahe.loaders.heading_type import heading_type
from phahe.loaders.issuer import is_aside, opens_body
from phahe.loaders.letterhead import Letterhead, letterhead
from phahe.loaders.letterhead_line import date_in, has_subtitle, has_title, is_rule, number_in
from phahe.loaders.line import Line, cells
from phahe.loaders.office import authority, is_office, is_person
from phahe.loaders.phrases import opens, phrases
from phahe.loaders.running import PAGE_NUMBER, is_running
from phahe.loaders.stamp import stamp

TALLEST = 14
"""Lines of a letterhead above the line that gives it away."""
LATE = 80
"""Lines behind a title within which its letterhead may come: a column that was read last."""
_ANNEX_NUMBER = r"(?:$|[\s:.]*(?:số\s|SỐ\s)?[IVXLA-H\d]{1,5}\b[^;]{0,200}$|\s*[A-ZĐ(:][^;]{0,200}$)"
_ENDED = re.compile(r"N[ơơo]i nh[ậâa]n\b|\S{0,200}\./\.$")
_TO_FILL_IN = re.compile(r"\.\.|…|\(\d\)|\(\*\)|\[")
_TELLING = frozenset("PMBNTKQSs|")
"""How such lines begin that are not all in capitals."""
_QUOTED = ("“", '"', "«")


@cache
def _annex() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases('annex')}){_ANNEX_NUMBER}")


def is_annex(text: str) -> bool:
    """Whether a line heads an annex or a form.

    >>> is_annex("PHỤ LỤC II"), is_annex("Mẫu số 01: Đơn"), is_annex("Phụ lục kèm theo; nộp")
    (True, True, False)
    """
    return text[:1] in {"P", "M", "B"} and len(text) < 260 and _annex().match(text) is not None


def starts(rows: Sequence[Line]) -> list[int]:
    """Indexes of the lines at which a document begins; the first is always 0."""
    found = [0]
    current: Letterhead | None = None
    late = letterhead(rows, 0)
    late_at = late.end + LATE if late.type and not late.number else 0
    annexed = ended = False
    busy = tried = 0
    for at, line in _telling(rows):
        if at < tried:
            continue
        if is_annex(line.text):
            annexed = True
        elif _ends(line.text) or authority(line.text):
            ended = True
        if not _is_anchor(line.text, line, ended):
            continue
        top = letterhead_top(rows, at, busy)
        taken = stamp(rows[top : at + 40])
        skip = frozenset(index + top for index in taken[1]) if taken else frozenset()
        head = letterhead(rows, top, skip)
        tried = max(at + 1, head.end)
        if head.end <= at or not _opens(head, rows, top, current, annexed, ended):
            continue
        if not current and at < late_at and not head.type:
            current, busy = head, head.end
            continue
        if top > 0 and (current or _has_text(rows[:top])):
            found.append(top)
        current, annexed, ended, busy = head, False, False, head.end
    return found


def _telling(rows: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The lines that may head or end a document or an annex: most begin with a capital."""
    for at, line in enumerate(rows):
        text = line.text
        first = text[:1]
        may = first in _TELLING or text[:2].isupper() or text.endswith("./.")
        if may and first and len(text) <= 300:
            yield at, line


def _ends(text: str) -> bool:
    """Whether "Nơi nhận" or "./." ends a document here."""
    return (text[0] == "N" or text.endswith("./.")) and _ENDED.match(text) is not None


def _is_anchor(text: str, line: Line, ended: bool) -> bool:
    """Whether a letterhead may be near: a title of the state, a number, a type after an end."""
    if text[0] == "|":
        return any(has_title(cell.text) for cell in cells(line))
    if text[0] in "Ss" and text[1:2] in "ốỐôóòồổ" and number_in(line):
        return "/" in text or "-" in text
    if len(text) > 160 or not text[:2].isupper():
        return False
    if has_title(text):
        return True
    return ended and text.isupper() and heading_type(text) is not None


def _opens(
    head: Letterhead,
    rows: Sequence[Line],
    top: int,
    current: Letterhead | None,
    annexed: bool,
    ended: bool,
) -> bool:
    """Whether *head* begins a document of its own."""
    if head.enclosed or rows[top].text.startswith(_QUOTED) or _belongs_above(head):
        return False
    numbered = head.number is not None and any(letter.isdigit() for letter in head.number.value[:6])
    dated = head.date is not None
    if current and _repeats(head, current):
        return False
    if annexed:
        filled = numbered and dated and (head.titled or bool(head.bodies))
        return filled or _is_draft(head, current)
    if head.titled:
        return (
            numbered
            or dated
            or (head.type is not None and (not current or head.number is not None))
        )
    if numbered and dated:
        return bool(head.bodies)
    return ended and not head.number and bool(head.type and head.title) and _argues(rows, head.end)


def _is_draft(head: Letterhead, current: Letterhead | None) -> bool:
    """A draft behind an annex: of another named body and place; a form leaves both open."""
    if not (head.titled and head.type and head.title and head.bodies and head.place):
        return False
    if any(_TO_FILL_IN.search(line.text) for _, line in head.parts):
        return False
    named = current.bodies if current else []
    return [line.text for line in head.bodies] != [line.text for line in named]


def _belongs_above(head: Letterhead) -> bool:
    """An annex with a letterhead, and the block that certifies a consolidated text."""
    words = (line.text for _, line in head.parts)
    return any(is_annex(text) or text.startswith("XÁC THỰC") for text in words)


def _repeats(head: Letterhead, current: Letterhead) -> bool:
    """The same number once more: a running head, or a copy of the first page."""
    if not head.number or not current.number or head.number.value != current.number.value:
        return False
    return not head.date or not current.date or head.date.value == current.date.value


def _argues(rows: Sequence[Line], at: int) -> bool:
    """Whether a preamble follows the title."""
    near = (line.text for line in rows[at : at + 8] if line.text)
    return any(opens(text, "basis") for text in near)


def _has_text(rows: Sequence[Line]) -> bool:
    """Whether the lines before the first letterhead are a text of their own, not dirt."""
    written = sum(len(line.text) for line in rows if not is_running(line.text))
    return written > 400


def letterhead_top(rows: Sequence[Line], anchor: int, busy: int) -> int:
    """The first line of the letterhead around *anchor*; *busy* is the first line it may take."""
    top = anchor
    blanks = 0
    for at in range(anchor - 1, max(busy, anchor - TALLEST) - 1, -1):
        line = rows[at]
        if not line.text:
            blanks += 1
            if blanks > 3:
                break
            continue
        if not _may_stand_above(line):
            break
        blanks = 0
        if _may_open(line):
            top = at
    return top


def _may_stand_above(line: Line) -> bool:
    text = line.text
    if len(text) > 160:
        return False
    if is_running(text) or is_rule(text) or PAGE_NUMBER.fullmatch(text):
        return True
    if authority(text) or is_person(text) or (is_office(text) and not opens_body(text + " NƯỚC")):
        return False
    if text.isupper():
        return not (is_office(text) and len(text.split()) < 4)
    dated = date_in(cells(line)[-1])
    return bool(has_subtitle(text) or number_in(line) or (dated and dated[1]))


def _may_open(line: Line) -> bool:
    """Whether a letterhead may begin with *line*: most begin with a body's name."""
    text = line.text
    if is_running(text) or has_title(text) or has_subtitle(text):
        return True
    return (text.isupper() and (opens_body(text) or is_aside(text))) or bool(
        number_in(line) or date_in(line)
    )


def documents(rows: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First line and end of each document among *rows*."""
    found = starts(rows)
    for place, first in enumerate(found):
        yield first, found[place + 1] if place + 1 < len(found) else len(rows)
