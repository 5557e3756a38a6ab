"""What is worked out before anything is drawn: days, silence, columns, due dates."""

from __future__ import annotations

import pytest

from phahe.graph.model import Edge, Graph, Node, NodeId
from phahe.viz.card import cards, written_day
from phahe.viz.cooperation import cooperation, is_foreign
from phahe.viz.coverage import by_body, by_place
from phahe.viz.day import day_number, days
from phahe.viz.neighbours import neighbours
from phahe.viz.payload import payload


def graph(nodes, edges):
    made = [Node(NodeId(name), kind, name, fields) for name, kind, fields in nodes]
    links = [
        Edge(f"e{at}", NodeId(a), relation, NodeId(b), "explicit", dict(*rest))
        for at, (a, relation, b, *rest) in enumerate(edges)
    ]
    return Graph({node.id: node for node in sorted(made, key=lambda n: n.id)}, tuple(links))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"date": "2022-06-21"}, "21/06/2022"),
        ({"date": "2022-06"}, "06/2022"),
        ({"date_not_before": "2020-12-10", "date_not_after": "2021-12-31"}, "≈ 12/2020–12/2021"),
        ({"date_not_before": "2022-03-18", "date_not_after": "2022-03-30"}, "≈ 03/2022"),
        ({"date_not_after": "2017-12-31"}, "≈ –12/2017"),
        ({"period": "2016-2021"}, "≈ 2016-2021"),
        ({}, "?"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(fields, said):
    assert written_day(Node(NodeId("doc:x"), "Document", "x", fields)) == said


def test_an_undated_document_stands_with_those_around_it():
    around = neighbours(
        graph(
            [
                ("doc:a", "Document", {"date": "2020-01-01"}),
                ("doc:b", "Document", {}),
                ("doc:c", "Document", {}),
                ("doc:d", "Document", {"date_not_after": "2030-01-01"}),
                ("doc:e", "Document", {"date": "2021-01-01"}),
                ("doc:f", "Document", {}),
            ],
            [
                ("doc:b", "IMPLEMENTS", "doc:a"),
                ("doc:c", "IMPLEMENTS", "doc:b"),
                ("doc:e", "IMPLEMENTS", "doc:d"),
            ],
        )
    )
    found = days(around)
    assert found["doc:b"].number == found["doc:c"].number == found["doc:a"].number
    assert found["doc:b"].about
    assert found["doc:d"].number == found["doc:e"].number
    assert found["doc:f"].number is None


def test_of_two_estimates_the_parent_never_stands_after_the_child():
    around = neighbours(
        graph(
            [
                ("doc:a", "Document", {"date_not_after": "2017-12-31"}),
                ("doc:b", "Document", {"date_not_before": "2017-03-28"}),
                ("doc:c", "Document", {"date_not_before": "2016-01-01"}),
            ],
            [("doc:b", "IMPLEMENTS", "doc:a"), ("doc:c", "IMPLEMENTS", "doc:b")],
        )
    )
    found = days(around)
    assert found["doc:a"].number == found["doc:b"].number == found["doc:c"].number
    assert found["doc:b"].number == day_number("2017-03-28")


def test_a_guess_is_no_step_of_a_cascade():
    made = graph([("doc:a", "Document", {}), ("doc:b", "Document", {})], [])
    guess = Edge("e", NodeId("doc:a"), "BASED_ON", NodeId("doc:b"), "hypothesis")
    around = neighbours(Graph(made.nodes, (guess,)))
    assert around.parents("doc:a") == around.children("doc:b") == []


PROVINCE = {"country": "VN", "place_kind": "province"}


def test_coverage_counts_the_days_to_the_first_answer_of_each_province():
    around = neighbours(
        graph(
            [
                ("doc:root", "Document", {"date": "2022-01-01", "level": "central"}),
                ("doc:late", "Document", {"date": "2022-03-01"}),
                ("doc:soon", "Document", {"date": "2022-01-11"}),
                ("org:a", "Organization", {}),
                ("org:b", "Organization", {}),
                ("place:a", "Place", PROVINCE),
                ("place:b", "Place", PROVINCE),
            ],
            [
                ("doc:late", "IMPLEMENTS", "doc:root"),
                ("doc:soon", "IMPLEMENTS", "doc:root"),
                ("doc:late", "ISSUED_BY", "org:a"),
                ("doc:soon", "ISSUED_BY", "org:a"),
                ("doc:root", "ADDRESSED_TO", "org:a"),
                ("doc:root", "ADDRESSED_TO", "org:b"),
                ("org:a", "LOCATED_IN", "place:a"),
                ("org:b", "LOCATED_IN", "place:b"),
            ],
        )
    )
    papers = cards(around)
    [answer] = by_place(around, papers).answers
    assert (answer.column, answer.document, answer.lag) == ("place:a", "doc:soon", 10)
    sheet = by_body(around, papers)
    assert sheet.rows == ("org:a", "org:b")
    assert {(a.row, a.document) for a in sheet.answers} == {("org:a", "doc:soon"), ("org:b", "")}


def test_sister_bodies_abroad_share_a_card_but_keep_their_ways():
    abroad = {"level": "foreign"}
    around = neighbours(
        graph(
            [
                ("agreement:x", "Agreement", {"period": "2014-2016"}),
                ("org:ours", "Organization", {}),
                ("Hiến binh tỉnh A", "Organization", abroad),
                ("Hiến binh tỉnh B", "Organization", abroad),
                ("A", "Place", {"country": "KH", "place_kind": "province"}),
                ("B", "Place", {"country": "KH", "place_kind": "province"}),
            ],
            [
                ("org:ours", "PARTY_TO", "agreement:x"),
                ("Hiến binh tỉnh A", "PARTY_TO", "agreement:x"),
                ("Hiến binh tỉnh B", "PARTY_TO", "agreement:x"),
                ("Hiến binh tỉnh A", "LOCATED_IN", "A"),
                ("Hiến binh tỉnh B", "LOCATED_IN", "B"),
            ],
        )
    )
    sheet = cooperation(around)
    partners = [card for card in sheet.cards if card.column == 2]
    assert [card.label for card in partners] == ["Hiến binh"]
    assert partners[0].nodes == ("Hiến binh tỉnh A", "Hiến binh tỉnh B")
    assert [way.stops[3] for way in sheet.ways] == ["3:A", "3:B"]
    assert is_foreign(around.graph.nodes["A"])


def test_the_page_gets_plain_values_only(sample_graph):
    def plain(value):
        if isinstance(value, dict):
            return all(isinstance(k, str | int) and plain(v) for k, v in value.items())
        if isinstance(value, list | tuple):
            return all(map(plain, value))
        return value is None or isinstance(value, str | int | float | bool)

    assert plain(payload(sample_graph, "2026-01-15"))
