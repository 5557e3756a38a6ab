"""``phahe build PATH... -o GRAPH``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from phahe.commands.arguments import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from phahe.loaders.build import BuildResult
    from phahe.loaders.pool import Progress

PAGE, REPORT = "page.html", "report.md"
LIBRARY = 'id="library"'
"""What a page with the map holds, and one without does not."""
SHOWN = 10
"""Warnings printed; run.json has all."""


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
@click.option(
    "--out", "-o", required=True, type=click.Path(path_type=Path), help="The graph folder."
)
@click.option("--jobs", "-j", type=click.IntRange(1), help="Processes; all cores by default.")
@click.option("--no-page", is_flag=True, help="Write the graph only, no page and report.")
@click.option("--without-map", is_flag=True, help="A smaller page: all but the free map.")
@LANGUAGE
def command(
    paths: tuple[Path, ...],
    out: Path,
    jobs: int | None,
    no_page: bool,
    without_map: bool,
    language: str,
) -> None:
    """Read files and folders (recursively) into the graph folder OUT, with page and report.

    Run again it reads only what changed; removed files take their facts with them. A build that
    fails or is stopped leaves the last good graph.

    \b
    Examples:
      phahe build data/documents -o out/g
      phahe build plans/ letters/ register.csv -o out/g --lang en
    """
    from phahe.graph.errors import UnreadableFile
    from phahe.loaders.build import build

    for path in paths:
        if not path.exists():
            raise UnreadableFile(f"{path}: no such file or folder")
    with _progress() as tell:
        result = build(paths, out, jobs=jobs, progress=tell)
    if not no_page and (result.changed or not _is_as_asked(out, language, without_map)):
        _write_views(out, language, without_map)
    _summary(result, out, no_page, language)
    if result.unreadable:
        sys.exit(1)


def _is_as_asked(out: Path, language: str, without_map: bool) -> bool:
    """Whether page and report are there, the page in this *language* and with its map or not."""
    if not ((out / PAGE).is_file() and (out / REPORT).is_file()):
        return False
    page = (out / PAGE).read_text(encoding="utf-8")
    return f'<html lang="{language}">' in page and (LIBRARY in page) != without_map


def _write_views(out: Path, language: str, without_map: bool) -> None:
    """The page and the report of the graph in *out*."""
    from phahe.graph.store import read_graph
    from phahe.viz.page import write_page
    from phahe.viz.report import write_report

    graph = read_graph(out)
    write_page(graph, out / PAGE, language=language, without_map=without_map)
    write_report(graph, out / REPORT, None, language)


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pages]} pages, {task.fields[speed]:.0f}/s"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, pages=0, speed=0.0)

        def tell(state: Progress) -> None:
            speed = state.pages / state.seconds if state.seconds else 0.0
            name = state.name if len(state.name) < 40 else f"…{state.name[-39:]}"
            bar.update(
                task,
                description=name,
                completed=state.done,
                total=state.files,
                pages=state.pages,
                speed=speed,
            )

        yield tell


def _summary(result: BuildResult, out: Path, no_page: bool, language: str) -> None:
    """What was read, what was not and why, and where the graph is."""
    from phahe.graph.store import read_run

    good = [file for file in result.files if file["read"]]
    click.echo(_counted(result, len(good), language), err=True)
    for file in good:
        for warning in file.get("warnings", ()):
            click.echo(f"warning: {file['file']}: {warning}", err=True)
    warnings = read_run(out).get("warnings", [])
    for warning in warnings[:SHOWN]:
        click.echo(f"warning: {warning}", err=True)
    if len(warnings) > SHOWN:
        click.echo(f"... and {len(warnings) - SHOWN} more in {out / 'run.json'}", err=True)
    _list_unreadable(result.unreadable)
    click.echo(str(out))
    if not no_page:
        click.echo(f"{out / PAGE}\n{out / REPORT}")


def _counted(result: BuildResult, files: int, language: str) -> str:
    """How many files, documents and different ones: an act may be there twice."""
    from phahe.viz.dossier import word

    return word(
        "build.read" if result.changed else "build.same",
        language,
        documents=_grouped(result.documents, language),
        different=_grouped(result.different, language),
        files=_grouped(files, language),
        now=_grouped(result.read, language),
        seconds=f"{result.seconds:.1f}",
    )


def _grouped(number: int, language: str) -> str:
    return f"{number:,}".replace(",", "," if language == "en" else ".")


def _list_unreadable(unreadable: Sequence[tuple[str, str]]) -> None:
    for name, reason in unreadable:
        click.echo(
            f"not read: {reason if reason.startswith(name) else f'{name}: {reason}'}", err=True
        )
