"""Where a document stands: letterhead, date line, operative clause, full names."""

from __future__ import annotations

from pathlib import Path

import pytest

from phahe.loaders.home import Home, home
from phahe.loaders.reading import Reading, Stated
from phahe.loaders.readings import readings
from phahe.loaders.text import Text

REPUBLIC = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
END = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nTrần Văn Nam\n"


def stands(text: str) -> Home:
    """The home of the first document of *text*."""
    return home(readings(Text("x.txt", text))[0])


def test_the_letterhead_names_issuer_parent_and_places() -> None:
    here = stands(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH NGHỆ AN\nLIÊN ĐOÀN LAO ĐỘNG\nHUYỆN CON CUÔNG\n\n"
        + REPUBLIC
        + "Con Cuông, ngày 05 tháng 3 năm 2021\n\nSố: 12/LĐLĐ\n\nV/v tặng quà Tết\n\n"
        "Kính gửi: Các công đoàn cơ sở.\n\nĐề nghị các đơn vị thực hiện.\n" + END
    )
    assert here.issuer is not None
    assert here.issuer.name == "Liên đoàn Lao động huyện Con Cuông"
    assert here.parent is not None
    assert here.parent.name == "Liên đoàn Lao động tỉnh Nghệ An"
    assert (here.level, here.branch, here.association) == ("district", "mass", "Liên đoàn Lao động")
    assert here.province is not None
    assert here.province.label == "Nghệ An"
    assert here.on_behalf is not None
    assert here.on_behalf.name == "Ban Thường vụ Liên đoàn Lao động huyện Con Cuông"


def test_an_organ_belongs_to_the_line_above_it() -> None:
    here = stands(
        "TỈNH ỦY NGHỆ AN\nBAN NỘI CHÍNH\n*\nSố 15-BC/BNCTU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Nghệ An, ngày 05 tháng 3 năm 2021\n\nBÁO CÁO\nkết quả công tác quý I\n\nNội dung.\n"
    )
    assert here.issuer is not None
    assert here.issuer.name == "Ban Nội chính Tỉnh ủy Nghệ An"


def test_a_central_body_stands_in_no_province() -> None:
    here = stands(
        "BỘ Y TẾ\n\n" + REPUBLIC + "Số: 12/2021/TT-BYT\nHà Nội, ngày 05 tháng 3 năm 2021\n\n"
        "THÔNG TƯ\nQuy định về thuốc\n\nCăn cứ Luật Dược;\n\nĐiều 1. Phạm vi\n"
    )
    assert here.issuer is not None
    assert here.issuer.name == "Bộ Y tế"
    assert here.level == "central"
    assert here.province is None


@pytest.mark.parametrize(
    ("clause", "issuer", "behalf"),
    [
        (
            "Ban Thường vụ Hội Nông dân tỉnh Trà Vinh xây dựng Kế hoạch thực hiện như sau:",
            "Hội Nông dân tỉnh Trà Vinh",
            "Ban Thường vụ Hội Nông dân tỉnh Trà Vinh",
        ),
        (
            "Thực hiện Kế hoạch số 5-KH/TU của Tỉnh ủy Trà Vinh, Hội LHPN tỉnh xây dựng kế hoạch "
            "với các nội dung như sau:",
            "Hội Liên hiệp Phụ nữ tỉnh Trà Vinh",
            None,
        ),
        (
            "Ủy ban nhân dân tỉnh Trà Vinh ban hành Kế hoạch như sau:",
            "Ủy ban nhân dân tỉnh Trà Vinh",
            None,
        ),
    ],
)
def test_without_a_letterhead_the_operative_clause_names_the_issuer(
    clause: str, issuer: str, behalf: str | None
) -> None:
    here = stands(
        f"KẾ HOẠCH\n\nCông tác đối ngoại năm 2021\n\n{clause}\n\nI. MỤC ĐÍCH\n\n1. Một.\n"
    )
    assert here.issuer is not None
    assert here.issuer.name == issuer
    assert (here.on_behalf.name if here.on_behalf else None) == behalf
    assert here.why is not None


def test_two_documents_of_unknown_province_have_different_issuers() -> None:
    clause = "Ban Thường vụ Tỉnh đoàn xây dựng Kế hoạch như sau:"
    text = f"KẾ HOẠCH\n\nCông tác năm 2021\n\n{clause}\n\n1. Một.\n"
    one = home(readings(Text("a.txt", text))[0])
    two = home(readings(Text("b.txt", text))[0])
    assert one.issuer is not None
    assert two.issuer is not None
    assert one.issuer.name == two.issuer.name == "Tỉnh đoàn"
    assert one.issuer.id != two.issuer.id
    assert one.province is None


@pytest.mark.parametrize("text", ["", "abc\n", "KẾ HOẠCH\n", "Kính gửi:\n", "TỈNH ỦY\n\n***\n"])
def test_what_nothing_says_stays_unknown(text: str) -> None:
    for reading in readings(Text("x.txt", text)):
        here = home(reading)
        assert here.province is None


def test_the_real_letterheads_are_read(shared: Path) -> None:
    import json

    wrong = []
    for annotated in sorted((shared / "gold" / "real").glob("*.json")):
        gold = json.loads(annotated.read_text(encoding="utf-8"))
        name = Path(gold["file"]).name
        source = (shared / "corpus" / "real" / name).read_text(encoding="utf-8-sig")
        here = home(readings(Text(name, source.replace("\r\n", "\n")))[0])
        told = here.issuer.name.casefold() if here.issuer else ""
        said = [gold["self"]["issuer"], *gold["self"].get("accept", {}).get("issuer", [])]
        said = [each.casefold().replace("tncs", "thanh niên cộng sản") for each in said if each]
        if told not in said:
            wrong.append((name, told, said))
    assert wrong == []


@pytest.mark.parametrize(
    ("above", "line", "issuer"),
    [
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "VĂN PHÒNG", "Văn phòng Trung ương Đảng"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN TỔ CHỨC", "Ban Tổ chức Trung ương"),
        ("TỈNH TRÀ VINH", "ỦY BAN NHÂN DÂN HUYỆN CÀNG LONG", "Ủy ban nhân dân huyện Càng Long"),
        ("BỘ TÀI CHÍNH", "TỔNG CỤC THUẾ", "Tổng cục Thuế Bộ Tài chính"),
        ("TỈNH ỦY TRÀ VINH", "ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "Đảng ủy Khối các cơ quan tỉnh Trà Vinh"),
    ],
)
def test_two_lines_of_a_letterhead_make_one_name(above: str, line: str, issuer: str) -> None:
    lines = (Stated(above, 0, len(above)), Stated(line, 0, len(line)))
    source = Text("x.txt", " " * 90)
    here = home(Reading(source, 0, 0, 90, (), parent=lines[0], issuer=lines[1]))
    assert here.issuer is not None
    assert here.issuer.name == issuer
