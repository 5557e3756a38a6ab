r"""Rich text (RTF): fonts, footnotes, list numbers, tables; hidden and deleted text left out.

>>> read(rb"{\rtf1{\fonttbl{\f0 .VnTime;}}\f0 \'a7\'b6ng, s\'e8 83\_KH/TU\par}", "a.doc").text
'Đảng, số 83-KH/TU\n'
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats import legacy
from phahe.loaders.formats.compose import Block, compose
from phahe.loaders.formats.plain import converted_lines
from phahe.loaders.formats.rtf_story import Story
from phahe.loaders.limits import MIB, TEXT_BYTES
from phahe.loaders.text import Text

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)",
    re.DOTALL,
)
GROUPS = 1_000
"""Groups inside groups."""
CODE_PAGES = {0: "cp1252", 163: "cp1258", 238: "cp1250", 204: "cp1251", 161: "cp1253"}
"""By the number of a font's character set."""
UNREAD = frozenset(
    ("stylesheet", "info", "pict", "object", "fldinst", "header", "headerl", "headerr", "headerf",
     "footer", "footerl", "footerr", "footerf", "colortbl", "listtable", "listoverridetable",
     "themedata", "datastore", "latentstyles", "generator", "annotation", "atnid", "atnauthor",
     "atnref", "xmlnstbl", "rsidtbl", "revtbl", "filetbl", "bkmkstart", "bkmkend", "nonshppict",
     "pntxta", "pntxtb", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "tc", "xe", "shppict")
)  # fmt: skip
SIGNS = {
    "tab": "\t", "line": "\n", "page": "\f", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ",
    "enspace": " ", "qmspace": " ", "softpage": "\f",
}  # fmt: skip
KEPT = frozenset(("listtext", "pntext", "shptxt", "footnote", "shpinst", "shprslt"))
"""Groups marked as skippable whose text is printed."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group."""

    target: str = "body"
    """body, fonts, or unread."""
    font: int | None = None
    hidden: bool = False
    skip: int = 1
    """Characters of replacement text behind each ``\\u``."""


@dataclass(slots=True)
class _Reader:
    name: str
    state: _State = field(default_factory=_State)
    groups: list[tuple[_State, Story | None]] = field(default_factory=list)
    story: Story = field(default_factory=Story)
    fonts: dict[int, str] = field(default_factory=dict)
    charsets: dict[int, int] = field(default_factory=dict)
    notes: dict[int, list[Block]] = field(default_factory=dict)
    code_page: str = "cp1252"
    default: int = 0
    skippable: bool = False
    to_skip: int = 0
    pending: bytearray = field(default_factory=bytearray)
    length: int = 0

    def read(self, data: bytes) -> None:
        """Read all tokens."""
        at = 0
        while found := TOKEN.match(data, at):
            at = found.end()
            word, number, code, sign, brace, text = found.groups()
            if code is not None:
                self.letter(int(code, 16))
            elif text is not None:
                self.letters(text)
            elif word is not None:
                argument = None if number is None else int(number)
                if word == b"bin":
                    at += max(0, argument or 0)
                self.flush()
                self.word(word.decode("ascii"), argument)
            elif sign is not None:
                self.flush()
                self.sign(sign)
            elif brace is not None:
                self.flush()
                self.open() if brace == b"{" else self.close()
        self.flush()

    def open(self) -> None:
        """A group begins."""
        if len(self.groups) > GROUPS:
            raise UnreadableFile(f"{self.name}: groups nested more than {GROUPS} deep")
        self.groups.append((self.state, None))
        self.skippable = False
        self.to_skip = 0

    def close(self) -> None:
        """A group ends, and the note it may have been."""
        if not self.groups:
            return
        self.state, outer = self.groups.pop()
        if outer is not None:
            self.notes[len(self.notes) + 1] = self.story.finished()
            self.story = outer
        self.to_skip = 0

    def letter(self, code: int) -> None:
        """One letter given by its code."""
        if self.to_skip:
            self.to_skip -= 1
        else:
            self.pending.append(code)

    def letters(self, text: bytes) -> None:
        """Letters that stand for themselves."""
        skipped = min(self.to_skip, len(text))
        self.to_skip -= skipped
        self.pending += text[skipped:]

    def flush(self) -> None:
        """Decode the letters collected, by the font they are drawn in."""
        if not self.pending:
            return
        font = self.default if self.state.font is None else self.state.font
        name = self.fonts.get(font, "")
        data = bytes(self.pending)
        self.pending.clear()
        if self.state.target == "fonts":
            self.fonts[font] = name + data.decode("cp1252", errors="replace").rstrip(";")
        elif legacy.font_encoding(name)[0]:
            self.put(data.decode("latin-1"))
        else:
            page = CODE_PAGES.get(self.charsets.get(font, -1), self.code_page)
            self.put(data.decode(page, errors="replace"))

    def put(self, text: str) -> None:
        """Write *text* if it is shown."""
        if self.state.target != "body" or self.state.hidden:
            return
        font = self.default if self.state.font is None else self.state.font
        self.story.write(text, self.fonts.get(font))
        self.length += len(text)
        if self.length > TEXT_BYTES:
            raise UnreadableFile(f"{self.name}: more than {TEXT_BYTES // MIB} MiB of text")

    def sign(self, sign: bytes) -> None:
        """A control symbol."""
        if sign == b"*":
            self.skippable = True
        elif sign == b"~":
            self.put(" ")
        elif sign == b"_":
            self.put("-")
        elif sign == b"-":  # the code of the letter ư in TCVN3 fonts
            font = self.default if self.state.font is None else self.state.font
            if legacy.font_encoding(self.fonts.get(font))[0] == "tcvn3":
                self.put("\xad")
        elif sign in (b"\n", b"\r"):
            self.word("par", None)
        elif sign in b"\\{}":
            self.put(sign.decode("ascii"))

    def word(self, word: str, number: int | None) -> None:
        """A control word."""
        skippable, self.skippable = self.skippable, False
        if self.state.target == "unread":
            return
        if word in UNREAD or (skippable and word not in KEPT):
            self.state = replace(self.state, target="unread")
        elif word == "fonttbl":
            self.state = replace(self.state, target="fonts")
        elif word == "footnote" and self.groups:
            self.put(f"[^{len(self.notes) + 1}]")
            self.groups[-1] = (self.groups[-1][0], self.story)
            self.story = Story()
        elif word in SIGNS:
            self.put(SIGNS[word])
        elif word == "u" and number is not None:
            self.unicode(number)
        else:
            self.format(word, number)

    def unicode(self, number: int) -> None:
        """A letter by its Unicode number, with replacement text behind it."""
        code = number % 0x10000
        if not 0xD800 <= code < 0xE000:
            self.put(chr(code))
        self.to_skip = self.state.skip

    def format(self, word: str, number: int | None) -> None:
        """Words that change the state or end something."""
        if word == "f" and number is not None:
            self.state = replace(self.state, font=number)
            if self.state.target == "fonts":
                self.fonts[number] = ""
        elif word == "fcharset" and number is not None and self.state.font is not None:
            self.charsets[self.state.font] = number
        elif word == "deff" and number is not None:
            self.default = number
        elif word == "ansicpg" and number in (1250, 1251, 1252, 1253, 1258):
            self.code_page = f"cp{number}"
        elif word == "uc" and number is not None:
            self.state = replace(self.state, skip=max(0, min(number, 8)))
        elif word in ("v", "deleted"):
            self.state = replace(self.state, hidden=number != 0)
        elif word == "plain":
            self.state = replace(self.state, font=None, hidden=False)
        elif self.state.target == "body":
            self.layout(word)

    def layout(self, word: str) -> None:
        """Paragraphs, cells and rows."""
        story = self.story
        if word in ("par", "sect"):
            story.end_paragraph()
        elif word == "pard":
            story.in_table = False
        elif word == "intbl":
            story.in_table = True
        elif word == "cell":
            story.end_cell()
        elif word == "row":
            story.end_row()
        elif word == "nestcell":
            story.write("\t", story.font)
        elif word == "nestrow":
            story.cell.append(story.paragraph())
        if word == "sect":
            story.write("\f", story.font)


def read(data: bytes, name: str) -> Text:
    """Read an RTF file, whatever its ending is."""
    reader = _Reader(name)
    reader.read(data)
    return converted_lines(compose(reader.story.finished(), name, "rtf", reader.notes))
