"""Where documents begin, and laws that hold for any text."""

from __future__ import annotations

import time
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.loaders.quote import quote, quotes
from phahe.loaders.readings import readings
from phahe.loaders.text import Text, decode, plain

FOLDER = Path(__file__).parent / "anatomy"
SINGLE = sorted(path for path in FOLDER.iterdir() if path.name != "three.txt")
LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "UBND TỈNH A",
    "SỞ Y TẾ",
    "Số: 12/KH-SYT",
    "Số:   /KH-SYT",
    "Hà Nội, ngày 2 tháng 3 năm 2020",
    "ngày    tháng    năm",
    "KẾ HOẠCH",
    "V/v họp",
    "Kính gửi: - A;",
    "- B.",
    "Căn cứ Luật A;",
    "QUYẾT ĐỊNH:",
    "Điều 1. Giao",
    "1. Một",
    "2.1. Hai",
    "a) ba",
    "<sup>1</sup> chú thích",
    "| a | b |",
    "* x",
    "Nơi nhận:",
    "- Lưu: VT.",
    "TM. ỦY BAN     GIÁM ĐỐC",
    "KT. CHỦ TỊCH",
    "(đã ký)",
    "Trần Văn An",
    "PHỤ LỤC I",
    "ĐẾN Ngày: 2/3/2020",
    "CÔNG BÁO/Số 1/Ngày 2",
    "",
    "\f",
    "-----",
    "chữ thường viết tiếp",
)
ANY = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(LINES), max_size=40).map("\n".join),
)


@pytest.mark.parametrize(
    "order", list(permutations(SINGLE[:3])), ids=lambda paths: "-".join(p.stem for p in paths)
)
def test_documents_are_split_in_any_order(order: tuple[Path, ...]) -> None:
    joined = "\n\n".join(path.read_text(encoding="utf-8") for path in order)
    found = readings(Text("all.txt", joined))
    alone = [readings(decode(path.read_bytes(), path.name))[0] for path in order]
    assert [made.number and made.number.value for made in found] == [
        made.number and made.number.value for made in alone
    ]


def test_all_documents_in_one_file_are_found() -> None:
    joined = "\n\n".join(path.read_text(encoding="utf-8") for path in SINGLE)
    assert len(readings(Text("all.txt", joined))) == len(SINGLE)


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_any_text_is_taken_apart(text: str) -> None:
    source = Text("any.txt", text)
    for reading in readings(source):
        assert 0 <= reading.start <= reading.end <= len(text)
        for paragraph in reading.paragraphs:
            assert reading.start <= paragraph.start <= paragraph.end <= reading.end
            for begin, origin, length in paragraph.pieces:
                assert (
                    paragraph.text[begin : begin + length] == plain(text)[origin : origin + length]
                )


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_every_value_stands_inside_its_document(text: str) -> None:
    for reading in readings(Text("any.txt", text)):
        heads = (
            reading.type,
            reading.number,
            reading.date,
            reading.place,
            reading.title,
            reading.issuer,
        )
        items = (
            *heads,
            *reading.addressees,
            *reading.marks,
            *(each.words for each in reading.recipients),
        )
        for stated in filter(None, items):
            assert reading.start <= stated.start <= stated.end <= reading.end
            assert stated.value


@settings(max_examples=40, deadline=None)
@given(ANY)
def test_a_quotation_is_the_words_it_points_to(text: str) -> None:
    for reading in readings(Text("any.txt", text)):
        whole = quote(reading, reading.start, reading.end, "test")
        assert whole.quote == text[whole.start : whole.end]
        for paragraph in reading.paragraphs:
            for evidence in quotes(reading, paragraph, 0, len(paragraph.text), "test"):
                assert evidence.quote == text[evidence.start : evidence.end]
                assert evidence.document == f"#{reading.index}"


def test_a_long_line_is_one_paragraph_and_takes_no_time() -> None:
    text = "chữ " * 1_000_000
    begin = time.perf_counter()
    (reading,) = readings(Text("long.txt", text))
    assert time.perf_counter() - begin < 3
    assert [each.kind for each in reading.paragraphs] == ["body"]
