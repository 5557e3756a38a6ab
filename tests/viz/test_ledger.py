"""Ledgers and calendar on the samples, as the annotation of the documents has them."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from phahe.graph.errors import BadOutput
from phahe.graph.model import Graph
from phahe.graph.network import network
from phahe.queries.due_days import windows
from phahe.queries.follow_up import follow_up
from phahe.queries.obligations import obligations
from phahe.rosters import members
from phahe.viz.ledger import Sheet, drift_ledger, follow_up_ledger, obligation_ledger
from phahe.viz.ledger_files import write_ledger
from phahe.viz.report import WRITERS

for library in ("typst", "docx", "openpyxl", "icalendar"):
    pytest.importorskip(library, reason="ledgers are tested with phahe[report,xlsx]")

DAY = "2026-01-15"
MASS = (
    "Hội Cựu chiến binh tỉnh Tây Ninh",
    "Hội Liên hiệp Phụ nữ tỉnh Tây Ninh",
    "Hội Nông dân tỉnh Tây Ninh",
    "Tỉnh đoàn Tây Ninh",
)


def ids(graph: Graph, *words: str) -> str:
    found = [
        node.id
        for node in graph.nodes.values()
        if node.kind == "Document" and all(word in node.name for word in words)
    ]
    assert len(found) == 1, found
    return str(found[0])


@pytest.fixture
def letter(sample_graph):
    return ids(sample_graph, "578-CV/BDVTU")


@pytest.fixture
def union(sample_graph):
    return ids(sample_graph, "457/LĐLĐ")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


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
def test_dated_duties_are_those_of_the_annotation(sample_graph, sample_network, document, expected):
    found = obligations(sample_network, DAY, ids(sample_graph, document))
    assert {each.due for each in found if each.last} == expected


def test_the_plan_demands_reports_each_december_and_three_reviews(sample_graph, sample_network):
    found = obligations(sample_network, DAY, ids(sample_graph, "Kế hoạch 83-KH/TU"))
    dated = {each.due for each in found if each.last}
    assert {"yearly:12", "2025-Q1", "2027-Q1", "2032-Q1"} <= dated


def test_a_sentence_that_sets_a_task_and_a_report_is_one_duty(sample_graph, sample_network):
    found = obligations(sample_network, DAY, ids(sample_graph, "Kế hoạch 83-KH/TU"))
    (one,) = [each for each in found if each.due == "periodic"]
    assert (one.section, one.kind) == ("III.3", "supervision")
    assert one.owed_to == ("Ban Thường vụ Tỉnh ủy Tây Ninh",)


def test_who_reports_to_whom_and_through_whom(sample_graph, sample_network):
    (one,) = obligations(sample_network, DAY, ids(sample_graph, "Công tác thông tin đối ngoại"))
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


def test_past_duties_are_overdue_only_where_the_corpus_reaches_beyond_them(sample_graph, letter):
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
    union = ids(graph, "457/LĐLĐ")
    own = [e for e in obligations(network(graph), "2024-06-01", union) if e.due == "2022-12"]
    assert {each.state for each in own} == {"overdue"}


def test_what_recurs_is_counted_out_up_to_the_next_time():
    assert windows("yearly:12", "2022-06-21", "2023-06-01") == [
        ("2022-12-01", "2022-12-31"),
        ("2023-12-01", "2023-12-31"),
    ]
    assert len(windows("monthly:25", "2022-01-01", "2022-03-26")) == 4
    assert windows("2022-13", "2022-01-01", "2023-01-01") == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("output_format", ["csv", "xlsx", "html", "md", "docx", "pdf", "ics"])
def test_ledgers_are_written_in_every_format(
    sample_graph, letter, tmp_path, output_format, language
):
    ledger = obligation_ledger(sample_graph, letter, language, DAY)
    path = tmp_path / f"ledger.{output_format}"
    write_ledger(ledger, path, Sheet(language, DAY))
    assert path.stat().st_size > 500


def test_csv_and_xlsx_hold_the_same(sample_graph, letter, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    ledger = follow_up_ledger(sample_graph, letter, "vi", members)
    for name in ("ledger.csv", "ledger.xlsx"):
        write_ledger(ledger, tmp_path / name, Sheet("vi", DAY))
    lines = rows_of(tmp_path / "ledger.csv")
    page = openpyxl.load_workbook(tmp_path / "ledger.xlsx").active
    shown = [[str(v or "")[:10] for v in row] for row in page.iter_rows(values_only=True)]
    assert [[v[:10] for v in each.values()] for each in lines] == shown[1:]
    assert len(lines) == len(ledger.rows) == 16


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t="])
def test_cells_that_begin_like_a_formula_are_harmless(sample_graph, letter, tmp_path, mark):
    openpyxl = pytest.importorskip("openpyxl")
    evil = f'{mark}HYPERLINK("http://x","y")'
    nodes = {key: replace(node, name=evil) for key, node in sample_graph.nodes.items()}
    edges = tuple(
        replace(e, evidence=tuple(replace(s, quote=evil) for s in e.evidence))
        for e in sample_graph.edges
    )
    ledger = follow_up_ledger(Graph(nodes, edges), letter, "vi", members)
    for name in ("evil.csv", "evil.xlsx"):
        write_ledger(ledger, tmp_path / name, Sheet("vi", DAY))
    cells = [value for row in rows_of(tmp_path / "evil.csv") for value in row.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    page = openpyxl.load_workbook(tmp_path / "evil.xlsx").active
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value} <= {
        "s",
        "d",
        "n",
    }


def test_the_calendar_opens_without_warnings(sample_graph, tmp_path):
    icalendar = pytest.importorskip("icalendar")
    ledger = obligation_ledger(sample_graph, None, "vi", DAY)
    path = tmp_path / "duties.ics"
    write_ledger(ledger, path, Sheet("vi", DAY))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert not calendar.errors
    events = list(calendar.walk("VEVENT"))
    assert not [each.errors for each in events if each.errors]
    days = {str(each.decoded("DTSTART")) for each in events}
    assert {"2025-03-31", "2027-03-31", "2032-03-31", "2022-11-10"} <= days
    yearly = {
        (each.decoded("DTSTART").month, each.decoded("DTSTART").day)
        for each in events
        if "RRULE" in each
    }
    assert yearly == {(12, 31), (6, 15), (12, 10)}
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
    assert len({str(each["UID"]) for each in events}) == len(events)


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


@pytest.mark.parametrize(
    ("output_format", "what"), [(each, "dossier") for each in WRITERS] + [("pdf", "corpus")]
)
def test_five_thousand_documents_take_under_a_minute_and_a_gibibyte(output_format, what):
    if output_format in ("html", "docx") and not os.environ.get("PHAHE_ALL_TESTS"):
        pytest.skip("long: set PHAHE_ALL_TESTS=1")
    script = Path(__file__).parents[2] / "benchmarks" / "report.py"
    done = subprocess.run(
        [sys.executable, script, "5000", output_format, what], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    seconds, memory = re.search(r"([\d.]+) s, (\d+) MiB", done.stdout).groups()
    assert float(seconds) < 60
    assert int(memory) < 1024
