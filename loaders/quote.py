"""The words a claim rests on, as evidence that can be found again."""

from __future__ import annotations

from phahe.graph.model import Evidence
from phahe.loaders.reading import Paragraph, Reading
from phahe.loaders.text import locate


def quote(reading: Reading, start: int, end: int, rule: str) -> Evidence:
    """Quote the source from *start* to *end*, surrounding blanks left out."""
    source = reading.source
    words = source.text[start:end]
    begin = start + len(words) - len(words.lstrip())
    words = words.strip()
    page, line = locate(source, begin)
    return Evidence(
        f"#{reading.index}", source.file, page, line, begin, begin + len(words), words, rule
    )


def quotes(
    reading: Reading, paragraph: Paragraph, start: int, end: int, rule: str
) -> tuple[Evidence, ...]:
    """Quote ``paragraph.text[start:end]``: one evidence for each piece of the source."""
    found = (quote(reading, low, high, rule) for low, high in paragraph.spans(start, end))
    return tuple(evidence for evidence in found if evidence.quote)
