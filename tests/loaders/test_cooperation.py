"""Cooperation said in prose, body with body or with a province."""

from phahe.loaders.cooperation import cooperation
from phahe.loaders.home import home
from phahe.loaders.readings import readings
from phahe.loaders.text import Text

PLAN = """KẾ HOẠCH
Công tác đối ngoại năm 2024

Thực hiện Kế hoạch số 12/KH-UBND ngày 18/3/2024 của Ủy ban nhân dân tỉnh Bình Dương, \
Ban Thường vụ Hội Nông dân tỉnh xây dựng kế hoạch như sau:

II. NỘI DUNG

1. {body}

T/M BAN THƯỜNG VỤ
CHỦ TỊCH

Nguyễn Văn A
"""


def read(body: str) -> list[tuple[str, str]]:
    (reading,) = readings(Text("a.txt", PLAN.format(body=body)))
    return [(said.a.name, said.b.name) for said in cooperation(reading, home(reading))]


def test_friendship_joins_the_first_body_with_each_other():
    body = "Tuyên truyền về quan hệ hữu nghị giữa Hội LHPN Việt Nam với Hội Phụ nữ Lào."
    assert read(body) == [("Hội Liên hiệp Phụ nữ Việt Nam", "Hội Phụ nữ Lào")]


def test_an_open_list_of_provinces_joins_the_issuer_with_each():
    issuer = "Hội Nông dân tỉnh Bình Dương"
    body = "Thực hiện chương trình phối hợp với các tỉnh như: Bình Phước, Hà Nội...trong giao lưu."
    assert read(body) == [(issuer, "Bình Phước"), (issuer, "Hà Nội")]


def test_cooperation_in_general_joins_nobody():
    assert read("Tăng cường sự phối hợp giữa các ban, ngành, đoàn thể tỉnh.") == []
