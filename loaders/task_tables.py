"""Tasks in tables: one row for each, columns for who leads, who helps and when.

Rows are lines with cells between tabs or bars, as word processors' tables and Markdown come out:
``TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.loaders.assignment_bodies import named
from phahe.loaders.assignment_phrases import role_of
from phahe.loaders.deadlines import deadlines, due
from phahe.loaders.home import Home
from phahe.loaders.reading import Reading, Stated
from phahe.loaders.task import Assigned, Task
from phahe.loaders.task_flat_tables import flat_rows, flat_spans
from phahe.loaders.task_kinds import kind_of
from phahe.loaders.text import plain

_HEAD = re.compile(r"chủ trì|thực hiện|phụ trách", re.IGNORECASE)
_ROW = re.compile(r"^[^\t|\n]*[\t|][^\n]*", re.MULTILINE)
_RULE = re.compile(r"[\s|:-]*\Z")
_WORDS = (
    ("support", re.compile(r"phối hợp|tham gia", re.IGNORECASE)),
    ("lead", re.compile(r"chủ trì|đầu mối|phụ trách|(?:cơ quan|đơn vị).*thực hiện", re.IGNORECASE)),
    ("time", re.compile(r"thời gian|thời hạn|tiến độ|lộ trình|hoàn thành", re.IGNORECASE)),
    ("text", re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|giải pháp", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class _Table:
    """Where a table's rows stand in the source and what its columns hold."""

    columns: tuple[str, ...]
    start: int
    end: int


def table_spans(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Source spans of the tables that assign tasks, from the head of their columns on."""
    ruled = [(found.start, found.end) for found in _tables(reading)]
    return (*ruled, *flat_spans(plain(reading.source.text), reading.start, reading.end))


def table_tasks(reading: Reading, home: Home, since: str = "") -> Iterator[Task]:
    """Yield a task for each row that names a lead."""
    for found in _tables(reading):
        text = plain(reading.source.text)
        for row in _ROW.finditer(reading.source.text, found.start, found.end):
            cells = _cells(reading.source.text, *row.span())
            if len(cells) == len(found.columns) and row.start() > found.start:
                task = _task(dict(zip(found.columns, cells, strict=True)), text, home, since)
                if task:
                    yield task
    text = plain(reading.source.text)
    for cells_of in flat_rows(text, reading.start, reading.end):
        task = _task(cells_of, text, home, since)
        if task:
            yield task


def _tables(reading: Reading) -> Iterator[_Table]:
    text, end = reading.source.text, reading.start
    if not any(text.find(bar, reading.start, reading.end) >= 0 for bar in "\t|"):
        return
    for head in _ROW.finditer(text, reading.start, reading.end):
        if head.start() < end or not _HEAD.search(head[0]):
            continue
        cells = _cells(text, *head.span())
        columns = tuple(_role(text[slice(*cell)], place) for place, cell in enumerate(cells))
        if "lead" not in columns or "text" not in columns:
            continue
        end = head.end()
        while row := _ROW.match(text, min(end + 1, reading.end), reading.end):
            end = row.end()
        yield _Table(columns, head.start(), end)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the cells of a line, empty ones too; a Markdown rule under a head has none."""
    line = text[start:end]
    if _RULE.match(line):
        return []
    bar = "\t" if "\t" in line else "|"
    if bar == "|":
        start += len(line) - len(line.lstrip(" |"))
        line = line.strip(" |")
    cells = []
    for cell in line.split(bar):
        cells.append((start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _role(head: str, place: int) -> str:
    """lead, support, time, text, or the column's place where it is none of them."""
    exact = role_of(head)
    if exact in ("lead", "support", "time"):
        return exact
    return next((role for role, words in _WORDS if words.search(head)), str(place))


def _task(cells: dict[str, tuple[int, int]], text: str, home: Home, since: str) -> Task | None:
    leads = _assigned(cells["lead"], text, home)
    if not leads:
        return None
    supports = _assigned(cells["support"], text, home) if "support" in cells else ()
    time = _stated(cells["time"], text) if "time" in cells else None
    times = deadlines(text[time.start : time.end], since, labelled=True) if time else []
    words = _stated(cells["text"], text)
    number = _stated(cells["0"], text).value.strip(".") if "0" in cells else ""
    section = number if re.fullmatch(r"[\dIVX]+(?:\.\d+)*", number) else ""
    kind = kind_of(words.value)
    return Task(
        section, words, kind, time, due(times), leads, supports, ((words.start, words.end),)
    )


def _stated(cell: tuple[int, int], text: str) -> Stated:
    words = text[slice(*cell)]
    start = cell[0] + len(words) - len(words.lstrip())
    return Stated(" ".join(words.split()), start, start + len(words.strip()))


def _assigned(cell: tuple[int, int], text: str, home: Home) -> tuple[Assigned, ...]:
    words = _stated(cell, text)
    bodies = named(text[words.start : words.end], home, words.start)
    spans = ((words.start, words.end),)
    return tuple(Assigned(body, spans, "task_tables.row") for body in bodies)
