import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from phahe.graph.errors import BadGraph, BadOutput
from phahe.graph.jsonl import read_jsonl, write_jsonl
from phahe.graph.model import Edge, Graph, Node, NodeId
from phahe.graph.store import read_graph, read_run, tables_of, write_graph
from tests.graph.graphs import graphs

A, B = (Node(NodeId(f"doc:{x}"), "Document", x.upper(), {"held": True}) for x in "ab")
ONE = Graph({A.id: A}, ())
TWO = Graph({A.id: A, B.id: B}, (Edge("e:1", A.id, "CITES", B.id, "explicit"),))


@given(graph=graphs())
@settings(max_examples=25, deadline=None)
def test_a_graph_comes_back_as_it_was_written(graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("graph")
    write_graph(graph, folder)
    assert read_graph(folder) == graph


@given(graph=graphs())
@settings(max_examples=25, deadline=None)
def test_json_lines_come_back_in_nfc(graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("jsonl")
    write_jsonl(graph, folder)
    first = read_jsonl(folder)
    write_jsonl(first, folder)
    assert read_jsonl(folder) == first
    assert len(first.edges) == len(graph.edges)


def test_the_same_graph_gives_the_same_bytes(tmp_path):
    for name in ("first", "second"):
        write_graph(TWO, tmp_path / name, {"files": 2})
    files = [sorted(p for p in (tmp_path / n).rglob("*.*")) for n in ("first", "second")]
    assert len(files[0]) == 5
    assert [p.read_bytes() for p in files[0]] == [p.read_bytes() for p in files[1]]


def test_only_the_last_generation_is_kept(tmp_path):
    write_graph(ONE, tmp_path)
    write_graph(TWO, tmp_path, {"warnings": ["one"]})
    assert read_graph(tmp_path) == TWO
    assert read_run(tmp_path)["warnings"] == ["one"]
    assert [p.name for p in (tmp_path / "tables").iterdir()] == [tables_of(tmp_path).name]


def test_writing_the_same_graph_again_heals_damaged_tables(tmp_path):
    write_graph(TWO, tmp_path)
    (tables_of(tmp_path) / "nodes.parquet").write_bytes(b"")
    write_graph(TWO, tmp_path)
    assert read_graph(tmp_path) == TWO


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path):
    with pytest.raises(BadGraph, match="phahe build"):
        read_graph(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"graph": {"format": 99}}'])
def test_a_damaged_run_is_reported(tmp_path, text):
    write_graph(TWO, tmp_path)
    (tmp_path / "run.json").write_text(text)
    with pytest.raises(BadGraph, match=r"anew|another"):
        read_graph(tmp_path)


@pytest.mark.parametrize("table", ["nodes", "claims", "edges", "evidence"])
def test_a_missing_or_damaged_table_is_reported(tmp_path, table):
    write_graph(TWO, tmp_path)
    path = tables_of(tmp_path) / f"{table}.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(BadGraph, match=table):
        read_graph(tmp_path)
    path.unlink()
    with pytest.raises(BadGraph, match="missing"):
        read_graph(tmp_path)


@pytest.mark.parametrize("hindrance", ["tables", "."])
def test_an_unwritable_folder_is_reported(tmp_path, hindrance):
    folder = tmp_path / "graph"
    folder.mkdir()
    place = folder / hindrance
    if hindrance == ".":
        folder.rmdir()
    place.write_text("a file where a folder should be")
    with pytest.raises(BadOutput, match="graph"):
        write_graph(ONE, folder)


def test_the_earlier_graph_survives_a_full_disk(tmp_path):
    write_graph(ONE, tmp_path)
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000));"
    with run(tmp_path, limit + "write()") as process:
        process.communicate()
    assert process.returncode == 1
    assert read_graph(tmp_path) == ONE


def test_the_earlier_graph_survives_kill_9(tmp_path):
    write_graph(ONE, tmp_path)
    with run(tmp_path, "print(1, flush=True)\nwhile True: write()") as process:
        process.stdout.readline()
        time.sleep(0.05)
        process.kill()
    assert len(read_graph(tmp_path).nodes) in (1, 500, 501)


def test_a_line_that_is_not_json_is_named(tmp_path):
    write_jsonl(TWO, tmp_path)
    with (tmp_path / "edges.jsonl").open("a") as out:
        out.write("{nonsense\n")
    with pytest.raises(BadGraph, match="line 2"):
        read_jsonl(tmp_path)


def test_an_edge_to_nowhere_is_named(tmp_path):
    write_jsonl(TWO, tmp_path)
    (tmp_path / "nodes.jsonl").write_text(json.dumps({"id": "doc:a", "kind": "x", "name": "y"}))
    with pytest.raises(BadGraph, match="doc:b"):
        read_jsonl(tmp_path)


WRITER = """
import resource, sys
from itertools import cycle
from pathlib import Path
from phahe.graph.model import Graph, Node
from phahe.graph.store import write_graph
def graph(size):
    nodes = {f"doc:{i}": Node(f"doc:{i}", "Document", str(i * 7919)) for i in range(size)}
    return Graph(dict(sorted(nodes.items())), ())
sizes = cycle((500, 501))
def write():
    write_graph(graph(next(sizes)), Path(sys.argv[1]))
"""


def run(folder: Path, then: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER + then, str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def test_an_empty_graph_is_a_graph(tmp_path):
    write_graph(Graph({}, ()), tmp_path)
    assert read_graph(tmp_path) == Graph({}, ())
