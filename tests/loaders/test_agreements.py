"""Agreements that documents name: kind, time, subject, sides."""

import pytest

from phahe.loaders.agreements import Agreement, agreements
from phahe.loaders.home import home
from phahe.loaders.readings import readings
from phahe.loaders.text import Text

PLAN = """TỈNH ỦY TÂY NINH
*
Số 90-KH/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Tây Ninh, ngày 11 tháng 6 năm 2022

KẾ HOẠCH
Công tác đối ngoại nhân dân

Thực hiện Chỉ thị số 12-CT/TW, ngày 05/01/2022 của Ban Bí thư, Ban Thường vụ Tỉnh ủy \
xây dựng Kế hoạch như sau:

II. NỘI DUNG

1. {body}

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Nguyễn Văn A
"""


def read(body: str) -> list[Agreement]:
    (reading,) = readings(Text("a.txt", PLAN.format(body=body)))
    return agreements(reading, home(reading))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Bản ghi nhớ hợp tác ngày 15/3/2019 giữa Hội LHTN Việt Nam tỉnh Tây Ninh và "
            "Hội LHTN Campuchia các tỉnh Prey Veng, Tboung Khmum về việc giao lưu thanh niên.",
            ("bản ghi nhớ", "2019-03-15", "", "giao lưu thanh niên", 1, 2),
        ),
        (
            "Thỏa thuận hợp tác giữa Hội Liên hiệp Phụ nữ tỉnh Tây Ninh và Hội Phụ nữ Campuchia "
            "vì hoà bình và phát triển tỉnh Svay Rieng giai đoạn 2014-2016.",
            ("thỏa thuận hợp tác", "", "2014-2016", "", 1, 1),
        ),
        (
            "Chương trình phối hợp số 01/CTrPH-HND-BĐBP năm 2020 giữa Hội Nông dân tỉnh và Bộ Chỉ "
            "huy Bộ đội Biên phòng tỉnh về việc bảo vệ biên giới.",
            ("chương trình phối hợp", "2020", "", "bảo vệ biên giới", 1, 1),
        ),
        (
            "Biên bản hợp tác hàng năm giữa Bộ đội Biên phòng tỉnh với Ty Công an và Hiến binh "
            "02 tỉnh Svay Rieng, Prey Veng.",
            ("biên bản hợp tác", "", "hàng năm", "", 1, 4),
        ),
        (
            "Bản giao ước ngày 20/7/2015 giữa Ủy ban MTTQ Việt Nam tỉnh Tây Ninh và Mặt trận "
            'Đoàn kết Phát triển Tổ quốc tỉnh Svay Rieng về "Đường biên giới 2015 - 2018".',
            (
                "bản giao ước",
                "2015-07-20",
                "2015-2018",
                "Đường biên giới 2015 - 2018",
                1,
                1,
            ),
        ),
    ],
)
def test_an_agreement_has_kind_time_subject_and_sides(body, expected):
    (found,) = read(body)
    sides = (len(found.ours), len(found.theirs))
    assert (found.kind, found.date, found.period, found.subject, *sides) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Thực hiện tốt các thỏa thuận hợp tác giữa Tây Ninh với các tỉnh giáp biên giới.",
        "Hằng năm (do lãnh đạo hai bên thỏa thuận).",
        "Nâng cao chất lượng các chương trình hợp tác, bản ghi nhớ của Công an tỉnh.",
    ],
)
def test_talk_of_agreements_is_no_agreement(body):
    assert read(body) == []


def test_higher_units_named_behind_a_party_are_no_parties():
    (found,) = read(
        "Biên bản hợp tác hàng năm giữa BCH Quân sự tỉnh, Bộ Tư lệnh Quân khu 7 với tiểu khu "
        "Quân sự của 02 tỉnh Svay Rieng, Prey Veng."
    )
    assert [body.name for body in found.ours] == ["Bộ Chỉ huy Quân sự tỉnh Tây Ninh"]
    assert [place.name for place in found.places] == ["Svay Rieng", "Prey Veng"]
