"""What became of a file: its facts, or why it could not be read; as bytes between processes."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass

from phahe.graph.facts import Claim, DocumentKey, EdgeFacts, FileFacts, NodeFacts
from phahe.graph.model import Evidence
from phahe.loaders.text import Doubt, Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document file, read or not; an archive has one for each file in it."""

    name: str
    digest: str
    """Of its content; two files of one digest are the same document twice."""
    reason: str = ""
    """Why there are no facts; blank if there are."""
    packed: bytes = b""
    """Its facts, packed: they travel and are kept unopened until the files meet."""
    how: str = ""
    pages: int = 0
    warnings: tuple[str, ...] = ()
    try_again: bool = False
    """The reason may be gone next time: a busy machine."""

    @property
    def is_read(self) -> bool:
        """Are there facts?"""
        return bool(self.packed)

    @property
    def facts(self) -> FileFacts | None:
        """The facts, opened anew at each call."""
        facts = unpack(self.packed) if self.packed else None
        assert facts is None or isinstance(facts, FileFacts)
        return facts


def read_outcome(facts: FileFacts, digest: str) -> Outcome:
    """The outcome for a file that was read."""
    return Outcome(facts.file, digest, "", pack(facts), facts.how, facts.pages, facts.warnings)


@dataclass(frozen=True, slots=True)
class Step:
    """A process says what it reads now, so that one can tell whether it stands still."""

    name: str
    page: int
    seconds: float
    """Time this step may take."""


ALLOWED = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (
        Claim,
        Doubt,
        DocumentKey,
        EdgeFacts,
        Evidence,
        FileFacts,
        NodeFacts,
        Outcome,
        Step,
        Text,
    )
}


class _Unpickler(pickle.Unpickler):
    """Makes nothing but facts: bytes from elsewhere can run no code."""

    def find_class(self, module: str, name: str) -> type:
        try:
            return ALLOWED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no fact") from None


def pack(value: object) -> bytes:
    """Outcomes and steps as bytes."""
    return pickle.dumps(value, protocol=5)


def unpack(data: bytes) -> object:
    """What `pack` made; raises pickle.UnpicklingError for anything else."""
    return _Unpickler(io.BytesIO(data)).load()
