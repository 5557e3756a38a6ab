"""The way a body's reports take upwards, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from phahe.queries.reports import dues, via
from phahe.queries.stated import Network, forward, name
from phahe.queries.statements import Rows, statement


@dataclass(frozen=True, slots=True)
class ReportStep:
    """A report on its way: *step* 1 leaves the body asked for."""

    step: int
    reporter: str
    receiver: str
    via: str | None
    due: tuple[str, ...]
    edges: tuple[str, ...]


class Duty(NamedTuple):
    """A reporting duty, and the id of who receives."""

    edge: str
    reporter: str
    receiver_key: str
    receiver: str
    via: str | None
    due: tuple[str, ...]


Further = Callable[[Sequence[str]], Iterable[Duty]]


def report_chain(network: Network, body: str) -> Iterator[ReportStep]:
    """Yield the duties of *body*, then those of whom it reports to, up to the last."""

    def further(frontier: Sequence[str]) -> Iterator[Duty]:
        for reporter in frontier:
            for each in forward(network, reporter, "REPORTS_TO"):
                said = each.attributes
                yield Duty(
                    each.edge,
                    name(network, reporter),
                    each.other,
                    name(network, each.other),
                    via(network, said.get("via")),
                    dues(said.get("due")),
                )

    return _steps(body, further)


def by_cypher(rows: Rows, body: str) -> Iterator[ReportStep]:
    """Yield the same through an engine; report_chain.cypher is run once for each step."""
    text = statement("report_chain")
    return _steps(
        body, lambda frontier: (Duty(**row) for row in rows(text, {"frontier": frontier}))
    )


def _steps(body: str, further: Further) -> Iterator[ReportStep]:
    seen, frontier, step = {body}, [body], 0
    while frontier:
        step, duties = step + 1, list(further(frontier))
        for duty in duties:
            yield ReportStep(
                step, duty.reporter, duty.receiver, duty.via, tuple(duty.due), (duty.edge,)
            )
        frontier = sorted({duty.receiver_key for duty in duties} - seen)
        seen.update(frontier)
