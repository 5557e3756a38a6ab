"""What can be said of Neo4j without a server."""

import pytest
from click.testing import CliRunner

from phahe.cli import main
from phahe.graph.errors import BadServer
from phahe.graph.neo4j_bulk import write_bulk
from phahe.graph.neo4j_mark import MARK, marked_edge, marked_node
from phahe.graph.neo4j_server import Login, check_version


@pytest.mark.parametrize("agent", ["Neo4j/4.4.41", "Neo4j/5.6.0", "Memgraph/2.0", ""])
def test_an_old_server_or_another_is_refused_by_name(agent):
    with pytest.raises(BadServer, match=r"5\.7 or newer"):
        check_version(agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.7.0", "Neo4j/5.26.12", "Neo4j/2025.06.0"])
def test_a_newer_server_is_welcome(agent):
    check_version(agent)


def test_a_password_is_never_shown():
    assert "secret" not in repr(Login("bolt://x", "neo4j", "secret"))


def test_marks_tell_contents_apart(sample_graph):
    marks = [marked_node(node)[MARK] for node in sample_graph.nodes.values()]
    marks += [marked_edge(edge)[MARK] for edge in sample_graph.edges]
    assert len(set(marks)) == len(marks)


def test_bulk_files_have_a_line_for_each_node(sample_graph, tmp_path):
    write_bulk(sample_graph, tmp_path)
    options = (tmp_path / "import.args").read_text("utf-8").split()
    files = [option.rpartition("=")[2] for option in options if ".csv" in option]
    assert all((tmp_path / name).exists() for name in files)
    head = (tmp_path / "nodes-Document.csv").read_text("utf-8").splitlines()[0]
    assert head.startswith("key:ID(Document),")
    assert "held:boolean" in head


def test_the_command_without_a_server_says_so_and_exits_2(sample_graph, tmp_path):
    from phahe.graph.store import write_graph

    pytest.importorskip("neo4j", reason="the driver is not installed: pip install neo4j")
    write_graph(sample_graph, tmp_path / "g")
    (tmp_path / "secret").write_text("x", "utf-8")
    words = ["neo4j", "push", str(tmp_path / "g"), "--uri", "bolt://127.0.0.1:1", "--patience", "0"]
    done = CliRunner().invoke(main, [*words, "--password-file", str(tmp_path / "secret")])
    assert done.exit_code == 2
    assert "no server answers there" in done.output
