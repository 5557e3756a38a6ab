"""Inside a Word 97-2003 file: streams, the text piece by piece, and tables that point into it.

Layout as in [MS-DOC], the published description of the format; offsets below are its own.
"""

from __future__ import annotations

import io
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.errors import UnreadableFile

WORD_97 = 0xC1
MAGIC = 0xA5EC
FIRST_TABLE = 0x9A
"""Offset of the pairs (where, how long) that point into the table stream."""
STORIES = (0x4C, 0x50, 0x54, 0x58, 0x5C, 0x60, 0x64)
"""Lengths of body, footnotes, headers, macros, comments, endnotes and text boxes."""
STYLES, NOTE_CALLS, NOTES, RUNS, PARAGRAPHS, FONTS, CLX = 1, 2, 3, 12, 13, 15, 33
END_CALLS, ENDNOTES, LISTS, LIST_USES = 46, 47, 73, 74
PAGE = 512


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters *start* to *end* of the text stand at *offset*, one or two bytes each."""

    start: int
    end: int
    offset: int
    width: int


@dataclass(frozen=True, slots=True)
class DocFile:
    """The streams of a DOC file and the lengths of its stories."""

    name: str
    main: bytes
    tables: bytes
    stories: tuple[int, ...]
    pieces: tuple[Piece, ...]

    def table(self, number: int) -> bytes:
        """One of the tables by its number, empty if the file has none."""
        return _table(self.main, self.tables, number)

    def story(self, number: int) -> tuple[int, int]:
        """First character of a story and the one behind it."""
        start = sum(self.stories[:number])
        return start, start + self.stories[number]

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """(first character, last, offset, bytes a character) of the pieces between."""
        at = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1)
        for piece in self.pieces[at:]:
            low, high = max(start, piece.start), min(end, piece.end)
            if piece.start >= end:
                return
            if low < high:
                yield low, high, piece.offset + (low - piece.start) * piece.width, piece.width

    def letters(self, offset: int, count: int, width: int) -> str:
        """*count* characters at *offset*; those of one byte as Latin-1."""
        data = self.main[offset : offset + count * width]
        return data.decode("latin-1" if width == 1 else "utf-16-le", errors="replace")


def open_doc(data: bytes, name: str) -> DocFile:
    """Open a DOC file; raise UnreadableFile if it is damaged, locked, or from before Word 97."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            main = ole.openstream("WordDocument").read()
            magic, version = struct.unpack_from("<HH", main)
            (flags,) = struct.unpack_from("<H", main, 0x0A)
            if magic != MAGIC or version < WORD_97:
                raise UnreadableFile(f"{name}: written before Word 97: save it as DOCX")
            if flags & 0x100:
                raise UnreadableFile(f"{name}: locked with a password: remove it and try again")
            tables = ole.openstream("1Table" if flags & 0x200 else "0Table").read()
        stories = tuple(struct.unpack_from("<i", main, at)[0] for at in STORIES)
        pieces = tuple(_pieces(_table(main, tables, CLX)))
    except (OSError, struct.error, IndexError, ValueError, TypeError) as fault:
        raise UnreadableFile(f"{name}: damaged or cut off ({fault}); get it again") from fault
    if not pieces or min(stories) < 0:
        raise UnreadableFile(f"{name}: damaged: its text cannot be found")
    return DocFile(name, main, tables, stories, pieces)


def _table(main: bytes, tables: bytes, number: int) -> bytes:
    where, length = struct.unpack_from("<II", main, FIRST_TABLE + 8 * number)
    return tables[where : where + length]


def _pieces(clx: bytes) -> Iterator[Piece]:
    at = 0
    while at < len(clx) and clx[at] == 1:  # formatting of pieces, not needed
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        return
    (length,) = struct.unpack_from("<I", clx, at + 1)
    table = clx[at + 5 : at + 5 + length]
    count = (len(table) - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", table)
    for number in range(count):
        (where,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)
        is_narrow = bool(where & 0x40000000)
        where &= 0x3FFFFFFF
        offset, width = (where // 2, 1) if is_narrow else (where, 2)
        if places[number] < places[number + 1]:
            yield Piece(places[number], places[number + 1], offset, width)


def places(table: bytes, size: int) -> tuple[tuple[int, ...], list[bytes]]:
    """Take a table of places and *size* bytes for each stretch between them apart."""
    count = max(0, (len(table) - 4) // (4 + size))
    if not count:
        return (), []
    found = struct.unpack_from(f"<{count + 1}I", table)
    start = 4 * (count + 1)
    return found, [table[start + size * n : start + size * (n + 1)] for n in range(count)]
