"""Decoding, the plain form, pages and lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phahe.graph.errors import UnreadableFile
from phahe.loaders.text import Text, decode, footnote_marks, locate, plain

VIETNAMESE = st.text(
    alphabet=st.sampled_from("aăâeoôuủỷỵhHqQgđĐÐ–‑*_#\\<>/sup[^1] \t\n\f\xa0.;:“”ТКН2ỳòà"),
    max_size=200,
)


@given(st.one_of(st.text(max_size=200), VIETNAMESE))
def test_plain_text_has_the_length_of_its_source(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(VIETNAMESE)
def test_plain_text_is_plain_already(text: str) -> None:
    once = plain(text)
    assert plain(once).replace(" ", "") == once.replace(" ", "")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("uỷ UỶ hoà Hoà thuỷ xoè", "ủy ỦY hòa Hòa thủy xòe"),
        ("quý quỹ quà hoàn thuyền giá ngoài", "quý quỹ quà hoàn thuyền giá ngoài"),
        ("Ðảng Ɖảng ðồng chí", "Đảng Đảng đồng chí"),
        ("83‑KH/TU – 84—KH/TU", "83-KH/TU - 84-KH/TU"),
        ("số\xa012\tKH", "số 12 KH"),
        ("5/QĐ\xadUBND \xad 2011\xad2020; ngư\xadời", "5/QĐ-UBND - 2011-2020; ngư ời"),
        ("## KẾ HOẠCH ##", "   KẾ HOẠCH   "),
        ("**Cơ quan:** A", "  Cơ quan:   A"),
        ("CV_MTTW_BTT", "CV_MTTW_BTT"),
        ("83-КН/TU", "83-KH/TU"),
        ('“Về” "việc"', '“Về” "việc"'),
    ],
)
def test_one_thing_has_one_spelling(written: str, expected: str) -> None:
    assert plain(written) == expected


def test_footnote_digits_stay_and_are_told_from_numbers() -> None:
    text = "Campuchia<sup>1</sup> năm 2022[^2], Lào³"
    assert [text[start:end] for start, end in footnote_marks(text)] == ["1", "2", "³"]
    assert "1" in plain(text)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Số: 12\r\nA\rB".encode(), "Số: 12\nA\nB"),
        (b"\xef\xbb\xbf" + "Kế hoạch".encode(), "Kế hoạch"),
        ("Kế hoạch".encode("utf-16"), "Kế hoạch"),
        ("Kế hoạch số 12 của Ủy ban".encode("utf-16-le"), "Kế hoạch số 12 của Ủy ban"),
        ("Kế hoạch".encode(), "Kế hoạch"),
    ],
)
def test_bytes_become_composed_text_with_plain_line_ends(data: bytes, text: str) -> None:
    assert decode(data, "a.txt").text == text


def test_markdown_is_told_by_its_name() -> None:
    assert decode(b"a", "a.md").how == "markdown"


def test_a_form_feed_opens_a_page() -> None:
    text = decode(b"mot\n\fhai\nba\n\f", "a.txt")
    assert text.pages == (0, 5)
    assert locate(text, text.text.index("ba")) == (2, 3)
    assert locate(text, 0) == (1, 1)


@pytest.mark.parametrize("data", [b"", b" \n\t", bytes(range(256)) * 20, b"\x00" * 50])
def test_what_is_no_text_is_refused_with_its_name(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.bin"):
        decode(data, "a.bin")


def test_few_broken_bytes_are_replaced_and_counted() -> None:
    text = decode("Kế hoạch năm 2022 của tỉnh".encode() + b"\xff\xfe", "a.txt")
    assert text.text.endswith("\ufffd")
    assert text.warnings
    assert "2" in text.warnings[0]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except UnreadableFile:
        return
    assert isinstance(text, Text)
    assert locate(text, len(text.text))[1] >= 1
