"""A hundred thousand documents: pushed, killed in the middle, pushed again."""

from __future__ import annotations

import threading

import pytest

from phahe.graph.errors import BadServer
from phahe.graph.model import Graph
from phahe.graph.neo4j_push import Pushed, push
from phahe.graph.neo4j_server import Login, connect
from tests.neo4j_server.graphs import counted, wanted
from tests.neo4j_server.server import Server

NOTHING = Pushed(0, 0, 0, 0)


@pytest.fixture(scope="module")
def own(server: Server, tmp_path_factory):
    """A server that no other test has to empty."""
    made = Server(tmp_path_factory.mktemp("large"))
    made.start()
    yield made
    made.kill()


@pytest.fixture(scope="module")
def full(own: Server, large: Graph):
    """The large graph, pushed by a push that died with the server, and by the next one."""
    impatient = Login(own.uri, own.user, own.password, patience=1)
    done = []

    def tell(what: str, count: int) -> None:
        done.append(count)
        if what == "edges" and sum(done) > len(large.nodes) + len(large.edges) // 2:
            threading.Timer(0.2, own.kill).start()

    with pytest.raises(BadServer, match="no server answers"), connect(impatient) as opened:
        push(large, opened, tell=tell)
    own.start()
    with connect(Login(own.uri, own.user, own.password, patience=90)) as opened:
        left = push(large, opened)
        assert 0 < left.edges_written < len(large.edges)
        assert left.nodes_written == left.nodes_deleted == left.edges_deleted == 0
        yield opened


def test_a_push_goes_on_after_the_server_was_killed_with_nothing_lost_or_doubled(full, large):
    assert counted(full) == wanted(large)
    for what in ("MATCH (n)", "MATCH ()-[n]->()"):
        keys = full.read(f"{what} RETURN count(n.key) AS all, count(DISTINCT n.key) AS once")
        assert keys[0]["all"] == keys[0]["once"]


def test_a_second_push_changes_nothing(full, large):
    assert push(large, full) == NOTHING


def test_a_document_that_is_removed_takes_its_facts_with_it_and_nothing_else(full, large):
    key = next(key for key, node in large.nodes.items() if node.fields.get("number") == "7")
    others = {each: node for each, node in large.nodes.items() if each != key}
    edges = tuple(edge for edge in large.edges if key not in (edge.source, edge.target))
    assert len(large.edges) - len(edges) > 1
    smaller = Graph(others, edges)
    assert push(smaller, full) == Pushed(0, 0, 1, len(large.edges) - len(edges))
    assert counted(full) == wanted(smaller)
    assert full.read("MATCH (n {key: $key}) RETURN n", {"key": key}) == []
