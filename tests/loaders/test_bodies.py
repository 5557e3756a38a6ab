"""Bodies in context: invented neighbours of the forms that documents write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.graph.place import place_named
from phahe.loaders.bodies import Home, bodies, body_of_code
from phahe.loaders.body_kind import kinds
from phahe.loaders.body_succession import roster, successors
from phahe.loaders.home import issued
from phahe.loaders.reading import Stated

TODAY = date(2026, 1, 1)


def at_home(issuer: str, on: str = "2018-05-14", **known: object) -> Home:
    """The home of a document with that letterhead."""
    home = Home(scope=f"{issuer}#0", date=on, **known)  # type: ignore[arg-type]
    return issued(home, bodies(issuer, home)[0], Stated(issuer, 0, len(issuer)))


HOMES = {
    "party": at_home("TỈNH ỦY QUẢNG TRỊ"),
    "party 2026": at_home("TỈNH ỦY ĐỒNG NAI", "2026-02-01"),
    "commune 2026": at_home(
        "ĐẢNG ỦY XÃ TÂN PHÚ", "2025-12-01", province=place_named("Đồng Nai", on=TODAY)
    ),
    "youth": at_home("TỈNH ĐOÀN LONG AN"),
    "central youth": at_home("TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH"),
    "women": at_home("HỘI LIÊN HIỆP PHỤ NỮ HUYỆN GÒ DẦU"),
    "farmers": at_home("HỘI NÔNG DÂN TỈNH SÓC TRĂNG"),
    "union": at_home("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM"),
    "province": at_home("ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ"),
    "city": at_home("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG"),
    "department": at_home("SỞ Y TẾ TỈNH NGHỆ AN"),
    "ministry": at_home("BỘ NỘI VỤ"),
    "unknown": Home(scope="somewhere#0"),
}

TABLE = [
    ("party", "Tỉnh uỷ", ["Tỉnh ủy Quảng Trị"]),
    ("party", "BTV Tỉnh ủy; TT Tỉnh ủy", ["Ban Thường vụ Tỉnh ủy Quảng Trị", "Thường trực Tỉnh ủy Quảng Trị"]),
    ("party", "Ban Chấp hành Đảng bộ tỉnh", ["Tỉnh ủy Quảng Trị"]),
    ("party", "Ban Dân vận", ["Ban Dân vận Tỉnh ủy Quảng Trị"]),
    ("party", "Phòng Tổng hợp - VPTU", ["Phòng Tổng hợp Văn phòng Tỉnh ủy Quảng Trị"]),
    ("party", "các huyện, thị, thành ủy", ["Các huyện ủy, thị ủy, thành ủy trực thuộc Tỉnh ủy Quảng Trị"]),
    ("party", "các huyện ủy, thị uỷ, thành uỷ và đảng uỷ trực thuộc Tỉnh ủy", ["Các huyện ủy, thị ủy, thành ủy trực thuộc Tỉnh ủy Quảng Trị", "Các đảng ủy trực thuộc Tỉnh ủy Quảng Trị"]),
    ("party", "Ban Tuyên giáo các huyện, thị, thành ủy", ["Ban Tuyên giáo các huyện ủy, thị ủy, thành ủy tỉnh Quảng Trị"]),
    ("party", "Các Đảng đoàn: Hội Nông dân, Hội Cựu chiến binh tỉnh; Ban Thường vụ Tỉnh đoàn", ["Đảng đoàn Hội Nông dân tỉnh Quảng Trị", "Đảng đoàn Hội Cựu chiến binh tỉnh Quảng Trị", "Ban Thường vụ Tỉnh đoàn Quảng Trị"]),
    ("party", "Đảng đoàn Mặt trận Tổ quốc Việt Nam tỉnh", ["Đảng đoàn Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Trị"]),
    ("party", "các đồng chí Tỉnh ủy viên", ["Các đồng chí Ủy viên Ban Chấp hành Đảng bộ tỉnh Quảng Trị"]),
    ("party", "Ban Bí thư Trung ương", ["Ban Bí thư Trung ương Đảng"]),
    ("party", "Ban Nội chính Trung ương (b/c)", ["Ban Nội chính Trung ương"]),
    ("party", "MTTQ, các đoàn thể chính trị - xã hội, hội quần chúng tỉnh", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Trị", "Các tổ chức chính trị - xã hội tỉnh Quảng Trị", "Các hội quần chúng tỉnh Quảng Trị"]),
    ("party", "Hội hữu nghị Việt Nam – Lào", ["Hội hữu nghị Việt Nam – Lào tỉnh Quảng Trị"]),
    ("party 2026", "Đảng ủy các xã, phường", ["Đảng ủy các xã, phường tỉnh Đồng Nai"]),
    ("party 2026", "Đảng ủy Ủy ban nhân dân tỉnh", ["Đảng ủy Ủy ban nhân dân tỉnh Đồng Nai"]),
    ("commune 2026", "Thường trực Đảng ủy, UBND xã", ["Thường trực Đảng ủy xã Tân Phú", "Ủy ban nhân dân xã Tân Phú"]),
    ("commune 2026", "Các chi bộ trực thuộc", ["Các chi bộ trực thuộc Đảng ủy xã Tân Phú"]),
    ("commune 2026", "Ban Thường vụ Tỉnh ủy", ["Ban Thường vụ Tỉnh ủy Đồng Nai"]),
    ("youth", "các huyện, thị, thành đoàn", ["Các huyện đoàn, thị đoàn, thành đoàn tỉnh Long An"]),
    ("youth", "Trung ương Đoàn", ["Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"]),
    ("youth", "Ban Thanh niên nông thôn", ["Ban Thanh niên nông thôn Tỉnh đoàn Long An"]),
    ("youth", "Hội LHTN Việt Nam tỉnh", ["Hội Liên hiệp Thanh niên Việt Nam tỉnh Long An"]),
    ("central youth", "Ban Bí thư Trung ương Đoàn", ["Ban Bí thư Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"]),
    ("central youth", "các tỉnh, thành đoàn", ["Các tỉnh đoàn, thành đoàn"]),
    ("women", "Hội LHPN tỉnh; Trung ương Hội", ["Hội Liên hiệp Phụ nữ tỉnh Tây Ninh", "Trung ương Hội Liên hiệp Phụ nữ Việt Nam"]),
    ("women", "Hội LHPN các xã, thị trấn", ["Hội Liên hiệp Phụ nữ các xã, thị trấn huyện Gò Dầu"]),
    ("women", "Ban Tuyên giáo Huyện ủy", ["Ban Tuyên giáo Huyện ủy Gò Dầu"]),
    ("women", "các cấp Hội", ["Hội Liên hiệp Phụ nữ các cấp huyện Gò Dầu"]),
    ("farmers", "Ban Tuyên giáo", ["Ban Tuyên giáo Hội Nông dân tỉnh Sóc Trăng"]),
    ("farmers", "Ban Tuyên giáo Tỉnh ủy", ["Ban Tuyên giáo Tỉnh ủy Sóc Trăng"]),
    ("farmers", "Ban Xã hội - Dân số - Gia đình (TW Hội NDVN)", ["Ban Xã hội - Dân số - Gia đình Trung ương Hội Nông dân Việt Nam"]),
    ("farmers", "Các huyện, thị Hội", ["Hội Nông dân các huyện, thị tỉnh Sóc Trăng"]),
    ("farmers", "các Ban, Trung tâm", ["Các Ban và Trung tâm Hội Nông dân tỉnh Sóc Trăng"]),
    ("farmers", "Ban TC-KT; VT", ["Ban TC-KT Hội Nông dân tỉnh Sóc Trăng", "Văn thư Hội Nông dân tỉnh Sóc Trăng"]),
    ("union", "LĐLĐ các tỉnh, thành phố trực thuộc TW", ["Liên đoàn Lao động các tỉnh, thành phố trực thuộc Trung ương"]),
    ("union", "Đoàn Chủ tịch Tổng Liên đoàn", ["Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam"]),
    ("province", "Sở NN&PTNT; Sở Thông tin – Truyền thông", ["Sở Nông nghiệp và Phát triển nông thôn tỉnh Quảng Trị", "Sở Thông tin và Truyền thông tỉnh Quảng Trị"]),
    ("province", "Giám đốc các Sở: Nội vụ, Y tế, Công Thương", ["Giám đốc Sở Nội vụ tỉnh Quảng Trị", "Giám đốc Sở Y tế tỉnh Quảng Trị", "Giám đốc Sở Công Thương tỉnh Quảng Trị"]),
    ("province", "Công an tỉnh, BCH Quân sự tỉnh, BCH BĐBP tỉnh", ["Công an tỉnh Quảng Trị", "Bộ Chỉ huy Quân sự tỉnh Quảng Trị", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Quảng Trị"]),
    ("province", "Thường trực HĐND, UBND tỉnh", ["Thường trực Hội đồng nhân dân tỉnh Quảng Trị", "Ủy ban nhân dân tỉnh Quảng Trị"]),
    ("province", "Chủ tịch UBND các huyện, thị xã, thành phố", ["Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố tỉnh Quảng Trị"]),
    ("province", "UBND huyện Hướng Hóa và thị xã Quảng Trị", ["Ủy ban nhân dân huyện Hướng Hóa", "Ủy ban nhân dân thị xã Quảng Trị"]),
    ("province", "BCH Quân sự tỉnh, Bộ Tư lệnh Quân khu 4, nước CHXHCNVN", ["Bộ Chỉ huy Quân sự tỉnh Quảng Trị"]),
    ("city", "Thành ủy; Công an Thành phố; UBND các quận, huyện", ["Thành ủy Hải Phòng", "Công an thành phố Hải Phòng", "Ủy ban nhân dân các quận, huyện thành phố Hải Phòng"]),
    ("department", "Các phòng chức năng SYT; Website SYT", ["Các phòng, ban Sở Y tế tỉnh Nghệ An", "Website Sở Y tế tỉnh Nghệ An"]),
    ("department", "UBND tỉnh (b/c); Bộ Y tế", ["Ủy ban nhân dân tỉnh Nghệ An", "Bộ Y tế"]),
    ("ministry", "UBND các tỉnh, thành phố trực thuộc Trung ương", ["Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"]),
    ("ministry", "các Bộ: Quốc phòng, Công an, Tài chính", ["Bộ Quốc phòng", "Bộ Công an", "Bộ Tài chính"]),
    ("ministry", "Vụ Chính quyền địa phương", ["Vụ Chính quyền địa phương Bộ Nội vụ"]),
    ("ministry", "Cục Kiểm tra văn bản - Bộ Tư pháp", ["Cục Kiểm tra văn bản Bộ Tư pháp"]),
    ("ministry", "Ủy ban nhân dân cấp tỉnh", ["Ủy ban nhân dân cấp tỉnh"]),
    ("unknown", "Hội Nông dân tỉnh Sóc Trăng", ["Hội Nông dân tỉnh Sóc Trăng"]),
    ("unknown", "Ty Công an và Hiến binh 02 tỉnh Kratie, Mondolkiri/Campuchia", ["Ty Công an tỉnh Kratie", "Ty Công an tỉnh Mondulkiri", "Hiến binh tỉnh Kratie", "Hiến binh tỉnh Mondulkiri"]),
    ("unknown", "tiểu khu Quân sự của 02 tỉnh Takeo, Kandal, Bộ Tư lệnh Quân khu 3, Quân đội Hoàng gia Campuchia", ["Tiểu khu Quân sự tỉnh Takeo", "Tiểu khu Quân sự tỉnh Kandal"]),
    ("unknown", "Hội CCB tỉnh Takeo, Kandal Vương quốc Campuchia", ["Hội Cựu chiến binh tỉnh Takeo (Campuchia)", "Hội Cựu chiến binh tỉnh Kandal (Campuchia)"]),
    ("unknown", "Hội Phụ nữ Campuchia vì hoà bình và phát triển tỉnh Takeo, tỉnh Kandal", ["Hội Phụ nữ Campuchia vì hòa bình và phát triển tỉnh Takeo", "Hội Phụ nữ Campuchia vì hòa bình và phát triển tỉnh Kandal"]),
    ("unknown", "UBND các tỉnh An Giang, Đồng Tháp và Kiên Giang", ["Ủy ban nhân dân tỉnh An Giang", "Ủy ban nhân dân tỉnh Đồng Tháp", "Ủy ban nhân dân tỉnh Kiên Giang"]),
    ("unknown", "các nội dung trên", []),
    ("unknown", "hội nghị, hội thảo; cán bộ, đoàn viên; địa bàn; quốc phòng", []),
]  # fmt: skip


@pytest.mark.parametrize(("home", "words", "names"), TABLE)
def test_a_phrase_names_these_bodies(home: str, words: str, names: list[str]) -> None:
    assert [body.name for body in bodies(words, HOMES[home])] == names


@pytest.mark.parametrize(
    ("home", "one", "other"),
    [
        ("party", "Tỉnh ủy", "Tỉnh uỷ"),
        ("party", "Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban MTTQ Việt Nam tỉnh"),
        ("party", "Ban Bí thư", "Ban Bí thư Trung ương Đảng"),
        ("party", "Đảng đoàn Mặt trận", "Đảng đoàn Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("party", "VPTU", "Văn phòng Tỉnh ủy"),
        ("party", "Các huyện, thị, thành ủy", "các huyện ủy, thị ủy, thành ủy"),
        ("women", "Hội", "Hội Liên hiệp Phụ nữ huyện Gò Dầu"),
        ("farmers", "Hội Nông dân các cấp", "các cấp Hội Nông dân trong tỉnh"),
        ("province", "Sở Nội vụ tỉnh Quảng Trị", "SNV"),
        ("city", "UBND TP Hải Phòng", "Ủy ban nhân dân thành phố"),
    ],
)
def test_one_body_under_two_names_has_one_id(home: str, one: str, other: str) -> None:
    left, right = bodies(one, HOMES[home]), bodies(other, HOMES[home])
    assert [body.id for body in left] == [body.id for body in right] != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("party", "Tỉnh ủy"), ("youth", "Tỉnh ủy")),
        (("party", "Tỉnh ủy"), ("party", "Ban Thường vụ Tỉnh ủy")),
        (("party", "Ban Thường vụ Tỉnh ủy"), ("party", "Thường trực Tỉnh ủy")),
        (("farmers", "Ban Tuyên giáo"), ("farmers", "Ban Tuyên giáo Tỉnh ủy")),
        (("women", "Huyện ủy"), ("unknown", "Huyện ủy")),
    ],
)
def test_different_bodies_have_different_ids(one: tuple[str, str], other: tuple[str, str]) -> None:
    left, right = (bodies(words, HOMES[home])[0] for home, words in (one, other))
    assert left.id != right.id


def test_two_unknown_provinces_never_meet() -> None:
    here, there = (bodies("Tỉnh ủy", Home(scope=scope))[0] for scope in ("a#0", "b#0"))
    assert here.name == there.name == "Tỉnh ủy"
    assert here.id != there.id


def test_a_body_of_a_merged_province_is_not_its_older_namesake() -> None:
    before = bodies("Tỉnh ủy Đồng Nai", Home(scope="a", date="2025-06-30"))[0]
    after = bodies("Tỉnh ủy Đồng Nai", Home(scope="a", date="2025-07-01"))[0]
    assert before.name == after.name
    assert before.id != after.id


def test_namesakes_among_districts_are_told_apart_by_the_province() -> None:
    one, two = (
        bodies("Huyện ủy Châu Thành", Home(scope="a", province=place_named(province)))[0]
        for province in ("Tây Ninh", "Long An")
    )
    assert one.name == two.name
    assert one.id != two.id


@pytest.mark.parametrize(
    ("home", "words", "whole"),
    [
        ("party", "Ban Dân vận Tỉnh ủy", "Tỉnh ủy Quảng Trị"),
        ("party", "Văn thư Ban Dân vận Tỉnh ủy", "Ban Dân vận Tỉnh ủy Quảng Trị"),
        ("party", "các huyện, thị, thành ủy", "Tỉnh ủy Quảng Trị"),
        ("women", "Hội", "Hội Liên hiệp Phụ nữ tỉnh Tây Ninh"),
        ("women", "TW Hội", "Hội Liên hiệp Phụ nữ Việt Nam"),
        ("province", "Sở Y tế", "Ủy ban nhân dân tỉnh Quảng Trị"),
        ("province", "BCH BĐBP tỉnh", "Bộ đội Biên phòng tỉnh Quảng Trị"),
        ("province", "BCH Quân sự tỉnh, Bộ Tư lệnh Quân khu 4, nước CHXHCNVN", "Bộ Tư lệnh Quân khu 4"),
    ],
)  # fmt: skip
def test_a_body_is_part_of_its_whole(home: str, words: str, whole: str) -> None:
    assert bodies(words, HOMES[home])[0].parents[0].name == whole


def test_posts_and_channels_are_no_bodies_proper() -> None:
    found = bodies("Chủ tịch UBND tỉnh; Website Sở Y tế; UBND tỉnh", HOMES["province"])
    assert [body.standing for body in found] == ["person", "channel", ""]


def test_what_comes_from_the_document_is_implied() -> None:
    said, meant = bodies("Tỉnh ủy Quảng Trị; Tỉnh ủy", HOMES["party"])
    assert (said.certainty, meant.certainty) == ("explicit", "implied")


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("CV/BDVTU", "Ban Dân vận Tỉnh ủy Quảng Trị"),
        ("KH/TU", "Tỉnh ủy Quảng Trị"),
        ("QĐ-TTg", "Thủ tướng Chính phủ"),
        ("HD/VPTW", "Văn phòng Trung ương Đảng"),
        ("KH-UBND", "Ủy ban nhân dân tỉnh Quảng Trị"),
    ],
)
def test_a_code_names_the_body_of_the_place(symbol: str, name: str) -> None:
    found = body_of_code(symbol, HOMES["party"])
    assert found is not None
    assert found.name == name


def test_a_code_of_several_bodies_names_none() -> None:
    assert body_of_code("CT/TW", HOMES["party"]) is None


def test_the_board_of_a_merged_province_is_followed_to_today() -> None:
    board = bodies("Ban Tuyên giáo Tỉnh ủy", HOMES["youth"])[0]
    assert [step.body.name for step in successors(board, TODAY)] == [
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Long An",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Tây Ninh",
    ]


def test_a_ministry_is_followed_to_its_successor() -> None:
    ministry = bodies("Bộ Kế hoạch và Đầu tư", HOMES["ministry"])[0]
    assert [step.body.name for step in successors(ministry, TODAY)] == ["Bộ Tài chính"]
    assert successors(ministry, date(2025, 2, 1)) == []


def test_the_members_of_a_set_are_those_of_its_time() -> None:
    five = bodies("các tổ chức chính trị - xã hội tỉnh", HOMES["party"])[0]
    assert len(roster(five, "2018-01-01")) == 5
    districts = bodies("UBND các huyện, thị xã, thành phố", HOMES["province"])[0]
    assert len(roster(districts, "2018-01-01")) == 10
    assert roster(districts, "2025-08-01") == []


def test_every_kind_is_known_once() -> None:
    from phahe.data import table

    keys = [row["key"] for row in table("bodies")]
    assert len(keys) == len(set(keys))
    for kind in kinds().values():
        assert not kind.whole or kind.role == "set" or kind.whole in kinds()
        assert all(member in kinds() for member in kind.members)


WORDS = st.sampled_from(
    ["các", "và", ",", ";", ":", "(", ")", "-", "/", "Tỉnh", "ủy", "huyện", "thị", "xã", "thành", "phố", "UBND", "Sở", "Y", "tế", "Ban", "Dân", "vận", "Hội", "Đoàn", "tỉnh", "Tây", "Ninh", "Svay", "Rieng", "Trung", "ương", "Đảng", "đoàn", "03", "của", "trực", "thuộc", "theo", "Quân", "khu", "7", "Bộ", "nước", "có", "Văn", "phòng", "Campuchia", "cơ", "sở", "cấp", "Giám", "đốc", "TW", "Hội", "NDVN"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_phrase_is_read_and_quoted_right(words: str) -> None:
    for home in HOMES.values():
        for body in bodies(words, home, 5):
            assert words[body.start - 5 : body.end - 5] == body.as_written
            assert body.id.startswith("org:")
            assert body.name == body.name.strip() != ""


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_any_text_at_all_is_read(words: str) -> None:
    bodies(words, HOMES["party"])
