import pytest

from phahe.graph.errors import AmbiguousName, UnknownNode
from phahe.graph.model import Graph, Node, NodeId
from phahe.graph.names_index import find_node


def plan(number: str, place: str, year: str) -> Node:
    fields = {"type": "kế hoạch", "type_code": "KH", "number": number, "code": f"{number}-KH/TU"}
    key = NodeId(f"doc:{number}-KH/TU@{year}~{place}")
    return Node(key, "Document", f"Kế hoạch {number}-KH/TU", {**fields, "date": f"{year}-06-21"})


CT = {"type": "chỉ thị", "type_code": "CT", "number": "12", "code": "12-CT/TW"}
CV = {"type": "công văn", "type_code": "CV", "number": "457", "code": "457/LĐLĐ"}
LAW = {"type": "luật", "type_code": "L", "title": "Thanh niên", "date": "2020-06-16"}
NODES = (
    Node(NodeId("doc:12-CT/TW@2022"), "Document", "Chỉ thị 12-CT/TW", CT),
    Node(NodeId("doc:457/LĐLĐ@2022"), "Document", "Công văn 457/LĐLĐ", CV),
    Node(NodeId("doc:L-thanh-nien@2020"), "Document", "Luật Thanh niên", LAW),
    plan("83", "tay-ninh", "2022"),
    plan("54", "binh-phuoc", "2017"),
    plan("54", "tay-ninh", "2021"),
    Node(
        NodeId("org:ban-dan-van-tinh-uy-tay-ninh"),
        "Organization",
        "Ban Dân vận Tỉnh ủy Tây Ninh",
        {"aliases": ("BDVTU", "Ban Dân vận")},
    ),
    Node(NodeId("org:ldld-tay-ninh"), "Organization", "Liên đoàn Lao động tỉnh Tây Ninh", {}),
    Node(NodeId("place:tay-ninh"), "Place", "Tây Ninh", {}),
)
GRAPH = Graph({node.id: node for node in NODES}, ())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Chỉ thị 12", "doc:12-CT/TW@2022"),
        ("chi thi 12", "doc:12-CT/TW@2022"),
        ("CHỈ THỊ SỐ 12", "doc:12-CT/TW@2022"),
        ("12-CT/TW", "doc:12-CT/TW@2022"),
        ("12/CT-TW", "doc:12-CT/TW@2022"),
        ("012 ct tw", "doc:12-CT/TW@2022"),
        ("Chỉ thị số 12-CT/TW", "doc:12-CT/TW@2022"),
        ("KH 83", "doc:83-KH/TU@2022~tay-ninh"),
        ("83-KH/TU", "doc:83-KH/TU@2022~tay-ninh"),
        ("KH 83-KH/TU", "doc:83-KH/TU@2022~tay-ninh"),
        ("CV 457", "doc:457/LĐLĐ@2022"),
        ("457/ldld", "doc:457/LĐLĐ@2022"),
        ("luat thanh nien", "doc:L-thanh-nien@2020"),
        ("54-KH/TU Bình Phước", "doc:54-KH/TU@2017~binh-phuoc"),
        ("kế hoạch 54-KH/TU năm 2021", "doc:54-KH/TU@2021~tay-ninh"),
        ("Ban Dân vận Tỉnh ủy Tây Ninh", "org:ban-dan-van-tinh-uy-tay-ninh"),
        ("Ban Dân vận Tỉnh uỷ Tây Ninh", "org:ban-dan-van-tinh-uy-tay-ninh"),
        ("bdvtu", "org:ban-dan-van-tinh-uy-tay-ninh"),
        ("LĐLĐ tỉnh Tây Ninh", "org:ldld-tay-ninh"),
        ("tay ninh", "place:tay-ninh"),
        ("place:tay-ninh", "place:tay-ninh"),
        ("liên đoàn", "org:ldld-tay-ninh"),
    ],
)
def test_what_a_person_types_finds_the_node(typed, meant):
    assert find_node(GRAPH, typed).id == meant


@pytest.mark.parametrize(
    ("typed", "count"), [("KH", 3), ("54-KH/TU", 2), ("kế hoạch 54", 2), ("Tỉnh", 2)]
)
def test_what_means_several_things_lists_them(typed, count):
    with pytest.raises(AmbiguousName) as raised:
        find_node(GRAPH, typed)
    assert len(raised.value.candidates) == count
    assert all("[" in candidate for candidate in raised.value.candidates)


def test_an_unknown_name_suggests_the_nearest():
    with pytest.raises(UnknownNode, match="Chỉ thị 12-CT/TW"):
        find_node(GRAPH, "Chỉ thị 13-CT/TW")


@pytest.mark.parametrize(
    ("typed", "near"), [("KH 38", "83-KH/TU"), ("chi thi 21", "12-CT/TW"), ("CV 475", "457/LĐLĐ")]
)
def test_figures_in_the_wrong_order_suggest_the_right_ones(typed, near):
    with pytest.raises(UnknownNode, match=near):
        find_node(GRAPH, typed)


def test_a_number_behind_a_type_is_not_looked_for_in_titles():
    fields = {"type": "hướng dẫn", "number": "9", "title": "thực hiện Chỉ thị số 77-CT/TW"}
    guide = Node(NodeId("doc:9-HD/TU"), "Document", "Hướng dẫn 9-HD/TU", fields)
    with pytest.raises(UnknownNode):
        find_node(Graph({guide.id: guide}, ()), "chỉ thị 77")


def test_a_rank_may_be_left_out_and_the_year_may_follow_the_number():
    body = Node(NodeId("org:so-y-te"), "Organization", "Sở Y tế tỉnh Kiên Giang", {})
    part = Node(NodeId("org:phong"), "Organization", "Phòng Tổ chức Sở Y tế tỉnh Kiên Giang", {})
    fields = {"type": "nghị định", "type_code": "NĐ", "number": "91", "code": "91/2017/NĐ-CP"}
    decree = Node(NodeId("doc:91"), "Document", "Nghị định 91/2017/NĐ-CP", fields)
    title = {"type": "hướng dẫn", "title": "thực hiện Nghị định số 91/2017/NĐ-CP"}
    guide = Node(NodeId("doc:2110"), "Document", "Hướng dẫn 2110/HD-SYT", title)
    graph = Graph({node.id: node for node in (body, part, decree, guide)}, ())
    assert find_node(graph, "Sở Y tế Kiên Giang") is body
    assert find_node(graph, "NĐ 91/2017") is decree


def test_a_task_is_meant_only_where_nothing_else_is():
    text = "Quán triệt Chỉ thị 12 trong Sở Y tế"
    task = Node(NodeId("task:1"), "Task", text, {})
    body = Node(NodeId("org:1"), "Organization", "Các phòng Sở Y tế", {})
    graph = Graph({task.id: task, body.id: body}, ())
    assert find_node(graph, "y tế sở") is body
    assert find_node(graph, "quán triệt y tế") is task


@pytest.mark.parametrize("typed", ["", "  ", "???", "việc khác hẳn"])
def test_nothing_like_it_is_said(typed):
    with pytest.raises(UnknownNode):
        find_node(GRAPH, typed)


def test_only_nodes_of_the_kind_asked_for_are_meant():
    with pytest.raises(UnknownNode):
        find_node(GRAPH, "Chỉ thị 12", "Organization")
    assert find_node(GRAPH, "tây ninh", "Place").kind == "Place"
