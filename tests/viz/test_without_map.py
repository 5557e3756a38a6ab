"""A page without the free map: small enough for any mail, and nothing else is missing."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from phahe.cli import main as cli
from phahe.viz.page import write_page

LENSES = ["lineage", "tree", "assignments", "cooperation", "coverage", "obligations", "overview"]


@pytest.fixture(scope="module")
def small_page(sample_graph, sample_page):
    """The page of the samples without the map, beside the usual one."""
    from tests.viz.conftest import NOW

    return write_page(sample_graph, sample_page.parent / "small.html", now=NOW, without_map=True)


def test_the_page_of_the_samples_without_the_map_is_at_most_150_kilobytes(small_page):
    assert small_page.stat().st_size <= 150_000


def test_build_and_export_offer_it(samples, tmp_path):
    folder, small = tmp_path / "g", tmp_path / "small.html"
    run = CliRunner().invoke
    built = run(cli, ["build", str(samples), "-o", str(folder), "--without-map"])
    assert built.exit_code == 0, built.output
    made = run(cli, ["export", str(folder), "html", "-o", str(small), "--without-map"])
    assert made.exit_code == 0, made.output
    for page in (folder / "page.html", small):
        assert page.stat().st_size <= 150_000
        assert 'id="library"' not in page.read_text("utf-8")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_other_view_is_there_and_none_of_its_keys_is_dead(visit, small_page, language):
    tab = visit(f"language={language}", small_page)
    assert tab.evaluate("LENSES.map((lens) => lens.name)") == LENSES
    assert tab.locator("#lenses [role=tab]").count() == len(LENSES)
    for key, lens in enumerate(LENSES, 1):
        tab.keyboard.press(str(key))
        assert tab.evaluate("State.lens") == lens
        assert tab.locator("#empty").is_hidden()
        assert tab.evaluate("pictureText().length") > 1000
    tab.keyboard.press("8")
    assert tab.evaluate("State.lens") == LENSES[-1]
    tab.keyboard.press("?")
    assert "1–7" in tab.inner_text("#dialog")


def test_links_to_the_map_show_the_usual_view(visit, small_page, find):
    plan = find("Kế hoạch 83-KH/TU")
    tab = visit(f"lens=map&depth=2&kinds=Task&node={plan}", small_page)
    assert tab.evaluate("[State.lens, State.node]") == ["lineage", plan]
    tab.evaluate("location.hash = '#lens=map'")
    tab.wait_for_function("() => State.node === ''")
    assert tab.evaluate("State.lens") == "lineage"


def test_what_only_the_map_draws_is_still_found_and_told(visit, small_page):
    tab = visit("lens=tree", small_page)
    tab.fill("#search", "pham hung thai")
    tab.press("#search", "Enter")
    assert tab.evaluate("State.lens") == "tree"
    assert tab.inner_text("#panel h2") == "Phạm Hùng Thái"
    assert tab.locator("#panel blockquote").count() > 0
