"""Large graphs stay quick: sizes, first paint, frames, choosing.

The median of three counts. With ``PHAHE_SPEED=1``, on a machine that does nothing else, the
criteria hold as they stand; otherwise three times as slow is let pass, so that what fails is a
fault and not a neighbour.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from statistics import median

import pytest

from phahe.viz.page import write_page
from tests.viz.grown import grow

NOW = datetime(2026, 1, 15, tzinfo=UTC)
PATIENCE = 1 if os.environ.get("PHAHE_SPEED") else 3


@pytest.fixture(scope="module")
def grown_page(tmp_path_factory):
    """Write a page of a grown graph once for all tests that want the same."""
    made = {}

    def page(documents, edges, quoted=True):
        key = (documents, edges, quoted)
        if key not in made:
            file = tmp_path_factory.mktemp("grown") / f"{documents}.html"
            made[key] = write_page(grow(documents, edges=edges, quoted=quoted), file, now=NOW)
        return made[key]

    return page


def started(visit, address, file):
    """Milliseconds until the page can be used, and the page."""
    times = []
    for _ in range(3):
        tab = visit(address, file)
        times.append(int(tab.evaluate("document.documentElement.dataset.started")))
    return median(times), tab


def test_the_samples_are_ready_in_three_seconds_and_move_smoothly(visit, measure, sample_page):
    ready, tab = started(visit, "", sample_page)
    assert ready <= 3000 * PATIENCE
    assert median(measure(tab, "frames") for _ in range(3)) * PATIENCE >= 30
    ids = tab.evaluate("Documents.slice(0, 3).map((node) => node.id)")
    assert median(measure(tab, "selecting", each) for each in ids) <= 200 * PATIENCE


def test_forty_cards_move_smoothly(visit, measure, grown_page):
    tab = visit("lens=lineage", grown_page(40, 100))
    assert tab.locator("#lens .card").count() >= 40
    assert median(measure(tab, "frames") for _ in range(3)) * PATIENCE >= 30


def test_a_map_of_a_thousand_nodes_starts_without_physics(visit, measure, grown_page):
    file = grown_page(930, 3000)
    times = []
    for _ in range(3):
        tab = visit("lens=map&depth=all", file)
        tab.wait_for_function("() => document.getElementById('lens').dataset.map === 'ready'")
        times.append(tab.evaluate("performance.now()"))
    assert median(times) <= 4000 * PATIENCE
    assert tab.evaluate("FreeMap.net.physics.physicsEnabled") is False
    assert tab.evaluate("FreeMap.drawn.nodes.size") >= 900
    assert median(measure(tab, "frames") for _ in range(3)) * PATIENCE >= 25


def test_a_tree_of_three_thousand_documents_opens_in_a_second(visit, grown_page):
    file = grown_page(3000, 9000)
    ready, tab = started(visit, "lens=tree", file)
    assert ready <= 2000 * PATIENCE
    timed = (
        "(() => { const start = performance.now(); %s; Tree.rows.getBoundingClientRect();"
        " return performance.now() - start; })()"
    )
    assert median(tab.evaluate(timed % "drawLens(Tree)") for _ in range(3)) <= 1000 * PATIENCE
    assert median(tab.evaluate(timed % "Tree.openAll(true)") for _ in range(3)) <= 1000 * PATIENCE
    assert tab.locator("#lens .row").count() >= 3000


def test_twenty_thousand_documents_with_their_sentences(visit, measure, grown_page):
    file = grown_page(20_000, 60_000)
    assert file.stat().st_size <= 6_000_000
    ready, tab = started(visit, "", file)
    assert ready <= 5000 * PATIENCE
    assert tab.evaluate("[State.lens, Edges.length >= 60000]") == ["overview", True]
    assert median(measure(tab, "frames") for _ in range(3)) * PATIENCE >= 25
    root = "Documents.reduce((a, b) => (childrenOf(b).length > childrenOf(a).length ? b : a)).id"
    ids = [tab.evaluate(root), tab.evaluate("Documents[9999].id"), tab.evaluate(root)]
    assert median(measure(tab, "selecting", each) for each in ids) <= 400 * PATIENCE
    assert tab.locator("#panel blockquote").count() > 0


def test_a_hundred_thousand_documents_are_ready_in_ten_seconds(visit, grown_page):
    file = grown_page(100_000, 200_000, quoted=False)
    ready, tab = started(visit, "", file)
    assert ready <= 10_000 * PATIENCE
    assert tab.evaluate("Overview.drawn.nodes.length") == 100_000


def test_cards_follow_the_chosen_document_through_a_large_corpus(visit, grown_page):
    tab = visit("lens=lineage", grown_page(3000, 9000))
    drawn = "[...document.querySelectorAll('#lens .card')].map((card) => card.dataset.id)"
    for other in ("doc:000100", "doc:002900"):
        assert other not in tab.evaluate(drawn)
        tab.evaluate("(id) => select(ById.get(id))", other)
        assert other in tab.evaluate(drawn)
        assert len(tab.evaluate(drawn)) <= 60


def test_a_large_corpus_opens_in_every_view(visit, grown_page):
    """Views that cannot show everything show a part and say so; none is empty or fails."""
    file = grown_page(3000, 9000)
    for lens in ("lineage", "tree", "coverage", "map", "overview"):
        tab = visit(f"lens={lens}", file)
        assert tab.locator("#empty").is_hidden(), lens
        assert len(tab.inner_text("#lens")) + tab.locator("#lens canvas").count() > 0
    assert tab.locator(".roots tbody tr").count() > 3
