"""A file's text to its documents, each taken apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from phahe.loaders.ending import End, ending
from phahe.loaders.heading_type import coded_type
from phahe.loaders.issuer import bodies
from phahe.loaders.letterhead import Letterhead, letterhead
from phahe.loaders.letterhead_line import iso_date
from phahe.loaders.line import Line, laid_out, lines, paragraph, part, stated
from phahe.loaders.named_head import named_head, number_below
from phahe.loaders.parts import parts
from phahe.loaders.reading import Paragraph, Reading, Recipient, Stated
from phahe.loaders.recipients import addressees, recipient_items
from phahe.loaders.signature import signatures
from phahe.loaders.split import LATE, documents, is_annex, letterhead_top
from phahe.loaders.stamp import stamp
from phahe.loaders.text import Text

FIRST_PAGE = 45
"""Lines among which an arrival stamp may stand."""
_NO_LETTERS = ("chỉ thị", "công điện", "thông tư", "hợp đồng", "dự án", "đề án", "thông cáo")
"""Never headed "V/v ...": these codes are bodies' then, ``45681/CT-TTHT`` of a Cục Thuế."""
_OF_A_PLACE = re.compile(
    r"(?:BAN CHẤP HÀNH|BCH)\s+(?:TỈNH|THÀNH|TP|HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|ĐẶC)\b"
)
_ADOPTED = re.compile(
    r"thông\s+qua\s[^.;]{0,60}?(?P<date>ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4}))"
)


def readings(source: Text) -> list[Reading]:
    """Take every document of *source* apart, in the order they stand there."""
    rows = lines(laid_out(source.text))
    return [
        reading(source, rows[first:end], index)
        for index, (first, end) in enumerate(documents(rows))
    ]


def reading(source: Text, rows: Sequence[Line], index: int) -> Reading:
    """Take one document apart; *rows* are its lines."""
    found = stamp(rows[:FIRST_PAGE])
    skip = found[1] if found else frozenset()
    head = _head(rows, skip)
    to, at = _addressed(rows, head.end, skip)
    end = ending(rows, at)
    body = [
        line
        for place, line in enumerate(rows)
        if at <= place < (end.first if end else len(rows)) and place not in skip
    ]
    annex = list(rows[end.end :]) if end else []
    over = letterhead(annex, 0)
    copies = _copies(end)
    whole = (
        *_head_parts(head),
        *_stated_parts("stamp", [Stated("", found[0].start, found[0].end)] if found else [], rows),
        *_stated_parts("addressee", to, rows),
        *parts(body, source.text),
        *_end_parts(end, copies, rows),
        *_head_parts(over, annexed=True),
        *parts(annex[over.end :], source.text, annex=True),
    )
    made = Reading(
        source=source,
        index=index,
        start=next((line.start for line in rows if line.text), rows[0].start),
        end=next((line.end for line in reversed(rows) if line.text), rows[-1].end),
        paragraphs=tuple(sorted(whole, key=lambda each: each.start)),
        addressees=to,
        recipients=copies,
        signatures=signatures(end.blocks) if end else (),
        stamps=(found[0],) if found else (),
        marks=tuple(filter(None, (stated([mark]) for mark in end.marks))) if end else (),
    )
    return _headed(made, head)


def _head(rows: Sequence[Line], skip: frozenset[int]) -> Letterhead:
    """The letterhead; without one the line that names the document."""
    head = letterhead(rows, 0, skip)
    if not (head.titled or (head.number and head.date)):
        named = named_head(rows)
        if named and (named.number or not (head.type or head.number or head.bodies)):
            return named
    return _complete(head, rows)


def _headed(made: Reading, head: Letterhead) -> Reading:
    """Add what the letterhead says."""
    names = bodies(head.bodies)
    return replace(
        made,
        type=_own_type(head, made),
        number=head.number,
        date=head.date or (None if head.dated else _adopted(made)),
        place=head.place,
        title=stated(head.title or head.about),
        parent=stated(names[-2] if len(names) > 1 else head.above or _youth(head, names)),
        issuer=stated(names[-1]) if names else None,
    )


def _youth(head: Letterhead, names: Sequence[Sequence[Line]]) -> list[Line]:
    """The Youth Union above its committee: "BAN CHẤP HÀNH TỈNH X" alone names no whole body."""
    first = names[-1][0].text if names else ""
    return head.youth if _OF_A_PLACE.match(first) else []


def _complete(head: Letterhead, rows: Sequence[Line]) -> Letterhead:
    """Take the number from a letterhead that was read after the first page's text."""
    if not head.type or head.number:
        return head
    _certify(head, rows)
    if not head.number:
        number_below(head, rows)
    if head.number:
        return head
    for at in range(head.end, min(head.end + LATE, len(rows))):
        if rows[at].text.isupper() and len(rows[at].text) < 100:
            later = letterhead(rows, at)
            if later.number and later.titled and not later.type:
                head.number, head.date, head.dated = later.number, later.date, later.dated
                head.place, head.bodies = later.place, head.bodies or later.bodies
                break
    return head


def _certify(head: Letterhead, rows: Sequence[Line]) -> None:
    """Take a consolidated text's number from the block that certifies it, at its end."""
    for at in range(len(rows) - 1, head.end, -1):
        if rows[at].text.startswith("XÁC THỰC VĂN BẢN"):
            block = letterhead(rows, letterhead_top(rows, at, head.end))
            head.number, head.date, head.dated = block.number, block.date, block.dated
            head.place, head.bodies = block.place, block.bodies or head.bodies
            return


def _own_type(head: Letterhead, made: Reading) -> Stated | None:
    """The heading's type; else the number's code; else it is a letter.

    A consolidated text is headed by the type it consolidates: only its number tells.
    """
    coded = coded_type(head.number.value) if head.number else None
    if head.about and not head.type and coded in _NO_LETTERS:
        coded = None
    if head.number and coded and (not head.type or coded == "văn bản hợp nhất"):
        return Stated(coded, head.number.start, head.number.end)
    if head.type:
        return head.type
    sign = head.about[0] if head.about else None
    if sign:
        return Stated("công văn", sign.start, sign.start + 3)
    if head.number and made.addressees:
        return Stated("công văn", head.number.start, head.number.end)
    return None


def _adopted(made: Reading) -> Stated | None:
    """The date of adoption, where a law or resolution has no date line."""
    for each in reversed(made.paragraphs):
        if each.kind == "closing":
            found = _ADOPTED.search(each.text)
            if found:
                value = iso_date(found["day"], found["month"], found["year"])
                start, end = (
                    each.source(found.start("date")),
                    each.source(found.end("date") - 1) + 1,
                )
                return Stated(value, start, end) if value else None
    return None


def _addressed(
    rows: Sequence[Line], first: int, skip: frozenset[int]
) -> tuple[tuple[Stated, ...], int]:
    """The addressees right behind the head, and the line where the text begins."""
    for at in range(first, min(first + 4 + 2 * len(skip), len(rows))):
        if at in skip:
            continue
        if rows[at].text:
            return addressees(rows, at)
    return (), first


def _copies(end: End | None) -> tuple[Recipient, ...]:
    items = end.items if end else []
    return tuple(copy for item in items for copy in recipient_items(item))


def _head_parts(head: Letterhead, annexed: bool = False) -> Iterator[Paragraph]:
    """One paragraph for each cell of the letterhead; a title's lines are one."""
    own = () if annexed else ("number", "date", "type")
    title = []
    for kind, cell in head.parts:
        if kind == "title" or (annexed and (kind == "type" or is_annex(cell.text))):
            title.append(cell)
            continue
        if kind == "rule":
            continue
        yield paragraph(kind if kind in (*own, "annex") else "header", [cell])
    if title:
        yield paragraph("annex" if annexed else "title", title)


def _stated_parts(kind: str, found: Iterable[Stated], rows: Sequence[Line]) -> Iterator[Paragraph]:
    """One paragraph for each of the words *found*, line by line."""
    begins = [line.start for line in rows]
    for each in found:
        first = max(0, bisect_right(begins, each.start) - 1)
        last = bisect_left(begins, each.end)
        inside = (_within(line, each) for line in rows[first:last] if line.text)
        pieces = [piece for piece in inside if piece.text]
        if pieces:
            yield paragraph(kind, pieces)


def _within(line: Line, words: Stated) -> Line:
    """The piece of *line* that belongs to *words*."""
    return part(line, max(0, words.start - line.start), max(0, words.end - line.start))


def _end_parts(
    end: End | None, copies: Iterable[Recipient], rows: Sequence[Line]
) -> Iterator[Paragraph]:
    if end is None:
        return
    near = rows[end.first : end.end]
    if end.heading:
        yield paragraph("header", [end.heading])
    yield from _stated_parts("recipient", [copy.words for copy in copies], near)
    for block in end.blocks:
        for line in block.lines():
            yield paragraph("signature", [line])
    for mark in end.marks:
        yield paragraph("mark", [mark])
