"""Search, filters, links, languages."""

from __future__ import annotations

import unicodedata

import pytest

from phahe.viz.card import cards
from phahe.viz.day import iso
from phahe.viz.neighbours import neighbours

FIRST = [
    ("457", "457/LĐLĐ", "Document"),
    ("83-kh", "Kế hoạch 83-KH/TU", "Document"),
    ("chi thi 12", "Chỉ thị 12-CT/TW", "Document"),
    ("Chỉ thị 12", "Chỉ thị 12-CT/TW", "Document"),
    ("CHỈ THỊ SỐ 12", "", "Document"),
    ("ldld", "Liên đoàn Lao động", "Organization"),
    ("duong minh chau", "Dương Minh Châu", ""),
    ("prey", "Prey Veng", ""),
    ("hoi lien hiep phu nu", "Hội Liên hiệp Phụ nữ", "Organization"),
    ("lhpn", "Liên hiệp Phụ nữ", "Organization"),
    ("dd mttq", "Đảng đoàn", "Organization"),
    ("ĐĐ MTTQ", "Mặt trận Tổ quốc", "Organization"),
]


@pytest.mark.parametrize(("asked", "name", "kind"), FIRST)
@pytest.mark.parametrize("form", ["NFC", "NFD", "upper"])
def test_search_puts_the_right_node_first(visit, asked, name, kind, form):
    text = asked.upper() if form == "upper" else unicodedata.normalize(form, asked)
    if not name:
        return
    tab = visit()
    first = tab.evaluate(
        "(text) => { const n = searched(text)[0]; return [n.name, n.kind]; }", text
    )
    assert name in first[0]
    assert kind in ("", first[1])


def test_a_search_without_result_says_so(visit):
    tab = visit()
    tab.fill("#search", "zzz")
    assert tab.inner_text("#found") == "Không thấy kết quả nào"


def test_a_found_node_is_shown_where_it_can_be_seen(visit):
    tab = visit()
    tab.fill("#search", "prey veng")
    tab.press("#search", "Enter")
    assert tab.evaluate("State.lens") == "cooperation"
    assert tab.inner_text("#panel h2") == "Prey Veng"


def expected(graph, **wanted):
    """The documents a filter leaves, worked out in Python."""
    around = neighbours(graph)
    papers = cards(around)
    kept = set()
    for card in papers.values():
        node = graph.nodes[card.id]
        year = int(iso(card.day)[:4]) if card.day is not None else None
        tests = {
            "type": lambda v, n=node: n.fields.get("type") == v,
            "sector": lambda v, c=card: c.sector == v,
            "level": lambda v, c=card: c.lane == v,
            "held": lambda v, c=card: c.held == (v == "yes"),
            "from": lambda v, y=year: y is None or y >= int(v),
            "to": lambda v, y=year: y is None or y <= int(v),
        }
        if all(tests[key](value) for key, value in wanted.items()):
            kept.add(card.id)
    return kept


@pytest.mark.parametrize(
    "wanted",
    [
        {"type": "kế hoạch"},
        {"sector": "party"},
        {"sector": "mass", "held": "yes"},
        {"level": "central"},
        {"held": "no"},
        {"from": "2019", "to": "2021"},
        {"type": "chỉ thị", "to": "2012"},
    ],
)
@pytest.mark.parametrize("lens", ["lineage", "tree", "overview"])
def test_filters_leave_what_python_finds(visit, sample_graph, wanted, lens):
    address = "&".join(f"{key}={value}" for key, value in wanted.items())
    tab = visit(f"lens={lens}&{address}")
    shown = tab.evaluate("[...visibleNodes()].filter(isDocument).map((node) => node.id)")
    assert set(shown) == expected(sample_graph, **wanted)
    if lens != "overview":
        drawn = tab.evaluate(
            "[...document.querySelectorAll('#lens [data-id]')].map((each) => each.dataset.id)"
        )
        assert set(drawn) == set(shown)


def test_a_relation_filter_leaves_only_its_edges(visit):
    tab = visit("lens=map&relation=LED_BY&table=1")
    assert set(tab.evaluate("lensNow().edges().map((edge) => edge.relation)")) == {"LED_BY"}


def test_a_province_filter_leaves_its_bodies_and_documents(visit, find):
    place = find("Bình Phước", kind="Place")
    tab = visit(f"place={place}")
    names = tab.evaluate("[...document.querySelectorAll('#lens .card')].map((c) => c.ariaLabel)")
    assert names
    assert not any("Tây Ninh" in name for name in names)


def test_filters_that_leave_nothing_say_so(visit):
    tab = visit("from=1999&to=2000&held=yes&sector=foreign")
    assert "bộ lọc" in tab.inner_text("#empty")
    tab.evaluate("clearFilters()")
    assert tab.locator("#empty").is_hidden()


def test_a_filter_can_be_chosen_by_hand_and_taken_back(visit):
    tab = visit()
    tab.click("#open-filters")
    before = tab.locator("#lens .card").count()
    tab.select_option("#filter-held", "no")
    assert 0 < tab.locator("#lens .card").count() < before
    tab.click("#status .chip button")
    assert tab.locator("#lens .card").count() == before


def test_every_part_of_the_view_is_in_the_address(visit, find):
    plan = find("Kế hoạch 83-KH/TU")
    address = f"lens=tree&node={plan}&language=en&chain={plan}&type=kế hoạch&from=2010&table=1"
    tab = visit(address)
    state = tab.evaluate("State")
    wanted = dict(part.split("=", 1) for part in address.split("&"))
    assert {key: state[key] for key in wanted} == wanted
    again = visit(tab.evaluate("location.hash.slice(1)") or tab.url.split("#", 1)[1])
    assert again.evaluate("State") == state


def test_back_returns_to_the_view_before(visit, find):
    tab = visit()
    tab.click("#tab-tree")
    tab.click("#tab-cooperation")
    tab.go_back()
    assert tab.evaluate("State.lens") == "tree"
    assert tab.get_attribute("#tab-tree", "aria-selected") == "true"
    tab.go_back()
    assert tab.evaluate("State.lens") == "lineage"


def test_an_edge_and_a_story_are_links_too(visit, find):
    child, parent = find("83-KH/TU"), find("Chỉ thị 12-CT/TW")
    tab = visit(f"edge={child}~~IMPLEMENTS~~{parent}")
    assert "12-CT/TW" in tab.inner_text("#panel blockquote >> nth=0")
    tab.evaluate("addStep(); go({ lens: 'cooperation', edge: '' }); addStep()")
    tab.fill("#story input", "Ai hợp tác với ai")
    tab.press("#story input", "Enter")
    link = tab.url
    tab = visit(link.split("#", 1)[1])
    assert tab.inner_text("#story .count") == "2 / 2"
    assert tab.input_value("#story input") == "Ai hợp tác với ai"
    tab.click("#story button >> nth=0")
    assert tab.evaluate("[State.lens, State.edge !== '']") == ["lineage", True]


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


@pytest.mark.parametrize("lens", LENSES)
def test_the_language_changes_every_word_but_the_quotations(visit, lens, find):
    tab = visit(f"lens={lens}&node={find('83-KH/TU')}")
    assert tab.get_attribute("html", "lang") == "vi"
    quotes = tab.locator("#panel blockquote").all_inner_texts()
    words = tab.evaluate(
        "[...document.querySelectorAll('.actions button')].map((b) => b.textContent)"
    )
    tab.click("#language")
    assert tab.get_attribute("html", "lang") == "en"
    assert tab.locator("#panel blockquote").all_inner_texts() == quotes
    english = tab.evaluate(
        "[...document.querySelectorAll('.actions button')].map((b) => b.textContent)"
    )
    same = [a for a, b in zip(words, english, strict=True) if a == b]
    assert set(same) <= {"?", ""}
    assert tab.locator("#panel blockquote").first.get_attribute("lang") == "vi"
    tab.click("#language")
    assert tab.get_attribute("html", "lang") == "vi"


def test_every_word_is_there_in_both_languages():
    from phahe.viz.words import interface_words

    for key, pair in interface_words().items():
        assert all(pair) or key.startswith(("relation.", "inverse.")), key
