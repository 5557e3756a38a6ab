"""The questions, as queries/questions.csv lists them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from types import ModuleType
from typing import Literal

ParameterKind = Literal["Document", "Organization", "Place", "Agreement", "text", "flag"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question wants to be told; a node is named as a person would type it."""

    name: str
    kind: ParameterKind
    optional: bool

    @classmethod
    def parse(cls, words: str) -> Parameter:
        """Read ``document:Document`` (needed) or ``document:Document?`` (may be left out)."""
        name, _, kind = words.partition(":")
        return cls(name, kind.removesuffix("?"), kind.endswith("?"))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: a function, a Cypher text and, where expressible, a SPARQL text.

    All bear its *name*: ``queries/<name>.py`` holds the function ``<name>``, the texts are
    ``cypher/<name>.cypher`` and ``sparql/<name>.rq``.
    """

    name: str
    vi: str
    en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    order: tuple[str, ...]
    """Columns the rows are sorted by, ``-`` before one that falls; none: as the function yields."""
    sparql: bool
    """A SPARQL text is there."""
    caveat: str

    @property
    def module(self) -> ModuleType:
        """The module that answers it."""
        return import_module(f"phahe.queries.{self.name}")


@cache
def questions() -> tuple[Question, ...]:
    """Return every question of the library, in the order of the table."""
    text = (files("phahe.queries") / "questions.csv").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(_question(row) for row in csv.DictReader(lines))


def _question(row: dict[str, str]) -> Question:
    return Question(
        row["name"],
        row["vi"],
        row["en"],
        tuple(Parameter.parse(words) for words in row["parameters"].split()),
        tuple(row["columns"].split()),
        tuple(row["order"].split()),
        row["sparql"] == "yes",
        row["caveat"],
    )
