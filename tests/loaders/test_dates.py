"""Every written form of a time gives one value, and the words it stands in."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phahe.loaders.dates import dates, parse_date


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("06/7/2011", ["2011-07-06"]),
        ("ngày 18-2-2019", ["2019-02-18"]),
        ("29.12.2023", ["2023-12-29"]),
        ("ngày 27 tháng 6 năm 2022", ["2022-06-27"]),
        ("tháng 7/2022", ["2022-07"]),
        ("tháng 02 năm 2024", ["2024-02"]),
        ("quý I/2025", ["2025-Q1"]),
        ("quý 4 năm 2025", ["2025-Q4"]),
        ("Quý III, IV/2024", ["2024-Q3", "2024-Q4"]),
        ("trước ngày 15/6 và 10/12 hàng năm", ["yearly:06-15", "yearly:12-10"]),
        ("trước ngày 30 tháng 11 hằng năm", ["yearly:11-30"]),
        ("tháng 6 và tháng 12 hằng năm", ["yearly:06", "yearly:12"]),
        ("24 và 25/6 năm 2025", ["2025-06-24", "2025-06-25"]),
        ("ngày 01, 02, 03/9/2024", ["2024-09-01", "2024-09-02", "2024-09-03"]),
        ("ngày 10 và 11/4", ["--04-10", "--04-11"]),
        ("giai đoạn 2020 -2025", ["2020-2025"]),
        ("nhiệm kỳ 2016-2021", ["2016-2021"]),
        ("từ năm 2020 đến năm 2025", ["2020-2025"]),
        ("từ ngày 15/01 - 24/01/2026", ["2026-01-15/2026-01-24"]),
        ("Từ ngày 06 - 15/11/2017", ["2017-11-06/2017-11-15"]),
        ("Từ ngày 20/11/2017 đến ngày 15/12/2017", ["2017-11-20/2017-12-15"]),
        ("từ tháng 3 đến tháng 5/2024", ["2024-03/2024-05"]),
        ("ngày 25 hằng tháng", ["monthly:25"]),
        ("hằng quý, hằng tháng", ["quarterly", "monthly"]),
        ("06 tháng/01 lần", ["half-yearly"]),
        ("Thường xuyên.", ["continuous"]),
        ("định kỳ báo cáo", ["periodic"]),
        ("năm 2021", ["2021"]),
        ("ngày   tháng   năm 2026", ["2026"]),
        ("ngày ... tháng 7 năm 2026", ["2026-07"]),
        ("ngày 6 tháng l2 năm 201 1", ["2011-12-06"]),
    ],
)
def test_a_written_time_has_one_value(text, values):
    assert [when.value for when in dates(text)] == values


@pytest.mark.parametrize(
    "text",
    ["31/2/2020", "45/13/2020", "1/3 dân số", "khoản 1/5", "11/2025/NĐ-CP", "2.1. Về", "35-16", ""],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert dates(text) == []


def test_the_words_of_a_time_are_where_it_says():
    text = "hoàn thành trong tháng 7/2022, báo cáo trước ngày 10/11/2022."
    assert [text[when.start : when.end] for when in dates(text)] == ["tháng 7/2022", "10/11/2022"]


@given(st.dates(date(1945, 9, 2), date(2099, 12, 31)), st.sampled_from("/-."))
def test_every_day_survives_being_written(day, separator):
    short = f"ngày {day.day}{separator}{day.month:02}{separator}{day.year}"
    long = f"ngày {day.day:02} tháng {day.month} năm {day.year}"
    assert parse_date(short) == parse_date(long) == day.isoformat()


@given(st.text(alphabet="0123456789/.-, ngàythámnăhqýIV", max_size=60))
def test_any_text_is_read_and_spans_stay_inside_it(text):
    for when in dates(text):
        assert 0 <= when.start < when.end <= len(text)


def test_reading_dates_is_linear():
    text = "ngày 1, 2, 3, 4/5 và 6 - 7 tháng 8, " * 400
    start = time.perf_counter()
    dates(text)
    once = time.perf_counter() - start
    dates(text * 4)
    assert time.perf_counter() - start - once < 12 * once + 1
