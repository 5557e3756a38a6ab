"""What the documents of the Party and of mass organisations do to others."""

from __future__ import annotations

import pytest

from phahe.graph.merge import merge
from phahe.loaders.read import read_document_file
from phahe.loaders.text import Text


def lineage(text: str) -> set[tuple[str, str, str]]:
    """Edges between documents, by their codes or names, the held document as "-"."""
    graph = merge([read_document_file(Text("a.txt", text))])
    names = {
        node.id: "-" if node.fields.get("held") else str(node.fields.get("code") or node.name)
        for node in graph.nodes.values()
        if node.kind == "Document"
    }
    return {
        (names[edge.source], edge.relation, names[edge.target])
        for edge in graph.edges
        if edge.source in names and edge.target in names
    }


def test_behind_a_semicolon_a_list_is_not_in_the_title_before() -> None:
    text = (
        "BÁO CÁO\nTình hình năm\n\nHội đã ban hành Kế hoạch số 18/KH-BTV về triển khai thực hiện "
        "Quyết định 217-QĐ/TW, Quyết định 218-QĐ/TW; Hướng dẫn số 05/HD-BTV ngày 12/5/2014.\n"
    )
    assert ("18/KH-BTV", "IMPLEMENTS", "218-QĐ/TW") in lineage(text)
    assert not {edge for edge in lineage(text) if edge[:2] == ("18/KH-BTV", "IMPLEMENTS")} & {
        ("18/KH-BTV", "IMPLEMENTS", "05/HD-BTV")
    }


def test_a_guideline_guides_what_it_says_how_to_carry_out() -> None:
    text = (
        "HƯỚNG DẪN\nthực hiện Quy định số 7-QĐ/TW\n\nCăn cứ Quy định số 7-QĐ/TW về kỷ luật;\n"
        "Ủy ban Kiểm tra hướng dẫn thực hiện một số điều trong Quy định số 7-QĐ/TW như sau:\n"
    )
    assert lineage(text) == {("-", "GUIDES", "7-QĐ/TW"), ("-", "BASED_ON", "7-QĐ/TW")}


def test_rules_another_document_brought_are_not_those_in_hand() -> None:
    text = (
        "QUY CHẾ\nphối hợp giữa UBND xã và MTTQ xã\n\nCăn cứ Nghị quyết số 19-NQ/TW về việc ban "
        "hành Quy chế phối hợp của Chính phủ và Mặt trận;\nhai bên thống nhất ban hành Quy chế "
        "phối hợp như sau:\n"
    )
    assert ("19-NQ/TW", "ENCLOSES", "-") not in lineage(text)


def test_a_guideline_for_statutes_is_a_document_beside_them() -> None:
    text = (
        "QUY ĐỊNH\nvề cán bộ\n\nCăn cứ Điều lệ Hội Nông dân Việt Nam; Hướng dẫn thực hiện Điều lệ "
        "Hội;\nBan Thường vụ quy định như sau:\n"
    )
    assert lineage(text) == {
        ("-", "BASED_ON", "Điều lệ Hội Nông dân Việt Nam"),
        ("-", "BASED_ON", "Hướng dẫn thực hiện Điều lệ Hội"),
        ("Hướng dẫn thực hiện Điều lệ Hội", "GUIDES", "Điều lệ Hội Nông dân Việt Nam"),
    }


def test_what_a_title_replaces_in_brackets_the_document_itself_replaces() -> None:
    text = (
        "HƯỚNG DẪN\nthực hiện Nghị quyết số 42-NQ/TW về quy hoạch cán bộ\n"
        "(thay cho Hướng dẫn số 47-HD/BTCTW ngày 24/5/2005)\n\n"
    )
    assert lineage(text) == {("-", "GUIDES", "42-NQ/TW"), ("-", "REPLACES", "47-HD/BTCTW")}


def test_grounds_may_open_behind_and() -> None:
    text = (
        "HƯỚNG DẪN\nvề đại hội\n\nThực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị; sau khi xin "
        "ý kiến và trên cơ sở Kết luận của Bộ Chính trị (số 60-KL/TW), Ban hướng dẫn như sau:\n"
    )
    assert lineage(text) == {("-", "IMPLEMENTS", "35-CT/TW"), ("-", "BASED_ON", "60-KL/TW")}


def test_the_number_completes_a_letterhead_that_has_only_the_organ() -> None:
    text = (
        "BAN TỔ CHỨC\n*\nSố 26-HD/BTCTW\nHà Nội, ngày 18 tháng 10 năm 2019\n\nHƯỚNG DẪN\n"
        "về đại hội\n\nThực hiện nhiệm vụ được giao.\n"
    )
    graph = merge([read_document_file(Text("a.txt", text))])
    issuers = [
        graph.nodes[edge.target].name for edge in graph.edges if edge.relation == "ISSUED_BY"
    ]
    assert issuers == ["Ban Tổ chức Trung ương"]


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        (
            "QUY ĐỊNH\nvề cán bộ\n\nCăn cứ Điều lệ Đảng và các quy định, hướng dẫn thi hành Điều "
            "lệ Đảng;\nBan Thường vụ quy định như sau:\n",
            {("-", "BASED_ON", "Điều lệ Đảng")},
        ),
        (
            "KẾ HOẠCH\nthi đua\n\nThực hiện Chương trình số 02/CTr-TLĐ về thực hiện Nghị quyết Đại "
            "hội XIII Công đoàn Việt Nam; Nghị quyết Đại hội XVII Công đoàn tỉnh, Ban Thường vụ "
            "lập kế hoạch như sau:\n",
            {
                ("-", "IMPLEMENTS", "02/CTr-TLĐ"),
                ("-", "IMPLEMENTS", "Nghị quyết Đại hội XVII Công đoàn tỉnh"),
                ("02/CTr-TLĐ", "IMPLEMENTS", "Nghị quyết Đại hội XIII Công đoàn Việt Nam"),
                ("-", "CITES", "Nghị quyết Đại hội XIII Công đoàn Việt Nam"),
            },
        ),
        (
            "KẾ HOẠCH\ngiám sát\n\nCăn cứ Quy định số 22-QĐ/TW; Chương trình kiểm tra, giám sát "
            "năm 2023 của Đảng ủy (Chương trình số 03-CTr/ĐU ngày 10/01/2023), Ủy ban Kiểm tra lập "
            "kế hoạch như sau:\n",
            {("-", "BASED_ON", "22-QĐ/TW"), ("-", "BASED_ON", "03-CTr/ĐU")},
        ),
        (
            "CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiên Nghị quyết sô 33-NQ/TW vê biên giới quôc gia\n"
            "Thực hiên Nghị quyết sô 33-NQ/TW, Nghị quyêt sô 117-NQ/ĐU, Đảng ủy xây dựng chương "
            "trình hành động như sau:\n",
            {("-", "IMPLEMENTS", "33-NQ/TW"), ("-", "IMPLEMENTS", "117-NQ/ĐU")},
        ),
    ],
)
def test_what_a_party_document_does_to_others(text: str, edges: set[tuple[str, str, str]]) -> None:
    assert lineage(text) == edges


def test_a_list_of_grounds_goes_on_over_lines() -> None:
    text = (
        "CHƯƠNG TRÌNH\nPHỐI HỢP HOẠT ĐỘNG GIỮA HAI NGÀNH\nCăn cứ Luật Thanh niên ngày 5/6/2020;\n"
        "Quyết định số 57/QĐ-TTg ngày 4/3/2021 của Thủ tướng Chính phủ;\nNghị quyết Đại hội Đoàn "
        "toàn quốc nhiệm kỳ 2012\n– 2017; hai ngành ban hành chương trình, cụ thể như sau:\n"
    )
    assert lineage(text) == {
        ("-", "BASED_ON", "Luật Thanh niên"),
        ("-", "BASED_ON", "57/QĐ-TTg"),
        ("-", "BASED_ON", "Nghị quyết Đại hội Đoàn toàn quốc nhiệm kỳ 2012 – 2017"),
    }


def test_a_title_in_capitals_says_which_statutes_are_guided() -> None:
    text = (
        "Số: 38/HD-TLĐ\nHà Nội, ngày 4 tháng 3 năm 2014\n\nHƯỚNG DẪN\n\n"
        "THI HÀNH ĐIỀU LỆ CÔNG ĐOÀN VIỆT NAM\n\nĐại hội đã thông qua Điều lệ Công đoàn Việt Nam. "
        "Đoàn Chủ tịch hướng dẫn như sau:\n"
    )
    assert lineage(text) == {("-", "GUIDES", "Điều lệ Công đoàn Việt Nam")}


def test_what_is_now_promulgated_is_the_document_itself() -> None:
    text = (
        "BỘ\nCHÍNH TRỊ\n-----\nSố: 21-QĐ/TW\nHà Nội, ngày 1 tháng 4 năm 2009\nQUY ĐỊNH\n"
        "VỀ QUAN HỆ VỚI ĐỒNG CHÍ BÍ THƯ,\nCHỦ TỊCH NƯỚC VÀ CÁC BAN.\n- Căn cứ Điều lệ Đảng;\n"
        "Nay ban hành “Quy định về quan hệ đối với đồng chí Bí thư, Chủ tịch nước và các ban''.\n"
    )
    assert lineage(text) == {("-", "BASED_ON", "Điều lệ Đảng")}
    graph = merge([read_document_file(Text("a.txt", text))])
    (own,) = (node for node in graph.nodes.values() if node.fields.get("held"))
    assert str(own.fields["title"]).endswith("CHỦ TỊCH NƯỚC VÀ CÁC BAN.")
    assert "Bộ Chính trị" in {
        graph.nodes[edge.target].name for edge in graph.edges if edge.relation == "ISSUED_BY"
    }


def test_a_quotation_that_never_closes_ends_like_any_title() -> None:
    text = (
        "HƯỚNG DẪN\nvề công tác giám sát\n\nCăn cứ Nghị quyết số 72-NQ/TW, ngày 16-1-2012 của Ban "
        'Chấp hành "Vấn đề về xây dựng Đảng (gọi tắt là Nghị quyết Trung ương 4); Chỉ thị số '
        "75-CT/TW và Kế hoạch số 78-KH/TW của Bộ Chính trị về việc thực hiện Nghị quyết Trung ương "
        "4, Ủy ban Kiểm tra hướngdẫn giám sát như sau:\n"
    )
    assert lineage(text) == {
        ("-", "BASED_ON", "72-NQ/TW"),
        ("-", "BASED_ON", "75-CT/TW"),
        ("-", "BASED_ON", "78-KH/TW"),
        ("78-KH/TW", "IMPLEMENTS", "72-NQ/TW"),
    }


def test_the_programme_of_a_term_and_the_plan_of_a_school_year_are_carried_out() -> None:
    text = (
        "Kính gửi: Công đoàn.\n\nThực hiện Chương trình công tác nhiệm kỳ XI (2012-2017) "
        "và Kế hoạch hoạt động Công đoàn năm học 2016 -2017; Ban Thường vụ đề nghị triển khai.\n"
    )
    assert lineage(text) == {
        ("-", "IMPLEMENTS", "Chương trình công tác nhiệm kỳ XI (2012-2017)"),
        ("-", "IMPLEMENTS", "Kế hoạch hoạt động Công đoàn năm học 2016 -2017"),
    }


def test_what_opens_a_paragraph_does_not_reach_over_sentences() -> None:
    text = (
        "Thực hiện Chỉ thị số 85-CT/TW của Bộ Chính trị về đại hội, Ban Tổ chức ban hành "
        "Hướng dẫn số 86-HD/BTCTW. Cấp ủy quán triệt Chỉ thị 85; Hướng dẫn này và nội dung khác."
    )
    assert ("-", "IMPLEMENTS", "85-CT/TW") in lineage(text)
    assert ("-", "IMPLEMENTS", "86-HD/BTCTW") not in lineage(text)


def test_what_a_body_issues_on_such_grounds_is_no_ground() -> None:
    text = (
        "Trên cơ sở tham mưu, ngày 30/7/2021, Ban Chấp hành Trung ương Đảng khóa XIII "
        "đã ban hành Quyết định số 94-QĐ/TW về thi hành Điều lệ.\n"
    )
    assert lineage(text) == {("-", "CITES", "94-QĐ/TW")}


def test_a_title_names_the_document_itself_wherever_it_is_promulgated() -> None:
    text = (
        "Số 99-QC/TW\nHà Nội, ngày 05 tháng 01 năm 2026\n\nQUY CHẾ\n\nQuản lý thông tin trên Cổng "
        "thông tin\n____\n\n- Căn cứ Điều lệ Đảng;\n\nBan Bí thư ban hành Quy chế quản lý thông "
        "tin trên Cổng thông tin\n"
    )
    assert lineage(text) == {("-", "BASED_ON", "Điều lệ Đảng")}


def test_the_resolution_of_the_congress_is_the_one_named_in_full() -> None:
    text = (
        "KẾ HOẠCH\nthực hiện Nghị quyết Đại hội XIII Công đoàn tỉnh\n\nI. MỤC ĐÍCH\n\n"
        "1. Nhằm sớm đưa Nghị quyết Đại hội vào cuộc sống.\n"
    )
    assert lineage(text) == {("-", "IMPLEMENTS", "Nghị quyết Đại hội XIII Công đoàn tỉnh")}


def test_what_is_grasped_in_a_preamble_is_carried_out() -> None:
    text = (
        "NGHỊ QUYẾT\nvề lãnh đạo huấn luyện\n\nQuán triệt Nghị quyết số 965-NQ/QUTW về huấn "
        "luyện; Kết luận số 90-KL/QUTW, Ban Thường vụ ra nghị quyết như sau:\n"
    )
    assert lineage(text) == {("-", "IMPLEMENTS", "965-NQ/QUTW"), ("-", "IMPLEMENTS", "90-KL/QUTW")}


def test_a_title_ends_with_the_quotation_that_it_names() -> None:
    text = (
        "KẾ HOẠCH\nsơ kết\n\nSau hơn 3 năm triển khai Kết luận số 97-KL/TW của Ban Bí thư về Đề án "
        "“Nâng cao vai trò của Hội” và gần 2 năm thực hiện Quyết định số 98/QĐ-TTg của Thủ tướng, "
        "nhiều nơi làm tốt.\n"
    )
    assert ("97-KL/TW", "IMPLEMENTS", "98/QĐ-TTg") not in lineage(text)
    assert ("-", "CITES", "98/QĐ-TTg") in lineage(text)


def test_a_letter_that_lets_another_body_act_is_a_ground() -> None:
    text = (
        "HƯỚNG DẪN\n\nCăn cứ Quy định số 924-QĐ/TW; thừa uỷ quyền của Ban Thường vụ Tỉnh uỷ "
        "tại Công văn số 950-CV/TU, Ban Tổ chức hướng dẫn như sau:\n"
    )
    assert lineage(text) == {("-", "BASED_ON", "924-QĐ/TW"), ("-", "BASED_ON", "950-CV/TU")}
