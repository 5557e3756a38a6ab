"""PDF files: pages with a text layer are read, pages without one recognised where OCR is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats.compose import compose
from phahe.loaders.formats.footnotes import with_notes
from phahe.loaders.formats.lines import Line, Page, Row
from phahe.loaders.formats.paragraphs import flow
from phahe.loaders.formats.pdf_page import read_page
from phahe.loaders.formats.pdf_tables import joined
from phahe.loaders.formats.plain import converted_lines
from phahe.loaders.formats.running import without_running_heads
from phahe.loaders.formats.syllables import WORD, share
from phahe.loaders.limits import PAGES
from phahe.loaders.text import Text

READABLE = 0.6
"""Share of Vietnamese syllables below which a text layer is useless."""
FEW = 15
"""Fewer words than this are not judged."""


def read(data: bytes, name: str, step: Callable[[int], None]) -> Text:
    """Read a PDF file; raise UnreadableFile for one that is locked, damaged or only pictures."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile(f"{name}: {_why(str(fault))}") from fault
    try:
        count = len(document)
        warnings = [f"only the first {PAGES} of {count} pages were read"] if count > PAGES else []
        pages = []
        for number in range(1, min(count, PAGES) + 1):
            step(number)
            pages.append(read_page(document[number - 1], number))
    finally:
        document.close()
    pages = [with_notes(page) for page in without_running_heads(pages)]
    blocks, notes = flow(list(_tables_joined(pages)))
    return converted_lines(compose(blocks, name, "pdf", notes, warnings))


def _why(fault: str) -> str:
    if "assword" in fault:
        return "locked with a password: remove it and try again"
    return f"damaged or no PDF ({fault.rstrip('.')}); get it again"


def _tables_joined(pages: Sequence[Page]) -> Iterator[Page]:
    """Join tables that page breaks cut."""
    waiting: Page | None = None
    for page in pages:
        if waiting is not None:
            at = len(waiting.items)
            while at and isinstance(waiting.items[at - 1], Row):
                at -= 1
            upper = [item for item in waiting.items[at:] if isinstance(item, Row)]
            until = 0
            while until < len(page.items) and isinstance(page.items[until], Row):
                until += 1
            lower = [item for item in page.items[:until] if isinstance(item, Row)]
            upper, lower = joined(upper, lower)
            yield replace(waiting, items=(*waiting.items[:at], *upper))
            page = replace(page, items=(*lower, *page.items[until:]))
        waiting = page
    if waiting is not None:
        yield waiting


def is_readable(items: Sequence[Line | Row]) -> bool:
    """Is there a text layer, and is it Vietnamese rather than a failed recognition?"""
    text = " ".join(item.text if isinstance(item, Line) else " ".join(item.cells) for item in items)
    return len(WORD.findall(text)) < FEW or share(text) >= READABLE
