"""The command line: what a researcher types, what comes back, how errors end."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from phahe.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def graph(tmp_path_factory, samples):
    out = tmp_path_factory.mktemp("cli") / "g"
    result = run("build", samples, "-o", out)
    assert result.exit_code == 0, result.output
    return out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_is_in_the_readme(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"phahe {command}" in result.output
    assert f"phahe {command}" in (ROOT / "README.md").read_text("utf-8")


def test_help_imports_nothing_heavy():
    heavy = ["networkx", "pyarrow", "kglite", "rich", "pyvis", "neo4j", "rdflib", "numpy"]
    code = f"""
import sys
from phahe.cli import main
try: main(["--help"])
except SystemExit: pass
sys.exit(", ".join(set(sys.modules) & set({heavy!r})) or 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_build_writes_graph_page_and_report(graph):
    assert {"run.json", "page.html", "report.md"} <= {path.name for path in graph.iterdir()}


@pytest.mark.parametrize(
    "words", ["Chỉ thị 12", "chi thi 12", "12-CT/TW", "12/CT-TW", "CHI THI SO 12"]
)
def test_a_directive_is_found_however_it_is_typed(graph, words):
    result = run("cascade", graph, words, "--format", "json")
    assert result.exit_code == 0, result.output
    rows = json.loads(result.output)["rows"]
    shown = [(row["document"], row["rests_on"], row["lag_days"], row["held"]) for row in rows]
    assert shown == [
        ("Kế hoạch 83-KH/TU", "Chỉ thị 12-CT/TW", 167, True),
        ("Công văn 578-CV/BDVTU", "Kế hoạch 83-KH/TU", 6, True),
        ("Công văn 3000/LĐLĐ", "Kế hoạch 83-KH/TU", 20, False),
        ("Công văn 457/LĐLĐ", "Công văn 3000/LĐLĐ", 0, True),
    ]
    assert all(row["evidence"] for row in rows)


def test_a_cascade_is_a_tree_with_a_sentence_under_each_document(graph):
    shown = run("cascade", graph, "Chỉ thị 12").output
    assert "Kế hoạch 83-KH/TU (+167 ngày)" in shown
    assert "Công văn 457/LĐLĐ (+0 ngày)" in shown
    assert shown.count("“") >= 4


def test_an_ambiguous_name_lists_candidates_and_exits_2(graph):
    result = run("cascade", graph, "KH")
    assert result.exit_code == 2
    assert "83-KH/TU" in result.output
    assert "1201/KH-UBND" in result.output


def test_an_unknown_name_exits_2(graph):
    result = run("show", graph, "Chỉ thị 999")
    assert result.exit_code == 2
    assert "999" in result.output


def test_show_gives_both_dates_of_a_document_with_their_sentences(graph):
    shown = run("show", graph, "KH 83").output
    assert "2022-06-11" in shown
    assert "2022-06-21" in shown


def test_lineage_goes_up_to_the_directive(graph):
    shown = run("lineage", graph, "CV 457", "--format", "csv").output
    assert all(code in shown for code in ("3000/LĐLĐ", "83-KH/TU", "12-CT/TW"))


def test_every_quotation_of_the_samples_is_verified(graph):
    result = run("verify", graph)
    assert result.exit_code == 0, result.output


def test_cypher_is_read_only(graph):
    assert run("cypher", graph, "MATCH (d:Document) RETURN count(d) AS n").exit_code == 0
    result = run("cypher", graph, "MATCH (d:Document) DETACH DELETE d")
    assert result.exit_code == 2


def test_a_report_holds_its_quotations(graph, tmp_path):
    out = tmp_path / "ct12.md"
    assert run("export", graph, "report", "--about", "Chỉ thị 12", "-o", out).exit_code == 0
    report = out.read_text("utf-8")
    assert re.search(r"> \\\[\d+\\\] “Căn cứ Công văn số 3000/LĐLĐ", report)
    assert "167 ngày sau" in report


def test_what_could_not_be_read_is_listed_and_the_rest_goes_on(tmp_path, samples):
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "garbage.txt").write_bytes(bytes(range(256)) * 40)
    name = "002_77aa10cfd56d47e5.txt"
    (folder / name).write_bytes((samples / name).read_bytes())
    result = run("build", folder, "-o", tmp_path / "g", "--no-page")
    assert result.exit_code == 1
    assert "empty.txt" in result.output
    assert "garbage.txt" in result.output
    read = {
        file["file"]: file["read"]
        for file in json.loads((tmp_path / "g/run.json").read_text())["files"]
    }
    assert read == {"empty.txt": False, "garbage.txt": False, name: True}


@pytest.mark.parametrize("paths", [["missing"], ["empty"]])
def test_nothing_to_read_leaves_the_earlier_graph(tmp_path, samples, paths):
    (tmp_path / "empty").mkdir()
    out = tmp_path / "g"
    assert run("build", samples, "-o", out, "--no-page").exit_code == 0
    before = (out / "run.json").read_bytes()
    result = run("build", *(tmp_path / path for path in paths), "-o", out)
    assert result.exit_code == 2
    assert result.output.startswith("phahe: ")
    assert (out / "run.json").read_bytes() == before


@pytest.mark.skipif(
    os.name == "nt" or not Path("/proc").is_dir(), reason="needs a folder nobody can write"
)
def test_another_language_or_no_map_makes_the_page_anew(tmp_path, samples):
    out = tmp_path / "g"
    for options, language, report in (
        ((), "vi", "# Báo cáo"),
        (("--lang", "en"), "en", "# Report"),
        (("--lang", "en", "--without-map"), "en", "# Report"),
    ):
        assert run("build", samples, "-o", out, *options).exit_code == 0
        page = (out / "page.html").read_text("utf-8")
        assert f'<html lang="{language}">' in page
        assert ('id="library"' in page) == ("--without-map" not in options)
        assert (out / "report.md").read_text("utf-8").startswith(report)


def test_a_stopped_command_says_so_and_exits_130(graph, monkeypatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("phahe.graph.store.read_graph", stop)
    result = run("show", graph, "KH 83")
    assert result.exit_code == 130
    assert "stopped" in result.output


def test_no_password_is_a_wrong_call(graph, monkeypatch):
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    result = run("neo4j", "push", graph)
    assert result.exit_code == 2, result.output


def test_a_source_that_is_gone_is_told_once(graph, tmp_path):
    result = run("verify", graph, "--corpus", tmp_path)
    assert result.exit_code == 1
    assert result.output.count("cannot be read: 002_77aa10cfd56d47e5.txt") == 1


def test_an_output_that_cannot_be_written_is_said(samples):
    result = run("build", samples, "-o", "/proc/phahe")
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path):
    result = run("cascade", tmp_path, "x")
    assert result.exit_code == 2
    assert "phahe build" in result.output


@pytest.mark.parametrize("what", ["jsonl", "csv", "graphml", "gexf", "cypher", "parquet"])
def test_the_graph_leaves_in_many_formats(graph, tmp_path, what):
    out = tmp_path / what
    result = run("export", graph, what, "-o", out)
    assert result.exit_code == 0, result.output
    assert out.exists()


def test_references_are_lines_of_json(samples):
    result = run("references", samples / "002_77aa10cfd56d47e5.txt")
    lines = [json.loads(line) for line in result.output.splitlines()]
    assert {"1201/KH-UBND"} <= {line.get("code") for line in lines}


def test_text_prints_what_offsets_count_in(graph, samples):
    name = "001_90f6722db2ea5b94.txt"
    assert run("text", samples / name).output == (samples / name).read_text("utf-8")
