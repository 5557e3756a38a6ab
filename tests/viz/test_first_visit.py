"""Someone who never saw the page: every question is answered by clicks on what is to be seen."""

from __future__ import annotations

import pytest


@pytest.fixture
def ask(visit, pictures, request):
    """Open the page and click the question with these words; a picture of the answer is kept."""

    def asked(words):
        tab = visit()
        tab.set_viewport_size({"width": 1400, "height": 860})
        tab.locator("#panel .questions button", has_text=words).first.click()
        name = request.node.name.removeprefix("test_").replace("_", "-")
        tab.evaluate("fitLens()")
        tab.screenshot(path=pictures / f"page-{name}.png")
        return tab

    return asked


def test_the_whole_cascade_of_directive_12_with_its_lags(ask):
    tab = ask("Toàn bộ chuỗi triển khai Chỉ thị 12-CT/TW")
    drawn = tab.locator("#lens .card")
    assert drawn.count() == 5
    lags = [each.text_content() for each in tab.locator("#lens .lag").all()]
    assert sorted(lags) == ["+0 ngày", "+167 ngày", "+20 ngày", "+6 ngày"]
    assert tab.locator("#panel .chain.down li").count() == 4


def test_which_provinces_work_with_the_womens_union_and_until_when(ask):
    tab = ask("Hội Liên hiệp Phụ nữ tỉnh Tây Ninh hợp tác với tỉnh nào")
    lit = tab.evaluate(
        "[...Together.drawn.cards.values()].filter((c) => c.group.dataset.on === 'true')"
        ".map((c) => [c.column, c.label, c.notes.join(' ')])"
    )
    assert {label for column, label, _ in lit if column == 3} == {
        "Prey Veng",
        "Svay Rieng",
        "Tboung Khmum",
    }
    terms = [(label, notes) for column, label, notes in lit if column == 1]
    assert ["2014-2016" in label and "hết hạn 2016" in notes for label, notes in terms] == [True]


def test_what_the_party_cell_group_of_the_peoples_committee_leads(ask):
    tab = ask("Ban cán sự đảng Ủy ban nhân dân tỉnh Tây Ninh chủ trì")
    group = tab.locator("#panel details.group").first
    assert "chủ trì" in group.inner_text().splitlines()[0]
    assert group.locator(".entry").count() == 5
    body = tab.evaluate("State.node")
    assert tab.locator(f'td.lead.on[data-column="{body}"]').count() == 5


def test_which_documents_are_cited_but_missing(ask, sample_graph):
    tab = ask("được viện dẫn mà chưa có trong kho")
    rows = tab.evaluate("[...document.querySelectorAll('.row[data-id]')].map((r) => r.dataset.id)")
    assert set(rows) == {
        node.id
        for node in sample_graph.nodes.values()
        if node.kind == "Document" and not node.fields["held"]
    }


def test_why_plan_83_has_two_dates(ask):
    tab = ask("Vì sao Kế hoạch 83-KH/TU có hai ngày")
    said = tab.inner_text("#panel .warning")
    for part in ("11/06/2022", "21/06/2022", "11 tháng 6 năm 2022", "tiêu đề", "được viện dẫn"):
        assert part in said
