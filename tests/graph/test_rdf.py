"""RDF: every reader finds the same triples, the shapes hold, the ontology knows every word."""

import json
from pathlib import Path

import pytest

from phahe.graph.export import export
from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId
from phahe.graph.rdf_terms import PREFIXES, key_of, node_iri, things, word
from phahe.graph.rdf_write import ntriples
from phahe.graph.vocabulary import kinds, relations
from tests.neo4j_server.graphs import harmful
from tests.queries.conftest import Maker

rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed: pip install rdflib")
ONTOLOGY = Path(__file__).parents[2] / "data" / "ontology"
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
ENDINGS = {"turtle": "ttl", "ntriples": "nt", "jsonld": "jsonld"}


@pytest.fixture(params=["samples", "harmful", "random"])
def graph(request, sample_graph):
    if request.param == "samples":
        return sample_graph
    return harmful() if request.param == "harmful" else Maker(3, 30).graph()


@pytest.mark.parametrize("form", ENDINGS)
def test_rdflib_and_oxigraph_read_as_many_triples_as_were_written(graph, form, tmp_path):
    pyoxigraph = pytest.importorskip("pyoxigraph", reason="pyoxigraph is not installed")
    path = tmp_path / f"graph.{ENDINGS[form]}"
    export(graph, form, path)
    written = sum(len(thing.said) for thing in things(graph))
    assert len(rdflib.Graph().parse(path)) == written
    assert len(set(pyoxigraph.parse(path=str(path)))) == written


def test_all_three_forms_say_the_same(sample_graph, tmp_path):
    read = []
    for form, ending in ENDINGS.items():
        export(sample_graph, form, tmp_path / f"graph.{ending}")
        read.append(set(rdflib.Graph().parse(tmp_path / f"graph.{ending}")))
    assert read[0] == read[1] == read[2]


def test_names_of_any_letters_come_back(tmp_path):
    for key in ("doc:83-KH/TU@2022~tay-ninh", 'org:đ ộ%#?<>"`{}|\\^', "doc:0\n"):
        assert key_of(node_iri(key)) == key


@pytest.mark.parametrize("kind", ["samples", "random"])
def test_the_shapes_hold(kind, sample_graph):
    pyshacl = pytest.importorskip("pyshacl", reason="pyshacl is not installed")
    graph = sample_graph if kind == "samples" else Maker(3, 30).graph()
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    data = rdflib.Graph().parse(data="".join(ntriples(graph)), format="nt")
    if kind == "random":  # its sentences name a document that is not there
        data = rdflib.Graph().parse(
            data="".join(ntriples(graph)).replace("node:document:0%", "node:document:0"),
            format="nt",
        )
    holds, _, told = pyshacl.validate(data, shacl_graph=shapes)
    assert holds, told[:3000]


def test_the_shapes_find_a_claim_without_a_sentence_and_a_wrong_end():
    pyshacl = pytest.importorskip("pyshacl", reason="pyshacl is not installed")
    nodes = {key: Node(NodeId(key), "Document", key) for key in ("doc:1", "doc:2")}
    edge = Edge("e:1", NodeId("doc:1"), "ISSUED_BY", NodeId("doc:2"), "explicit")
    graph = Graph({NodeId(key): node for key, node in nodes.items()}, (edge,))
    data = rdflib.Graph().parse(data="".join(ntriples(graph)), format="nt")
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    holds, _, told = pyshacl.validate(data, shacl_graph=shapes)
    assert not holds
    assert "every claim quotes a sentence" in told
    assert "ClassConstraintComponent" in told


def test_the_shapes_say_what_may_stand_at_either_end_of_every_relation():
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    found = shapes.query(
        """PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?path ?from ?to WHERE {
          ?shape sh:targetClass ?from ; sh:property ?property . ?property sh:path ?path .
          { ?property sh:class ?to } UNION { ?property sh:or/rdf:rest*/rdf:first/sh:class ?to } }"""
    )
    said = {tuple(str(each).removeprefix(PREFIXES["ph"]) for each in row) for row in found}
    assert said >= {
        (word(relation.name).removeprefix("ph:"), source, target)
        for relation in relations().values()
        for source, target in relation.ends
    }


@pytest.mark.parametrize(
    ("relation", "source", "target"),
    [
        ("AMENDS", "Document", "Organization"),
        ("PART_OF", "Place", "Organization"),
        ("BORDERS", "Organization", "Place"),
        ("CITES", "Document", "Person"),
        ("COOPERATES_WITH", "Document", "Place"),
    ],
)
def test_the_shapes_refuse_a_wrong_end(relation, source, target):
    pyshacl = pytest.importorskip("pyshacl", reason="pyshacl is not installed")
    nodes = {"a:1": Node(NodeId("a:1"), source, "a"), "b:2": Node(NodeId("b:2"), target, "b")}
    said = Evidence("c:3", "f.txt", 1, 1, 0, 1, "x", "r")
    nodes["c:3"] = Node(NodeId("c:3"), "Document", "c")
    edge = Edge("e:1", NodeId("a:1"), relation, NodeId("b:2"), "explicit", {}, (said,))
    data = rdflib.Graph().parse(data="".join(ntriples(Graph(nodes, (edge,)))), format="nt")
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    assert not pyshacl.validate(data, shacl_graph=shapes)[0]


def test_the_ontology_has_every_kind_relation_and_field_in_two_languages():
    known = rdflib.Graph().parse(ONTOLOGY / "phahe.ttl")
    words = {*kinds(), *relations(), *(f for kind in kinds().values() for f in kind.fields)}
    for name in words:
        iri = rdflib.URIRef(word(name).replace("ph:", PREFIXES["ph"], 1))
        labels = {label.language: str(label) for label in known.objects(iri, rdflib.RDFS.label)}
        assert labels.keys() == {"vi", "en"}, name
        if name in relations():
            assert labels["vi"] == relations()[name].vi


def test_the_alignment_loads_beside_the_data_and_answers_in_other_words(sample_graph):
    data = rdflib.Graph().parse(data="".join(ntriples(sample_graph)), format="nt")
    alone = len(data)
    for name in ("phahe", "alignment"):
        data.parse(ONTOLOGY / f"{name}.ttl")
    assert len(data) > alone
    found = data.query(
        """PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?from ?to WHERE {
          ?property rdfs:subPropertyOf prov:wasDerivedFrom .
          ?one ?property ?other . ?one rdfs:label ?from . ?other rdfs:label ?to }"""
    )
    assert ("Kế hoạch 83-KH/TU", "Chỉ thị 12-CT/TW") in {(str(a), str(b)) for a, b in found}


def test_json_ld_is_json(sample_graph, tmp_path):
    export(sample_graph, "jsonld", tmp_path / "graph.jsonld")
    read = json.loads((tmp_path / "graph.jsonld").read_text("utf-8"))
    assert read["@context"]["ph"] == PREFIXES["ph"]
