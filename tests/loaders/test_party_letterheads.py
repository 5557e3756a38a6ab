"""Letterheads of the Party and of mass organisations, as narrow columns and OCR leave them."""

from __future__ import annotations

import pytest

from phahe.graph.merge import merge
from phahe.loaders.bodies import bodies
from phahe.loaders.body_types import Home
from phahe.loaders.read import read_document_file
from phahe.loaders.text import Text


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
        "truyền Đại hội.”\nHà Nam, ngày 08 tháng 11 năm 2023\nKính\n"
        "ngửi:\nBan Thường vụ Hội Nông dân các huyện.\n"
    )
    graph = merge([read_document_file(Text("a.txt", text))])
    titles = [node.fields.get("title") for node in graph.nodes.values() if node.fields.get("held")]
    assert titles == ["“V/v tuyên truyền Đại hội.”"]


def test_a_number_cut_behind_its_dash_goes_on_below() -> None:
    text = (
        "BAN CHẤP HÀNH\nTRUNG ƯƠNG\nBAN TỔ CHỨC\n-----\n|\nĐẢNG CỘNG SẢN\nVIỆT NAM\n-----\n|\n"
        "Số: 76 -\nHD/BTCTW\n|\nHà Nội, ngày\n24 tháng 9 năm 2018\n|\nHƯỚNG DẪN\nKIỂM ĐIỂM\n"
        "Thực hiện Quy định số 32-QĐ/TW, Ban Tổ chức Trung ương hướng dẫn như sau:\n"
    )
    graph = merge([read_document_file(Text("a.txt", text))])
    (own,) = (node for node in graph.nodes.values() if node.fields.get("held"))
    assert own.fields["code"] == "76-HD/BTCTW"
    assert "Ban Tổ chức Trung ương" in {
        graph.nodes[edge.target].name for edge in graph.edges if edge.relation == "ISSUED_BY"
    }


def test_a_drafting_office_in_the_number_hides_no_central_issuer() -> None:
    text = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n***\nSố: 96-CTr/TWĐTN-VP\nĐOÀN TNCS HỒ CHÍ MINH\n"
        "Hà Nội, ngày 19 tháng 5 năm 2021\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện nghị quyết\n\nA.\n"
    )
    graph = merge([read_document_file(Text("a.txt", text))])
    assert [
        graph.nodes[edge.target].name for edge in graph.edges if edge.relation == "ISSUED_BY"
    ] == ["Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"]


def test_a_name_over_three_short_lines_is_one_body() -> None:
    text = (
        "THÀNH\nỦY\nTHÀNH PHỐ HỒ CHÍ MINH\n---\n|\nĐẢNG\nCỘNG SẢN VIỆT NAM\n---\n|\nSố:\n98-KH/TU\n"
        "|\nTP.\nHồ Chí Minh, ngày 24 tháng 12 năm 2021\n|\nKẾ HOẠCH\nVỀ CỦNG CỐ HỆ THỐNG\n"
        "Thực hiện Nghị quyết số 95-NQ/TU, Ban Thường vụ xây dựng kế hoạch, cụ thể:\n"
    )
    graph = merge([read_document_file(Text("a.txt", text))])
    issuers = [
        graph.nodes[edge.target].name for edge in graph.edges if edge.relation == "ISSUED_BY"
    ]
    assert "Thành ủy Thành phố Hồ Chí Minh" in issuers


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Thường vụ Quân ủy Trung ương", "Ban Thường vụ Quân ủy Trung ương"),
        ("Ủy ban Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội"),
        ("Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội"),
    ],
)
def test_a_standing_board_is_named_without_its_first_word(words: str, name: str) -> None:
    assert [body.name for body in bodies(words, Home())] == [name]
