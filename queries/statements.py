"""The Cypher texts, one for each question; they run unchanged on Neo4j 5 and the embedded engine.

Their first line is the question in words; whatever changes is a parameter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Rows = Callable[[str, Mapping[str, Any]], Iterable[Mapping[str, Any]]]
"""An engine: a Cypher text and its parameters → rows, each a column → value mapping."""

FACTS = "facts"
"""The text no question bears: what a walk shows of documents it came to from above."""


@cache
def statement(name: str) -> str:
    """Return the text of ``cypher/<name>.cypher``."""
    return (files("phahe.queries") / "cypher" / f"{name}.cypher").read_text("utf-8")
