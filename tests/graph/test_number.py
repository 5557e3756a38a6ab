"""Document numbers: every family, every way they are written, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.data import table
from phahe.graph.document_type import as_code, as_letters, name_of
from phahe.graph.errors import NotANumber
from phahe.graph.issuer_code import as_issuer, bodies, is_central, system_of
from phahe.graph.number import DocumentNumber

WRITTEN = [
    ("83-KH/TU", "83-KH/TU", "party"),
    ("Số 83 - KH/TU", "83-KH/TU", "party"),
    ("12/CT-TW", "12-CT/TW", "party"),
    ("31 – HD/BTCTW", "31-HD/BTCTW", "party"),
    ("12-CT/T.Ư", "12-CT/TW", "party"),
    ("298 KH/TWĐTN", "298-KH/TWĐTN", "party"),
    ("225-KH/TWĐTN-TNNT", "225-KH/TWĐTN-TNNT", "party"),
    ("02-CTr/HNDTW", "02-CTr/HNDTW", "party"),
    ("08-QĐi/TW", "08-QĐi/TW", "party"),
    ("Số: 1201/KH-UBND", "1201/KH-UBND", "state"),
    ("30/2020/NĐ-CP", "30/2020/NĐ-CP", "state"),
    ("110/ 2004/NĐ-CP", "110/2004/NĐ-CP", "state"),
    ("66.15/2026/NQ-CP", "66.15/2026/NQ-CP", "state"),
    ("30c/NQ-CP", "30c/NQ-CP", "state"),
    ("29/2025/TTLT-BTP-BCA", "29/2025/TTLT-BTP-BCA", "state"),
    ("1670/NQ-UBTVQH15", "1670/NQ-UBTVQH15", "state"),
    ("91/HD-MTTW-BTT", "91/HD-MTTW-BTT", "state"),
    ("05/ NQ - ĐCT", "05/NQ-ĐCT", "state"),
    ("1018/CV_MTTW_BTT", "1018/CV-MTTW-BTT", "state"),
    ("45/2019/QH14", "45/2019/QH14", "law"),
    ("89/2025/UBTVQH15", "89/2025/UBTVQH15", "law"),
    ("457/LĐLĐ", "457/LĐLĐ", "dispatch"),
    ("4606/BGDĐT-GDTrH", "4606/BGDĐT-GDTrH", "dispatch"),
    ("5104/BTTTT-PTTH&TTĐT", "5104/BTTTT-PTTH&TTĐT", "dispatch"),
    ("27-KH/DU", "27-KH/ĐU", "party"),
    ("17-TTR/ĐU", "17-TTr/ĐU", "party"),
    ("1201/TTY-SCT", "1201/TTr-SCT", "state"),
    ("12/ND-CP", "12/NĐ-CP", "state"),
    ("2O1/QĐ-UBND", "201/QĐ-UBND", "state"),
    ("3158/QĐ-§SYT", "3158/QĐ-SYT", "state"),
    ("90/TBMTTQ-BTT", "90/TB-MTTQ-BTT", "state"),
    ("66-NQ/TW1", "66-NQ/TW", "party"),
    ("140/NQ-CP2", "140/NQ-CP", "state"),
]


@pytest.mark.parametrize(("text", "printed", "family"), WRITTEN)
def test_a_number_is_printed_as_its_family_writes_it(text: str, printed: str, family: str) -> None:
    number = DocumentNumber.parse(text)
    assert (str(number), number.family) == (printed, family)


@pytest.mark.parametrize(
    "text", ["KH 83/TU", "21/6/2022", "35-16", "TC-HC-KT", "HTMT-26b", "quý I/2025", "", "V/v", "/"]
)
def test_what_is_no_number_is_refused_with_the_form_expected(text: str) -> None:
    with pytest.raises(NotANumber, match="expected"):
        DocumentNumber.parse(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("4-CT/TW", "04/CT-TW"), ("31-QĐ/TW", "31 / qđ - tw".upper()), ("83-KH/TU", "083 - KH / TU")],
)
def test_zeros_case_and_separators_make_no_other_number(one: str, other: str) -> None:
    assert DocumentNumber.parse(one).key == DocumentNumber.parse(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [("15/2010/QĐ-UBND", "15/QĐ-UBND"), ("83-KH/TU", "83-KH/HU"), ("30-NQ/CP", "30c/NQ-CP")],
)
def test_year_issuer_and_letter_make_another_number(one: str, other: str) -> None:
    assert DocumentNumber.parse(one).key != DocumentNumber.parse(other).key


def test_a_blank_number_keeps_its_symbol_and_has_no_code() -> None:
    number = DocumentNumber.parse("Số:        - KH/ĐTN")
    assert (number.number, number.symbol, number.code) == ("", "KH/ĐTN", "")


def test_the_type_follows_from_the_letters() -> None:
    types = [
        DocumentNumber.parse(text).type
        for text in ("83-KH/TU", "457/LĐLĐ", "45/2019/QH14", "89/2025/UBTVQH15")
    ]
    assert types == ["kế hoạch", "công văn", "luật", "nghị quyết"]


TYPES = sorted({row["code"] for row in table("document_types") if row["code"]} - {"L", "BL", "HP"})
ISSUERS = sorted({row["code"] for row in table("issuer_codes")})
NUMBERS = st.builds(
    lambda digits, letter: f"{digits}{letter}",
    st.integers(1, 99999).map(lambda number: f"{number:02}"),
    st.sampled_from(["", "", "", "a", "c"]),
)


@given(NUMBERS, st.sampled_from(TYPES), st.lists(st.sampled_from(ISSUERS), min_size=1, max_size=3))
@settings(max_examples=60)
def test_a_number_survives_printing_and_parsing(digits: str, kind: str, codes: list[str]) -> None:
    for text in (f"{digits}-{kind}/{'-'.join(codes)}", f"{digits}/{kind}-{'-'.join(codes)}"):
        number = DocumentNumber.parse(text)
        assert DocumentNumber.parse(str(number)) == number
        assert DocumentNumber.parse(str(number).upper().replace("TTG", "TTg")).key == number.key


@given(st.text(max_size=40))
@settings(max_examples=80)
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = DocumentNumber.parse(text)
    except NotANumber:
        return
    assert number.symbol


def test_the_tables_know_types_and_bodies() -> None:
    assert (name_of("TTLT"), as_code("ttr"), as_code("XX"), as_letters("XX")) == (
        "thông tư liên tịch",
        "TTr",
        "",
        "",
    )
    assert bodies("QH15") == ("Quốc hội",)
    assert (is_central("TW"), is_central("TU"), system_of("UBND"), as_issuer("LDLD")) == (
        True,
        False,
        "state",
        "LĐLĐ",
    )
