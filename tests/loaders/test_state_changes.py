"""What State documents change, review, guide or only ask for, and who issues joint ones."""

import pytest

from phahe.graph.merge import merge
from phahe.loaders.read import read_document_file
from phahe.loaders.readings import readings
from phahe.loaders.text import Text
from tests.loaders.decision import HEAD, others, relations


def issuers(text, of):
    """Names of the bodies that issued the document named *of*."""
    graph = merge([read_document_file(Text("a.txt", HEAD.format(code="QĐ", type="") + text))])
    return {
        graph.nodes[edge.target].name
        for edge in graph.edges
        if edge.relation == "ISSUED_BY" and graph.nodes[edge.source].name == of
    }


def test_a_subject_that_opens_with_v_v_is_no_section_five():
    text = HEAD.format(code="QĐ", type="QUYẾT ĐỊNH").replace("Về chăm", "V/V CHĂM")
    (found,) = readings(Text("a.txt", f"{text}Căn cứ Luật Lâm nghiệp năm 2017;\n"))
    assert found.title.value.startswith("V/V CHĂM")
    assert not any(paragraph.section for paragraph in found.paragraphs)


def test_a_list_goes_on_where_only_the_number_is_said():
    text = (
        "Thực hiện các Nghị quyết của Hội đồng nhân dân tỉnh: số 40/NQ-HĐND ngày 2/12/2020 về đầu "
        "tư; thu, chi ngân sách năm 2021; số 63/NQ-HĐND ngày 8/12/2021 về vốn,\n"
    )
    found = relations(text, code="KH", type_="KẾ HOẠCH")
    assert ("IMPLEMENTS", "Nghị quyết 63/NQ-HĐND") in found


def test_a_capital_verb_ends_the_name_of_the_government():
    text = (
        "Căn cứ Nghị định số 43/2003/NĐ-CP ngày 8/11/2003 của Chính phủ Quy định chi tiết thi hành "
        "một số điều của Pháp lệnh Khai thác và bảo vệ công trình thủy lợi;\n"
    )
    law = "Pháp lệnh Khai thác và bảo vệ công trình thủy lợi"
    assert ("Nghị định 43/2003/NĐ-CP", "DETAILS", law) in others(text)


def test_provisions_between_commas_belong_to_what_is_changed():
    text = (
        "Căn cứ Nghị định số 16/2009/NĐ-CP ngày 16/2/2009 của Chính phủ về sửa đổi, bổ sung khoản "
        "2, Điều 8, Nghị định số 13/2008/NĐ-CP ngày 4/2/2008 của Chính phủ;\n"
    )
    assert ("Nghị định 16/2009/NĐ-CP", "AMENDS", "Nghị định 13/2008/NĐ-CP") in others(text)


def test_a_meeting_that_reviews_carries_nothing_out():
    text = (
        "Ngày 2/8/2019, Chủ tịch UBND tỉnh đã chủ trì Hội nghị sơ kết 2 năm thực hiện Nghị quyết "
        "số 35-NQ/TU của Tỉnh ủy và kết luận như sau:\n"
    )
    found = relations(text, code="TB", type_="THÔNG BÁO")
    assert {relation for relation, _ in found} <= {"REVIEWS", "CITES"}


def test_what_is_guided_is_not_also_carried_out():
    text = (
        "Thi hành Nghị định số 15/2003/NĐ-CP ngày 1/10/2003 của Chính phủ, Bộ Xây dựng hướng dẫn "
        "thực hiện Nghị định số 15/2003/NĐ-CP như sau:\n"
    )
    head = HEAD.format(code="TT", type="THÔNG TƯ").replace(
        "Về chăm sóc cây xanh", "Hướng dẫn thực hiện Nghị định số 15/2003/NĐ-CP"
    )
    graph = merge([read_document_file(Text("a.txt", head + text))])
    between = {edge.relation for edge in graph.edges if edge.target.startswith("doc:15/2003")}
    assert between == {"GUIDES"}


def test_what_is_promulgated_is_no_body():
    text = (
        "UBND TỈNH NINH BÌNH\nSố: 5/QĐ-UBND\nNinh Bình, ngày 1 tháng 2 năm 2006\n"
        "BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ\nCăn cứ Luật Thương mại năm 2005;\n"
    )
    (found,) = readings(Text("a.txt", text))
    assert found.issuer.value.startswith("UBND TỈNH NINH BÌNH")
    assert found.parent is None


def test_a_law_that_amends_many_amends_the_last_of_them_too():
    text = (
        "Căn cứ Luật số 56/2024/QH15 ngày 29/11/2024 về sửa đổi, bổ sung một số điều của Luật "
        "Chứng khoán, Luật Kế toán, Luật Quản lý, sử dụng tài sản công, Luật Dự trữ quốc gia;\n"
    )
    assert {target for _, relation, target in others(text) if relation == "AMENDS"} == {
        "Luật Chứng khoán",
        "Luật Kế toán",
        "Luật Quản lý, sử dụng tài sản công",
        "Luật Dự trữ quốc gia",
    }
    assert {relation for relation, name in relations(text) if "Luật Kế toán" in name} == {"CITES"}


def test_a_title_in_a_table_ends_with_its_row():
    text = (
        "1\nThông tư số 8/2023/TT-BXD\nngày 29/8/2023 về thực hiện\nthủ tục cấp phép\n12/10/2023\n"
        "2\nThông tư số 20/2016/TT-BXD\nngày 30/5/2016 về tổ chức thực hiện\nkhám nhà\n3\n"
        "Thông tư số 21/2017/TT-BXD\nngày 1/6/2017 về đo đạc\n"
    )
    assert not others(text)


def test_what_is_listed_as_repealed_is_repealed_whoever_issued_it():
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Bãi bỏ các văn bản quy phạm pháp luật sau đây của Ủy ban "
        "nhân dân tỉnh:\n"
        "1. Quyết định số 5/2010/QĐ-UBND ngày 27/4/2010 ban hành Quy định quản lý chợ;\n"
        "2. Chỉ thị số 11/2009/CT-UBND ngày 30/9/2009 về đê điều.\n"
    )
    found = relations(text)
    assert ("REPEALS", "Quyết định 5/2010/QĐ-UBND") in found
    assert ("REPEALS", "Chỉ thị 11/2009/CT-UBND") in found


def test_what_is_changed_by_name_is_told_by_what_promulgated_it():
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Sửa đổi, bổ sung một số nội dung của Quy định về chế độ "
        "tiếp khách ban "
        "hành kèm theo Quyết định số 23/2010/QĐ-UBND ngày 9/12/2010.\n"
    )
    assert ("AMENDS", "Quyết định 23/2010/QĐ-UBND") in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nhận được Công văn số 9/SXD-HT của Sở Xây dựng đề nghị hướng dẫn Nghị định số "
        "116/2016/NĐ-CP;\n",
        "Xét Tờ trình số 30/TTr-UBND của Ủy ban nhân dân tỉnh về việc đề nghị sửa đổi, "
        "bổ sung Nghị "
        "quyết số 23/2010/NQ-HĐND;\n",
    ],
)  # fmt: skip
def test_what_is_asked_for_is_not_done(text):
    assert not others(text)


def test_an_invitation_to_a_draft_carries_nothing_out():
    text = HEAD.format(code="GM", type="GIẤY MỜI").replace(
        "Về chăm sóc cây xanh", "Họp về dự thảo Kế hoạch thực hiện Quyết định số 62/QĐ-TTg"
    )
    graph = merge([read_document_file(Text("a.txt", f"{text}Kính mời Sở Xây dựng.\n"))])
    assert {e.relation for e in graph.edges if e.target.startswith("doc:62/QĐ-TTg")} == {"CITES"}


def test_a_department_of_justice_is_not_of_the_centre():
    text = "Thực hiện Công văn số 85/PTP ngày 10/3/2019 của Phòng Tư pháp huyện Đồng Phú,\n"
    graph = merge(
        [read_document_file(Text("a.txt", HEAD.format(code="KH", type="KẾ HOẠCH") + text))]
    )
    assert any(node.name.startswith("Phòng Tư pháp") for node in graph.nodes.values())
    assert not any(node.name == "Phòng Trung ương" for node in graph.nodes.values())


def test_a_joint_guideline_has_the_bodies_of_its_letterhead():
    text = (
        "SỞ Y TẾ - BẢO HIỂM XÃ HỘI\nTỈNH HÀ NAM\nSố: 1 105/HDLN-SYT-BHXH\n"
        "Hà Nam, ngày 5 tháng 6 năm 2015\n\nHƯỚNG DẪN LIÊN NGÀNH\nVề bảo hiểm y "
        "tế\n\nCăn cứ Luật Giá;\n"
    )
    source = Text("a.txt", text)
    (found,) = readings(source)
    assert (found.type.value, found.title.value) == ("hướng dẫn", "Về bảo hiểm y tế")
    assert found.number.value == "1105/HDLN-SYT-BHXH"
    graph = merge([read_document_file(source)])
    own = next(key for key, node in graph.nodes.items() if node.fields.get("held"))
    assert {
        graph.nodes[edge.target].name
        for edge in graph.edges
        if (edge.source, edge.relation) == (own, "ISSUED_BY")
    } == {"Sở Y tế tỉnh Hà Nam", "Bảo hiểm xã hội tỉnh Hà Nam"}


def test_what_is_added_to_an_annex_changes_the_document_that_promulgated_it():
    text = """QUYẾT ĐỊNH:

Điều 1. Bổ sung 03 thủ tục trồng cây vào Bộ thủ tục hành chính của Sở Xây dựng được công bố kèm \
theo Quyết định số 61/QĐ-UBND ngày 2/3/2018 của Ủy ban nhân dân tỉnh.
"""
    assert ("AMENDS", "Quyết định 61/QĐ-UBND") in relations(text)


def test_what_another_promulgated_is_not_this_document():
    text = (
        "Thực hiện Quyết định số 42/QĐ-TTg ngày 5/3/2018 của Thủ tướng Chính phủ ban hành Kế hoạch "
        "trồng cây đến năm 2025; Luật Lâm nghiệp, UBND tỉnh ban hành Kế hoạch trồng cây năm 2019 "
        "với các nội dung sau:\n"
    )
    found = relations(text, "KH", "KẾ HOẠCH")
    assert ("IMPLEMENTS", "Quyết định 42/QĐ-TTg") in found
    assert not [name for relation, name in found if relation == "ENCLOSES"]
    assert ("Quyết định 42/QĐ-TTg", "ENCLOSES", "Kế hoạch trồng cây đến năm 2025") in others(text)


def test_bodies_of_a_joint_circular_come_from_its_letters_too():
    text = (
        "Căn cứ Thông tư liên tịch số 9/2013/TTLT-BYT-BCA-BQP ngày 1/2/2013 của Bộ Y tế, Bộ Công "
        "an, Bộ Quốc phòng hướng dẫn khám sức khỏe;\n"
    )
    assert issuers(text, "Thông tư liên tịch 9/2013/TTLT-BYT-BCA-BQP") == {
        "Bộ Y tế",
        "Bộ Công an",
        "Bộ Quốc phòng",
    }


def test_a_document_said_to_take_effect_and_replace_another():
    text = (
        "Ngày 2/3/2016, Bộ Y tế đã ban hành Thông tư số 17/2016/TT-BYT (gọi tắt là Thông tư 17), "
        "có hiệu lực từ ngày 1/5/2016 và thay thế Thông tư số 9/2009/TT-BYT ngày 1/8/2009.\n"
    )
    replaced = ("Thông tư 17/2016/TT-BYT", "REPLACES", "Thông tư 9/2009/TT-BYT")
    assert replaced in others(text)


def test_small_words_that_ocr_misread():
    text = (
        "Thực hiện Thông tư sổ 22/2013/TT-BYT ngày 9 thảng 8 nãm 2013 cùa Bộ trường Bộ Y tế hướng "
        "dẫn đào tạo và Quyết định sổ 492/QĐ-BYT ngày 17/02/2012;\n"
    )
    assert relations(text) == {
        ("IMPLEMENTS", "Thông tư 22/2013/TT-BYT"),
        ("IMPLEMENTS", "Quyết định 492/QĐ-BYT"),
    }


def test_part_of_what_another_settled_is_replaced():
    text = """QUYẾT ĐỊNH:

Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế phần danh mục cây xanh đô thị tại \\
Quyết định số 165/2007/QĐ-UBND ngày 28/6/2007 của UBND tỉnh về cây xanh.
"""
    assert ("AMENDS", "Quyết định 165/2007/QĐ-UBND") in relations(text)


def test_measures_to_carry_out_detail_a_document():
    text = (
        "Căn cứ Thông tư số 17/2017/TT-BXD ngày 23/6/2017 của Bộ trưởng Bộ Xây dựng quy định một "
        "số nội dung và biện pháp thi hành Quyết định số 45/2016/QĐ-TTg ngày 19/10/2016;\n"
    )
    assert ("Thông tư 17/2017/TT-BXD", "DETAILS", "Quyết định 45/2016/QĐ-TTg") in others(text)


def test_a_law_that_amends_a_whole_law():
    text = (
        "Căn cứ Luật Hội Chữ thập đỏ ngày 3 tháng 6 năm 2008 và Luật sửa đổi, bổ sung Luật Hội Chữ "
        "thập đỏ ngày 21 tháng 11 năm 2017;\n"
    )
    amending = "Luật sửa đổi, bổ sung Luật Hội Chữ thập đỏ"
    assert ("BASED_ON", amending) in relations(text)
    assert (amending, "AMENDS", "Luật Hội Chữ thập đỏ") in others(text)
