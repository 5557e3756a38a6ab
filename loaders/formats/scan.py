"""Pages that are pictures: when they are recognised, and what is said where they cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from phahe.loaders.formats import ocr
from phahe.loaders.formats.lines import Line, Page, Row
from phahe.loaders.formats.pdf_glyphs import IMAGE
from phahe.loaders.formats.reread import reread
from phahe.loaders.formats.syllables import WORD, share
from phahe.loaders.limits import OCR_PAGES, PIXELS

READABLE = 0.6
"""Share of Vietnamese syllables below which a text layer is useless."""
FEW = 15
"""A picture with fewer words than this beside it is the page."""
COVERS = 0.4
"""Share of the page a picture covers that may be the page itself."""
TOLD = 20
"""So many changed words are named."""
LARGE = 600
"""Pixels along the longer side that may show a page of text."""
LEAST, MOST = 100 / 72, 400 / 72
"""Pixels a point between which a page is drawn; more only makes it slow."""


def is_readable(items: Sequence[Line | Row]) -> bool:
    """Is the text layer more than a stamp, and Vietnamese rather than a failed recognition?"""
    text = " ".join(item.text if isinstance(item, Line) else " ".join(item.cells) for item in items)
    return len(WORD.findall(text)) >= FEW and share(text) >= READABLE


def pixels_a_point(page: Any, *, is_blank: bool) -> float | None:
    """Resolution of the pictures that cover a page, or None if none does.

    On a page that *is_blank* without its pictures, any large one is the page: some programs wrap
    it so that its place cannot be told.
    """
    width, height = page.get_size()
    covered, resolution, largest = 0.0, 0.0, 0
    longer = float(max(width, height))
    for picture in page.get_objects(filter=(IMAGE,), max_depth=4):
        pixels = int(max(picture.get_px_size()))
        largest = max(largest, pixels)
        left, bottom, right, top = picture.get_bounds()
        if right - left > 0 and top - bottom > 0:
            covered += (right - left) * (top - bottom)
            resolution = max(resolution, pixels / float(max(right - left, top - bottom)))
    if covered >= COVERS * width * height:
        return min(max(resolution, LEAST), MOST)
    if is_blank and largest >= LARGE:
        return min(max(largest / longer, LEAST), MOST)
    return None


def told(changes: list[str]) -> list[str]:
    """What was changed in recognising, as a warning."""
    if not changes:
        return []
    more = f", and {len(changes) - TOLD} more" if len(changes) > TOLD else ""
    return [f"blurred words read as elsewhere in the file: {', '.join(changes[:TOLD])}{more}"]


@dataclass(slots=True)
class Scan:
    """Recognises the pages of one file that need it, and keeps account."""

    name: str
    warnings: list[str] = field(default_factory=list)
    recognised: int = 0
    pictures: list[int] = field(default_factory=list)
    """Pages that stay unread."""

    def page(self, page: Any, resolution: float, read: Page) -> Page:
        """Recognise a page of pictures, or leave what its text layer gave."""
        if not ocr.is_installed() or self.recognised >= OCR_PAGES:
            self.pictures.append(read.number)
            return read
        width, height = page.get_size()
        most = (PIXELS / max(1.0, width * height)) ** 0.5
        image = page.render(scale=min(resolution, most), grayscale=True).to_pil()
        self.recognised += 1
        return ocr.read_image(image, read.number, width)

    def reread(self, pages: list[Page]) -> list[Page]:
        """Read doubtful words again by their neighbours."""
        if not self.recognised:
            return pages
        again, changes = reread(pages)
        self.warnings += told(changes)
        return again

    def how(self, pages: int) -> str:
        """``pdf``, ``ocr``, or both."""
        if not self.recognised:
            return "pdf"
        return "ocr" if self.recognised == pages else "pdf+ocr"

    def all_warnings(self) -> list[str]:
        """What the reader of the graph should know of this file."""
        if not self.pictures:
            return self.warnings
        listed = ", ".join(map(str, self.pictures[:10])) + ", ..." * (len(self.pictures) > 10)
        return [*self.warnings, f"pages {listed} are pictures and were not read: {self._cure()}"]

    def why_empty(self) -> str:
        """Why nothing was read."""
        if self.pictures:
            return f"only pictures of pages: {self._cure()}"
        return "no text on any page"

    def _cure(self) -> str:
        if not ocr.is_installed():
            return f"to recognise them, {ocr.INSTALL}"
        return f"more than {OCR_PAGES} pages of pictures: split the file"
