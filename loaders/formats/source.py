"""Find a document again by the name it has in the graph, and read it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from phahe.graph.errors import UnreadableFile
from phahe.loaders.folder import find
from phahe.loaders.formats.members import members
from phahe.loaders.formats.reader import file_bytes, read_bytes
from phahe.loaders.text import Text


def read_source(paths: Sequence[Path], name: str) -> Text:
    """Read the document called *name* in *paths*, also inside an archive or mail.

    Raises UnreadableFile if it is not there any more or cannot be read.
    """
    path, outer = find(paths, name)
    data = file_bytes(path, outer)
    if outer == name:
        return read_bytes(data, name)
    for member in members(data, outer):
        if member.name == name:
            return read_bytes(member.data, name)
    raise UnreadableFile(f"{name}: not in {path} any more")
