"""Answers on the terminal and in pipes: tables, JSON, Markdown, CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from phahe.queries.answer import Answer, Cell
from phahe.queries.printing import print_answer


def show_answer(answer: Answer, output_format: str, quotes: bool = False) -> None:
    """Print *answer*; a table shows plain cells, with *quotes* also the sentences of each row."""
    if output_format != "table":
        click.echo(print_answer(answer, output_format), nl=False)
        return
    show_table(
        answer.columns,
        answer.rows,
        [[e.quote for e in row] for row in answer.evidence] if quotes else (),
    )
    if not answer.rows:
        click.echo("(nothing found · không có)", err=True)
    if answer.caveat:
        click.echo(answer.caveat, err=True)


def print_rows(rows: Sequence[Mapping[str, Any]], output_format: str) -> None:
    """Print the rows of a query of the user's own."""
    columns = tuple(rows[0]) if rows else ()
    cells = tuple(tuple(_plain(row[name]) for name in columns) for row in rows)
    show_answer(Answer("", columns, cells, tuple(() for _ in rows)), output_format)


def show_table(
    columns: Sequence[str], rows: Sequence[Sequence[Cell]], quotes: Sequence[Sequence[str]] = ()
) -> None:
    """Draw a table as wide as the terminal; in a pipe nothing is cut."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for at, row in enumerate(rows):
        said = quotes[at] if at < len(quotes) else ()
        table.add_row(*(Text(cell_text(cell)) for cell in row))
        for sentence in said[:1]:
            table.add_row(Text(""), Text(f"“{sentence}”", style="dim italic"))
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=200)
    console.print(table)


def cell_text(cell: Cell) -> str:
    """One cell as words; unknown is a dash.

    >>> cell_text(None), cell_text(True), cell_text(("a", "b"))
    ('–', 'yes', 'a; b')
    """
    if cell is None:
        return "–"
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "; ".join(cell) if isinstance(cell, tuple) else str(cell)


def _plain(value: Any) -> Cell:
    """A value of the engine as a cell; maps and nodes as JSON."""
    import json

    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return tuple(value)
    return json.dumps(value, ensure_ascii=False, default=str)
