"""OpenDocument text (ODT, FODT): paragraphs, list numbers, tables, notes, accepted changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats import legacy
from phahe.loaders.formats.compose import Block, Table, compose
from phahe.loaders.formats.docx_styles import whole, written
from phahe.loaders.formats.package import Element, open_package
from phahe.loaders.formats.plain import converted_lines
from phahe.loaders.limits import DEPTH
from phahe.loaders.text import Text

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, STYLE, TEXT, TABLE, DRAW = (
    OASIS % name for name in ("office", "style", "text", "table", "drawing")
)
FORMS = {"I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
LINES = frozenset((TEXT + "p", TEXT + "h"))
SKIPPED = frozenset(
    (TEXT + "tracked-changes", TEXT + "sequence-decls", OFFICE + "annotation", OFFICE + "forms",
     TEXT + "note", TEXT + "note-citation", TEXT + "table-of-content", TEXT + "ruby-text")
)  # fmt: skip
MANY = 64
"""Blanks or columns one element may stand for."""


def read(data: bytes, name: str) -> Text:
    """Read an ODT file; raise UnreadableFile for one that is damaged, encrypted or a trap."""
    package = open_package(data, name)
    content = package.part("content.xml")
    styles = package.part("styles.xml")
    return _text([root for root in (styles, content) if root is not None], name)


def read_flat(data: bytes, name: str) -> Text:
    """Read an OpenDocument text that is one XML file."""
    if b"<!DOCTYPE" in data:
        raise UnreadableFile(f"{name}: declares entities, which are never expanded")
    try:
        return _text([ElementTree.fromstring(data)], name)
    except ElementTree.ParseError as fault:
        raise UnreadableFile(f"{name}: damaged XML: {fault}") from fault


def _text(roots: list[Element], name: str) -> Text:
    body = roots[-1].find(f"{OFFICE}body/{OFFICE}text") if roots else None
    if body is None:
        raise UnreadableFile(f"{name}: no text document inside, or an encrypted one")
    reader = _Reader(name, _fonts(roots), _hidden(roots), _levels(roots))
    blocks = list(reader.blocks(body, "", 0))
    return converted_lines(compose(blocks, name, "odt", reader.notes))


def _styles(roots: list[Element]) -> Iterator[tuple[Element, Element | None]]:
    for root in roots:
        for style in root.iter(STYLE + "style"):
            yield style, style.find(STYLE + "text-properties")


def _fonts(roots: list[Element]) -> dict[str, str]:
    """Style → font, the fonts of parent styles included."""
    own: dict[str, str] = {}
    parents: dict[str, str] = {}
    for style, properties in _styles(roots):
        name = style.get(STYLE + "name", "")
        parents[name] = style.get(STYLE + "parent-style-name", "")
        if properties is not None and (font := properties.get(STYLE + "font-name")):
            own[name] = font
    fonts = {}
    for name in parents:
        ancestor = name
        for _ in range(20):
            if ancestor in own or ancestor not in parents:
                break
            ancestor = parents[ancestor]
        if ancestor in own:
            fonts[name] = own[ancestor]
    return fonts


def _hidden(roots: list[Element]) -> frozenset[str]:
    return frozenset(
        style.get(STYLE + "name", "")
        for style, properties in _styles(roots)
        if properties is not None and properties.get(TEXT + "display") == "none"
    )


def _levels(roots: list[Element]) -> dict[tuple[str, int], Element]:
    """(list style, level from 1) → how that level is numbered."""
    return {
        (style.get(STYLE + "name", ""), whole(level.get(TEXT + "level"), 1)): level
        for root in roots
        for style in root.iter(TEXT + "list-style")
        for level in style
    }


@dataclass(slots=True)
class _Reader:
    """Walks the body once, in order, because list numbers and notes count on."""

    name: str
    fonts: dict[str, str]
    hidden: frozenset[str]
    levels: dict[tuple[str, int], Element]
    notes: dict[int, list[Block]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """List id → level → number reached."""

    def blocks(self, parent: Element, font: str, depth: int) -> Iterator[Block]:
        """The paragraphs and tables in *parent*."""
        if depth > DEPTH // 4:
            raise UnreadableFile(f"{self.name}: elements nested more than {DEPTH // 4} deep")
        for element in parent:
            if element.tag in SKIPPED:
                continue
            if element.tag in LINES:
                yield from self.paragraph(element, font, "", depth)
            elif element.tag == TEXT + "list":
                yield from self.listed(element, font, "", 1, {}, depth)
            elif element.tag == TABLE + "table":
                yield Table(tuple(self.rows(element, font, depth)))
            elif element.tag == TEXT + "soft-page-break":
                yield "\f"
            else:
                yield from self.blocks(element, font, depth + 1)

    def rows(self, table: Element, font: str, depth: int) -> Iterator[tuple[list[Block], ...]]:
        """The rows of *table*, those of its header included."""
        for element in table:
            if element.tag == TABLE + "table-row":
                cells: list[list[Block]] = []
                for cell in element:
                    if cell.tag == TABLE + "covered-table-cell":
                        cells.append([])
                    elif cell.tag == TABLE + "table-cell":
                        cells.append(list(self.blocks(cell, font, depth + 1)))
                yield tuple(cells)
            elif element.tag in (TABLE + "table-header-rows", TABLE + "table-rows"):
                yield from self.rows(element, font, depth)

    def listed(
        self,
        element: Element,
        font: str,
        style: str,
        level: int,
        counts: dict[int, int],
        depth: int,
    ) -> Iterator[Block]:
        """The items of a list, their numbers written in front."""
        if depth > DEPTH // 4:
            raise UnreadableFile(f"{self.name}: lists nested more than {DEPTH // 4} deep")
        style = element.get(TEXT + "style-name") or style
        if level == 1:
            before = element.get(TEXT + "continue-list", "")
            if element.get(TEXT + "continue-numbering") == "true":
                before = style
            counts = dict(self.counts.get(before, {}))
            self.counts[style] = counts
            self.counts[element.get("{http://www.w3.org/XML/1998/namespace}id", style)] = counts
        for item in element:
            numbered = item.tag == TEXT + "list-item"
            label = self.label(style, level, counts) if numbered else ""
            for inner in item:
                if inner.tag in LINES:
                    yield from self.paragraph(inner, font, label, depth)
                    label = ""
                elif inner.tag == TEXT + "list":
                    if label and numbered:  # the item only holds a deeper list: it has no number
                        counts[level] -= 1
                        label = ""
                    yield from self.listed(inner, font, style, level + 1, counts, depth + 1)

    def label(self, style: str, level: int, counts: dict[int, int]) -> str:
        """Number or bullet of the next item."""
        how = self.levels.get((style, level))
        if how is None:
            return ""
        if how.tag == TEXT + "list-level-style-bullet":
            counts.setdefault(level, 0)
            return "- "
        start = whole(how.get(TEXT + "start-value"), 1)
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        shown = min(whole(how.get(TEXT + "display-levels"), 1), level)
        numbers = []
        for at in range(level - shown + 1, level + 1):
            upper = self.levels.get((style, at), how)
            form = upper.get(STYLE + "num-format", "")
            if form:
                numbers.append(written(counts.get(at, 1), FORMS.get(form, "decimal")))
        if not numbers:
            return ""
        prefix, suffix = how.get(STYLE + "num-prefix", ""), how.get(STYLE + "num-suffix", "")
        return f"{prefix}{'.'.join(numbers)}{suffix} "

    def paragraph(self, element: Element, font: str, label: str, depth: int) -> Iterator[Block]:
        """The paragraph, after the text boxes anchored in it."""
        words: list[str] = [label]
        boxes: list[Element] = []
        self.inline(element, self.fonts.get(element.get(TEXT + "style-name", ""), font), words,
                    boxes, depth)  # fmt: skip
        for box in boxes:
            yield from self.blocks(box, font, depth + 1)
        text = "".join(words)
        if text.strip(" \t\n"):
            yield text

    def inline(
        self, element: Element, font: str, words: list[str], boxes: list[Element], depth: int
    ) -> None:
        """Read the text of *element* and what is inside it."""
        if depth > DEPTH:
            raise UnreadableFile(f"{self.name}: elements nested more than {DEPTH} deep")
        words.append(legacy.by_font(_white(element.text), font))
        for inner in element:
            tag = inner.tag
            style = inner.get(TEXT + "style-name", "")
            if tag == TEXT + "s":
                words.append(" " * min(whole(inner.get(TEXT + "c"), 1), MANY))
            elif tag == TEXT + "tab":
                words.append("\t")
            elif tag == TEXT + "line-break":
                words.append("\n")
            elif tag == TEXT + "soft-page-break":
                words.append("\f")
            elif tag == TEXT + "note":
                self.note(inner, font, words, depth)
            elif tag.startswith(DRAW):
                boxes.append(inner)
            elif tag not in SKIPPED and style not in self.hidden:
                self.inline(inner, self.fonts.get(style, font), words, boxes, depth + 1)
            words.append(legacy.by_font(_white(inner.tail), font))

    def note(self, element: Element, font: str, words: list[str], depth: int) -> None:
        """Mark the call of a note and keep its text for the end."""
        body = element.find(TEXT + "note-body")
        call = len(self.notes) + 1
        words.append(f"[^{call}]")
        self.notes[call] = []
        if body is not None:
            self.notes[call] = list(self.blocks(body, font, depth + 1))


def _white(text: str | None) -> str:
    """White space in XML is one blank; blanks and breaks that count are elements."""
    return (text or "").replace("\n", " ").replace("\r", " ").replace("\t", " ")
