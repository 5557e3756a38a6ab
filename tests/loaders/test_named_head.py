"""Texts without letterhead that name themselves in their first line."""

from __future__ import annotations

import pytest

from phahe.loaders.reading import Reading
from phahe.loaders.readings import readings
from phahe.loaders.text import Text

_BODY = "\n\nCăn cứ Điều lệ Đảng, Bộ Chính trị yêu cầu các cấp ủy thực hiện tốt:\n1. Quán triệt.\n"


def read(head: str) -> Reading:
    """The one document that begins with *head*."""
    return readings(Text("a.txt", head + _BODY))[0]


@pytest.mark.parametrize(
    "head",
    [
        "Chỉ thị số 91-CT/TW của Bộ Chính trị về đại hội các cấp\n\n"
        "Số 91-CT/TW, Hà Nội, ngày 30 tháng 5 năm 2019",
        "Chỉ thị 91-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội các cấp",
        "CHỈ THỊ SỐ 91-CT/TW NGÀY 30/5/2019 CỦA BỘ CHÍNH TRỊ\nVỀ ĐẠI HỘI CÁC CẤP",
        "CHỈ THỊ SỐ 91-CT/TW CỦA BỘ CHÍNH TRỊ\nvề đại hội các cấp\nNgày 30/5/2019",
        "# Chỉ thị số 91-CT/TW, ngày 30/5/2019\n**của Bộ Chính trị về đại hội các cấp**",
        "CHỈ THỊ\nVề đại hội các cấp\nSố 91-CT/TW, ngày 30/5/2019",
    ],
)
def test_a_first_line_names_the_document(head: str) -> None:
    found = read(head)
    assert found.type
    assert found.type.value == "chỉ thị"
    assert found.number
    assert found.number.value == "91-CT/TW"
    assert found.date
    assert found.date.value == "2019-05-30"
    assert found.title
    assert "đại hội các cấp" in found.title.value.lower()
    assert found.source.text[found.number.start : found.number.end] == "91-CT/TW"


def test_a_type_in_small_letters_alone_above_the_text_opens_the_title() -> None:
    found = read("Kế hoạch triển khai công tác năm 2015")
    assert found.type
    assert found.type.value == "kế hoạch"
    assert found.title
    assert found.title.value == "triển khai công tác năm 2015"


@pytest.mark.parametrize(
    "line",
    ["Kế hoạch này có hiệu lực kể từ ngày ký.", "Thực hiện Chỉ thị số 91-CT/TW của Bộ Chính trị"],
)
def test_a_sentence_is_no_head(line: str) -> None:
    assert read(line).type is None
