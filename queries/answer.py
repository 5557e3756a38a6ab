"""An answer: rows of plain values, and the sentences behind each row."""

from __future__ import annotations

from dataclasses import dataclass

from phahe.graph.model import Evidence

Cell = str | int | float | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question of the library answers; the same from every engine."""

    question: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    evidence: tuple[tuple[Evidence, ...], ...]
    """For each row the sentences it rests on; none where something is missing."""
    caveat: str = ""
    """What the answer cannot know, to be shown with it."""

    def column(self, name: str) -> list[Cell]:
        """Return one column from top to bottom; KeyError for a name that is none of `columns`."""
        if name not in self.columns:
            raise KeyError(name)
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def records(self) -> list[dict[str, Cell]]:
        """Return each row as a column → cell mapping."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]
