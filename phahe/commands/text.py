"""``phahe text FILE``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Print the text of FILE as phahe reads it: what all offsets count in.

    \b
    Example:
      phahe text plan.docx > plan.txt
    """
    from phahe.loaders.formats.reader import read_text

    source = read_text(file, file.name)
    click.echo(source.text, nl=False)
    for warning in source.warnings:
        click.echo(f"phahe: {file}: {warning}", err=True)
