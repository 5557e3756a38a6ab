"""Bodies in context: invented neighbours of the forms that documents write."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.graph.place import place_named
from phahe.loaders.bodies import Home, bodies, body_of_code
from phahe.loaders.body_kind import kinds
from phahe.loaders.body_succession import roster, successors
from phahe.loaders.home import issued
from phahe.loaders.reading import Stated

TODAY = date(2026, 1, 1)


def at_home(issuer: str, on: str = "2018-05-14", **known: object) -> Home:
    """The home of a document with that letterhead."""
    home = Home(scope=f"{issuer}#0", date=on, **known)  # type: ignore[arg-type]
    return issued(home, bodies(issuer, home)[0], Stated(issuer, 0, len(issuer)))


HOMES = {
    "party": at_home("TỈNH ỦY QUẢNG TRỊ"),
    "party 2026": at_home("TỈNH ỦY ĐỒNG NAI", "2026-02-01"),
    "commune 2026": at_home(
        "ĐẢNG ỦY XÃ TÂN PHÚ", "2025-12-01", province=place_named("Đồng Nai", on=TODAY)
    ),
    "youth": at_home("TỈNH ĐOÀN LONG AN"),
    "central youth": at_home("TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH"),
    "women": at_home("HỘI LIÊN HIỆP PHỤ NỮ HUYỆN GÒ DẦU"),
    "farmers": at_home("HỘI NÔNG DÂN TỈNH SÓC TRĂNG"),
    "union": at_home("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM"),
    "province": at_home("ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ"),
    "city": at_home("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG"),
    "department": at_home("SỞ Y TẾ TỈNH NGHỆ AN"),
    "ministry": at_home("BỘ NỘI VỤ"),
    "unknown": Home(scope="somewhere#0"),
}


def table() -> list[tuple[str, str, list[str]]]:
    """The rows of bodies_in_context.csv."""
    with (Path(__file__).parent / "bodies_in_context.csv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return [(row["home"], row["words"], row["names"].split(" + ")) for row in rows]


@pytest.mark.parametrize(("home", "words", "names"), table())
def test_a_phrase_names_these_bodies(home: str, words: str, names: list[str]) -> None:
    assert [body.name for body in bodies(words, HOMES[home])] == [name for name in names if name]


@pytest.mark.parametrize(
    ("home", "one", "other"),
    [
        ("party", "Tỉnh ủy", "Tỉnh uỷ"),
        ("party", "Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban MTTQ Việt Nam tỉnh"),
        ("party", "Ban Bí thư", "Ban Bí thư Trung ương Đảng"),
        ("party", "Đảng đoàn Mặt trận", "Đảng đoàn Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("party", "VPTU", "Văn phòng Tỉnh ủy"),
        ("party", "Các huyện, thị, thành ủy", "các huyện ủy, thị ủy, thành ủy"),
        ("women", "Hội", "Hội Liên hiệp Phụ nữ huyện Gò Dầu"),
        ("farmers", "Hội Nông dân các cấp", "các cấp Hội Nông dân trong tỉnh"),
        ("province", "Sở Nội vụ tỉnh Quảng Trị", "SNV"),
        ("city", "UBND TP Hải Phòng", "Ủy ban nhân dân thành phố"),
    ],
)
def test_one_body_under_two_names_has_one_id(home: str, one: str, other: str) -> None:
    left, right = bodies(one, HOMES[home]), bodies(other, HOMES[home])
    assert [body.id for body in left] == [body.id for body in right] != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("party", "Tỉnh ủy"), ("youth", "Tỉnh ủy")),
        (("party", "Tỉnh ủy"), ("party", "Ban Thường vụ Tỉnh ủy")),
        (("party", "Ban Thường vụ Tỉnh ủy"), ("party", "Thường trực Tỉnh ủy")),
        (("farmers", "Ban Tuyên giáo"), ("farmers", "Ban Tuyên giáo Tỉnh ủy")),
        (("women", "Huyện ủy"), ("unknown", "Huyện ủy")),
    ],
)
def test_different_bodies_have_different_ids(one: tuple[str, str], other: tuple[str, str]) -> None:
    left, right = (bodies(words, HOMES[home])[0] for home, words in (one, other))
    assert left.id != right.id


def test_two_unknown_provinces_never_meet() -> None:
    here, there = (bodies("Tỉnh ủy", Home(scope=scope))[0] for scope in ("a#0", "b#0"))
    assert here.name == there.name == "Tỉnh ủy"
    assert here.id != there.id


def test_a_body_of_a_merged_province_is_not_its_older_namesake() -> None:
    before = bodies("Tỉnh ủy Đồng Nai", Home(scope="a", date="2025-06-30"))[0]
    after = bodies("Tỉnh ủy Đồng Nai", Home(scope="a", date="2025-07-01"))[0]
    assert before.name == after.name
    assert before.id != after.id


def test_namesakes_among_districts_are_told_apart_by_the_province() -> None:
    one, two = (
        bodies("Huyện ủy Châu Thành", Home(scope="a", province=place_named(province)))[0]
        for province in ("Tây Ninh", "Long An")
    )
    assert one.name == two.name
    assert one.id != two.id


@pytest.mark.parametrize(
    ("home", "words", "whole"),
    [
        ("party", "Ban Dân vận Tỉnh ủy", "Tỉnh ủy Quảng Trị"),
        ("party", "Văn thư Ban Dân vận Tỉnh ủy", "Ban Dân vận Tỉnh ủy Quảng Trị"),
        ("party", "các huyện, thị, thành ủy", "Tỉnh ủy Quảng Trị"),
        ("women", "Hội", "Hội Liên hiệp Phụ nữ tỉnh Tây Ninh"),
        ("women", "TW Hội", "Hội Liên hiệp Phụ nữ Việt Nam"),
        ("province", "Sở Y tế", "Ủy ban nhân dân tỉnh Quảng Trị"),
        ("province", "BCH BĐBP tỉnh", "Bộ đội Biên phòng tỉnh Quảng Trị"),
        ("province", "BCH Quân sự tỉnh, BTL Quân khu 4, nước CHXHCNVN", "Bộ Tư lệnh Quân khu 4"),
    ],
)
def test_a_body_is_part_of_its_whole(home: str, words: str, whole: str) -> None:
    assert bodies(words, HOMES[home])[0].parents[0].name == whole


def test_posts_and_channels_are_no_bodies_proper() -> None:
    found = bodies("Chủ tịch UBND tỉnh; Website Sở Y tế; UBND tỉnh", HOMES["province"])
    assert [body.standing for body in found] == ["person", "channel", ""]


def test_what_comes_from_the_document_is_implied() -> None:
    said, meant = bodies("Tỉnh ủy Quảng Trị; Tỉnh ủy", HOMES["party"])
    assert (said.certainty, meant.certainty) == ("explicit", "implied")


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("CV/BDVTU", "Ban Dân vận Tỉnh ủy Quảng Trị"),
        ("KH/TU", "Tỉnh ủy Quảng Trị"),
        ("QĐ-TTg", "Thủ tướng Chính phủ"),
        ("HD/VPTW", "Văn phòng Trung ương Đảng"),
        ("KH-UBND", "Ủy ban nhân dân tỉnh Quảng Trị"),
    ],
)
def test_a_code_names_the_body_of_the_place(symbol: str, name: str) -> None:
    found = body_of_code(symbol, HOMES["party"])
    assert found is not None
    assert found.name == name


def test_a_code_of_several_bodies_names_none() -> None:
    assert body_of_code("CT/TW", HOMES["party"]) is None


def test_the_board_of_a_merged_province_is_followed_to_today() -> None:
    board = bodies("Ban Tuyên giáo Tỉnh ủy", HOMES["youth"])[0]
    assert [step.body.name for step in successors(board, TODAY)] == [
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Long An",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Tây Ninh",
    ]


def test_a_ministry_is_followed_to_its_successor() -> None:
    ministry = bodies("Bộ Kế hoạch và Đầu tư", HOMES["ministry"])[0]
    assert [step.body.name for step in successors(ministry, TODAY)] == ["Bộ Tài chính"]
    assert successors(ministry, date(2025, 2, 1)) == []


def test_the_members_of_a_set_are_those_of_its_time() -> None:
    five = bodies("các tổ chức chính trị - xã hội tỉnh", HOMES["party"])[0]
    assert len(roster(five, "2018-01-01")) == 5
    districts = bodies("UBND các huyện, thị xã, thành phố", HOMES["province"])[0]
    assert len(roster(districts, "2018-01-01")) == 10
    assert roster(districts, "2025-08-01") == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ", "Các Bộ trưởng"),
        ("Tổng giám đốc (Giám đốc)", "Tổng Giám đốc"),
        ("Hiệu trưởng", "Hiệu trưởng"),
        ("Trưởng ban tổ chức Hội thao", "Trưởng Ban Tổ chức Hội thao"),
        ("Bộ trưởng", "Bộ trưởng Bộ Nội vụ"),
        ("Cơ quan thường trực", "Cơ quan Thường trực Bộ Nội vụ"),
    ],
)
def test_a_ministry_s_circular_speaks_of_posts_of_others_too(written: str, expected: str) -> None:
    ministry = bodies("Bộ Nội vụ", Home())[0]
    assert bodies(written, Home(issuer=ministry))[0].name == expected


def test_every_kind_is_known_once() -> None:
    from phahe.data import table

    keys = [row["key"] for row in table("bodies")]
    assert len(keys) == len(set(keys))
    for kind in kinds().values():
        wholes = {each.removeprefix("-") for each in kind.whole.split("|") if each}
        assert kind.role == "set" or wholes <= set(kinds())
        assert all(member in kinds() for member in kind.members)


SPOKEN = (
    "các và , ; : ( ) - / Tỉnh ủy huyện thị xã thành phố UBND Sở Y tế Ban Dân vận Hội Đoàn tỉnh "
    "Tây Ninh Svay Rieng Trung ương Đảng đoàn 03 của trực thuộc theo Quân khu 7 Bộ nước có "
    "Văn phòng Campuchia cơ sở cấp Giám đốc TW Hội NDVN"
)
WORDS = st.sampled_from(SPOKEN.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_phrase_is_read_and_quoted_right(words: str) -> None:
    for home in HOMES.values():
        for body in bodies(words, home, 5):
            assert words[body.start - 5 : body.end - 5] == body.as_written
            assert body.id.startswith("org:")
            assert body.name == body.name.strip() != ""


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_any_text_at_all_is_read(words: str) -> None:
    bodies(words, HOMES["party"])


def test_ministries_at_province_level_stay_ministries() -> None:
    (found,) = bodies("các bộ, ngành cấp tỉnh", Home())
    assert (found.name, found.level) == ("Các bộ, ngành Trung ương", "central")
