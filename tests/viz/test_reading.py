"""What a reader sees and clicks: cascades, sentences, dates, assignments, cooperation."""

from __future__ import annotations

import re
from pathlib import Path

import networkx
import pytest

from phahe.graph.identity import edge_id
from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId
from phahe.viz.neighbours import neighbours
from phahe.viz.page import write_page

SAMPLES = Path(__file__).parents[2] / "data" / "documents"


def card_ids(tab):
    return set(
        tab.evaluate("[...document.querySelectorAll('#lens .card')].map((c) => c.dataset.id)")
    )


def opaque(tab):
    return set(
        tab.evaluate(
            "[...document.querySelectorAll('#lens .card')]"
            ".filter((c) => c.getAttribute('opacity') === '1').map((c) => c.dataset.id)"
        )
    )


def test_held_documents_are_drawn_solid_and_cited_ones_dashed(visit, sample_graph):
    tab = visit()
    drawn = tab.evaluate(
        "[...document.querySelectorAll('#lens .card')].map((c) =>"
        " [c.dataset.id, c.querySelector('.box').hasAttribute('stroke-dasharray')])"
    )
    assert len(drawn) == sum(n.kind == "Document" for n in sample_graph.nodes.values())
    for node, dashed in drawn:
        assert dashed != sample_graph.nodes[node].fields["held"]


def test_two_dates_are_marked_and_both_are_quoted(visit, find):
    plan = find("Kế hoạch 83-KH/TU")
    tab = visit(f"node={plan}")
    assert tab.locator(f'[data-id="{plan}"] .conflict').count() == 1
    box = tab.locator("#panel .warning")
    for date, words in (("2022-06-11", "11 tháng 6 năm 2022"), ("2022-06-21", "21/6/2022")):
        assert words in box.locator(f'[data-date="{date}"] blockquote').first.inner_text()


def test_the_cascade_is_the_one_networkx_finds(visit, sample_graph, find):
    around = neighbours(sample_graph)
    lineage = networkx.DiGraph()
    for document in around.of_kind("Document"):
        lineage.add_node(document.id)
        lineage.add_edges_from((document.id, parent) for parent in around.parents(document.id))
    root = find("Chỉ thị 12-CT/TW")
    below = networkx.ancestors(lineage, root)
    assert below == {find(n) for n in ("83-KH/TU", "578-CV", "3000/LĐLĐ", "457/LĐLĐ")}
    tab = visit(f"node={root}")
    assert opaque(tab) == below | {root}
    assert f"({len(below)})" in tab.inner_text("#panel .chain.down h3")
    assert tab.inner_text("#live").endswith(f": {len(below)}.")
    last = find("457/LĐLĐ")
    tab = visit(f"node={last}")
    assert opaque(tab) == networkx.descendants(lineage, last) | {last}


def test_the_indirect_citation_is_dotted_and_says_so(visit, find):
    tab = visit(f"node={find('457/LĐLĐ')}")
    link = f'[data-child="{find("457/LĐLĐ")}"][data-parent="{find("83-KH/TU")}"]'
    assert tab.get_attribute(f"{link} .line", "stroke-dasharray") == "1.5 5"
    tab.evaluate(f"document.querySelector('{link}').dispatchEvent(new MouseEvent('click'))")
    assert "gián tiếp" in tab.inner_text("#panel")


def test_the_days_between_documents_are_on_the_cards(visit, find):
    tab = visit()
    for name, lag in (("83-KH/TU", "+167"), ("578-CV", "+6"), ("3000/LĐLĐ", "+20")):
        assert tab.text_content(f'[data-id="{find(name)}"] .lag').startswith(lag + " ")


def test_an_edge_shows_its_sentence_word_for_word_with_file_and_line(visit, find):
    tab = visit()
    child, parent = find("83-KH/TU"), find("Chỉ thị 12-CT/TW")
    tab.evaluate(
        f"""document.querySelector('[data-child="{child}"][data-parent="{parent}"]')"""
        ".dispatchEvent(new MouseEvent('click'))"
    )
    quote = tab.locator("#panel blockquote").first
    said, source = quote.inner_text(), tab.locator("#panel figcaption").first.inner_text()
    assert quote.get_attribute("lang") == "vi"
    found = re.search(r"(\S+\.txt) · trang \d+ · dòng (\d+)", source)
    assert found
    text = (SAMPLES / found[1]).read_text("utf-8")
    assert flat(said) in flat(text)
    assert "12-CT/TW" in said
    lines = text.splitlines()[int(found[2]) - 1 :]
    assert flat(said)[:20] in flat(" ".join(lines[:4]))


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "lens",
    ["lineage", "tree", "assignments", "cooperation", "coverage", "obligations", "map", "overview"],
)
def test_the_table_has_a_row_with_a_sentence_for_each_edge_shown(visit, lens):
    tab = visit(f"lens={lens}&table=1")
    rows = tab.evaluate(
        "[...document.querySelectorAll('table.evidence tbody tr')].map((row) =>"
        " [row.cells[3].textContent, row.cells[4].textContent])"
    )
    assert len(rows) == tab.evaluate("Math.min(MOST_ROWS, lensNow().edges().length)") > 0
    assert all(said and re.search(r":\d+$", where) for said, where in rows)


def test_only_this_chain_leaves_exactly_the_chain_and_survives_reload(visit, find):
    plan = find("Kế hoạch 83-KH/TU")
    tab = visit(f"node={plan}")
    tab.click("#chain")
    chain = {find(n) for n in ("83-KH/TU", "Chỉ thị 12", "578-CV", "3000/LĐLĐ", "457/LĐLĐ")}
    assert card_ids(tab) == chain
    tab.reload()
    tab.wait_for_function("() => document.documentElement.dataset.started")
    assert card_ids(tab) == chain
    tab.click("#status .chip button")
    assert len(card_ids(tab)) > len(chain)


def test_a_place_lights_exactly_its_agreements_bodies_and_partners(visit, sample_graph):
    around = neighbours(sample_graph)
    for place in around.of_kind("Place"):
        parties = {b.id for b in around.sources(place.id, "LOCATED_IN")}
        agreements = {a.id for b in parties for a in around.targets(b, "PARTY_TO")}
        if place.fields.get("country") in (None, "VN") or not agreements:
            continue
        tab = visit(f"lens=cooperation&node={place.id}")
        lit = tab.evaluate(
            "[...Together.drawn.cards.values()].filter((c) => c.group.dataset.on === 'true')"
            ".map((c) => [c.column, c.nodes.map((i) => Nodes[i].id)])"
        )
        named = {node for column, nodes in lit if column == 1 for node in nodes}
        assert named == agreements
        home = {node for column, nodes in lit if column == 0 for node in nodes}
        signed = {
            b.id
            for a in agreements
            for b in around.sources(a, "PARTY_TO")
            if b.fields.get("level") != "foreign"
        }
        assert signed <= home
        partners = {node for column, nodes in lit if column == 2 for node in nodes}
        assert {b for b in parties if list(around.targets(b, "PARTY_TO"))} <= partners
        assert [nodes for column, nodes in lit if column == 3] == [[place.id]]


@pytest.mark.parametrize(("name", "number"), [("Prey Veng", 6), ("Oddar Meanchey", 1)])
def test_a_province_lights_as_many_bodies_and_partners_as_agreements(
    visit, sample_graph, find, name, number
):
    tab = visit(f"lens=cooperation&node={find(name, kind='Place')}")
    lit = tab.evaluate(
        "[...Together.drawn.cards.values()].filter((c) => c.group.dataset.on === 'true')"
        ".map((c) => [c.column, c.label, c.nodes.map((i) => Nodes[i].id)])"
    )
    home, agreements, partners, places = (
        [card for card in lit if card[0] == column] for column in range(4)
    )
    assert (len(home), len(agreements), len(partners)) == (number, number, number)
    assert [label for _, label, _ in places] == [name]
    nodes = sample_graph.nodes
    assert {nodes[node].kind for card in agreements for node in card[2]} == {"Agreement"}
    assert all("Tây Ninh" in label for _, label, _ in home)
    abroad = {node for card in partners for node in card[2]}
    assert {nodes[node].fields["level"] for node in abroad} == {"foreign"}


def test_a_partner_of_several_bodies_leads_to_what_they_signed(visit):
    tab = visit("lens=cooperation")
    tab.evaluate(
        "[...Together.drawn.cards.values()].find((c) => c.label.includes('Ty Công an'))"
        ".group.dispatchEvent(new MouseEvent('click'))"
    )
    assert "Biên bản hội đàm 14/03/2019" in tab.inner_text("#panel h2")
    lit = (
        "[...document.querySelectorAll('#lens .card[data-on=true] title')].map((t) => t.innerHTML)"
    )
    assert {"Hiến binh, Tiểu khu Quân sự, Ty Công an", "Prey Veng"} <= set(tab.evaluate(lit))


def rows_and_leads(tab):
    return tab.evaluate(
        "[...document.querySelectorAll('table.matrix tbody tr:not(.group)')].map((row) =>"
        " [row.querySelector('th').dataset.row, row.querySelectorAll('.lead').length])"
    )


def test_the_matrix_has_eleven_rows_with_one_lead_each_and_each_cell_its_sentence(visit, find):
    tab = visit(f"lens=assignments&node={find('Kế hoạch 83-KH/TU')}")
    assert tab.locator("table.matrix tbody tr").count() == 11
    leads = "[...document.querySelectorAll('table.matrix tbody tr')].map((row) =>"
    leads += " [...row.querySelectorAll('td button')].filter((b) => b.innerText === '●').length)"
    assert tab.evaluate(leads) == [1] * 11
    said = tab.evaluate(
        "[...document.querySelectorAll('table.matrix td button')].map((cell) => {"
        " cell.click(); return document.querySelectorAll('#panel blockquote').length; })"
    )
    assert len(said) > 50
    assert min(said) >= 1


def test_tasks_assigned_in_passing_are_shown_when_asked_for(visit, sample_graph, find):
    around = neighbours(sample_graph)
    plan = find("Kế hoạch 83-KH/TU")
    tab = visit(f"lens=assignments&node={plan}")
    tab.click("#said")
    rows = rows_and_leads(tab)
    assert len(rows) == 17
    for task, leads in rows:
        assert leads == len({b.id for b in around.targets(task, "LED_BY")})
    tab.click("#said")
    assert len(rows_and_leads(tab)) == 11
    inside = next(task for task, _ in rows[11:])
    tab = visit(f"lens=assignments&node={inside}")
    assert inside in dict(rows_and_leads(tab))
    tab.click("#said")
    assert len(rows_and_leads(tab)) == 11


def test_lapsed_agreements_say_when_they_ended(visit, find):
    tab = visit(f"lens=cooperation&node={find('Thỏa thuận hợp tác 2014-2016', kind='Agreement')}")
    assert "2016" in tab.inner_text("#panel .facts")
    assert "hết hạn 2016" in tab.text_content("#lens")


def test_silence_is_said_to_be_silence_of_this_corpus(visit):
    tab = visit("lens=coverage")
    assert "không có nghĩa là chưa ban hành" in tab.inner_text("#lens")
    assert tab.locator("td.silent").count() > 0
    assert "+167" in tab.inner_text("table.coverage")


def test_deadlines_stand_in_a_calendar_with_what_was_seen_of_them(visit):
    tab = visit("lens=obligations")
    states = tab.evaluate("[...document.querySelectorAll('.time')].map((s) => s.classList[1])")
    assert {"not-seen", "due"} <= set(states)
    labels = tab.evaluate("[...document.querySelectorAll('.time')].map((s) => s.ariaLabel)")
    assert "quý I/2027: chưa đến hạn" in labels
    assert "15/06/2017: đã qua, chưa thấy" in labels
    heads = tab.locator("table.duties th.year").all_inner_texts()
    assert heads == sorted(heads)
    assert "2032" in heads


def test_a_time_is_said_in_words_whatever_its_form(visit):
    said = visit().evaluate(
        "['2025-Q1', '2020-2025', '2017-11-06/2017-11-15', '--08', 'yearly:Q1', 'half-yearly',"
        " 'monthly:25', 'weekly'].map(dueText)"
    )
    assert said == [
        "quý I/2025",
        "2020–2025",
        "06/11/2017 – 15/11/2017",
        "tháng 8",
        "quý I hằng năm",
        "6 tháng một lần",
        "ngày 25 hằng tháng",
        "hằng tuần",
    ]


def many_small_families() -> Graph:
    """Forty directives, each with one plan below it."""
    nodes, edges = {}, []
    for number in range(40):
        for kind, fields in (("CT", {"date": "2020-01-05"}), ("KH", {"date": "2020-03-05"})):
            key = NodeId(f"doc:{number}-{kind}")
            nodes[key] = Node(key, "Document", f"{kind} {number}", {**fields, "held": True})
        ends = (NodeId(f"doc:{number}-KH"), NodeId(f"doc:{number}-CT"))
        key = edge_id(ends[0], "IMPLEMENTS", ends[1], {})
        said = Evidence(ends[0], "a.txt", 1, 1, 0, 1, "x", "r")
        edges.append(Edge(key, ends[0], "IMPLEMENTS", ends[1], "explicit", {}, (said,)))
    return Graph(nodes, tuple(edges))


def test_many_small_families_fill_the_sheet_before_one_is_chosen(visit, tmp_path):
    page = write_page(many_small_families(), tmp_path / "page.html")
    assert len(card_ids(visit("lens=lineage", page))) == 60
