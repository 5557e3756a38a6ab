"""path -> Text: one reader for each format, chosen by content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats import doc, docx, html, image, odt, pdf, plain, register, rtf
from phahe.loaders.formats.sniff import kind
from phahe.loaders.limits import FILE_BYTES, MIB
from phahe.loaders.text import Text

PageStep = Callable[[int], None]
"""Called with the number of each page that is begun."""
READERS: dict[str, Callable[[bytes, str], Text]] = {
    "text": plain.read,
    "csv": register.read,
    "html": html.read,
    "docx": docx.read,
    "doc": doc.read,
    "odt": odt.read,
    "rtf": rtf.read,
    "fodt": odt.read_flat,
}
PAGE_READERS: dict[str, Callable[[bytes, str, PageStep], Text]] = {
    "pdf": pdf.read,
    "image": image.read,
}
RISKY = frozenset(("pdf", "image", "doc"))
REASONS = {
    "empty": "the file is empty; there is nothing to read",
    "encrypted": "locked with a password: remove it and try again",
    "ole": "an office file, but no Word document: save it as DOCX or PDF",
    "xlsx": "a spreadsheet: save its sheets as CSV or PDF",
    "pptx": "slides: save them as PDF",
    "zip": "an archive: phahe build reads the files in it",
    "mail": "a letter: phahe build reads its text and what is attached",
    "rar": "a RAR archive: unpack it, or pack it as ZIP",
    "7z": "a 7-Zip archive: unpack it, or pack it as ZIP",
    "gzip": "a gzip archive: unpack it, or pack it as ZIP",
    "program": "a program, not a document",
}


def no_step(page: int) -> None:
    """Tell nobody."""


def read_bytes(data: bytes, name: str, step: PageStep = no_step) -> Text:
    """Read a file's content; raise UnreadableFile with the reason if that cannot be done."""
    what = kind(data, name)
    try:
        if what in PAGE_READERS:
            return PAGE_READERS[what](data, name, step)
        if what in READERS:
            return READERS[what](data, name)
    except RecursionError as fault:
        raise UnreadableFile(f"{name}: nested too deep to read") from fault
    except MemoryError as fault:
        raise UnreadableFile(f"{name}: needs more memory than a document may") from fault
    raise UnreadableFile(f"{name}: {REASONS.get(what, f'{what} files are not read')}")


def file_bytes(path: Path, name: str) -> bytes:
    """The content of a file of allowed size; raise UnreadableFile otherwise."""
    try:
        size = path.stat().st_size
        if size > FILE_BYTES:
            raise UnreadableFile(
                f"{name}: {size // MIB} MiB, more than the {FILE_BYTES // MIB} MiB read"
            )
        return path.read_bytes()
    except OSError as fault:
        raise UnreadableFile(f"{name}: {fault.strerror or fault}") from fault


def read_text(path: Path, name: str) -> Text:
    """Read *path* as the text all offsets count in, calling it *name*.

    Formats whose parsers are not our own are read in a process with limits on memory and time.
    """
    data = file_bytes(path, name)
    if kind(data, name) in RISKY:
        from phahe.loaders.worker import text_apart

        return text_apart(path, name)
    return read_bytes(data, name)
