"""Everything a document rests on, up to its first directives."""

from __future__ import annotations

from typing import NamedTuple

from phahe.queries.hops import in_network, through
from phahe.queries.stated import Network
from phahe.queries.statements import Rows
from phahe.queries.walk import walk


class Basis(NamedTuple):
    """A document rested on, shown above the earliest document that carries it on."""

    generation: int
    """Steps of the shortest way up."""
    document: str
    date: str | None
    held: bool
    """False: only cited."""
    carried_by: str
    lag_days: int | None
    """Days until the document that carries it on; None where a day is unknown."""
    relations: tuple[str, ...]
    certainty: str
    also: tuple[str, ...]
    """Other documents of the lineage that rest on it."""
    guessed: tuple[str, ...]
    """The same, by hypothesis only; empty unless hypotheses are let in."""
    key: str
    child: str
    """Id of the document that carries it on."""
    depth: int
    """Steps of the way shown."""
    edges: tuple[str, ...]


def lineage(network: Network, document: str, hypotheses: bool = False) -> list[Basis]:
    """Return everything above *document*, nearest first; *hypotheses* lets guesses in too."""
    return walk(document, in_network(network, False, hypotheses), Basis, backwards=True)


def by_cypher(rows: Rows, document: str, hypotheses: bool = False) -> list[Basis]:
    """Return the same through an engine; lineage.cypher is run once for each generation."""
    return walk(document, through(rows, "lineage", hypotheses), Basis, backwards=True)
