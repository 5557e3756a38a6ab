"""Invented short documents of every family, taken apart."""

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


HEADS = [
    # file, type, number, date, place, parent, issuer, title
    (
        "youth-union.txt",
        ("hướng dẫn", "45-HD/TĐTN-XDĐ", "2023-02-03", "Hậu Lộc"),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "BAN CHẤP HÀNH TỈNH HẬU LỘC"),
        "Thực hiện Chương trình “Rèn luyện đoàn viên” năm 2023",
    ),
    (
        "two-columns.txt",
        ("kế hoạch", "12/KH-BTV", "2024-03-08", "Sông Đà"),
        ("HỘI LHPN VIỆT NAM", "BAN THƯỜNG VỤ HỘI LHPN HUYỆN SÔNG ĐÀ"),
        "Tổ chức các hoạt động kỷ niệm 114 năm Ngày Quốc tế Phụ nữ",
    ),
    (
        "party-cell.txt",
        ("nghị quyết", "07-NQ/CB", "2024-09-05", "Tân Lập"),
        ("ĐẢNG BỘ XÃ TÂN LẬP", "CHI BỘ TRƯỜNG THCS TÂN LẬP"),
        "họp chi bộ thường kỳ tháng 9 năm 2024",
    ),
    (
        "commune-wrapped.txt",
        ("công văn", "102/UBND-VHXH", "2025-08-15", "Phú Mỹ Hưng"),
        (None, "ỦY BAN NHÂN DÂN XÃ PHÚ MỸ HƯNG"),
        "V/v tăng cường công tác phòng, chống dịch bệnh mùa mưa năm 2025",
    ),
    (
        "joint-circular.txt",
        ("thông tư liên tịch", "07/2013/TTLT-BNV-BTC", "2013-11-20", "Hà Nội"),
        (None, "BỘ NỘI VỤ - BỘ TÀI CHÍNH"),
        "HƯỚNG DẪN CHẾ ĐỘ PHỤ CẤP ĐỐI VỚI CÁN BỘ",
    ),
    (
        "urgent-dispatch.txt",
        ("công điện", "03/CĐ-UBND", "2024-09-06", "Sông Hồng"),
        (None, "ỦY BAN NHÂN DÂN TỈNH SÔNG HỒNG"),
        "Về việc tập trung ứng phó khẩn cấp bão số 3",
    ),
    (
        "scan.txt",
        ("báo cáo", "15/BC-PNV", "2019-06-15", "Cư Jút"),
        ("UBND HUYEN CU JUT", "PHÒNG NỘI VỤ"),
        "Kết quả thực hiện cải cách hành chính quý II năm 2019",
    ),
    (
        "blank-decision.txt",
        ("quyết định", "/QĐ-SGDĐT", None, "An Ninh"),
        (None, "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH AN NINH"),
        "Về việc ban hành Quy chế làm việc",
    ),
    (
        "submission.txt",
        ("tờ trình", "15/TTr-CĐVC", "2021-01-12", "Bắc Hà"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC HÀ", "CÔNG ĐOÀN VIÊN CHỨC"),
        "Về việc đề nghị khen thưởng",
    ),
    (
        "tables.md",
        ("công văn", "145/SYT-NVD", "2023-05-04", "Sông Mã"),
        ("UBND TỈNH SÔNG MÃ", "SỞ Y TẾ"),
        "V/v báo cáo tình hình thuốc",
    ),
    (
        "title-on-type-line.txt",
        ("kế hoạch", "-KH/TU", "2024-05", "Sông Mã"),
        (None, "TỈNH ỦY SÔNG MÃ"),
        "TRIỂN KHAI THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW",
    ),
    (
        "union-decision.txt",
        ("quyết định", "30/QĐ-CĐN", "2019-04-01", "Sông Mã"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH SÔNG MÃ", "CÔNG ĐOÀN NGÀNH GIÁO DỤC"),
        "V/v khen thưởng",
    ),
    (
        "front-guideline.txt",
        ("hướng dẫn", "91/HD-MTTW-BTT", "2013-04-08", "Hà Nội"),
        ("MẶT TRẬN TỔ QUỐC VIỆT NAM ỦY BAN TRUNG ƯƠNG", "BAN THƯỜNG TRỰC"),
        "Kỹ thuật trình bày văn bản của Mặt trận Tổ quốc Việt Nam các cấp",
    ),
    (
        "party-bloc.txt",
        ("công văn", "211-CV/ĐUK", "2020-10-05", "Sông Mã"),
        ("ĐẢNG BỘ TỈNH SÔNG MÃ", "ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH"),
        "V/v lấy ý kiến góp ý dự thảo Báo cáo chính trị",
    ),
    (
        "school-notice.txt",
        ("thông báo", "88/TB-ĐHTT", "2015-01-02", "Hà Nội"),
        ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC THỦY TÚ"),
        "Về việc nghỉ Tết Nguyên đán",
    ),
    (
        "notice.md",
        ("thông báo", "82-TB/ĐU", "2025-09-11", "Hòa Bắc"),
        ("ĐẢNG BỘ TỈNH HẢI VÂN", "ĐẢNG ỦY XÃ HÒA BẮC"),
        "KẾT LUẬN CỦA BAN THƯỜNG VỤ ĐẢNG ỦY về công tác nội chính tháng 8 năm 2025",
    ),
]


@pytest.mark.parametrize(("name", "own", "bodies", "title"), HEADS)
def test_a_head_is_read(
    name: str, own: tuple[str | None, ...], bodies: tuple[str | None, ...], title: str
) -> None:
    (reading,) = read(name)
    found = (reading.type, reading.number, reading.date, reading.place)
    assert tuple(value(each) for each in found) == own
    assert (value(reading.parent), value(reading.issuer)) == bodies
    assert value(reading.title) == title


SIGNERS = [
    ("youth-union.txt", [("TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "PHÓ BÍ THƯ", "Lê Hoài Nam")]),
    ("two-columns.txt", [("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Đinh Thị Hòa")]),
    ("party-cell.txt", [("T/M CHI BỘ", "BÍ THƯ", "NGUYỄN VĂN BÌNH")]),
    ("commune-wrapped.txt", [("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Quốc Toản")]),
    (
        "joint-circular.txt",
        [
            ("KT. BỘ TRƯỞNG BỘ TÀI CHÍNH", "THỨ TRƯỞNG", "Hoàng Thị Lan"),
            ("KT. BỘ TRƯỞNG BỘ NỘI VỤ", "THỨ TRƯỞNG", "Vũ Đình Khôi"),
        ],
    ),
    ("urgent-dispatch.txt", [(None, "CHỦ TỊCH", "Ngô Đức Thắng")]),
    ("scan.txt", [(None, "TRƯỞNG PHÒNG", "Y Bhiăm Niê")]),
    ("blank-decision.txt", [(None, "GIÁM ĐỐC", None)]),
    ("tables.md", [("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lý Thị Vân")]),
    (
        "title-on-type-line.txt",
        [("T/M BAN THƯỜNG VỤ K/T BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Lò Văn Phương")],
    ),
    (
        "front-guideline.txt",
        [("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH - TỔNG THƯ KÝ", "Vũ Trọng Kim")],
    ),
    ("party-bloc.txt", [("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Hà Thị Sen")]),
    ("school-notice.txt", [(None, "HIỆU TRƯỞNG", "Hoàng Minh Tuấn")]),
    ("notice.md", [("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Bùi Văn Chiến")]),
]


@pytest.mark.parametrize(("name", "signers"), SIGNERS)
def test_signers_are_read(name: str, signers: list[tuple[str | None, ...]]) -> None:
    (reading,) = read(name)
    found = [
        (value(each.authority), value(each.position), value(each.name))
        for each in reading.signatures
    ]
    assert found == signers


RECIPIENTS = [
    (
        "youth-union.txt",
        ["Ban TCKT TW Đoàn:report", "TT Tỉnh đoàn:distribution", "VP:file", "XDĐ:file"],
    ),
    ("party-cell.txt", ["Đảng ủy xã:report", "Đảng viên chi bộ:distribution", "CB:file"]),
    ("submission.txt", ["Như kính gửi:as-above", "VP:file"]),
    ("scan.txt", ["UBND huyện:report", "VT:file"]),
    ("blank-decision.txt", ["Như Điều 2:as-above", "VT:file"]),
    (
        "joint-circular.txt",
        ["Ban Bí thư Trung ương Đảng:distribution", "VT:file", "BNV:file", "BTC:file"],
    ),
]


@pytest.mark.parametrize(("name", "recipients"), RECIPIENTS)
def test_recipients_are_read_with_their_purpose(name: str, recipients: list[str]) -> None:
    (reading,) = read(name)
    assert [f"{each.words.value}:{each.purpose}" for each in reading.recipients] == recipients


def test_recipients_on_one_line_are_several() -> None:
    reading = taken("CHỈ THỊ\nVề học tập\n\nNội dung.\nNơi nhận: Như trên; Lưu: VT, DP.\n")
    assert [each.words.value for each in reading.recipients] == ["Như trên", "VT", "DP"]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("commune-wrapped.txt", 4),
        ("urgent-dispatch.txt", 2),
        ("submission.txt", 1),
        ("scan.txt", 0),
    ],
)
def test_addressees_are_counted(name: str, count: int) -> None:
    (reading,) = read(name)
    assert len(reading.addressees) == count


def test_one_line_of_addressees_is_cut_at_semicolons_only() -> None:
    reading = taken(
        "Số: 12/UBND-VP\nV/v họp\n\nKính gửi: Sở Y tế; UBND các huyện, thị xã.\n\nMời họp.\n"
    )
    assert [each.value for each in reading.addressees] == ["Sở Y tế", "UBND các huyện, thị xã"]


def test_several_documents_in_one_file_are_several_readings() -> None:
    numbers = [value(reading.number) for reading in read("three.txt")]
    assert numbers == ["45-HD/TĐTN-XDĐ", "12/KH-BTV", "102/UBND-VHXH"]
    first, second, third = read("three.txt")
    assert first.end < second.start < second.end < third.start
    assert [reading.index for reading in (first, second, third)] == [0, 1, 2]
