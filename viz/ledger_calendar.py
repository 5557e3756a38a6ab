"""Duties as a calendar (RFC 5545): whole days, recurring ones once with their rule.

A duty stands on its last day; what recurs without end in the text recurs without end here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from phahe.graph.errors import BadOutput
from phahe.graph.identity import digest
from phahe.queries.obligations import Obligation
from phahe.viz.dossier import cell_words, sentence, word
from phahe.viz.dossier_time import due_words
from phahe.viz.ledger import Ledger, Sheet

BYTES = 75
"""Longest line a calendar file may have."""


def calendar(ledger: Ledger, sheet: Sheet) -> str:
    """Return the calendar of *ledger*; BadOutput if it is none of duties."""
    if not ledger.duties and ledger.columns[:2] != ("due", "first"):
        raise BadOutput("ics: only the obligation ledger has days for a calendar")
    stamp = sheet.made.replace("-", "") + "T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//phahe//obligations//{sheet.language.upper()}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(ledger.title)}",
        f"X-WR-CALDESC:{escaped(ledger.note)}",
    ]
    told = zip(ledger.duties, ledger.sentences, strict=True)
    dated = sorted(
        ((duty, [each.quote for each in said]) for duty, said in told if duty.last),
        key=lambda each: (each[0].document_key, each[0].key, each[0].due, each[0].last or ""),
    )
    for _, same in groupby(
        dated, key=lambda each: (each[0].document_key, each[0].key, each[0].due)
    ):
        first, quotes = next(same)
        lines += _event(first, quotes, stamp, sheet.language)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(duty: Obligation, quotes: Sequence[str], stamp: str, language: str) -> Iterator[str]:
    last = date.fromisoformat(str(duty.last))
    yield "BEGIN:VEVENT"
    yield f"UID:{digest(duty.document_key, duty.key, duty.due, size=12)}@phahe"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{last:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    if duty.due.startswith("yearly:"):
        yield _yearly(last)
    elif duty.due.startswith("monthly:"):
        yield "RRULE:FREQ=MONTHLY"
    yield f"SUMMARY:{escaped(_summary(duty))}"
    yield f"DESCRIPTION:{escaped(_description(duty, quotes, language))}"
    yield f"CATEGORIES:{escaped(cell_words(duty.kind, language))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _yearly(last: date) -> str:
    """The last day of February is not the 28th of every year."""
    if last.month == 2 and last.day >= 28:
        return "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    return "RRULE:FREQ=YEARLY"


def _summary(duty: Obligation) -> str:
    section = f" ({duty.section})" if duty.section else ""
    return f"{duty.document}{section}: {duty.duty}"[:250]


def _description(duty: Obligation, quotes: Sequence[str], language: str) -> str:
    told = [
        (word("column.due", language), due_words(duty.due, language)),
        (word("column.owed_by", language), cell_words(duty.owed_by)),
        (word("column.owed_to", language), cell_words(duty.owed_to)),
        (word("column.via", language), cell_words(duty.via)),
    ]
    lines = [f"{sentence(name)}: {value}" for name, value in told if value != "–"]
    return "\n".join([*lines, *(f"“{' '.join(each.split())}”" for each in quotes)])


def escaped(text: str) -> str:
    """Return *text* as the value of a property.

    >>> escaped("a; b, c\\n\\\\d")
    'a\\\\; b\\\\, c\\\\n\\\\\\\\d'
    """
    clean = "".join(each for each in text if each.isprintable() or each == "\n")
    return re.sub(r"([\\;,])", r"\\\1", clean).replace("\n", "\\n")


def folded(line: str) -> str:
    """Return *line* in pieces of at most 75 bytes, never inside a letter.

    >>> [len(piece.encode()) for piece in folded("ế" * 40).split("\\r\\n ")]
    [75, 45]
    """
    pieces, piece, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > BYTES:
            pieces.append(piece)
            piece, size = "", 1  # the blank that goes on counts
        piece += letter
        size += width
    return "\r\n ".join([*pieces, piece])
