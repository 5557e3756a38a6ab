"""The Cypher script, for those without a driver, on the real server."""

from __future__ import annotations

import pytest

from phahe.graph.errors import BadGraph
from phahe.graph.export_cypher import cypher_script
from phahe.graph.model import Graph
from phahe.graph.neo4j_push import Pushed, push
from tests.neo4j_server.graphs import everything, harmful, stated


@pytest.fixture
def both(sample_graph):
    graph = harmful(in_fields=False)
    return Graph({**sample_graph.nodes, **graph.nodes}, (*sample_graph.edges, *graph.edges))


def test_the_script_run_twice_says_what_the_graph_says_and_a_push_finds_nothing_to_do(
    database, both
):
    for _ in range(2):
        for statement in cypher_script(both):
            database.define(statement)
        assert everything(database) == stated(both)
    assert push(both, database) == Pushed(0, 0, 0, 0)


def test_a_field_whose_name_is_cypher_is_refused():
    with pytest.raises(BadGraph):
        list(cypher_script(harmful()))
