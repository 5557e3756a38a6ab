"""Footnotes of a printed page, taken out of the text they interrupt.

A note stands at the foot in smaller letters and begins with the number that calls it, which is
raised where it calls, where it begins, or both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from phahe.loaders.formats.lines import Line, Note, Page, Row

RAISED = re.compile("\ue000([0-9]{1,3})\ue001")
START = re.compile("(\ue000)?([0-9]{1,3})\ue001?\\s*(?=\\D)")
SMALLER = 0.93
"""Notes are set in letters at most this large beside the body's."""
FOOT = 0.3
"""They begin below this share of the page height."""


def with_notes(page: Page) -> Page:
    """Move the footnotes of *page* from its items to its notes."""
    lines = [item for item in page.items if isinstance(item, Line)]
    body = _body_size(lines)
    first = len(page.items)
    while first and _is_small(page.items[first - 1], body):
        first -= 1
    called = {number for line in lines for number in RAISED.findall(line.text)}
    notes: list[list[Line]] = []
    numbers: list[str] = []
    for at, item in enumerate(page.items[first:], first):
        assert isinstance(item, Line)
        start = START.match(item.text)
        if start and (start[1] or start[2] in called) and _follows(numbers, start[2]):
            if not notes and item.top < FOOT * page.height:
                return page
            first = first if notes else at
            numbers.append(start[2])
            notes.append([replace(item, text=item.text[start.end() :])])
        elif notes:
            notes[-1].append(item)
    if not notes:
        return page
    found = tuple(Note(n, tuple(lines)) for n, lines in zip(numbers, notes, strict=True))
    return replace(page, items=page.items[:first], notes=found)


def _follows(numbers: Sequence[str], number: str) -> bool:
    return not numbers or int(number) == int(numbers[-1]) + 1


def _is_small(item: Line | Row, body: float) -> bool:
    return isinstance(item, Line) and item.size <= SMALLER * body


def _body_size(lines: Sequence[Line]) -> float:
    """Size of the middle letter of the page."""
    if not lines:
        return 0.0
    half = sum(len(line.text) for line in lines) / 2
    for line in sorted(lines, key=lambda line: line.size):
        half -= len(line.text)
        if half <= 0:
            return line.size
    return lines[0].size
