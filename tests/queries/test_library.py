"""The library says what it can be asked, and what it cannot, it says clearly."""

import re
from importlib.resources import files

import pytest

from phahe.graph.engine import Engine
from phahe.graph.errors import AmbiguousName, UnknownNode, UnknownQuestion
from phahe.graph.vocabulary import cascading
from phahe.queries.library import ask, question, questions
from phahe.queries.statements import FACTS, statement

TEXTS = [path.name for path in (files("phahe.queries") / "cypher").iterdir()]
LINEAGE = re.compile(r":((?:[A-Z_]+\|)+[A-Z_]+)\]")
NOT_PORTABLE = re.compile(r"\*\]|\*\.\.|/\*|COLLECT \{|\bid\(|\.(?:id|type|title)\b|SHORTEST")


@pytest.fixture(scope="module")
def graph(random_graph):
    return random_graph(5, 12)


def test_there_are_at_least_twenty_five_questions_each_in_both_languages():
    assert len(questions()) >= 25
    assert all(each.vi.endswith("?") and each.en for each in questions())
    assert len({each.name for each in questions()}) == len(questions())


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_a_cypher_text_begins_with_the_question_in_words_and_stays_portable(asked):
    text = statement(asked.name)
    first, _, rest = text.partition("\n")
    assert re.fullmatch(r"// .+\? / .+", first)
    assert not NOT_PORTABLE.search(rest)


def test_every_cypher_text_belongs_to_a_question():
    named = {each.name for each in questions()}
    assert {name.removesuffix(".cypher") for name in TEXTS} == named | {FACTS}


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_a_cypher_text_walks_exactly_the_relations_declared_to_cascade(asked):
    for listed in LINEAGE.findall(statement(asked.name)):
        named = set(listed.split("|"))
        if "IMPLEMENTS" in named:
            assert named == cascading()


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_a_text_uses_the_parameters_its_question_names(asked):
    used = set(re.findall(r"\$(\w+)", statement(asked.name)))
    if hasattr(asked.module, "by_cypher"):
        used -= {"frontier", "hypotheses"}
        assert not used
    else:
        assert used == {each.name for each in asked.parameters}


def test_the_columns_of_the_table_are_those_of_the_rows():
    from dataclasses import fields, is_dataclass

    for asked in questions():
        rows = [
            value
            for value in vars(asked.module).values()
            if isinstance(value, type) and value.__module__ == asked.module.__name__
        ]
        columns = [
            tuple(field.name for field in fields(row)) if is_dataclass(row) else row._fields
            for row in rows
        ]
        assert (*asked.columns, "edges") in columns, asked.name


def test_an_unknown_question_is_answered_with_the_list(graph):
    with pytest.raises(UnknownQuestion, match=r"(?s)kaskade: no such question.*cascade .*silent"):
        ask(graph, "kaskade")


def test_an_unknown_parameter_is_answered_with_the_known_ones(graph):
    with pytest.raises(UnknownQuestion, match="no parameter doc; it has: document, hypotheses"):
        ask(graph, "cascade", {"doc": "KH 83"})


def test_a_missing_parameter_is_named_with_its_kind(graph):
    with pytest.raises(UnknownQuestion, match=r"needs to know: document \(Document\)"):
        ask(graph, "cascade")


def test_an_unknown_engine_is_refused(graph):
    with pytest.raises(UnknownQuestion, match="networkx, cypher"):
        ask(graph, "missing", engine="abacus")


def test_a_name_nobody_bears_or_several_bear_is_not_guessed(graph):
    with pytest.raises(UnknownNode):
        ask(graph, "cascade", {"document": "Thông tri 77"})
    with pytest.raises(AmbiguousName):
        ask(graph, "cascade", {"document": "Document"})


def test_an_id_of_another_kind_is_refused(graph):
    with pytest.raises(UnknownQuestion, match="is a Place, not a Document"):
        ask(graph, "cascade", {"document": "place:1"})


def test_the_embedded_engine_can_be_asked_by_name(graph):
    assert ask(graph, "missing", engine="cypher") == ask(graph, "missing")


def test_an_engine_is_any_callable_that_takes_a_text_and_parameters(graph):
    asked = []

    def rows(text, params):
        asked.append(text)
        return Engine.open(graph).rows(text, params)

    assert ask(graph, "documents", engine=rows) == ask(graph, "documents")
    assert asked == [statement("documents")]


def test_a_question_knows_its_parameters():
    names = [(each.name, each.kind, each.optional) for each in question("tasks").parameters]
    assert names == [("body", "Organization", False), ("document", "Document", True)]


def test_words_in_a_parameter_are_data_never_cypher(graph):
    evil = '"}) DETACH DELETE n //'
    rows = Engine.open(graph).rows
    assert ask(graph, "same_name", {"name": evil}, engine=rows).rows == ()
    assert ask(graph, "deadlines", {"due": evil}, engine=rows).rows == ()
