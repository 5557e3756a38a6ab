"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from phahe.graph.errors import BadOutput


@contextmanager
def writing(path: Path) -> Iterator[IO[str]]:
    """Open *path* for text; it changes only when the block ends without an error.

    Raises BadOutput if it cannot be written; what stood there before then still stands.
    """
    with replacing(path) as new, new.open("w", encoding="utf-8", newline="") as out:
        yield out


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the path of a new file that takes the place of *path* when the block ends well."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield new
        flush(new)
        new.replace(path)
    except OSError as error:
        raise BadOutput(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        new.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Wait until the file or folder at *path* is on the disk."""
    if os.name == "nt" and path.is_dir():
        return
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)
