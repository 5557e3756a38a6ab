"""``phahe references PATH``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click


@click.command()
@click.argument(
    "path", type=click.Path(exists=True, dir_okay=False, path_type=Path, allow_dash=True)
)
def command(path: Path) -> None:
    """Print every document reference in the file PATH, one JSON object a line; - reads stdin.

    \b
    Each line: text, start, end (offsets in what `phahe text` prints), type, type_code, number,
    symbol, code, date, issuer, title, unnumbered, anaphora, refers_to (the document meant; lines
    with one refers_to mean one document; absent where the text does not say).
    \b
    Example:
      phahe references letter.txt | head -3
    """
    from phahe.loaders.formats.reader import read_text
    from phahe.loaders.mention_lines import mention_lines
    from phahe.loaders.text import decode

    if str(path) == "-":
        source = decode(sys.stdin.buffer.read(), "-")
    else:
        source = read_text(path, path.name)
    for line in mention_lines(source):
        click.echo(json.dumps(line, ensure_ascii=False))
