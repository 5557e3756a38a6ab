"""What documents do to each other, and the words that say so."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.loaders.lineage import lineage
from phahe.loaders.mentions import find_mentions
from phahe.loaders.reading import Paragraph, Reading, Stated
from phahe.loaders.readings import readings
from phahe.loaders.resolve import resolve
from phahe.loaders.text import Text

Said = tuple[str, str, str]


def links(text: str, where: str = "preamble", kind: str = "kế hoạch") -> list[Said]:
    """Relations of a document of one paragraph; ends as codes or names, "self" for it."""
    whole = (Paragraph(where, text, ((0, 0, len(text)),)),)
    reading = Reading(Text("a.txt", text), 0, 0, len(text), whole, Stated(kind, 0, 0))
    return _said(reading, text)


def _said(reading: Reading, text: str) -> list[Said]:
    references = resolve(reading, find_mentions(text))
    names = {f"#{reading.index}": "self"}
    for one in references:
        names.setdefault(one.target, one.mention.code or " ".join(one.mention.text.split()))
    found = []
    for link in lineage(reading, references):
        assert link.start < link.end <= len(text)
        assert link.cue == "" or link.cue.split()[-1] in text[link.start : link.end].lower()
        found.append((names[link.source], link.relation, names[link.target]))
    return found


CHAIN = (
    "Căn cứ Công văn số 3000/LĐLĐ, ngày 11/7/2022 của Liên đoàn Lao động tỉnh về việc triển khai "
    "thực hiện Kế hoạch số 83-KH/TU, ngày 21/6/2022 của Tỉnh ủy thực hiện Chỉ thị số 12-CT/TW, "
    "ngày 05/01/2022 của Ban Bí thư về công tác đối ngoại;"
)


def test_in_a_chain_the_verb_between_two_belongs_to_the_left_one() -> None:
    assert [link for link in links(CHAIN) if link[1] != "CITES"] == [
        ("self", "BASED_ON", "3000/LĐLĐ"),
        ("3000/LĐLĐ", "IMPLEMENTS", "83-KH/TU"),
        ("83-KH/TU", "IMPLEMENTS", "12-CT/TW"),
    ]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Căn cứ", "BASED_ON"),
        ("Thực hiện", "IMPLEMENTS"),
        ("Để triển khai thực hiện", "IMPLEMENTS"),
        ("Tiếp tục thực hiện", "CONTINUES"),
        ("Phúc đáp", "RESPONDS_TO"),
        ("Theo đề nghị của Sở Tài chính tại", "PROPOSED_BY"),
        ("Trên cơ sở", "BASED_ON"),
    ],
)
def test_a_preamble_opens_with_its_relation(words: str, relation: str) -> None:
    assert links(f"{words} Công văn số 12/UBND-VX ngày 3/4/2020") == [
        ("self", relation, "12/UBND-VX")
    ]


@pytest.mark.parametrize(
    ("words", "kind", "relation"),
    [
        ("Triển khai", "kế hoạch", "IMPLEMENTS"),
        ("V/v triển khai thực hiện", "công văn", "IMPLEMENTS"),
        ("Tiếp tục thực hiện", "kế hoạch", "CONTINUES"),
        ("thực hiện", "hướng dẫn", "GUIDES"),
        ("Hướng dẫn thi hành một số điều của", "thông tư", "GUIDES"),
        ("Quy định chi tiết một số điều và biện pháp thi hành", "nghị định", "DETAILS"),
        ("Sửa đổi, bổ sung một số điều của", "quyết định", "AMENDS"),
        ("Về việc bãi bỏ", "quyết định", "REPEALS"),
        ("Đính chính", "quyết định", "CORRECTS"),
        ("Sơ kết 03 năm thực hiện", "báo cáo", "REVIEWS"),
        ("Kết quả thực hiện", "báo cáo", "REPORTS_ON"),
        ("V/v trả lời", "công văn", "RESPONDS_TO"),
    ],
)
def test_a_title_says_what_the_document_does(words: str, kind: str, relation: str) -> None:
    text = f"{words} Nghị định số 30/2020/NĐ-CP"
    found = links(text, "title", kind)
    assert ("self", relation, "30/2020/NĐ-CP") in found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Điều 2. Quyết định này thay thế Quyết định số 181/2003/QĐ-TTg.", "REPLACES"),
        ("Điều 2. Bãi bỏ khoản 3 Điều 4 Quyết định số 181/2003/QĐ-TTg.", "REPEALS"),
        ("Sửa đổi, bổ sung khoản 1 Điều 5 Quyết định số 181/2003/QĐ-TTg như sau", "AMENDS"),
        ("Thay thế cụm từ “A” bằng cụm từ “B” tại Điều 5 Quyết định số 181/2003/QĐ-TTg", "AMENDS"),
        ("Quyết định số 181/2003/QĐ-TTg hết hiệu lực kể từ ngày Quyết định này", "REPEALS"),
        ("Quyết định này quy định chi tiết Điều 5 Quyết định số 181/2003/QĐ-TTg", "DETAILS"),
        ("(Gửi kèm Quyết định số 181/2003/QĐ-TTg)", "ENCLOSES"),
        ("quy định tại Điều 5 Quyết định số 181/2003/QĐ-TTg", "CITES"),
        ("trong đó có nội dung thực hiện Quyết định số 181/2003/QĐ-TTg", "CITES"),
        ("Các xã căn cứ nhiệm vụ giao tại Quyết định số 181/2003/QĐ-TTg để làm", "CITES"),
        ("Khoản này được sửa đổi theo Điều 5 Quyết định số 181/2003/QĐ-TTg", "CITES"),
        ("đánh giá việc thay thế nhân sự theo Quyết định số 181/2003/QĐ-TTg", "CITES"),
    ],
)
def test_in_the_body_only_the_document_itself_or_an_article_acts(text: str, relation: str) -> None:
    assert links(text, "body", "quyết định") == [("self", relation, "181/2003/QĐ-TTg")]


def test_the_passive_turns_the_edge() -> None:
    text = (
        "Căn cứ Luật Tổ chức Quốc hội số 57/2014/QH13 đã được sửa đổi, \nbổ sung một số điều theo "
        "Luật số 65/2020/QH14 và Luật số 62/2025/QH15;"
    )
    assert [link for link in links(text) if link[1] != "CITES"] == [
        ("self", "BASED_ON", "57/2014/QH13"),
        ("65/2020/QH14", "AMENDS", "57/2014/QH13"),
        ("62/2025/QH15", "AMENDS", "57/2014/QH13"),
    ]


def test_a_decree_amends_the_decree_and_not_the_law_between() -> None:
    text = (
        "theo Nghị định số 146/2018/NĐ-CP của Chính phủ hướng dẫn Luật Bảo hiểm y tế, đã được sửa "
        "đổi, bổ sung bởi Nghị định số 75/2023/NĐ-CP"
    )
    assert ("75/2023/NĐ-CP", "AMENDS", "146/2018/NĐ-CP") in links(text, "body")


def test_all_members_of_a_list_stand_in_the_relation() -> None:
    said = "Quyết định này thay thế các Quyết định"
    text = f"{said} số 5/QĐ-TLĐ ngày 3/5/2017, số 11/QĐ-TLĐ."
    other = f"{said}: số 5/QĐ-TLĐ ngày 3/5/2017; số 11/QĐ-TLĐ."
    assert (
        links(other, "body", "quyết định")
        == links(text, "body", "quyết định")
        == [
            ("self", "REPLACES", "5/QĐ-TLĐ"),
            ("self", "REPLACES", "11/QĐ-TLĐ"),
        ]
    )


def test_a_list_behind_a_quoted_title_belongs_to_the_sentence() -> None:
    text = (
        "Thực hiện Kế hoạch số 54-KH/TU của Tỉnh ủy về “Tiếp tục thực hiện Chỉ thị số 04-CT/TW của "
        "Ban Bí thư “Về đối ngoại” và Kế hoạch toàn khóa Ban chấp hành Hội nhiệm kỳ 2016-2021, Hội"
    )
    assert [link for link in links(text) if link[1] != "CITES"] == [
        ("self", "IMPLEMENTS", "54-KH/TU"),
        ("54-KH/TU", "CONTINUES", "04-CT/TW"),
        (
            "self",
            "IMPLEMENTS",
            "Kế hoạch toàn khóa Ban chấp hành Hội nhiệm kỳ 2016-2021",
        ),
    ]


def test_a_promulgated_rule_is_enclosed() -> None:
    text = "Điều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động của Ban Chỉ đạo."
    found = links(text, "body", "quyết định")
    assert found == [("self", "ENCLOSES", "Quy chế hoạt động của Ban Chỉ đạo")]


def test_an_annex_hangs_on_the_decision_behind_it() -> None:
    text = "theo Điều lệ trường cao đẳng (ban hành kèm theo Thông tư số 46/2016/TT-BLĐTBXH)"
    found = links(text, "body")
    assert ("Điều lệ trường cao đẳng", "ANNEX_OF", "46/2016/TT-BLĐTBXH") in found


PIECES = [
    "KẾ HOẠCH\n",
    "Số 83-KH/TU\n",
    "Căn cứ ",
    "Thực hiện Chỉ thị số 12-CT/TW ngày 5/1/2022 của Ban Bí thư về “đối ngoại”",
    "; ",
    " và Luật Đất đai số 31/2024/QH15 đã được sửa đổi theo Luật số 43/2024/QH15",
    ".\n\nĐiều 1. Bãi bỏ các văn bản sau đây:\n",
    "a) Quyết định số 5/QĐ-UBND;\n",
    "Kế hoạch này (Gửi kèm Kế hoạch)",
    "ban hành Quy chế thực hiện Nghị quyết 18",
    "Trên đây là Kế hoạch thực hiện ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
@settings(max_examples=60, deadline=None)
def test_any_document_gives_relations_between_known_documents_with_their_words(text: str) -> None:
    for reading in readings(Text("a.txt", text)):
        references = resolve(reading, find_mentions(text))
        known = {f"#{reading.index}", *(one.target for one in references)} - {""}
        for link in lineage(reading, references):
            assert {link.source, link.target} <= known
            assert link.source != link.target
            assert text[link.start : link.end].strip()


SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="the shared annotation is not here")
def test_no_relation_of_the_annotated_documents_runs_the_wrong_way() -> None:
    for path in sorted((SHARED / "gold" / "real").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = unicodedata.normalize(
            "NFC", (SHARED / "corpus/real" / gold["file"]).read_text("utf-8")
        )
        wanted = {(row["source"], row["target"]) for row in gold["relations"]}
        turned = {(target, source) for source, target in wanted} - wanted
        for reading in readings(Text(gold["file"], text)):
            assert not turned & {(source, target) for source, _, target in _said(reading, text)}
