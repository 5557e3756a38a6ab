"""SPARQL gives the answers of NetworkX, whoever holds the triples."""

import random

import pytest
from click.testing import CliRunner

from phahe.cli import main
from phahe.graph.errors import UnknownQuestion
from phahe.graph.network import network
from phahe.graph.store import write_graph
from phahe.queries.library import ask, questions
from phahe.queries.sparql_engine import Sparql, sparql_text
from tests.queries.test_engines_agree import wordings

pytest.importorskip("rdflib", reason="rdflib is not installed: pip install rdflib")
ASKED = [question for question in questions() if question.sparql]


@pytest.fixture(scope="module", params=["samples", "random"])
def engine(request, random_graph, sample_graph):
    pytest.importorskip("oxrdflib", reason="oxrdflib is not installed: pip install oxrdflib")
    graph = sample_graph if request.param == "samples" else random_graph(4, 25)
    return graph, network(graph), Sparql.open(graph).rows


def test_every_question_has_a_sparql_text_or_says_that_it_has_none():
    for question in questions():
        if question.sparql:
            assert sparql_text(question.name).startswith("# "), question.name
        else:
            with pytest.raises(UnknownQuestion):
                sparql_text(question.name)


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_sparql_gives_the_same_rows_and_sentences(question, engine):
    graph, projected, rows = engine
    for params in list(wordings(question, graph, random.Random(question.name)))[:4]:
        here = ask(graph, question.name, params, network=projected)
        there = ask(graph, question.name, params, engine=rows)
        assert here.rows == there.rows, params
        assert [set(each) for each in here.evidence] == [set(each) for each in there.evidence]


@pytest.mark.parametrize("name", ["cascade", "partners", "assigned", "deadlines", "signers"])
def test_rdflib_alone_gives_the_same(name, random_graph):
    graph = random_graph(5, 8)
    question = next(each for each in questions() if each.name == name)
    rows = Sparql.open(graph, oxigraph=False).rows
    for params in list(wordings(question, graph, random.Random(name)))[:2]:
        assert ask(graph, name, params).rows == ask(graph, name, params, engine=rows).rows


@pytest.mark.parametrize("words", ['II" } # ', "') . ?a ?b ?c", "\\u0022", "?x\n}", "> <urn:x>"])
def test_a_parameter_that_is_sparql_finds_nothing_and_harms_nothing(words, sample_graph):
    rows = Sparql.open(sample_graph).rows
    for name, params in (
        ("same_name", {"name": words}),
        ("assigned", {"document": "KH 83", "section": words}),
    ):
        assert ask(sample_graph, name, params, engine=rows).rows == ()


def test_only_questions_of_the_library_are_asked(sample_graph):
    with pytest.raises(UnknownQuestion):
        list(Sparql.open(sample_graph).rows("MATCH (n) RETURN n", {}))


def test_the_command_asks_in_sparql(sample_graph, tmp_path):
    write_graph(sample_graph, tmp_path / "g")
    words = ["ask", str(tmp_path / "g"), "partners", "--format", "json"]
    here = CliRunner().invoke(main, words)
    there = CliRunner().invoke(main, [*words, "--engine", "sparql"])
    assert there.exit_code == 0, there.output
    assert here.output == there.output
