"""Documents of the Party and the mass organisations, as they are laid out and worded."""

from __future__ import annotations

import pytest

from phahe.graph.merge import merge
from phahe.loaders.mention import Mention
from phahe.loaders.mentions import find_mentions
from phahe.loaders.read import read_document_file
from phahe.loaders.reading import Stated
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


def test_members_of_a_list_share_letters_without_the_word_for_number() -> None:
    found = find_mentions("các kết luận 126, 127-KL/TW của Bộ Chính trị")
    assert [one.code for one in found] == ["126-KL/TW", "127-KL/TW"]


def test_a_resolution_of_all_levels_is_nobodys() -> None:
    assert not find_mentions("nghị quyết đại hội đảng bộ các cấp, Nghị quyết Đại hội Đoàn cấp mình")


def test_joint_issuers_are_read_over_commas() -> None:
    one = first("Nghị quyết liên tịch số 9/2021/NQLT-CP-MTTW của Quốc hội, Chính phủ, Hội đồng A")
    assert getattr(one.issuer, "value", "") == "Quốc hội, Chính phủ"


@pytest.mark.parametrize(
    ("header", "issuer"),
    [
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG          ĐOÀN TNCS HỒ CHÍ MINH\n***\n"
            "Số: 225 - KH/TWĐTN-CTTN          Hà Nội, ngày 16 tháng 5 năm 2024\n",
            "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG BAN TỔ CHỨC\n---\nĐẢNG CỘNG SẢN VIỆT NAM\n---\n"
            "Số: 27-HD/BTCTW\nHà Nội, ngày 25 tháng 9 năm 2014\n",
            "Ban Tổ chức Trung ương",
        ),
        (
            "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nCÔNG ĐOÀN GIÁO DỤC VIỆT NAM\nSố: 175/CĐN-TGNC\n"
            "Hà Nội, ngày 6 tháng 8 năm 2018\n",
            "Công đoàn Giáo dục Việt Nam",
        ),
    ],
)
def test_the_letterhead_and_the_number_together_tell_the_issuer(header: str, issuer: str) -> None:
    text = f"{header}\nKẾ HOẠCH\nvề công tác\n\nBan tổ chức như sau:\n"
    graph = merge([read_document_file(Text("a.txt", text))])
    assert [
        graph.nodes[edge.target].name for edge in graph.edges if edge.relation == "ISSUED_BY"
    ] == [issuer]


def test_a_subject_in_quotes_ends_where_they_close() -> None:
    text = (
        "HỘI NÔNG DÂN VIỆT NAM\nBCH HND TỈNH HÀ NAM\n*\nSố 34 - CV/HNDT\n“V/v tuyên\n"
        "truyền Đại hội.”\nHà Nam, ngày 08 tháng 11 năm 2023\nKính\ngửi:\nBan Thường vụ Hội Nông dân các huyện.\n"
    )
    graph = merge([read_document_file(Text("a.txt", text))])
    titles = [node.fields.get("title") for node in graph.nodes.values() if node.fields.get("held")]
    assert titles == ["“V/v tuyên truyền Đại hội.”"]


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
        (
            "Chính phủ ngày 3.6.2017 đã ban hành Nghị định số 9/2017/NĐ-CP",
            "nghị định",
            "Chính phủ",
            "2017-06-03",
        ),
        ("Chi thi so 35-CT/TW cua Ban Bi thu ve lanh dao dai hoi", "chỉ thị", "Ban Bi thu", ""),
    ],
)
def test_type_issuer_and_date_as_told(text: str, kind: str, issuer: str, date: str) -> None:
    one = first(text)
    assert (one.type, getattr(one.issuer, "value", ""), getattr(one.date, "value", "")) == (
        kind,
        issuer,
        date,
    )
