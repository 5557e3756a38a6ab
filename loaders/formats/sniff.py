"""What a file is, by its content; its ending is believed only where the content does not tell.

>>> kind(b"%PDF-1.7 ...", "a.docx"), kind("Số: 12".encode(), "a.pdf")
('pdf', 'text')
"""

from __future__ import annotations

import io
import re
import zipfile

HEAD = 4096
PDF_HEAD = 65_536
"""Some servers put junk before a PDF."""
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BM", "image"),
    (b"GIF8", "image"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body)\b", re.IGNORECASE)
TAGGED = re.compile(rb"<(?:html|body|p|div|table)\b", re.IGNORECASE)
MAIL = re.compile(
    rb"(?:(?:From|To|Cc|Subject|Date|MIME-Version|Received|Return-Path|Message-ID|Content-Type|"
    rb"Delivered-To|Reply-To|Thread-[\w-]+|X-[\w-]+|DKIM-[\w-]+|ARC-[\w-]+):[ \t][^\n]*\n"
    rb"(?:[ \t]+[^\n]*\n)*){2}",
    re.IGNORECASE,
)


def kind(data: bytes, name: str) -> str:
    """Name of the format: text, html, pdf, docx, doc, rtf, odt, mail, zip, image; or what it is."""
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if not data:
        return "empty"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zipped(data)
    if head.startswith(OLE):
        return _compound(data)
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"%PDF-"):
        return "pdf"
    for signature, what in SIGNATURES:
        if head.startswith(signature) and not _is_text(head):
            return what
    if b"%PDF-1." in data[:PDF_HEAD] or b"%PDF-2." in data[:PDF_HEAD]:
        return "pdf"
    return _written(head, name.lower())


def _written(head: bytes, name: str) -> str:
    """Kinds of text."""
    start = head.removeprefix(b"\xff\xfe").replace(b"\x00", b"").lstrip()
    if start.startswith(b"<?xml") and b"office:document" in start:
        return "fodt"
    if start.startswith(b"<") and HTML.search(start):
        return "html"
    if name.endswith((".html", ".htm", ".xhtml", ".doc")) and TAGGED.search(head):
        return "html"
    if MAIL.match(head.replace(b"\r\n", b"\n")):
        return "mail"
    if name.endswith((".csv", ".tsv")):
        return "csv"
    return "text"


def _is_text(head: bytes) -> bool:
    return not any(code < 9 or 13 < code < 32 for code in head[:512])


def _zipped(data: bytes) -> str:
    """An office document is a ZIP file of parts with fixed names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:5000])
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError):
        return "docx" if b"word/" in data else "zip"
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        return "odt"
    for part, what in (("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx")):
        if part in names:
            return what
    return "zip"


def _compound(data: bytes) -> str:
    """Word, or an encrypted package, or another office program's file."""
    for stream, what in (("EncryptedPackage", "encrypted"), ("WordDocument", "doc")):
        if stream.encode("utf-16-le") in data:
            return what
    return "ole"
