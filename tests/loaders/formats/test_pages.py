"""Pages: reading order, paragraphs over line and page ends, footnotes with their page."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from phahe.loaders.formats import read_text
from phahe.loaders.formats.compose import NotesHere, PageTurn, Table, compose
from phahe.loaders.formats.doubt import marked, without_marks
from phahe.loaders.formats.lines import Line, Note, Page
from phahe.loaders.formats.paragraphs import flow
from phahe.loaders.formats.reread import reread
from phahe.loaders.text import Text, locate

FORMATS = Path(__file__).parents[4] / "shared" / "corpus" / "formats"
needs_corpus = pytest.mark.skipif(not FORMATS.exists(), reason="the corpus of formats is not here")


def line(text, top, left=60.0, right=540.0, size=12.0):
    return Line(text, left, top, right, top + size, size)


def page(number, *lines, notes=()):
    return Page(number, 600, 800, tuple(lines), notes)


def read(*pages):
    blocks, notes = flow(list(pages))
    return compose(blocks, "a.pdf", "pdf", notes)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Thực hiện Kế hoạch số 83-KH/TU ngày 08-", "8-2025 của Tỉnh ủy", "ngày 08-8-2025 của"),
        ("Thực hiện Chỉ thị số 12-CT/", "TW của Ban Bí thư", "số 12-CT/TW của"),
        ("giai đoạn 2020 -", "2025 của tỉnh", "2020 - 2025"),
        ("các tổ chức chính trị", "- xã hội trong tỉnh", "chính trị\n- xã hội"),
        ("của Ban Thường vụ", "Tỉnh ủy Tây Ninh", "Ban Thường vụ Tỉnh ủy"),
    ],
)
def test_a_line_end_inside_a_number_joins_without_a_blank(first, second, joined):
    text = read(page(1, line(first, 100), line(second, 116), line("xa hơn nữa", 132))).text
    assert joined in text


def test_an_indent_a_list_mark_and_a_short_line_begin_paragraphs():
    text = read(
        page(
            1,
            line("Một dòng dài đến lề phải của trang giấy này", 100),
            line("đoạn mới thụt vào", 116, left=90),
            line("- gạch đầu dòng", 132),
            line("ngắn, nên hết", 148, right=100),
            line("Đoạn sau", 164),
        )
    ).text
    assert text.split("\n")[2:] == ["- gạch đầu dòng ngắn, nên hết", "Đoạn sau", ""]


def test_a_paragraph_goes_on_over_a_page_and_its_footnote_keeps_the_page():
    note = Note("1", (line("Biên bản ngày 14/3/2019.", 700, size=9),))
    source = read(
        page(1, line("Các bản ghi nhớ hợp tác\ue0001\ue001 của Mặt trận", 600), notes=(note,)),
        page(2, line("và các tổ chức trong tỉnh Tây Ninh.", 60), line("- Hết trang hai", 90)),
    )
    first, *_, last = source.text.rstrip("\n").split("\n")
    assert first == "Các bản ghi nhớ hợp tác[^1] của Mặt trận và các tổ chức trong tỉnh Tây Ninh."
    assert last == "[^1] Biên bản ngày 14/3/2019."
    assert locate(source, source.text.index("Biên bản"))[0] == 1
    assert locate(source, source.text.index("Hết trang hai"))[0] == 2


def test_footnotes_stand_before_the_next_document_of_the_file():
    note = Note("1", (line("Chú thích.", 700, size=9),))
    text = read(
        page(1, line("Văn bản thứ nhất\ue0001\ue001", 100), notes=(note,)),
        page(2, line("ĐẢNG CỘNG SẢN VIỆT NAM", 60), line("Văn bản thứ hai", 90)),
    ).text
    assert text.index("Chú thích") < text.index("ĐẢNG CỘNG SẢN")


def test_a_raised_number_without_a_note_is_a_plain_number():
    assert read(page(1, line("500 m\ue0002\ue001 đất", 100))).text == "500 m2 đất\n"


def test_turning_back_a_page_is_kept():
    source = compose(["a", "\fb", PageTurn(1), "c", PageTurn(2), "d", NotesHere()], "x")
    assert [locate(source, source.text.index(letter))[0] for letter in "abcd"] == [1, 2, 1, 2]


def test_a_table_of_two_columns_with_one_line_each_is_data():
    table = Table((((("Số"),), ("Tên",)), (("1",), ("Kế hoạch",))))
    assert compose([table], "x").text == "Số\tTên\n1\tKế hoạch\n"


def test_doubts_point_at_their_words():
    source = without_marks(Text("a", f"a {marked('Biểu', 67)} b\nc {marked('sure', 99)}", (0, 9)))
    assert [source.text[d.start : d.end] for d in source.doubts] == ["Biểu"]
    assert source.pages == (0, 7)
    assert source.text == "a Biểu b\nc sure"


@pytest.mark.parametrize(
    ("elsewhere", "read_as", "word"),
    [
        ("Hội CCB tỉnh", "CCPB", "CCB"),
        ("Hội CCB tỉnh. Hội LHPN tỉnh", "CCPB", "CCPB"),  # two words stand there: which is unknown
        ("ngày 14 tháng", "74", "74"),  # a number is never changed
        ("Hội Nông tỉnh", "CCPB", "CCPB"),
    ],
)
def test_a_blurred_word_is_read_as_elsewhere_only_where_that_is_sure(elsewhere, read_as, word):
    first, *_, last = elsewhere.split(".")[0].split()
    blurred = f"{first} {marked(read_as, 40)} {last}"
    (after,), _ = reread([page(1, line(elsewhere, 100), line(blurred, 120))])
    assert f" {word}" in without_marks(Text("a", after.items[1].text)).text


@needs_corpus
def test_the_footnote_of_a_pdf_keeps_its_page():
    source = read_text(FORMATS / "kh83.pdf", "kh83.pdf")
    assert locate(source, source.text.index("Biên bản hội đàm"))[0] == 3
    assert locate(source, source.text.index("NTV-82"))[0] == 7
    assert "Campuchia[^1]." in source.text


@needs_corpus
def test_columns_set_with_tabs_are_read_one_after_the_other():
    text = read_text(FORMATS / "tabheader.pdf", "tabheader.pdf").text
    assert text.startswith(
        "TỈNH ỦY TÂY NINH\nBAN DÂN VẬN\nSố 578-CV/BDVTU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    )


@needs_corpus
@pytest.mark.skipif(not find_spec("tesserocr"), reason="phahe[ocr] is not installed")
def test_words_that_ocr_doubts_are_listed():
    source = read_text(FORMATS / "cv457__scan200.pdf", "cv457__scan200.pdf")
    assert source.how == "ocr"
    assert source.doubts
    assert all(0 <= doubt.confidence < 80 for doubt in source.doubts)
    assert all(letter < "\ue000" or letter > "\uf8ff" for letter in source.text)
