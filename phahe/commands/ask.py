"""``phahe ask GRAPH QUESTION``."""

from __future__ import annotations

from pathlib import Path

import click

from phahe.commands.arguments import FORMAT, GRAPH, LANGUAGE

LEDGERS = (
    "Every engine answers where nothing else is said. Follow-up, obligations with their state and\n"
    "tasks side by side are ledgers, worked out in Python alone:\n"
    "    phahe export GRAPH follow-up|obligations|drift"
)


@click.command()
@GRAPH
@click.argument("question", required=False)
@click.option("--list", "listing", is_flag=True, help="List the questions one can ask.")
@click.option(
    "--param",
    "-p",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="What the question wants to know.",
)
@click.option(
    "--engine",
    type=click.Choice(["networkx", "cypher", "sparql", "neo4j"]),
    default="networkx",
    show_default=True,
    help="Which engine answers; the answer is the same.",
)
@click.option("--quotes", is_flag=True, help="Show the sentence behind each row of a table.")
@FORMAT
@LANGUAGE
def command(
    graph: Path,
    question: str | None,
    listing: bool,
    parameters: tuple[str, ...],
    engine: str,
    quotes: bool,
    output_format: str,
    language: str,
) -> None:
    """Answer QUESTION of the library from GRAPH.

    \b
    Examples:
      phahe ask out/g --list
      phahe ask out/g missing
      phahe ask out/g assigned -p document="KH 83" --quotes
      phahe ask out/g partners -p province="Prey Veng" --engine cypher --format csv
    """
    from phahe.commands.engines import engine_rows
    from phahe.commands.output import show_answer, show_table
    from phahe.commands.parameters import read_parameters
    from phahe.graph.store import read_graph
    from phahe.queries.library import ask, questions

    if listing:
        rows = [
            (
                each.name,
                each.vi if language == "vi" else each.en,
                _wanted(each.parameters),
                "" if each.sparql else "no SPARQL",
            )
            for each in questions()
        ]
        show_table(("question", "words", "parameters", "engines"), rows)
        click.echo(LEDGERS, err=True)
        return
    if not question:
        raise click.UsageError("Name a question, or --list them.")
    with engine_rows(engine, graph) as rows_of:
        answer = ask(read_graph(graph), question, read_parameters(parameters), rows_of)
    show_answer(answer, output_format, quotes)


def _wanted(parameters: tuple[object, ...]) -> str:
    return " ".join(
        f"[{each.name}]" if each.optional else each.name  # type: ignore[attr-defined]
        for each in parameters
    )
