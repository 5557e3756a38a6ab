"""Web pages and HTML saved by office programs, without scripts, styles and hidden parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats import legacy
from phahe.loaders.formats.compose import Block, Table, compose
from phahe.loaders.formats.plain import converted_lines
from phahe.loaders.limits import DEPTH, MIB, TEXT_BYTES
from phahe.loaders.text import Text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

UNREAD = frozenset(
    ("head", "script", "style", "template", "noscript", "iframe", "textarea", "select", "svg",
     "object", "applet", "math", "nav")
)  # fmt: skip
BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
     "fieldset", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
     "li", "main", "ol", "p", "pre", "section", "ul", "caption", "figure", "figcaption")
)  # fmt: skip
TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
VOID = frozenset(
    (b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta",
     b"param", b"source", b"track", b"wbr", b"p", b"li", b"td", b"tr", b"th")
)  # fmt: skip
"""Never closed, or closed by the next of its kind."""
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
FONT = re.compile(r"font-family\s*:\s*[\"']?([^;\"',]+)")
NOTE = re.compile(r"#.*(?:ftn|footnote|endnote|_edn)", re.IGNORECASE)
WHITE = re.compile(r"[ \t\n\r]+")


def read(data: bytes, name: str) -> Text:
    """Read a page; raise UnreadableFile for one nested beyond reason."""
    from selectolax.lexbor import LexborHTMLParser

    if len(data) > TEXT_BYTES:
        raise UnreadableFile(f"{name}: {len(data) // MIB} MiB of HTML: split it")
    if _deepest(data) > DEPTH:
        raise UnreadableFile(f"{name}: elements nested more than {DEPTH} deep")
    body = LexborHTMLParser(_characters(data)).body
    walk = _Walk()
    if body is not None:
        walk.children(body, "")
    return converted_lines(compose(walk.blocks(), name, "html"))


def _deepest(data: bytes) -> int:
    """How deep elements are nested, without building them."""
    depth = deepest = 0
    for closing, tag in TAG.findall(data):
        if tag.lower() in VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _characters(data: bytes) -> str:
    """Decode by mark, as UTF-8, by what the page declares, else as Latin-1."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = CHARSET.search(data[:8192])
        encoding = declared[1].decode("ascii", errors="replace").lower() if declared else ""
        if encoding in ("windows-1258", "cp1258", "utf-8", "utf8"):
            return data.decode(encoding, errors="replace")
        return data.decode("cp1252", errors="replace")


@dataclass(slots=True)
class _Walk:
    """Collects the blocks of one cell or of the page."""

    done: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """All blocks, the last paragraph included."""
        self.end_paragraph()
        return self.done

    def end_paragraph(self) -> None:
        """What was collected is a paragraph."""
        text = "".join(self.words)
        if text.strip():
            self.done.append(text)
        self.words.clear()

    def children(self, node: LexborNode, font: str) -> None:
        """Read what *node* holds, drawn in *font* unless it says otherwise."""
        for child in node.iter(include_text=True):
            self.node(child, font)

    def node(self, node: LexborNode, font: str) -> None:
        """Read one element or piece of text."""
        tag = node.tag or ""
        if tag == "-text":
            self.words.append(WHITE.sub(" ", legacy.by_font(node.text_content or "", font)))
        elif tag == "br":
            self.words.append("\n")
        elif tag.startswith("-") or tag in UNREAD or _is_hidden(node):
            return
        elif tag == "table":
            self.end_paragraph()
            self.done.append(Table(tuple(_rows(node, font))))
        elif tag == "a" and NOTE.search(node.attributes.get("href") or ""):
            self._note_call(node, font)
        elif tag in BLOCKS:
            self.end_paragraph()
            self.children(node, _font(node, font))
            self.end_paragraph()
        else:
            self.children(node, _font(node, font))

    def _note_call(self, node: LexborNode, font: str) -> None:
        number = (node.text() or "").strip(" []()\n")
        if number.isdigit():
            self.words.append(f"[^{number}]")
        else:
            self.children(node, font)


def _rows(table: LexborNode, font: str) -> Iterator[tuple[list[Block], ...]]:
    """The rows of *table*, not those of tables inside it."""
    for child in table.iter():
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child, font)
        elif child.tag == "tr" and not _is_hidden(child):
            cells = [cell for cell in child.iter() if cell.tag in ("td", "th")]
            yield tuple(_cell(cell, _font(table, font)) for cell in cells)


def _cell(cell: LexborNode, font: str) -> list[Block]:
    walk = _Walk()
    walk.children(cell, _font(cell, font))
    return walk.blocks()


def _font(node: LexborNode, inherited: str) -> str:
    attributes = node.attributes
    styled = FONT.search(attributes.get("style") or "")
    return styled[1] if styled else attributes.get("face") or inherited


def _is_hidden(node: LexborNode) -> bool:
    """Not shown on screen, or a page header or footer that an office program repeats."""
    attributes = node.attributes
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("title") in ("header", "footer")
        or bool(HIDDEN.search(attributes.get("style") or ""))
    )
