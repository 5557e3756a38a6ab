"""The files to read: folders walked in a fixed order, each file with the name it goes by."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from phahe.graph.errors import UnreadableFile

SKIPPED = (".", "~$")
"""Hidden files and the locks of office programs."""
LITTER = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


@dataclass(frozen=True, slots=True)
class Source:
    """A file on the disk and its name in the graph: its path below the folder that was read."""

    path: Path
    name: str


def sources(paths: Sequence[Path], leave_out: Path | None = None) -> list[Source]:
    """The files in *paths*, sorted by name; *leave_out* is the folder the graph is written to.

    Raises UnreadableFile for a path that is not there. Names of files from several folders begin
    with the folder's name; where that is not enough, with its path.
    """
    for path in paths:
        if not path.exists():
            raise UnreadableFile(f"{path}: no such file or folder")
    skipped = leave_out.resolve() if leave_out is not None else None
    found = list(dict.fromkeys(_found(paths, skipped)))
    several = sum(path.is_dir() for path in paths) > 1
    names = [_name(path, root, several) for path, root in found]
    times = Counter(names)
    named = {
        Source(path, name if times[name] == 1 else unicodedata.normalize("NFC", path.as_posix()))
        for (path, _), name in zip(found, names, strict=True)
    }
    return sorted(named, key=lambda source: source.name)


def _found(paths: Sequence[Path], skipped: Path | None) -> Iterator[tuple[Path, Path]]:
    """Every file, with the folder it was found in."""
    for root in paths:
        if not root.is_dir():
            yield root, root.parent
            continue
        for folder, inner, files in os.walk(root):
            here = Path(folder)
            inner[:] = [
                name for name in inner if _wanted(name) and (here / name).resolve() != skipped
            ]
            yield from ((here / name, root) for name in files if _wanted(name))


def _wanted(name: str) -> bool:
    return not name.startswith(SKIPPED) and name.lower() not in LITTER


def _name(path: Path, root: Path, several: bool) -> str:
    below = path.relative_to(root).as_posix()
    name = f"{root.resolve().name}/{below}" if several and root.is_dir() else below
    return unicodedata.normalize("NFC", name)


def find(paths: Sequence[Path], name: str) -> tuple[Path, str]:
    """The file on the disk that holds the document *name*, and that file's own name.

    *name* may go on inside it: ``letters.zip/2022/83.docx`` is in ``letters.zip``. Raises
    UnreadableFile if there is none.
    """
    steps = name.split("/")
    for root in paths if len(paths) == 1 else ():  # by far the most frequent case, without a walk
        for length in range(len(steps), 0, -1):
            outer = "/".join(steps[:length])
            if root.is_dir() and (root / outer).is_file():
                return root / outer, outer
    held = {source.name: source.path for source in sources([p for p in paths if p.exists()])}
    for length in range(len(steps), 0, -1):
        outer = "/".join(steps[:length])
        if outer in held:
            return held[outer], outer
    raise UnreadableFile(f"{name}: not in {', '.join(map(str, paths)) or 'any folder'} any more")
