"""Reports and ledgers from the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from phahe.cli import main
from phahe.graph.store import write_graph


@pytest.fixture(scope="module")
def graph(sample_graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports") / "g"
    write_graph(sample_graph, folder)
    return folder


def run(*words: object):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        (("report", "--about", "chi thi 12"), "r.html", "Hồ sơ: Chỉ thị 12-CT/TW"),
        (("report", "--lang", "en"), "r.md", "Report on the corpus"),
        (("follow-up", "--about", "CV 578"), "f.csv", "Hội Cựu chiến binh tỉnh Tây Ninh"),
        (("obligations", "--as-of", "2025-01-01"), "o.ics", "BEGIN:VEVENT"),
        (("obligations", "--format", "csv"), "o.txt", "2027-03-31"),
        (
            ("drift", "--about", "CV 457", "--against", "CV 578", "--lang", "en"),
            "d.csv",
            "narrowed",
        ),
        (("drift", "--about", "CV 457"), "d.html", "Kế hoạch 83-KH/TU"),
    ],
)
def test_a_report_is_written_in_the_format_its_name_says(graph, tmp_path, words, name, expected):
    out = tmp_path / name
    result = run("export", graph, *words, "-o", out)
    assert result.exit_code == 0, result.output
    assert expected in out.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("obligations", "--as-of", "31/12/2025"), "write 2025-01-31"),
        (("drift",), "needs --about"),
        (("follow-up", "--about", "KH"), "things are called that"),
        (("follow-up", "--format", "ics"), "only the obligation ledger"),
        (("report",), "no such format; there are: md, html, docx, pdf"),
        (("csv", "--about", "KH 83"), "--about is an option of report"),
        (("report", "--against", "KH 83", "--format", "md"), "--against is an option of drift"),
    ],
)
def test_a_wrong_call_says_what_to_do_and_writes_nothing(graph, tmp_path, words, message):
    out = tmp_path / "x.csv"
    result = run("export", graph, *words, "-o", out)
    assert result.exit_code == 2
    assert message in result.output
    assert not out.exists()
