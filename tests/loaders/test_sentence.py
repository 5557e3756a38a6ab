"""The sentence around some words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phahe.loaders.sentence import sentence

CASES = [
    # text, words inside, the sentence
    ("Một. Giao Sở A thực hiện. Hai.", "Sở A", "Giao Sở A thực hiện."),
    ("Hôm nay TP. Huế họp. Xong.", "Huế", "Hôm nay TP. Huế họp."),
    ("Theo báo, v.v. và đài. Sau đó.", "đài", "Theo báo, v.v. và đài."),
    ("Căn cứ Luật A;\nCăn cứ Luật B;\nTheo đề nghị.", "Luật B", "Căn cứ Luật B;"),
    ("Có hiệu lực từ ngày ký./.\n\nNơi nhận:", "hiệu lực", "Có hiệu lực từ ngày ký./."),
    ("Hạn 12.5.2022 là cuối. Hết.", "cuối", "Hạn 12.5.2022 là cuối."),
    ("1.1. Tổ chức học tập. Sau đó thi.", "học tập", "1.1. Tổ chức học tập."),
    ("12. Giao Sở Y tế. Hết.", "Sở Y tế", "12. Giao Sở Y tế."),
    ("Kết nối kinh\n\ntế với bạn. Hết.", "bạn", "Kết nối kinh\n\ntế với bạn."),
    ("Đoạn một\n\n- Mục hai không chấm\n\n- Mục ba", "Mục hai", "- Mục hai không chấm"),
    ("Ông Nguyễn V. Bình ký. Hết.", "ký", "Ông Nguyễn V. Bình ký."),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_a_sentence_is_found_around_words(text: str, words: str, expected: str) -> None:
    start = text.index(words)
    low, high = sentence(text, start, start + len(words))
    assert text[low:high] == expected


@given(st.text(alphabet="aA1. \n;-/TP“”", max_size=300), st.data())
def test_a_sentence_holds_the_words_it_was_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = sentence(text, start, end)
    assert 0 <= low <= start <= end <= high <= len(text)


def test_an_endless_line_costs_no_more_than_its_neighbourhood() -> None:
    text = "a" * 5_000_000
    begin = time.perf_counter()
    low, high = sentence(text, 2_500_000, 2_500_010)
    assert time.perf_counter() - begin < 0.5
    assert high - low < 10_000
