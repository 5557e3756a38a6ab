"""The paragraphs of invented documents: sections, wrapped lines, footnotes, annexes, stamps."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from phahe.loaders.reading import Reading, Stated
from phahe.loaders.readings import readings
from phahe.loaders.text import Text, decode

FOLDER = Path(__file__).parent / "anatomy"


@cache
def read(name: str) -> tuple[Reading, ...]:
    path = FOLDER / name
    return tuple(readings(decode(path.read_bytes(), path.name)))


def taken(text: str) -> Reading:
    (only,) = readings(Text("t.txt", text))
    return only


def value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def sections(reading: Reading) -> list[str]:
    return [each.section for each in reading.paragraphs if each.section]


def kinds(reading: Reading, *wanted: str) -> list[str]:
    return [each.text for each in reading.paragraphs if each.kind in wanted]


def test_sections_are_numbered_from_the_labels() -> None:
    (reading,) = read("youth-union.txt")
    assert sections(reading) == [
        "I",
        "I.1",
        "I.2",
        "II",
        "II.1",
        "II.1.a",
        "II.1.b",
        "II.2",
        "II.2",
    ]


def test_articles_and_clauses_are_numbered_across_chapters() -> None:
    (reading,) = read("joint-circular.txt")
    assert sections(reading)[:5] == ["1", "1.1", "1.2", "2", "2"]


def test_wrapped_lines_are_one_paragraph() -> None:
    (reading,) = read("commune-wrapped.txt")
    (first, _) = [each for each in reading.paragraphs if each.kind == "body"]
    assert first.text.endswith("của Ủy ban nhân dân xã.")
    assert len(first.pieces) == 3


def test_a_preamble_ends_with_the_operative_words() -> None:
    (reading,) = read("blank-decision.txt")
    assert kinds(reading, "preamble")[-1] == "QUYẾT ĐỊNH:"
    assert kinds(reading, "preamble")[0] == "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO"


def test_an_annex_is_no_document_of_its_own() -> None:
    (reading,) = read("blank-decision.txt")
    annex = kinds(reading, "annex")
    assert annex[0] == "QUY CHẾ Làm việc của Sở Giáo dục và Đào tạo"
    assert any("Nguyên tắc tập trung" in text for text in kinds(reading, "body"))


def test_a_footnote_is_kept_apart() -> None:
    (reading,) = read("notice.md")
    assert kinds(reading, "footnote") == ["Theo Kế hoạch số 5-KH/ĐU."]


def test_a_paragraph_goes_on_behind_the_footnote_that_interrupts_it() -> None:
    reading = taken(
        "KẾ HOẠCH\nVề hợp tác\n\n1. Giao Sở A phối hợp, kể cả các\n\n"
        "<sup>1</sup> - Biên bản một.\n\n- Biên bản hai.\n\n\n\nhuyện giáp biên.\n\n2. Giao Sở B.\n"
    )
    interrupted = next(each for each in reading.paragraphs if each.section == "1")
    assert interrupted.text == "1. Giao Sở A phối hợp, kể cả các huyện giáp biên."
    assert len(interrupted.pieces) == 2
    assert kinds(reading, "footnote") == ["- Biên bản một.", "- Biên bản hai."]


def test_a_page_break_inside_a_sentence_is_bridged() -> None:
    reading = taken("KẾ HOẠCH\nVề hợp tác\n\nKết nối kinh\n\n\n\ntế và thương mại.\n")
    assert "Kết nối kinh tế và thương mại." in kinds(reading, "body")


def test_assignment_lines_are_paragraphs_of_their_section() -> None:
    reading = taken(
        "KẾ HOẠCH\nVề hợp tác\n\nI. NỘI DUNG\n\n## 1. Tổ chức học tập\n\n"
        "\\* *Cơ quan chủ trì:* Sở A.\n\\* *Cơ quan phối hợp*: Sở B.\n"
    )
    starred = [(each.label, each.section) for each in reading.paragraphs if each.label == "*"]
    assert starred == [("*", "I.1"), ("*", "I.1")]


STAMPED = """\
HUYỆN ỦY MƯỜNG LA
BAN TUYÊN GIÁO
ĐẢNG CỘNG SẢN VIỆT NAM
Mường La, ngày 02 tháng 3 năm 2021
Số 31-CV/BTGHU
V/v tuyên truyền bầu cử

HỘI NÔNG DÂN HUYỆN MƯỜNG LA
Số: 104 ....
ĐẾN Ngày: 05/3/2021
Chuyển: VP

Kính gửi: - Các chi bộ,
- Các đoàn thể huyện.

Thực hiện kế hoạch, Ban Tuyên giáo đề nghị phối hợp.

Nơi nhận:
- Như trên,
- Lưu BTG.
LTH-15b
"""


def test_an_arrival_stamp_tells_who_received_and_when() -> None:
    reading = taken(STAMPED)
    (stamp,) = reading.stamps
    assert value(stamp.receiver) == "HỘI NÔNG DÂN HUYỆN MƯỜNG LA"
    assert value(stamp.number) == "104"
    assert value(stamp.date) == "2021-03-05"
    assert value(stamp.routing) == "VP"
    assert value(reading.number) == "31-CV/BTGHU"
    assert value(reading.issuer) == "BAN TUYÊN GIÁO"
    assert len(reading.addressees) == 2
    assert [mark.value for mark in reading.marks] == ["LTH-15b"]
    assert reading.signatures == ()


def test_a_title_of_two_documents_stays_with_its_own() -> None:
    text = "KẾ HOẠCH\nThực hiện Chỉ thị số 12-CT/TW, ngày 05/01/2022\ncủa Ban Bí thư\n\n1. Một.\n"
    assert (
        value(taken(text).title) == "Thực hiện Chỉ thị số 12-CT/TW, ngày 05/01/2022 của Ban Bí thư"
    )


def test_an_unfilled_date_is_unknown() -> None:
    (reading,) = read("blank-decision.txt")
    assert reading.date is None


def test_a_text_without_any_head_is_one_document_without_anything_invented() -> None:
    reading = taken("Một đoạn văn.\nHai đoạn văn.\n")
    nothing = (reading.type, reading.number, reading.date, reading.title, reading.issuer)
    assert nothing == (None,) * 5
    assert reading.addressees + reading.recipients + reading.signatures == ()


@pytest.mark.parametrize(
    "form",
    [
        "PHỤ LỤC\n\nTÊN CƠ QUAN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: ..../QĐ-...\n......, ngày ... tháng ... năm ...\nQUYẾT ĐỊNH\nVề việc cấp phép\n",
        "Mẫu số 01\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐỀ NGHỊ\n",
    ],
)
def test_a_form_to_fill_in_starts_no_document(form: str) -> None:
    text = (FOLDER / "urgent-dispatch.txt").read_text(encoding="utf-8") + "\n\n" + form
    assert len(readings(Text("t.txt", text))) == 1


def test_a_wrapped_date_line_is_one_date() -> None:
    reading = taken(
        "SỞ Y TẾ\nSố: 12/SYT-NV\nV/v họp\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\n"
        "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 11 tháng 7 năm\n2022\nKính gửi: Các bệnh viện.\n"
    )
    assert value(reading.date) == "2022-07-11"
    assert value(reading.title) == "V/v họp"
    assert value(reading.issuer) == "SỞ Y TẾ"
    assert len(reading.addressees) == 1


def test_a_row_of_a_table_gives_its_cells() -> None:
    reading = taken("KẾ HOẠCH\nVề học tập\n\n1. Phân công:\nTT\tViệc\tCơ quan\n1\tHọc tập\t\n")
    rows = [each for each in reading.paragraphs if each.kind == "row"]
    cells = [[row.text[at : at + size] for at, _, size in row.pieces] for row in rows]
    assert cells == [["TT", "Việc", "Cơ quan"], ["1", "Học tập"]]
    assert {row.section for row in rows} == {"1"}


def test_notes_behind_the_signatures_are_footnotes() -> None:
    text = (FOLDER / "urgent-dispatch.txt").read_text(encoding="utf-8")
    reading = taken(text + "1 Theo Kế hoạch số 5/KH-UBND.\n2 Theo Quyết định số 6/QĐ-UBND.\n")
    notes = [(each.label, each.text) for each in reading.paragraphs if each.kind == "footnote"]
    assert [label for label, _ in notes] == ["1", "2"]
    assert notes[0][1] == "Theo Kế hoạch số 5/KH-UBND."


def test_capitals_of_old_fonts_are_capitals() -> None:
    reading = taken("UBND TỉNH HOÀ AN\nSố: 12/KH-UBND\nKế HOạCH\nVề học tập\n")
    assert value(reading.issuer) == "UBND TỈNH HÒA AN"
    assert value(reading.type) == "kế hoạch"


def test_a_deputy_signs_for_the_office_above_it() -> None:
    reading = taken(
        "CHỈ THỊ\nVề học tập\n\nNội dung./.\n\nTHỐNG ĐỐC\nPHÓ THỐNG ĐỐC\n\nĐoàn Thái An\n"
    )
    (signature,) = reading.signatures
    assert value(signature.authority) == "THỐNG ĐỐC"
    assert value(signature.position) == "PHÓ THỐNG ĐỐC"
    assert value(signature.name) == "Đoàn Thái An"


def test_a_consolidated_text_takes_its_number_from_the_block_that_certifies_it() -> None:
    reading = taken(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTHÔNG TƯ\nVề phí\n\n"
        "Điều 1. Mức phí\nMức phí là 10.\n\nBỘ TÀI CHÍNH\nSố: 08/VBHN-BTC\n"
        "XÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 17 tháng 4 năm 2026\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\n"
        "Nguyễn Văn An\n"
    )
    found = (reading.type, reading.number, reading.date, reading.issuer)
    expected = ("văn bản hợp nhất", "08/VBHN-BTC", "2026-04-17", "BỘ TÀI CHÍNH")
    assert tuple(value(each) for each in found) == expected


def test_a_law_without_a_date_line_has_the_date_of_its_adoption() -> None:
    reading = taken(
        "QUỐC HỘI\nLuật số: 10/2030/QH18\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLUẬT\nTHỦY SẢN\n\n"
        "Điều 1. Phạm vi\nLuật này quy định.\n\nLuật này được Quốc hội khóa XVIII, kỳ họp thứ 2 "
        "thông qua ngày 13 tháng 11 năm 2030.\n\nCHỦ TỊCH QUỐC HỘI\n\nLê Thị An\n"
    )
    assert value(reading.date) == "2030-11-13"
    assert value(reading.number) == "10/2030/QH18"


def test_a_part_named_inside_a_section_opens_no_part() -> None:
    reading = taken(
        "KẾ HOẠCH\nVề học tập\n\nI. Nội dung\nPhần A: Số liệu.\nII. Đối tượng\n1. Học sinh.\n"
    )
    assert sections(reading) == ["I", "I", "II", "II.1"]


def test_letters_stand_below_the_romans_that_came_first() -> None:
    reading = taken("KẾ HOẠCH\nVề học tập\n\nI. Một\nA. Hai\n1. Ba.\nB. Bốn\nII. Năm\n")
    assert sections(reading) == ["I", "I.A", "I.A.1", "I.B", "II"]


def test_chapters_stand_inside_parts() -> None:
    reading = taken(
        "LUẬT\nTHỦY SẢN\n\nPhần thứ nhất\nCHUNG\nChương I\nMỞ ĐẦU\nI. Một\nChương II\nHAI\nI. Hai\n"
    )
    assert sections(reading) == ["nhất", "nhất.I", "nhất.I.I", "nhất.II", "nhất.II.I"]
