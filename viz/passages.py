"""Sentences as the page carries them: each passage once; edges and claims name it by number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from phahe.graph.model import Evidence


@dataclass(slots=True)
class Numbers:
    """Numbers things in the order they first occur."""

    of: dict[Any, int] = field(default_factory=dict)

    def number(self, thing: Any) -> int:
        """Return the number of *thing*."""
        return self.of.setdefault(thing, len(self.of))


@dataclass(slots=True)
class Passages:
    """Numbers passages: a sentence of a document, with its file, page and line."""

    nodes: Mapping[Any, int]
    """Node → its number."""
    rows: Numbers = field(default_factory=Numbers)
    files: Numbers = field(default_factory=Numbers)
    quotes: Numbers = field(default_factory=Numbers)

    def number(self, said: Evidence) -> int:
        """Return the number of the passage *said* points to."""
        return self.rows.number(
            (
                self.nodes.get(said.document, -1),
                self.files.number(said.file),
                said.page,
                said.line,
                self.quotes.number(said.quote),
            )
        )

    def columns(self) -> dict[str, Any]:
        """Return document, file, page, line, quote of each passage (as `steps`), and the texts."""
        columns = list(zip(*self.rows.of, strict=True)) or [()] * 5
        return {
            "rows": [steps(column) for column in columns],
            "files": list(self.files.of),
            "quotes": list(self.quotes.of),
        }


def steps(column: Any) -> list[int]:
    """Return *column* as differences from one number to the next: they pack far better.

    >>> steps([7, 7, 8, 3])
    [7, 0, 1, -5]
    """
    return [now - before for before, now in zip([0, *column], column, strict=False)]
