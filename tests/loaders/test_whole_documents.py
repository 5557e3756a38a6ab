"""Short documents of many bodies, read whole: who issued them, what they say of other documents."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from phahe.graph.merge import merge
from phahe.graph.model import Graph
from phahe.loaders.mention_lines import mention_lines
from phahe.loaders.read import read_document_file
from phahe.loaders.text import Text

_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
_BASIS = "Thực hiện Chỉ thị số 91-CT/TW, ngày 05/01/2022 của Ban Bí thư"


def graph_of(text: str) -> Graph:
    """The graph of one file."""
    return merge([read_document_file(Text("a.txt", text))])


def said(text: str) -> set[str]:
    """Relations between documents, and who issued the document: "SELF AMENDS 12/QĐ-UBND"."""
    graph = graph_of(text)
    nodes = graph.nodes.values()
    names = {node.id: _name({**node.fields, "name": node.name}) for node in nodes}
    return {f"{names[edge.source]} {edge.relation} {names[edge.target]}" for edge in graph.edges}


def _name(fields: Mapping[str, object]) -> str:
    if fields.get("held"):
        return "SELF"
    return str(fields.get("code") or fields.get("name") or fields.get("title") or "")


def party(head: str, body: str, end: str = "") -> str:
    """A document of the Party."""
    return f"{head}\nĐẢNG CỘNG SẢN VIỆT NAM\nLộc Hà, ngày 17 tháng 5 năm 2023\n\n{body}\n\n{end}"


def state(head: str, body: str) -> str:
    """A document of the state or of an association."""
    return f"{head}\n{_STATE}Hà Nội, ngày 20 tháng 5 năm 2019\n\n{body}\n"


ISSUERS = [
    ("TỈNH ỦY BẾN TRE BAN DÂN VẬN\n*\nSố 5-HD/BDVTU", "Ban Dân vận Tỉnh ủy Bến Tre"),
    ("LĐLĐ TỈNH BẮC GIANG\nLĐLĐ HUYỆN LỤC NAM\nSố: 5/HD-LĐLĐ", "Liên đoàn Lao động huyện Lục Nam"),
    (
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nCÔNG ĐOÀN Y TẾ VIỆT NAM\nSố: 5/HD-CĐYT",
        "Công đoàn Y tế Việt Nam",
    ),
    (
        "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH BẾN TRE\n*\nSố 5-HD/ĐUK",
        "Đảng ủy Khối các cơ quan tỉnh Bến Tre",
    ),
]


@pytest.mark.parametrize(("head", "issuer"), ISSUERS)
def test_the_issuer_is_the_lower_body_of_the_letterhead(head: str, issuer: str) -> None:
    text = state(head, f"HƯỚNG DẪN\nvề công tác năm\n\n{_BASIS}, hướng dẫn như sau:\n1. Nội dung.")
    assert f"SELF ISSUED_BY {issuer}" in said(text)


@pytest.mark.parametrize("head", ["BAN CHẤP HÀNH TỈNH BẾN TRE", "BCH TỈNH BẾN TRE"])
def test_below_its_title_the_youth_union_of_a_province_issues(head: str) -> None:
    text = (
        f"{head}\n***\nSố: 5-KH/TĐTN\nĐOÀN TNCS HỒ CHÍ MINH\n\nBến Tre, ngày 3 tháng 3 năm 2023\n\n"
        f"KẾ HOẠCH\nTổ chức Tháng Thanh niên\n\n{_BASIS}, xây dựng kế hoạch như sau:\n1. Nội dung."
    )
    assert "SELF ISSUED_BY Tỉnh đoàn Bến Tre" in said(text)


def test_the_right_column_does_not_run_into_the_subject_of_a_letter() -> None:
    head = "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH BẾN TRE\n*\nSố 45-CV/ĐUK\nV/v triển khai thực hiện\n"
    text = party(
        head + "Quy định số 7-QĐ/TW của Ban Chấp hành Trung ương",
        'Kính gửi: Các đảng bộ\n\nThực hiện Công văn số 5-CV/TU ngày 24/4/2023 "về việc triển khai '
        'Quy định số 7-QĐ/TW của Ban Chấp hành Trung ương"; Ban Thường vụ yêu cầu:\n1. Quán triệt '
        "Quy định số 7-QĐ/TW (thay thế Quy định số 4-QĐ/TW).\n(Gửi kèm Quy định số 7-QĐ/TW)",
    )
    found = said(text)
    assert {
        "SELF IMPLEMENTS 7-QĐ/TW",
        "SELF IMPLEMENTS 5-CV/TU",
        "SELF ENCLOSES 7-QĐ/TW",
        "5-CV/TU IMPLEMENTS 7-QĐ/TW",
        "7-QĐ/TW REPLACES 4-QĐ/TW",
    } <= found


def test_a_date_is_not_shared_with_a_number_of_another_issuer() -> None:
    text = "quán triệt Nghị quyết số 12-NQ/HU và Nghị quyết số 11-NQ/TU, ngày 27/8/2021 của Tỉnh ủy"
    dates = {line["code"]: line.get("date") for line in mention_lines(Text("a.txt", text))}
    assert dates == {"12-NQ/HU": None, "11-NQ/TU": "2021-08-27"}


def test_a_consolidated_text_consolidates_what_its_head_names() -> None:
    text = state(
        "BỘ NỘI VỤ\nSố: 7/VBHN-BNV",
        "THÔNG TƯ\nQuy định về lưu trữ\n\nThông tư số 30/2014/TT-BNV ngày 27 tháng 12 năm 2014 quy "
        "định về lưu trữ, được sửa đổi, bổ sung bởi:\nThông tư số 23/2016/TT-BNV ngày 31 tháng 12 "
        "năm 2016, có hiệu lực kể từ ngày 14 tháng 02 năm 2017.\n\nĐiều 1. Phạm vi\nNội dung.",
    )
    assert {
        "SELF CONSOLIDATES 30/2014/TT-BNV",
        "SELF CONSOLIDATES 23/2016/TT-BNV",
        "23/2016/TT-BNV AMENDS 30/2014/TT-BNV",
    } <= said(text)


def test_a_law_that_is_passed_amends_the_laws_it_numbers() -> None:
    text = (
        f"QUỐC HỘI\n{_STATE}Luật số: 35/2018/QH14\n\nLUẬT\nSỬA ĐỔI MỘT SỐ LUẬT\n\nCăn cứ Hiến pháp "
        "nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành Luật sửa đổi, bổ sung một số "
        "điều của Luật Giao thông đường bộ số 23/2008/QH12 và Luật Đường sắt số 06/2017/QH14.\n\n"
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Đường sắt số 06/2017/QH14\nNội dung.\n"
    )
    found = said(text)
    assert {"SELF AMENDS 23/2008/QH12", "SELF AMENDS 06/2017/QH14"} <= found
    assert not [edge for edge in found if edge.startswith(("23/2008", "06/2017"))]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Trường hợp khác với Nghị định số 2/2023/NĐ-CP và các Nghị định sửa đổi, bổ sung Nghị "
         "định số 2/2023/NĐ-CP thì thực hiện theo Nghị quyết này.", "AMENDS"),
        ("Mức quy định tại Điều này được áp dụng theo văn bản thay thế Nghị định số "
         "2/2004/NĐ-CP.", "REPLACES"),
        ("Tiếp tục áp dụng đến khi bị thay thế, hủy bỏ Nghị định số 2/2004/NĐ-CP.", "REPEALS"),
        ("Giấy cấp theo Nghị định số 2/2004/NĐ-CP trước ngày Quyết định này có hiệu lực được tiếp "
         "tục áp dụng đến khi bị thu hồi hoặc hết hiệu lực.", "REPEALS"),
        ("Quyết định này sửa đổi khoản 2 đã bổ sung tại Nghị định số 2/2004/NĐ-CP.", "AMENDS"),
    ],
)  # fmt: skip
def test_what_others_change_this_document_does_not(sentence: str, wrong: str) -> None:
    text = state(
        "BỘ NỘI VỤ\nSố: 7/QĐ-BNV", f"QUYẾT ĐỊNH\nVề lưu trữ\n\nĐiều 1. Áp dụng\n{sentence}"
    )
    assert not [edge for edge in said(text) if edge.startswith(f"SELF {wrong}")]


def test_a_short_name_given_in_brackets_means_the_document_before_it() -> None:
    text = state(
        "HỘI LHPN TỈNH BẾN TRE\nSố: 7/KH-BTV",
        "KẾ HOẠCH\nVề khởi nghiệp\n\nThực hiện Quyết định số 939/QĐ-TTg ngày 30/6/2017 phê duyệt "
        "Đề án “Hỗ trợ phụ nữ” (sau đây gọi tắt là Đề án 939), Kế hoạch số 28/KH-ĐCT "
        "về triển khai Đề án 939, xây dựng kế hoạch như sau:\n1. Nội dung.",
    )
    found = said(text)
    assert {"28/KH-ĐCT IMPLEMENTS Đề án số 939", "SELF IMPLEMENTS Đề án số 939"} <= found
    assert not [edge for edge in found if "Hỗ trợ" in edge]


RECIPIENTS = [
    ("TT ĐU, HĐND xã", {"Thường trực Đảng ủy xã Bình Minh", "Hội đồng nhân dân xã Bình Minh"}),
    ("VP HĐND-UBND xã", {"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Bình Minh"}),
    ("Các ban, ngành thuộc UBND xã", {"Các ban, ngành xã Bình Minh"}),
]


@pytest.mark.parametrize(("item", "bodies"), RECIPIENTS)
def test_recipients_are_read_as_offices_write_them(item: str, bodies: set[str]) -> None:
    text = state(
        "UBND XÃ BÌNH MINH\nSố: 7/KH-UBND",
        f"KẾ HOẠCH\nVề công tác\n\n{_BASIS}, UBND xã xây dựng kế hoạch:\n1. Nội dung.\n\n"
        f"Nơi nhận:\n- {item};\n- Lưu: VT.\n\nCHỦ TỊCH\n\n\nNguyễn Văn Bảy",
    )
    copied = {edge.partition(" COPIED_TO ")[2] for edge in said(text) if "COPIED_TO" in edge}
    assert bodies == {name for name in copied if not name.startswith("Văn thư")}


def test_two_signers_below_each_other_and_a_rank_before_a_name() -> None:
    text = state(
        "BỘ NỘI VỤ\nSố: 7/QĐ-BNV",
        "QUYẾT ĐỊNH\nVề lưu trữ\n\nĐiều 1. Nội dung.\n\nKT. BỘ TRƯỞNG BỘ CÔNG AN\nTHỨ TRƯỞNG\n"
        "Trung tướng Lê Thế An\nKT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\nĐỗ Hoàng Sơn\n",
    )
    found = said(text)
    assert {"SELF SIGNED_BY Lê Thế An", "SELF SIGNED_BY Đỗ Hoàng Sơn"} <= found


def test_a_sentence_on_validity_is_no_task_and_a_body_may_head_its_duties() -> None:
    text = state(
        "UBND XÃ BÌNH MINH\nSố: 7/KH-UBND",
        f"KẾ HOẠCH\nVề phòng, chống lụt bão\n\n{_BASIS}, UBND xã ban hành Kế hoạch như sau:\n\n"
        "I. NHIỆM VỤ\n1. Phòng Kinh tế\n- Chủ trì, phối hợp với Công an xã kiểm tra.\n"
        "2. Phòng Văn hóa - Xã hội: tuyên truyền trên hệ thống truyền thanh.\n"
        "3. Kế hoạch này thay thế Kế hoạch số 2/KH-UBND ngày 15/7/2018 của UBND xã.\n",
    )
    found = said(text)
    assert {
        "SELF ASSIGNS Phòng Kinh tế Ủy ban nhân dân xã Bình Minh",
        "SELF ASSIGNS Công an xã Bình Minh",
        "SELF REPLACES 2/KH-UBND",
    } <= found
    tasks = [edge for edge in found if edge.startswith("SELF SETS")]
    assert not [task for task in tasks if "thay thế" in task]


def test_headed_asides_behind_a_body_are_no_part_of_its_name() -> None:
    text = party(
        "TỈNH ỦY BẾN TRE\nHUYỆN ỦY BA TRI\n*\nSố 5-KH/HU",
        f"KẾ HOẠCH\nvề công tác năm\n\n{_BASIS}, Ban Thường vụ Huyện ủy xây dựng kế hoạch:\n\n"
        "I- TỔ CHỨC THỰC HIỆN\n1. Các chi, đảng bộ trực thuộc xây dựng kế hoạch, báo cáo Ban "
        "Thường vụ Huyện ủy (qua Ban Tổ chức Huyện ủy) trước ngày 31/01/2024.",
    )
    reports = [edge for edge in said(text) if " REPORTS_TO " in edge]
    assert [edge.partition(" REPORTS_TO ")[2] for edge in reports] == [
        "Ban Thường vụ Huyện ủy Ba Tri"
    ]


def test_a_joint_letterhead_has_several_issuers_named_as_their_fields_are() -> None:
    text = state(
        "BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG - BỘ CÔNG AN\nSố: 7/2008/TTLT-BTNMT-BCA",
        "THÔNG TƯ LIÊN TỊCH\nVề kinh phí\n\nĐiều 1. Nội dung.",
    )
    issuers = {edge for edge in said(text) if edge.startswith("SELF ISSUED_BY")}
    assert issuers == {
        "SELF ISSUED_BY Bộ Tài nguyên và Môi trường",
        "SELF ISSUED_BY Bộ Công an",
    }


def test_a_blank_line_within_a_title_ends_no_clause() -> None:
    text = state(
        "CHÍNH PHỦ\nSố: 30/2026/NĐ-CP",
        "NGHỊ ĐỊNH\n\nQuy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn\n\n"
        "thi hành Luật Đo lường số 4/2011/QH13\n\nCăn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;",
    )
    assert "SELF DETAILS 4/2011/QH13" in said(text)


def test_what_is_done_by_a_decision_ends_and_not_the_decision() -> None:
    text = state(
        "BỘ NỘI VỤ\nSố: 7/QĐ-BNV",
        "QUYẾT ĐỊNH\nVề lưu trữ\n\nĐiều 1. Hiệu lực\nBáo cáo theo quy định tại Quyết định số "
        "5/QĐ-BNV hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
    )
    assert "SELF REPEALS 5/QĐ-BNV" not in said(text)
