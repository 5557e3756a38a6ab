"""``phahe cascade GRAPH DOCUMENT``."""

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
    """Print everything below DOCUMENT in GRAPH, level by level, with lag and evidence.

    \b
    Examples:
      phahe cascade out/g "Chỉ thị 12"
      phahe cascade out/g 12-CT/TW --format markdown > cascade.md
    """
    from phahe.commands.flow import show_flow

    show_flow("cascade", graph, document, hypotheses, output_format, language)
