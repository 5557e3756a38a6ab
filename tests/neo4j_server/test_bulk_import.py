"""The bulk files, read by the real import tool."""

from __future__ import annotations

import pytest

from phahe.graph.model import Graph
from phahe.graph.neo4j_bulk import write_bulk
from phahe.graph.neo4j_push import Pushed, push
from phahe.graph.neo4j_server import Login, connect
from tests.neo4j_server.graphs import counted, everything, harmful, stated, wanted
from tests.neo4j_server.server import Server


@pytest.fixture
def imported(server: Server, tmp_path):
    """Make a server of its own into which the real tool has imported a graph."""
    made = Server(tmp_path / "home")

    def bring(graph: Graph):
        write_bulk(graph, tmp_path / "bulk")
        made.admin("database", "import", "full", "neo4j", "@import.args", folder=tmp_path / "bulk")
        made.start()
        return Login(made.uri, made.user, made.password)

    yield bring
    made.kill()


def test_the_real_import_tool_reads_the_bulk_files_and_a_push_finds_nothing_to_do(imported, large):
    with connect(imported(large)) as opened:
        assert counted(opened) == wanted(large)
        assert push(large, opened) == Pushed(0, 0, 0, 0)


def test_samples_and_hostile_names_are_the_same_imported_and_pushed(imported, sample_graph):
    graph = harmful(in_fields=False)
    both = Graph({**sample_graph.nodes, **graph.nodes}, (*sample_graph.edges, *graph.edges))
    with connect(imported(both)) as opened:
        assert counted(opened) == wanted(both)
        push(both, opened)
        assert everything(opened) == stated(both)
