"""Every question has one answer, whichever engine is asked."""

import random

import pytest

from phahe.graph.engine import Engine
from phahe.graph.network import network
from phahe.queries.library import ask, questions

GRAPHS = ("samples", 1, 2, 3)
"""The sample documents, and seeds of random graphs."""


@pytest.fixture(scope="module", params=GRAPHS)
def engines(request, sample_graph, random_graph):
    graph = sample_graph if request.param == "samples" else random_graph(request.param, 40)
    return graph, network(graph), Engine.open(graph).rows


def some_value(parameter, graph, chance):
    if parameter.kind == "flag":
        return True
    if parameter.kind == "text":
        return {"section": "II", "due": "2022-07", "name": "đội"}.get(parameter.name, "ban")
    return chance.choice([key for key, node in graph.nodes.items() if node.kind == parameter.kind])


def wordings(question, graph, chance):
    """Parameters to try: the needed ones alone, and all, several times."""
    for _ in range(4):
        yield {p.name: some_value(p, graph, chance) for p in question.parameters if not p.optional}
        yield {p.name: some_value(p, graph, chance) for p in question.parameters}


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_networkx_and_cypher_give_the_same_rows_and_the_same_sentences(question, engines):
    graph, projected, rows = engines
    for params in wordings(question, graph, random.Random(question.name)):
        here = ask(graph, question.name, params, network=projected)
        there = ask(graph, question.name, params, engine=rows)
        assert here.rows == there.rows, params
        assert [set(each) for each in here.evidence] == [set(each) for each in there.evidence]


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_every_question_finds_something_somewhere(question, random_graph):
    graph = random_graph(1, 40)
    projected = network(graph)
    tried = wordings(question, graph, random.Random(1))
    assert any(ask(graph, question.name, params, network=projected).rows for params in tried)
