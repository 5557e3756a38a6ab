import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.graph.dates_of import impossible_orders
from phahe.graph.errors import NotANumber
from phahe.graph.facts import Claim, EdgeFacts, FileFacts, NodeFacts
from phahe.graph.localise import localise
from phahe.graph.merge import grouped, merge, merge_block
from phahe.graph.merge_documents import block_of
from phahe.graph.model import Node
from phahe.graph.vocabulary import strangers
from tests.graph.files import a_file, document, edge, said

TAY_NINH, BINH_PHUOC = "place:tay-ninh", "place:binh-phuoc"
REGISTER = Path(__file__).parents[3] / "shared/corpus/register/binhduong_vanban_chidao.csv"


def fields(*files: FileFacts) -> dict[str, dict[str, object]]:
    return {key: dict(node.fields) for key, node in merge(files).nodes.items()}


def cited(number: str, file: str, *, at: str = "#0/1", **more: str) -> FileFacts:
    return a_file(file, document(file, at, number, **more))


def held(number: str, file: str, **more: str) -> FileFacts:
    return a_file(file, document(file, "#0", number, **more))


def test_a_plan_cited_under_another_day_than_its_letterhead_is_one_plan_with_both_dates():
    files = [
        held("83-KH/TU", "plan.txt", date="2022-06-11", scope=TAY_NINH),
        cited("83-KH/TU", "one.txt", date="2022-06-21", scope=TAY_NINH),
        cited("83-KH/TU", "two.txt", date="2022-06-21", scope=TAY_NINH),
    ]
    (key, plan), *others = fields(*files).items()
    assert not others
    assert key == "doc:83-KH/TU@2022~tay-ninh"
    assert plan["date"] == "2022-06-21"
    assert plan["date_conflict"] is True
    assert plan["dates"] == ("2022-06-11 (letterhead)", "2022-06-21 (cited 2 times in 2 documents)")
    assert "only in the letterhead" in plan["date_reason"]
    assert plan["held"] is True
    assert plan["file"] == "plan.txt"


def test_one_citation_does_not_outvote_a_letterhead():
    files = [
        held("83-KH/TU", "plan.txt", date="2022-06-11", scope=TAY_NINH),
        cited("83-KH/TU", "one.txt", date="2022-06-21", scope=TAY_NINH),
    ]
    (plan,) = fields(*files).values()
    assert (plan["date"], plan["date_conflict"]) == ("2022-06-11", True)


APART = {
    "the same number in two provinces": [
        cited("54-KH/TU", "a.txt", date="2017-03-28", scope=BINH_PHUOC),
        cited("54-KH/TU", "b.txt", date="2017-03-28", scope=TAY_NINH),
    ],
    "the same number in two terms": [
        cited("18-NQ/TW", "a.txt", date="2017-10-25"),
        cited("18-NQ/TW", "b.txt", date="2022-06-16"),
    ],
    "the same number in two years": [
        cited("1201/KH-UBND", "a.txt", date="2021-03-18", scope="place:binh-duong"),
        cited("1201/KH-UBND", "b.txt", date="2022-03-18", scope="place:binh-duong"),
    ],
    "two types": [cited("12-CT/TW", "a.txt"), cited("12-KL/TW", "a.txt", at="#0/2")],
    "a year inside the number": [
        cited("30/2020/NĐ-CP", "a.txt"),
        cited("30/2021/NĐ-CP", "b.txt"),
    ],
    "one issuer, dates far apart in a year and other titles": [
        cited("5-KH/TU", "a.txt", date="2020-02-01", scope=TAY_NINH, title="phòng chống dịch bệnh"),
        cited("5-KH/TU", "b.txt", date="2020-12-01", scope=TAY_NINH, title="học tập nghị quyết"),
    ],
    "a local number of which nobody knows the issuer": [
        cited("83-KH/TU", "a.txt", scope="?"),
        cited("83-KH/TU", "b.txt", scope="?"),
    ],
    "laws of one name": [
        a_file("a.txt", document("a.txt", "#0/1", kind="L", title="thanh niên", date="2005-11-29")),
        a_file("b.txt", document("b.txt", "#0/1", kind="L", title="thanh niên", date="2020-06-16")),
    ],
    "held plans without number and date": [
        a_file("a.txt", document("a.txt", "#0", kind="KH", title="công tác dân vận")),
        a_file("b.txt", document("b.txt", "#0", kind="KH", title="công tác dân vận")),
    ],
    "bodies of two levels": [
        held("457/LĐLĐ", "a.txt", date="2022-07-11", scope="place:tay-ninh/duong-minh-chau"),
        cited("3000/LĐLĐ", "b.txt", date="2022-07-11", scope=TAY_NINH),
    ],
}


@pytest.mark.parametrize("files", APART.values(), ids=APART)
def test_stays_apart(files):
    assert len(fields(*files)) == 2


TOGETHER = {
    "other separators": [cited("12-CT/TW", "a.txt"), cited("12/CT-TW", "b.txt")],
    "zeros": [cited("04-CT/TW", "a.txt", date="2011-07-06"), cited("4-CT/TW", "b.txt")],
    "a central number, once with its date": [
        cited("12-CT/TW", "a.txt", date="2022-01-05"),
        cited("12-CT/TW", "b.txt"),
    ],
    "the year inside the number": [
        cited("30/2020/NĐ-CP", "a.txt", date="2020-03-05"),
        cited("30/2020/NĐ-CP", "b.txt"),
    ],
    "no issuer named, but the same day": [
        cited("83-KH/TU", "a.txt", date="2022-06-21", scope=TAY_NINH),
        cited("83-KH/TU", "b.txt", date="2022-06-21", scope="?"),
    ],
    "short form in the same file": [
        a_file(
            "a.txt",
            document("a.txt", "#0/1", "54-KH/TU", date="2017-03-28", scope=BINH_PHUOC),
            document("a.txt", "#0/2", "54-KH/TU", scope="?"),
        )
    ],
    "a law by name and year": [
        a_file("a.txt", document("a.txt", "#0/1", kind="L", title="thanh niên", date="2020-06-16")),
        a_file("b.txt", document("b.txt", "#0/1", kind="L", title="Thanh niên")),
    ],
    "the province that carries the name on": [
        cited("9-KH/TU", "a.txt", date="2022-01-01", scope="place:tay-ninh"),
        cited("9-KH/TU", "b.txt", date="2022-01-01", scope="place:tay-ninh-2025"),
    ],
}


@pytest.mark.parametrize("files", TOGETHER.values(), ids=TOGETHER)
def test_is_one_document(files):
    assert len(fields(*files)) == 1


def test_who_could_be_either_of_two_documents_is_neither():
    files = [
        cited("18-NQ/TW", "a.txt", date="2017-10-25"),
        cited("18-NQ/TW", "b.txt", date="2022-06-16"),
        cited("18-NQ/TW", "c.txt"),
    ]
    assert len(fields(*files)) == 3
    term = [*files[:2], cited("18-NQ/TW", "c.txt", term="XIII")]
    assert {node["date"] for node in fields(*term).values()} == {"2017-10-25", "2022-06-16"}


def test_the_date_of_the_citing_document_tells_of_two_which_is_meant():
    files = [
        cited("18-NQ/TW", "a.txt", date="2017-10-25"),
        cited("18-NQ/TW", "b.txt", date="2022-06-16"),
        a_file(
            "c.txt",
            document("c.txt", "#0", "86-KH/TU", date="2018-05-07", scope="place:quang-tri"),
            document("c.txt", "#0/1", "18-NQ/TW"),
            edge("c.txt", "#0", "IMPLEMENTS", "#0/1"),
        ),
    ]
    graph = merge(files)
    (found,) = graph.edges
    assert graph.nodes[found.target].fields["date"] == "2017-10-25"


def test_an_undated_document_lies_between_what_it_names_and_what_names_it():
    files = [
        a_file(
            "plan.txt",
            document("plan.txt", "#0", kind="KH", title="đối ngoại Đảng", scope="place:binh-duong"),
            document("plan.txt", "#0/1", "32-CT/TW", date="2019-02-18"),
            edge("plan.txt", "#0", "IMPLEMENTS", "#0/1", 7),
        ),
        a_file(
            "later.txt",
            document("later.txt", "#0", "9-BC/TU", date="2021-12-01", scope="place:binh-duong"),
            document(
                "later.txt", "#0/1", kind="KH", title="đối ngoại Đảng", scope="place:binh-duong"
            ),
            edge("later.txt", "#0", "REPORTS_ON", "#0/1"),
        ),
    ]
    plan = next(f for f in fields(*files).values() if f["type_code"] == "KH")
    assert "date" not in plan
    assert (plan["date_not_before"], plan["date_not_after"]) == ("2019-02-18", "2021-12-01")
    assert "plan.txt, line 7" in plan["date_reason"]


def test_a_document_that_cites_a_later_one_is_warned_about_and_not_corrected():
    file = a_file(
        "a.txt",
        document("a.txt", "#0", "08/KH-UBND", date="2023-01-08", scope=TAY_NINH),
        document("a.txt", "#0/1", "12-CT/TW", date="2023-12-20"),
        edge("a.txt", "#0", "IMPLEMENTS", "#0/1", 3),
    )
    graph = merge([file])
    (warning,) = impossible_orders(graph)
    assert "a.txt, line 3" in warning
    assert "2023-12-20" in warning


def test_the_letterhead_gives_the_title_and_citations_agree_on_theirs():
    cite = [
        cited("12-CT/TW", f"{n}.txt", title=t)
        for n, t in enumerate(("về A", "về A b", "về A b c d"))
    ]
    (node,) = fields(*cite).values()
    assert node["title"] == "về A b"
    (node,) = fields(*cite, held("12-CT/TW", "own.txt", title="Về A")).values()
    assert node["title"] == "Về A"


def test_an_edge_told_by_several_files_is_one_edge_with_all_sentences():
    files = []
    for name in ("a.txt", "b.txt"):
        nodes = (
            document(name, "#0/1", "83-KH/TU", date="2022-06-21", scope=TAY_NINH),
            document(name, "#0/2", "12-CT/TW", date="2022-01-05"),
        )
        files.append(a_file(name, *nodes, edge(name, "#0/1", "IMPLEMENTS", "#0/2")))
    files.append(a_file("b.txt", *files[1].nodes, edge("b.txt", "#0/1", "CITES", "#0/2")))
    (found,) = merge([*files, *files]).edges
    assert found.relation == "IMPLEMENTS"
    assert [each.file for each in found.evidence] == ["a.txt", "b.txt"]


def test_a_document_said_to_cite_itself_has_no_edge():
    file = a_file(
        "a.txt",
        document("a.txt", "#0", "83-KH/TU", date="2022-06-21", scope=TAY_NINH),
        document("a.txt", "#0/1", "83-KH/TU", date="2022-06-21", scope=TAY_NINH),
        edge("a.txt", "#0", "CITES", "#0/1"),
    )
    assert merge([file]).edges == ()


def test_partners_are_partners_both_ways():
    bodies = [NodeFacts(f"org:{x}", "Organization", (Claim("name", x, "context"),)) for x in "ab"]
    there = EdgeFacts("org:b", "COOPERATES_WITH", "org:a", "implied", (said("a.txt"),))
    back = EdgeFacts("org:a", "COOPERATES_WITH", "org:b", "explicit", (said("a.txt", line=2),))
    (found,) = merge([FileFacts("a.txt", tuple(bodies), (there, back))]).edges
    assert (found.source, found.target, found.certainty) == ("org:a", "org:b", "explicit")
    assert len(found.evidence) == 2


def test_tasks_are_called_by_the_document_that_sets_them():
    task = NodeFacts(
        "#0/task/0",
        "Task",
        tuple(
            Claim(k, v, "own", said("a.txt"))
            for k, v in {"name": "Họp", "text": "Họp", "section": "II.1"}.items()
        ),
    )
    body = NodeFacts("org:a", "Organization", (Claim("name", "A", "context"),))
    file = a_file(
        "a.txt",
        document("a.txt", "#0", "83-KH/TU", date="2022-06-21", scope=TAY_NINH),
        task,
        body,
        edge("a.txt", "#0", "SETS", "#0/task/0"),
        edge("a.txt", "#0", "ASSIGNS", "org:a", role="lead", task="#0/task/0"),
    )
    graph = merge([file])
    (key,) = [key for key in graph.nodes if key.startswith("task:")]
    assert key.startswith("task:83-KH/TU@2022~tay-ninh~II.1~")
    assert [edge.attributes.get("task") for edge in graph.edges if edge.relation == "ASSIGNS"] == [
        key
    ]
    assert all(each.document in graph.nodes for edge in graph.edges for each in edge.evidence)
    assert strangers(graph) == []


def test_names_prefer_the_form_of_running_text_and_keep_the_others():
    names = ["BAN DÂN VẬN TỈNH ỦY", "Ban Dân vận Tỉnh ủy"]
    nodes = [
        NodeFacts("org:ban", "Organization", (Claim("name", name, "context", said("a.txt")),))
        for name in names
    ]
    written = Claim("aliases", ("Ban Dân vận",), "context", said("a.txt"))
    nodes.append(NodeFacts("org:ban", "Organization", (written,)))
    (node,) = merge([FileFacts("a.txt", tuple(nodes))]).nodes.values()
    assert node.name == "Ban Dân vận Tỉnh ủy"
    assert node.fields["aliases"] == ("BAN DÂN VẬN TỈNH ỦY", "Ban Dân vận")


SOME = st.sampled_from(["83-KH/TU", "83/KH-TU", "18-NQ/TW", "83-CT/TU", "083-KH/TU", "457/LĐLĐ"])
DATES = st.sampled_from(["", "2022-06-11", "2022-06-21", "2022-12-30", "2017-10-25", "2021-12"])
SCOPES = st.sampled_from(["", "?", TAY_NINH, BINH_PHUOC])
TITLES = st.sampled_from(
    ["", "về công tác dân vận", "về đối ngoại nhân dân", "về công tác dân vận 2022"]
)


@st.composite
def corpora(draw: st.DrawFn) -> list[FileFacts]:
    files = []
    for number in range(draw(st.integers(1, 5))):
        name = f"{number}.txt"
        places = ["#0", *(f"#0/{at}" for at in range(draw(st.integers(0, 3))))]
        nodes = [
            document(name, at, draw(SOME), draw(DATES), draw(SCOPES), draw(TITLES)) for at in places
        ]
        relation = st.sampled_from(["IMPLEMENTS", "CITES"])
        edges = [edge(name, "#0", draw(relation), at) for at in places]
        files.append(a_file(name, *nodes, *edges))
    return files


@given(files=corpora(), data=st.data())
@settings(max_examples=100, deadline=None)
def test_neither_order_nor_repetition_changes_the_graph(files, data):
    shuffled = [
        FileFacts(
            file.file,
            tuple(data.draw(st.permutations(file.nodes))),
            tuple(data.draw(st.permutations(file.edges))),
        )
        for file in data.draw(st.permutations([*files, *files]))
    ]
    assert merge(shuffled) == merge(files)


@given(files=corpora())
@settings(max_examples=50, deadline=None)
def test_a_document_has_dates_of_one_year_and_one_issuer(files):
    known = {
        (file.file + node.id): (node.key.date[:4], scope_of(node))
        for file in files
        for node in file.nodes
    }
    for block in blocks(files):
        for each in merge_block(block):
            years, scopes = zip(*(known[member] for member in each.members), strict=True)
            assert len(set(years) - {""}) <= 1
            assert len(set(scopes) - {""}) <= 1


def scope_of(node: NodeFacts) -> str:
    """The issuer's place, which central letters do not need."""
    return "" if node.key.symbol.endswith("TW") else node.key.scope.strip("?")


def blocks(files: list[FileFacts]) -> Iterable[list[NodeFacts]]:
    nodes = [node for file in files for node in localise(file).nodes]
    return grouped((block_of(node), node) for node in nodes).values()


@pytest.mark.skipif(not REGISTER.exists(), reason="the register is not part of the repository")
def test_acts_of_a_register_with_equal_symbols_stay_apart_by_year():
    with REGISTER.open(encoding="utf-8", newline="") as lines:
        files = [file for at, row in enumerate(csv.DictReader(lines)) if (file := act(at, row))]
    nodes = merge(files).nodes.values()
    years = Counter((node.fields.get("code"), str(node.fields["date"])[:4]) for node in nodes)
    recurring = Counter(code for code, _ in years)
    assert len(files) > 4000
    assert sum(times > 1 for times in recurring.values()) > 400
    assert all(len({str(day)[:4] for day in dates_given(node)}) == 1 for node in nodes)


def act(at: int, row: dict[str, str]) -> FileFacts | None:
    """A row of the register as a file; None where it has no readable number."""
    date = "-".join(reversed(row["ngay_ban_hanh"].split("/")))
    scope, title = "place:binh-duong", row["trich_yeu"]
    try:
        return held(row["so_ky_hieu"].strip(), f"{at:04}", date=date, scope=scope, title=title)
    except NotANumber:
        return None


def dates_given(node: Node) -> set[str]:
    return {str(claim.value) for claim in node.claims if claim.field == "date"}


def test_a_merged_province_leads_to_the_one_it_became():
    what = {"name": "Bình Phước", "country": "VN"}
    claims = tuple(Claim(name, value, "context", said("a.txt")) for name, value in what.items())
    graph = merge([FileFacts("a.txt", (NodeFacts(BINH_PHUOC, "Place", claims),))])
    (found,) = graph.edges
    assert (found.source, found.relation) == (BINH_PHUOC, "SUCCEEDED_BY")
    assert graph.nodes[found.target].name.startswith("Đồng Nai")
    assert found.attributes["date"] == "2025-07-01"
    assert found.evidence[0].file == "a.txt"


def test_bounds_pass_on_between_undated_documents():
    chain = [document("a.txt", f"#0/{at}", kind="KH", title=f"việc {at}") for at in range(3)]
    file = a_file(
        "a.txt",
        *chain,
        document("a.txt", "#0/9", "12-CT/TW", date="2022-01-05"),
        *(edge("a.txt", f"#0/{at}", "IMPLEMENTS", f"#0/{at + 1}") for at in range(2)),
        edge("a.txt", "#0/2", "IMPLEMENTS", "#0/9"),
        edge("a.txt", "#0/2", "CITES", "#0/0"),
    )
    plans = [node for node in fields(file).values() if node["type_code"] == "KH"]
    assert [plan["date_not_before"] for plan in plans] == ["2022-01-05"] * 3


def test_a_cited_document_has_the_level_of_its_issuer():
    body = Claim("name", "Tỉnh ủy", "context"), Claim("level", "province", "context")
    file = a_file(
        "a.txt",
        document("a.txt", "#0/1", "83-KH/TU", date="2022-06-21", scope=TAY_NINH),
        document("a.txt", "#0/2", "12-CT/TW"),
        NodeFacts("org:tinh-uy", "Organization", body),
        edge("a.txt", "#0/1", "ISSUED_BY", "org:tinh-uy"),
    )
    graph = merge([file])
    levels = {n.fields["code"]: n.fields["level"] for n in graph.nodes.values() if n.kind[0] == "D"}
    assert levels == {"83-KH/TU": "province", "12-CT/TW": "central"}
