"""One question, four engines, one answer."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from click.testing import CliRunner

from phahe.cli import main
from phahe.graph.engine import Engine
from phahe.graph.model import Graph
from phahe.graph.neo4j_push import push
from phahe.graph.neo4j_server import Login, connect
from phahe.graph.network import network
from phahe.graph.store import write_graph
from phahe.graph.vocabulary import cascading
from phahe.queries.library import ask, questions
from phahe.queries.sparql_engine import Sparql
from tests.neo4j_server.conftest import empty
from tests.queries.conftest import Maker
from tests.queries.test_engines_agree import wordings


def generated() -> Graph:
    """Circles, parallel edges, five levels and more, hypotheses, two things with one name."""
    return Maker(12, 30).graph()


@pytest.fixture(scope="module", params=["samples", "generated"])
def engines(request, login: Login, sample_graph: Graph) -> Iterator[Any]:
    """The graph, its network, and the three engines that take a text."""
    graph = sample_graph if request.param == "samples" else generated()
    with connect(login) as database:
        empty(database)
        push(graph, database, replace=True)
        rows: dict[str, Callable[..., Any]] = {
            "cypher": Engine.open(graph).rows,
            "neo4j": database.read,
            "sparql": Sparql.open(graph).rows,
        }
        yield graph, network(graph), rows


def test_the_generated_graph_has_circles_parallel_edges_and_five_levels():
    import networkx

    graph = generated()
    levels = {
        row[0]
        for key, node in graph.nodes.items()
        if node.kind == "Document"
        for row in ask(graph, "cascade", {"document": key}).rows
    }
    assert max(levels) >= 5
    ends = [(e.source, e.relation, e.target) for e in graph.edges]
    assert len(set(ends)) < len(ends)
    steps = networkx.DiGraph((a, b) for a, relation, b in ends if relation in cascading())
    assert not networkx.is_directed_acyclic_graph(steps)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_every_engine_gives_the_same_rows_and_the_same_sentences(question, engines):
    graph, projected, rows = engines
    tried = list(wordings(question, graph, random.Random(question.name)))
    for params in tried[:4] if question.parameters else tried[:1]:
        told = ask(graph, question.name, params, network=projected)
        said = [set(each) for each in told.evidence]
        for engine, answer in rows.items():
            if engine == "sparql" and not question.sparql:
                continue
            other = ask(graph, question.name, params, engine=answer)
            assert other.rows == told.rows, (engine, params)
            assert [set(each) for each in other.evidence] == said, (engine, params)


def test_the_command_asks_the_server(server, login, sample_graph, tmp_path, monkeypatch):
    write_graph(sample_graph, tmp_path / "g")
    words = ["ask", str(tmp_path / "g"), "partners", "--format", "json"]
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    unset = CliRunner().invoke(main, [*words, "--engine", "neo4j"])
    assert unset.exit_code == 2
    assert "NEO4J_PASSWORD" in unset.output
    monkeypatch.setenv("NEO4J_URI", server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    with connect(login) as database:
        empty(database)
        nothing = CliRunner().invoke(main, [*words, "--engine", "neo4j"])
        assert nothing.exit_code == 2
        assert "phahe neo4j push" in nothing.output
        push(sample_graph, database)
    there = CliRunner().invoke(main, [*words, "--engine", "neo4j"])
    assert there.exit_code == 0, there.output
    assert there.output == CliRunner().invoke(main, words).output
