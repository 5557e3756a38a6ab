"""The file itself: one, offline, deterministic, whole or not at all, safe to open."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from phahe.graph.errors import BadOutput
from phahe.graph.model import Graph
from phahe.viz.page import page, slim, write_page

NOW = datetime(2026, 1, 15, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def test_the_page_of_the_samples_is_at_most_700_kilobytes(sample_page):
    assert sample_page.stat().st_size <= 700_000


def test_the_same_graph_gives_the_same_bytes(sample_graph, sample_page, tmp_path):
    again = write_page(sample_graph, tmp_path / "again.html", now=NOW)
    assert again.read_bytes() == sample_page.read_bytes()


def test_a_language_and_a_title_can_be_chosen(sample_graph):
    text = page(sample_graph, language="en", title="Tây Ninh & <2022>", now=NOW)
    assert '<html lang="en">' in text
    assert "<title>Tây Ninh &amp; &lt;2022&gt;</title>" in text


def test_the_page_can_be_written_under_a_locale_without_unicode(tmp_path):
    script = (
        "from pathlib import Path; from phahe.graph.model import Graph, Node;"
        "from phahe.viz.page import write_page;"
        "node = Node('doc:x', 'Document', 'Ch\\u1ec9 th\\u1ecb', {'held': True});"
        "write_page(Graph({node.id: node}, ()), Path('page.html'))"
    )
    bare = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=bare, check=True)
    assert "Chỉ thị" in (tmp_path / "page.html").read_text("utf-8")


def test_only_our_own_scripts_are_allowed_and_no_inline_script_is(sample_page):
    text = sample_page.read_text("utf-8")
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert found
    policy = html.unescape(found[1])
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert re.fullmatch(r"('sha256-[A-Za-z0-9+/=]+' ?)+", directives["script-src"])
    script = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(script) == 1
    for each in (script[0], unpacked(text, "code"), unpacked(text, "library")):
        digest = base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in directives["script-src"]


def unpacked(text: str, name: str) -> str:
    """What boot.js unpacks from the element with this id."""
    found = re.search(rf'<script type="text/plain" id="{name}">([^<]*)</script>', text)
    assert found
    return gzip.decompress(base64.b85decode(found[1].replace(".", "<"))).decode()


def test_the_file_names_nothing_in_the_network(sample_page):
    """Namespaces of drawings are names, not addresses."""
    page_text = sample_page.read_text("utf-8")
    for part in (page_text, unpacked(page_text, "look"), unpacked(page_text, "code")):
        text = part.replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", text)
        assert "innerHTML" not in text
        assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|eval|Function)\s*\(", text)


def test_our_scripts_may_lose_their_indentation():
    """Lines are stripped in the page: no string and no remark may depend on where lines begin."""
    for file in (ROOT / "viz" / "templates").glob("*.js"):
        lines = slim(file.read_text("utf-8")).splitlines()
        bare = [re.sub(r"'[^']*'", "", line) for line in lines]
        assert [each for each in bare if each.count("`") % 2 or "/*" in each] == [], file.name


def test_a_page_that_cannot_be_written_leaves_the_old_one(sample_graph, tmp_path):
    place = tmp_path / "folder.html"
    (place / "inside").mkdir(parents=True)
    with pytest.raises(BadOutput, match=r"folder\.html"):
        write_page(sample_graph, place, now=NOW)
    assert (place / "inside").is_dir()
    assert list(tmp_path.iterdir()) == [place]


def test_an_empty_graph_gives_a_page_that_says_so(tmp_path, visit):
    file = write_page(Graph({}, ()), tmp_path / "empty.html", now=NOW)
    for lens in ("lineage", "tree", "assignments", "cooperation", "coverage", "map", "overview"):
        tab = visit(f"lens={lens}", file)
        assert tab.inner_text("#empty") != ""
