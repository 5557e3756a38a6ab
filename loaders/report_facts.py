"""Reporting duties as edges."""

from __future__ import annotations

from collections.abc import Iterator

from phahe.loaders.fact import Fact, body_facts, edge, quoted
from phahe.loaders.home import Home
from phahe.loaders.reading import Reading
from phahe.loaders.reports import reports


def report_facts(reading: Reading, home: Home) -> Iterator[Fact]:
    """Who reports to whom, through whom and by when, with the sentence that says so."""
    for duty in reports(reading, home):
        evidence = quoted(reading, duty.spans, "reports")
        yield from body_facts(duty.reporter, evidence)
        yield from body_facts(duty.to, evidence)
        if duty.via:
            yield from body_facts(duty.via, evidence)
        attributes = {
            "via": duty.via.id if duty.via else "",
            "due": duty.due,
            "said_in": f"#{reading.index}",
        }
        yield edge(duty.reporter.id, "REPORTS_TO", duty.to.id, evidence, duty.certainty, attributes)
