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


@pytest.mark.parametrize("typed", ["", "  ", "???", "việc khác hẳn"])
def test_nothing_like_it_is_said(typed):
    with pytest.raises(UnknownNode):
        find_node(GRAPH, typed)


def test_only_nodes_of_the_kind_asked_for_are_meant():
    with pytest.raises(UnknownNode):
        find_node(GRAPH, "Chỉ thị 12", "Organization")
    assert find_node(GRAPH, "tây ninh", "Place").kind == "Place"
