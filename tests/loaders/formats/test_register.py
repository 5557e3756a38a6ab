"""A register in CSV: every row is a document with its references."""

from collections import Counter
from pathlib import Path

import pytest

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
