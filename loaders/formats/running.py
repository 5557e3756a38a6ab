"""What is printed on every page and said once: running heads, feet and page numbers.

>>> pages = [Page(n, 600, 800, (Line(f"{n}", 300, 20, 305, 30, 10),
...                             Line(f"Trang {n}: lời", 60, 100, 500, 112, 12))) for n in (2, 3)]
>>> [[line.text for line in page.items] for page in without_running_heads(pages)]
[['Trang 2: lời'], ['Trang 3: lời']]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from phahe.loaders.formats.lines import Line, Page

NUMBER = re.compile(
    r"(?:Trang|trang|Page)?\s*[-–—.(\[]*\s*[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?\s*[-–—.)\]]*"
)
EDGE = 0.12
"""Share of the page height at the top and at the foot where such lines stand."""
CANDIDATES = 3
"""So many lines at either edge of a page may be running heads."""
DIGITS = re.compile(r"[0-9]+")
BLANKS = re.compile(r"\s+")


def without_running_heads(pages: Sequence[Page]) -> list[Page]:
    """Drop lone page numbers at the edges, and edge lines that other pages repeat."""
    seen = Counter(key for page in pages for key in {_key(line, page) for line in _edge(page)})
    repeated = {key for key, times in seen.items() if times >= max(2, len(pages) // 3)}
    cleaned = []
    for page in pages:
        dropped = {
            id(line)
            for line in _edge(page)
            if NUMBER.fullmatch(line.text.strip()) or _key(line, page) in repeated
        }
        kept = tuple(item for item in page.items if id(item) not in dropped)
        cleaned.append(replace(page, items=kept) if dropped else page)
    return cleaned


def _edge(page: Page) -> Iterator[Line]:
    """The first and last lines of a page by height, where heads and feet are printed."""
    lines = sorted((item for item in page.items if isinstance(item, Line)), key=lambda x: x.top)
    for line in lines[:CANDIDATES]:
        if line.bottom < EDGE * page.height:
            yield line
    for line in lines[CANDIDATES:][-CANDIDATES:]:
        if line.top > (1 - EDGE) * page.height:
            yield line


def _key(line: Line, page: Page) -> tuple[str, bool]:
    """What a head has in common on all pages: its words without numbers, and top or foot."""
    words = BLANKS.sub("", DIGITS.sub("", line.text))
    return words, line.top < page.height / 2
