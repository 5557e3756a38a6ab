import pytest
from hypothesis import given, settings

from phahe.graph.engine import Engine
from phahe.graph.errors import BadQuery
from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId
from phahe.graph.network import network
from phahe.graph.store import generation_of, write_graph
from tests.graph.graphs import graphs

CT = Node(
    NodeId("doc:12-CT/TW@2022"),
    "Document",
    "Chỉ thị 12-CT/TW",
    {"type": "chỉ thị", "title": "về đối ngoại", "held": False, "dates": ("2022-01-05",)},
)
KH = Node(NodeId("doc:83-KH/TU@2022"), "Document", "Kế hoạch 83-KH/TU", {"held": True})
BAN = Node(NodeId("org:ban-dan-van"), "Organization", "Ban Dân vận", {})
SAID = Evidence(KH.id, "004.txt", 1, 125, 10, 20, "Thực hiện Chỉ thị 12", "test")
GRAPH = Graph(
    {node.id: node for node in (CT, KH, BAN)},
    (
        Edge("e:1", KH.id, "IMPLEMENTS", CT.id, "explicit", {}, (SAID, SAID)),
        Edge("e:2", KH.id, "ASSIGNS", BAN.id, "explicit", {"role": "lead"}),
    ),
)


@pytest.fixture(scope="module")
def engine():
    return Engine.open(GRAPH)


@given(graph=graphs())
@settings(max_examples=15, deadline=None)
def test_every_projection_holds_all_nodes_and_edges(graph):
    made = network(graph)
    engine = Engine.open(graph)
    edges = "MATCH (a)-[r]->(b) RETURN a.key AS source, r.key AS key, b.key AS target"
    answer = {(row["source"], row["target"], row["key"]) for row in engine.rows(edges)}
    assert answer == set(made.edges(keys=True))
    assert answer == {(edge.source, edge.target, edge.id) for edge in graph.edges}
    nodes = {row["key"] for row in engine.rows("MATCH (n) RETURN n.key AS key")}
    assert nodes == set(made) == set(graph.nodes)


def test_networkx_edges_carry_their_evidence():
    data = network(GRAPH).edges[KH.id, CT.id, "e:1"]
    assert data["relation"] == "IMPLEMENTS"
    assert data["evidence"][0].quote == "Thực hiện Chỉ thị 12"
    assert network(GRAPH).nodes[CT.id]["fields"]["type"] == "chỉ thị"


def test_reserved_names_are_renamed_and_edges_quote_their_sentence(engine):
    (row,) = engine.rows("MATCH (k {key: $key})-[r:IMPLEMENTS]->(c) RETURN r, c", {"key": KH.id})
    assert row["c"] == {
        "kind": "Document",
        "key": CT.id,
        "name": CT.name,
        "doc_type": "chỉ thị",
        "subject": "về đối ngoại",
        "held": False,
        "dates": ["2022-01-05"],
    }
    assert row["r"] == {
        "relation": "IMPLEMENTS",
        "key": "e:1",
        "certainty": "explicit",
        "quote": "Thực hiện Chỉ thị 12",
        "sentences": ["Thực hiện Chỉ thị 12"],
        "file": "004.txt",
        "line": 125,
    }


def test_a_path_is_given_as_nodes_and_edges(engine):
    (row,) = engine.rows("MATCH p = (:Document)-[:ASSIGNS*1..3]->(o:Organization) RETURN p")
    assert [node["key"] for node in row["p"]["nodes"]] == [KH.id, BAN.id]
    assert row["p"]["edges"][0]["role"] == "lead"


@pytest.mark.parametrize(
    ("cypher", "message"),
    [
        ("CREATE (:Document {key: 'x'})", "read-only"),
        ("MATCH (n) SET n.name = 'x'", "read-only"),
        ("MATCH (n) DETACH DELETE n", "read-only"),
        ("DROP CONSTRAINT document_key", "read-only"),
        ("load  csv FROM '/etc/passwd' AS row RETURN row", "only the graph"),
        ("MATCH (n RETURN n", "line 1"),
        ("MATCH (n) RETURN m", "m"),
        ("MATCH (n) RETURN $missing", "missing"),
        ("", "Empty"),
    ],
)
def test_writes_and_errors_are_refused_with_a_reason(engine, cypher, message):
    with pytest.raises(BadQuery, match=message):
        engine.rows(cypher)


def test_a_question_may_contain_any_words(engine):
    assert engine.rows("RETURN 'load csv' AS words") == [{"words": "load csv"}]


def test_a_question_that_takes_too_long_is_stopped(engine):
    cross = "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b WITH a, b WHERE a * b % 7 = 9"
    with pytest.raises(BadQuery, match=r"within 0\.2 s"):
        engine.rows(cross + " RETURN count(*) AS n", timeout=0.2)


def test_the_engine_keeps_a_file_of_the_generation_it_was_made_from(tmp_path):
    question = "MATCH (n) RETURN count(n) AS n"
    for graph, count in ((GRAPH, 3), (Graph({CT.id: CT}, ()), 1)):
        write_graph(graph, tmp_path)
        assert Engine.of_folder(tmp_path).rows(question) == [{"n": count}]
        assert [p.stem for p in (tmp_path / "engine").iterdir()] == [generation_of(tmp_path)]
        assert Engine.of_folder(tmp_path).rows(question) == [{"n": count}]


def test_a_damaged_engine_file_is_made_anew(tmp_path):
    write_graph(GRAPH, tmp_path)
    Engine.of_folder(tmp_path)
    (kept,) = (tmp_path / "engine").iterdir()
    kept.write_bytes(b"nonsense")
    assert Engine.of_folder(tmp_path).rows("MATCH (n) RETURN count(n) AS n") == [{"n": 3}]
