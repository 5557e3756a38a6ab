"""``phahe lineage GRAPH DOCUMENT``."""

from __future__ import annotations

from pathlib import Path

import click

from phahe.commands.arguments import DOCUMENT, FORMAT, GRAPH, LANGUAGE


@click.command()
@GRAPH
@DOCUMENT
@click.option("--hypotheses", is_flag=True, help="Also follow edges that are only a hypothesis.")
@FORMAT
@LANGUAGE
def command(
    graph: Path, document: str, hypotheses: bool, output_format: str, language: str
) -> None:
    """Print everything above DOCUMENT in GRAPH: what it rests on, level by level.

    \b
    Examples:
      phahe lineage out/g "CV 457"
      phahe lineage out/g 457/LĐLĐ --format csv
    """
    from phahe.commands.flow import show_flow

    show_flow("lineage", graph, document, hypotheses, output_format, language)
