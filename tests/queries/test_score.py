"""The scorer moves when, and only when, something is missed or false."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from phahe.graph.errors import BadGraph
from phahe.queries.gold import read_gold
from phahe.queries.score import score

SAMPLES = Path(__file__).parents[2] / "data" / "gold" / "samples"


@pytest.fixture(scope="module")
def gold():
    return read_gold(SAMPLES)


def test_the_samples_are_read_as_annotated(sample_graph, gold):
    tallies = score(sample_graph, gold).tallies
    assert tallies["lineage"].f1 == 1
    assert tallies["documents named"].f1 == 1
    assert (tallies["all"].f1 or 0) >= 0.97


def test_an_edge_left_out_is_missed(sample_graph, gold):
    lost = next(edge for edge in sample_graph.edges if edge.relation == "BASED_ON")
    fewer = replace(sample_graph, edges=tuple(e for e in sample_graph.edges if e is not lost))
    before, after = score(sample_graph, gold).tallies, score(fewer, gold).tallies
    assert after["BASED_ON"].missed == before["BASED_ON"].missed + 1


def test_an_edge_turned_round_is_missed_and_false(sample_graph, gold):
    edges = list(sample_graph.edges)
    at = next(at for at, edge in enumerate(edges) if edge.relation == "ENCLOSES")
    edges[at] = replace(edges[at], source=edges[at].target, target=edges[at].source)
    turned = score(replace(sample_graph, edges=tuple(edges)), gold).tallies["ENCLOSES"]
    assert (turned.missed, turned.false) == (1, 1)


def test_a_hypothesis_is_neither_right_nor_false(sample_graph, gold):
    edges = tuple(
        replace(edge, certainty="hypothesis") if edge.relation == "CONTINUES" else edge
        for edge in sample_graph.edges
    )
    tally = score(replace(sample_graph, edges=edges), gold).tallies["CONTINUES"]
    assert (tally.found, tally.missed, tally.false) == (0, 2, 0)


def test_a_folder_without_annotation_says_so(tmp_path):
    with pytest.raises(BadGraph, match="no gold annotation"):
        read_gold(tmp_path)
