"""Who is to do it, where a label or a table's head stands above the bodies."""

from phahe.loaders.home import home
from phahe.loaders.readings import readings
from phahe.loaders.tasks import tasks
from phahe.loaders.text import Text

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\nSố: 12/KH-UBND\nYên Bái, ngày 3 tháng 2 năm 2020\n\nKẾ HOẠCH\n"
    "Phát triển chè hữu cơ\n\nI. MỤC TIÊU\nTăng diện tích.\nII. NHIỆM VỤ\n"
)


def set_by(text):
    """Words, leads, supports and due dates of each task of an invented plan."""
    (reading,) = readings(Text("a.txt", HEAD + text))
    return [
        (
            task.text.value,
            [one.body.name for one in task.leads],
            [one.body.name for one in task.supports],
            task.due,
        )
        for task in tasks(reading, home(reading))
    ]


def test_bodies_stand_in_bullets_below_their_label():
    text = (
        "1. Xây dựng vườn ươm.\nCơ quan chủ trì:\n- Sở Công Thương.\nĐơn vị phối hợp:\n"
        "- Các sở, ban, ngành;\n- Hội Nông dân tỉnh.\nThời gian hoàn thành:\n- Quý II/2020.\n"
        "2. Mở lớp tập huấn.\nĐơn vị chủ trì:\nSở Nội vụ\nĐơn vị phối hợp: Sở Tài chính.\n"
    )
    assert set_by(text) == [
        (
            "Xây dựng vườn ươm.",
            ["Sở Công Thương tỉnh Yên Bái"],
            ["Các sở, ban, ngành tỉnh Yên Bái", "Hội Nông dân tỉnh Yên Bái"],
            ("2020-Q2",),
        ),
        ("Mở lớp tập huấn.", ["Sở Nội vụ tỉnh Yên Bái"], ["Sở Tài chính tỉnh Yên Bái"], ()),
    ]


def test_a_label_takes_no_line_that_says_more():
    text = "1. Trồng chè.\nCơ quan chủ trì:\nSở Công Thương đã tổ chức ba lớp trong năm 2019.\n"
    assert all(not leads for _, leads, _, _ in set_by(text))


def test_a_table_one_cell_a_line():
    text = (
        "TT\nNội dung công việc\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\n"
        "1\nLập sàn giao dịch\nSở Công Thương\nSở Tài chính\nTháng 6/2020\n"
        "2\nQuảng bá\nSở Nội vụ\nHội Nông dân tỉnh\nQuý III/2020\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Tư pháp theo dõi.\n"
    )
    assert set_by(text) == [
        ("Giao Sở Tư pháp theo dõi.", ["Sở Tư pháp tỉnh Yên Bái"], [], ()),
        (
            "Lập sàn giao dịch",
            ["Sở Công Thương tỉnh Yên Bái"],
            ["Sở Tài chính tỉnh Yên Bái"],
            ("2020-06",),
        ),
        (
            "Quảng bá",
            ["Sở Nội vụ tỉnh Yên Bái"],
            ["Hội Nông dân tỉnh Yên Bái"],
            ("2020-Q3",),
        ),
    ]
