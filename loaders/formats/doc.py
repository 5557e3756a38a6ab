"""Word 97-2003 documents (DOC): text with its fonts, list numbers, tables and footnotes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats import legacy
from phahe.loaders.formats.compose import Block, Table, compose
from phahe.loaders.formats.doc_file import (
    END_CALLS,
    ENDNOTES,
    NOTE_CALLS,
    NOTES,
    DocFile,
    open_doc,
    places,
)
from phahe.loaders.formats.doc_properties import (
    Look,
    Looks,
    fonts,
    lists,
    paragraphs,
    runs,
    styles,
)
from phahe.loaders.formats.docx_styles import Lists
from phahe.loaders.formats.plain import converted_lines
from phahe.loaders.text import Text

BODY, FOOTNOTES, ENDNOTE_STORY, BOXES = 0, 1, 5, 6
NOTE_SIGN, ANCHOR = "\x02", "\x08"
SIGNS = {"\x0b": "\n", "\x1e": "-", "\t": "\t", "\xa0": " ", "\x0c": "\f"}
FIELD_CODE, FIELD_RESULT, FIELD_END = "\x13", "\x14", "\x15"


def read(data: bytes, name: str) -> Text:
    """Read a DOC file; raise UnreadableFile for one that is damaged or locked."""
    file = open_doc(data, name)
    try:
        reader = _Reader(file, fonts(file), styles(file), runs(file), paragraphs(file), lists(file))
        reader.find_calls()
        blocks = list(reader.blocks(*file.story(BODY)))
        notes = {call: list(reader.blocks(*place)) for call, place in reader.note_places()}
    except (struct.error, IndexError) as fault:
        raise UnreadableFile(f"{name}: damaged or cut off ({fault}); get it again") from fault
    return converted_lines(compose(blocks, name, "doc", notes))


@dataclass(slots=True)
class _Reader:
    """Walks a story character by character."""

    file: DocFile
    fonts: list[str]
    styles: list[Look]
    runs: Looks
    paragraphs: Looks
    lists: Lists
    calls: dict[int, int] = field(default_factory=dict)
    """Character that calls a note → number of the call."""
    boxes_read: bool = False

    def find_calls(self) -> None:
        """Number the calls of footnotes, then of endnotes."""
        for table in (NOTE_CALLS, END_CALLS):
            for place in places(self.file.table(table), 2)[0][:-1]:
                self.calls[place] = len(self.calls) + 1

    def note_places(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """Each call with the stretch of its note."""
        call = 0
        for calls, table, story in ((NOTE_CALLS, NOTES, FOOTNOTES),
                                    (END_CALLS, ENDNOTES, ENDNOTE_STORY)):  # fmt: skip
            start, _ = self.file.story(story)
            data = self.file.table(table)
            ends = struct.unpack_from(f"<{len(data) // 4}I", data)
            for number in range(len(places(self.file.table(calls), 2)[1])):
                call += 1
                if number + 1 < len(ends):
                    yield call, (start + ends[number], start + ends[number + 1])

    def blocks(self, start: int, end: int) -> Iterator[Block]:
        """The paragraphs and tables of a stretch of the text."""
        rows: list[tuple[list[Block], ...]] = []
        row: list[list[Block]] = []
        cell: list[Block] = []
        for text, look, stop in self._paragraphs(start, end):
            if stop == "\x07" and look.is_row_end:
                rows.append(tuple(row))
                row, cell = [], []
            elif stop == "\x07":
                row.append([*cell, text])
                cell = []
            elif look.in_table:
                cell.append(text)
            else:
                if rows:
                    yield Table(tuple(rows))
                    rows = []
                yield text
        if rows:
            yield Table(tuple(rows))
        yield from (block for blocks in (*row, cell) for block in blocks)

    def _paragraphs(self, start: int, end: int) -> Iterator[tuple[str, Look, str]]:
        """Each paragraph with its look and the character that ends it."""
        words: list[str] = []
        fields: list[bool] = []
        for letters, offset, width, look, place in self._stretches(start, end):
            run: list[str] = []
            font = self._font(look)
            for number, letter in enumerate(letters):
                if letter in "\r\x07\x0c":
                    words.append(_decoded(run, font, width))
                    run = []
                    at = self._look(offset + number * width)
                    label = self._label(at) if any(word.strip() for word in words) else ""
                    yield label + "".join(words), at, letter
                    words = ["\f"] if letter == "\x0c" else []
                elif letter == FIELD_CODE:
                    fields.append(False)
                elif letter == FIELD_RESULT and fields:
                    fields[-1] = True
                elif letter == FIELD_END and fields:
                    fields.pop()
                elif not look.is_hidden and (not fields or fields[-1]):
                    if letter == ANCHOR and not self.boxes_read:
                        yield from self._boxes()
                    run.append(self._sign(letter, place + number, font))
            words.append(_decoded(run, font, width))
        if "".join(words).strip():
            yield "".join(words), Look(), "\r"

    def _stretches(self, start: int, end: int) -> Iterator[tuple[str, int, int, Look, int]]:
        """Letters of one look: text, offset in the file, bytes a letter, look, place."""
        for low, high, offset, width in self.file.stretches(start, end):
            stop = offset + (high - low) * width
            for first, last, look in self.runs.cuts(offset, stop):
                count = (last - first) // width
                letters = self.file.letters(first, count, width)
                style = self._look(first).style
                if look.font is None and style < len(self.styles):
                    look = Look(self.styles[style].font, look.is_hidden)
                yield letters, first, width, look, low + (first - offset) // width

    def _look(self, offset: int) -> Look:
        return self.paragraphs.at(offset)

    def _label(self, look: Look) -> str:
        """Number of the list item, by the paragraph or its style."""
        number, level = look.list, look.level
        if number is None and look.style < len(self.styles):
            number, level = self.styles[look.style].list, self.styles[look.style].level
        return self.lists.next_label(str(number), level) if number else ""

    def _font(self, look: Look) -> str:
        known = look.font is not None and look.font < len(self.fonts)
        return self.fonts[look.font] if known and look.font is not None else ""

    def _sign(self, letter: str, place: int, font: str) -> str:
        if letter == NOTE_SIGN:
            return f"[^{self.calls[place]}]" if place in self.calls else ""
        if letter == "\x1f":  # the code of the letter ư in TCVN3 fonts
            return "\xad" if legacy.font_encoding(font)[0] == "tcvn3" else ""
        if letter in SIGNS:
            return SIGNS[letter]
        return "" if letter < " " else letter

    def _boxes(self) -> Iterator[tuple[str, Look, str]]:
        """The text boxes, where the first one is anchored."""
        self.boxes_read = True
        for text, look, _ in self._paragraphs(*self.file.story(BOXES)):
            yield text, look, "\r"


def _decoded(run: list[str], font: str, width: int) -> str:
    text = "".join(run)
    if legacy.font_encoding(font)[0]:
        return legacy.by_font(text, font)
    return legacy.as_printed(text) if width == 1 else text
