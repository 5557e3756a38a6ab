"""The format of a document does not change what the graph says."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from phahe.graph.store import read_graph
from phahe.loaders.build import build

FORMATS = Path(__file__).parents[4] / "shared" / "corpus" / "formats"
DOCUMENTS = ("kh83", "cv457", "cv578", "kh_hlhpn")
pytestmark = pytest.mark.skipif(not FORMATS.exists(), reason="the corpus of formats is not here")


def edges(folder, ending, names):
    """What the graph of the documents in one format says."""
    source = folder / "corpus"
    source.mkdir()
    for name in names:
        shutil.copy(FORMATS / f"{name}{ending}", source / f"{name}{Path(ending).suffix}")
    build([source], folder / "g")
    return {(edge.source, edge.relation, edge.target) for edge in read_graph(folder / "g").edges}


def without_tasks(found):
    """Ids of tasks hold a digest of their words, which one misread letter changes."""
    return {edge for edge in found if not any(end.startswith("task:") for end in edge)}


def agreement(one, other):
    return 2 * len(one & other) / (len(one) + len(other))


@pytest.fixture(scope="module")
def as_text(tmp_path_factory):
    return edges(tmp_path_factory.mktemp("text"), ".expected.txt", DOCUMENTS)


@pytest.mark.parametrize("ending", [".docx", ".doc", ".odt", ".rtf", ".html", ".pdf"])
def test_the_graph_is_that_of_the_text(tmp_path, as_text, ending):
    assert agreement(edges(tmp_path, ending, DOCUMENTS), as_text) >= 0.98


@pytest.mark.skipif(not find_spec("tesserocr"), reason="phahe[ocr] is not installed")
@pytest.mark.skipif(not os.environ.get("PHAHE_ALL_TESTS"), reason="long: set PHAHE_ALL_TESTS=1")
def test_the_graph_of_a_scan_is_nearly_that_of_the_text(tmp_path):
    for name in ("text", "scan"):
        (tmp_path / name).mkdir()
    two = DOCUMENTS[:2]
    text = without_tasks(edges(tmp_path / "text", ".expected.txt", two))
    scan = without_tasks(edges(tmp_path / "scan", "__scan300.pdf", two))
    assert agreement(scan, text) >= 0.94
