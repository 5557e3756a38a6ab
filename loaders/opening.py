"""How a document opens: an arrival stamp, the letterhead, the addressees; what they say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phahe.loaders.heading_type import coded_type
from phahe.loaders.issuer import bodies, opens_body
from phahe.loaders.letterhead import Letterhead, letterhead
from phahe.loaders.line import Line, stated
from phahe.loaders.named_head import named_head, number_below
from phahe.loaders.reading import Reading, Stamp, Stated
from phahe.loaders.recipients import addressees
from phahe.loaders.split import LATE, letterhead_top
from phahe.loaders.stamp import stamp
from phahe.loaders.text import Text

FIRST_PAGE = 45
"""Lines among which an arrival stamp may stand."""
_NO_LETTERS = ("chỉ thị", "công điện", "thông tư", "hợp đồng", "dự án", "đề án", "thông cáo")
"""Never headed "V/v ...": these codes are bodies' then, ``45681/CT-TTHT`` of a Cục Thuế."""
_OF_A_PLACE = re.compile(
    r"(?:BAN CHẤP HÀNH|BCH)\s+(?:TỈNH|THÀNH|TP|HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|ĐẶC)\b"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The first lines of a document, taken apart."""

    head: Letterhead
    stamp: Stamp | None
    skip: frozenset[int]
    """Indexes of the lines that belong to the stamp."""
    addressees: tuple[Stated, ...]
    text: int
    """Index of the line at which the text begins."""


def opening(rows: Sequence[Line]) -> Opening:
    """Take the first lines of a document apart; *rows* are all its lines."""
    found = stamp(rows[:FIRST_PAGE])
    skip = found[1] if found else frozenset()
    head = _head(rows, skip)
    to, text = _addressed(rows, head.end, skip)
    return Opening(head, found[0] if found else None, skip, to, text)


def opened(source: Text, rows: Sequence[Line], index: int, found: Opening) -> Reading:
    """The document that opens so, with what its first lines say and no more."""
    head = found.head
    names = bodies(head.bodies) if _is_head(head) else []
    return Reading(
        source=source,
        index=index,
        start=next((line.start for line in rows if line.text), rows[0].start),
        end=next((line.end for line in reversed(rows) if line.text), rows[-1].end),
        paragraphs=(),
        type=_own_type(head, found.addressees),
        number=head.number,
        date=head.date,
        place=head.place,
        title=stated(head.title or head.about),
        parent=stated(names[-2] if len(names) > 1 else head.above or _youth(head, names)),
        issuer=stated(names[-1]) if names else None,
        addressees=found.addressees,
        stamps=(found.stamp,) if found.stamp else (),
    )


def _is_head(head: Letterhead) -> bool:
    """Capitals alone make no letterhead: "ĐỀ CƯƠNG TUYÊN TRUYỀN ..." is a title."""
    said = head.titled or head.number or head.dated or head.type or head.about
    return bool(said) or any(opens_body(name.text) for name in head.bodies)


def _head(rows: Sequence[Line], skip: frozenset[int]) -> Letterhead:
    """The letterhead; without one the line that names the document."""
    head = letterhead(rows, 0, skip)
    if not (head.titled or (head.number and head.date)):
        named = named_head(rows)
        if named and (named.number or not (head.type or head.number or head.bodies)):
            return named
    return _complete(head, rows)


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


def _own_type(head: Letterhead, addressed: Sequence[Stated]) -> Stated | None:
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
    if head.number and addressed:
        return Stated("công văn", head.number.start, head.number.end)
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
