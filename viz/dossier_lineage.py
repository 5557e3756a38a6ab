"""The way down and the way up of a document, level by level, with dates, lags and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from phahe.viz.dossier import UNKNOWN, Block, Heading, Words, cell_words
from phahe.viz.dossier_known import Found, Known, presence
from phahe.viz.dossier_time import day_words

QUOTES = 2
"""Sentences shown for one step; the page shows all."""
QUOTED = 500
"""Steps shown with their sentences; of larger cascades the rest is named."""
TOGETHER = 50
"""Documents named in one paragraph."""


def steps(found: Sequence[Found], key: str, near: str, known: Known) -> Iterator[Block]:
    """Yield one step after the other under the heading of its level."""
    yield Heading(2, known.word(key))
    if not found:
        yield Words(known.word("cascade.none"))
    if len(found) > QUOTED:
        yield Words(known.word("more.steps", shown=QUOTED, count=len(found)))
    shown = 0
    for level, together in groupby(found, lambda each: each[0]["generation"]):
        rows = list(together)
        yield Heading(3, known.word("level", number=level))
        told = rows[: max(0, QUOTED - shown)]
        shown += len(told)
        for row, said in told:
            facts = " · ".join(_facts(row, near, known))
            yield Words(f" · {facts}", known.marks(said, QUOTES), row["document"])
            yield from known.quoted()
        rest = [_named(row, known) for row, _ in rows[len(told) :]]
        for at in range(0, len(rest), TOGETHER):
            yield Words("; ".join(rest[at : at + TOGETHER]))


def _named(row: Mapping[str, Any], known: Known) -> str:
    day = day_words(row["date"], known.language) if row["date"] else UNKNOWN
    return f"{row['document']} ({day})"


def _facts(row: Mapping[str, Any], near: str, known: Known) -> Iterator[str]:
    yield day_words(row["date"], known.language) if row["date"] else UNKNOWN
    yield known.word(presence(known.node(row["key"])))
    days = row["lag_days"]
    if days is not None:
        key = "same_day" if not days else "day" if abs(days) == 1 else "days"
        yield known.word(key, days=days, document=row[near])
    yield f"{cell_words(row['relations'], known.language)}: {row[near]}"
    if row["certainty"] != "explicit":
        yield cell_words(row["certainty"], known.language)
    if row["also"]:
        yield known.word("also", documents="; ".join(row["also"]))
