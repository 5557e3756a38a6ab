"""phahe from Python: frames, cascades, pictures, reports, and the example notebook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import phahe
from phahe.api import Corpus
from phahe.graph.errors import AmbiguousName, BadGraph
from phahe.graph.store import write_graph

pytest.importorskip("pandas", reason="frames need phahe[notebook]")
ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "notebook" / "example.ipynb"


@pytest.fixture(scope="module")
def corpus(sample_graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("api") / "g"
    write_graph(sample_graph, folder)
    return phahe.open(folder)


def test_importing_phahe_imports_nothing_heavy():
    heavy = ("pandas", "numpy", "networkx", "pyarrow", "kglite", "jinja2", "docx", "typst")
    code = f"import sys, phahe; sys.exit(', '.join(set(sys.modules) & set({heavy!r})) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path):
    with pytest.raises(BadGraph, match="phahe build"):
        phahe.open(tmp_path)


def test_documents_are_held_or_only_cited(corpus):
    documents = corpus.documents().set_index("name")
    assert documents.loc["Kế hoạch 83-KH/TU", "held"]
    assert not documents.loc["Chỉ thị 12-CT/TW", "held"]
    assert documents["held"].sum() == 6


def test_the_cascade_is_a_frame_with_its_sentences(corpus):
    cascade = corpus.cascade("Chỉ thị 12")
    assert list(cascade["lag_days"]) == [167, 6, 20, 0]
    assert all(cascade["sentences"].map(len))
    assert corpus.lineage("CV 457")["document"].iloc[-1] == "Chỉ thị 12-CT/TW"


def test_any_question_of_the_library_is_a_frame_with_its_caveat(corpus):
    silent = corpus.ask("silent", document="CV 578")
    assert len(silent) == 4
    assert "6" in silent.attrs["caveat"]


def test_edges_name_their_ends_and_quote_their_sentence(corpus):
    edges = corpus.edges("IMPLEMENTS")
    row = edges[(edges.source == "Kế hoạch 83-KH/TU") & (edges.target == "Chỉ thị 12-CT/TW")]
    assert row["sentence"].iloc[0].startswith("Thực hiện Chỉ thị số 12-CT/TW")


def test_ledgers_are_frames(corpus):
    follow_up = corpus.follow_up("CV 578")
    assert follow_up["days"].dropna().tolist() == [14]
    assert set(corpus.obligations("CV 457", as_of="2022-07-15")["state"]) == {"due"}
    assert 0.5 < corpus.drift("CV 457", "CV 578").attrs["reuse"] < 0.8


def test_an_ambiguous_name_lists_the_candidates(corpus):
    with pytest.raises(AmbiguousName, match="83-KH/TU"):
        corpus.find("KH")


def test_what_is_shown_is_escaped(sample_graph, corpus):
    card = corpus.show("KH 83")
    assert "Kế hoạch 83-KH/TU" in str(card)
    assert "“Thực hiện Chỉ thị số 12-CT/TW" in card._repr_html_()
    assert corpus.picture("KH 83")._repr_svg_().startswith("<svg")
    assert "<script" not in card._repr_html_()


def test_a_report_is_written_by_the_ending_of_its_name(sample_graph, tmp_path):
    path = Corpus(sample_graph, "en").report(tmp_path / "r.html", "Chỉ thị 12", "2025-01-01")
    assert "Dossier: Chỉ thị 12-CT/TW" in path.read_text("utf-8")


def test_the_example_notebook_runs_and_shows_its_results():
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    shown = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.outputs]
    assert len(shown) > 8
    where = {"metadata": {"path": str(NOTEBOOK.parent)}}
    client = nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources=where)
    client.execute()  # raises CellExecutionError where a cell fails
    words = str([cell.outputs for cell in notebook.cells if cell.cell_type == "code"])
    for expected in ("Công văn 578-CV/BDVTU", "narrowed", "Liên đoàn Lao động tỉnh Tây Ninh"):
        assert expected in words
