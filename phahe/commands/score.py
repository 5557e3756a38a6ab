"""``phahe score GRAPH GOLD``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from phahe.commands.arguments import GRAPH


@click.command()
@GRAPH
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD")
@click.option("--verbose", is_flag=True, help="Also list what was missed and what was false.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def command(graph: Path, gold: Path, verbose: bool, as_json: bool) -> None:
    """Print precision, recall and F1 of each relation of GRAPH against the annotation GOLD.

    GOLD is a folder as data/gold/README.md describes.

    \b
    Example:
      phahe score out/g data/gold/samples --verbose
    """
    from phahe.commands.output import show_table
    from phahe.graph.store import read_graph
    from phahe.queries.gold import read_gold
    from phahe.queries.score import score

    found = score(read_graph(graph), read_gold(gold))
    rows = [
        (name, t.found, t.missed, t.false, _share(t.precision), _share(t.recall), _share(t.f1))
        for name, t in found.tallies.items()
    ]
    columns = ("relation", "found", "missed", "false", "precision", "recall", "F1")
    if as_json:
        table = [dict(zip(columns, row, strict=True)) for row in rows]
        whole = {"table": table, "missed": found.missed, "false": found.false}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    show_table(columns, rows)
    if verbose:
        for title, facts in (("missed", found.missed), ("false", found.false)):
            click.echo(f"{title} ({len(facts)})")
            for fact in facts:
                click.echo(f"  {' '.join(fact)}")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
