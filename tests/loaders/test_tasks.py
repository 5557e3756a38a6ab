"""Documents as people write them, and who is given what in them."""

from pathlib import Path

import pytest

from phahe.loaders.home import home
from phahe.loaders.readings import readings
from phahe.loaders.task import Task
from phahe.loaders.tasks import tasks
from phahe.loaders.text import Text

SAMPLES = Path(__file__).parents[2] / "data" / "documents"

PLAN = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
-------
Số: 215/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Bắc Giang, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Thông tin đối ngoại năm 2024

Căn cứ Quyết định số 1191/QĐ-TTg ngày 05/8/2020 của Thủ tướng Chính phủ; \
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

{body}

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
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

{body}

Nơi nhận:
- Như trên;
- Lưu.

TRƯỞNG BAN

Nguyễn Văn A
"""


def read(text: str) -> list[Task]:
    (reading,) = readings(Text("a.txt", text))
    return tasks(reading, home(reading))


def told(found: list[Task]) -> list[tuple[str, list[str], list[str], tuple[str, ...]]]:
    return [
        (
            task.section,
            [lead.body.name for lead in task.leads],
            [support.body.name for support in task.supports],
            task.due,
        )
        for task in found
    ]


STTTT, TC = "Sở Thông tin và Truyền thông tỉnh Bắc Giang", "Sở Tài chính tỉnh Bắc Giang"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "II. NHIỆM VỤ\n1. Tổ chức hội nghị tập huấn\n"
            "- Đơn vị chủ trì: Sở Thông tin và Truyền thông.\n"
            "- Đơn vị phối hợp: Sở Tài chính.\n- Thời gian thực hiện: Quý II/2024.",
            [("II.1", [STTTT], [TC], ("2024-Q2",))],
        ),
        (
            "II. NHIỆM VỤ\n1. Xây dựng chuyên mục "
            "(Chủ trì: Sở Thông tin và Truyền thông; phối hợp: Sở Tài chính; "
            "thời gian: thường xuyên).",
            [("II.1", [STTTT], [TC], ("continuous",))],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Sở Thông tin và Truyền thông\n"
            "a) Chủ trì, phối hợp với Sở Tài chính triển khai Kế hoạch.\n"
            "b) Tổng hợp kết quả trước ngày 15/12/2024.",
            [
                ("III.1.a", [STTTT], [TC], ()),
                ("III.1.b", [STTTT], [], ("2024-12-15",)),
            ],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Tham mưu bố trí kinh phí.",
            [("III.1", [TC], [], ())],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n"
            "1. Giao Sở Tài chính chủ trì, phối hợp với Sở Thông tin và Truyền thông thẩm định.",
            [("III.1", [TC], [STTTT], ())],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n"
            "1. Trên cơ sở đề nghị của các sở, ban, ngành, Sở Tài chính cân đối ngân sách tỉnh.",
            [("III.1", [TC], [], ())],
        ),
        (
            "II. NHIỆM VỤ\n1. Đẩy mạnh tuyên truyền trên mạng xã hội trong năm 2024.",
            [("II.1", [], [], ("2024",))],
        ),
    ],
)
def test_a_plan_says_who_leads_who_helps_and_when(body, expected):
    assert told(read(PLAN.format(body=body))) == expected


def test_aims_and_money_are_no_tasks():
    body = (
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Các sở, ban, ngành xây dựng kế hoạch cụ thể.\n"
        "II. KINH PHÍ\nSở Tài chính bố trí từ ngân sách tỉnh."
    )
    assert read(PLAN.format(body=body)) == []


def test_a_request_gives_each_numbered_item_to_the_bodies_asked():
    found = read(
        LETTER.format(
            body="Ban Dân vận Tỉnh ủy đề nghị các huyện ủy, thị ủy, thành ủy thực hiện "
            "một số nội dung sau:\n\n1. Tuyên truyền sâu rộng Kế hoạch.\n\n"
            "2. Chế độ báo cáo:\n\n- Báo cáo kết quả: trước ngày 30/4/2023.\n\n"
            "- Báo cáo định kỳ: tháng 12 hằng năm.\n\nTrân trọng."
        )
    )
    names = {lead.body.name for task in found for lead in task.leads}
    assert [(task.section, task.kind, task.due) for task in found] == [
        ("1", "activity", ()),
        ("2", "report", ("2023-04-30",)),
        ("2", "report", ("yearly:12",)),
    ]
    assert names == {"Các huyện ủy, thị ủy, thành ủy trực thuộc Tỉnh ủy Quảng Nam"}


def test_a_table_gives_a_task_for_each_row():
    body = (
        "Phụ lục phân công nhiệm vụ\n\n"
        "TT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"
        "1\tTổ chức hội nghị\tSở Thông tin và Truyền thông\tSở Tài chính\tQuý I/2024\n"
        "2\tBố trí kinh phí\tSở Tài chính\t\tThường xuyên"
    )
    found = read(PLAN.format(body=body))
    assert told(found) == [
        ("1", [STTTT], [TC], ("2024-Q1",)),
        ("2", [TC], [], ("continuous",)),
    ]


def test_a_table_says_who_does_a_task_of_the_text():
    body = (
        "II. NHIỆM VỤ\n1. Tổ chức hội nghị tập huấn công tác thông tin đối ngoại.\n\n"
        "TT\tNội dung\tCơ quan chủ trì\n"
        "1\tTổ chức hội nghị tập huấn công tác thông tin đối ngoại\tSở Tài chính"
    )
    assert told(read(PLAN.format(body=body))) == [("II.1", [TC], [], ())]


def test_every_quotation_stands_in_the_source():
    text = PLAN.format(
        body="II. NHIỆM VỤ\n1. Tổ chức hội nghị\n* Cơ quan chủ trì: Sở Tài chính.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Tham mưu bố trí kinh phí."
    )
    for task in read(text):
        for assigned in (*task.leads, *task.supports):
            quoted = " ".join(text[start:end] for start, end in assigned.spans)
            assert "Sở Tài chính" in quoted


def test_the_last_article_of_a_decision_names_who_carries_it_out():
    text = PLAN.replace("KẾ HOẠCH\n", "QUYẾT ĐỊNH\n").format(
        body="Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\n"
        "Điều 2. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Tài chính và các cá nhân "
        "có liên quan chịu trách nhiệm thi hành Quyết định này./."
    )
    (task,) = read(text)
    assert [lead.body.name for lead in task.leads][:2] == [
        "Chánh Văn phòng Ủy ban nhân dân tỉnh Bắc Giang",
        "Giám đốc Sở Tài chính tỉnh Bắc Giang",
    ]


def test_a_footnote_does_not_cut_a_support_list():
    file = next(SAMPLES.glob("004*"))
    source = Text(file.name, file.read_text("utf-8"))
    plan = [reading for reading in readings(source) if reading.number][-1]
    (task,) = [task for task in tasks(plan, home(plan)) if task.section == "II.3"]
    assert len(task.supports) >= 9
    assert len(task.supports[-1].spans) == 2


@pytest.mark.parametrize(
    "text", ["", "Giao", "1.", "Giao " * 500, "đề nghị " * 2000, "a|b\n" * 500]
)
def test_any_text_is_read(text):
    for reading in readings(Text("a.txt", text)):
        tasks(reading, home(reading))
