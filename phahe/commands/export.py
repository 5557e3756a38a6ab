"""``phahe export GRAPH FORMAT -o OUT``."""

from __future__ import annotations

from pathlib import Path

import click

from phahe.commands.arguments import GRAPH, LANGUAGE

FORMATS = ("jsonl", "csv", "graphml", "gexf", "cypher", "parquet", "html", "report")


@click.command()
@GRAPH
@click.argument("what", type=click.Choice(FORMATS), metavar="FORMAT")
@click.option(
    "--out", "-o", required=True, type=click.Path(path_type=Path), help="Folder or file to write."
)
@click.option(
    "--about", metavar="DOCUMENT", help="report: the document it is about; all without it."
)
@LANGUAGE
def command(graph: Path, what: str, out: Path, about: str | None, language: str) -> None:
    """Write GRAPH in another FORMAT: jsonl csv graphml gexf cypher parquet html report.

    jsonl, csv and parquet are folders, the others one file. Written whole or not at all.

    \b
    Examples:
      phahe export out/g jsonl -o out/e
      phahe export out/g cypher -o graph.cypher
      phahe export out/g html -o page.html --lang en
      phahe export out/g report --about "Chỉ thị 12" -o ct12.md
    """
    from phahe.graph.store import read_graph

    known = read_graph(graph)
    if what == "html":
        from phahe.viz.page import write_page

        write_page(known, out, language=language)
    elif what == "report":
        from phahe.graph.names_index import find_node
        from phahe.viz.report import write_report

        subject = find_node(known, about, "Document").id if about else None
        write_report(known, out, subject, language)
    else:
        from phahe.graph.export import export

        export(known, what, out)
    click.echo(f"{out}", err=True)
