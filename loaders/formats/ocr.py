"""Recognition of page images with Tesseract, which comes with ``phahe[ocr]``.

Words are put into lines along the slope of the page, lines into columns as on printed pages.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from itertools import groupby
from typing import TYPE_CHECKING, Any

from phahe.loaders.formats.columns import in_order, rows_of
from phahe.loaders.formats.doubt import MARKS, marked
from phahe.loaders.formats.lines import Line, Page, Row
from phahe.loaders.formats.pdf_tables import Grid, grids, rows
from phahe.loaders.formats.ruled import rules
from phahe.loaders.formats.syllables import share

if TYPE_CHECKING:
    from PIL.Image import Image

INSTALL = "pip install 'phahe[ocr]'"
GHOST = {0: 60, 1: 45, 2: 30}
"""Letters and digits in a word → confidence up to which it is taken for a stain."""
ETH = re.compile("Đ?Ð|ÐĐ")
"""Tesseract also gives the Icelandic letter for Đ, or both: ``LĐÐLĐ`` is LĐLĐ."""
STAIN = "\ue020"
"""Stands before what may be a stain until its place on the line tells; private, in no text."""
WIDE = 1.1
"""A blank wider than this many letter heights parts two columns."""
UPRIGHT = 0.35
"""Share of Vietnamese syllables below which the page is tried upside down and sideways."""
GUTTER = 1.5
"""A blank this wide is one, in letter heights, whatever sign stands in it."""
STROKES = "|_{}[]¦~"
"""What rules and stains at the edge of a word are taken for."""
ALONE = frozenset("-–+*•&/=:") | {"***", "**", "..."}
"""Signs that may stand as words of their own."""
A4_WIDTH = 595.0


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word; `slope` is that of its line, downwards to the right."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    slope: float
    line: int


def is_installed() -> bool:
    """Is the extra there?"""
    return find_spec("tesserocr") is not None and find_spec("PIL") is not None


@cache
def _engine() -> Any:
    """Tesseract with the Vietnamese model, started once a process."""
    import tesserocr

    model = files("phahe.data") / "tessdata"
    return tesserocr.PyTessBaseAPI(path=f"{model}/", lang="vie", psm=tesserocr.PSM.AUTO)


def read_image(image: Image, number: int, points: float = A4_WIDTH) -> Page:
    """Recognise a page image in greys, *points* wide; one that gives no Vietnamese is turned."""
    words = list(_words(image))
    if share(" ".join(word.text for word in words)) < UPRIGHT and len(words) > 5:
        for angle in (180, 90, 270):
            turned = image.rotate(angle, expand=True)
            found = list(_words(turned))
            if _syllables(found) > _syllables(words):
                words, image = found, turned
    scale = points / image.width
    slope = statistics.median(word.slope for word in words) if words else 0.0
    lines = [[_straight(word, slope, scale) for word in line] for line in _by_line(words)]
    drawn = grids(rules(image, slope, scale)) if words else []
    items = _items(lines, drawn, points)
    return Page(number, points, image.height * scale, tuple(items), is_scan=True)


def _syllables(words: Sequence[Word]) -> float:
    return share(" ".join(word.text for word in words)) * len(words)


def _words(image: Image) -> Iterator[Word]:
    import tesserocr

    engine = _engine()
    engine.SetImage(image)
    if not engine.Recognize():
        return
    level, line = tesserocr.RIL.WORD, -1
    for item in tesserocr.iterate_level(engine.GetIterator(), level):
        line += item.IsAtBeginningOf(tesserocr.RIL.TEXTLINE)
        if item.Empty(level):
            continue
        text, confidence = item.GetUTF8Text(level).strip(STROKES + " \n"), item.Confidence(level)
        if not text:
            continue
        text = marked(ETH.sub("Đ", text), confidence)
        if _may_be_stain(text, confidence):
            text = STAIN + text
        slope = _slope(item.Baseline(tesserocr.RIL.TEXTLINE))
        left, top, right, bottom = item.BoundingBox(level)
        yield Word(text, left, top, right, bottom, confidence, slope, line)


def _may_be_stain(text: str, confidence: float) -> bool:
    text = MARKS.sub("", text)
    letters = sum(sign.isalnum() for sign in text)
    if not letters and len(text) <= 3 and text not in ALONE:
        return True
    return confidence <= GHOST.get(letters, 0)


def _slope(baseline: Any) -> float:
    if not baseline:
        return 0.0
    (x0, y0), (x1, y1) = baseline
    return float((y1 - y0) / (x1 - x0)) if x1 - x0 > 200 else 0.0


def _by_line(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of each line that was recognised, without lines of signs only."""
    for _, line in groupby(words, key=lambda word: word.line):
        found = list(line)
        if any(_is_word(word.text) for word in found):
            yield found


def _straight(word: Word, slope: float, scale: float) -> Line:
    """A word in points, as if the page lay straight."""
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    right, down = slope * y, -slope * x
    return Line(
        word.text,
        (word.left + right) * scale,
        (word.top + down) * scale,
        (word.right + right) * scale,
        (word.bottom + down) * scale,
        (word.bottom - word.top) * scale,
    )


def _items(
    lines: Sequence[Sequence[Line]], drawn: Sequence[Grid], width: float
) -> list[Line | Row]:
    """Lines in reading order, with ruled tables in their place."""
    inside: list[dict[tuple[int, int], list[Line]]] = [{} for _ in drawn]
    pieces: list[Line] = []
    for line in lines:
        free = []
        for word in line:
            at, cell = _cell(drawn, word)
            if cell is None:
                free.append(word)
            else:
                inside[at].setdefault(cell, []).append(word)
        pieces += _pieces(free)
    items: list[Line | Row] = []
    above = 0.0
    for grid, cells in sorted(zip(drawn, inside, strict=True), key=lambda pair: pair[0].rows[0]):
        middle = grid.rows[0]
        items += in_order(rows_of(p for p in pieces if above <= p.middle < middle), width)
        items += rows(grid, cells, _cell_text)
        above = middle
    items += in_order(rows_of(piece for piece in pieces if piece.middle >= above), width)
    return items


def _cell(drawn: Sequence[Grid], word: Line) -> tuple[int, tuple[int, int] | None]:
    x = (word.left + word.right) / 2
    for at, grid in enumerate(drawn):
        if (cell := grid.at(x, word.middle)) is not None:
            return at, cell
    return 0, None


def _cell_text(words: Sequence[Line]) -> str:
    lines = (piece.text for row in rows_of(words) for piece in _pieces(row))
    return " ".join(lines)


def _pieces(line: Sequence[Line]) -> Iterator[Line]:
    """The words of a line, parted where a wide blank parts columns, stains left out."""
    height = statistics.median(word.size for word in line) if line else 0.0
    piece: list[Line] = []
    signs: list[Line] = []
    for word in line:
        if piece and not _has_letters(word.text):
            signs.append(word)
            continue
        if piece and word.left - piece[-1].right > (GUTTER if signs else WIDE) * height:
            yield from _worded(piece)
            piece = [sign for sign in signs[-1:] if _is_bullet(sign, word, height)]
        elif piece:
            piece += [sign for sign in signs if MARKS.sub("", sign.text) in ALONE]
        piece.append(word)
        signs = []
    yield from _worded(piece)


def _is_bullet(sign: Line, word: Line, height: float) -> bool:
    return MARKS.sub("", sign.text) in ("-", "+", "–") and word.left - sign.right < height


def _worded(piece: Sequence[Line]) -> Iterator[Line]:
    if any(_is_word(word.text) for word in piece):
        yield _joined([replace(word, text=word.text.removeprefix(STAIN)) for word in piece])


def _has_letters(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _is_word(text: str) -> bool:
    """Surely has a letter or digit, or is the star below a letterhead."""
    return not text.startswith(STAIN) and (_has_letters(text) or "*" in text)


def _joined(words: Sequence[Line]) -> Line:
    heights = sorted(word.size for word in words)
    return Line(
        " ".join(word.text for word in words),
        words[0].left,
        statistics.median(word.top for word in words),
        words[-1].right,
        statistics.median(word.bottom for word in words),
        heights[len(heights) * 4 // 5],  # the taller words: those with marks and tails
    )
