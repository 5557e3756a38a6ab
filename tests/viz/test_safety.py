"""Text of documents is data: whatever it holds, nothing of it runs and nothing is fetched."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from phahe.graph.model import Claim, Edge, Evidence, Graph, Node, NodeId
from phahe.viz.page import packed, write_page

EVIL = (
    '</script><script>window.__x=1</script><img src=x onerror="window.__x=2">'
    "<svg/onload='window.__x=3'><a href=\"javascript:window.__x=4\">href</a>"
    "{{7*7}} ${window.__x=5} \u2028\u2029 --><!-- & \" ' ` </title></style> Kế hoạch"
)
NOW = datetime(2026, 1, 15, tzinfo=UTC)


def evil_node(name: str, kind: str, **fields: object) -> Node:
    texts = ("type", "title", "code", "number", "symbol", "text", "subject", "section", "time")
    hostile = {each: EVIL for each in texts} | {"aliases": (EVIL,), "due": (EVIL, "2022-07")}
    evidence = Evidence("doc:1" + EVIL, EVIL, 1, 1, 0, 9, EVIL, EVIL)
    claims = (Claim("date", EVIL, "own", evidence), Claim("title", EVIL, "cited", evidence))
    return Node(NodeId(name + EVIL), kind, EVIL, hostile | fields, claims)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def evil_page(tmp_path_factory):
    nodes = [
        evil_node("agreement:1", "Agreement", period="2014-2016"),
        evil_node("doc:1", "Document", date="2022-01-01", date_conflict=True, held=True, file=EVIL),
        evil_node("doc:2", "Document", level=EVIL, date=EVIL, period=EVIL),
        evil_node("org:1", "Organization", branch="party", level="province"),
        evil_node("org:2", "Organization", branch="foreign", level="foreign"),
        evil_node("person:1", "Person", position=EVIL),
        evil_node("place:1", "Place", country="KH", place_kind="province"),
        evil_node("place:2", "Place", country="VN", place_kind="province"),
        evil_node("task:1", "Task"),
    ]
    said = (Evidence("doc:1" + EVIL, EVIL, 1, 1, 0, 9, EVIL, EVIL),)
    ends = [
        ("doc:2", "IMPLEMENTS", "doc:1"),
        ("doc:1", "ISSUED_BY", "org:1"),
        ("doc:1", "SETS", "task:1"),
        ("doc:1", "CITES", "agreement:1"),
        ("doc:1", "SIGNED_BY", "person:1"),
        ("doc:1", "ADDRESSED_TO", "org:1"),
        ("task:1", "LED_BY", "org:1"),
        ("org:1", "PARTY_TO", "agreement:1"),
        ("org:2", "PARTY_TO", "agreement:1"),
        ("org:1", "LOCATED_IN", "place:2"),
        ("org:2", "LOCATED_IN", "place:1"),
        ("org:1", EVIL, "org:2"),
    ]
    attributes = {"role": EVIL, "task": EVIL, "due": (EVIL,), "purpose": EVIL, "cue": EVIL}
    edges = [
        Edge(
            f"e{at}{EVIL}",
            NodeId(a + EVIL),
            relation,
            NodeId(b + EVIL),
            "explicit",
            attributes,
            said,
        )
        for at, (a, relation, b) in enumerate(ends)
    ]
    graph = Graph({node.id: node for node in nodes}, tuple(edges))
    place = tmp_path_factory.mktemp("evil") / "evil.html"
    return write_page(graph, place, title=EVIL, now=NOW)


@pytest.mark.parametrize(
    "lens",
    ["lineage", "tree", "assignments", "cooperation", "coverage", "obligations", "map", "overview"],
)
def test_hostile_text_is_shown_and_never_run(visit, evil_page, lens):
    tab = visit(f"lens={lens}", evil_page)
    for kind in ("Document", "Organization", "Task", "Agreement", "Place", "Person"):
        tab.evaluate(f"select(Nodes.find((node) => node.kind === '{kind}'))")
        assert "<img src=x onerror=" in tab.inner_text("#panel h2")
    tab.evaluate("selectEdge(Edges[0])")
    assert "</script>" in tab.inner_text("#panel blockquote")
    tab.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    tab.mouse.move(400, 300)
    tab.mouse.move(500, 400, steps=4)
    tab.fill("#search", "script")
    assert "<script>" in tab.inner_text("#found")
    tab.evaluate(
        "go({ table: '1', node: '', edge: '' }); toggleFilters(); addStep(); pictureText()"
    )
    if lens == "map":
        tab.evaluate("go({ table: '' })")
        tab.wait_for_function("() => document.getElementById('lens').dataset.map === 'ready'")
    assert flat(tab.title()) == flat(EVIL)
    assert tab.evaluate("window.__x") is None


def flat(text: str) -> str:
    return " ".join(text.replace("\u2028", " ").replace("\u2029", " ").split())


def test_an_injected_script_is_blocked(visit):
    tab = visit()
    ran = tab.evaluate(
        """() => new Promise((answer) => {
        const holder = document.createElement('div');
        document.body.append(holder);
        holder.innerHTML = '<img src="data:," onerror="window.__y=1">';
        const script = document.createElement('script');
        script.textContent = 'window.__y = 2';
        document.body.append(script);
        setTimeout(() => answer(window.__y || 'blocked'), 300);
    })"""
    )
    assert ran == "blocked"
    visit.troubles.clear()


@pytest.mark.parametrize("damage", ["changed", "cut off"])
def test_a_page_that_was_tampered_with_does_not_run_and_says_so(
    visit, sample_page, tmp_path, damage
):
    text = sample_page.read_text("utf-8")
    found = re.search(r'id="code">([^<]*)<', text)
    assert found
    evil = packed("window.__y = 1") if damage == "changed" else found[1][:-2000]
    (tmp_path / "evil.html").write_text(text.replace(found[1], evil), "utf-8")
    tab = visit("", tmp_path / "evil.html", wait=False)
    tab.wait_for_function("() => !document.getElementById('empty').hidden")
    assert "tệp bị hỏng" in tab.inner_text("#empty")
    assert tab.evaluate("window.__y") is None
    visit.troubles.clear()
    tab.goto("about:blank")


@pytest.mark.parametrize(
    "address",
    [
        "lens=evil&node=<img src=x onerror=alert(1)>&language=xx&from=abc&to=20222",
        "node=doc:nothing&edge=a~~b~~c&chain=1&table=yes&kinds=Nothing&depth=99",
        "story=%%%&step=-1&held=maybe&sector=toString&level=constructor&type=__proto__",
        "story=W1sxXV0&by=place&place=org:x&relation=hasOwnProperty",
    ],
)
def test_an_address_that_means_nothing_is_ignored(visit, address):
    tab = visit(address)
    state = tab.evaluate("Object.entries(State).filter(([, value]) => value).map(([key]) => key)")
    assert set(state) == {"lens", "language"}


def test_the_page_asks_nothing_of_a_network_that_hangs(chromium, sample_page):
    """Requests are neither answered nor refused: a page that needs one never gets ready."""
    tab = chromium.new_page()
    asked = []
    tab.route("http*://**/*", lambda route: asked.append(route.request.url))
    tab.goto(f"file://{sample_page}")
    tab.wait_for_function("() => document.documentElement.dataset.started", timeout=5000)
    tab.evaluate("go({ lens: 'map' })")
    tab.wait_for_function("() => document.getElementById('lens').dataset.map === 'ready'")
    assert asked == []
    tab.close()
