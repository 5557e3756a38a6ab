"""The reports of ``phahe export``: dossier, ledgers, drift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from phahe.graph.model import Graph
from phahe.rosters import members


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of the command say; blank where they say nothing."""

    about: str | None
    against: str | None
    output_format: str
    as_of: str
    language: str

    @property
    def day(self) -> str:
        """The ISO day of the report: today, unless one is given; UsageError for no day."""
        if not self.as_of:
            return datetime.now(UTC).date().isoformat()
        try:
            return date.fromisoformat(self.as_of).isoformat()
        except ValueError:
            raise click.UsageError(f"--as-of {self.as_of}: not a day; write 2025-01-31") from None


def write(graph: Graph, out: Path, what: str, wanted: Wanted) -> None:
    """Write the report *what* to *out*; BadOutput for a format it does not have."""
    subject = _node(graph, wanted.about)
    if what == "report":
        from phahe.viz.report import write_report

        write_report(
            graph,
            out,
            subject,
            wanted.language,
            wanted.output_format,
            as_of=wanted.day,
            roster=members,
        )
        return
    from phahe.viz.ledger import Sheet, drift_ledger, follow_up_ledger, obligation_ledger
    from phahe.viz.ledger_files import write_ledger

    if what == "follow-up":
        ledger = follow_up_ledger(graph, subject, wanted.language, members)
    elif what == "obligations":
        ledger = obligation_ledger(graph, subject, wanted.language, wanted.day)
    else:
        if subject is None:
            raise click.UsageError("drift needs --about DOCUMENT")
        against = _node(graph, wanted.against)
        ledger = drift_ledger(graph, subject, against, wanted.language)
    write_ledger(ledger, out, Sheet(wanted.language, wanted.day), wanted.output_format)


def _node(graph: Graph, name: str | None) -> str | None:
    from phahe.graph.names_index import find_node

    return str(find_node(graph, name, "Document").id) if name else None
