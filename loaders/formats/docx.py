"""Word documents (DOCX) as printed: list numbers, footnotes, tables, text boxes, accepted changes.

Page headers and footers, comments, hidden and deleted text are left out. Text in the fonts of the
years before Unicode is decoded run by run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats import legacy
from phahe.loaders.formats.compose import Block, Table, compose
from phahe.loaders.formats.docx_styles import (
    Lists,
    Styles,
    W,
    read_lists,
    read_styles,
    value,
    whole,
)
from phahe.loaders.formats.package import Element, open_package
from phahe.loaders.formats.plain import converted_lines
from phahe.loaders.limits import DEPTH
from phahe.loaders.text import Text

CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
GONE = frozenset(W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr"))
THROUGH = frozenset(
    W + tag
    for tag in ("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo")
)
DRAWN = frozenset((W + "drawing", W + "pict", W + "object", CHOICE + "AlternateContent"))
SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


def read(data: bytes, name: str) -> Text:
    """Read a DOCX file; raise UnreadableFile for one that is damaged, encrypted or a trap."""
    package = open_package(data, name)
    document = package.part("word/document.xml")
    body = None if document is None else document.find(W + "body")
    if body is None:
        raise UnreadableFile(f"{name}: a ZIP file, but no Word document inside")
    reader = _Reader(name, read_styles(package), read_lists(package))
    blocks = list(reader.blocks(body, 0))
    notes: dict[int, list[Block]] = {}
    for kind in ("footnote", "endnote"):
        root = package.part(f"word/{kind}s.xml")
        for note in () if root is None else root.findall(W + kind):
            call = reader.calls.get((kind, note.get(W + "id", "")))
            if call is not None:
                notes[call] = list(reader.blocks(note, 0))
    return converted_lines(compose(blocks, name, "docx", notes))


@dataclass(slots=True)
class _Paragraph:
    """Words of a paragraph and the text boxes anchored in it."""

    style: str | None
    words: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    """One for each field that is open: is its result being read?"""

    @property
    def in_code(self) -> bool:
        """Inside the code of a field, which is not printed."""
        return bool(self.fields) and not self.fields[-1]


@dataclass(slots=True)
class _Reader:
    """Walks the body once, in order, because list numbers and footnotes count on."""

    name: str
    styles: Styles
    lists: Lists
    calls: dict[tuple[str, str], int] = field(default_factory=dict)
    page_broken: bool = False

    def blocks(self, parent: Element, depth: int) -> Iterator[Block]:
        """The paragraphs and tables in *parent*."""
        if depth > DEPTH // 4:
            raise UnreadableFile(f"{self.name}: tables nested more than {DEPTH // 4} deep")
        for element in flat(parent, 0):
            if element.tag == W + "p":
                yield from self.paragraph(element, depth)
            elif element.tag == W + "tbl":
                rows = (row for row in flat(element, 0) if row.tag == W + "tr")
                yield Table(tuple(tuple(self.cells(row, depth)) for row in rows))

    def cells(self, row: Element, depth: int) -> Iterator[list[Block]]:
        """The cells of a row; one merged into the cell above is empty."""
        for cell in flat(row, 0):
            if cell.tag != W + "tc":
                continue
            properties = cell.find(W + "tcPr")
            merged = value(properties, "vMerge")
            yield [] if merged in ("", "continue") else list(self.blocks(cell, depth + 1))
            for _ in range(min(whole(value(properties, "gridSpan"), 1), 64) - 1):
                yield []

    def paragraph(self, element: Element, depth: int) -> Iterator[Block]:
        """The paragraph, after the text boxes that stand beside it."""
        properties = element.find(W + "pPr")
        style = value(properties, "pStyle") or self.styles.standard
        found = _Paragraph(style)
        if properties is not None and properties.find(W + "pageBreakBefore") is not None:
            found.words.append("\f")
        found.words.append(self.label(properties, style))
        self.inline(element, found, depth)
        for box in found.boxes:
            yield from self.blocks(box, depth + 1)
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None and value(section, "type") != "continuous":
            found.words.append("\f")
        text = "".join(found.words)
        if text.strip(" \t\n"):
            yield text

    def label(self, properties: Element | None, style: str | None) -> str:
        """List number of the paragraph, its own or its style's."""
        numbering = None if properties is None else properties.find(W + "numPr")
        if numbering is None:
            by_style = (item.numbering for item in self.styles.chain(style))
            numbering = next((item for item in by_style if item is not None), None)
        return self.lists.label(numbering)

    def inline(self, parent: Element, found: _Paragraph, depth: int) -> None:
        """Read the runs of *parent*, through links, accepted insertions and the like."""
        if depth > DEPTH:
            raise UnreadableFile(f"{self.name}: elements nested more than {DEPTH} deep")
        for element in parent:
            tag = element.tag
            if tag == W + "r":
                self.run(element, found)
            elif tag in THROUGH:
                self.inline(element, found, depth + 1)
            elif tag == W + "sdt" and (content := element.find(W + "sdtContent")) is not None:
                self.inline(content, found, depth + 1)
            elif tag == CHOICE + "AlternateContent" and (one := chosen(element)) is not None:
                self.inline(one, found, depth + 1)

    def run(self, run: Element, found: _Paragraph) -> None:
        """Read one run: text in one font."""
        marker = run.find(W + "fldChar")
        if marker is not None:
            _field(marker.get(W + "fldCharType", ""), found.fields)
        look = self.styles.look(run.find(W + "rPr"), found.style)
        if found.in_code or look.hidden:
            return
        words: list[str] = []
        for element in run:
            if element.tag in DRAWN:
                drawn = chosen(element) if element.tag.startswith(CHOICE) else element
                found.boxes += () if drawn is None else drawn.iter(W + "txbxContent")
            else:
                words.append(self.word(element, look.font))
        found.words.append(legacy.by_font("".join(words), look.font))

    def word(self, element: Element, font: str | None) -> str:
        """The characters one element of a run stands for."""
        tag = element.tag
        if tag == W + "t":
            self.page_broken = False
            return element.text or ""
        if tag in NOTES:
            key = (NOTES[tag], element.get(W + "id", ""))
            return f"[^{self.calls.setdefault(key, len(self.calls) + 1)}]"
        if tag == W + "br" and element.get(W + "type") == "page":
            self.page_broken = True
            return "\f"
        if tag == W + "lastRenderedPageBreak":
            rendered, self.page_broken = self.page_broken, False
            return "" if rendered else "\f"
        if tag == W + "br":
            return "\n"
        if tag == W + "softHyphen":  # the code of the letter ư in TCVN3 fonts
            return "\xad" if legacy.font_encoding(font)[0] == "tcvn3" else ""
        if tag == W + "sym":
            return _symbol(element.get(W + "char", ""))
        return SIGNS.get(tag, "")


def flat(parent: Element, depth: int) -> Iterator[Element]:
    """The children of *parent*, with those of content controls and accepted changes in place."""
    for element in parent:
        if depth < DEPTH // 4 and element.tag in THROUGH:
            yield from flat(element, depth + 1)
        elif element.tag == W + "sdt":
            content = element.find(W + "sdtContent")
            yield from () if content is None else flat(content, depth + 1)
        elif element.tag == CHOICE + "AlternateContent":
            one = chosen(element)
            yield from () if one is None else flat(one, depth + 1)
        elif element.tag not in GONE:
            yield element


def chosen(alternatives: Element) -> Element | None:
    """The form of a drawing that is shown; the other holds the same words."""
    choice = alternatives.find(CHOICE + "Choice")
    return alternatives.find(CHOICE + "Fallback") if choice is None else choice


def _field(marker: str, fields: list[bool]) -> None:
    if marker == "begin":
        fields.append(False)
    elif fields and marker == "separate":
        fields[-1] = True
    elif fields and marker == "end":
        fields.pop()


def _symbol(code: str) -> str:
    """A bullet for a sign of a symbol font; the character itself for any other."""
    code = code.upper()
    if not 0 < len(code) <= 4 or set(code) - set("0123456789ABCDEF") or code.startswith("D"):
        return ""
    return "•" if code.startswith("F0") else chr(int(code, 16))
