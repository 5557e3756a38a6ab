"""Labels whose bodies stand on the lines below: "Cơ quan chủ trì:", then "- Sở Y tế;"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phahe.loaders.assignment import without_number
from phahe.loaders.assignment_phrases import Label
from phahe.loaders.deadlines import deadlines
from phahe.loaders.home import Home
from phahe.loaders.reading import Paragraph
from phahe.loaders.task_headings import heading_bodies

Labelled = tuple[Paragraph, list[Label]]
"""A paragraph of a block and the labelled parts it holds."""


def filled(found: Iterable[Labelled], home: Home) -> Iterator[Labelled]:
    """Yield *found*; lines that are nothing but bodies, or a time, take the empty label above."""
    waiting: Label | None = None
    for paragraph, parts in found:
        if parts:
            waiting = None if parts[-1].words else parts[-1]
            yield paragraph, parts
        elif waiting and _fits(paragraph, waiting.role, home):
            text, start = paragraph.text, without_number(paragraph.text)
            yield paragraph, [Label(waiting.role, text[start:], start, start, len(text))]
            waiting = None if waiting.role == "time" else waiting
        else:
            waiting = None
            yield paragraph, parts


def _fits(paragraph: Paragraph, role: str, home: Home) -> bool:
    if role == "time":
        return bool(deadlines(paragraph.text[:200], "", labelled=True))
    return role in ("lead", "support") and bool(heading_bodies(paragraph.text, home))
