"""Everything phahe raises.

PhaheError
├── UnreadableFile      one file could not be read; the others go on
├── NotANumber          text that is no document number
├── UnknownNode         nothing in the graph is called that
├── AmbiguousName       several things are called that
├── BadGraph            the folder holds no graph, or a damaged one
├── BadQuery            the engine refused the query
├── BadServer           the Neo4j server cannot be reached, refuses, or holds what is not ours
├── UnknownQuestion     the question library has no such question, parameter or engine
└── BadOutput           the output could not be written
"""

from __future__ import annotations

from collections.abc import Sequence


class PhaheError(Exception):
    """The root; its text says what, where, and what to do."""


class UnreadableFile(PhaheError):
    """One file could not be read."""


class NotANumber(PhaheError, ValueError):
    """The text is no document number."""


class UnknownNode(PhaheError, LookupError):
    """Nothing in the graph is called that."""


class AmbiguousName(PhaheError, LookupError):
    """Several things in the graph are called that; `candidates` are their names."""

    def __init__(self, name: str, candidates: Sequence[str], count: int = 0) -> None:
        """Keep the *candidates* a person may choose from; *count* is more where not all are."""
        self.candidates = tuple(candidates)
        listed = [f"    {candidate}" for candidate in candidates]
        if count > len(candidates):
            listed.append(f"    ... and {count - len(candidates)} more; say a year or a place too")
        many = max(count, len(candidates))
        super().__init__("\n".join((f"{name}: {many} things are called that:", *listed)))


class BadGraph(PhaheError):
    """The folder holds no graph, or a damaged one."""


class BadQuery(PhaheError):
    """The engine refused the query."""


class BadServer(PhaheError):
    """The Neo4j server cannot be reached, refuses, is too old, or holds data of others."""


class UnknownQuestion(PhaheError, LookupError):
    """The question library has no such question, parameter or engine."""


class BadOutput(PhaheError):
    """The output could not be written."""
