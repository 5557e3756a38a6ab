"""Who follows the bodies that issue documents or are given tasks, as the tables of mergers tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from phahe.graph.facts import NodeFacts
from phahe.graph.model import Evidence
from phahe.loaders.bodies import Body
from phahe.loaders.body_succession import Step, successors
from phahe.loaders.fact import Fact, claims, edge, quoted
from phahe.loaders.home import Home
from phahe.loaders.reading import Reading
from phahe.loaders.task import Task

RULE = "successions"
"""The sentence is the one that names the old body; who followed it, and when, a table says."""


def succession_facts(reading: Reading, home: Home, demanded: Iterable[Task]) -> Iterator[Fact]:
    """The bodies that follow the issuer and those with tasks, each chain once a document."""
    words = reading.issuer or home.why
    named: dict[str, tuple[Body, Sequence[tuple[int, int]]]] = {}
    if home.issuer and words:
        named[home.issuer.id] = (home.issuer, ((words.start, words.end),))
    for task in demanded:
        for one in (*task.leads, *task.supports):
            named.setdefault(one.body.id, (one.body, one.spans))
    for body, spans in named.values():
        if not body.collective and _steps(body):
            yield from _chain(body, quoted(reading, spans, RULE))


def _chain(body: Body, evidence: tuple[Evidence, ...]) -> Iterator[Fact]:
    before = body
    for step in _steps(body):
        after = step.body
        if after.id == before.id:
            return
        name = after.name if after.name != before.name else f"{after.name} (từ {_day(step.date)})"
        known = claims("context", None, name=name, level=after.level, branch=after.branch)
        yield NodeFacts(after.id, "Organization", tuple(known))
        attributes = {"date": step.date, "source": step.source}
        yield edge(before.id, "SUCCEEDED_BY", after.id, evidence, "implied", attributes)
        before = after


@lru_cache(maxsize=4096)
def _steps(body: Body) -> tuple[Step, ...]:
    return tuple(successors(body, date.max))


def _day(iso: str) -> str:
    """As people write it.

    >>> _day("2025-07-01"), _day("2025-02")
    ('01/7/2025', '2/2025')
    """
    year, month, *day = iso.split("-")
    return "/".join((*day, month.lstrip("0"), year))
