"""A section's paragraphs cut into pieces: its own words, and one for each bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phahe.loaders.reading import Paragraph

BULLETS = "-+*•"
_ASKS = re.compile(r"\b(?:đề nghị|yêu cầu|rất mong)\b", re.IGNORECASE)
_LETTER = re.compile(r"[a-zđ]{1,2}\)?")


def pieces_of(members: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """A bullet or a request begins a piece; other paragraphs go on with the one before."""
    bulleted = any(rank(member) for member in members)
    piece: list[Paragraph] = []
    for member in members:
        begins = bool(rank(member)) or member.kind == "closing" or not member.section
        asks = bulleted and not member.label and _ASKS.search(member.text[:200])
        if piece and (begins or asks):
            yield piece
            piece = []
        piece.append(member)
    if piece:
        yield piece


def rank(paragraph: Paragraph) -> int:
    """0 for the section's own words, 1 for "-" and "a)", 2 for "+" and the like."""
    label = paragraph.label.strip()
    if label[:1] in BULLETS and label:
        return 1 if label[0] in "-•" else 2
    return 1 if _LETTER.fullmatch(label) and not paragraph.section.endswith(label.strip(")")) else 0


def own_paragraph(piece: Sequence[Paragraph]) -> Paragraph:
    """The paragraph that states the duty: behind the heading, where there is one."""
    has_title = piece[0].kind == "heading" and len(piece) > 1
    return piece[1] if has_title else piece[0]
