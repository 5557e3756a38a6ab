"""What a push does to a real database, and what it never does."""

from __future__ import annotations

import dataclasses
import threading

import pytest
from click.testing import CliRunner

from phahe.cli import main
from phahe.graph.errors import BadGraph, BadServer
from phahe.graph.merge import merge
from phahe.graph.model import Graph, Node, NodeId
from phahe.graph.neo4j_push import Pushed, push
from phahe.graph.neo4j_server import Login, connect
from phahe.graph.store import write_graph
from tests.neo4j_server.graphs import counted, everything, harmful, stated, wanted

NOTHING = Pushed(0, 0, 0, 0)


def test_the_database_says_what_the_graph_says_and_a_second_push_changes_nothing(
    database, sample_graph
):
    first = push(sample_graph, database)
    assert (first.nodes_written, first.edges_written) == (
        len(sample_graph.nodes),
        len(sample_graph.edges),
    )
    assert everything(database) == stated(sample_graph)
    assert push(sample_graph, database) == NOTHING
    assert everything(database) == stated(sample_graph)


def test_what_left_the_graph_leaves_the_database_and_the_rest_stays(
    database, sample_graph, sample_facts
):
    push(sample_graph, database)
    smaller = merge(sample_facts[:-1])
    done = push(smaller, database)
    assert done.nodes_deleted
    assert done.edges_deleted
    assert everything(database) == stated(smaller)
    assert push(sample_graph, database).nodes_written >= done.nodes_deleted
    assert everything(database) == stated(sample_graph)


def test_a_changed_field_is_written_and_an_absent_one_is_gone(database, sample_graph):
    push(sample_graph, database)
    key, node = next(
        (key, node) for key, node in sample_graph.nodes.items() if "title" in node.fields
    )
    fields = {name: value for name, value in node.fields.items() if name != "title"}
    changed = dataclasses.replace(node, fields={**fields, "period": "2022-2025"})
    graph = Graph({**sample_graph.nodes, key: changed}, sample_graph.edges)
    assert push(graph, database) == Pushed(1, 0, 0, 0)
    assert everything(database) == stated(graph)


def test_data_of_others_is_never_touched(database, sample_graph, sample_facts):
    database.write("CREATE (:Note {text: 'mine'}), (:Document {name: 'mine, without a key'})")
    push(sample_graph, database)
    smaller = merge(sample_facts[:-1])
    leaving = min(sample_graph.nodes.keys() - smaller.nodes.keys())
    database.write(
        "MATCH (n {key: $key}), (note:Note) CREATE (note)-[:ABOUT]->(n)", {"key": leaving}
    )
    assert push(smaller, database).kept == (leaving,)
    assert database.read("MATCH (note:Note)-[:ABOUT]->(n) RETURN n.key AS key") == [
        {"key": leaving}
    ]
    assert database.read("MATCH (d:Document) WHERE d.key IS NULL RETURN d.name AS name") == [
        {"name": "mine, without a key"}
    ]


def test_a_key_of_ours_on_data_of_others_stops_the_push_before_it_writes(database, sample_graph):
    key = min(sample_graph.nodes)
    kind = sample_graph.nodes[key].kind
    database.write(f"CREATE (:{kind} {{key: $key}})", {"key": key})
    with pytest.raises(BadServer, match="phahe did not write"):
        push(sample_graph, database)
    assert database.read("MATCH (n) RETURN properties(n) AS own") == [{"own": {"key": key}}]


def test_another_graph_is_replaced_only_on_demand(database, sample_graph):
    nodes = [Node(NodeId(f"doc:{at}"), "Document", f"KH {at}") for at in range(500)]
    other = Graph({node.id: node for node in nodes}, ())
    push(other, database)
    with pytest.raises(BadServer, match="--replace"):
        push(sample_graph, database)
    assert counted(database) == wanted(other)
    push(sample_graph, database, replace=True)
    assert everything(database) == stated(sample_graph)


def test_names_ids_and_fields_that_are_cypher_change_nothing(database, sample_graph):
    push(sample_graph, database)
    graph = harmful()
    both = Graph({**sample_graph.nodes, **graph.nodes}, (*sample_graph.edges, *graph.edges))
    push(both, database)
    assert everything(database) == stated(both)
    assert push(both, database) == NOTHING


@pytest.mark.parametrize("word", ["X` {a: 1}) DETACH DELETE n //", "X\\u0060", "", "A B"])
def test_a_kind_that_is_no_word_is_refused(database, word):
    key = NodeId("doc:1")
    with pytest.raises(BadGraph):
        push(Graph({key: Node(key, word, "x")}, ()), database)
    assert database.read("MATCH (n) RETURN n") == []


def test_a_question_cannot_write(database):
    with pytest.raises(BadServer, match=r"[Ww]rit"):
        database.read("CREATE (n:Document)")


def test_a_push_survives_a_server_that_dies_and_comes_back(server, database, random_documents):
    graph = random_documents(6000)
    deaths = []

    def tell(what: str, count: int) -> None:
        if what == "edges" and not deaths:
            deaths.append(threading.Thread(target=lambda: (server.kill(), server.start())))
            deaths[0].start()

    done = push(graph, database, tell=tell)
    deaths[0].join()
    assert (done.nodes_written, done.edges_written) == (len(graph.nodes), len(graph.edges))
    assert counted(database) == wanted(graph)
    assert push(graph, database) == NOTHING


def test_a_wrong_password_and_a_wrong_address_say_so(server, database):
    wrong = Login(server.uri, server.user, "wrong", patience=1)
    with pytest.raises(BadServer, match="does not accept user neo4j"), connect(wrong):
        pass
    away = Login("bolt://127.0.0.1:1", server.user, server.password, patience=1)
    with pytest.raises(BadServer, match="no server answers there"), connect(away):
        pass
    with pytest.raises(BadServer), connect(Login("nonsense", patience=1)):
        pass
    absent = Login(server.uri, server.user, server.password, "nosuch", patience=1)
    with pytest.raises(BadServer, match="nosuch"), connect(absent) as opened:
        opened.read("RETURN 1")


def test_the_command_pushes_and_its_errors_show_no_traceback(
    server, database, sample_graph, tmp_path
):
    folder, secret = tmp_path / "g", tmp_path / "secret.txt"
    write_graph(sample_graph, folder)
    secret.write_text(f"{server.password}\n", "utf-8")
    words = ["neo4j", "push", str(folder), "--uri", server.uri, "--password-file", str(secret)]
    first = CliRunner().invoke(main, words)
    assert first.exit_code == 0, first.output
    assert f"{len(sample_graph.nodes)} nodes" in first.output
    assert "nothing to change" in CliRunner().invoke(main, words).output
    assert counted(database) == wanted(sample_graph)
    secret.write_text("wrong", "utf-8")
    refused = CliRunner().invoke(main, words)
    assert refused.exit_code == 2
    assert "does not accept" in refused.output
    assert "Traceback" not in refused.output
