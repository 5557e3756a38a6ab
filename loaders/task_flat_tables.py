"""Tables that came out one cell a line: heads ("TT", "Nội dung", "Cơ quan chủ trì" ...), then rows.

>>> text = "TT\\nNội dung\\nCơ quan chủ trì\\nThời gian\\n1\\nLập dự án\\nSở Y tế\\nQuý I\\n2\\nHọp"
>>> [[text[slice(*cell)] for cell in row.values()] for row in flat_rows(text, 0, len(text))]
[['1', 'Lập dự án', 'Sở Y tế', 'Quý I']]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise

from phahe.loaders.assignment_phrases import role_of

Cell = tuple[int, int]
Row = dict[str, Cell]
"""What a column holds (lead, support, time, text, or its place) → where its words stand."""

MOST = 8
"""Columns."""
_FIRST = re.compile(r"^[ \t|]*(?:S?TT|Stt|Số TT)[ \t|.]*$", re.MULTILINE)
_LINE = re.compile(r"[^\n]*[^\s|\n][^\n]*")
_TEXT = re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|giải pháp", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?\.?")


def flat_rows(text: str, start: int, end: int) -> Iterator[Row]:
    """Yield the rows whose number of lines is that of the columns; where cells wrap, none."""
    for _, lines, heads in _tables(text, start, end):
        numbered = [at for at, line in enumerate(lines) if _NUMBER.fullmatch(text[slice(*line)])]
        for at, after in pairwise([*numbered, len(lines)]):
            if after - at == len(heads):
                yield dict(zip(heads, lines[at:after], strict=True))


def flat_spans(text: str, start: int, end: int) -> Iterator[Cell]:
    """Yield where such tables stand."""
    for begin, lines, _ in _tables(text, start, end):
        yield begin, lines[-1][1] if lines else begin


def _tables(text: str, start: int, end: int) -> Iterator[tuple[int, list[Cell], list[str]]]:
    """Where each table begins, the lines below its heads, and what its columns hold."""
    for first in _FIRST.finditer(text, start, end):
        lines = (line.span() for line in _LINE.finditer(text, first.start(), end))
        near = list(islice(lines, MOST + 1))
        heads = _heads([text[slice(*line)].strip(" \t|") for line in near[1:]])
        if heads:
            rest = chain(near[len(heads) :], lines)
            yield first.start(), _below(rest, len(heads), _says(text)), heads


def _says(text: str) -> Callable[[Cell], str]:
    return lambda line: text[slice(*line)].strip(" \t|")


def _heads(words: Sequence[str]) -> list[str]:
    """What the columns hold, from the second on; empty where no lead and no text is among them."""
    found = ["0"]
    for place, head in enumerate(words, 1):
        if _NUMBER.fullmatch(head) or len(head) > 60:
            break
        role = role_of(head) if role_of(head) in ("lead", "support", "time") else ""
        found.append(role or ("text" if _TEXT.search(head) and "text" not in found else str(place)))
    return found if {"lead", "text"} <= set(found) and len(found) <= MOST else []


def _below(lines: Iterable[Cell], columns: int, says: Callable[[Cell], str]) -> list[Cell]:
    """The lines of the rows: as long as numbers follow each other, a row's length apart at most."""
    kept: list[Cell] = []
    last = 0
    for at, line in enumerate(lines):
        if _NUMBER.fullmatch(says(line)):
            last = at
        if at - last > 3 * columns or (at == 0 and not _NUMBER.fullmatch(says(line))):
            break
        kept.append(line)
    return kept[: last + columns]
