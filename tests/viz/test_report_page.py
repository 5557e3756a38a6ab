"""A report in HTML, opened: no barriers, nothing cut off on a telephone, every number leads on."""

from __future__ import annotations

from importlib.resources import files

import pytest

from phahe.rosters import members
from phahe.viz.report import write_report

DIRECTIVE = "doc:12-CT/TW@2022"
START = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
AXE = "async () => (await axe.run()).violations.map((each) => each.id + each.nodes[0].html)"


@pytest.fixture(scope="module", params=["vi", "en"])
def opened(request, browser, sample_graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(sample_graph, path, DIRECTIVE, request.param, as_of="2026-01-15", roster=members)
    engine, program = browser
    with engine.launch(executable_path=program, args=START) as started:
        tab = started.new_context(bypass_csp=True).new_page()
        tab.goto(path.as_uri())
        yield tab


def test_axe_finds_nothing_against_wcag(opened):
    pytest.importorskip("axe_playwright_python", reason="pip install axe-playwright-python")
    script = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    opened.evaluate(script + ";0")
    assert opened.evaluate(AXE) == []


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_stands_outside_the_page(opened, width):
    opened.set_viewport_size({"width": width, "height": 900})
    assert opened.evaluate("document.documentElement.scrollWidth") == width


def test_every_number_and_every_heading_of_the_contents_leads_somewhere(opened):
    links = opened.evaluate(
        "[...document.links].map((a) => a.hash && !!document.getElementById(a.hash.slice(1)))"
    )
    assert len(links) > 100
    assert all(links)
