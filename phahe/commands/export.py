"""``phahe export GRAPH FORMAT -o OUT``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from phahe.commands.arguments import GRAPH, LANGUAGE

FORMATS = (
    *("jsonl", "csv", "graphml", "gexf", "cypher", "turtle", "jsonld", "ntriples"),
    *("parquet", "html"),
)
REPORTS = ("report", "follow-up", "obligations", "drift")
"""What `phahe.commands.reports` writes, each in several formats."""


@click.command()
@GRAPH
@click.argument("what", type=click.Choice((*FORMATS, *REPORTS)), metavar="FORMAT")
@click.option(
    "--out", "-o", required=True, type=click.Path(path_type=Path), help="Folder or file to write."
)
@click.option(
    "--about", metavar="DOCUMENT", help="Reports: the document it is about; all without it."
)
@click.option("--against", metavar="DOCUMENT", help="drift: the document to compare with.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["md", "html", "docx", "pdf", "csv", "xlsx", "ics"]),
    help="Reports: md html docx pdf; ledgers also csv xlsx ics. Else the ending of OUT says.",
)
@click.option(
    "--without-map", is_flag=True, help="html: leave the free map out; half the size or less."
)
@click.option("--as-of", metavar="DAY", help="Reports: the day on which duties count as past.")
@LANGUAGE
def command(
    graph: Path,
    what: str,
    out: Path,
    about: str | None,
    against: str | None,
    output_format: str | None,
    without_map: bool,
    as_of: str | None,
    language: str,
) -> None:
    """Write GRAPH in another FORMAT; or a report.

    Formats: jsonl csv parquet (folders), graphml gexf cypher turtle jsonld ntriples html (files).
    Reports: report (a dossier), follow-up (who was asked, and what came of it), obligations
    (what is due when, and whether it was seen), drift (a document beside the one it carries out).
    Each is written whole or not at all.

    \b
    Examples:
      phahe export out/g jsonl -o out/e
      phahe export out/g cypher -o graph.cypher
      phahe export out/g html -o page.html --lang en --without-map
      phahe export out/g report --about "Chỉ thị 12" -o ct12.pdf --lang en
      phahe export out/g follow-up --about "CV 578" -o follow-up.xlsx
      phahe export out/g obligations --as-of 2025-01-01 -o duties.ics
      phahe export out/g drift --about "CV 457" --against "CV 578" -o drift.html
    """
    from phahe.graph.store import read_graph

    _refuse_idle(what, {"--about": about, "--format": output_format, "--as-of": as_of}, against)
    known = read_graph(graph)
    if what == "html":
        from phahe.viz.page import write_page

        write_page(known, out, language=language, without_map=without_map)
    elif what in REPORTS:
        from phahe.commands.reports import Wanted, write

        write(known, out, what, Wanted(about, against, output_format or "", as_of or "", language))
    else:
        from phahe.graph.export import export

        export(known, what, out)
    click.echo(f"{out}", err=True)


def _refuse_idle(what: str, of_reports: Mapping[str, str | None], against: str | None) -> None:
    """UsageError for options that would change nothing."""
    idle = [] if what in REPORTS else [name for name, value in of_reports.items() if value]
    if idle:
        raise click.UsageError(f"{idle[0]} is an option of {', '.join(REPORTS)}")
    if against and what != "drift":
        raise click.UsageError("--against is an option of drift")
