"""Who owes reports to whom, through whom and by when."""

from phahe.loaders.home import home
from phahe.loaders.readings import readings
from phahe.loaders.reports import Reporting, reports
from phahe.loaders.text import Text

PLAN = """KẾ HOẠCH
Công tác thông tin đối ngoại năm 2024

Thực hiện Kế hoạch số 12/KH-UBND ngày 18/3/2024 của Ủy ban nhân dân tỉnh Bắc Giang, \
Ban Thường vụ Hội Nông dân tỉnh xây dựng kế hoạch như sau:

III. TỔ CHỨC THỰC HIỆN

{body}

Nơi nhận:
- Lưu.

T/M BAN THƯỜNG VỤ
CHỦ TỊCH

Nguyễn Văn A
"""
LETTER = """TỈNH ỦY QUẢNG NAM
BAN DÂN VẬN
*
Số 45-CV/BDVTU

ĐẢNG CỘNG SẢN VIỆT NAM

Quảng Nam, ngày 12 tháng 3 năm 2023

Kính gửi: - Các huyện ủy, thị ủy, thành ủy.

Ban Dân vận Tỉnh ủy đề nghị các huyện ủy, thị ủy, thành ủy thực hiện một số nội dung sau:

1. Tuyên truyền sâu rộng Kế hoạch.

2. Chế độ báo cáo:

- Báo cáo kết quả: trước ngày 30/4/2023.

- Báo cáo định kỳ: tháng 12 hằng năm.

Nơi nhận:
- Như trên.

TRƯỞNG BAN

Nguyễn Văn A
"""


def read(text: str) -> list[Reporting]:
    (reading,) = readings(Text("a.txt", text))
    return reports(reading, home(reading))


def test_a_report_may_go_through_an_office_and_further_up():
    body = (
        "1. Hội Nông dân các huyện, thành phố báo cáo kết quả thực hiện về Hội Nông dân tỉnh "
        "(qua Ban Tuyên giáo) trước ngày 10/11/2024 để tổng hợp báo cáo cho Ủy ban nhân dân tỉnh."
    )
    first, second = read(PLAN.format(body=body))
    assert first.reporter.name == "Hội Nông dân các huyện, thành phố tỉnh Bắc Giang"
    assert first.to.name == second.reporter.name == "Hội Nông dân tỉnh Bắc Giang"
    assert first.via is not None
    assert first.via.name == "Ban Tuyên giáo Hội Nông dân tỉnh Bắc Giang"
    assert (first.due, second.due) == (("2024-11-10",), ())
    assert second.to.name == "Ủy ban nhân dân tỉnh Bắc Giang"


def test_the_heading_names_the_reporter():
    body = (
        "1. Các huyện, thị Hội\n\n"
        "Xây dựng kế hoạch và báo cáo kết quả định kỳ trước ngày 15/6 và 10/12 hàng năm "
        "về Ban Thường vụ Hội Nông dân tỉnh."
    )
    (duty,) = read(PLAN.format(body=body))
    assert duty.to.name == "Ban Thường vụ Hội Nông dân tỉnh Bắc Giang"
    assert duty.due == ("yearly:06-15", "yearly:12-10")
    assert len(duty.spans) == 2


def test_reports_a_letter_asks_for_go_to_its_issuer_though_it_does_not_say_so():
    (duty,) = read(LETTER)
    assert (duty.to.name, duty.certainty) == ("Ban Dân vận Tỉnh ủy Quảng Nam", "implied")
    assert duty.due == ("2023-04-30", "yearly:12")


def test_nobody_is_made_up_where_no_reporter_is_named():
    assert read(PLAN.format(body="1. Báo cáo kết quả về Hội Nông dân tỉnh.")) == []
