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
SMALLER_SCAN = 0.85
"""The same on scanned pages, where letters are only measured."""
SLACK = 0.25
"""Share of lines of small print that may look larger on a scan."""
FOOT = 0.3
"""They begin below this share of the page height."""


def with_notes(page: Page) -> Page:
    """Move the footnotes of *page* from its items to its notes."""
    lines = [item for item in page.items if isinstance(item, Line)]
    most = (SMALLER_SCAN if page.is_scan else SMALLER) * _body_size(lines)
    first = _foot(page, most)
    called = {number for line in lines for number in RAISED.findall(line.text)}
    notes: list[list[Line]] = []
    numbers: list[str] = []
    for at, item in enumerate(page.items[first:], first):
        if not isinstance(item, Line):
            return page
        start = START.match(item.text)
        if (
            start
            and (start[1] or start[2] in called or page.is_scan)
            and _follows(numbers, start[2])
        ):
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


def _foot(page: Page, most: float) -> int:
    """Where the small print at the end of a page begins; on a scan some of it may look larger."""
    first = at = len(page.items)
    larger = 0
    while at and isinstance(page.items[at - 1], Line):
        at -= 1
        if _is_small(page.items[at], most):
            first = at
        else:
            larger += 1
        if larger > (len(page.items) - at) * SLACK * page.is_scan:
            break
    return first


def _follows(numbers: Sequence[str], number: str) -> bool:
    return not numbers or int(number) == int(numbers[-1]) + 1


def _is_small(item: Line | Row, most: float) -> bool:
    return isinstance(item, Line) and item.size <= most


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
