"""Constraints and indexes of a database that holds the graph.

A key is unique in its kind and in its relation, so that nothing can be doubled, not even by two
pushes at once. The other indexes are for people: numbers, dates, and names by their words.
"""

from __future__ import annotations

from collections.abc import Iterator

from phahe.graph.neo4j_mark import label
from phahe.graph.vocabulary import kinds, relations

LOOKED_UP = (
    ("Document", "code"),
    ("Document", "number"),
    ("Document", "date"),
    ("Organization", "name"),
    ("Place", "name"),
)
"""What people search for by the whole value."""


def schema() -> Iterator[str]:
    """Yield one statement for each constraint and index; existing ones stay as they are."""
    for kind in kinds():
        yield (
            f"CREATE CONSTRAINT {kind.lower()}_key IF NOT EXISTS"
            f" FOR (n:{label(kind)}) REQUIRE n.key IS UNIQUE"
        )
    for relation in relations():
        yield (
            f"CREATE CONSTRAINT {relation.lower()}_key IF NOT EXISTS"
            f" FOR ()-[r:{label(relation)}]-() REQUIRE r.key IS UNIQUE"
        )
    for kind, name in LOOKED_UP:
        yield f"CREATE INDEX {kind.lower()}_{name} IF NOT EXISTS FOR (n:{kind}) ON (n.{name})"
    yield (
        f"CREATE FULLTEXT INDEX phahe_words IF NOT EXISTS FOR (n:{'|'.join(map(label, kinds()))})"
        " ON EACH [n.name, n.code, n.subject, n.text]"
        " OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}}"
    )
