"""References read only how a document opens; it must say what the whole document says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from phahe.loaders.reading import Reading
from phahe.loaders.readings import openings, readings
from phahe.loaders.text import decode

FOLDERS = (Path(__file__).parent / "anatomy", Path(__file__).parents[2] / "data" / "documents")
FILES = [path for folder in FOLDERS for path in sorted(folder.glob("*.*")) if path.suffix != ".csv"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_opening_says_what_the_whole_document_says_of_itself(path: Path) -> None:
    source = decode(path.read_bytes(), path.name)
    assert [_head(each) for each in openings(source)] == [_head(each) for each in readings(source)]


def _head(each: Reading) -> Reading:
    return replace(each, paragraphs=(), recipients=(), signatures=(), marks=())


def test_the_date_of_adoption_below_a_law_is_its_date_in_the_opening_too() -> None:
    text = (
        "QUỐC HỘI\n\nLUẬT\nTHỦ ĐÔ\n\nĐiều 1. Phạm vi\nLuật này quy định về Thủ đô.\n\n"
        "Luật này được Quốc hội thông qua ngày 21 tháng 11 năm 2012.\n"
    )
    source = decode(text.encode(), "luat.txt")
    (opened,), (whole,) = openings(source), readings(source)
    assert opened.date == whole.date
    assert opened.date is not None
