"""PDF files: pages with a text layer are read, pages without one recognised where OCR is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats.compose import compose
from phahe.loaders.formats.doubt import without_marks
from phahe.loaders.formats.footnotes import with_notes
from phahe.loaders.formats.lines import Page, Row
from phahe.loaders.formats.paragraphs import flow
from phahe.loaders.formats.pdf_page import read_page
from phahe.loaders.formats.pdf_tables import joined
from phahe.loaders.formats.plain import converted_lines
from phahe.loaders.formats.running import without_running_heads
from phahe.loaders.formats.scan import Scan, is_readable, pixels_a_point
from phahe.loaders.formats.signatures import signatures_joined
from phahe.loaders.limits import PAGES
from phahe.loaders.text import Text


def read(data: bytes, name: str, step: Callable[[int], None]) -> Text:
    """Read a PDF file; raise UnreadableFile for one that is locked, damaged or only pictures."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile(f"{name}: {_why(str(fault))}") from fault
    try:
        scan = Scan(name)
        count = len(document)
        if count > PAGES:
            scan.warnings.append(f"only the first {PAGES} of {count} pages were read")
        pages = []
        for number in range(1, min(count, PAGES) + 1):
            step(number)
            try:
                pages.append(_page(document[number - 1], number, scan))
            except pypdfium2.PdfiumError:
                scan.warnings.append(f"page {number} is damaged and was left out")
    finally:
        document.close()
    pages = scan.reread(without_running_heads(pages))
    pages = [with_notes(page) for page in pages]
    blocks, notes = flow(signatures_joined(list(_tables_joined(pages))))
    if not blocks:
        raise UnreadableFile(f"{name}: {scan.why_empty()}")
    source = compose(blocks, name, scan.how(count), notes, scan.all_warnings())
    return without_marks(converted_lines(source))


def _page(page: Any, number: int, scan: Scan) -> Page:
    """Read a page by its text layer if it has one that can be read, else by its picture."""
    read = read_page(page, number)
    picture = pixels_a_point(page, is_blank=not read.items)
    if picture is None or (read.items and is_readable(read.items)):
        return read
    return scan.page(page, picture, read)


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
