"""Formatting in a Word 97-2003 file that decides what is read: fonts, hiding, tables, lists."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phahe.loaders.formats.doc_file import (
    FONTS,
    LIST_USES,
    LISTS,
    PAGE,
    PARAGRAPHS,
    RUNS,
    STYLES,
    DocFile,
    places,
)
from phahe.loaders.formats.docx_styles import Level, Lists

SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's value, by the three upper bits of its number; 0: the value says."""
DELETED, HIDDEN, FONT = 0x0800, 0x083C, 0x4A4F
IN_TABLE, ROW_END, LEVEL, LIST = 0x2416, 0x2417, 0x260A, 0x460B
FORMS = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
         22: "decimalZero", 23: "bullet", 255: "none"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """Of a run of letters or a paragraph; None where a style decides."""

    font: int | None = None
    is_hidden: bool = False
    in_table: bool = False
    is_row_end: bool = False
    list: int | None = None
    level: int = 0
    style: int = 0


def look(properties: bytes, before: Look) -> Look:
    """Change *before* by a list of properties."""
    for number, argument in _properties(properties):
        if number == FONT:
            before = replace(before, font=int.from_bytes(argument[:2], "little"))
        elif number in (HIDDEN, DELETED):
            before = replace(before, is_hidden=argument[:1] in (b"\x01", b"\x81"))
        elif number == IN_TABLE:
            before = replace(before, in_table=argument[:1] != b"\x00")
        elif number == ROW_END:
            before = replace(before, is_row_end=argument[:1] != b"\x00")
        elif number == LIST:
            before = replace(before, list=int.from_bytes(argument[:2], "little"))
        elif number == LEVEL:
            before = replace(before, level=argument[0])
    return before


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 3 <= len(data):
        (number,) = struct.unpack_from("<H", data, at)
        at += 2
        size = SIZES[number >> 13]
        if number in (0xD606, 0xD608) and at + 2 <= len(data):  # definitions of table rows
            size = struct.unpack_from("<H", data, at)[0] + 1
        elif not size:
            size = data[at] + 1
        yield number, data[at : at + size]
        at += size


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of stretches of the file, by the offsets where they start."""

    starts: tuple[int, ...]
    looks: tuple[Look, ...]

    def at(self, offset: int) -> Look:
        """What stands at *offset* looks like this."""
        number = bisect_right(self.starts, offset) - 1
        return self.looks[number] if number >= 0 else Look()

    def cuts(self, start: int, end: int) -> Iterator[tuple[int, int, Look]]:
        """The stretches between two offsets, each with its look."""
        number = max(0, bisect_right(self.starts, start) - 1)
        while start < end:
            after = self.starts[number + 1] if number + 1 < len(self.starts) else end
            stop = min(end, max(after, start))
            if start < stop:
                yield start, stop, self.at(start)
            start, number = max(stop, start), number + 1
            if number >= len(self.starts) and start < end:
                yield start, end, self.at(start)
                return


def runs(file: DocFile) -> Looks:
    """The looks of the letters."""
    return _looks(file, RUNS, 1, lambda page, entry: look(_of_run(page, entry), Look()))


def paragraphs(file: DocFile) -> Looks:
    """The looks of the paragraphs."""
    return _looks(file, PARAGRAPHS, 13, _of_paragraph)


def _looks(file: DocFile, table: int, size: int, read: object) -> Looks:
    assert callable(read)
    found: list[tuple[int, Look]] = []
    for number in places(file.table(table), 4)[1]:
        at = PAGE * (int.from_bytes(number, "little") & 0x3FFFFF)
        page = file.main[at : at + PAGE]
        if len(page) < PAGE:
            continue
        count = page[PAGE - 1]
        if 4 * (count + 1) + size * count > PAGE:
            continue
        starts = struct.unpack_from(f"<{count + 1}I", page)
        for run in range(count):
            found.append((starts[run], read(page, page[4 * (count + 1) + size * run])))
    found.sort(key=lambda pair: pair[0])
    return Looks(tuple(start for start, _ in found), tuple(found_look for _, found_look in found))


def _of_run(page: bytes, entry: int) -> bytes:
    at = 2 * entry
    return page[at + 1 : at + 1 + page[at]] if entry and at < PAGE else b""


def _of_paragraph(page: bytes, entry: int) -> Look:
    at = 2 * entry
    if not entry or at + 2 >= PAGE:
        return Look()
    size, start = (2 * page[at] - 1, at + 1) if page[at] else (2 * page[at + 1], at + 2)
    data = page[start : start + size]
    return look(data[2:], Look(style=int.from_bytes(data[:2], "little")))


def fonts(file: DocFile) -> list[str]:
    """The names of the fonts by number."""
    table = file.table(FONTS)
    names, at = [], 4
    while at < len(table):
        size = table[at] + 1
        name = table[at + 40 : at + size].decode("utf-16-le", errors="replace")
        names.append(name.split("\x00")[0])
        at += size
    return names


def styles(file: DocFile) -> list[Look]:
    """The looks of the styles by number, those they are based on included."""
    table = file.table(STYLES)
    if len(table) < 20:
        return []
    (length,) = struct.unpack_from("<H", table)
    count, base = struct.unpack_from("<HH", table, 2)
    (font,) = struct.unpack_from("<H", table, 14)
    at = 2 + length
    own: list[tuple[int, list[bytes]]] = []
    for _ in range(count):
        (size,) = struct.unpack_from("<H", table, at) if at + 2 <= len(table) else (0,)
        own.append(_style(table[at + 2 : at + 2 + size], base))
        at += 2 + size
    return [_inherited(own, number, font) for number in range(count)]


def _style(data: bytes, base: int) -> tuple[int, list[bytes]]:
    """The style it is based on, and its properties of paragraphs and letters."""
    if len(data) < base + 2:
        return 0xFFF, []
    kind_and_base, count = struct.unpack_from("<HH", data, 2)
    kind, based_on = kind_and_base & 0xF, kind_and_base >> 4
    at = base + 4 + 2 * struct.unpack_from("<H", data, base)[0]
    found = []
    for number in range(count & 0xF):
        if at + 2 > len(data):
            break
        (size,) = struct.unpack_from("<H", data, at)
        part = data[at + 2 : at + 2 + size]
        found.append(part[2:] if kind == 1 and number == 0 else part)
        at += 2 + size + size % 2
    return based_on, found


def _inherited(own: list[tuple[int, list[bytes]]], number: int, font: int) -> Look:
    chain: list[list[bytes]] = []
    while number < len(own) and len(chain) < 20:
        chain.append(own[number][1])
        number = own[number][0]
    found = Look(font=font)
    for parts in reversed(chain):
        for part in parts:
            found = look(part, found)
    return found


def lists(file: DocFile) -> Lists:
    """List numbering, as a DOCX file would say it; a list's number is a string."""
    found = Lists()
    for name, levels in _levels(file.table(LISTS), file):
        found.levels[name] = levels
    table = file.table(LIST_USES)
    count = int.from_bytes(table[:4], "little") if len(table) >= 4 else 0
    for number in range(min(count, (len(table) - 4) // 16)):
        name = str(struct.unpack_from("<i", table, 4 + 16 * number)[0])
        found.lists[str(number + 1)] = (name, {})
    return found


def _levels(table: bytes, file: DocFile) -> Iterator[tuple[str, dict[int, Level]]]:
    """The levels of each list; they stand behind the table that the file points to."""
    count = int.from_bytes(table[:2], "little") if len(table) >= 2 else 0
    where = struct.unpack_from("<I", file.main, 0x9A + 8 * LISTS)[0]
    data = file.tables
    at = where + 2 + 28 * count
    for number in range(count):
        entry = data[where + 2 + 28 * number : where + 30 + 28 * number]
        if len(entry) < 28:
            return
        levels = {}
        for level in range(1 if entry[26] & 1 else 9):
            if at + 28 > len(data):
                return
            start, form = struct.unpack_from("<iB", data, at)
            at += 28 + data[at + 24] + data[at + 25]
            length = int.from_bytes(data[at : at + 2], "little")
            text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", errors="replace")
            at += 2 + 2 * length
            shown = "".join(f"%{ord(s) + 1}" if ord(s) < 9 else s for s in text)
            levels[level] = Level(start, FORMS.get(form, "decimal"), shown)
        yield str(struct.unpack_from("<i", entry)[0]), levels
