"""The end of a document: recipients, who signed and for whom, typist's marks.

The recipients stand left, the signature right; flattened they come one after the other in either
order, on the same lines, or the signature's name far below its office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from phahe.loaders.letterhead_line import is_rule
from phahe.loaders.letters import UPPER
from phahe.loaders.line import Line, cells, part, stated
from phahe.loaders.office import authority, is_office, is_person, is_signed, person_at
from phahe.loaders.reading import Signature, Stated
from phahe.loaders.recipients import BULLET
from phahe.loaders.running import PAGE_NUMBER, is_running
from phahe.loaders.split import ANNEX

TO_WHOM = re.compile(r"(?:N[ơo][ij]?\s?i?\s?nh[ậâaạ]n|NƠI NHẬN)\s*[:.;]?")
_MARK = re.compile(rf"[{UPPER}]{{1,6}}(?:[-./][\w]{{1,6}}){{1,3}}\.?$")
_MIXED = re.compile(
    rf"(?P<left>.{{2,90}}?[;.,)]?)\s+(?P<right>(?:T\s?/?M|K\s?/?T|T\s?/?L|TUQ)\s?[.,][{UPPER} .]{{4,60}}|"
    rf"(?:PH[ÓO]\s|TRƯỞNG|GIÁM|CHỦ|BÍ THƯ|CHÁNH|CỤC|THỨ|BỘ)[{UPPER} ]{{2,50}})$"
)
_LOOSE = 3
"""Lines that say nothing, within an open end, before it is taken as closed."""


@dataclass(slots=True)
class Block:
    """One signature while its lines come in."""

    column: int
    authority: list[Line] = field(default_factory=list)
    office: list[Line] = field(default_factory=list)
    signed: list[Line] = field(default_factory=list)
    name: Line | None = None

    def signature(self) -> Signature:
        """The block as it stands."""
        whole = [*self.authority, *self.office, *self.signed, *([self.name] if self.name else [])]
        name = None
        if self.name:
            where = person_at(self.name.text) or (0, len(self.name.text))
            name = stated([part(self.name, *where)])
        return Signature(
            name,
            stated(self.office),
            stated(self.authority),
            min(line.start for line in whole),
            max(line.end for line in whole),
        )


@dataclass(slots=True)
class End:
    """The end of a document: its first line, the line behind it, and what stands there."""

    first: int
    end: int = 0
    items: list[list[Line]] = field(default_factory=list)
    """The bullets of "Nơi nhận"."""
    heading: Line | None = None
    blocks: list[Block] = field(default_factory=list)
    marks: list[Line] = field(default_factory=list)

    def signatures(self) -> tuple[Signature, ...]:
        """The signatures in the order written; blocks of nothing but a mark are none."""
        return tuple(
            block.signature()
            for block in self.blocks
            if block.authority or block.office or block.name
        )


def end_at(rows: Sequence[Line], first: int) -> End | None:
    """Where the end begins, searched from ``rows[first]``; None if there is none."""
    for at in range(first, len(rows)):
        text = rows[at].text
        if not text or len(text) > 160:
            continue
        if text[0] in "NT" and TO_WHOM.match(text):
            return read_end(rows, at)
        if text[:2].isupper() and _signs(rows, at):
            return read_end(rows, at)
        if text[0] in "-L+~" and _filed(text):
            top = _list_top(rows, at)
            return read_end(rows, top, listed=True)
    return _trailing(rows, first)


def _filed(text: str) -> bool:
    return re.match(r"[-+~]\s?Lưu\s?[:;]?\s?(?:VT|VP|HS|Văn|hồ sơ|[A-ZĐ]{2})", text) is not None


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
        return _name_below(rows, at, 12) or not _name_above(rows, at)
    if not (line.text.isupper() and is_office(line.text)):
        return False
    return _name_below(rows, at, 5)


def _name_below(rows: Sequence[Line], at: int, reach: int) -> bool:
    seen = 0
    for line in rows[at + 1 : at + 40]:
        if not line.text:
            continue
        seen += 1
        if seen > reach or len(line.text) > 200:
            return False
        if any(is_person(cell.text) for cell in cells(line)) or is_signed(line.text):
            return True
        if TO_WHOM.match(line.text):
            return True
    return False


def _name_above(rows: Sequence[Line], at: int) -> bool:
    return any(is_person(line.text) for line in rows[max(0, at - 3) : at])


def _trailing(rows: Sequence[Line], first: int) -> End | None:
    """A name alone at the very end."""
    last = next((at for at in range(len(rows) - 1, first, -1) if rows[at].text), None)
    if last is None or not is_person(rows[last].text):
        return None
    found = End(last, last + 1)
    found.blocks.append(Block(0, name=rows[last]))
    return found


def read_end(rows: Sequence[Line], first: int, listed: bool = False) -> End:
    """Read the end that begins at ``rows[first]``."""
    found = End(first, first)
    loose = 0
    in_list, gap = listed, False
    for at in range(first, len(rows)):
        line = rows[at]
        if not line.text:
            gap = True
            continue
        if is_running(line.text) or PAGE_NUMBER.fullmatch(line.text):
            continue
        if ANNEX.match(line.text) and at > first:
            break
        known = False
        for cell in _columns(line):
            kind = _kind(cell, found, in_list, gap)
            in_list = in_list or kind == "heading"
            known = _enter(found, kind, cell) or known
        if known:
            loose, found.end = 0, at + 1
        elif not is_rule(line.text):
            loose += 1
            if loose > _LOOSE or len(line.text) > 120 or not _open(found):
                break
        gap = False
    _share(found)
    return found


def _columns(line: Line) -> list[Line]:
    heading = TO_WHOM.match(line.text)
    if heading:
        return (
            [part(line, 0, heading.end()), *_columns(part(line, heading.end(), len(line.text)))]
            if (heading.end() < len(line.text))
            else [line]
        )
    found = []
    for cell in cells(line):
        mixed = (
            _MIXED.match(cell.text) if not cell.text.isupper() and len(cell.text) < 160 else None
        )
        if mixed:
            found += [part(cell, *mixed.span("left")), part(cell, *mixed.span("right"))]
        else:
            found.append(cell)
    return found


def _open(end: End) -> bool:
    """Whether something is still to come: a name, or any signature at all."""
    return not end.blocks or any(block.name is None for block in end.blocks)


def _kind(cell: Line, end: End, in_list: bool, gap: bool) -> str:
    text = cell.text
    if TO_WHOM.match(text):
        return "heading"
    if is_signed(text):
        return "signed"
    if authority(text) and len(text) < 110:
        return "authority"
    if is_office(text) and (
        text.isupper() or not in_list or gap or _MARK.match(text) is None and not end.items
    ):
        return "office"
    if in_list and BULLET.match(text) and len(text) < 250:
        return "item"
    if text.isupper() and end.blocks and end.blocks[-1].name is None and not is_person(text):
        if len(text) > 3 and not _MARK.match(text) and len(text.split()) > 1:
            return "more"
    if _MARK.match(text):
        return "mark"
    if is_person(text) and (gap or not in_list or not end.items or _closed(end)):
        return "name"
    if in_list and not gap and len(text) < 250 and (not end.items or not _closed(end)):
        return "item" if not end.items or end.items[-1][-1].text.endswith(";") else "wrapped"
    if in_list and gap and not end.items and len(text) < 160:
        return "item"
    return ""


def _closed(end: End) -> bool:
    """Whether the list of recipients is over: its last item ends with a full stop, or is filed."""
    return bool(end.items) and end.items[-1][-1].text.rstrip(" /=").endswith(".")


def _enter(end: End, kind: str, cell: Line) -> bool:
    if kind == "heading":
        end.heading = end.heading or cell
    elif kind == "item":
        end.items.append([cell])
    elif kind == "wrapped":
        end.items[-1].append(cell)
    elif kind == "mark":
        end.marks.append(cell)
    elif kind in ("authority", "office", "signed", "more"):
        _enter_office(end, kind, cell)
    elif kind == "name":
        _enter_name(end, cell)
    return bool(kind)


def _enter_office(end: End, kind: str, cell: Line) -> None:
    block = end.blocks[-1] if end.blocks else None
    full = block is None or block.name is not None
    if block and not full and kind == "authority" and block.office and not _deputy(block, cell):
        full = True
    if full:
        if kind in ("signed", "more"):
            return
        block = Block(cell.start)
        end.blocks.append(block)
    if block is None:
        return
    if kind == "authority" or (kind == "more" and not block.office):
        block.authority.append(cell)
    elif kind == "signed":
        block.signed.append(cell)
    else:
        block.office.append(cell)


def _deputy(block: Block, cell: Line) -> bool:
    """``TM. ỦY BAN NHÂN DÂN``, ``KT. CHỦ TỊCH``: one chain, unless an office came between."""
    return not block.office and authority(cell.text) in ("KT", "TL", "TUQ", "Q")


def _enter_name(end: End, cell: Line) -> None:
    waiting = [block for block in end.blocks if block.name is None]
    if waiting:
        waiting[0].name = cell
    elif not end.blocks or end.items:
        end.blocks.append(Block(cell.start, name=cell))


def _share(end: End) -> None:
    """Drop what stands without any name beside a block that has one."""
    named = [block for block in end.blocks if block.name]
    if named:
        end.blocks = [block for block in end.blocks if block.name or block.authority]
