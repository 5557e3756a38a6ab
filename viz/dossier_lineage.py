"""The way down and the way up of a document, level by level, with dates, lags and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from phahe.viz.dossier import UNKNOWN, Block, Heading, Words, cell_words
from phahe.viz.dossier_known import Found, Known
from phahe.viz.dossier_time import day_words

QUOTES = 2
"""Sentences shown for one step; the page shows all."""
QUOTED = 500
"""Steps shown with their sentences; of larger cascades the rest is listed."""


def steps(found: Sequence[Found], key: str, near: str, known: Known) -> Iterator[Block]:
    """Yield one step after the other under the heading of its level."""
    yield Heading(2, known.word(key))
    if not found:
        yield Words(known.word("cascade.none"))
    level = 0
    for at, (row, said) in enumerate(found):
        if row["generation"] != level:
            level = row["generation"]
            yield Heading(3, known.word("level", number=level))
        yield Words(
            f"{row['document']} · {' · '.join(_facts(row, near, known))}",
            known.marks(said, QUOTES if at < QUOTED else 0),
        )
        yield from known.quoted()


def _facts(row: Mapping[str, Any], near: str, known: Known) -> Iterator[str]:
    yield day_words(row["date"], known.language) if row["date"] else UNKNOWN
    yield known.word("held" if row["held"] else "cited")
    days = row["lag_days"]
    if days is not None:
        key = "day" if abs(days) == 1 else "days"
        yield known.word(key, days=days, document=row[near])
    yield f"{cell_words(row['relations'], known.language)}: {row[near]}"
    if row["certainty"] != "explicit":
        yield cell_words(row["certainty"], known.language)
    if row["also"]:
        yield known.word("also", documents="; ".join(row["also"]))
