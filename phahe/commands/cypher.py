"""``phahe cypher GRAPH QUERY``."""

from __future__ import annotations

from pathlib import Path

import click

from phahe.commands.arguments import FORMAT, GRAPH


@click.command()
@GRAPH
@click.argument("query")
@click.option(
    "--param", "-p", "parameters", multiple=True, metavar="NAME=VALUE", help="$NAME in QUERY."
)
@click.option(
    "--timeout", default=30.0, show_default=True, help="Seconds before the query is stopped."
)
@FORMAT
def command(
    graph: Path, query: str, parameters: tuple[str, ...], timeout: float, output_format: str
) -> None:
    """Run the Cypher text QUERY on the embedded engine, read-only; - reads it from stdin.

    Labels are the kinds (Document, Organization, Place, Agreement, Person, Task), relationship
    types the relations. The properties id, type and title are called key, doc_type and subject.

    \b
    Examples:
      phahe cypher out/g 'MATCH (d:Document)-[r:IMPLEMENTS]->(p) RETURN d.name, p.name, r.quote'
      phahe cypher out/g 'MATCH (d:Document {code: $code}) RETURN d.subject' -p code=83-KH/TU
    """
    import sys

    from phahe.commands.output import print_rows
    from phahe.commands.parameters import read_parameters
    from phahe.graph.engine import Engine

    text = sys.stdin.read() if query == "-" else query
    rows = Engine.of_folder(graph).rows(text, read_parameters(parameters), timeout)
    print_rows(rows, output_format)
