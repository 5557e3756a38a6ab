"""Agreements between bodies: memoranda, minutes, pledges, coordination programmes.

"Bản ghi nhớ hợp tác ngày 15/3/2019 giữa Hội A tỉnh X và Hội B các tỉnh Y, Z về việc hợp tác ..."
Only agreements that say when they were made, or for how long, are agreements of their own; "các
thỏa thuận hợp tác giữa X với các tỉnh giáp biên" is talk of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from phahe.data import table
from phahe.graph.gazetteer import places_in
from phahe.graph.place import Place, province_of
from phahe.loaders.agreement_parties import Parties, parties
from phahe.loaders.assignment_phrases import alternation
from phahe.loaders.bodies import Body
from phahe.loaders.dates import dates, parse_date
from phahe.loaders.home import Home
from phahe.loaders.reading import Paragraph, Reading

KINDS = ("title", "preamble", "heading", "body", "footnote")
REACH = 1200
"""An agreement is named in one sentence; none is longer."""
_BETWEEN = re.compile(r"\bgiữa\s+", re.IGNORECASE)
_END = re.compile(r"[.;](?:\s|\Z)(?!\s*[a-zđ])|\n")
# Where the parties end: subject, period, date of signing, place of signing.
_BEHIND = re.compile(
    r"""[\s,(]*(?:\bvề\s+(?:việc\s+)?|["“]|\bgiai\s+đoạn\b|\bnhiệm\s+kỳ\b|\b(?:được\s+)?ký\s+(?:kết\s+)?(?:ngày|năm|tại)
        |\bngày\s+\d|\bnăm\s+(?:19|20)\d\d|\btrong\s+(?:việc|lĩnh\s+vực|công\s+tác|giai)|\bnhằm\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"""(?:\bvề\s+(?:việc\s+)?)?["“](?P<quoted>[^"”]{5,})["”]?|\bvề\s+(?:việc\s+)?(?P<told>[^;]+)"""
)
_LEAD_IN = re.compile(r"\A\s*và\s+(?P<told>.+?)\s*(?:,?\s*ngày\b|\Z)", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:hằng|hàng)\s+năm\b|\bthường\s+niên\b", re.IGNORECASE)
_NUMBER = re.compile(r"\bsố\s*:?\s*\d+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement as a sentence names it; what the sentence does not say is blank."""

    kind: str
    """As in data/agreement_kinds.csv: bản ghi nhớ, biên bản hội đàm ..."""
    date: str
    """ISO day of signing, or its month or year where no day is said."""
    period: str
    """``2014-2016``, or "hàng năm" as written where it is renewed each year."""
    recurrence: str
    """yearly, or ''."""
    subject: str
    ours: tuple[Body, ...]
    theirs: tuple[Body, ...]
    superiors: tuple[Body, ...]
    """Higher units named behind a party ("..., Bộ Tư lệnh Quân khu 7"): no parties themselves."""
    places: tuple[Place, ...]
    """Provinces of *theirs*."""
    spans: tuple[tuple[int, int], ...]
    """Of the source: the sentence."""
    name: str = ""
    """Its words, without the parties' subject in quotes."""


def agreements(reading: Reading, home: Home) -> list[Agreement]:
    """Return the agreements a document names, in reading order."""
    return [
        found
        for paragraph in reading.paragraphs
        if paragraph.kind in KINDS and "iữa" in paragraph.text
        for found in _agreements(paragraph, home)
    ]


def _agreements(paragraph: Paragraph, home: Home) -> Iterator[Agreement]:
    text, done = paragraph.text, 0
    for kind in _kinds().finditer(text):
        if kind.start() < done:
            continue
        stop = _END.search(text, kind.end(), kind.end() + REACH)
        end = stop.start() if stop else min(len(text), kind.end() + REACH)
        between = _BETWEEN.search(text, kind.end(), min(end, kind.end() + 250))
        if between and (found := _agreement(paragraph, kind, between, end, home)):
            done = end
            yield found


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(
        rf"\b{alternation(row['words'] for row in table('agreement_kinds'))}\b", re.IGNORECASE
    )


@cache
def _kind_names() -> dict[str, str]:
    return {row["words"].lower(): row["kind"] for row in table("agreement_kinds")}


def _agreement(
    paragraph: Paragraph, kind: re.Match[str], between: re.Match[str], end: int, home: Home
) -> Agreement | None:
    text = paragraph.text
    behind = _BEHIND.search(text, between.end(), end)
    stop = behind.start() if behind else end
    lead_in, tail = text[kind.end() : between.start()], text[stop:end]
    date = _date(lead_in) or _date(_SUBJECT.sub("", tail))
    period = _period(lead_in) or _period(tail)
    often = _OFTEN.search(lead_in)
    if not (date or period or often or _NUMBER.match(lead_in.strip())):
        return None
    sides = parties(text[between.end() : stop], home, between.end())
    if not sides:
        return None
    return Agreement(
        kind=_kind_names()[" ".join(kind[0].lower().split())],
        date=date,
        period=period or (often[0] if often else ""),
        recurrence="yearly" if often else "",
        subject=_subject(lead_in, tail),
        ours=sides.ours,
        theirs=sides.theirs,
        superiors=sides.superiors,
        places=_provinces(sides, text[between.end() : stop]),
        spans=paragraph.spans(kind.start(), end),
        name=" ".join(text[kind.start() : stop].split()),
    )


def _date(words: str) -> str:
    """The day of signing, else the month or year that is said instead."""
    values = [when.value for when in dates(words)]
    told = (value for value in values if re.fullmatch(r"\d{4}(?:-\d\d)?", value))
    return parse_date(words) or next(told, "")


def _period(words: str) -> str:
    years = (when.value for when in dates(words))
    return next((value for value in years if re.fullmatch(r"\d{4}-\d{4}", value)), "")


def _subject(lead_in: str, tail: str) -> str:
    """What it is about: behind the parties, or between the kind's name and its date."""
    told = _SUBJECT.search(tail)
    if told:
        return " ".join((told["quoted"] or told["told"]).split()).strip(" .,")
    found = _LEAD_IN.match(lead_in)
    return " ".join(found["told"].split()) if found else ""


def _provinces(sides: Parties, words: str) -> tuple[Place, ...]:
    """The provinces of the other side; those the words name where its bodies have none."""
    own = {body.place.id for body in sides.ours if body.place}
    found = [province_of(body.place) for body in sides.theirs if body.place]
    if not any(found):
        found = [province_of(place) for place, *_ in places_in(words)]
    kept = {place.id: place for place in found if place and place.id not in own}
    return tuple(kept.values())
