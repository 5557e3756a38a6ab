"""The engine a question is put to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from phahe.queries.statements import Rows


@contextmanager
def engine_rows(name: str, graph: Path) -> Iterator[str | Rows]:
    """Yield what `phahe.queries.library.ask` takes as engine."""
    if name == "networkx":
        yield name
    elif name == "cypher":
        from phahe.graph.engine import Engine

        yield Engine.of_folder(graph).rows
    else:
        raise click.UsageError(f"--engine {name} is not there yet; networkx and cypher are.")
