import re

from phahe.graph.columns import node_fields
from phahe.graph.model import Edge, Graph, Node, NodeId
from phahe.graph.vocabulary import cascading, field_type, kinds, lineage, relations, strangers

CONTRACT = set(
    # as the contract of the export format lists them
    re.findall(
        r"\w+",
        """IMPLEMENTS CONTINUES BASED_ON GUIDES DETAILS AMENDS REPLACES REPEALS SUSPENDS CORRECTS
CONSOLIDATES ENCLOSES ANNEX_OF REVIEWS REPORTS_ON RESPONDS_TO PROPOSED_BY CITES ISSUED_BY
ADDRESSED_TO COPIED_TO RECEIVED_BY ASSIGNS SIGNED_BY SETS LED_BY SUPPORTED_BY PART_OF
COOPERATES_WITH REPORTS_TO SUCCEEDED_BY PARTY_TO LOCATED_IN BORDERS""",
    )
)


def test_every_relation_of_the_export_format_is_declared():
    assert set(relations()) == CONTRACT
    assert set(kinds()) == {"Document", "Organization", "Person", "Place", "Agreement", "Task"}


def test_relations_join_only_declared_kinds_and_have_words_both_ways():
    for relation in relations().values():
        assert {end for pair in relation.ends for end in pair} <= set(kinds())
        assert all((relation.vi, relation.en, relation.inverse_vi, relation.inverse_en))
        assert not relation.symmetric or relation.en == relation.inverse_en


def test_only_citing_is_the_weakest_lineage():
    assert lineage()[-1] == "CITES"
    assert cascading() < set(lineage())


def test_a_field_has_one_type_whatever_the_kind():
    for kind in kinds().values():
        assert all(node_fields()[name] == field_type(kind.name, name) for name in kind.fields)


def test_strangers_are_named():
    a = Node(NodeId("doc:a"), "Document", "A")
    b = Node(NodeId("x:b"), "Ship", "B")
    edges = (
        Edge("e1", a.id, "SINKS", b.id, "explicit"),
        Edge("e2", a.id, "BORDERS", a.id, "explicit"),
    )
    found = strangers(Graph({a.id: a, b.id: b}, edges))
    assert [line.split(":")[0] for line in found] == ["x", "e1", "e2"]
