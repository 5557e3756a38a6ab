"""Text and markdown: UTF-8, UTF-16, TCVN3, VNI, VISCII, windows-1258, or mixed line by line."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats import legacy
from phahe.loaders.formats.syllables import share
from phahe.loaders.limits import MIB, TEXT_BYTES
from phahe.loaders.text import Text, decode

UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read(data: bytes, name: str) -> Text:
    """Read text, converting what is in an old encoding; `how` says from which."""
    if len(data) > TEXT_BYTES:
        raise UnreadableFile(
            f"{name}: {len(data) // MIB} MiB of text, more than the {TEXT_BYTES // MIB} MiB "
            "read from one file: split it"
        )
    if not _is_unicode(data):
        converted = _one_byte_a_letter(data)
        if converted:
            text, encoding = converted
            source = decode(text.encode(), name)
            return replace(source, how=f"{source.how} ({encoding})")
    return converted_lines(decode(data, name))


def converted_lines(source: Text) -> Text:
    """Decode the lines of *source* that Unicode letters only pretend to be."""
    text, encoding = legacy.convert(source.text)
    if not encoding:
        return source
    if len(text) != len(source.text):
        source = replace(source, pages=_moved(source, text))
    how = f"{source.how} ({encoding})"
    return replace(source, text=unicodedata.normalize("NFC", text), how=how)


def _moved(source: Text, text: str) -> tuple[int, ...]:
    """The page starts after conversion: pages start at the same line as before."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return tuple(starts[source.text.count("\n", 0, page)] for page in source.pages)


def _is_unicode(data: bytes) -> bool:
    if data.startswith(UTF_16) or b"\x00" in data[:4096]:
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _one_byte_a_letter(data: bytes) -> tuple[str, str] | None:
    """Decode by the encoding that gives the most Vietnamese, or None if none does."""
    text = data.decode("latin-1")
    decoders: legacy.Decoders = {
        "tcvn3": lambda old: legacy.tcvn3(legacy.as_printed(old)),
        "vni": lambda old: legacy.vni(legacy.as_printed(old)),
        "windows-1258": legacy.windows_1258,
        "viscii": legacy.viscii,
    }
    name = legacy.best(text, decoders)
    if name:
        return unicodedata.normalize("NFC", decoders[name](text)), name
    broken = data.decode("utf-8", errors="replace")
    return None if share(broken) > share(text) or not text.isprintable() else (text, "latin-1")
