"""Documents of ministries, committees and companies, as they are laid out and worded."""

import pytest

from phahe.graph.merge import merge
from phahe.graph.model import Graph
from phahe.loaders.mentions import find_mentions
from phahe.loaders.read import read_document_file
from phahe.loaders.text import Text


def read(text: str) -> Graph:
    return merge([read_document_file(Text("a.txt", text))])


def lineage(graph: Graph) -> set[tuple[str, str, str]]:
    """Edges between documents, by their codes, the held document as "-"."""
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


HEAD = """UBND TỈNH BẮC NINH
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1420/SNV-CCVC
V/v tinh giản biên chế
Bắc Ninh, ngày 03 tháng 7 năm 2023

Kính gửi: Các sở, ban, ngành thuộc UBND tỉnh.

"""


@pytest.mark.parametrize(
    ("words", "edges"),
    [
        (
            "Tiếp theo Công văn số 1201/SNV-CCVC ngày 12/6/2023 của Sở Nội vụ và thực hiện ý kiến "
            "chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 1950/UBND-NC ngày 26/6/2023, Sở Nội vụ "
            "đề nghị các cơ quan lập danh sách.",
            {("-", "RESPONDS_TO", "1201/SNV-CCVC"), ("-", "IMPLEMENTS", "1950/UBND-NC")},
        ),
        (
            "Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình số 215/TTr-SYT ngày 10/8/2020 và ý kiến "
            "của Giám đốc Sở Nội vụ tại Công văn số 1122/SNV-TCBC ngày 12/8/2020,",
            {("-", "PROPOSED_BY", "215/TTr-SYT"), ("-", "PROPOSED_BY", "1122/SNV-TCBC")},
        ),
        (
            "Căn cứ Luật Thanh tra;\n\nI. ĐÁNH GIÁ\nÁp dụng Thông tư số 26/2020/TT-BGDĐT sửa đổi, "
            "bổ sung một số điều của Quy chế đánh giá, xếp loại học sinh trung học cơ sở ban hành "
            "kèm theo Thông tư số 58/2011/TT-BGDĐT ngày 12/12/2011.",
            {
                ("-", "BASED_ON", "Luật Thanh tra"),
                ("-", "CITES", "26/2020/TT-BGDĐT"),
                ("-", "CITES", "58/2011/TT-BGDĐT"),
                ("26/2020/TT-BGDĐT", "AMENDS", "58/2011/TT-BGDĐT"),
            },
        ),
        (
            "Ngày 10/6/2024, Phó Thủ tướng chủ trì cuộc họp về tình hình triển khai Nghị quyết số "
            "76/NQ-CP ngày 15/7/2021 của Chính phủ và kết luận như sau:\n1. Giao Bộ Nội vụ.",
            {("-", "CITES", "76/NQ-CP")},
        ),
    ],
)
def test_what_a_state_document_does_to_others(words: str, edges: set[tuple[str, str, str]]) -> None:
    assert lineage(read(HEAD + words)) == edges


@pytest.mark.parametrize(
    ("text", "issuer", "title"),
    [
        (
            "Công văn số 1388/EVN-KD ngày 20/3/2019 của Tập đoàn Điện lực Việt Nam về việc thực "
            "hiện giá bán điện,\nTổng công ty yêu cầu các đơn vị:",
            "Tập đoàn Điện lực Việt Nam",
            "thực hiện giá bán điện",
        ),
        (
            "Báo cáo số 25/BC-HĐND ngày 15/4/2022 của Ban Pháp chế Hội đồng nhân dân tỉnh và ý "
            "kiến thảo luận tại kỳ họp.",
            "Ban Pháp chế Hội đồng nhân dân tỉnh",
            None,
        ),
        (
            "Chỉ thị số 02/CT-UBND ngày 15/01/2008 của UBND tỉnh về việc chấn chỉnh công tác quản "
            "lý đất đai, Chủ tịch UBND huyện chỉ thị:",
            "UBND tỉnh",
            "chấn chỉnh công tác quản lý đất đai",
        ),
    ],
)
def test_where_issuer_and_title_of_a_cited_document_end(
    text: str, issuer: str, title: str | None
) -> None:
    (mention,) = find_mentions(text)
    assert mention.issuer
    assert mention.issuer.value == issuer
    assert (mention.title and mention.title.value) == title


@pytest.mark.parametrize("office", ["CỤC QUẢN LÝ DƯỢC", "BAN QUẢN LÝ DỰ ÁN", "CỤC HẢI QUAN"])
def test_quan_in_capitals_is_no_urban_district(office: str) -> None:
    graph = read(
        f"BỘ Y TẾ\n{office}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 12/TB-QLD\nHà Nội, ngày 05 tháng 6 năm 2023\n\nTHÔNG BÁO\nVề thuốc\n\nCăn cứ Luật."
    )
    issuers = [
        graph.nodes[edge.target].name for edge in graph.edges if edge.relation == "ISSUED_BY"
    ]
    assert issuers
    assert not any("quận" in name.lower() for name in issuers)


@pytest.mark.parametrize(
    "text",
    [
        "tài khoản số 1027/TK-VCB; điện thoại 024.38/684-270; biển số 51C-123.45",
        "QCVN 01:2008/BCT; TCVN 7447-1:2010/SĐ1; 22TCN 262-2000; ISO 9001:2015",
        "Hợp đồng số 15/2019/HĐ-EVNSPC; hợp đồng kinh tế số 01/HĐKT-2016; gói thầu số 05/XL-TV",
        "Mẫu số 01/ĐKKD; Mẫu 2C-BNV/2008; biểu 12/BC-TKTH; mã hồ sơ 12/HS-2020",
        "thửa số 12/TBĐ-5; căn hộ 12/A-HH2; lớp 12/TT-K15; Đội 3/TT-HN; dự thảo lần 2/TT-BTC",
        "hóa đơn số 0001234 ký hiệu AA/16P; CMND 012345678; mã số thuế 0101234567-001",
        "Từ 15/5 - 30/5/2014; 19/19 tiêu chí; 1/500; 63 UBND tỉnh; ký 12 QĐ - UBND; 3 KH/năm",
    ],
)
def test_numbers_of_other_things_are_no_documents(text: str) -> None:
    assert find_mentions(text) == []


def test_bodies_of_the_national_assembly_keep_their_term() -> None:
    (mention,) = find_mentions("Báo cáo thẩm tra số 647/BC-UBKT15 ngày 03 tháng 01 năm 2022")
    assert mention.symbol.endswith("UBKT15")


def test_a_letter_of_a_tax_office_is_no_directive() -> None:
    graph = read(HEAD.replace("1420/SNV-CCVC", "45681/CT-TTHT") + "Cục Thuế trả lời.")
    assert [node.fields["type"] for node in graph.nodes.values() if node.fields.get("held")] == [
        "công văn"
    ]


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("Quyết định số 45/QĐ.UBND ngày 1/2/2009", "45/QĐ-UBND", "2009-02-01"),
        ("Chỉ thị 406-TTg ngày 8/8/1994", "406/TTg", "1994-08-08"),
        ("Nghị định 100/2019 của Chính phủ", "100/2019/NĐ-CP", None),
        ("Thông tư 29/2024 của Bộ GD&ĐT về dạy thêm", "29", "2024"),
    ],
)
def test_numbers_with_dots_dashes_and_years(text: str, number: str, date: str | None) -> None:
    (mention,) = find_mentions(text)
    assert (mention.code or mention.number) == number
    assert (mention.date and mention.date.value) == date


@pytest.mark.parametrize(
    "text", ["thông báo 12/2019", "quyết định 12/2019", "Nghị định 15/2020-2025"]
)
def test_months_and_periods_are_no_numbers_with_a_year(text: str) -> None:
    assert find_mentions(text) == []


LEFT = ["ỦY BAN NHÂN DÂN", "TỈNH ĐẮK LẮK", "Số: 18/UBND-KT", "V/v tăng cường quản lý"]
RIGHT = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Đắk Lắk, ngày 14 tháng 8 năm 2020",
    "",
]


@pytest.mark.parametrize("gap", [" ", "\t", "          "])
@pytest.mark.parametrize("down", [0, 1])
@pytest.mark.parametrize("turned", [False, True])
def test_a_letterhead_is_read_however_its_columns_lie(gap: str, down: int, turned: bool) -> None:
    left, right = [""] * (down and not turned) + LEFT, [""] * (down and turned) + RIGHT
    size = max(len(left), len(right))
    rows = zip(*(column + [""] * (size - len(column)) for column in (left, right)), strict=True)
    head = "\n".join((one + gap + other).strip() for one, other in rows)
    graph = read(head + "\n\nKính gửi: Sở Tài chính.\n\nĐề nghị Sở thực hiện.")
    (own,) = (node for node in graph.nodes.values() if node.fields.get("held"))
    fields = own.fields
    assert (fields["code"], fields["date"]) == ("18/UBND-KT", "2020-08-14")
    assert fields["title"] == "V/v tăng cường quản lý"
    issuers = {graph.nodes[e.target].name for e in graph.edges if e.relation == "ISSUED_BY"}
    assert issuers == {"Ủy ban nhân dân tỉnh Đắk Lắk"}
