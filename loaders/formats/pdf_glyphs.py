"""The letters of a PDF page with their places, and the rules drawn on it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from phahe.loaders.formats import legacy

LINE_END_HYPHENS = "\x02\ufffe"
"""What PDFium gives for a hyphen at a line end; in numbers it is part of the number."""
THIN = 3.0
"""A path no wider than this is a rule."""
PATH = 2
IMAGE = 3
PATHS = 4_000
"""Drawings with more paths than this are no tables."""


class Glyph(NamedTuple):
    """One letter; y grows downwards. A blank or line end that PDFium made up has no width."""

    letter: str
    left: float
    top: float
    right: float
    bottom: float
    number: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical stroke, as the box around it."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Horizontal."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """Size and rotation of a page: turns PDF coordinates into those of the page as shown."""

    width: float
    height: float
    left: float
    bottom: float
    turn: int

    def box(
        self, left: float, right: float, bottom: float, top: float
    ) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of a PDF box as shown."""
        x0, x1, y0, y1 = (
            left - self.left,
            right - self.left,
            bottom - self.bottom,
            top - self.bottom,
        )
        if self.turn == 90:
            return y0, x0, y1, x1
        if self.turn == 180:
            return self.width - x1, y0, self.width - x0, y1
        if self.turn == 270:
            return self.width - y1, self.height - x1, self.width - y0, self.height - x0
        return x0, self.height - y1, x1, self.height - y0


def sheet(page: Any) -> Sheet:
    """Measure a pypdfium2 page."""
    left, bottom, _, _ = page.get_cropbox()
    width, height = page.get_size()
    return Sheet(width, height, left, bottom, page.get_rotation())


def glyphs(textpage: Any, on: Sheet) -> list[Glyph]:
    """All letters of a page in the order they are drawn."""
    import pypdfium2.raw as pdfium

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    place = tuple(map(ctypes.byref, (left, right, bottom, top)))
    letter_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharBox
    upright = on.turn == 0
    found = []
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        letter = _letter(letter_of(textpage, index))
        box_of(textpage, index, *place)
        if upright:
            x0, x1 = left.value - on.left, right.value - on.left
            y0, y1 = on.height + on.bottom - top.value, on.height + on.bottom - bottom.value
        else:
            x0, y0, x1, y1 = on.box(left.value, right.value, bottom.value, top.value)
        found.append(Glyph(letter, x0, y0, x1, y1, index))
    return found


def _letter(code: int) -> str:
    if 31 < code < 0xD800:
        return chr(code)
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return ""
    letter = chr(code)
    return "-" if letter in LINE_END_HYPHENS else letter


def size(textpage: Any, glyph: Glyph) -> float:
    """Font size at *glyph* in points, or its height where the font states none."""
    import pypdfium2.raw as pdfium

    stated: float = pdfium.FPDFText_GetFontSize(textpage, glyph.number)
    return stated if stated > 2 else 1.4 * (glyph.bottom - glyph.top)


def font(textpage: Any, glyph: Glyph) -> str:
    """Name of the font that draws *glyph*."""
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(textpage, glyph.number, buffer, 128, ctypes.byref(flags))
    return buffer.raw[: min(length, 128)].rstrip(b"\x00").decode("utf-8", errors="replace")


def decoded(textpage: Any, run: Sequence[Glyph]) -> str:
    """The letters of *run*, those drawn in fonts of the years before Unicode decoded."""
    words: list[str] = []
    for name, part in _by_font(textpage, run):
        text = legacy.by_font(part, name)
        old = legacy.font_encoding(name)[0] == "tcvn3"
        words.append(_with_u(text, name) if old else text)
    return "".join(words)


def _with_u(text: str, name: str) -> str:
    return legacy.hyphen_is_u(text.lower()).upper() if text.isupper() else legacy.hyphen_is_u(text)


def _by_font(textpage: Any, run: Sequence[Glyph]) -> Iterator[tuple[str, str]]:
    """Stretches of *run* in one font, each with the name of the font."""
    current, words = "", ""
    for glyph in run:
        name = font(textpage, glyph) if glyph.letter.strip() else current
        if name != current and words:
            yield current, words
            words = ""
        current = name
        words += glyph.letter
    if words:
        yield current, words


def rules(page: Any, on: Sheet) -> list[Rule]:
    """The straight strokes drawn on a page, the four sides of boxes among them."""
    found: list[Rule] = []
    for drawn in page.get_objects(filter=(PATH,), max_depth=1):
        left, bottom, right, top = drawn.get_bounds()
        x0, y0, x1, y1 = on.box(left, right, bottom, top)
        if x1 - x0 <= THIN or y1 - y0 <= THIN:
            found.append(Rule(x0, y0, x1, y1))
        else:
            found += (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1))
            found += (Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))
        if len(found) > PATHS:
            return []
    return found
