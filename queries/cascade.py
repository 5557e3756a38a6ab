"""Everything that carries a document out, generation by generation."""

from __future__ import annotations

from typing import NamedTuple

from phahe.queries.hops import in_network, through
from phahe.queries.stated import Network
from phahe.queries.statements import Rows
from phahe.queries.walk import walk


class Carried(NamedTuple):
    """A document that carries the directive out, shown under the latest document it rests on."""

    generation: int
    """Steps of the shortest way up to the directive."""
    document: str
    date: str | None
    held: bool
    """False: only cited."""
    rests_on: str
    lag_days: int | None
    """Days since the document it rests on; None where a day is unknown."""
    relations: tuple[str, ...]
    certainty: str
    also: tuple[str, ...]
    """Other documents of the cascade it rests on."""
    guessed: tuple[str, ...]
    """The same, by hypothesis only; empty unless hypotheses are let in."""
    key: str
    parent: str
    """Id of the document it rests on."""
    depth: int
    """Steps of the way shown."""
    edges: tuple[str, ...]


def cascade(network: Network, document: str, hypotheses: bool = False) -> list[Carried]:
    """Return everything below *document*, nearest first; *hypotheses* lets guesses in too."""
    return walk(document, in_network(network, True, hypotheses), Carried)


def by_cypher(rows: Rows, document: str, hypotheses: bool = False) -> list[Carried]:
    """Return the same through an engine; cascade.cypher is run once for each generation."""
    return walk(document, through(rows, "cascade", hypotheses), Carried)
