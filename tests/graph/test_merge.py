from phahe.graph.dates_of import impossible_orders
from phahe.graph.facts import Claim, EdgeFacts, FileFacts, NodeFacts
from phahe.graph.merge import merge
from phahe.graph.vocabulary import strangers
from tests.graph.files import BINH_PHUOC, TAY_NINH, a_file, cited, document, edge, held, said


def fields(*files: FileFacts) -> dict[str, dict[str, object]]:
    return {key: dict(node.fields) for key, node in merge(files).nodes.items()}


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
