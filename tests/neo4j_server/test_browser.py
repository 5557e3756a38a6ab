"""Neo4j Browser, served by the real server: log in, our style, a cascade as a graph."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from phahe.graph.neo4j_push import push

DOCS = Path(__file__).parents[2] / "docs" / "neo4j"
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


@pytest.fixture(scope="module")
def chromium(browser: tuple[Any, str]) -> Iterator[Any]:
    engine, program = browser
    opened = engine.launch(executable_path=program, headless=True, args=list(FLAGS))
    yield opened
    opened.close()


@pytest.fixture
def pictures(tmp_path) -> Path:
    """Where screenshots go: $PHAHE_PICTURES, else a temporary folder."""
    folder = Path(os.environ.get("PHAHE_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def type_command(tab: Any, text: str) -> None:
    """Put *text* into the editor at the top and run it."""
    tab.locator(".monaco-editor textarea").first.focus()
    tab.keyboard.insert_text(" ".join(text.split()))
    tab.wait_for_timeout(700)
    tab.keyboard.press("Control+Enter")


def test_the_browser_logs_in_and_draws_the_cascade_in_our_style_with_its_sentences(
    server, database, sample_graph, chromium, pictures
):
    push(sample_graph, database, replace=True)
    tab = chromium.new_page(viewport={"width": 1500, "height": 950})
    tab.route(re.compile("^https?://(?!127.0.0.1)"), lambda route: route.abort())
    tab.goto(f"{server.browser}?connectURL=bolt://neo4j@127.0.0.1:{server.bolt}")
    tab.get_by_test_id("password").fill(server.password)
    tab.get_by_test_id("connect").click()
    tab.get_by_text("You are connected as user").first.wait_for(timeout=60_000)
    type_command(tab, ":style " + (DOCS / "phahe.grass").read_text("utf-8"))
    tab.get_by_text("node.Document {").first.wait_for(timeout=30_000)
    cascade = (DOCS / "saved-queries.cypher").read_text("utf-8").split(";")[0]
    type_command(tab, cascade[cascade.index("MATCH") :])
    tab.wait_for_selector("g.node", timeout=60_000)
    tab.wait_for_timeout(5000)
    tab.screenshot(path=str(pictures / "neo4j-browser.png"))
    circles = tab.locator("g.node circle.b-outline").all()
    assert len(circles) == 5
    assert {circle.get_attribute("fill") for circle in circles} == {"#B3261E"}
    step = tab.locator("g.relationship text").filter(has_text="IMPLEM").first.bounding_box()
    tab.mouse.click(step["x"] + step["width"] / 2, step["y"] + step["height"] / 2)
    tab.get_by_text("explicit").first.wait_for(timeout=10_000)
    tab.wait_for_timeout(500)
    tab.screenshot(path=str(pictures / "neo4j-sentence.png"))
