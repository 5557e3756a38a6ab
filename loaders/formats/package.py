"""Parts of a DOCX or ODT package, unpacked within limits and parsed without entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree

from phahe.graph.errors import UnreadableFile
from phahe.loaders.limits import MEMBERS, MIB, PACKED_RATIO, PART_BYTES

Element = ElementTree.Element


@dataclass(frozen=True, slots=True)
class Package:
    """An office document: a ZIP file of XML parts."""

    archive: zipfile.ZipFile
    name: str

    def part(self, path: str) -> Element | None:
        """The root of a part, or None if the package lacks it."""
        try:
            entry = self.archive.getinfo(path)
        except KeyError:
            return None
        data = unpacked(self.archive, entry, self.name, PART_BYTES)
        if b"<!DOCTYPE" in data.replace(b"\x00", b""):
            raise UnreadableFile(f"{self.name}: {path} declares entities, which are never expanded")
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError) as fault:
            raise UnreadableFile(f"{self.name}: {path} is damaged XML: {fault}") from fault


def open_package(data: bytes, name: str) -> Package:
    """Open an office package; raise UnreadableFile if it is cut off or is none."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as fault:
        raise UnreadableFile(f"{name}: damaged or cut off: {fault}; get it again") from fault
    if len(archive.infolist()) > MEMBERS:
        raise UnreadableFile(f"{name}: more than {MEMBERS} parts")
    return Package(archive, name)


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, most: int) -> bytes:
    """Unpack one member of at most *most* bytes; never trusts the size the archive states."""
    bomb = entry.file_size > MIB and entry.file_size > PACKED_RATIO * max(1, entry.compress_size)
    if bomb or entry.file_size > most:
        raise UnreadableFile(
            f"{name}: {entry.filename} unpacks to {entry.file_size // MIB} MiB, "
            f"{entry.file_size // max(1, entry.compress_size)} times its size: not read"
        )
    try:
        with archive.open(entry) as stream:
            data = stream.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as fault:
        raise UnreadableFile(f"{name}: {entry.filename} is damaged: {fault}") from fault
    except (RuntimeError, NotImplementedError) as fault:
        raise UnreadableFile(f"{name}: {entry.filename} is encrypted: {fault}") from fault
    if len(data) > most:
        raise UnreadableFile(f"{name}: {entry.filename} is larger than it says")
    return data
