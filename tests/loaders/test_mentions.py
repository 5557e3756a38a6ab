"""Where a text names documents, and what it says of them there."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.loaders.mention import Mention
from phahe.loaders.mentions import find_mentions


def only(text: str) -> Mention:
    found = find_mentions(text)
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


def codes(text: str) -> list[str]:
    return [mention.code or mention.number for mention in find_mentions(text) if mention.number]


def names(text: str) -> list[str]:
    return [" ".join(one.text.split()) for one in find_mentions(text) if one.unnumbered]


CITED = [
    ("Kế hoạch số 83-KH/TU, ngày\n21/6/2022 của Ban Thường vụ Tỉnh ủy", "83-KH/TU", "2022-06-21"),
    ("Kế hoạch số 01 - KH/ĐTN ngày 6/1/2026 của Ban Thường vụ Đoàn xã", "01-KH/ĐTN", "2026-01-06"),
    ("Kế hoạch số 25/KH- STTTT, ngày 6 tháng l2 năm 2011", "25/KH-STTTT", "2011-12-06"),
    ("Quyết định số 6858/QĐ-\nBYT ngày 18/11/2016", "6858/QĐ-BYT", "2016-11-18"),
    ("Quyết định 22 5/QÐ-SYT ngày 24/3/2017", "225/QĐ-SYT", "2017-03-24"),
    ("Quyêt định số O6/QĐ-TTg ngày 06/0l/2022", "06/QĐ-TTg", "2022-01-06"),
    ("Nghị định số 97/2008/NĐ-CP, ngày 28/08/2008", "97/2008/NĐ-CP", "2008-08-28"),
    (
        "Công văn số 293/SYT-TCCB ngày 20 tháng 02 năm 2017. của Sở Y tế",
        "293/SYT-TCCB",
        "2017-02-20",
    ),
    ("Quyết định của Bộ Chính trị số 31-QĐ/TW ngày 01-10-1997", "31-QĐ/TW", "1997-10-01"),
    ("công điện số 1300/cđ-ttg ngày 24/9/2020 của thủ tướng", "1300/CĐ-TTg", "2020-09-24"),
    ("Chỉ thị12/CT-TW ngày 5.1.2022", "12-CT/TW", "2022-01-05"),
    ("Nghị định số 64-CP ngày 27/9/1993", "64/CP", "1993-09-27"),
]


@pytest.mark.parametrize(("text", "code", "date"), CITED)
def test_number_and_date_are_read_as_written(text: str, code: str, date: str) -> None:
    mention = only(text)
    assert (mention.code, mention.date and mention.date.value) == (code, date)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Chỉ thị 32-CT/TW, ngày 18/02/2019 của Bộ Chính trị (khóa XII) về đối ngoại",
            "Bộ Chính trị",
        ),
        (
            "Quyết định 9/QĐ-BTC của Bộ Văn hóa, Thể thao và Du lịch về phí",
            "Bộ Văn hóa, Thể thao và Du lịch",
        ),
        (
            "Hướng dẫn 31-HD/BTCTW của Ban Tổ chức Trung ương, Đảng ủy xã xây dựng kế hoạch",
            "Ban Tổ chức Trung ương",
        ),
        ("Công văn số 130/SYT-HĐ ngày 21 tháng 02 năm 2012 Sở Y tế về việc thực hiện", "Sở Y tế"),
        (
            "Thông báo số 123/TB-VPCP của Văn phòng Chính phủ thông báo kết luận",
            "Văn phòng Chính phủ",
        ),
    ],
)
def test_the_issuer_ends_where_the_name_ends(text: str, issuer: str) -> None:
    stated = find_mentions(text)[0].issuer
    assert stated is not None
    assert stated.value == issuer
    assert " ".join(text[stated.start : stated.end].split()) == issuer


def test_term_title_and_provisions_are_kept() -> None:
    text = (
        "điểm a khoản 1 Điều 5 Quy định số 66-QĐ/TW của Ban Bí thư khóa XII “Về thể loại văn bản”"
    )
    mention = only(text)
    assert mention.provisions == ("điểm a", "khoản 1", "Điều 5")
    assert (mention.type, mention.term) == ("quy định", "XII")
    assert mention.title is not None
    assert mention.title.value == "Về thể loại văn bản"


def test_members_of_a_list_share_type_date_and_issuer() -> None:
    text = "các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương"
    found = find_mentions(text)
    assert [(one.code, one.type, one.date and one.date.value) for one in found] == [
        ("18-NQ/TW", "nghị quyết", "2017-10-25"),
        ("19-NQ/TW", "nghị quyết", "2017-10-25"),
    ]
    assert all(one.issuer and one.issuer.value == "Ban Chấp hành Trung ương" for one in found)


def test_a_list_of_official_letters_says_its_type_once() -> None:
    found = find_mentions("Công văn số 193/UBND-VX, 194/UBND-NC và 12/SNV của Sở")
    assert [(one.code, one.type) for one in found] == [
        ("193/UBND-VX", "công văn"),
        ("194/UBND-NC", "công văn"),
        ("12/SNV", "công văn"),
    ]


def test_registers_write_numbers_in_small_letters() -> None:
    text = "nghị định 69/2008/nđ-cp, 59/2014/nđ-cp; luật nhà ở số 65/2014/qh13; số 2213/byt-dp"
    assert codes(text) == ["69/2008/NĐ-CP", "59/2014/NĐ-CP", "65/2014/QH13", "2213/BYT-DP"]


def test_numbers_that_share_their_letters_are_told_apart() -> None:
    text = "Công văn số 193 và 194/UBND-VX cùng ngày 02/01/2024 của UBND tỉnh"
    assert codes(text) == ["193/UBND-VX", "194/UBND-VX"]
    assert {one.date.value for one in find_mentions(text) if one.date} == {"2024-01-02"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Chỉ thị số 32 của BCT", ["32"]),
        ("Quy định số 253 và Quy định số 255 của Ban Bí thư", ["253", "255"]),
        ("theo Nghị quyết 18, đã sắp xếp", ["18"]),
        (
            "Kế hoạch 05 năm; Mẫu quyết định số 02; Chương trình 135; Quyết định 2 việc",
            [],
        ),
    ],
)
def test_a_number_alone_needs_its_type(text: str, numbers: list[str]) -> None:
    assert codes(text) == numbers


NO_NUMBERS = """
Mẫu số 01/TB-SDDPNN, mẫu 1-TĐV, biểu số 02/BC-HT, HTMT-26b, NTV-82, Ban Chỉ đạo 35-16
TCVN ISO 9001: 2008, QCVN 40:2011/BTNMT, điện thoại 0272/3826547, ĐT: 04.62739325
(26/3/1931-26/3/2026), 15/6 và 10/12, quý I/2025, tháng 7/2022, 2020 -2025, 01 lần/01 năm
CÔNG BÁO/Số 1053 + 1054/Ngày 10-8-2025
tài khoản số 12/KH-ABC, số 58 - 60 Trần Phú, Svay Rieng/Campuchia, TC-HC-KT, T/M, V/v
Số: JT{/STTTT-CNTT, Số: 2†4/TB-ĐHAG, Số:{24.2 /KH-SYT, Số:        - KH/ĐTN
"""


@pytest.mark.parametrize("line", NO_NUMBERS.strip().splitlines())
def test_what_looks_like_a_number_and_is_none_is_not_reported(line: str) -> None:
    assert find_mentions(line) == []


def test_the_inventions_of_guidelines_are_not_reported() -> None:
    assert find_mentions("Số và ký hiệu, ví dụ: Số 127-QĐ/TW; Số 24-BS/UBKTTU.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Căn cứ Luật Công đoàn ngày 20 tháng 6 năm 2012;",
            ["Luật Công đoàn ngày 20 tháng 6 năm 2012"],
        ),
        ("Luật tổ chức HĐND và UBND năm 2003", ["Luật tổ chức HĐND và UBND năm 2003"]),
        ("theo Luật doanh nghiệp và các quy định hiện hành", ["Luật doanh nghiệp"]),
        ("Bộ luật dân sự, Bộ luật hình sự;", ["Bộ luật dân sự", "Bộ luật hình sự"]),
        ("dự thảo Hiến pháp 1992 (sửa đổi)", ["Hiến pháp 1992"]),
        (
            "theo Nghị quyết Đại hội X Công đoàn Thành phố, nhằm",
            ["Nghị quyết Đại hội X Công đoàn Thành phố"],
        ),
        ("Nghị quyết Trung ương 4 khóa XII về xây dựng Đảng", ["Nghị quyết Trung ương 4 khóa XII"]),
        ("Điều lệ Công đoàn Việt Nam khóa XIII;", ["Điều lệ Công đoàn Việt Nam khóa XIII"]),
        (
            "và Kế hoạch toàn khóa Ban chấp hành Hội LHPN tỉnh nhiệm kỳ 2016-2021, Ban",
            ["Kế hoạch toàn khóa Ban chấp hành Hội LHPN tỉnh nhiệm kỳ 2016-2021"],
        ),
        ("tổ chức tốt Đề án “Hỗ trợ nông dân”, giúp", ["Đề án “Hỗ trợ nông dân”"]),
        ("Luật sư A, Hội Luật gia, pháp luật, kế hoạch cụ thể, Luật khác", []),
    ],
)
def test_documents_without_a_number_are_named(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_law_with_its_number_is_one_mention_with_its_name() -> None:
    mention = only("Luật An toàn, vệ sinh lao động số 84/2015/QH13")
    assert mention.title is not None
    assert (mention.code, mention.title.value) == ("84/2015/QH13", "Luật An toàn, vệ sinh lao động")


def test_a_reference_in_a_title_is_reported_beside_its_outer_one() -> None:
    text = "Kế hoạch số 83-KH/TU của Tỉnh ủy thực hiện Chỉ thị số 12-CT/TW của Ban Bí thư"
    outer, inner = find_mentions(text)
    assert (outer.code, inner.code) == ("83-KH/TU", "12-CT/TW")
    assert outer.title is not None
    assert outer.title.start < inner.start < outer.title.end


def test_pointers_are_anaphora() -> None:
    found = find_mentions("Kế hoạch này (Gửi kèm Công văn). Trên đây là Báo cáo của Hội.")
    assert [(one.type, one.anaphora) for one in found] == [
        ("kế hoạch", True),
        ("công văn", True),
        ("báo cáo", True),
    ]


def test_page_furniture_does_not_part_a_mention() -> None:
    text = "theo Nghị quyết số 66-\nCÔNG BÁO/Số 281/Ngày 21-05-2026 \n100\n \n \nNQ/TW của Đảng"
    assert codes(text) == ["66-NQ/TW"]


PIECES = [text for text, _, _ in CITED] + [
    " về việc thực hiện ",
    "; căn cứ ",
    " và ",
    "\n\n",
    "Luật Đất đai năm 2013",
    "Ban hành kèm theo Quyết định này “Quy chế làm việc”",
    "Kế hoạch này",
    " ngày 31/2/2020",
]
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="0123456789/-.QĐUBNDKHTW số ngày của“”()\n", max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_offsets_always_give_the_words_back(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    for mention in find_mentions(composed):
        assert composed[mention.start : mention.end] == mention.text
        for part in (mention.date, mention.issuer, mention.title):
            assert part is None or 0 <= part.start < part.end <= len(composed)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
@settings(max_examples=60, deadline=None)
def test_neither_decomposition_nor_tone_style_nor_line_breaks_change_what_is_found(
    text: str,
) -> None:
    def said(words: str) -> list[tuple[str, str, str]]:
        found = find_mentions(unicodedata.normalize("NFC", words))
        return [(one.type, one.code, one.date.value if one.date else "") for one in found]

    assert said(unicodedata.normalize("NFD", text)) == said(text)
    assert said(text.replace("ủy", "uỷ")) == said(text)
    assert said(text.replace(" của ", "\ncủa ")) == said(text)


@pytest.mark.parametrize("noise", [" " * 60_000, "1/" * 30_000, "Luật " * 20_000, "(“" * 30_000])
def test_hostile_text_takes_no_longer_than_its_length_asks(noise: str) -> None:
    assert codes(f"Quyết định số 12/QĐ-UBND {noise}") == ["12/QĐ-UBND"]


def test_a_law_whose_name_ends_in_a_type_keeps_its_number() -> None:
    found = find_mentions("Căn cứ Luật Lao động ở nước ngoài theo hợp đồng số 69/2020/QH14;")
    assert [(one.type, one.code) for one in found] == [("luật", "69/2020/QH14")]


def test_a_ministry_in_capitals_may_be_named_with_a_verb() -> None:
    text = "THÔNG TƯ SỐ 13/2021/TT-BXD CỦA BỘ TRƯỞNG BỘ XÂY DỰNG HƯỚNG DẪN ĐO BÓC KHỐI LƯỢNG"
    (found,) = find_mentions(text)
    assert found.issuer
    assert found.issuer.value == "BỘ TRƯỞNG BỘ XÂY DỰNG"
