"""Paragraphs, tables and footnotes of a structured format → the text all offsets count in.

A paragraph is a line. A row of a table of data is a line, its cells apart by tabs; a table that
only places things side by side (letterhead, recipients and signature) is read cell by cell.
Footnotes stand behind the document that calls them, call and note marked ``[^1]``.

>>> letterhead = Table(((("TỈNH ỦY", "Số 83-KH/TU"), ("ĐẢNG CỘNG SẢN VIỆT NAM",)),))
>>> tasks = Table(((("1",), ("Tuyên truyền",)),))
>>> compose([letterhead, "KẾ HOẠCH", tasks], "a.docx").text
'TỈNH ỦY\\nSố 83-KH/TU\\nĐẢNG CỘNG SẢN VIỆT NAM\\nKẾ HOẠCH\\n1\\tTuyên truyền\\n'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from phahe.graph.errors import UnreadableFile
from phahe.loaders.limits import MIB, TEXT_BYTES
from phahe.loaders.text import Text

NOTE_CALL = re.compile(r"\[\^(\d{1,4})\]")
UNPRINTED_CALL = re.compile("\ue002([0-9]{1,4})\ue003")
"""A note whose call could not be read is called here, unseen."""
MOTTO = re.compile(r"CỘNG\s+H[ÒO]À?A?\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
BLANKS = re.compile(r"[^\S\n\t\f ]")
AROUND_BREAK = re.compile(r" *(\n) *")
LAYOUT_ROWS = 4
LAYOUT_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell is a sequence of blocks. A merged cell is written once, then empty."""

    rows: tuple[tuple[Sequence[Block], ...], ...]


@dataclass(frozen=True, slots=True)
class PageTurn:
    """What follows stands on page *number*, whatever page was before."""

    number: int


@dataclass(frozen=True, slots=True)
class NotesHere:
    """A document ends here: its footnotes stand before what follows."""


Block = str | Table | PageTurn | NotesHere
"""A paragraph (``\\n`` breaks its line, ``\\f`` its page), a table, or a mark between them."""


@dataclass(slots=True)
class _Writer:
    """Lines written so far, and where pages start."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=lambda: [0])
    numbers: list[int] = field(default_factory=lambda: [1])
    page: int = 1

    def line(self, text: str) -> None:
        """Write *text* as a line; ``\\f`` in it starts a page and is not written."""
        *before, last = text.split("\f")
        for piece in before:
            self._put(piece)
            self.page += 1
            self._start(self.page)
        if last:
            self._put(last + "\n")

    def on_page(self, number: int) -> None:
        """What is written next stands on page *number* of the file."""
        if self.numbers[-1] != number:
            self._start(number)

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _start(self, number: int) -> None:
        if self.starts[-1] == self.length:
            self.numbers[-1] = number
        else:
            self.starts.append(self.length)
            self.numbers.append(number)


def compose(
    blocks: Iterable[Block],
    name: str,
    how: str = "docx",
    notes: Mapping[int, Sequence[Block]] | None = None,
    warnings: Iterable[str] = (),
) -> Text:
    """Join *blocks* into a text; *notes* are the footnotes by the number of their call."""
    writer = _Writer()
    waiting: list[tuple[int, int]] = []
    for block in blocks:
        if isinstance(block, PageTurn):
            writer.page = block.number
            continue
        if isinstance(block, NotesHere):
            _write_notes(writer, waiting, notes or {})
            continue
        lines = list(_lines(block))
        if waiting and isinstance(block, Table) and any(MOTTO.search(line) for line in lines):
            _write_notes(writer, waiting, notes or {})
        if lines:
            writer.on_page(writer.page)
        for line in lines:
            for pattern in (NOTE_CALL, UNPRINTED_CALL):
                for call in pattern.finditer(line):
                    turned = line.count("\f", 0, call.start())
                    waiting.append((int(call[1]), writer.page + turned))
            writer.line(UNPRINTED_CALL.sub("", line))
        if writer.length > TEXT_BYTES:
            raise UnreadableFile(f"{name}: more than {TEXT_BYTES // MIB} MiB of text: split it")
    _write_notes(writer, waiting, notes or {})
    text = "".join(writer.pieces)
    if not text.strip():
        raise UnreadableFile(f"{name}: no text in it; if it holds pictures, save them as PDF")
    numbers = tuple(writer.numbers)
    straight = numbers == tuple(range(1, len(numbers) + 1))
    return Text(name, text, tuple(writer.starts), how, tuple(warnings), () if straight else numbers)


def _write_notes(
    writer: _Writer, waiting: list[tuple[int, int]], notes: Mapping[int, Sequence[Block]]
) -> None:
    """Write the notes called since the last time, each on the page of its call."""
    for call, page in waiting:
        lines = [line for note in notes.get(call, ()) for line in _lines(note)]
        if lines:
            writer.on_page(page)
            writer.line(f"[^{call}] {lines[0]}")
            for line in lines[1:]:
                writer.line(line)
    waiting.clear()


def _lines(block: Block) -> Iterator[str]:
    """The lines a block is written as; blank paragraphs are left out."""
    if isinstance(block, str):
        for line in _tidy(block).split("\n"):
            if line.strip():
                yield line.strip(" ").rstrip("\t")
    elif isinstance(block, PageTurn | NotesHere):
        return
    elif _is_layout(block):
        for row in block.rows:
            for cell in row:
                for inner in cell:
                    yield from _lines(inner)
    else:
        for row in block.rows:
            cells = [" ".join(line for inner in cell for line in _lines(inner)) for cell in row]
            if any(cell.strip() for cell in cells):
                yield "\t".join(cell.replace("\t", " ") for cell in cells)


def _tidy(text: str) -> str:
    return AROUND_BREAK.sub(r"\1", BLANKS.sub(" ", unicodedata.normalize("NFC", text)))


def _is_layout(table: Table) -> bool:
    """Few rows of at most two filled columns, some cell with several lines or a table."""
    if len(table.rows) == 1 and len(table.rows[0]) == 1:
        return True
    filled = {
        column
        for row in table.rows
        for column, cell in enumerate(row)
        if any(not isinstance(block, str) or block.strip() for block in cell)
    }
    if len(filled) > LAYOUT_COLUMNS or len(table.rows) > LAYOUT_ROWS:
        return len(filled) == 1
    return len(filled) == 1 or any(_has_lines(cell) for row in table.rows for cell in row)


def _has_lines(cell: Sequence[Block]) -> bool:
    if any(isinstance(block, Table) for block in cell):
        return True
    return sum(1 for block in cell for _ in _lines(block)) > 1
