"""How ministries, provinces and joint bodies write: what line breaks and lists must not hide."""

import pytest

from phahe.graph.merge import merge
from phahe.loaders.mention_lines import mention_lines
from phahe.loaders.read import read_document_file
from phahe.loaders.readings import readings
from phahe.loaders.text import Text
from tests.loaders.decision import HEAD, others, relations


@pytest.mark.parametrize(
    ("ground", "named"),
    [
        ("Căn cứ Nghị định số\n41/2009/NĐ-CP ngày 05/5/2009;", "Nghị định 41/2009/NĐ-CP"),
        ("Căn cứ Luật Lâm\nnghiệp ngày 15 tháng 11 năm 2017;", "Luật Lâm nghiệp"),
        ("Căn\ncứ Thông tư số 9/2011/TT-BXD ngày\n28/6/2011;", "Thông tư 9/2011/TT-BXD"),
        ("Căn cứ\nQuyết định số 6/QĐ-BTC ngày 4/1/2012 của Bộ Tài chính;", "Quyết định 6/QĐ-BTC"),
    ],
)  # fmt: skip
def test_a_ground_broken_over_ragged_lines_is_one_ground(ground, named):
    assert ("BASED_ON", named) in relations(f"{ground}\n\nQUYẾT ĐỊNH:\n")


def test_what_follows_a_semicolon_is_amended_too():
    text = (
        "Căn cứ Luật Giá năm 2012;\n"
        "Bộ Xây dựng ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số 4/2010/TT-BXD "
        "ngày 26/5/2010 về chi phí; Thông tư số 6/2010/TT-BXD ngày 28/5/2010 về máy thi công.\n"
    )
    found = relations(text, code="TT", type_="THÔNG TƯ")
    assert ("AMENDS", "Thông tư 4/2010/TT-BXD") in found
    assert ("AMENDS", "Thông tư 6/2010/TT-BXD") in found


def test_what_the_proposer_carries_out_proposes_nothing():
    text = "Xét đề nghị của Tổ trưởng Tổ công tác thực hiện Đề án 25 của Ủy ban nhân dân tỉnh,\n"
    assert {relation for relation, _ in relations(text)} == {"CITES"}


def test_a_submission_promulgates_nothing():
    text = (
        "Xét Tờ trình số 15/TTr-SXD ngày 3/3/2019 của Sở Xây dựng về việc ban hành Quy chế quản lý "
        "công viên,\n"
    )
    assert not {each for each in others(text) if each[1] == "ENCLOSES"}


def test_a_letter_is_sent_with_what_comes_with_it():
    text = (
        "Xét đề nghị của Sở Xây dựng tại Văn bản số 31/SXD-HT ngày 2/3/2019, kèm theo Văn bản "
        "thẩm định số 12/STP-XD ngày 1/3/2019 của Sở Tư pháp,\n"
    )
    assert ("Công văn 31/SXD-HT", "ENCLOSES", "Công văn 12/STP-XD") in others(text)
    assert ("PROPOSED_BY", "Công văn 31/SXD-HT") in relations(text)


def test_an_opinion_given_in_a_letter_is_part_of_the_proposal():
    text = (
        "Xét đề nghị của Sở Y tế tại Tờ trình số 5/TTr-SYT ngày 1/2/2019; ý kiến thẩm định của "
        "Giám đốc Sở Tư pháp tại Văn bản số 88/STP-VB ngày 3/2/2019,\n"
    )
    assert ("PROPOSED_BY", "Công văn 88/STP-VB") in relations(text)


def test_grounds_listed_under_their_own_heading():
    text = (
        "I. CĂN CỨ PHÁP LÝ\n- Luật Trồng trọt năm 2018;\n"
        "- Chỉ thị số 29/CT-TTg ngày 10/8/2018 của Thủ tướng Chính phủ.\n"
        "II. MỤC TIÊU\n1. Trồng 500 cây theo Công văn số 61/SXD-HT.\n"
    )
    found = relations(text, code="KH", type_="KẾ HOẠCH")
    assert ("BASED_ON", "Chỉ thị 29/CT-TTg") in found
    assert ("BASED_ON", "Luật Trồng trọt") in found
    assert ("CITES", "Công văn 61/SXD-HT") in found


def test_joint_documents_have_all_their_issuers():
    text = (
        "Căn cứ Thông tư liên tịch số 7/2010/TTLT-BYT-BTC ngày 5/2/2010;\n"
        "Căn cứ Thông tư liên tịch số 8/2010/TTLT-BCT-BNV ngày 6/2/2010 của Bộ Công Thương và Bộ "
        "Nội vụ về tổ chức bộ máy;\n"
    )
    source = Text("a.txt", HEAD.format(code="QĐ", type="QUYẾT ĐỊNH") + text)
    graph = merge([read_document_file(source)])
    issuers = {
        (graph.nodes[edge.source].name, graph.nodes[edge.target].name)
        for edge in graph.edges
        if edge.relation == "ISSUED_BY"
    }
    assert {
        ("Thông tư liên tịch 7/2010/TTLT-BYT-BTC", "Bộ Y tế"),
        ("Thông tư liên tịch 7/2010/TTLT-BYT-BTC", "Bộ Tài chính"),
        ("Thông tư liên tịch 8/2010/TTLT-BCT-BNV", "Bộ Công Thương"),
        ("Thông tư liên tịch 8/2010/TTLT-BCT-BNV", "Bộ Nội vụ"),
    } <= issuers


def test_a_minister_who_heads_an_office_issues_for_it():
    text = (
        "Căn cứ Thông tư số 2/2020/TT-VPCP ngày 9/9/2020 của Bộ trưởng, Chủ nhiệm Văn phòng Chính "
        "phủ hướng dẫn Nghị định số 45/2020/NĐ-CP;\n"
    )
    assert ("Thông tư 2/2020/TT-VPCP", "GUIDES", "Nghị định 45/2020/NĐ-CP") in others(text)
    assert ("CITES", "Nghị định 45/2020/NĐ-CP") in relations(text)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Tờ trình số 12/TTr-TT.HĐND ngày 1/2/2018", "12/TTr-TTHĐND"),
        ("Công văn s 415/BYT-BH ngày 2/3/2016", "415/BYT-BH"),
        ("Kế hoạch số 5/KH-UBND.Căn cứ", "5/KH-UBND"),
    ],
)
def test_numbers_as_offices_write_them(words, code):
    source = Text("a.txt", f"Theo {words}, Sở Y tế báo cáo.\n")
    assert code in {line.get("code") for line in mention_lines(source)}


def test_a_five_year_plan_in_a_title_has_no_number():
    text = (
        "Thực hiện Chỉ thị số 40/CT-TTg ngày 5/5/2015 của Thủ tướng Chính phủ về việc phát động "
        "thi đua năm 2015 và Kế hoạch 5 năm (2016 - 2020) của đất nước;\n"
    )
    source = Text("a.txt", HEAD.format(code="KH", type="KẾ HOẠCH") + text)
    (line,) = [each for each in mention_lines(source) if each.get("code") == "40/CT-TTg"]
    assert line["title"].endswith("Kế hoạch 5 năm (2016 - 2020) của đất nước")


def test_a_title_ends_where_another_body_issued_something():
    text = (
        "Ngày 2/4/2015, Thủ tướng Chính phủ đã ban hành Chỉ thị số 6/CT-TTg về việc điều hành ngân "
        "sách và Bộ Tài chính đã ban hành Công văn số 53/BTC-NS hướng dẫn thực hiện.\n"
    )
    assert not others(text)


def test_capitals_alone_are_no_letterhead():
    text = "ĐỀ CƯƠNG TUYÊN TRUYỀN SẮP XẾP CẤP XÃ GIAI ĐOẠN 2023-2025\n\nCăn cứ Luật Giá năm 2012;\n"
    (found,) = readings(Text("a.txt", text))
    assert found.issuer is None


GLUED = """Căn cứ LuậtTổ chức chính quyền địa phươngngày 19 tháng 6 năm 2015;
Căn cứNghị định số 40/2012/NĐ-CP ngày 5 tháng 6 năm 2012 của Chính phủ;
Thực hiệnChỉ thị số 14/CT-TTgngày 2/3/2018 của Thủ tướng Chính phủ về trồng cây;
"""


def test_words_that_lost_the_blank_between_them():
    assert relations(GLUED) == {
        ("BASED_ON", "Luật Tổ chức chính quyền địa phương"),
        ("BASED_ON", "Nghị định 40/2012/NĐ-CP"),
        ("IMPLEMENTS", "Chỉ thị 14/CT-TTg"),
    }


def test_a_report_on_carrying_out_carries_nothing_out():
    text = "Sau khi nghe Sở Nội vụ báo cáo việc thực hiện Nghị quyết số 38/NQ-CP ngày 1/2/2018, "
    assert relations(f"{text}Chủ tịch kết luận:\n") == {("CITES", "Nghị quyết 38/NQ-CP")}


def test_the_session_of_a_council_is_no_part_of_its_name():
    text = """HỘI ĐỒNG NHÂN DÂN
TỈNH NINH BÌNH
KHÓA XIV - KỲ HỌP THỨ 9

Số: 5/NQ-HĐND
Ninh Bình, ngày 8 tháng 4 năm 2019

NGHỊ QUYẾT
Về cây xanh
"""
    (found,) = readings(Text("a.txt", text))
    assert found.issuer.value == "HỘI ĐỒNG NHÂN DÂN TỈNH NINH BÌNH"


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện Luật Lâm nghiệp, UBND tỉnh ban hành Kế hoạch trồng cây, cụ thể như sau:",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Lâm nghiệp;",
        "Thực hiện Luật Lâm nghiệp, Chủ tịch UBND tỉnh yêu cầu các sở trồng cây, như sau:",
    ],
)
def test_the_text_completes_a_letterhead_whose_second_line_is_lost(words):
    text = f"""ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 8/KH-UBND | Ninh Bình, ngày 8 tháng 4 năm 2019 |
KẾ HOẠCH
Trồng cây
{words}
"""
    graph = merge([read_document_file(Text("a.txt", text))])
    names = {node.name for node in graph.nodes.values() if node.kind == "Organization"}
    assert "Ủy ban nhân dân tỉnh Ninh Bình" in names
    assert "Ủy ban nhân dân" not in names


def test_a_number_may_be_called_its_sign():
    text = """BỘ XÂY DỰNG
Số hiệu: 415/BXD-QLN
Hà Nội, ngày 8 tháng 4 năm 2019

Kính gửi: Sở Xây dựng tỉnh Ninh Bình
"""
    (found,) = readings(Text("a.txt", text))
    assert found.number.value == "415/BXD-QLN"


def test_who_decides_below_the_subject_is_no_part_of_it():
    text = """| BỘ XÂY DỰNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| Số: 357/QĐ-BXD | Hà Nội, ngày 14 tháng 5 năm 2015 |
VỀ VIỆC CHO PHÉP TRỒNG CÂY TRONG TRỤ SỞ
BỘ TRƯỞNG BỘ XÂY DỰNG
Căn cứ Luật Lâm nghiệp;
"""
    (found,) = readings(Text("a.txt", text))
    assert found.title.value == "VỀ VIỆC CHO PHÉP TRỒNG CÂY TRONG TRỤ SỞ"
