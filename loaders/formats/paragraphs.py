"""Printed lines → paragraphs, across pages; calls and notes of footnotes matched.

A line goes on in the next where the next one's first word had no room left; a list mark, an
indent, a gap or another size begins a paragraph. A hyphen or slash at a line end inside a number
joins without a blank: ``08-`` and ``8-2025`` are ``08-8-2025``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from phahe.loaders.formats.compose import MOTTO, Block, NotesHere, PageTurn, Table
from phahe.loaders.formats.lines import Line, Note, Page, Row

OPENS = re.compile(
    r"[-+*•–·]\s|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]\s|[a-zđ]\)\s|[IVX]{1,5}[.)]\s|Điều\s[0-9]"
    r"|Kính gửi|Nơi nhận|Căn cứ|Số[:\s]|V/v|[-_=~*. ]{4,}$"
)
CLOSES = re.compile(r"[;:]\s*$|\./\.?\s*$")
NO_BLANK = re.compile(r"[0-9A-ZĐƯ][-/]$")
NO_BLANK_NEXT = re.compile(r"^[-/][0-9A-ZĐ]")
INDENT = 0.9
"""A line that begins this many letter heights further right begins a paragraph."""
OTHER_SIZE = 0.3
"""Letters that differ more than this share in size do not go on (OCR measures roughly)."""
ENDS = 5.0
"""Lines that end within so many points end at the same margin."""
RIGHT = 0.7
"""The right margin lies beyond this share of the page width."""
HEAD = 12
"""Lines at the top of a page among which the motto of a letterhead stands."""
MOTTO_LINE = 60
"""Characters the motto's line has at most: in a sentence it is no letterhead."""
GAP = 1.35
"""Lines further apart than this many line pitches are two paragraphs."""


@dataclass(slots=True)
class _Flow:
    """Blocks finished, the paragraph being read, and footnotes by the number of their call."""

    blocks: list[Block] = field(default_factory=list)
    words: str = ""
    last: Line | None = None
    notes: dict[int, list[str]] = field(default_factory=dict)
    breaks: str = ""
    """Page starts still to be written into the next paragraph."""

    def end(self) -> None:
        """The paragraph being read ends here."""
        if self.words:
            self.blocks.append(self.words)
        self.words, self.last = "", None


def flow(pages: Sequence[Page]) -> tuple[list[Block], dict[int, list[str]]]:
    """Blocks for `compose`, page starts as ``\\f``, and the footnotes called in them."""
    found = _Flow()
    number = 1
    margins = _margins(pages)
    for page in pages:
        found.breaks += "\f" * (page.number - number)
        number = page.number
        _page(found, page, margins[round(page.width)])
    found.end()
    return found.blocks, found.notes


def _begins_document(page: Page) -> bool:
    """Does the page begin with a letterhead?"""
    top = page.items[:HEAD]
    return any(
        isinstance(item, Line) and MOTTO.search(item.text) and len(item.text) < MOTTO_LINE
        for item in top
    )


def _page(found: _Flow, page: Page, right: float) -> None:
    if found.notes and _begins_document(page):
        found.end()
        found.blocks.append(NotesHere())
    pitch = _pitch([item for item in page.items if isinstance(item, Line)])
    calls = _called(found, page)
    for item in page.items:
        if isinstance(item, Row):
            found.end()
            _row(found, item)
            continue
        text = _with_calls(item.text, calls)
        if item.page:
            found.end()
            found.blocks += [PageTurn(item.page), text, PageTurn(page.number)]
        elif found.last is not None and goes_on(found.last, item, right, pitch):
            blank = "" if _unbroken(found.words, text) else " "
            found.words += blank + found.breaks + text
        else:
            found.end()
            found.words = found.breaks + text
        found.breaks, found.last = "", item
    called = "".join(item.text for item in page.items if isinstance(item, Line))
    for number, call in calls.items():
        if f"\ue000{number}\ue001" not in called:
            found.words += f"\ue002{call}\ue003"
    if found.last is not None:  # the next page is no lower on this one
        found.last = _above_all(found.last)


def _above_all(line: Line) -> Line:
    return Line(line.text, line.left, float("-inf"), line.right, float("-inf"), line.size)


def _unbroken(before: str, after: str) -> bool:
    return bool(NO_BLANK.search(before) or NO_BLANK_NEXT.search(after))


def _margins(pages: Sequence[Page]) -> dict[int, float]:
    """Right margin by page width: the outermost place where several lines end."""
    ends: dict[int, list[float]] = {}
    for page in pages:
        rights = (item.right for item in page.items if isinstance(item, Line))
        ends.setdefault(round(page.width), []).extend(rights)
    return {width: _margin(sorted(rights, reverse=True), width) for width, rights in ends.items()}


def _margin(rights: Sequence[float], width: float) -> float:
    enough = max(2, len(rights) // 12)
    for at, right in enumerate(rights):
        last = at + enough - 1
        if right < RIGHT * width:
            break
        if last < len(rights) and right - rights[last] <= ENDS:
            return right
    return rights[0] if rights else 0.0


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance from line to line."""
    steps = [
        low.bottom - high.bottom
        for high, low in pairwise(lines)
        if 0 < low.bottom - high.bottom < 4 * high.size
    ]
    return sorted(steps)[len(steps) // 2] if steps else float("inf")


def goes_on(line: Line, following: Line, right: float, pitch: float) -> bool:
    """Does the paragraph of *line* go on in the line *following*, *right* being the margin?"""
    if OPENS.match(following.text):
        return False
    if CLOSES.search(line.text) and not following.text[:1].islower():
        return False
    if abs(line.size - following.size) > OTHER_SIZE * line.size:
        return False
    step = following.bottom - line.bottom
    if step != float("inf") and not 0 < step < GAP * pitch:
        return False
    word = following.text.split(" ", 1)[0]
    letter = (following.right - following.left) / max(1, len(following.text))
    room = right - line.right
    indented = following.left > line.left + INDENT * line.size
    return room < letter * (len(word) + 1) and not indented


def _row(found: _Flow, row: Row) -> None:
    """Add a table row, to the table before it if there is one with these columns."""
    cells = tuple((cell,) for cell in row.cells)
    if found.breaks and cells:
        cells = ((found.breaks + row.cells[0],), *cells[1:])
        found.breaks = ""
    before = found.blocks[-1] if found.blocks else None
    if isinstance(before, Table) and len(before.rows[-1]) == len(cells):
        found.blocks[-1] = Table((*before.rows, cells))
    else:
        found.blocks.append(Table((cells,)))


def _called(found: _Flow, page: Page) -> dict[str, int]:
    """Printed number → number of the call, for the notes of *page*."""
    calls = {}
    for note in page.notes:
        call = len(found.notes) + 1
        found.notes[call] = list(note_paragraphs(note))
        calls[note.number] = call
    return calls


def note_paragraphs(note: Note) -> Iterator[str]:
    """The paragraphs of a footnote, without its number."""
    right = max(line.right for line in note.lines)
    pitch = _pitch(note.lines)
    words = ""
    last: Line | None = None
    for line in note.lines:
        if last is not None and goes_on(last, line, right, pitch):
            words += ("" if _unbroken(words, line.text) else " ") + line.text
        else:
            if words:
                yield words
            words = line.text
        last = line
    yield words


CALL = re.compile("\ue000([0-9]{1,3})\ue001")
"""How a raised number is marked until its note is found; private characters, in no text."""


def _with_calls(text: str, calls: dict[str, int]) -> str:
    """Raised numbers as ``[^1]`` where the page has such a note, else as plain digits."""
    return CALL.sub(lambda found: f"[^{calls[found[1]]}]" if found[1] in calls else found[1], text)
