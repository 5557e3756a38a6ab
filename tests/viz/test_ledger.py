"""Ledgers and calendar on the samples, as the annotation of the documents has them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from phahe.graph.errors import BadOutput
from phahe.graph.model import Graph
from phahe.graph.network import network
from phahe.queries.due_days import windows
from phahe.queries.follow_up import follow_up
from phahe.queries.obligations import obligations
from phahe.rosters import members
from phahe.viz.ledger import Sheet, drift_ledger, follow_up_ledger
from phahe.viz.ledger_files import write_ledger

for library in ("typst", "docx", "openpyxl", "icalendar"):
    pytest.importorskip(library, reason="ledgers are tested with phahe[report,xlsx]")

DAY = "2026-01-15"
MASS = (
    "Hội Cựu chiến binh tỉnh Tây Ninh",
    "Hội Liên hiệp Phụ nữ tỉnh Tây Ninh",
    "Hội Nông dân tỉnh Tây Ninh",
    "Tỉnh đoàn Tây Ninh",
)


@pytest.fixture
def letter(find):
    return find("578-CV/BDVTU")


@pytest.fixture
def union(find):
    return find("457/LĐLĐ")


def test_silent_after_the_letter_are_all_but_the_labour_federation(sample_network, letter):
    found = list(follow_up(sample_network, letter, members))
    silent = {each.within or each.body for each in found if each.state == "silent"}
    assert silent == {
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Tây Ninh",
        "Các hội quần chúng tỉnh Tây Ninh",
        "Ban Dân vận các huyện ủy, thị ủy, thành ủy tỉnh Tây Ninh",
        "Các tổ chức chính trị - xã hội tỉnh Tây Ninh",
    }
    inside = {e.body for e in found if e.within == "Các tổ chức chính trị - xã hội tỉnh Tây Ninh"}
    assert inside == {*MASS, "Liên đoàn Lao động tỉnh Tây Ninh"}
    assert {each.body for each in found if each.state == "silent"} >= set(MASS)


def test_the_labour_federation_followed_fourteen_days_after_its_stamp(sample_network, letter):
    found = list(follow_up(sample_network, letter, members))
    (one,) = [each for each in found if each.state != "silent"]
    assert one.body == "Liên đoàn Lao động tỉnh Tây Ninh"
    assert (one.sent, one.received, one.followed_on) == ("2022-06-27", "2022-06-27", "2022-07-11")
    assert (one.followed_by, one.cited_only) == (("Công văn 457/LĐLĐ",), ("Công văn 3000/LĐLĐ",))
    assert (one.days, one.state) == (14, "followed")


def test_a_set_whose_members_nobody_knows_stays_a_set(sample_network, letter):
    found = [each for each in follow_up(sample_network, letter, members) if not each.within]
    assert "Các hội quần chúng tỉnh Tây Ninh" in {each.body for each in found}


def test_a_set_narrowed_in_words_is_not_told_as_the_whole_set():
    name = "Ủy ban nhân dân các huyện, thị xã giáp biên tỉnh Tây Ninh"
    assert members(name, "place:tay-ninh", "2022-06-21") == ()


def test_no_district_is_asked_after_the_districts_ended():
    name = "Các huyện ủy, thị ủy, thành ủy"
    assert len(members(name, "place:tay-ninh", "2022-06-21")) == 9
    assert members(name, "place:tay-ninh-2025", "2025-08-01") == ()


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("578-CV/BDVTU", {"2022-07", "2022-08", "yearly:12", "2025-Q1", "2027-Q1", "2032-Q1"}),
        ("457/LĐLĐ", {"2022-07", "2022-08", "2022-12"}),
        ("Tiếp tục thực hiện Chỉ thị số 04-CT/TW", {"2017", "yearly:06-15", "yearly:12-10"}),
        ("Công tác thông tin đối ngoại", {"2022-11-10"}),
    ],
)
def test_dated_duties_are_those_of_the_annotation(find, sample_network, document, expected):
    found = obligations(sample_network, DAY, find(document))
    assert {each.due for each in found if each.last} == expected


def test_the_plan_demands_reports_each_december_and_three_reviews(find, sample_network):
    found = obligations(sample_network, DAY, find("Kế hoạch 83-KH/TU"))
    dated = {each.due for each in found if each.last}
    assert {"yearly:12", "2025-Q1", "2027-Q1", "2032-Q1"} <= dated


def test_a_sentence_that_sets_a_task_and_a_report_is_one_duty(find, sample_network):
    found = obligations(sample_network, DAY, find("Kế hoạch 83-KH/TU"))
    (one,) = [each for each in found if each.due == "periodic"]
    assert (one.section, one.kind) == ("III.3", "supervision")
    assert one.owed_to == ("Ban Thường vụ Tỉnh ủy Tây Ninh",)


def test_who_reports_to_whom_and_through_whom(find, sample_network):
    (one,) = obligations(sample_network, DAY, find("Công tác thông tin đối ngoại"))
    assert one.owed_by == ("Hội Nông dân các huyện, thị, thành phố tỉnh Bình Dương",)
    assert one.owed_to == ("Hội Nông dân tỉnh Bình Dương",)
    assert one.via == ("Ban Tuyên giáo Hội Nông dân tỉnh Bình Dương",)
    assert (one.first, one.last, one.kind) == ("2022-11-10", "2022-11-10", "report")


@pytest.mark.parametrize(
    ("day", "state"), [("2022-07-15", "due"), ("2025-03-31", "not-seen"), ("2022-12-31", "due")]
)
def test_the_state_depends_on_the_day(sample_graph, sample_network, union, day, state):
    found = [each for each in obligations(sample_network, day, union) if each.due == "2022-12"]
    assert [each.state for each in found] == [state]


def test_past_duties_are_overdue_only_where_the_corpus_reaches_beyond_them(
    sample_graph, letter, union
):
    """A later document of those who owe the report shows that one could have been seen."""
    later = {
        key: replace(node, fields={**node.fields, "date": "2024-05-01"})
        if "457/LĐLĐ" in node.name
        else node
        for key, node in sample_graph.nodes.items()
    }
    graph = Graph(later, sample_graph.edges)
    found = obligations(network(graph), "2024-06-01", letter)
    states = {each.state for each in found if each.due == "2022-08"}
    assert states == {"not-seen"}  # 457 is of another body
    own = [e for e in obligations(network(graph), "2024-06-01", union) if e.due == "2022-12"]
    assert {each.state for each in own} == {"overdue"}


def test_what_recurs_is_counted_out_up_to_the_next_time():
    assert windows("yearly:12", "2022-06-21", "2023-06-01") == [
        ("2022-12-01", "2022-12-31"),
        ("2023-12-01", "2023-12-31"),
    ]
    assert len(windows("monthly:25", "2022-01-01", "2022-03-26")) == 4
    assert windows("2022-13", "2022-01-01", "2023-01-01") == []


def test_a_calendar_of_letters_is_refused(sample_graph, letter, tmp_path):
    ledger = follow_up_ledger(sample_graph, letter, "vi", members)
    with pytest.raises(BadOutput, match="obligation ledger"):
        write_ledger(ledger, tmp_path / "x.ics", Sheet("vi", DAY))


def test_the_district_letter_copies_narrows_and_drops(sample_graph, letter, union):
    ledger = drift_ledger(sample_graph, union, letter, "en")
    rows = {(row[2], row[4]) for row in ledger.rows}
    first = next(row for row in ledger.rows if str(row[0]).startswith("1. Tổ chức phổ biến"))
    assert first[2] == "copied"
    assert ("narrowed", ("narrowed: December 2022",)) in rows
    dropped = tuple(f"not repeated: Q1 {year}" for year in (2025, 2027, 2032))
    assert ("not repeated", dropped) in rows
    kept = {due for row in ledger.rows for due in row[4] if str(due).startswith("kept")}
    assert kept == {"kept: July 2022", "kept: August 2022"}
    assert "Share of words taken over from the upper document" in ledger.note


def test_duties_are_due_when_the_annotation_says(sample_network, sample_graph, shared):
    gold = json.loads((shared / "gold" / "samples.json").read_text("utf-8"))
    vague = ("continuous", "periodic")
    expected = {
        (task["file"], due)
        for task in gold["tasks"]
        for due in task.get("due") or ()
        if due not in vague
    }
    found = {
        (sample_graph.nodes[each.document_key].fields["file"], each.due)
        for each in obligations(sample_network, DAY)
        if each.due not in vague
    }
    assert found == expected
