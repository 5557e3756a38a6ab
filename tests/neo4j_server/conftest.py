"""One real server for all tests of this folder, emptied before each."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from phahe.graph.model import Graph
from phahe.graph.neo4j_server import Database, Login, connect
from tests.neo4j_server.server import Missing, Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running Neo4j Community with authentication; CI must have it, elsewhere it may lack."""
    pytest.importorskip("neo4j", reason="the driver is not installed: pip install neo4j")
    try:
        made = Server(tmp_path_factory.mktemp("neo4j"))
    except Missing as what:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no Neo4j server, and CI must have one: {what} is missing")
        pytest.skip(f"no Neo4j server: {what} is missing")
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def login(server: Server) -> Login:
    """How to enter that server."""
    return Login(server.uri, server.user, server.password, patience=90)


@pytest.fixture
def database(login: Login) -> Iterator[Database]:
    """A database without data."""
    with connect(login) as opened:
        empty(opened)
        yield opened


@pytest.fixture(scope="session")
def random_documents() -> Callable[[int], Graph]:
    """Make a graph of so many documents, with circles and parallel edges (see benchmarks/)."""
    sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
    try:
        made: Callable[[int], Graph] = import_module("synthetic").synthetic
    finally:
        sys.path.pop(0)
    return made


@pytest.fixture(scope="session")
def large(random_documents: Callable[[int], Graph]) -> Graph:
    """A hundred thousand documents."""
    return random_documents(100_000)


def empty(database: Database) -> None:
    """Take all data out of *database*."""
    database.define("MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS")
