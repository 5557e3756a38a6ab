"""Places: names, spellings, units, and the time they existed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phahe.graph.gazetteer import places_in
from phahe.graph.names import fold, spoken
from phahe.graph.place import place, place_named, places, province_of

AFTER = date(2025, 7, 1)


def test_there_were_63_provinces_and_are_34() -> None:
    provinces = [each for each in places().values() if each.level == "province"]
    at_home = [each for each in provinces if each.country == "VN"]
    assert sum(each.existed("2025-06-30") for each in at_home) == 63
    assert sum(each.existed("2025-07-01") for each in at_home) == 34


@pytest.mark.parametrize("name", ["Tây Ninh", "Phú Thọ", "Đồng Nai", "Hồ Chí Minh", "An Giang"])
def test_a_merged_province_is_not_its_older_namesake(name: str) -> None:
    before, after = place_named(name), place_named(name, on=AFTER)
    assert before is not None
    assert after is not None
    assert before.id != after.id
    assert before.label == after.label


@pytest.mark.parametrize("name", ["Hà Nội", "Nghệ An", "Sơn La"])
def test_an_unchanged_province_stays_one_place(name: str) -> None:
    assert place_named(name) == place_named(name, on=AFTER)


def test_a_name_outlives_its_province() -> None:
    assert place_named("Bình Dương", on=date(2026, 1, 1)) == place_named("Bình Dương")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Svayrieng", "Svay Rieng"),
        ("Preyveng", "Prey Veng"),
        ("Tbong Kh’mum", "Tboung Khmum"),
        ("Thbong Khmum", "Tboung Khmum"),
        ("Oddor MeanChay", "Oddar Meanchey"),
        ("Oddar Meancheay", "Oddar Meanchey"),
        ("Kampong Chàm", "Kampong Cham"),
        ("Kratié", "Kratie"),
        ("Mondolkiri", "Mondulkiri"),
        ("Rattanakiri", "Ratanakiri"),
        ("Takéo", "Takeo"),
        ("Phnôm Pênh", "Phnom Penh"),
        ("Cam-pu-chia", "Campuchia"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("Hoà Bình", "Hòa Bình"),
    ],
)
def test_a_place_is_known_by_its_spellings(written: str, meant: str) -> None:
    found = places_in(f"tỉnh {written}")
    assert [each.label for each, _, _ in found] == [meant]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Đoàn TNCS Hồ Chí Minh xã Phúc Thịnh", ["place:?/xaphucthinh"]),
        ("châu Á - Thái Bình Dương", []),
        ("vì hòa bình; vì Hòa Bình", []),
        ("UBND TỈNH BÀ RỊA - VŨNG TÀU", ["place:ba-ria-vung-tau"]),
        ("UBNDTỈNH PHÚTHỌ; tỉnh PHÚ THỌ", ["place:phu-tho"]),
        ("Huyện ủy Lộc Ninh", ["place:binh-phuoc/loc-ninh"]),
        ("Huyện đoàn, Thị đoàn, Thành đoàn", []),
        (
            "huyện Hướng Hóa, Đakrông và thị xã Quảng Trị",
            [
                "place:quang-tri/huong-hoa",
                "place:quang-tri/da-krong",
                "place:quang-tri/tx-quang-tri",
            ],
        ),
        ("Thành ủy TP.HCM", ["place:ho-chi-minh"]),
        ("thành phố Tây Ninh", ["place:tay-ninh/tp-tay-ninh"]),
        ("huyện Châu Thành", ["place:?/huyenchauthanh"]),
    ],
)
def test_places_are_found_where_they_are_named(text: str, ids: list[str]) -> None:
    assert [each.id for each, _, _ in places_in(text)] == ids


def test_a_namesake_is_told_apart_by_the_province_it_lies_in() -> None:
    within = place_named("Tây Ninh")
    found = places_in("huyện Châu Thành", within=within)
    assert [each.id for each, _, _ in found] == ["place:tay-ninh/chau-thanh"]
    assert province_of(found[0][0]) == within


def test_bare_districts_are_found_in_a_list_of_the_province() -> None:
    found = places_in("như Lộc Ninh, Bù Đốp, Bù Gia Mập", within=place_named("Bình Phước"))
    assert [each.bare for each, _, _ in found] == ["Lộc Ninh", "Bù Đốp", "Bù Gia Mập"]


def test_a_commune_of_today_lies_in_its_province() -> None:
    found = place_named("Tân Phú", "commune", place_named("Đồng Nai", on=AFTER), AFTER)
    assert found is not None
    assert found.parent == "place:dong-nai-2025"


def test_ten_provinces_bordered_cambodia_and_eight_do() -> None:
    near = [each for each in places().values() if "place:campuchia" in each.borders]
    provinces = [each for each in near if each.level == "province"]
    assert sum(each.existed("2022-01-01") for each in provinces) == 10
    assert sum(each.existed("2025-08-01") for each in provinces) == 8


def test_every_place_lies_in_a_place_that_is_known() -> None:
    assert all(place(each.parent) for each in places().values() if each.parent)
    assert all(place(near) for each in places().values() for near in each.borders)


@given(st.text(max_size=200))
def test_offsets_point_at_the_words(text: str) -> None:
    for found, start, end in places_in(text):
        assert 0 <= start < end <= len(text)
        assert found.name


@given(st.text(alphabet="aáàảãạăâbcdđeêghiklmnoôơpqrstuưvxyỳýủỷỹỵ AĐÔỦỶ", max_size=60))
def test_folding_keeps_the_length_and_repeats_itself(text: str) -> None:
    assert len(fold(text)) == len(spoken(text)) == len(text)
    assert fold(fold(text)) == fold(text) == fold(spoken(text))
    assert spoken(spoken(text)) == spoken(text)
