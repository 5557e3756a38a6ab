"""A register in CSV: every row is a document with its references."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from phahe.graph.merge import merge
from phahe.loaders.formats import read_text
from phahe.loaders.formats.reader import read_bytes
from phahe.loaders.formats.register import rows
from phahe.loaders.read import read_document_file

REGISTER = Path(__file__).parents[4] / "shared" / "corpus" / "register"


@pytest.mark.parametrize("comma", [",", ";", "\t"])
def test_columns_are_found_by_their_headings_in_any_order(comma):
    heading = comma.join(("Trích yếu nội dung", "Ngày tháng", "Số, ký hiệu".replace(",", "")))
    line = comma.join(('"về ""thi đua"" năm 2022"', "05/01/2022", "12-CT/TW"))
    source = read_bytes(f"{heading}\n{line}\n".encode(), "so.csv")
    (row,) = rows(source)
    assert source.how == "register"
    assert (row.number.value, row.date.value) == ("12-CT/TW", "2022-01-05")
    assert row.title.value == 'về "thi đua" năm 2022'
    assert row.type.value == "chỉ thị"
    assert source.text[row.date.start : row.date.end] == "05/01/2022"


def test_a_table_without_these_headings_is_text():
    assert read_bytes("tên,tuổi\nAn,5\n".encode(), "a.csv").how == "text"


def test_a_row_says_what_it_carries_out():
    text = (
        "số ký hiệu,ngày ban hành,trích yếu\n1/KH-UBND,05/02/2022,triển khai Chỉ thị số 12-CT/TW\n"
    )
    facts = read_document_file(read_bytes(text.encode(), "so.csv"))
    assert [edge.relation for edge in facts.edges if edge.source == "#0"] == ["IMPLEMENTS"]
    for edge in facts.edges:
        for evidence in edge.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.skipif(not REGISTER.exists(), reason="the register is not here")
def test_a_province_s_register_gives_a_document_a_row():
    (path,) = REGISTER.glob("*.csv")
    facts = read_document_file(read_text(path, path.name))
    own = [node for node in facts.nodes if node.id.startswith("#") and "/" not in node.id]
    assert len(own) == 4056
    relations = Counter(edge.relation for edge in facts.edges)
    assert relations["IMPLEMENTS"] > 300


def test_a_row_is_registered_and_not_held_and_the_same_act_twice_is_one_document():
    text = (
        "Số ký hiệu;Ngày ban hành;Trích yếu\n"
        "12/KH-STP;05/02/2022;triển khai Luật Phổ biến, giáo dục pháp luật\n"
        "12/KH-STP;05/02/2022;triển khai Luật Phổ biến, giáo dục pháp luật\n"
        "12/KH-STP;07/03/2023;kiểm tra năm 2023\n"
    )
    graph = merge([read_document_file(read_bytes(text.encode(), "so.csv"))])
    rows = [node for node in graph.nodes.values() if node.fields.get("registered")]
    assert sorted(str(node.fields["date"]) for node in rows) == ["2022-02-05", "2023-03-07"]
    assert all(node.fields["held"] is False and node.fields["file"] == "so.csv" for node in rows)
    lines = {claim.evidence.line for node in rows for claim in node.claims if claim.evidence}
    assert lines == {2, 3, 4}


def test_the_text_of_a_registered_document_is_the_same_document():
    text = "Số ký hiệu,Ngày ban hành,Trích yếu\n12-CT/TW,05/01/2022,về công tác dân vận\n"
    letter = (
        "ĐẢNG CỘNG SẢN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG\nSố 12-CT/TW\n"
        "Hà Nội, ngày 05 tháng 01 năm 2022\n\nCHỈ THỊ\nvề công tác dân vận\n\nNội dung.\n"
    )
    files = [read_bytes(text.encode(), "so.csv"), read_bytes(letter.encode(), "ct12.txt")]
    graph = merge([read_document_file(source) for source in files])
    (node,) = [node for node in graph.nodes.values() if node.fields.get("code") == "12-CT/TW"]
    assert node.fields["held"] is True
    assert node.fields["registered"] is True


def _graph(text, name="so.csv"):
    return merge([read_document_file(read_bytes(text.encode(), name))])


def test_a_subject_never_reads_past_its_cell():
    text = (
        "Số ký hiệu,Ngày ban hành,Trích yếu,Hiệu lực\n"
        "7/UBND-VX,01/02/2019,thực hiện chương trình công tác của hội nông dân tỉnh năm 2019,"
        "Còn hiệu lực\n"
        '8/UBND-KT,05/03/2019,"phúc đáp công văn số 12/STC-NS ngày 01/03/2019 của sở tài chính.",'
        "Còn hiệu lực\n"
        '9/UBND-KT,06/03/2019,"triển khai Kế hoạch số 44/KH-UBND về ""ngày chủ nhật\nxanh""",Hết\n'
    )
    graph = _graph(text)
    for node in graph.nodes.values():
        for value in (node.name, str(node.fields.get("title", ""))):
            assert "hiệu lực" not in value.lower()
            assert "https" not in value
    (plan,) = [node for node in graph.nodes.values() if node.fields.get("code") == "44/KH-UBND"]
    assert plan.fields["title"] == "ngày chủ nhật xanh"
    for edge in graph.edges:
        for evidence in edge.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


def test_what_no_row_tells_of_the_province_is_one_place_in_all_rows():
    text = "Số ký hiệu,Ngày ban hành,Trích yếu\n" + "".join(
        f"{number}/SNV-TH,0{number}/05/2018,thực hiện quyết định số 61/qđ-ubnd ngày 02/04/2018 của "
        f"{issuer} về biên chế\n"
        for number, issuer in enumerate(("ubnd tỉnh", "ủy ban nhân dân tỉnh", "UBND tỉnh"), 1)
    )
    graph = _graph(text)
    (node,) = [node for node in graph.nodes.values() if node.fields.get("code") == "61/QĐ-UBND"]
    (edge,) = [
        edge for edge in graph.edges if (edge.source, edge.relation) == (node.id, "ISSUED_BY")
    ]
    assert graph.nodes[edge.target].name == "Ủy ban nhân dân tỉnh"


def test_the_columns_of_a_book_of_arrivals_stand_below_its_name():
    text = (
        "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN;;;;\n;;;;\n"
        "Tác giả;Số, ký hiệu văn bản;Ngày tháng văn bản;Tên loại và trích yếu nội dung văn bản;"
        "Người ký\n"
        "Sở Y tế tỉnh Hà Giang;311/SYT-NVY;08/09/2021;V/v triển khai Công điện số 5/CĐ-BYT;"
        "Lò Thị Én\n"
    )
    graph = _graph(text)
    (node,) = [node for node in graph.nodes.values() if node.fields.get("code") == "311/SYT-NVY"]
    said = {
        (edge.relation, graph.nodes[edge.target].name)
        for edge in graph.edges
        if edge.source == node.id
    }
    assert ("ISSUED_BY", "Sở Y tế tỉnh Hà Giang") in said
    assert ("IMPLEMENTS", "Công điện 5/CĐ-BYT") in said
    assert ("SIGNED_BY", "Lò Thị Én") in said


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1258"])
def test_registers_in_other_encodings_are_registers(encoding):
    rows_ = "Số ký hiệu,Ngày ban hành,Trích yếu\n" + "".join(
        f"{number}/KH-SYT,05/02/2022,triển khai kế hoạch phòng dịch của tỉnh\n"
        for number in range(1, 9)
    )
    data = rows_.encode(encoding) if encoding != "cp1258" else _old(rows_)
    source = read_bytes(data, "so.csv")
    assert source.how == "register"
    assert [row.number.value for row in rows(source)][:2] == ["1/KH-SYT", "2/KH-SYT"]


def _old(text):
    """Windows-1258 has letters and tone marks apart."""
    whole = unicodedata.normalize("NFC", text)
    out = b""
    for letter in whole:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", apart.replace(_tone(apart), ""))
            out += (base + _tone(apart)).encode("cp1258")
    return out


def _tone(apart):
    return next(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")


def test_a_state_number_without_a_type_is_a_letter_s():
    text = "Số ký hiệu,Ngày ban hành,Trích yếu\n214/UBND-NL,01/02/2019,tăng cường phòng cháy\n"
    (node,) = [node for node in _graph(text).nodes.values() if node.fields.get("registered")]
    assert node.name == "Công văn 214/UBND-NL"


def test_names_in_small_letters_are_not_cut_at_a_word_that_may_be_a_verb():
    text = (
        "Số ký hiệu,Ngày ban hành,Trích yếu\n"
        "214/UBND-NL,01/02/2019,triển khai công điện số 9/cđ-ubatgtqg ngày 02/01/2019 của ủy "
        "ban an toàn giao thông quốc gia\n"
        "215/UBND-VX,02/02/2020,thực hiện công văn số 77/cv-bcđ ngày 01/02/2020 của ban chỉ đạo "
        "quốc gia phòng chống thiên tai\n"
    )
    graph = _graph(text)
    titles = [node.fields.get("title") for node in graph.nodes.values()]
    assert not {"giao thông quốc gia", "chỉ đạo quốc gia phòng chống thiên tai"} & set(titles)


@pytest.mark.parametrize(
    ("subject", "relation"),
    [
        ("điều chỉnh mục đích sử dụng đất tại quyết định số 91/qđ-ubnd ngày 4/5/2016", "AMENDS"),
        ("bổ sung danh mục công trình vào kỳ kế hoạch tại Quyết định số 91/QĐ-UBND", "AMENDS"),
        ("giao đất tại khu đất nêu tại Quyết định số 91/QĐ-UBND", "CITES"),
        ("điều chỉnh mức trợ cấp quy định tại Nghị định số 38/2019/NĐ-CP", "CITES"),
    ],
)
def test_what_one_decision_settled_another_changes(subject, relation):
    text = f'Số ký hiệu,Ngày ban hành,Trích yếu\n5/QĐ-UBND,05/02/2022,"{subject}"\n'
    facts = read_document_file(read_bytes(text.encode(), "so.csv"))
    assert [edge.relation for edge in facts.edges if edge.source == "#0"] == [relation]
