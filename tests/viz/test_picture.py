"""The still picture of a cascade, for reports."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from phahe.graph.errors import UnknownNode
from phahe.viz.letters import advances
from phahe.viz.picture import cascade_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_names_every_document_of_the_cascade_and_the_days_between(sample_graph, find):
    text = cascade_svg(sample_graph, find("Chỉ thị 12-CT/TW"), "vi")
    words = [each.text for each in ElementTree.fromstring(text).iter(f"{SVG}text")]
    for name in ("Chỉ thị 12-CT/TW", "Kế hoạch 83-KH/TU", "Công văn 578-CV/BDVTU"):
        assert name in words
    assert {"+167 ngày", "+6 ngày", "+20 ngày"} <= set(words)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_picture_is_described_in_words(sample_graph, find, language):
    picture = ElementTree.fromstring(cascade_svg(sample_graph, find("83-KH/TU"), language))
    assert "Kế hoạch 83-KH/TU" in picture.findtext(f"{SVG}title")
    assert picture.findtext(f"{SVG}desc").startswith("5 ")


def test_the_picture_is_the_same_every_time(sample_graph, find):
    plan = find("83-KH/TU")
    assert cascade_svg(sample_graph, plan) == cascade_svg(sample_graph, plan)


def test_cited_documents_are_dashed_and_two_dates_are_marked(sample_graph, find):
    text = cascade_svg(sample_graph, find("83-KH/TU"))
    assert text.count('stroke-dasharray="6 4"') == 2
    assert text.count("M7 1L14 13H0Z") == 1


def test_the_font_has_every_letter_of_the_samples(sample_graph):
    shown = "".join(node.name for node in sample_graph.nodes.values())
    assert {each for each in shown if each.isprintable()} <= set(advances())


def test_a_document_the_graph_lacks_is_named_in_the_error(sample_graph):
    with pytest.raises(UnknownNode, match="doc:none"):
        cascade_svg(sample_graph, "doc:none")
