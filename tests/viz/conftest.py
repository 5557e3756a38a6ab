"""A headless browser, the page of the sample documents in it, and generated graphs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from phahe.graph.model import Graph
from phahe.viz.page import write_page

NOW = datetime(2026, 1, 15, tzinfo=UTC)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-webgl",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium(browser: tuple[Any, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser context that is offline by nature: files only."""
    engine, program = browser
    with_profile = engine.launch_persistent_context(
        str(tmp_path_factory.mktemp("browser")),
        executable_path=program,
        headless=True,
        args=list(FLAGS),
        viewport={"width": 1680, "height": 950},
        accept_downloads=True,
    )
    yield with_profile
    with_profile.close()


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots go: $PHAHE_PICTURES, else a temporary folder."""
    chosen = os.environ.get("PHAHE_PICTURES")
    folder = Path(chosen) if chosen else tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def sample_page(sample_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample documents."""
    return write_page(sample_graph, tmp_path_factory.mktemp("page") / "page.html", now=NOW)


@pytest.fixture
def visit(chromium: Any, sample_page: Path) -> Iterator[Callable[..., Any]]:
    """Open a page at an address; at the end no error, no request and no missing word is allowed."""
    opened = []
    troubles: list[str] = []

    def note(request: Any) -> None:
        if not request.url.startswith(("file:", "data:", "blob:", "about:")):
            troubles.append(f"request: {request.url[:80]}")

    def go(address: str = "", file: Path = sample_page, wait: bool = True) -> Any:
        if not opened:
            tab = chromium.new_page()
            opened.append(tab)
            tab.on("request", note)
            tab.on("pageerror", lambda error: troubles.append(f"error: {error}"))
            tab.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
        tab = opened[0]
        tab.goto("about:blank")
        tab.goto(f"file://{file}#{address}")
        if wait:
            tab.wait_for_function("() => document.documentElement.dataset.started")
        return tab

    go.troubles = troubles  # type: ignore[attr-defined]
    yield go
    for tab in opened:
        if "about:blank" not in tab.url:
            troubles.extend(f"no word for {key}" for key in tab.evaluate("[...missingWords]"))
        tab.close()
    assert troubles == []


@pytest.fixture(scope="session")
def measure() -> Callable[..., Any]:
    """Call one of the measurements of measure.js in a page."""
    script = (Path(__file__).parent / "measure.js").read_text("utf-8").rstrip().rstrip(";")

    def measured(tab: Any, name: str, *given: Any) -> Any:
        return tab.evaluate(f"(given) => ({script}).{name}(...given)", list(given))

    return measured


@pytest.fixture(scope="session")
def find(sample_graph: Graph) -> Callable[..., str]:
    """Return the id of the one node whose name holds all the given words."""

    def found(*words: str, kind: str = "Document") -> str:
        hits = [
            node.id
            for node in sample_graph.nodes.values()
            if all(word in node.name for word in words) and node.kind == kind
        ]
        assert len(hits) == 1, (words, hits)
        return hits[0]

    return found
