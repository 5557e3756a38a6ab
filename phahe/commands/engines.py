"""The engine a question is put to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from phahe.queries.statements import Rows


@contextmanager
def engine_rows(name: str, graph: Path) -> Iterator[str | Rows]:
    """Yield what `phahe.queries.library.ask` takes as engine.

    Neo4j is found through NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, and must
    hold the graph already (``phahe neo4j push``).
    """
    if name == "cypher":
        from phahe.graph.engine import Engine

        yield Engine.of_folder(graph).rows
    elif name == "sparql":
        from phahe.graph.store import read_graph
        from phahe.queries.sparql_engine import Sparql

        yield Sparql.open(read_graph(graph)).rows
    elif name == "neo4j":
        with _neo4j() as rows:
            yield rows
    else:
        yield name


@contextmanager
def _neo4j() -> Iterator[Rows]:
    from phahe.graph.errors import BadServer
    from phahe.graph.neo4j_mark import MARK
    from phahe.graph.neo4j_server import Login, connect

    given = os.environ
    if "NEO4J_PASSWORD" not in given:
        raise click.UsageError(
            "--engine neo4j needs to know the server: set NEO4J_PASSWORD, and where they differ"
            " from bolt://localhost:7687 and neo4j, NEO4J_URI and NEO4J_USERNAME"
        )
    login = Login(
        given.get("NEO4J_URI", "bolt://localhost:7687"),
        given.get("NEO4J_USERNAME", "neo4j"),
        given["NEO4J_PASSWORD"],
        given.get("NEO4J_DATABASE", "neo4j"),
        patience=10,
    )
    with connect(login) as database:
        if not database.read(f"MATCH (n) WHERE n.{MARK} IS NOT NULL RETURN 1 LIMIT 1"):
            raise BadServer(f"{login.uri}: no graph is there yet; phahe neo4j push GRAPH first")
        yield database.read
