"""The question library: ask a question by name, of any engine, and get the same answer.

    answer = ask(graph, "cascade", {"document": "Chỉ thị 12"})
    answer = ask(graph, "cascade", {"document": "12-CT/TW"}, engine="cypher")

An engine is "networkx", "cypher" (embedded), or a callable that takes a Cypher text with its
parameters and returns rows, such as a Neo4j session wrapped in a function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from phahe.graph.bulk import many_values
from phahe.graph.errors import UnknownQuestion
from phahe.graph.model import Evidence, Graph
from phahe.graph.names_index import find_node
from phahe.queries.answer import Answer, Cell
from phahe.queries.order import ordered
from phahe.queries.question import Parameter, Question, questions
from phahe.queries.stated import Network
from phahe.queries.statements import Rows, statement

__all__ = ["Answer", "Question", "ask", "question", "questions"]

TRUE = ("1", "true", "yes", "có", "co")
Found = tuple[tuple[Cell, ...], tuple[str, ...]]
"""A row's cells, and the ids of the edges behind it."""


def question(name: str) -> Question:
    """Return the question *name*; UnknownQuestion lists those there are."""
    for each in questions():
        if each.name == name:
            return each
    known = "\n".join(f"    {each.name:20} {each.en}" for each in questions())
    raise UnknownQuestion(f"{name}: no such question; there are:\n{known}")


def ask(
    graph: Graph,
    name: str,
    params: Mapping[str, object] | None = None,
    engine: str | Rows = "networkx",
    network: Network | None = None,
) -> Answer:
    """Return the answer of *graph* to the question *name*.

    *params* are words as a person would type them (``"Chỉ thị 12"``) or ids. *network* saves making
    it anew for every question. Raises UnknownQuestion, and what `find_node` raises.
    """
    asked = question(name)
    given = _resolved(graph, asked, params or {})
    with many_values():
        return _answer(graph, asked, _found(graph, asked, given, engine, network))


def _found(
    graph: Graph,
    asked: Question,
    given: Mapping[str, Any],
    engine: str | Rows,
    network: Network | None,
) -> Iterator[Found]:
    if engine == "networkx":
        return _from_network(asked, _network(graph) if network is None else network, given)
    if callable(engine):
        return _from_rows(asked, engine, given)
    if engine == "cypher":
        return _from_rows(asked, _embedded(graph), given)
    raise UnknownQuestion(f"{engine}: no such engine; there are: networkx, cypher")


def _network(graph: Graph) -> Network:
    from phahe.graph.network import network

    return network(graph)


def _embedded(graph: Graph) -> Rows:
    from phahe.graph.engine import Engine

    return Engine.open(graph).rows


def _resolved(graph: Graph, asked: Question, params: Mapping[str, object]) -> dict[str, Any]:
    """Turn words into ids; what may be left out and is becomes None."""
    known = {each.name: each for each in asked.parameters}
    for name in params:
        if name not in known:
            listed = ", ".join(known) or "none"
            raise UnknownQuestion(f"{asked.name} has no parameter {name}; it has: {listed}")
    missing = [each for each in known.values() if not each.optional and each.name not in params]
    if missing:
        listed = ", ".join(f"{each.name} ({each.kind})" for each in missing)
        raise UnknownQuestion(f"{asked.name} needs to know: {listed}")
    return {name: _value(graph, each, params.get(name)) for name, each in known.items()}


def _value(graph: Graph, parameter: Parameter, words: object) -> str | bool | None:
    if parameter.kind == "flag":
        return words is True or str(words).casefold() in TRUE
    if words is None or words == "":
        return None
    if parameter.kind == "text":
        return str(words)
    return _node(graph, parameter, str(words))


def _node(graph: Graph, parameter: Parameter, words: str) -> str:
    node = find_node(graph, words, parameter.kind)
    if node.kind != parameter.kind:
        raise UnknownQuestion(f"{parameter.name}: {words} is a {node.kind}, not a {parameter.kind}")
    return str(node.id)


def _from_network(asked: Question, network: Network, given: Mapping[str, Any]) -> Iterator[Found]:
    return _cells(getattr(asked.module, asked.name)(network, **given))


def _from_rows(asked: Question, rows: Rows, given: Mapping[str, Any]) -> Iterator[Found]:
    stepwise = getattr(asked.module, "by_cypher", None)
    if stepwise:
        yield from _cells(stepwise(rows, **given))
        return
    for row in rows(statement(asked.name), given):
        yield tuple(_cell(row[name]) for name in asked.columns), tuple(sorted(set(row["edges"])))


def _cells(rows: Iterable[Any]) -> Iterator[Found]:
    """Turn rows, tuples or dataclasses whose last field is ``edges``, into cells and edges."""
    for row in rows:
        *cells, edges = row if isinstance(row, tuple) else _values(row)
        yield tuple(_cell(cell) for cell in cells), edges


def _values(row: Any) -> Iterator[Any]:
    return (getattr(row, field.name) for field in fields(row))


def _cell(value: Any) -> Cell:
    """A list is a set of words here, so it comes sorted."""
    if isinstance(value, list | tuple):
        return tuple(sorted({each for each in value if each is not None}))
    return value  # type: ignore[no-any-return]


def _answer(graph: Graph, asked: Question, found: Iterable[Found]) -> Answer:
    rows = ordered(found, asked.columns, asked.order)
    said = _evidence(graph, {each for _, edges in rows for each in edges})
    evidence = tuple(
        tuple(dict.fromkeys(one for each in edges for one in said.get(each, ())))
        for _, edges in rows
    )
    caveat = asked.caveat.format(held=_held(graph)) if asked.caveat else ""
    return Answer(asked.name, asked.columns, tuple(cells for cells, _ in rows), evidence, caveat)


def _held(graph: Graph) -> int:
    return sum(1 for node in graph.nodes.values() if node.fields.get("held") is True)


def _evidence(graph: Graph, wanted: set[str]) -> dict[str, tuple[Evidence, ...]]:
    """Return the sentences by the id of an edge, or by ``<id of a node>#<field>``."""
    said = {edge.id: edge.evidence for edge in graph.edges if edge.id in wanted}
    for each in wanted - said.keys():
        node, _, field = each.rpartition("#")
        if node in graph.nodes:
            claims = graph.nodes[node].claims  # type: ignore[index]
            said[each] = tuple(c.evidence for c in claims if c.field == field and c.evidence)
    return said
