"""One document of a file, taken apart; what every reading rule works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from phahe.loaders.text import Text


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the words of `Text.text` that state it."""

    value: str
    start: int
    end: int


class Paragraph(NamedTuple):
    """A paragraph in reading order, also where a page break or a footnote interrupts it.

    *text* has the same length as the source words it stands for, piece by piece, so that a rule can
    match in *text* and quote from the source with `spans`.
    """

    kind: str
    """header, number, date, type, title, addressee, preamble, heading, body, row (of a table, one
    piece a cell), closing, annex (its heading), footnote, recipient, signature, stamp, mark
    (typist's)."""
    text: str
    """Plain text (see `phahe.loaders.text.plain`); pieces are joined by one blank."""
    pieces: tuple[tuple[int, int, int], ...]
    """(offset in *text*, offset in the source, length)."""
    label: str = ""
    """Its number or bullet as written: ``I``, ``2.3``, ``a``, ``-``, ``+``; a footnote's number."""
    section: str = ""
    """Where it stands: ``II.2.3``; blank before the first section."""

    @property
    def start(self) -> int:
        """Offset of its first character in the source."""
        return self.pieces[0][1]

    @property
    def end(self) -> int:
        """Offset behind its last character in the source."""
        return self.pieces[-1][1] + self.pieces[-1][2]

    def source(self, offset: int) -> int:
        """Offset in the source of the character at *offset* of `text`."""
        for begin, origin, length in reversed(self.pieces):
            if offset >= begin:
                return origin + min(offset - begin, length)
        return self.start

    def spans(self, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
        """The source spans of ``text[start:end]``, one for each piece touched."""
        stop = len(self.text) if end is None else end
        found = []
        for begin, origin, length in self.pieces:
            low, high = max(start, begin), min(stop, begin + length)
            if low < high:
                found.append((origin + low - begin, origin + high - begin))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One item of "Nơi nhận"."""

    words: Stated
    purpose: str
    """distribution, report (b/c), file (Lưu), as-above (Như trên, Như Điều 3)."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature block; what is missing is None."""

    name: Stated | None
    position: Stated | None
    authority: Stated | None
    """The words that say for whom: ``T/M BAN THƯỜNG VỤ``, ``KT. GIÁM ĐỐC``."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """The arrival stamp of the office that received the document."""

    receiver: Stated | None
    number: Stated | None
    date: Stated | None
    """Value in ISO form."""
    routing: Stated | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, taken apart; missing parts are None or empty, never invented."""

    source: Text
    index: int
    """0 for the first document of the file."""
    start: int
    end: int
    paragraphs: tuple[Paragraph, ...]
    type: Stated | None = None
    """Type name in lower case: ``kế hoạch``."""
    number: Stated | None = None
    """The number line's words without "Số": ``83-KH/TU``, ``-KH/ĐTN`` where the number is blank."""
    date: Stated | None = None
    """ISO date, ``2011-12`` where the day is unreadable."""
    place: Stated | None = None
    """Of the date line: ``Huyện Dương Minh Châu``."""
    title: Stated | None = None
    """Trích yếu, without the type name, white space as one blank."""
    parent: Stated | None = None
    """The upper body of the letterhead, lines joined."""
    issuer: Stated | None = None
    """The issuing body of the letterhead, lines joined, as written."""
    addressees: tuple[Stated, ...] = ()
    """Items of "Kính gửi"."""
    recipients: tuple[Recipient, ...] = ()
    signatures: tuple[Signature, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    marks: tuple[Stated, ...] = ()
    """Typist's marks: ``HTMT-26b``."""
