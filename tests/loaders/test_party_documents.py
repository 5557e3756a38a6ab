"""Party and mass organisations' documents: what they name, and what is said of it there."""

from __future__ import annotations

import pytest

from phahe.loaders.mention import Mention
from phahe.loaders.mentions import find_mentions
from phahe.loaders.reading import Stated


def unnumbered(text: str) -> list[str]:
    return [
        " ".join(one.title.value.split())
        for one in find_mentions(text)
        if one.title and one.unnumbered
    ]


def first(text: str) -> Mention:
    return find_mentions(text)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Căn cứ Quy chế làm việc của Ban Chấp hành, Ban Thường vụ, Thường trực Thị ủy khóa XI;",
            "Quy chế làm việc của Ban Chấp hành, Ban Thường vụ, Thường trực Thị ủy khóa XI",
        ),
        (
            "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ thị xã, Ban Thường vụ Thị ủy lập",
            "Quy chế làm việc của Ban Chấp hành Đảng bộ thị xã",
        ),
        (
            "theo Quy chế lãnh đạo công tác biên phòng, đối ngoại của Thị ủy đã ban hành",
            "Quy chế lãnh đạo công tác biên phòng, đối ngoại của Thị ủy",
        ),
        (
            "thực hiện Quy chế giám sát của MTTQ Việt Nam và các đoàn thể chính trị - xã hội (ban",
            "Quy chế giám sát của MTTQ Việt Nam và các đoàn thể chính trị - xã hội",
        ),
        (
            "Nghị quyết Đại hội XIII của Đảng (sau đây gọi tắt là Nghị quyết)",
            "Nghị quyết Đại hội XIII của Đảng",
        ),
        (
            "theo Nghị quyết Trung ương 4 (khóa XI, XII) về",
            "Nghị quyết Trung ương 4 (khóa XI, XII)",
        ),
        ("theo Chương VIII Điều lệ Đảng về công tác kiểm tra", "Điều lệ Đảng"),
        ("theo quy định của Điều lệ Đảng và của Trung ương.", "Điều lệ Đảng"),
        ("theo quy định của Điềulệ Đảng; quy định", "Điều lệ Đảng"),
        ("Căn cứ Nghị quyết Hội nghị CBCCVC trường A;", "Nghị quyết Hội nghị CBCCVC trường A"),
        ("phụ lục; Quy chế quản lý Quỹ hỗ trợ hội viên.", "Quy chế quản lý Quỹ hỗ trợ hội viên"),
        ("thi hành Điều lệ Hội Nhà báo và mục 3 phần II Hướng dẫn kia", "Điều lệ Hội Nhà báo"),
        (
            "Thực hiên Nghị quyêt Đại hội Mặt trận lần thứ II, Thông tri",
            "Nghị quyết Đại hội Mặt trận lần thứ II",
        ),
        ("thông qua Điều lệ Hội Người cao tuổi ngày 6 tháng 9", "Điều lệ Hội Người cao tuổi"),
        ("Ban hành Điều lệ Đoàn (khóa II) gồm 11 chương", "Điều lệ Đoàn (khóa II)"),
        (
            "- Căn cứ Quy chế làm việc của Thành ủy, Bộ Tư lệnh và Ban Thường\nvụ (khóa X);\n",
            "Quy chế làm việc của Thành ủy, Bộ Tư lệnh và Ban Thường vụ (khóa X)",
        ),
        ("theo Luật Phòng chống HIV/AIDS; tuyên truyền", "Luật Phòng chống HIV/AIDS"),
        ("và Pháp lệnh Dân số, nhằm", "Pháp lệnh Dân số"),
        (
            "ban hành Quy định “về thể thức văn bản” và Điều 2 Quyết định",
            "Quy định “về thể thức văn bản”",
        ),
        (
            "theo Hướng dẫn số 4/HD-ĐCT V/v tuyên giáo, Chương trình công tác năm 2019 của Hội",
            "Chương trình công tác năm 2019 của Hội",
        ),
    ],
)
def test_a_name_ends_where_it_ends(text: str, name: str) -> None:
    assert unnumbered(text) == [name]


def test_discipline_is_no_law() -> None:
    assert not unnumbered("XỬ LÝ KỶ LUẬT TỔ CHỨC ĐẢNG VI PHẠM; Ban Kỷ Luật")


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Hướng dẫn số 6-HD/BTGTU của Ban Tuyên giáo Tỉnh ủy tuyên truyền kỷ niệm 50 năm",
            "Ban Tuyên giáo Tỉnh ủy",
        ),
        (
            "Kế hoạch số 8-KH/TU của Ban Thường vụ Tỉnh ủy và dự thảo hướng dẫn",
            "Ban Thường vụ Tỉnh ủy",
        ),
        ("Kế hoạch số 8-KH/TU của Bộ Chính trị và việc đánh giá cán bộ", "Bộ Chính trị"),
        ("Quyết định của Bộ Chính trị số31-QĐ/TW ngày 1/10/1997", "Bộ Chính trị"),
        ("Nghị quyết số 2-NQ/TW của Bộ Chính trị\t10\t\n3", "Bộ Chính trị"),
        ("Nghị quyết số 7-NQ/ĐU của Đảng ủy Quân khu 7 về", "Đảng ủy Quân khu 7"),
        (
            "Nghị quyết liên tịch số 8/NQLT/CP-MTTW giữa Chính phủ và Ủy ban Trung ương Mặt trận",
            "Chính phủ và Ủy ban Trung ương Mặt trận",
        ),
        (
            "theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 8/TTr-SNV ngày 2/3/2020",
            "Sở Nội vụ",
        ),
        ("theo chỉ đạo của UBND tỉnh tại Công văn số 8/UBND-VX ngày 2/3/2020", "UBND tỉnh"),
        ("Năm 2014, Hội LHPN tỉnh đã ban hành Kế hoạch số 18/KH-BTV về giám sát", "Hội LHPN tỉnh"),
        ("theo Kế hoạch số 5-KH/TU. Do Ban Thường vụ Tỉnh ủy bận nên lùi", ""),
        ("Số 5-KH/TU ngày 2/3/2020\n\nBan Thường vụ Tỉnh ủy đề nghị", ""),
    ],
)
def test_the_issuer_is_read_where_the_text_states_it(text: str, issuer: str) -> None:
    stated = first(text).issuer
    assert (stated.value if stated else "") == issuer


def test_what_a_report_tells_of_a_document_goes_in_front_of_it() -> None:
    text = "Ngày 15/3/2016, Tỉnh ủy ban hành Quy định số 12-QĐ/TU. Ngày 8-1-2017, Đảng ủy họp."
    (one,) = find_mentions(text)
    assert (one.date, one.issuer) == (Stated("2016-03-15", 0, 14), Stated("Tỉnh ủy", 16, 23))


def test_a_page_number_parts_no_date() -> None:
    one = first("theo Nghị quyết số 35-NQ/TW, ngày\n2\n22/10/2018 của Bộ Chính trị.")
    assert getattr(one.date, "value", "") == "2018-10-22"


@pytest.mark.parametrize(
    ("text", "code", "issuer"),
    [
        (
            "Theo đề nghị của Ban Tài chính tại Tờ trình số 146/Tr-BTC",
            "146/Tr-BTC",
            "Ban Tài chính",
        ),
        (
            "theo Kết luận của Bộ Chính trị (số 60-KL/TW, ngày 8/10/2019)",
            "60-KL/TW",
            "Bộ Chính trị",
        ),
        ("tại Điều 5 Quyết định 42/QĐ-TLĐ ngày 1/3/2022 ban hành quy định", "42/QĐ-TLĐ", ""),
        ("theo Kết luận của Đoàn Chủ tịch tại Thông báo số 9/TB-TLĐ", "9/TB-TLĐ", "Đoàn Chủ tịch"),
        ("Chỉ thị số 05-CT/TW của Bộ Chính trị và chuyên đề năm 2020", "05-CT/TW", "Bộ Chính trị"),
    ],
)
def test_one_document_with_its_number_and_issuer(text: str, code: str, issuer: str) -> None:
    (one,) = find_mentions(text)
    assert (one.code, one.issuer.value if one.issuer else "") == (code, issuer)


def test_members_of_a_list_share_letters_without_the_word_for_number() -> None:
    found = find_mentions("các kết luận 126, 127-KL/TW của Bộ Chính trị")
    assert [one.code for one in found] == ["126-KL/TW", "127-KL/TW"]


def test_a_resolution_of_all_levels_is_nobodys() -> None:
    assert not find_mentions("nghị quyết đại hội đảng bộ các cấp, Nghị quyết Đại hội Đoàn cấp mình")


def test_joint_issuers_are_read_over_commas() -> None:
    one = first("Nghị quyết liên tịch số 9/2021/NQLT-CP-MTTW của Quốc hội, Chính phủ, Hội đồng A")
    assert getattr(one.issuer, "value", "") == "Quốc hội, Chính phủ"


@pytest.mark.parametrize(
    ("text", "kind", "issuer", "date"),
    [
        (
            "theo Đề án 938/QĐ-TTg, ngày 30/6/2017 của Thủ tướng",
            "quyết định",
            "Thủ tướng",
            "2017-06-30",
        ),
        ("Kế hoạch số 4/KH-UBND của UBND tỉnh Triển khai đề án", "kế hoạch", "UBND tỉnh", ""),
        ("Quy định 92-QĐ/TW năm 2016 thi hành Điều lệ", "quy định", "", "2016"),
        (
            "Đảng ủy Khối đã khẩn trương ban hành Kế hoạch số 8-KH/ĐUK",
            "kế hoạch",
            "Đảng ủy Khối",
            "",
        ),
        (
            "Chính phủ ngày 3.6.2017 đã ban hành Nghị định số 9/2017/NĐ-CP",
            "nghị định",
            "Chính phủ",
            "2017-06-03",
        ),
        ("Chi thi so 35-CT/TW cua Ban Bi thu ve lanh dao dai hoi", "chỉ thị", "Ban Bi thu", ""),
        (
            "Ke hoach so 93-KH/DU cua Dang uy Khoi, Ban Thuong vu xay dung ke hoach",
            "kế hoạch",
            "Dang uy Khoi",
            "",
        ),
    ],
)
def test_type_issuer_and_date_as_told(text: str, kind: str, issuer: str, date: str) -> None:
    one = first(text)
    assert (one.type, getattr(one.issuer, "value", ""), getattr(one.date, "value", "")) == (
        kind,
        issuer,
        date,
    )
