"""A Neo4j server: where it is, who asks, and what its refusals mean.

    with connect(Login("bolt://localhost:7687", "neo4j", password)) as database:
        database.read("MATCH (d:Document) RETURN d.name AS name")

This is the only file that knows the driver (``pip install "phahe[neo4j]"``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from phahe.graph.errors import BadServer

Row = dict[str, Any]
OLDEST = (5, 7)
"""The first version that keeps the keys of relationships unique."""


@dataclass(frozen=True, slots=True)
class Login:
    """Which database of which server, and who asks."""

    uri: str
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"
    patience: float = 60
    """Seconds to go on trying when the connection breaks."""


class Database:
    """An open database; make it with `connect`."""

    def __init__(self, driver: Any, login: Login) -> None:
        """Speak through *driver*."""
        self._driver = driver
        self._login = login

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """Return what *cypher* answers; the server refuses writes. Raises BadServer."""
        with _explained(self._login), self._session("READ") as session:
            found: list[Row] = session.execute_read(
                lambda transaction: transaction.run(cypher, dict(params or {})).data()
            )
            return found

    def pairs(self, cypher: str) -> Iterator[tuple[Any, ...]]:
        """Yield each row of *cypher* as a tuple, without keeping them all."""
        with _explained(self._login), self._session("READ") as session:
            yield from (tuple(record.values()) for record in session.run(cypher))

    def write(self, cypher: str, params: Mapping[str, Any] | None = None) -> None:
        """Run *cypher* in one transaction, again if the connection breaks. Raises BadServer."""
        with _explained(self._login), self._session("WRITE") as session:
            session.execute_write(
                lambda transaction: transaction.run(cypher, dict(params or {})).consume()
            )

    def define(self, cypher: str) -> None:
        """Run *cypher*, which makes a constraint or an index. Raises BadServer."""
        with _explained(self._login), self._session("WRITE") as session:
            session.run(cypher).consume()

    def _session(self, access: str) -> Any:
        return self._driver.session(
            database=self._login.database, default_access_mode=access, fetch_size=10_000
        )


@contextmanager
def connect(login: Login) -> Iterator[Database]:
    """Open the database of *login*; BadServer says what is wrong: address, password or version."""
    try:
        import neo4j
    except ImportError as error:
        message = "Neo4j needs its driver; phahe doctor says how to install it"
        raise BadServer(message) from error
    with _explained(login):
        driver = neo4j.GraphDatabase.driver(
            login.uri,
            auth=(login.user, login.password),
            max_transaction_retry_time=login.patience,
            notifications_min_severity="OFF",
            user_agent="phahe",
        )
    with driver:
        with _explained(login):
            driver.verify_connectivity()
            check_version(driver.get_server_info().agent)
        yield Database(driver, login)


def check_version(agent: str) -> None:
    """Raise BadServer if *agent*, as the server calls itself, is too old or no Neo4j.

    >>> check_version("Neo4j/5.26.12")
    >>> check_version("Neo4j/4.4.41")
    Traceback (most recent call last):
        ...
    phahe.graph.errors.BadServer: the server is Neo4j/4.4.41; Neo4j 5.7 or newer is needed
    """
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if not found or (int(found[1]), int(found[2])) < OLDEST:
        needed = ".".join(map(str, OLDEST))
        raise BadServer(f"the server is {agent}; Neo4j {needed} or newer is needed")


@contextmanager
def _explained(login: Login) -> Iterator[None]:
    """Say in our words what the driver raises."""
    from neo4j import exceptions

    try:
        yield
    except (exceptions.AuthError, exceptions.AuthConfigurationError) as error:
        message = f"{login.uri}: the server does not accept user {login.user} with this password"
        raise BadServer(message) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        message = f"{login.uri}: no server answers there ({_first_line(error)}); is it running?"
        raise BadServer(message) from error
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        raise BadServer(f"{login.uri}: the server refused: {_first_line(error)}") from error
    except (ValueError, OSError) as error:
        raise BadServer(f"{login.uri}: {_first_line(error)}") from error


def _first_line(error: BaseException) -> str:
    told = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(told).splitlines()[0]
