"""What provinces became."""

from __future__ import annotations

from datetime import date

import pytest

from phahe.graph.place import place_named
from phahe.graph.succession import inside, mergers, predecessors, successor

TODAY = date(2026, 1, 1)


def test_52_provinces_became_23_in_2025() -> None:
    merged = [row for row in mergers() if row.date == "2025-07-01"]
    assert len({row.old for row in merged}) == 52
    assert len({row.new for row in merged}) == 23


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bình Phước", "Đồng Nai"),
        ("Bình Dương", "Hồ Chí Minh"),
        ("Long An", "Tây Ninh"),
        ("Quảng Bình", "Quảng Trị"),
        ("Kon Tum", "Quảng Ngãi"),
    ],
)
def test_a_province_became_the_one_it_was_merged_into(old: str, new: str) -> None:
    before = place_named(old)
    assert before is not None
    after = successor(before, TODAY)
    assert after is not None
    assert after[0].label == new
    assert after[1].source == "202/2025/QH15"
    assert successor(before, date(2025, 6, 30)) is None


def test_the_old_namesake_is_among_the_predecessors() -> None:
    new = place_named("Tây Ninh", on=TODAY)
    assert new is not None
    assert [each.id for each, _ in predecessors(new)] == ["place:tay-ninh", "place:long-an"]


def test_an_unchanged_province_has_no_successor() -> None:
    assert all(successor(each, TODAY) is None for each in [place_named("Nghệ An")] if each)


def test_the_district_level_ended() -> None:
    province = place_named("Nghệ An")
    assert province is not None
    assert len(inside(province, "district", "2025-06-30")) > 15
    assert inside(province, "district", "2025-07-01") == []
