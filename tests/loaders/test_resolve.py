"""Which document a mention means."""

from __future__ import annotations

from dataclasses import replace

from phahe.graph.facts import DocumentKey
from phahe.loaders.mentions import find_mentions
from phahe.loaders.reading import Paragraph, Reading, Stated
from phahe.loaders.resolve import Reference, document_key, own_key, resolve
from phahe.loaders.text import Text


def reading(text: str, kind: str = "kế hoạch", number: str = "83-KH/TU") -> Reading:
    """A document of one body paragraph; the type and number are as if read from its head."""
    whole = (Paragraph("body", text, ((0, 0, len(text)),)),)
    stated = Stated(number, 0, 0) if number else None
    day = Stated("2022-06-11", 0, 0)
    return Reading(Text("a.txt", text), 0, 0, len(text), whole, Stated(kind, 0, 0), stated, day)


def targets(text: str, kind: str = "kế hoạch", number: str = "83-KH/TU") -> list[str]:
    return [one.target for one in resolve(reading(text, kind, number), find_mentions(text))]


def reference(text: str) -> Reference:
    return resolve(reading(text), find_mentions(text))[-1]


def test_one_document_has_one_target_however_it_is_written() -> None:
    text = "Chỉ thị số 12-CT/TW ngày 5/1/2022 của Ban Bí thư; Chỉ thị 12/CT-TW; Chỉ thị số 12."
    assert targets(text) == ["#0/1", "#0/1", "#0/1"]


def test_the_same_symbol_of_another_year_is_another_document() -> None:
    text = "Nghị quyết 18-NQ/TW ngày 25/10/2017; Nghị quyết 18-NQ/TW ngày 16/6/2022."
    assert targets(text) == ["#0/1", "#0/2"]


def test_a_short_form_that_fits_several_stays_unknown() -> None:
    text = "Nghị quyết 18-NQ/TW ngày 25/10/2017; Nghị quyết 18-NQ/TW ngày 16/6/2022; Nghị quyết 18."
    last = reference(text)
    assert (last.target, last.certainty) == ("", "hypothesis")


def test_another_day_of_the_same_year_is_the_same_document() -> None:
    text = "Kế hoạch 84-KH/TU ngày 11/6/2022; Kế hoạch 84-KH/TU ngày 21/6/2022."
    assert targets(text) == ["#0/1", "#0/1"]


def test_the_own_number_means_the_document_itself() -> None:
    assert targets("(Kèm theo Kế hoạch số 83-KH/TU ngày 21/6/2022)") == ["#0"]


def test_this_plan_is_the_document_only_if_it_is_a_plan() -> None:
    assert targets("theo Kế hoạch này") == ["#0"]
    assert targets("theo Kế hoạch này", kind="công văn", number="457/LĐLĐ") == [""]


def test_this_circular_may_be_a_joint_one() -> None:
    assert targets("Thông tư này có hiệu lực", kind="thông tư liên tịch", number="") == ["#0"]


def test_an_enclosed_plan_is_the_one_just_cited() -> None:
    text = "triển khai Kế hoạch số 15-KH/TU ngày 3/4/2022 của Tỉnh ủy (Gửi kèm Kế hoạch)."
    assert targets(text, kind="công văn", number="457/LĐLĐ") == ["#0/1", "#0/1"]


def test_the_closing_sentence_names_the_document_itself() -> None:
    assert targets("Trên đây là Báo cáo của Hội.", kind="công văn", number="") == ["#0"]


def test_the_plan_announced_in_the_preamble_is_this_one() -> None:
    text = "Ban Thường vụ ban hành Kế hoạch thực hiện Chỉ thị số 12-CT/TW như sau:"
    assert targets(text) == ["#0", "#0/1"]


def test_a_number_alone_on_its_line_is_a_sample_and_no_reference() -> None:
    assert targets("theo mẫu\nSố: 12/QĐ-UBND\ncủa xã") == []


def test_a_law_and_its_numbered_form_are_one() -> None:
    assert targets("Luật Việc làm số 38/2013/QH13; theo Luật Việc làm.") == ["#0/1", "#0/1"]


def test_laws_of_different_years_are_different() -> None:
    assert targets("Luật Đất đai năm 2013; Luật Đất đai năm 2024.") == ["#0/1", "#0/2"]


def test_the_key_gathers_what_all_mentions_say() -> None:
    mentions = find_mentions("Chỉ thị 12-CT/TW; Chỉ thị 12-CT/TW ngày 5/1/2022 của BBT khóa XIII")
    assert document_key(mentions) == DocumentKey(
        "CT", "12", "CTTW", year="2022", date="2022-01-05", term="XIII"
    )


def test_the_own_key_is_that_of_the_head() -> None:
    assert own_key(reading("")) == DocumentKey("KH", "83", "KHTU", "2022", "2022-06-11")


def test_the_annex_named_in_title_and_first_article_is_one() -> None:
    text = (
        "Ban hành Quy định về quản lý Internet\n"
        "Ban hành kèm theo Quyết định này “Quy định về quản lý dịch vụ Internet”."
    )
    base = reading(text, "quyết định", "15/2010/QĐ-UBND")
    titled = replace(base, title=Stated("", 0, text.index("\n")))
    found = resolve(titled, find_mentions(text))
    assert {one.target for one in found if one.mention.type == "quy định"} == {"#0/1"}
