"""RDF of many real documents: shapes hold, two readers find every triple, the alignment answers."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from phahe.graph.facts import FileFacts
from phahe.graph.merge import merge
from phahe.graph.model import Graph
from phahe.graph.rdf_terms import things
from phahe.graph.rdf_write import write_turtle
from phahe.loaders.formats.reader import read_text
from phahe.loaders.read import read_document_file

rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed: pip install rdflib")
pyshacl = pytest.importorskip("pyshacl", reason="pyshacl is not installed")
pyoxigraph = pytest.importorskip("pyoxigraph", reason="pyoxigraph is not installed")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

ONTOLOGY = Path(__file__).parents[2] / "data" / "ontology"
ALL = bool(os.environ.get("PHAHE_ALL_TESTS"))
SHARE, SEED = 6, 7
"""Documents of a short run, drawn anew only when the seed changes; a long run takes all."""


@pytest.fixture(scope="module")
def facts(shared: Path) -> list[FileFacts]:
    files = sorted((shared / "corpus" / "bulk").glob("*.txt"))
    if not files:
        pytest.skip("the shared material has no bulk texts")
    chosen = files if ALL else Random(SEED).sample(files, min(SHARE, len(files)))
    return [read_document_file(read_text(each, each.name)) for each in sorted(chosen)]


@pytest.fixture(scope="module")
def together(facts) -> Graph:
    return merge(facts)


@pytest.fixture(scope="module")
def turtle(together, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("bulk") / "bulk.ttl"
    write_turtle(together, path)
    return path


@pytest.fixture(scope="module")
def read(turtle):
    return rdflib.Graph().parse(turtle)


def test_two_readers_find_every_triple(together, turtle, read):
    written = sum(len(thing.said) for thing in things(together))
    assert written > 10_000
    assert len(read) == written
    assert len(set(pyoxigraph.parse(path=str(turtle)))) == written


def test_the_shapes_hold_for_all_documents_together(read):
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    holds, _, told = pyshacl.validate(read, shacl_graph=shapes)
    assert holds, told[:3000]


def test_the_alignment_answers_beside_them(together, read):
    alone = len(read)
    beside = rdflib.Graph()
    for name in ("phahe", "alignment"):
        beside.parse(ONTOLOGY / f"{name}.ttl")
    both = rdflib.graph.ReadOnlyGraphAggregate([read, beside])
    (counted,) = both.query(
        """PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT (COUNT(*) AS ?count) WHERE {
          ?property rdfs:subPropertyOf prov:wasDerivedFrom . ?one ?property ?other }"""
    )
    assert int(counted["count"]) > 0
    assert len(read) == alone


@pytest.mark.skipif(not ALL, reason="long: set PHAHE_ALL_TESTS=1")
def test_the_shapes_hold_for_every_document_alone(facts, tmp_path):
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    wrong = []
    for each in facts:
        write_turtle(merge([each]), tmp_path / "one.ttl")
        holds, _, told = pyshacl.validate(
            rdflib.Graph().parse(tmp_path / "one.ttl"), shacl_graph=shapes
        )
        if not holds:
            wrong.append(f"{each.file}: {told[:500]}")
    assert not wrong, wrong[:5]
