"""Printed lines with their place on the page, as PDF readers and OCR give them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side on a page; lengths in points (or pixels), y grows downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """Height of its letters, a capital with its descender; compares lines of one page."""
    page: int = 0
    """Number of the page it is printed on, if it was moved to another."""

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a ruled table, cells by column; `columns` are the rules between them."""

    cells: tuple[str, ...]
    columns: tuple[float, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote at the foot of a page: its number as printed, and its paragraphs."""

    number: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page in reading order."""

    number: int
    width: float
    height: float
    items: tuple[Line | Row, ...]
    notes: tuple[Note, ...] = ()
    is_scan: bool = False
    """Recognised: sizes are rough, and raised numbers are not told apart."""


def same_row(first: Line, second: Line) -> bool:
    """Do two lines stand side by side? A raised number belongs to the row it is raised from."""
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    return overlap > 0.4 * min(first.bottom - first.top, second.bottom - second.top)
