"""A file's text to its documents, each taken apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from phahe.loaders.ending import End, ending
from phahe.loaders.letterhead import Letterhead, letterhead
from phahe.loaders.letterhead_line import iso_date
from phahe.loaders.line import Line, laid_out, lines, paragraph, part, stated
from phahe.loaders.opening import Opening, opened, opening
from phahe.loaders.parts import parts
from phahe.loaders.phrases import opens
from phahe.loaders.reading import Paragraph, Reading, Recipient, Stated
from phahe.loaders.recipients import recipient_items
from phahe.loaders.signature import signatures
from phahe.loaders.split import documents, is_annex
from phahe.loaders.text import Text
from phahe.loaders.unwrapped import unwrapped

_ADOPTED = re.compile(
    r"thông\s+qua\s[^.;]{0,60}?(?P<date>ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4}))"
)


def readings(source: Text) -> list[Reading]:
    """Take every document of *source* apart, in the order they stand there."""
    rows = _rows(source)
    return [
        reading(source, rows[first:end], index)
        for index, (first, end) in enumerate(documents(rows))
    ]


def _rows(source: Text) -> list[Line]:
    text = laid_out(source.text)
    return unwrapped(lines(text), text)


def openings(source: Text) -> Iterator[Reading]:
    """The same documents without their parts, which references do not need: in a third of the time.

    Only where the date of a law may stand at its end, the whole is read.
    """
    rows = _rows(source)
    for index, (first, end) in enumerate(documents(rows)):
        inside = rows[first:end]
        found = opening(inside)
        if _may_be_dated_below(found, inside):
            yield _whole(source, inside, index, found)
        else:
            yield opened(source, inside, index, found)


def reading(source: Text, rows: Sequence[Line], index: int) -> Reading:
    """Take one document apart; *rows* are its lines."""
    return _whole(source, rows, index, opening(rows))


def _whole(source: Text, rows: Sequence[Line], index: int, found: Opening) -> Reading:
    end = ending(rows, found.text)
    stop = end.first if end else len(rows)
    body = [rows[at] for at in range(found.text, stop) if at not in found.skip]
    annex = list(rows[end.end :]) if end else []
    over = letterhead(annex, 0)
    copies = _copies(end)
    stamps = [Stated("", found.stamp.start, found.stamp.end)] if found.stamp else []
    whole = (
        *_head_parts(found.head),
        *_stated_parts("stamp", stamps, rows),
        *_stated_parts("addressee", found.addressees, rows),
        *parts(body, source.text),
        *_end_parts(end, copies, rows),
        *_head_parts(over, annexed=True),
        *parts(annex[over.end :], source.text, annex=True),
    )
    paragraphs = tuple(sorted(whole, key=lambda each: each.start))
    made = opened(source, rows, index, found)
    return replace(
        made,
        date=made.date or (None if found.head.dated else _adopted(paragraphs)),
        paragraphs=paragraphs,
        recipients=copies,
        signatures=signatures(end.blocks) if end else (),
        marks=tuple(filter(None, (stated([mark]) for mark in end.marks))) if end else (),
    )


def _may_be_dated_below(found: Opening, rows: Sequence[Line]) -> bool:
    """Whether the head has no date line and some line may begin the closing sentence."""
    undated = not found.head.date and not found.head.dated
    return undated and any(opens(line.text, "closing") for line in rows[found.text :])


def _adopted(paragraphs: Sequence[Paragraph]) -> Stated | None:
    """The date of adoption, where a law or resolution has no date line."""
    for each in reversed(paragraphs):
        if each.kind == "closing":
            found = _ADOPTED.search(each.text)
            if found:
                value = iso_date(found["day"], found["month"], found["year"])
                start, end = (
                    each.source(found.start("date")),
                    each.source(found.end("date") - 1) + 1,
                )
                return Stated(value, start, end) if value else None
    return None


def _copies(end: End | None) -> tuple[Recipient, ...]:
    items = end.items if end else []
    return tuple(copy for item in items for copy in recipient_items(item))


def _head_parts(head: Letterhead, annexed: bool = False) -> Iterator[Paragraph]:
    """One paragraph for each cell of the letterhead; a title's lines are one."""
    own = () if annexed else ("number", "date", "type")
    title = []
    for kind, cell in head.parts:
        if kind == "title" or (annexed and (kind == "type" or is_annex(cell.text))):
            title.append(cell)
            continue
        if kind == "rule":
            continue
        yield paragraph(kind if kind in (*own, "annex") else "header", [cell])
    if title:
        yield paragraph("annex" if annexed else "title", title)


def _stated_parts(kind: str, found: Iterable[Stated], rows: Sequence[Line]) -> Iterator[Paragraph]:
    """One paragraph for each of the words *found*, line by line."""
    begins = [line.start for line in rows]
    for each in found:
        first = max(0, bisect_right(begins, each.start) - 1)
        last = bisect_left(begins, each.end)
        inside = (_within(line, each) for line in rows[first:last] if line.text)
        pieces = [piece for piece in inside if piece.text]
        if pieces:
            yield paragraph(kind, pieces)


def _within(line: Line, words: Stated) -> Line:
    """The piece of *line* that belongs to *words*."""
    return part(line, max(0, words.start - line.start), max(0, words.end - line.start))


def _end_parts(
    end: End | None, copies: Iterable[Recipient], rows: Sequence[Line]
) -> Iterator[Paragraph]:
    if end is None:
        return
    near = rows[end.first : end.end]
    if end.heading:
        yield paragraph("header", [end.heading])
    yield from _stated_parts("recipient", [copy.words for copy in copies], near)
    for block in end.blocks:
        for line in block.lines():
            yield paragraph("signature", [line])
    for mark in end.marks:
        yield paragraph("mark", [mark])
