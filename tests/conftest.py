"""What all tests share: the graph of the samples, a browser, and who runs where."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from phahe.graph.facts import FileFacts
from phahe.graph.merge import merge
from phahe.graph.model import Graph
from phahe.graph.network import network
from phahe.loaders.formats.reader import read_text
from phahe.loaders.read import read_document_file
from phahe.queries.stated import Network

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "documents"
SHARED = ROOT.parent / "shared"
LARGE = ("tests/neo4j_server/", "tests/viz/test_speed.py")
"""Tests with a server or with very large graphs: one worker has them all, and begins with them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the large tests first."""
    items.sort(key=lambda item: not item.nodeid.startswith(LARGE))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep the large tests in one worker, one after the other, and those of a file together."""
    from xdist.scheduler import LoadScopeScheduling

    class Rooms(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "large" if nodeid.startswith(LARGE) else nodeid.partition("::")[0]

    return Rooms(config, log)


def missing(what: str) -> None:
    """Skip the test; where everything is set up (CI) a missing part is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI must have it")
    pytest.skip(f"{what} is not installed: no page is tested in a browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[tuple[Any, str]]:
    """Playwright's Chromium and the program to start with it; a process can have but one of it."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright (pip install playwright)")
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        missing("chromium (apt-get install chromium)")
    with sync_playwright() as engine:
        yield engine.chromium, str(program)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample documents."""
    return SAMPLES


@pytest.fixture(scope="session")
def shared() -> Path:
    """Material kept outside the repository; a test that needs it is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def sample_facts() -> list[FileFacts]:
    """What each sample file says."""
    files = sorted(SAMPLES.glob("*.txt"))
    return [read_document_file(read_text(file, file.name)) for file in files]


@pytest.fixture(scope="session")
def sample_graph(sample_facts: list[FileFacts]) -> Graph:
    """The graph of the sample documents."""
    return merge(sample_facts)


@pytest.fixture(scope="session")
def sample_network(sample_graph: Graph) -> Network:
    """The same in NetworkX."""
    return network(sample_graph)
