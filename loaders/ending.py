"""The end of a document: "Nơi nhận", signatures, typist's marks, in the order they reach us.

Recipients stand left, signatures right; flattened they come one after the other in either order,
on the same lines, or with the name far below its office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from phahe.loaders.heading_type import heading_type
from phahe.loaders.letterhead_line import is_rule
from phahe.loaders.letters import UPPER
from phahe.loaders.line import Line, cells, part
from phahe.loaders.office import authority, is_office, is_person, is_signed
from phahe.loaders.recipients import BULLET, is_filed
from phahe.loaders.running import PAGE_NUMBER, is_running
from phahe.loaders.signature import Block, enter, holds_office
from phahe.loaders.split import is_annex

TO_WHOM = re.compile(r"(?:N[ơo]i\s?nh[ậâaạ]n|NƠI NHẬN)\s*[:.;]?")
LOOSE = 3
"""Lines that say nothing, while a name is missing, before an end is taken as over."""
_MARK = re.compile(rf"[{UPPER}]{{1,6}}(?:[-./]\w{{1,6}}){{1,3}}\.?$")
_MIXED = re.compile(
    rf"""(?P<left>.{{2,90}}?[;.,)]?)\s+(?P<right>
    (?:T\s?/?M|K\s?/?T|T\s?/?L|TUQ)\s?[.,]\s?[{UPPER}][{UPPER} .]{{3,60}}
    | (?:PH[ÓO]\s|TRƯỞNG|GIÁM|CHỦ|BÍ\ THƯ|CHÁNH|CỤC|THỨ|BỘ)[{UPPER} ]{{2,50}})$""",
    re.VERBOSE,
)


@dataclass(slots=True)
class End:
    """The end of a document while its lines come in."""

    first: int
    """Index of its first line."""
    end: int = 0
    """Index of the line behind it."""
    items: list[list[Line]] = field(default_factory=list)
    """The bullets of "Nơi nhận"."""
    heading: Line | None = None
    listing: bool = False
    """The list of recipients is open."""
    blocks: list[Block] = field(default_factory=list)
    marks: list[Line] = field(default_factory=list)

    def closed(self) -> bool:
        """The list is over: its last item ends with a full stop, or names who keeps the file."""
        if not self.items:
            return False
        item = self.items[-1]
        return item[-1].text.rstrip(" /=").endswith(".") or is_filed(item[0].text)

    def waits(self) -> bool:
        """Something is still to come: a name, or any signature at all."""
        return not self.blocks or any(block.name is None for block in self.blocks)


def ending(rows: Sequence[Line], first: int) -> End | None:
    """The end of the document, searched from ``rows[first]``; None if it has none."""
    for at in range(first, len(rows)):
        text = rows[at].text.lstrip("| ")
        if not text or len(rows[at].text) > (160 if text == rows[at].text else 600):
            continue
        if text[0] == "N" and TO_WHOM.match(text):
            return read_end(rows, at)
        if text[:2].isupper() and _signs(rows, at):
            return read_end(rows, at)
        if text[0] in "-L+~" and len(text) < 70 and is_filed(text, strict=True):
            return read_end(rows, _list_top(rows, at), listing=True)
    last = next((at for at in range(len(rows) - 1, first, -1) if rows[at].text), None)
    return read_end(rows, last) if last is not None and is_person(rows[last].text) else None


def _list_top(rows: Sequence[Line], at: int) -> int:
    """First bullet of a list whose heading was lost."""
    top = at
    for above in range(at - 1, max(at - 25, -1), -1):
        text = rows[above].text
        if not text:
            continue
        if not (BULLET.match(text) or _MIXED.match(text)) or len(text) > 100:
            break
        top = above
    return top


def _signs(rows: Sequence[Line], at: int) -> bool:
    """Whether a signature begins here: an authority, or an office with a name below."""
    line = cells(rows[at])[-1]
    if authority(line.text) and len(line.text) < 90:
        return _name_near(rows, at, 12) or not _name_near(rows, at, -3)
    return line.text.isupper() and is_office(line.text) and _name_near(rows, at, 5)


def _name_near(rows: Sequence[Line], at: int, reach: int) -> bool:
    """Whether a name, or what stands beside one, follows within *reach* lines of text."""
    if reach < 0:
        return any(is_person(line.text) for line in rows[max(0, at + reach) : at])
    near = [line for line in rows[at + 1 : at + 40] if line.text][:reach]
    for line in near:
        if len(line.text) > 200:
            return False
        if any(is_person(cell.text) for cell in cells(line)):
            return True
        if is_signed(line.text) or TO_WHOM.match(line.text):
            return True
    return False


def read_end(rows: Sequence[Line], first: int, listing: bool = False) -> End:
    """Read the end that begins at ``rows[first]``."""
    found = End(first, first, listing=listing)
    loose, blanks = 0, 0
    for at in range(first, len(rows)):
        line = rows[at]
        if not line.text:
            blanks += 1
            continue
        if is_running(line.text) or PAGE_NUMBER.fullmatch(line.text):
            continue
        if at > first and (is_annex(line.text) or heading_type(line.text)):
            break
        if blanks and found.closed():
            found.listing = False
        if _read_line(found, line, blanks):
            loose, found.end = 0, at + 1
        elif not is_rule(line.text):
            loose += 1
            if loose > LOOSE or len(line.text) > 120 or not found.waits():
                break
        blanks = 0
    return found


def _read_line(end: End, line: Line, blanks: int) -> bool:
    """Take in one line; False if it says nothing that belongs to an end."""
    known = False
    signing: list[tuple[str, Line]] = []
    columns = _columns(line)
    for place, cell in enumerate(columns):
        beside = place > 0 and end.waits() and is_person(cell.text)
        kind = "name" if beside else _kind(cell, end, blanks)
        known = known or bool(kind)
        if kind == "heading":
            end.heading, end.listing = end.heading or cell, True
        elif kind == "item":
            end.items.append([cell])
        elif kind == "wrapped":
            end.items[-1].append(cell)
        elif kind == "mark":
            end.marks.append(cell)
        elif kind:
            signing.append((kind, cell))
    for row in [[each] for each in signing] if line.text.startswith("|") else [signing]:
        enter(end.blocks, row)
    if signing and len(columns) == 1 and end.closed():
        end.listing = False
    return known


def _columns(line: Line) -> list[Line]:
    heading = TO_WHOM.match(line.text)
    if line.text.startswith("|"):
        return cells(line)
    if heading and heading.end() < len(line.text):
        rest = part(line, heading.end(), len(line.text))
        return [part(line, 0, heading.end()), *_columns(rest)]
    found = []
    for cell in cells(line):
        mixed = None if cell.text.isupper() or len(cell.text) > 160 else _MIXED.match(cell.text)
        if mixed:
            found += [part(cell, *mixed.span("left")), part(cell, *mixed.span("right"))]
        else:
            found.append(cell)
    return found


def _kind(cell: Line, end: End, blanks: int) -> str:
    """heading, item, wrapped, authority, office, signed, more, name, mark; blank if none."""
    text = cell.text
    if len(text) > 250:
        return ""
    if TO_WHOM.match(text):
        return "heading"
    signing = _signing_kind(text, end, blanks)
    if signing:
        return signing
    bulleted = BULLET.match(text) is not None
    if end.listing and bulleted:
        return "item"
    if _MARK.match(text):
        return "mark"
    if is_person(text) and (blanks or not end.listing or not end.items or end.closed()):
        return "name"
    if not end.listing or (blanks and end.items):
        return ""
    if not end.items or (end.items[-1][-1].text.endswith(";") and not blanks):
        return "item"
    return "" if end.closed() and len(text) > 40 else "wrapped"


def _signing_kind(text: str, end: End, blanks: int) -> str:
    if is_signed(text):
        return "signed"
    if authority(text) and len(text) < 110:
        return "authority"
    if is_office(text) and (text.isupper() or not end.listing or blanks or end.closed()):
        return "office"
    if not text.isupper() or len(text) < 4 or is_person(text) or _MARK.match(text):
        return ""
    if holds_office(text):
        return "authority"
    going_on = end.blocks and end.blocks[-1].name is None and not blanks
    return "more" if going_on and len(text.split()) > 1 else ""
