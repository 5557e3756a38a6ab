"""Answers printed for people and for machines."""

import csv
import json
from io import StringIO

import pytest

from phahe.graph.errors import BadOutput
from phahe.graph.model import Evidence
from phahe.queries.answer import Answer
from phahe.queries.printing import print_answer

SAID = Evidence("doc:a", "a.txt", 1, 3, 10, 20, "Thực hiện\nKế hoạch | số 83", "lineage.verb")
ANSWER = Answer(
    "lags",
    ("document", "days", "relations", "date"),
    (("Công văn 578", 6, ("BASED_ON", "IMPLEMENTS"), None), ("=1+1", -3, (), "2022-06-21")),
    ((SAID,), ()),
    "Kho chỉ giữ 2 văn bản.",
)


def test_json_keeps_types_and_whole_evidence():
    whole = json.loads(print_answer(ANSWER, "json"))
    first = whole["rows"][0]
    assert (first["days"], first["relations"], first["date"]) == (
        6,
        ["BASED_ON", "IMPLEMENTS"],
        None,
    )
    assert first["evidence"][0]["quote"] == SAID.quote
    assert whole["caveat"] == ANSWER.caveat


def test_csv_can_be_read_back_and_holds_the_sentences():
    rows = list(csv.DictReader(StringIO(print_answer(ANSWER, "csv"))))
    assert rows[0]["relations"] == "BASED_ON; IMPLEMENTS"
    assert rows[0]["sentences"] == "Thực hiện Kế hoạch | số 83"
    assert rows[1]["days"] == "-3"


def test_csv_never_gives_a_spreadsheet_a_formula_from_a_document():
    rows = list(csv.DictReader(StringIO(print_answer(ANSWER, "csv"))))
    assert rows[1]["document"] == "'=1+1"


def test_markdown_quotes_the_sentence_below_the_table_in_one_line():
    text = print_answer(ANSWER, "markdown")
    assert "“Thực hiện Kế hoạch \\| số 83” (a.txt, line 3)" in text
    assert text.splitlines()[0] == "| document | days | relations | date |"
    assert "> Kho chỉ giữ 2 văn bản." in text


def test_an_unknown_format_is_refused_with_the_list():
    with pytest.raises(BadOutput, match="json, markdown, csv"):
        print_answer(ANSWER, "pdf")


def test_a_column_can_be_taken_and_an_unknown_one_is_refused():
    assert ANSWER.column("days") == [6, -3]
    with pytest.raises(KeyError):
        ANSWER.column("hours")
