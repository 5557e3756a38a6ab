"""``phahe verify GRAPH``."""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import click

from phahe.commands.arguments import GRAPH

UNREAD = re.compile(r".*?, line \d+: (?=the source cannot be read)")


@click.command()
@GRAPH
@click.option(
    "--corpus",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="Where the sources are now; by default where they were at the build.",
)
def command(graph: Path, corpus: tuple[Path, ...]) -> None:
    """Re-read the sources of GRAPH and prove that every quotation stands where the graph says.

    Exit code 1 if one does not, or its source has changed or gone.

    \b
    Examples:
      phahe verify out/g
      phahe verify out/g --corpus /media/archive/documents
    """
    from phahe.graph.store import read_graph, read_run
    from phahe.graph.verify import verify
    from phahe.loaders.formats.source import read_source

    paths = corpus or tuple(Path(path) for path in read_run(graph)["paths"])

    @cache
    def text_of(file: str) -> str:
        return read_source(paths, file).text

    known = read_graph(graph)
    quotations = sum(len(edge.evidence) for edge in known.edges)
    problems = verify(known, text_of)
    for problem in _once(problems):
        click.echo(problem, err=True)
    click.echo(f"{quotations} quotations re-read, {len(problems)} not where the graph says")
    if problems:
        sys.exit(1)


def _once(problems: list[str]) -> list[str]:
    """The problems, a source that cannot be read told once for all its quotations.

    >>> _once([f"a.txt, line {n}: the source cannot be read: a.txt: gone" for n in (3, 5)])
    ['2 quotations: the source cannot be read: a.txt: gone']
    """
    counts = Counter(UNREAD.sub("", problem) for problem in problems if UNREAD.match(problem))
    told = [problem for problem in problems if not UNREAD.match(problem)]
    return [*told, *(f"{count} quotations: {reason}" for reason, count in counts.items())]
