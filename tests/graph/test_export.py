import csv
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings

from phahe.graph.engine import Engine
from phahe.graph.errors import BadOutput
from phahe.graph.export import FORMATS, export
from phahe.graph.export_cypher import cypher_script
from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId
from phahe.graph.store import read_graph
from tests.graph.graphs import graphs

EVIL = '=cmd|"/c calc"!A0\n\x08</script>\'; DROP'
NODE = Node(NodeId("doc:a"), "Document", EVIL, {"title": EVIL, "held": True, "dates": ("x", "y")})
BODY = Node(NodeId("org:b"), "Organization", "B", {"aliases": ("b",)})
SAID = Evidence(NODE.id, "a.txt", 1, 2, 3, 4, EVIL, "rule")
EDGE = Edge("e:1", NODE.id, "ISSUED_BY", BODY.id, "explicit", {"position": EVIL}, (SAID,))
GRAPH = Graph({NODE.id: NODE, BODY.id: BODY}, (EDGE,))


@pytest.mark.parametrize("what", FORMATS)
def test_the_same_graph_gives_the_same_bytes(tmp_path, what):
    for name in ("first", "second"):
        export(GRAPH, what, tmp_path / name)
    first, second = (contents(tmp_path / name) for name in ("first", "second"))
    assert first == second
    assert first


def contents(place: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted([place, *place.rglob("*")]) if path.is_file()]


@pytest.mark.parametrize("what", FORMATS)
def test_what_cannot_be_written_leaves_what_was_there(tmp_path, what):
    place = tmp_path / "there"
    if what in ("jsonl", "csv", "parquet"):
        place.write_text("a file")
    else:
        place.mkdir()
    with pytest.raises(BadOutput, match="there"):
        export(GRAPH, what, place)
    assert place.exists()


def test_an_unknown_format_lists_the_known_ones(tmp_path):
    with pytest.raises(BadOutput, match="graphml"):
        export(GRAPH, "docx", tmp_path)


def test_cells_are_no_formulas(tmp_path):
    export(GRAPH, "csv", tmp_path)
    with (tmp_path / "Document.csv").open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert row["name"] == row["title"] == "'" + EVIL
    assert row["held"] == "true"
    assert row["dates"] == "x; y"
    with (tmp_path / "evidence.csv").open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["edge"], row["start"]) == ("e:1", "3")


def test_json_lines_have_the_fields_of_the_export_format(tmp_path):
    export(GRAPH, "jsonl", tmp_path)
    node = json.loads((tmp_path / "nodes.jsonl").read_text("utf-8").splitlines()[0])
    assert node["id"] == "doc:a"
    assert node["dates"] == ["x", "y"]
    assert node["held"] is True
    (edge,) = map(json.loads, (tmp_path / "edges.jsonl").read_text("utf-8").splitlines())
    assert list(edge) == [
        "id",
        "source",
        "relation",
        "target",
        "certainty",
        "attributes",
        "evidence",
    ]
    assert list(edge["evidence"][0]) == [
        "document",
        "file",
        "page",
        "line",
        "start",
        "end",
        "quote",
        "rule",
    ]


@given(graph=graphs())
@settings(max_examples=20, deadline=None)
def test_graphml_is_read_back_by_networkx(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("xml") / "graph.graphml"
    export(graph, "graphml", path)
    known = networkx.read_graphml(path, force_multigraph=True)
    assert set(known) == set(graph.nodes)
    assert {key for *_, key in known.edges(keys=True)} == {edge.id for edge in graph.edges}


@given(graph=graphs())
@settings(max_examples=20, deadline=None)
def test_gexf_is_well_formed_and_whole(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("xml") / "graph.gexf"
    export(graph, "gexf", path)
    root = ET.parse(path).getroot()
    space = "{http://gexf.net/1.3}"
    assert {each.get("id") for each in root.iter(f"{space}node")} == set(graph.nodes)
    assert {each.get("id") for each in root.iter(f"{space}edge")} == {e.id for e in graph.edges}


@given(graph=graphs())
@settings(max_examples=20, deadline=None)
def test_the_cypher_script_makes_the_same_graph_however_often_it_runs(graph):
    import kglite

    made = kglite.KnowledgeGraph()
    for _ in range(2):
        for statement in cypher_script(graph):
            made.cypher(statement)
    count = "MATCH (a)-[r]->(b) RETURN r.key AS key, a.key AS a, b.key AS b, r.role AS role"
    named = "MATCH (n) RETURN n.key AS key, n.name AS name"
    for question in (count, named):
        rows = sorted(map(str, made.cypher(question)))
        assert rows == sorted(map(str, Engine.open(graph).rows(question)))


def test_the_parquet_copy_is_a_graph_folder(tmp_path):
    export(GRAPH, "parquet", tmp_path / "copy")
    assert read_graph(tmp_path / "copy") == GRAPH


@pytest.mark.parametrize("what", FORMATS)
def test_an_empty_graph_can_be_exported(tmp_path, what):
    export(Graph({}, ()), what, tmp_path / "out")
    assert contents(tmp_path / "out")
