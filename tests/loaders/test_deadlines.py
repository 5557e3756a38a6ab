"""A time is a deadline only where the words before it make it one."""

import pytest

from phahe.loaders.deadlines import deadlines, due


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoàn thành trong tháng 7/2022.", ("2022-07",)),
        ("lồng ghép vào báo cáo tháng 8/2022.", ("2022-08",)),
        ("Báo cáo định kỳ: tháng 12 hằng năm.", ("yearly:12",)),
        ("báo cáo định kỳ trước ngày 15/6 và 10/12 hàng năm", ("yearly:06-15", "yearly:12-10")),
        ("về Hội A (qua Ban B) trước ngày 10/11/2022 để", ("2022-11-10",)),
        ("hạn chót là ngày 10/10/2022.", ("2022-10-10",)),
        ("hồ sơ gửi về Thường trực đến hết ngày 22/01/2023", ("2023-01-22",)),
        ("(hoàn thành việc sắp xếp trước ngày 31/8)", ("2022-08-31",)),
        ("định kỳ báo cáo Ban Thường vụ", ("periodic",)),
        ("định kỳ hàng quý (trước ngày 15 của tháng kế tiếp) báo cáo", ("quarterly",)),
        ("định kỳ 06 tháng/01 lần và đột xuất", ("half-yearly",)),
        ("lồng ghép trong kế hoạch công tác năm 2022 của Hội", ("2022",)),
        ("sơ kết 03 năm vào quý I/2025; tổng kết vào quý I/2032", ("2025-Q1", "2032-Q1")),
        ("Kiểm toán nhà nước hằng năm thực hiện kiểm toán", ("yearly",)),
        ("Chỉ thị 32-CT/TW, ngày 18/02/2019 của Bộ Chính trị", ()),
        ("đưa vào chương trình công tác hằng năm, bố trí", ()),
        ("Kể từ ngày 03/10/2022, Phòng mở sổ", ()),
        ("kết quả giai đoạn 2012 - 2017", ()),
        ("kết quả thực hiện trong tháng 3/2021", ()),
        ("nhiệm vụ quan trọng, thường xuyên", ()),
    ],
)
def test_a_duty_is_due_when_it_says_so(text, expected):
    assert due(deadlines(text, since="2022-01-15")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thường xuyên.", ("continuous",)),
        ("Hằng năm (do lãnh đạo hai bên thỏa thuận)", ("yearly",)),
        ("2023-2025", ("2023-2025",)),
        ("Tháng 12", ("2022-12",)),
        ("Từ ngày 06 - 15/11/2022", ("2022-11-06/2022-11-15",)),
    ],
)
def test_behind_its_label_every_time_counts(text, expected):
    assert due(deadlines(text, since="2022-06-11", labelled=True)) == expected


def test_before_is_kept_apart_from_on():
    found = deadlines("trước ngày 10/11/2022; hoàn thành trong tháng 12/2022")
    assert [deadline.before for deadline in found] == [True, False]
