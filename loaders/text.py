"""The text of a file: what all offsets count in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text with stable offsets."""

    file: str
    """Path below the folder that was read, with ``/``."""
    text: str
    """NFC, line ends ``\\n``; all offsets count in this; ``phahe text FILE`` prints exactly this."""
    pages: tuple[int, ...] = (0,)
    """Offset at which each page starts."""
    how: str = "text"
    """How it was read: text, markdown, html, docx, pdf, ocr ..."""
    warnings: tuple[str, ...] = ()
