"""Who signed, in which office, and for whom.

TM. ỦY BAN NHÂN DÂN     →  authority: on behalf of the committee
KT. CHỦ TỊCH               (goes on: for its chairman)
PHÓ CHỦ TỊCH            →  office
(đã ký)
Trần Văn An             →  name
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from phahe.loaders.letters import words
from phahe.loaders.line import Line, part, stated
from phahe.loaders.office import authority, is_office, person_at
from phahe.loaders.reading import Signature


@dataclass(slots=True)
class Block:
    """One signature while its lines come in."""

    authority: list[Line] = field(default_factory=list)
    office: list[Line] = field(default_factory=list)
    signed: list[Line] = field(default_factory=list)
    name: Line | None = None

    def lines(self) -> list[Line]:
        """All its lines."""
        return [*self.authority, *self.office, *self.signed, *([self.name] if self.name else [])]

    def signature(self) -> Signature:
        """The block as it stands."""
        whole = self.lines()
        name = None
        if self.name:
            name = stated([part(self.name, *(person_at(self.name.text) or (0, None)))])
        return Signature(
            name,
            stated(self.office),
            stated(self.authority),
            min(line.start for line in whole),
            max(line.end for line in whole),
        )

    def takes(self, kind: str, cell: Line) -> bool:
        """Whether a further line of *kind* is still of this signature."""
        if self.name is not None:
            return False
        if kind != "authority" or not (self.authority or self.office):
            return True
        return not self.office and authority(cell.text) in ("KT", "TL", "TUQ", "Q")

    def add(self, kind: str, cell: Line) -> None:
        """Take in a line: authority, office, signed, more (capitals that go on) or name.

        A deputy below the office itself signs for it, though "KT." is lost.
        """
        if kind == "name":
            self.name = cell
        elif kind == "signed":
            self.signed.append(cell)
        elif kind == "authority":
            self.authority.append(cell)
        elif kind == "office" or self.office or words(cell.text).startswith("pho "):
            if [f"pho {words(line.text)}" for line in self.office] == [words(cell.text)]:
                self.authority, self.office = [*self.authority, *self.office], []
            self.office.append(cell)
        else:
            self.authority.append(cell)


def enter(blocks: list[Block], row: Sequence[tuple[str, Line]]) -> None:
    """Add the cells of one line; several cells are several signers side by side."""
    if len(row) > 1:
        front = blocks[-len(row) :]
        if len(front) < len(row) or not all(
            block.takes(kind, cell) for block, (kind, cell) in zip(front, row, strict=True)
        ):
            front = [Block() for _ in row]
            blocks.extend(front)
        for block, (kind, cell) in zip(front, row, strict=True):
            block.add(kind, cell)
        return
    for kind, cell in row:
        _enter_one(blocks, kind, cell)


def _enter_one(blocks: list[Block], kind: str, cell: Line) -> None:
    if kind == "name":
        waiting = next((block for block in blocks if block.name is None), None)
        if waiting is None:
            waiting = Block()
            blocks.append(waiting)
        waiting.add(kind, cell)
        return
    if not blocks or not blocks[-1].takes(kind, cell):
        if kind in ("signed", "more"):
            return
        blocks.append(Block())
    blocks[-1].add(kind, cell)


def signatures(blocks: Sequence[Block]) -> tuple[Signature, ...]:
    """The signatures in the order written; what has neither authority, office nor name is none."""
    named = any(block.name for block in blocks)
    return tuple(
        block.signature()
        for block in blocks
        if block.name or block.authority or (block.office and not named)
    )


def holds_office(text: str) -> bool:
    """Whether capitals read by OCR end in an office: ``VY GIÁM ĐÓC``.

    >>> holds_office("VY GIÁM ĐÓC"), holds_office("BAN GIÁM HIỆU")
    (True, False)
    """
    tokens = text.split()
    return (
        text.isupper()
        and len(tokens) < 6
        and any(is_office(" ".join(tokens[place:])) for place in range(min(2, len(tokens))))
    )
