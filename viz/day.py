"""When a document stands on the time axis, and how sure that is.

Days are counted from 1 January 1970. Where a document bears no date, the bounds known for it,
then its period, then the documents around it say where it goes, and it is marked as estimated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from phahe.graph.model import Node
from phahe.viz.neighbours import Neighbours

DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?!\d))?(?:-(?P<day>\d\d)(?!\d))?")
ROUNDS = 9
"""Times estimates are moved between their neighbours; documents may cite in a circle."""
FIELDS = ("date", "date_not_before", "period", "date_not_after")
"""Where a day is looked for, the surest first; only the first of them is not an estimate."""


@dataclass(frozen=True, slots=True)
class Day:
    """A place on the time axis; *number* is None where nothing is known."""

    number: int | None
    about: bool
    """Estimated from bounds, a period or neighbours."""


def day_number(written: str) -> int | None:
    """Return the first day that *written* (ISO, maybe cut) can mean, or None.

    >>> day_number("2022-01-05"), day_number("2022-2026"), day_number("hàng năm")
    (18997, 18993, None)
    """
    found = DATE.match(written)
    if not found:
        return None
    try:
        first = date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return None
    return first.toordinal() - date(1970, 1, 1).toordinal()


def iso(number: int) -> str:
    """Return the day as ISO date.

    >>> iso(18997)
    '2022-01-05'
    """
    return date.fromordinal(number + date(1970, 1, 1).toordinal()).isoformat()


def own_day(document: Node) -> Day:
    """Return what the document's own fields say."""
    for field in FIELDS:
        number = day_number(str(document.fields.get(field, "")))
        if number is not None:
            return Day(number, field != "date" or len(str(document.fields["date"])) < 10)
    return Day(None, about=True)


def days(around: Neighbours) -> dict[str, Day]:
    """Return the day of every document; undated ones stand with their parents or children."""
    found: dict[str, Day] = {n.id: own_day(n) for n in around.of_kind("Document")}
    waiting = [each for each, day in found.items() if day.number is None]
    while waiting:
        settled = {each: day for each in waiting if (day := _borrowed(each, around, found))}
        if not settled:
            break
        found.update(settled)
        waiting = [each for each in waiting if each not in settled]
    found = {each: _between(each, day, around, found) for each, day in found.items()}
    about = [each for each, day in found.items() if day.about and day.number is not None]
    open_ended = {each for each in about if _is_open(each, around)}
    _settle(open_ended, around.children, min, found)
    _settle([each for each in about if each not in open_ended], around.parents, max, found)
    return found


def _is_open(document: str, around: Neighbours) -> bool:
    """Whether at most the latest day of *document* is known."""
    return set(FIELDS[:3]).isdisjoint(around.graph.nodes[document].fields)  # type: ignore[index]


def _settle(
    documents: Collection[str],
    beside: Callable[[str], Iterable[str]],
    edge: Callable[..., int],
    found: dict[str, Day],
) -> None:
    """Move estimates in *found* until none stands beyond the documents *beside* it."""
    for _ in range(ROUNDS):
        moved = {}
        for each in documents:
            known = [found[other].number for other in (each, *beside(each))]
            number = edge(day for day in known if day is not None)
            if number != found[each].number:
                moved[each] = Day(number, about=True)
        found.update(moved)
        if not moved:
            return


def _between(document: str, day: Day, around: Neighbours, found: dict[str, Day]) -> Day:
    """Return *day*, moved where it is an estimate that a dated child or parent rules out."""
    if not day.about or day.number is None:
        return day
    number = day.number
    for below in (found[each] for each in around.children(document)):
        if below.number is not None and not below.about:
            number = min(number, below.number)
    for above in (found[each] for each in around.parents(document)):
        if above.number is not None and not above.about:
            number = max(number, above.number)
    return Day(number, about=True)


def _borrowed(document: str, around: Neighbours, found: dict[str, Day]) -> Day | None:
    above = [day for each in around.parents(document) if (day := found[each].number) is not None]
    below = [day for each in around.children(document) if (day := found[each].number) is not None]
    if above:
        return Day(max(above), about=True)
    return Day(min(below), about=True) if below else None
