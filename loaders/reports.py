"""Who reports to whom, through whom and by when.

"X ... báo cáo kết quả về Y (qua Z) trước ngày 10/11 để tổng hợp báo cáo cho W": X to Y, and Y to W.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phahe.graph.model import Certainty
from phahe.loaders.assignment_bodies import end_of, leading
from phahe.loaders.bodies import Body
from phahe.loaders.deadlines import deadlines, due
from phahe.loaders.home import Home
from phahe.loaders.reading import Paragraph, Reading
from phahe.loaders.task_pieces import own_paragraph
from phahe.loaders.task_units import Unit, units
from phahe.loaders.tasks import since_of

_REPORT = re.compile(r"[bB](?<=\b.)(?i:áo\s+cáo)\b")
# Before the body a report goes to: "báo cáo X", "báo cáo kết quả về X", "báo cáo gửi X".
_TO = re.compile(
    r"\b(?:báo cáo|gửi về|gửi đến|gửi tới|gửi cho|gửi lên|gửi|về|cho|với|lên|đến|tới)\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;](?:\s|\Z)|\n\s*\n")
_VIA = re.compile(r"\s*[(,]?\s*(?:thông\s+)?qua\s+")
_ONWARD = re.compile(r"\btổng\s+hợp,?\s*(?:và\s+)?(?:gửi\s+)?\Z", re.IGNORECASE)
_PERIODIC = re.compile(r"\A\W*(?:(?:chế\s+độ|định\s+kỳ|thực\s+hiện)\s+)?báo\s+cáo\b", re.IGNORECASE)


REACH = 200
"""Characters behind "báo cáo" in which the body it goes to must begin."""
FAR = 2000
"""No sentence is longer."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """*reporter* owes reports to *to*; *via* is the office they go through."""

    reporter: Body
    to: Body
    via: Body | None
    due: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    """Of the source: the words that say so, the heading that names the reporter first."""
    certainty: Certainty = "explicit"


def reports(reading: Reading, home: Home) -> list[Reporting]:
    """Return the reporting duties of a document, in reading order.

    A letter that asks for reports without saying whom they go to means its issuer (implied).
    """
    since = since_of(reading)
    said: list[Reporting] = []
    pending: list[tuple[Unit, tuple[str, ...]]] = []
    for unit in units(reading, home):
        found = [one for own in unit.paragraphs for one in _said(unit, own, home, since)]
        said += found
        own = own_paragraph(unit.paragraphs)
        if not found and unit.heads and _PERIODIC.search(own.text):
            pending.append((unit, due(deadlines(own.text, since))))
    if reading.addressees and home.issuer:
        said += _implied(said, pending, home.issuer)
    return _with_dues(said, pending)


def _said(unit: Unit, own: Paragraph, home: Home, since: str) -> Iterator[Reporting]:
    """The duties one paragraph states in so many words."""
    receivers: list[Body] = []
    passed_on: list[Body] = []
    done = 0
    for cue in _REPORT.finditer(own.text):
        if _CLAUSE.search(own.text, max(done, cue.start() - FAR), cue.start()):
            receivers, passed_on = [], []
        onward = bool(_ONWARD.search(own.text[max(0, cue.start() - 24) : cue.start()]))
        reporters = receivers if onward else passed_on or _reporters(unit, own, cue.start())
        if cue.start() < done or not reporters:
            continue
        addressed = _addressed(own.text, cue.start(), home)
        if not addressed:
            continue
        end = end_of(addressed, 0)
        via, end = _via(own.text, end, home)
        start, stop = _clause(own.text, cue.start(), end)
        when = () if onward or passed_on else due(deadlines(own.text[start:stop], since))
        spans = _spans(unit, own, cue.start(), (start, stop))
        for reporter in reporters:
            for to in addressed:
                if to.id != reporter.id:
                    yield Reporting(reporter, to, via, when, spans)
        receivers, done, passed_on = addressed, end, (reporters if onward else [])


def _reporters(unit: Unit, own: Paragraph, at: int) -> list[Body]:
    """Whose duty it is *at* this place: the sentence's own subject, else the bodies above."""
    is_own = own is own_paragraph(unit.paragraphs)
    for said in unit.said:
        here = said.start <= at < said.end if is_own else len(unit.said) == 1
        if said.leads and here:
            return list(said.leads)
    return [head.body for head in unit.heads]


def _addressed(text: str, at: int, home: Home) -> list[Body]:
    """The bodies a report goes to: those right behind "báo cáo", or behind "về", "cho", "gửi"."""
    stop = _CLAUSE.search(text, at, at + REACH)
    for to in _TO.finditer(text, at, stop.start() if stop else at + REACH):
        if bodies := leading(text[to.end() : to.end() + 400], home, to.end()):
            return bodies
    return []


def _via(text: str, end: int, home: Home) -> tuple[Body | None, int]:
    if found := _VIA.match(text, end):
        bodies = leading(text[found.end() : found.end() + 200], home, found.end())
        if bodies:
            return bodies[0], end_of(bodies[:1], end)
    return None, end


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around the duty, inside its paragraph."""
    near = max(0, start - FAR)
    low = max((found.end() for found in _CLAUSE.finditer(text, near, start)), default=near)
    stop = _CLAUSE.search(text, end, end + FAR)
    return low, stop.start() if stop else min(len(text), end + FAR)


def _spans(
    unit: Unit, own: Paragraph, at: int, clause: tuple[int, int]
) -> tuple[tuple[int, int], ...]:
    """The words that name the reporter, up to the end of the duty; the heading if that does."""
    if own is own_paragraph(unit.paragraphs):
        for said in unit.said:
            if said.leads and said.start <= at < said.end:
                return own.spans(said.start, clause[1])
    above = unit.heads[0].spans if unit.heads else ()
    return (*above, *own.spans(*clause))


def _implied(
    said: list[Reporting], pending: list[tuple[Unit, tuple[str, ...]]], issuer: Body
) -> Iterator[Reporting]:
    """Reports a letter asks for without saying whom they go to: to its issuer."""
    told = {one.reporter.id for one in said} | {issuer.id}
    items = tuple(span for unit, _ in pending for span in unit.paragraphs[0].spans())
    heads = {head.body.id: head for unit, _ in pending for head in unit.heads}
    for head in heads.values():
        if head.body.id not in told:
            yield Reporting(head.body, issuer, None, (), (*head.spans, *items), "implied")


def _with_dues(
    said: list[Reporting], pending: list[tuple[Unit, tuple[str, ...]]]
) -> list[Reporting]:
    """Give a duty without a time the times that "Chế độ báo cáo" sets for the same body."""
    times: dict[str, tuple[str, ...]] = {}
    for unit, when in pending:
        for head in unit.heads:
            times[head.body.id] = (*times.get(head.body.id, ()), *when)
    return [replace(one, due=one.due or times.get(one.reporter.id, ())) for one in said]
