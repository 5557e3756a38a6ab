"""What can be misread is measured: no line behind a foreign card, no card over another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.viz.card import LANES, Card, cards
from phahe.viz.lineage import ancestors, indirect, lay_out
from phahe.viz.neighbours import neighbours
from phahe.viz.route import Box, route


@pytest.mark.parametrize(
    "address", ["", "lens=cooperation", "chain={ct12}", "held=no", "guesses=1"]
)
def test_no_line_passes_a_foreign_card_and_no_card_another(visit, measure, find, address):
    tab = visit(address.format(ct12=find("Chỉ thị 12-CT/TW")))
    found = measure(tab, "geometry")
    assert found["cards"] > 3
    assert (found["overlaps"], found["crossed"], found["spilled"]) == ([], [], [])


def test_python_and_the_page_lay_out_alike(visit, measure, sample_graph):
    around = neighbours(sample_graph)
    papers = cards(around)
    ours = lay_out(papers.values(), {each: around.parents(each) for each in papers})
    tab = visit()
    theirs = measure(tab, "layout")
    assert {each[0]: tuple(each[1:]) for each in theirs["boxes"]} == {
        each: (box.x, box.y, box.w) for each, box in ours.boxes.items()
    }
    for child, parent, points in theirs["lines"]:
        others = [
            box
            for each, box in ours.boxes.items()
            if each not in (child, parent) and ours.band_of[each] == ours.band_of[child]
        ]
        way = route(ours.boxes[parent], ours.boxes[child], others)
        assert [tuple(point) for point in points] == list(way)
    assert theirs["lines"]


def test_children_stand_in_their_lane_right_of_and_below_their_parents(sample_graph):
    around = neighbours(sample_graph)
    papers = cards(around)
    layout = lay_out(papers.values(), {each: around.parents(each) for each in papers})
    for lane in layout.lanes:
        assert lane.bottom > lane.top
    for child, box in layout.boxes.items():
        lane = next(
            each
            for each in layout.lanes
            if each.band == layout.band_of[child] and each.top <= box.y < each.bottom
        )
        assert lane.level == papers[child].lane
        for parent in around.parents(child):
            assert layout.boxes[parent].x <= box.x
            if papers[parent].lane == papers[child].lane:
                assert layout.boxes[parent].y < box.y


@st.composite
def families(draw):
    """Documents with random levels, days and parents among the earlier ones."""
    size = draw(st.integers(2, 14))
    papers, parents = {}, {}
    for at in range(size):
        name = f"doc:{at:02}"
        papers[name] = Card(
            id=name,
            label=name,
            line="",
            lane=draw(st.sampled_from(LANES[:4])),
            sector="party",
            day=draw(st.one_of(st.none(), st.integers(0, 900))),
            about=False,
            conflict=False,
            held=True,
            issuer="",
            width=draw(st.integers(150, 300)),
        )
        parents[name] = draw(st.lists(st.sampled_from([*papers]), max_size=2, unique=True))
        parents[name] = [each for each in parents[name] if each != name]
    return papers, parents


@settings(max_examples=150, deadline=None)
@given(families())
def test_whatever_the_family_lines_go_around_foreign_cards(family):
    papers, parents = family
    layout = lay_out(papers.values(), parents)
    boxes = layout.boxes
    assert set(boxes) == set(papers)
    for a in papers:
        for b in papers:
            assert a == b or apart(boxes[a], boxes[b])
    for child, direct in parents.items():
        for parent in direct:
            others = [
                box
                for each, box in boxes.items()
                if each not in (child, parent) and layout.band_of[each] == layout.band_of[child]
            ]
            points = route(boxes[parent], boxes[child], others)
            for (x1, y1), (x2, y2) in pairwise(points):
                line = Box(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))
                assert all(apart(line, box) for box in others)


def apart(a: Box, b: Box) -> bool:
    return a.x + a.w <= b.x or b.x + b.w <= a.x or a.y + a.h <= b.y or b.y + b.h <= a.y


def test_a_circle_of_citations_is_laid_out_too():
    parents = {"doc:a": ["doc:b"], "doc:b": ["doc:a"], "doc:c": ["doc:a", "doc:b"]}
    assert ancestors("doc:c", parents) == {"doc:a", "doc:b"}
    assert ("doc:c", "doc:a") in indirect(parents)
