"""``phahe neo4j push GRAPH`` and ``phahe neo4j bulk GRAPH -o FOLDER``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

import click

from phahe.commands.arguments import GRAPH
from phahe.graph.neo4j_push import Pushed
from phahe.graph.neo4j_server import Login


@click.group("neo4j")
def command() -> None:
    """Push the graph into Neo4j, or write the files of its bulk import.

    \b
    Examples:
      phahe neo4j push out/g --uri bolt://localhost:7687 --password-file secret.txt
      phahe neo4j bulk out/g -o out/bulk
    """


@command.command()
@GRAPH
@click.option("--uri", envvar="NEO4J_URI", default="bolt://localhost:7687", show_default=True)
@click.option("--user", envvar="NEO4J_USERNAME", default="neo4j", show_default=True)
@click.option(
    "--password-file",
    type=click.File(encoding="utf-8"),
    help="Its first line is the password; - reads stdin. Without it: $NEO4J_PASSWORD, else asked.",
)
@click.option("--database", envvar="NEO4J_DATABASE", default="neo4j", show_default=True)
@click.option("--replace", is_flag=True, help="The graph pushed there before may go.")
@click.option(
    "--patience", default=60.0, show_default=True, help="Seconds to try when the connection breaks."
)
def push(
    graph: Path,
    uri: str,
    user: str,
    password_file: IO[str] | None,
    database: str,
    replace: bool,
    patience: float,
) -> None:
    """Make a running Neo4j (5.7 or newer) hold what GRAPH holds.

    Writes only what differs: again, it changes nothing; after a break, it goes on where it stopped.
    What left the graph leaves the database. What phahe did not write is never touched.

    \b
    Environment: NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE.
    \b
    Examples:
      phahe neo4j push out/g --password-file secret.txt
      NEO4J_PASSWORD=... phahe neo4j push out/g --uri neo4j+s://graph.example.org
    """
    from phahe.graph.neo4j_push import push as write
    from phahe.graph.neo4j_server import connect
    from phahe.graph.store import read_graph

    known = read_graph(graph)
    login = Login(uri, user, _password(password_file), database, patience)
    with connect(login) as opened:
        done = write(known, opened, replace, _progress())
    click.echo(_summary(done, len(known.nodes), len(known.edges)))
    for key in done.kept:
        click.echo(f"phahe: {key} left the graph, but others' edges hold it: kept", err=True)


@command.command()
@GRAPH
@click.option(
    "--out", "-o", required=True, type=click.Path(path_type=Path), help="Folder to write."
)
def bulk(graph: Path, out: Path) -> None:
    """Write the files that `neo4j-admin database import full` reads: for a new, empty database.

    \b
    Example:
      phahe neo4j bulk out/g -o out/bulk
      cd out/bulk && neo4j-admin database import full neo4j @import.args
      cypher-shell -f schema.cypher       (after the server has started)
    """
    from phahe.graph.neo4j_bulk import write_bulk
    from phahe.graph.store import read_graph

    write_bulk(read_graph(graph), out)
    click.echo(f"{out}: now there: neo4j-admin database import full neo4j @import.args", err=True)


def _password(file: IO[str] | None) -> str:
    if file is not None:
        return file.readline().rstrip("\r\n")
    given = os.environ.get("NEO4J_PASSWORD")
    return given if given is not None else click.prompt("Password", hide_input=True, err=True)


def _progress() -> Callable[[str, int], None]:
    done: dict[str, int] = {}

    def tell(what: str, count: int) -> None:
        done[what] = done.get(what, 0) + count
        click.echo(f"{done[what]} {what}", err=True)

    return tell


def _summary(done: Pushed, nodes: int, edges: int) -> str:
    changes = (done.nodes_written, done.nodes_deleted, done.edges_written, done.edges_deleted)
    if not any(changes):
        return f"{nodes} nodes and {edges} edges: nothing to change"
    return (
        f"{nodes} nodes ({done.nodes_written} written, {done.nodes_deleted} deleted),"
        f" {edges} edges ({done.edges_written} written, {done.edges_deleted} deleted)"
    )
