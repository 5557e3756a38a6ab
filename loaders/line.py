"""A physical line, its cells, and what they say when they stand in a letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from phahe.loaders.reading import Paragraph, Stated
from phahe.loaders.text import plain


class Line(NamedTuple):
    """A line or a cell of it: plain text without the blanks around, tabs kept, and its offsets."""

    start: int
    end: int
    text: str


GAP = re.compile(r" *\t *|\s{3,}")
_BAR = re.compile(r"\s*\|\s*")
_BLANKS = re.compile(r"\s+")


def laid_out(source: str) -> str:
    """The plain form of *source* with its tabs: they part columns.

    >>> laid_out("UBND\\tCỘNG HOÀ")
    'UBND\\tCỘNG HÒA'
    """
    text = plain(source)
    if "\t" not in source:
        return text
    pieces = []
    at = 0
    for written in source.split("\t"):
        pieces.append(text[at : at + len(written)])
        at += len(written) + 1
    return "\t".join(pieces)


def lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a laid out *text*, blank ones included.

    >>> [line.text for line in lines("a\\n  b \\n")]
    ['a', 'b', '']
    """
    found = []
    at = start
    for raw in text[start:end].split("\n"):
        bare = raw.strip()
        begin = at + (raw.find(bare[0]) if bare else 0)
        found.append(Line(begin, begin + len(bare), bare))
        at += len(raw) + 1
    return found


def part(line: Line, start: int, end: int) -> Line:
    """The words of *line* from *start* to *end*, without blanks around."""
    words = line.text[start:end]
    bare = words.strip()
    begin = line.start + start + len(words) - len(words.lstrip())
    return Line(begin, begin + len(bare), bare)


def cells(line: Line, blank: bool = False) -> list[Line]:
    """The columns of a line: apart by three blanks, a tab, or the bars of a table's row.

    *blank*: empty cells too.

    >>> [cell.text for cell in cells(Line(0, 20, "UBND TỈNH    Độc lập"))]
    ['UBND TỈNH', 'Độc lập']
    >>> [cell.text for cell in cells(Line(0, 23, "| UBND TỈNH | Độc lập |"))]
    ['UBND TỈNH', 'Độc lập']
    """
    if not line.text.startswith("|"):
        found = _apart(line, GAP)
    elif blank:
        found = _apart(line, _BAR)
    else:
        found = [cell for column in _apart(line, _BAR) for cell in _apart(column, GAP)]
    return [cell for cell in found if cell.text or blank]


def _apart(line: Line, gaps: re.Pattern[str]) -> list[Line]:
    found = []
    at = 0
    for gap in gaps.finditer(line.text):
        found.append(part(line, at, gap.start()))
        at = gap.end()
    found.append(part(line, at, len(line.text)))
    return found


def stated(pieces: Iterable[Line], value: str | None = None) -> Stated | None:
    """The words of *pieces* as one value, white space as one blank; None if there are none."""
    found = [piece for piece in pieces if piece.text]
    if not found:
        return None
    joined = _BLANKS.sub(" ", " ".join(piece.text for piece in found)) if value is None else value
    return Stated(joined, found[0].start, found[-1].end)


def paragraph(kind: str, pieces: Iterable[Line], label: str = "", section: str = "") -> Paragraph:
    """Join *pieces* by one blank each into a paragraph of *kind*."""
    words, origins, at = [], [], 0
    for piece in pieces:
        origins.append((at, piece.start, len(piece.text)))
        words.append(piece.text.replace("\t", " "))
        at += len(piece.text) + 1
    return Paragraph(kind, " ".join(words), tuple(origins), label, section)
