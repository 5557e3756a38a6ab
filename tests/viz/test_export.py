"""Pictures of the whole view, in every lens."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

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
NAMES = (
    "[...document.querySelectorAll('#lens .card')].map((c) => cardOf(ById.get(c.dataset.id)).label)"
)


@pytest.mark.parametrize("lens", LENSES)
def test_the_svg_is_xml_with_the_words_as_text(visit, lens):
    tab = visit(f"lens={lens}")
    if lens == "map":
        tab.wait_for_function("() => document.getElementById('lens').dataset.map === 'ready'")
    svg = ElementTree.fromstring(tab.evaluate("pictureText()"))
    texts = "\n".join(text for text in svg.itertext())
    assert svg.find("{http://www.w3.org/2000/svg}title") is not None
    if lens != "overview":
        assert "83-KH/TU" in texts or lens == "cooperation"
    assert "@font-face" in texts


def test_the_svg_holds_the_whole_drawing_not_the_part_in_view(visit):
    tab = visit()
    labels = tab.evaluate(NAMES)
    tab.evaluate("for (let i = 0; i < 12; i += 1) zoomBy(1.4)")
    svg = ElementTree.fromstring(tab.evaluate("pictureText()"))
    texts = [text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert set(labels) <= set(texts)
    _, _, width, height = map(float, svg.get("viewBox").split())
    assert width > 1000
    assert height > 700


@pytest.mark.parametrize("lens", ["tree", "assignments", "coverage", "obligations"])
def test_no_words_of_a_traced_table_lie_over_others(visit, lens):
    tab = visit(f"lens={lens}")
    over = tab.evaluate(
        """() => {
        const holder = document.body.appendChild(document.createElement('div'));
        const svg = new DOMParser().parseFromString(pictureText(), 'image/svg+xml');
        holder.append(svg.documentElement);
        const boxes = [...holder.querySelectorAll('text')].map((text) => {
            const { x, y, width, height } = text.getBoundingClientRect();
            return [x + 2, y + height * 0.3, x + width - 2, y + height * 0.7, text.textContent];
        });
        return boxes.flatMap(([x, y, r, b, said], i) => boxes.slice(0, i)
            .filter((each) => x < each[2] && each[0] < r && y < each[3] && each[1] < b)
            .map((each) => [said, each[4]]));
    }"""
    )
    assert over == []


def test_heads_that_run_upwards_do_so_in_the_picture(visit):
    tab = visit("lens=assignments")
    svg = ElementTree.fromstring(tab.evaluate("pictureText()"))
    turned = [
        each for each in svg.iter("{http://www.w3.org/2000/svg}text") if each.get("transform")
    ]
    assert "Ban Dân vận Tỉnh ủy" in [each.text for each in turned]


@pytest.mark.parametrize("lens", ["lineage", "tree", "assignments", "cooperation", "overview"])
def test_the_png_is_as_large_as_the_whole_view(visit, lens, pictures):
    tab = visit(f"lens={lens}")
    tab.click("#keep summary")
    with tab.expect_download() as waiting:
        tab.click("#keep-png")
    file = pictures / f"export-{lens}.png"
    waiting.value.save_as(file)
    head = file.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20]) > 1000


def test_the_table_can_be_kept_as_csv(visit, tmp_path):
    tab = visit("table=1")
    with tab.expect_download() as waiting:
        tab.click("caption button")
    waiting.value.save_as(tmp_path / "edges.csv")
    text = (tmp_path / "edges.csv").read_text("utf-8-sig")
    assert text.startswith('"Từ","Quan hệ","Đến"')
    assert "Thực hiện" in text


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("lens", [*LENSES, "table", "chain"])
def test_a_screenshot_of_every_view_is_kept(visit, pictures, find, lens, language):
    plan = find("83-KH/TU")
    address = {"table": "table=1", "chain": f"node={plan}&chain={plan}"}.get(lens, f"lens={lens}")
    tab = visit(f"{address}&language={language}")
    if lens == "map":
        tab.wait_for_function("() => document.getElementById('lens').dataset.map === 'ready'")
    file = pictures / f"page-{lens}-{language}.png"
    tab.screenshot(path=file)
    assert file.stat().st_size > 20_000
