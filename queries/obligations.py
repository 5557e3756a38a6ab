"""Reports, reviews and deadlines as dated expectations, and what the corpus shows of each.

A corpus can show that a duty was met. That it was not met it can only suggest, and only where it
holds later documents of those concerned: that is *overdue*; otherwise the duty is *not seen*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from phahe.queries.answering import wholes
from phahe.queries.due_days import Window, windows
from phahe.queries.reports import dues
from phahe.queries.reports import via as through
from phahe.queries.stated import Network, Stated, backward, forward, name, of_kind, value
from phahe.queries.walk import day

NEAR = 183
"""Days around the last day within which a report counts as the one that was due."""
ANSWERS = ("REPORTS_ON", "REVIEWS")
REPORTED = ("report", "review")


@dataclass(frozen=True, slots=True)
class Obligation:
    """A duty at one time."""

    document: str
    """Name of the document that says so."""
    section: str | None
    duty: str
    kind: str
    """report, review, activity ..."""
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    via: tuple[str, ...]
    due: str
    """As in the graph: ``2025-Q1``, ``yearly:12``."""
    first: str | None
    last: str | None
    """Days between which it can be done in time; None where the text names no day or month."""
    state: str
    """met, due, overdue, not-seen, undated."""
    met_by: tuple[str, ...]
    key: str
    """Id of the task, or of the body that reports."""
    document_key: str
    edges: tuple[str, ...]


Place = tuple[str, int, int]
"""File, start and end of a sentence."""


class Duty(NamedTuple):
    """A duty before its times are counted out."""

    document: str
    key: str
    section: str | None
    text: str
    kind: str
    due: tuple[str, ...]
    owed_by: frozenset[str]
    owed_to: frozenset[str]
    via: tuple[str, ...]
    edges: tuple[str, ...]


class Reporting(NamedTuple):
    """A REPORTS_TO edge as one document states it."""

    edge: str
    reporter: str
    receiver: str
    via: str | None
    due: tuple[str, ...]
    words: str
    place: Place
    """Where its first sentence stands."""


def obligations(
    network: Network, as_of: str, document: str | None = None, *others: str
) -> Iterator[Obligation]:
    """Yield every duty with a time and its state on the day *as_of*.

    Those of *document* and *others*, or of all documents where none is named.
    """
    told = _reportings(network)
    latest = _latest(network)
    for setting in [document, *others] if document else list(of_kind(network, "Document")):
        for duty in _duties(network, setting, told.get(setting, ())):
            answers = _answers(network, duty)
            for due in duty.due:
                if due == "continuous" and duty.kind not in REPORTED:
                    continue  # what is always to be done has no day on which it is late
                yield from _told(network, duty, due, as_of, latest, answers)


def _duties(network: Network, document: str, told: Sequence[Reporting]) -> Iterator[Duty]:
    """The tasks of *document* that have a time, then reports that are no task of their own."""
    covered: set[str] = set()
    for task in sorted({each.other for each in forward(network, document, "SETS")}):
        due = tuple(value(network, task, "due") or ())
        if not due:
            continue
        kind = value(network, task, "task_kind") or "activity"
        lead = list(forward(network, task, "LED_BY"))
        sets = [each for each in forward(network, document, "SETS") if each.other == task]
        places = [place for each in sets for place in _places(network, document, each)]
        same = [
            each
            for each in told
            if set(each.due) & set(due) and (kind in REPORTED or _within(each.place, places))
        ]
        covered |= {one for each in same for one in each.due if one in due}
        yield Duty(
            document,
            task,
            value(network, task, "section"),
            value(network, task, "text") or name(network, task),
            kind,
            due,
            frozenset(each.other for each in lead) | {each.reporter for each in same},
            frozenset(each.receiver for each in same),
            tuple(sorted({each.via for each in same if each.via})),
            _edges(sets, lead, same),
        )
    for each in told:
        rest = tuple(one for one in each.due if one not in covered)
        if rest:
            yield _of_report(document, each, rest)


def _places(network: Network, document: str, sets: Stated) -> Iterator[Place]:
    for said in network.edges[document, sets.other, sets.edge]["evidence"]:
        yield said.file, said.start, said.end


def _within(place: Place, others: Sequence[Place]) -> bool:
    """Whether a sentence overlaps one of the others."""
    return any(
        place[0] == file and place[1] < end and start < place[2] for file, start, end in others
    )


def _of_report(document: str, each: Reporting, due: tuple[str, ...]) -> Duty:
    owed, to = frozenset((each.reporter,)), frozenset((each.receiver,))
    via = (each.via,) if each.via else ()
    return Duty(
        document, each.reporter, None, each.words, "report", due, owed, to, via, (each.edge,)
    )


def _told(
    network: Network,
    duty: Duty,
    due: str,
    as_of: str,
    latest: Mapping[str, str],
    answers: Sequence[tuple[str, str]],
) -> Iterator[Obligation]:
    since = value(network, duty.document, "date") or value(
        network, duty.document, "date_not_before"
    )
    found: list[Window | None] = [*windows(due, since or "", as_of)]
    for window in found or [None]:
        met = [each for each, when in answers if window and _fits(when, window[1])]
        yield Obligation(
            name(network, duty.document),
            duty.section,
            duty.text,
            duty.kind,
            tuple(sorted(name(network, each) for each in duty.owed_by)),
            tuple(sorted(name(network, each) for each in duty.owed_to)),
            duty.via,
            due,
            window[0] if window else None,
            window[1] if window else None,
            _state(duty, window, bool(met), as_of, latest),
            tuple(sorted(name(network, each) for each in met)),
            duty.key,
            duty.document,
            duty.edges,
        )


def _state(
    duty: Duty, window: Window | None, met: bool, as_of: str, latest: Mapping[str, str]
) -> str:
    if window is None:
        return "undated"
    if met:
        return "met"
    if window[1] >= as_of:
        return "due"
    concerned = duty.owed_by | duty.owed_to
    later = any(latest.get(each, "") > window[1] for each in concerned)
    return "overdue" if later else "not-seen"


def _answers(network: Network, duty: Duty) -> list[tuple[str, str]]:
    """Documents that report on or review the document, by who owes it, with their days."""
    found = []
    for each in {said.other for said in backward(network, duty.document, *ANSWERS)}:
        issuers = {one.other for one in forward(network, each, "ISSUED_BY")}
        concerned = {body for issuer in issuers for body in wholes(network, issuer)}
        sets = any(value(network, body, "collective") for body in duty.owed_by)
        if sets or not issuers or not duty.owed_by or concerned & duty.owed_by:
            found.append((each, value(network, each, "date") or ""))
    return sorted(found)


def _fits(answered: str, last: str) -> bool:
    days = day(answered), day(last)
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= NEAR


def _latest(network: Network) -> dict[str, str]:
    """Body → day of the latest document the corpus holds of it or its parts."""
    found: dict[str, str] = {}
    for document in of_kind(network, "Document"):
        date = value(network, document, "date")
        if date and value(network, document, "held"):
            for issued in forward(network, document, "ISSUED_BY"):
                for body in wholes(network, issued.other):
                    found[body] = max(found.get(body, ""), date)
    return found


def _reportings(network: Network) -> dict[str, list[Reporting]]:
    """Document → the reporting duties with a time that it states."""
    found: dict[str, list[Reporting]] = defaultdict(list)
    for reporter in of_kind(network, "Organization"):
        for each in forward(network, reporter, "REPORTS_TO"):
            due = dues(each.attributes.get("due"))
            said = network.edges[reporter, each.other, each.edge]["evidence"]
            if due and said:
                via = through(network, each.attributes.get("via"))
                words = " ".join(said[0].quote.split())
                place = (said[0].file, said[0].start, said[0].end)
                told = Reporting(each.edge, reporter, each.other, via, due, words, place)
                for document in {one.document for one in said}:
                    found[document].append(told)
    return found


def _edges(
    sets: Sequence[Stated], lead: Sequence[Stated], told: Sequence[Reporting]
) -> tuple[str, ...]:
    stated = {each.edge for each in (*sets, *lead)}
    return tuple(sorted(stated | {each.edge for each in told}))
