"""Ledgers as files: every format, days that are days, cells that run nothing, large reports."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from phahe.graph.model import Graph
from phahe.rosters import members
from phahe.viz.ledger import Sheet, follow_up_ledger, obligation_ledger
from phahe.viz.ledger_files import write_ledger
from phahe.viz.report import WRITERS

for library in ("typst", "docx", "openpyxl", "icalendar"):
    pytest.importorskip(library, reason="ledgers are tested with phahe[report,xlsx]")

DAY = "2026-01-15"


@pytest.fixture
def letter(find):
    return find("578-CV/BDVTU")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


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
    assert [[v.removeprefix("'")[:10] for v in each.values()] for each in lines] == shown[1:]
    assert len(lines) == len(ledger.rows) == 16


@pytest.mark.parametrize(("language", "form"), [("vi", "dd/mm/yyyy"), ("en", "d mmm yyyy")])
def test_a_spreadsheet_has_days_a_filter_and_what_it_cannot_tell(
    sample_graph, letter, tmp_path, language, form
):
    openpyxl = pytest.importorskip("openpyxl")
    ledger = obligation_ledger(sample_graph, letter, language, DAY)
    write_ledger(ledger, tmp_path / "ledger.xlsx", Sheet(language, DAY))
    rows, about = openpyxl.load_workbook(tmp_path / "ledger.xlsx").worksheets
    assert (rows.freeze_panes, rows.auto_filter.ref) == ("A2", f"A1:N{len(ledger.rows) + 1}")
    assert all(cell.number_format == form and cell.is_date for cell in (rows["B2"], rows["C2"]))
    assert all(10 <= each.width <= 66 for each in rows.column_dimensions.values())
    assert not [c for row in rows.iter_rows() for c in row if c.value == ""]
    assert ledger.note in {cell.value for row in about.iter_rows() for cell in row}


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
