"""The graph of the sample documents, read once for all tests by the real pipeline."""

from __future__ import annotations

from pathlib import Path

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
