"""Columns of a letterhead narrower than their words."""

import pytest

from phahe.loaders.readings import readings
from phahe.loaders.text import Text

HEAD = (
    "ỦY\nBAN NHÂN DÂN\nTỈNH QUẢNG NAM\n-------\n|\n{title}\nĐộc lập - Tự do - Hạnh phúc\n|\n"
    "Số:\n31/KH-UBND\n|\n{date}\n|\nKẾ HOẠCH\nTRỒNG CÂY VEN BIỂN GIAI ĐOẠN\n2016-2020\n"
    "Căn cứ Luật Đê điều năm 2006, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM",
    ],
)
@pytest.mark.parametrize(
    "date",
    [
        "Tam\nKỳ, ngày 06 tháng 02 năm 2016",
        "Tam Kỳ,\nngày 06 tháng 02 năm 2016",
        "Tam Kỳ, ngày\n06 tháng 02 năm 2016",
        "Tam Kỳ, ngày 06\ntháng 02 năm 2016",
        "Tam Kỳ, ngày 06 tháng 02\nnăm 2016",
    ],
)
def test_a_letterhead_broken_by_narrow_columns_is_read_whole(title, date):
    (found,) = readings(Text("a.txt", HEAD.format(title=title, date=date)))
    assert found.issuer.value == "ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM"
    assert found.number.value == "31/KH-UBND"
    assert (found.date.value, found.place.value) == ("2016-02-06", "Tam Kỳ")
    assert found.title.value == "TRỒNG CÂY VEN BIỂN GIAI ĐOẠN 2016-2020"


def test_two_whole_lines_stay_two():
    text = "UBND HUYỆN LỘC NINH\nPHÒNG NỘI VỤ\nSố: 8/NV\nLộc Ninh, ngày 5 tháng 3 năm 2014\n"
    (found,) = readings(Text("a.txt", text))
    assert found.issuer.value == "PHÒNG NỘI VỤ"
    assert found.parent.value == "UBND HUYỆN LỘC NINH"
