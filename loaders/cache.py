"""What was read before: outcomes by content and version of the reader, in the graph folder.

An entry is written whole or not at all; one that is damaged counts as missing.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from phahe.graph.errors import BadOutput
from phahe.loaders.outcome import Outcome, pack, unpack

PARTS = ("data", "graph", "loaders")
LIBRARIES = ("pypdfium2", "selectolax", "olefile", "tesserocr")
CHECK = 16


@cache
def reader_version() -> str:
    """Names everything that decides what is read from a file: rules, tables and libraries."""
    total = blake2b(digest_size=8)
    for part in PARTS:
        for name, data in sorted(_code(files(f"phahe.{part}"))):
            total.update(name.encode() + b"\0" + data)
    for library in LIBRARIES:
        try:
            total.update(f"{library} {version(library)}".encode())
        except PackageNotFoundError:
            continue
    return total.hexdigest()


def _code(folder: Traversable) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name not in ("documents", "gold", "__pycache__"):
            for name, data in _code(entry):
                yield f"{entry.name}/{name}", data
        elif entry.name.endswith((".py", ".csv")):
            yield entry.name, entry.read_bytes()


@dataclass(frozen=True, slots=True)
class Cache:
    """The outcomes kept in *folder* for one version of the reader."""

    folder: Path
    version: str

    def key(self, content: str, name: str) -> str:
        """Name of the entry for a file of this content under this name."""
        return blake2b(f"{self.version}\0{content}\0{name}".encode(), digest_size=16).hexdigest()

    def get(self, key: str) -> tuple[Outcome, ...] | None:
        """What is kept under *key*, or None."""
        try:
            data = self._path(key).read_bytes()
            if blake2b(data[CHECK:], digest_size=CHECK).digest() != data[:CHECK]:
                return None
            kept = unpack(data[CHECK:])
        except (OSError, pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError):
            return None
        if isinstance(kept, tuple) and all(isinstance(outcome, Outcome) for outcome in kept):
            return kept
        return None

    def put(self, key: str, outcomes: Sequence[Outcome]) -> None:
        """Keep *outcomes*; raise BadOutput if there is no room."""
        data = pack(tuple(outcomes))
        path = self._path(key)
        new = path.with_suffix(".new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(blake2b(data, digest_size=CHECK).digest() + data)
            new.replace(path)
        except OSError as fault:
            new.unlink(missing_ok=True)
            raise BadOutput(f"{path}: cannot be written: {fault.strerror or fault}") from fault

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drop what no file of the last build needs."""
        kept = {self._path(key) for key in keys}
        for path in self.folder.glob("*/*"):
            if path not in kept:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]
