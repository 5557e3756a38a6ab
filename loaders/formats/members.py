"""Archives and mail are folders: the files in them, names made safe, sizes bounded.

>>> safe_name("../../etc/evil.txt"), safe_name("C:\\\\Văn bản\\\\83.docx")
('etc/evil.txt', 'Văn bản/83.docx')
"""

from __future__ import annotations

import email
import email.policy
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats.package import unpacked
from phahe.loaders.formats.sniff import kind
from phahe.loaders.limits import ARCHIVES_DEEP, FILE_BYTES, MEMBERS, MEMBERS_BYTES, MIB

UTF_8_NAME = 0x800
ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "application/pdf": "pdf", "text/html": "html"}
NOT_DOCUMENTS = re.compile(r"(?:^|/)(?:__MACOSX/|\.|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file, or the reason why it cannot be had."""

    name: str
    """With the names of the archives around it: ``mail.eml/plan.zip/83.docx``."""
    data: bytes
    reason: str = ""


@dataclass(slots=True)
class _Allowance:
    """What the outermost archive may still unpack."""

    files: int = MEMBERS
    size: int = MEMBERS_BYTES
    too_deep: bool = False
    """Said once: a bomb of archives has thousands."""

    def spend(self, size: int, name: str) -> None:
        self.files -= 1
        self.size -= size
        if self.files < 0:
            raise UnreadableFile(f"{name}: more than {MEMBERS} files in one archive")
        if self.size < 0:
            raise UnreadableFile(f"{name}: unpacks to more than {MEMBERS_BYTES // MIB} MiB")


def members(data: bytes, name: str) -> Iterator[Member]:
    """The documents in a file: itself, or those in it if it is an archive or mail."""
    yield from _members(data, name, _Allowance(), 0)


def _members(data: bytes, name: str, allowance: _Allowance, depth: int) -> Iterator[Member]:
    what = kind(data, name)
    if what not in ("zip", "mail"):
        yield Member(name, data)
        return
    if depth >= ARCHIVES_DEEP:
        if not allowance.too_deep:
            reason = f"{name}: archives inside archives, more than {ARCHIVES_DEEP} deep"
            yield Member(name, b"", reason)
        allowance.too_deep = True
        return
    inside = _zipped(data, name, allowance) if what == "zip" else _mailed(data, name, allowance)
    seen: set[str] = set()
    for member in inside:
        path = _unused(f"{name}/{member.name}", seen)
        if member.reason:
            yield Member(path, b"", member.reason)
        else:
            yield from _members(member.data, path, allowance, depth + 1)


def _zipped(data: bytes, name: str, allowance: _Allowance) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError) as fault:
        raise UnreadableFile(f"{name}: damaged or cut off archive: {fault}") from fault
    for entry in archive.infolist():
        inner = safe_name(_entry_name(entry))
        if entry.is_dir() or not inner or NOT_DOCUMENTS.search(inner):
            continue
        try:
            content = unpacked(archive, entry, f"{name}/{inner}", FILE_BYTES)
            allowance.spend(len(content), name)
        except UnreadableFile as fault:
            yield Member(inner, b"", str(fault))
        else:
            yield Member(inner, content)


def _entry_name(entry: zipfile.ZipInfo) -> str:
    """The name in a ZIP file; many programs write UTF-8 without saying so."""
    if entry.flag_bits & UTF_8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename


def _mailed(data: bytes, name: str, allowance: _Allowance) -> Iterator[Member]:
    """The body of a letter and its attachments."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is not None:
        ending = "html" if body.get_content_subtype() == "html" else "txt"
        yield _part(body, f"body.{ending}", name, allowance)
    for number, part in enumerate(message.iter_attachments(), 1):
        if part.get_content_type() in ("message/rfc822", "message/global"):
            inner: Any = part.get_payload(0)
            yield Member(f"letter {number}.eml", inner.as_bytes())
            continue
        ending = ENDINGS.get(part.get_content_type(), "bin")
        named = safe_name(part.get_filename() or f"attachment {number}.{ending}")
        yield _part(part, named, name, allowance)


def _part(part: Any, inner: str, name: str, allowance: _Allowance) -> Member:
    try:
        content = part.get_payload(decode=True)
        content = content if isinstance(content, bytes) else b""
        charset = part.get_content_charset("")
        if part.get_content_maintype() == "text" and charset.startswith(("utf-16", "windows-1252")):
            content = content.decode(charset, errors="replace").encode()
        allowance.spend(len(content), name)
    except (UnreadableFile, LookupError, ValueError) as fault:
        return Member(inner, b"", f"{name}/{inner}: {fault}")
    return Member(inner, content)


def safe_name(name: str) -> str:
    """A member's name as a path below its archive, whatever it claims."""
    steps = re.sub(r"^[A-Za-z]:", "", name.replace("\\", "/")).split("/")
    kept = (step for step in steps if step not in ("", ".", ".."))
    return unicodedata.normalize("NFC", re.sub(r"[\x00-\x1f]", "", "/".join(kept)))


def _unused(name: str, seen: set[str]) -> str:
    """*name*, or with a number if the archive holds another file of that name."""
    number, free = 1, name
    while free in seen:
        number += 1
        free = f"{name} ({number})"
    seen.add(free)
    return free
