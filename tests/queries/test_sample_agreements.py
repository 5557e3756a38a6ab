"""Five of the twenty-five questions to the sample documents: agreements with partners abroad."""

import pytest

from tests.queries.naming import assert_named, fits

FRONT, BORDER, WOMEN = "Mặt trận Tây Ninh", "Biên phòng Tây Ninh", "Phụ nữ Tây Ninh"
ARMY, YOUTH, VETERANS = "Quân sự Tây Ninh", "Thanh niên Tây Ninh", "Cựu chiến binh Tây Ninh"
AGREEMENTS = {
    ARMY: {"Svay Rieng", "Prey Veng", "Tboung Khmum", "Oddar Meanchey"},
    BORDER: {"Tboung Khmum", "Prey Veng", "Svay Rieng"},
    FRONT: {"Svay Rieng", "Prey Veng", "Tboung Khmum"},
    WOMEN: {"Svay Rieng", "Prey Veng", "Tboung Khmum"},
    YOUTH: {"Prey Veng", "Tboung Khmum"},
    VETERANS: {"Prey Veng", "Svay Rieng", "Kampong Cham"},
}


@pytest.mark.parametrize("body", AGREEMENTS)
def test_08_which_province_works_with_which_body_under_which_agreement(answer, body):
    rows = answer("partners").records()
    mine = [row for row in rows if any(fits(name, body) for name in row["bodies"])]
    assert {row["province"] for row in mine} == AGREEMENTS[body]
    assert len({row["agreement"] for row in mine}) == 1
    assert len(rows) == 18


def test_09_in_how_many_agreements_each_province_is_present(answer):
    found = answer("provinces").records()
    assert {row["province"]: row["agreements"] for row in found} == {
        "Prey Veng": 6,
        "Svay Rieng": 5,
        "Tboung Khmum": 5,
        "Kampong Cham": 1,
        "Oddar Meanchey": 1,
    }
    assert [row["province"] for row in found if row["in_all"]] == ["Prey Veng"]


def test_10_which_agreements_were_over_when_the_plan_relied_on_them(answer):
    found = answer("lapsed", document="83-KH/TU").records()
    assert {row["period"] for row in found} == {"2015-2018", "2014-2016"}
    assert_named([name for row in found for name in row["bodies"]], [FRONT, WOMEN])


def test_11_which_agreements_have_no_day_of_signing(answer):
    found = answer("undated").records()
    assert len(found) == 2
    assert_named([row["bodies"][0] for row in found], [ARMY, WOMEN])


def test_12_who_signed_the_border_guards_minutes(answer):
    of_guards = [
        row for row in answer("partners").records() if fits(" ".join(row["bodies"]), BORDER)
    ]
    agreement = of_guards[0]["agreement"]
    parties = answer("parties").records()
    foreign = [p["body"] for p in parties if p["agreement"] == agreement and p["foreign"]]
    provinces = ("Tboung Khmum", "Prey Veng", "Svay Rieng")
    offices = ("Ty Công an", "Tiểu khu Quân sự", "Hiến binh")
    assert len(foreign) == 9
    assert_named(foreign, [f"{office} {place}" for office in offices for place in provinces])
