"""What OCR mistakes, set right at the same length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phahe.loaders.mentions import find_mentions
from phahe.loaders.misread import set_right
from phahe.loaders.office import person_at
from phahe.loaders.readings import readings
from phahe.loaders.text import Text


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("ngày 05/I0/20l3", "ngày 05/10/2013"),
        ("số 1O2/QĐ~UBND", "số 102/QĐ-UBND"),
        ("UBTVQHl5", "UBTVQH15"),
        ("' Căn cứ Luật", "  Căn cứ Luật"),
        ("| Độc lập - Tự do", "  Độc lập - Tự do"),
        ("Bộ Y tế ^\nSở", "Bộ Y tế  \nSở"),
        ("Nghị dịnh dã dược sửa đổi", "Nghị định đã được sửa đổi"),
    ],
)
def test_misread_signs_are_set_right(seen: str, meant: str) -> None:
    assert set_right(seen) == meant


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |",
        "~ Lưu: VT;",
        "« Các phòng;",
        "H2O và CO2",
        "quý I/2025",
        "dược sĩ",
        "kỳ họp 'bất thường'",
        "15h30",
    ],
)
def test_what_has_another_reading_stays(text: str) -> None:
    assert set_right(text) == text


@given(st.text("Ol1 0I|'‹^~dịnhượcđãQH/\n-", max_size=60))
def test_the_length_never_changes_and_twice_is_once(text: str) -> None:
    once = set_right(text)
    assert len(once) == len(text)
    assert once.count("\n") == text.count("\n")


def test_a_reference_with_misread_digits_keeps_its_date() -> None:
    text = "‹ Căn cứ Quyết dịnh số 3l58/QĐ~SYT ngày 05/I0/20l7 của Sở Y tế"
    (mention,) = find_mentions(text)
    assert (mention.code, mention.date and mention.date.value) == ("3158/QĐ-SYT", "2017-10-05")


HEAD = """UBND TỈNH AN GIANG CỘNG HÒA XÃ  HỘI CHỦNGHĨA VI ỆT NAM ‹
SỞ Y TẾ Độc  lập - Tự do - Hạnh p húc _
_—_ Số: 12/KH-SYT An Giang, ngày l2 tháng O5 năm 2017 :
- KÉ HOẠCH .
Kiểm tra bệnh viện năm 2017

Căn cứ Luật Khám bệnh, chữa bệnh;
"""


def test_a_stained_head_with_broken_words_is_read() -> None:
    (reading,) = readings(Text("a.txt", HEAD))
    said = (reading.parent, reading.issuer, reading.type, reading.number, reading.date)
    assert [one and one.value for one in said] == [
        "UBND TỈNH AN GIANG",
        "SỞ Y TẾ",
        "kế hoạch",
        "12/KH-SYT",
        "2017-05-12",
    ]


def test_a_law_is_known_though_its_marks_are_lost() -> None:
    (mention,) = find_mentions("Căn cứ Luật tổ chúc HĐND và UBND ngày 26 tháng 11 năm 2003;")
    assert mention.text.startswith("Luật tổ chúc HĐND và UBND")
    assert mention.date
    assert mention.date.value == "2003-11-26"


def test_a_date_is_read_though_its_words_run_together() -> None:
    (mention,) = find_mentions("Tờ trình số 613/TTr-CP ngày 27 tháng6 năm2025 của Chính phủ")
    assert mention.date
    assert mention.date.value == "2025-06-27"


@pytest.mark.parametrize("line", [". Đỗ Ngọc Nam", "Đỗ Ngọc Nam -", "' Đỗ Ngọc Nam", "Đỗ Ngọc Nam"])
def test_a_name_beside_a_stain_is_a_name(line: str) -> None:
    found = person_at(line)
    assert found
    assert line[slice(*found)] == "Đỗ Ngọc Nam"


@pytest.mark.parametrize("line", ["- Đỗ Ngọc Nam;", ". Ban Thường vụ", "Như trên -"])
def test_what_is_no_name_is_none_beside_a_stain(line: str) -> None:
    assert person_at(line) is None


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Luật Tổ c chức Chính phủ", "Luật Tổ   chức Chính phủ"),
        ("Số: 12/NQ- -HĐND", "Số: 12/NQ-  HĐND"),
        ("Thông tư số 26/2020/TT: BGDĐT", "Thông tư số 26/2020/TT- BGDĐT"),
        ("ỦY:BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        ("ngày 11 tháng Ø1 năm 2022 ¬", "ngày 11 tháng 01 năm 2022  "),
    ],
)
def test_what_tesseract_makes_of_specks(seen: str, meant: str) -> None:
    assert set_right(seen) == meant


@pytest.mark.parametrize(
    "text", ["điểm c chương II", "a, b, c của Điều 2", "Kính gửi:Sở Y tế", "Ghi chú: ABC"]
)
def test_letters_and_colons_that_mean_something_stay(text: str) -> None:
    assert set_right(text) == text


@pytest.mark.parametrize("day", ["ngày:04/8/2021", "ngày ( 04 thắng 8 năm 2021", "ngày. 04/8/2021"])
def test_specks_in_a_cited_date(day: str) -> None:
    (mention,) = find_mentions(f"Quyết định số 2551/QĐ-BGDĐT {day} của Bộ Giáo dục")
    assert mention.date
    assert mention.date.value == "2021-08-04"


def test_specks_in_a_letterhead() -> None:
    head = HEAD.replace("l2 tháng O5 năm", "l2 thắng-05 năm").replace("SỞ Y TẾ ", 'SỞ Y TẾ" l . ')
    (reading,) = readings(Text("a.txt", head))
    assert reading.issuer
    assert reading.issuer.value == "SỞ Y TẾ"
    assert reading.date
    assert reading.date.value == "2017-05-12"


def test_a_middle_name_may_have_lost_its_capital() -> None:
    assert person_at("Nguyễn sỹ Hiệp") == (0, 14)
    assert person_at("Thống nhất Quản lý") is None


def test_a_page_number_inside_a_sentence_is_no_part_of_a_number() -> None:
    text = "quy định tại khoản 2 Điều 2 Nghị định số\n\n5\n\n114/2003/NĐ-CP ngày 10/10/2003"
    assert [mention.code for mention in find_mentions(text)] == ["114/2003/NĐ-CP"]
