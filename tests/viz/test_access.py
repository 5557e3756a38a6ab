"""Without a mouse, with a screen reader's eyes, on paper."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

LENSES = [
    "lineage",
    "tree",
    "assignments",
    "cooperation",
    "coverage",
    "obligations",
    "map",
    "overview",
]


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, as the test package axe-playwright-python carries it."""
    pytest.importorskip("axe_playwright_python", reason="pip install axe-playwright-python")
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.fixture
def violations(axe, measure):
    """Return what axe-core has against a page."""

    def found(tab):
        tab.evaluate(axe + ";0")
        return measure(tab, "axe")

    return found


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("lens", LENSES)
def test_axe_finds_nothing_against_wcag(visit, violations, lens, language, find):
    tab = visit(f"lens={lens}&language={language}")
    if lens == "map":
        tab.wait_for_function("() => document.getElementById('lens').dataset.map === 'ready'")
    assert violations(tab) == []
    tab.evaluate("(id) => { go({ node: id }); toggleFilters(); }", find("83-KH/TU"))
    assert violations(tab) == []


@pytest.mark.parametrize("address", ["table=1", "lens=coverage&by=body", "held=no&chain={doc}"])
def test_axe_finds_nothing_in_tables_chains_and_help(visit, violations, find, address):
    tab = visit(address.format(doc=find("83-KH/TU")))
    tab.evaluate("addStep()")
    assert violations(tab) == []
    tab.evaluate("showHelp()")
    assert violations(tab) == []


def test_the_lineage_can_be_walked_by_keys_alone(visit, find):
    tab = visit()
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.keyboard.type("457")
    tab.keyboard.press("Enter")
    walked = [tab.evaluate("State.node")]
    for key in ("ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"):
        tab.keyboard.press(key)
        walked.append(tab.evaluate("State.node"))
    last, plan, root = find("457/LĐLĐ"), find("83-KH/TU"), find("Chỉ thị 12-CT/TW")
    assert walked == [last, plan, root, plan, last]
    tab.keyboard.press("t")
    assert tab.locator("table.evidence").count() == 1
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    assert tab.evaluate("[State.node, State.table]") == ["", ""]
    tab.keyboard.press("2")
    assert tab.evaluate("State.lens") == "tree"
    tab.keyboard.press("?")
    assert tab.locator("#dialog").is_visible()
    tab.keyboard.press("Escape")
    assert tab.locator("#dialog").is_hidden()


def test_the_focus_is_always_visible(visit):
    tab = visit()
    seen = set()
    for _ in range(40):
        tab.keyboard.press("Tab")
        name, outline = tab.evaluate(
            "[document.activeElement.tagName + document.activeElement.innerText,"
            " getComputedStyle(document.activeElement).outlineStyle]"
        )
        if name.startswith(("BODY", "HTML")):
            break
        seen.add(name)
        assert outline != "none", name
    assert len(seen) > 15


def test_the_tree_is_a_treegrid_that_opens_and_closes(visit, find):
    tab = visit("lens=tree")
    grid = tab.locator("[role=treegrid]")
    assert grid.count() == 1
    root = tab.locator(f'[data-id="{find("Chỉ thị 12-CT/TW")}"]')
    assert root.get_attribute("aria-level") == "1"
    assert root.get_attribute("aria-expanded") == "true"
    child = f'[data-id="{find("83-KH/TU")}"]'
    assert tab.get_attribute(child, "aria-level") == "2"
    root.focus()
    tab.keyboard.press("ArrowLeft")
    assert tab.locator(child).count() == 0
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.dataset.id") == find("83-KH/TU")
    tab.keyboard.press("Enter")
    assert tab.evaluate("State.node") == find("83-KH/TU")


def test_letters_tell_what_colours_tell(visit, sample_graph):
    tab = visit()
    letters = tab.evaluate(
        "[...document.querySelectorAll('#lens .card')]"
        ".map((card) => card.querySelector('text').textContent)"
    )
    assert set(letters) >= {"Đ", "N", "M"}


def test_a_page_on_paper_shows_the_whole_chain_and_its_sentences(visit, find, tmp_path):
    plan = find("83-KH/TU")
    tab = visit(f"node={plan}&chain={plan}")
    tab.evaluate("beforePrint()")
    tab.emulate_media(media="print")
    assert tab.locator("header").is_hidden()
    assert tab.locator("footer").is_hidden()
    picture = tab.locator("#print svg").bounding_box()
    assert picture["width"] > 300
    assert tab.locator("#print .card").count() == 5
    assert tab.locator("#panel blockquote").first.is_visible()
    tab.emulate_media(media="null")
    tab.evaluate("afterPrint()")
    tab.pdf(path=str(tmp_path / "page.pdf"), prefer_css_page_size=True)
    paper = (tmp_path / "page.pdf").read_bytes()
    sizes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert {(round(float(w)), round(float(h))) for w, h in sizes} == {(842, 595)}
    assert 2 <= len(sizes) <= 12
    pypdf = pytest.importorskip("pypdf")
    first, second, *_ = (
        each.extract_text() for each in pypdf.PdfReader(tmp_path / "page.pdf").pages
    )
    for name in ("Chỉ thị 12-CT/TW", "Kế hoạch 83-KH/TU", "Công văn 457/LĐLĐ", "+167 ngày"):
        assert name in first
    assert "Có hai ngày khác nhau" in second
    assert "Chép liên kết" not in first + second
    assert tab.locator("#print").count() == 0
