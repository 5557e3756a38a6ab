"""Write data/places.csv and data/communes.csv from the tables of vietnamadminunits (MIT).

Run once when the tables change: ``python benchmarks/make_places.py path/to/dataset.db``. The names,
kinds and wholes of administrative units are facts of the General Statistics Office's lists; dates,
borders, foreign provinces and provinces that ended before 2025 are written here by hand.
"""

# ruff: noqa: E501
from __future__ import annotations

import csv
import re
import sqlite3
import sys
from pathlib import Path

from phahe.graph.names import slug

DATA = Path(__file__).parents[1] / "data"
END, START = "2025-06-30", "2025-07-01"
UNCHANGED = [
    "Hà Nội",
    "Huế",
    "Cao Bằng",
    "Điện Biên",
    "Hà Tĩnh",
    "Lai Châu",
    "Lạng Sơn",
    "Nghệ An",
    "Quảng Ninh",
    "Thanh Hóa",
    "Sơn La",
]
PREFIX = {"huyện": "", "quận": "", "thị xã": "tx-", "thành phố": "tp-"}
KH = {
    "Kon Tum": "kh:ratanakiri", "Gia Lai": "kh:ratanakiri", "Đắk Lắk": "kh:mondulkiri", "Đắk Nông": "kh:mondulkiri",
    "Bình Phước": "kh:kratie|kh:mondulkiri|kh:tboung-khmum", "Tây Ninh": "kh:tboung-khmum|kh:prey-veng|kh:svay-rieng",
    "Long An": "kh:svay-rieng|kh:prey-veng", "Đồng Tháp": "kh:prey-veng", "An Giang": "kh:kandal|kh:takeo",
    "Kiên Giang": "kh:takeo|kh:kampot",
}  # fmt: skip
KH_2025 = {
    "Quảng Ngãi": "kh:ratanakiri", "Gia Lai": "kh:ratanakiri", "Đắk Lắk": "kh:mondulkiri", "Lâm Đồng": "kh:mondulkiri",
    "Đồng Nai": "kh:kratie|kh:mondulkiri|kh:tboung-khmum",
    "Tây Ninh": "kh:tboung-khmum|kh:prey-veng|kh:svay-rieng", "Đồng Tháp": "kh:prey-veng",
    "An Giang": "kh:kandal|kh:takeo|kh:kampot",
}  # fmt: skip
BORDER_DISTRICTS = [
    "tay-ninh/tan-bien",
    "tay-ninh/tan-chau",
    "tay-ninh/chau-thanh",
    "tay-ninh/ben-cau",
    "tay-ninh/tx-trang-bang",
    "binh-phuoc/loc-ninh",
    "binh-phuoc/bu-dop",
    "binh-phuoc/bu-gia-map",
]
CAMBODIA = [
    "Banteay Meanchey",
    "Battambang",
    "Kampong Cham",
    "Kampong Chhnang",
    "Kampong Speu",
    "Kampong Thom",
    "Kampot",
    "Kandal",
    "Koh Kong",
    "Kratie",
    "Mondulkiri",
    "Phnom Penh",
    "Preah Vihear",
    "Prey Veng",
    "Pursat",
    "Ratanakiri",
    "Siem Reap",
    "Preah Sihanouk",
    "Stung Treng",
    "Svay Rieng",
    "Takeo",
    "Oddar Meanchey",
    "Kep",
    "Pailin",
    "Tboung Khmum",
]


def borders(keys: str) -> str:
    """Ids of the neighbours, the country first."""
    return (
        "|".join(["place:campuchia", *(f"place:{key}" for key in keys.split("|"))]) if keys else ""
    )


def short(name: str) -> str:
    """The name without its unit."""
    return re.sub(r"^(?:Tỉnh|Thành phố|Thành Phố|Huyện|Quận|Thị xã|Thị Xã)\s+(?=\D)", "", name)


def at_home(key: str, name: str, kind: str, since: str, until: str, near: str) -> list[str]:
    """A row of a Vietnamese province."""
    return [f"place:{key}", name, kind, "VN", "place:viet-nam", since, until, borders(near)]


def provinces(rows: sqlite3.Cursor) -> list[list[str]]:
    """The 63 provinces before 1/7/2025 and the 34 after; eleven are the same."""
    found = []
    legacy = rows.execute("select distinct province, provinceShort from admin_units_legacy")
    for full, name in legacy.fetchall():
        kind = "municipality" if full.startswith("Thành phố") else "province"
        until = "" if name in UNCHANGED else END
        since = "2025-01-01" if name == "Huế" else ""
        found.append(at_home(slug(name), name, kind, since, until, KH.get(name, "")))
    for full, name in rows.execute(
        "select distinct province, provinceShort from admin_units"
    ).fetchall():
        if name not in UNCHANGED:
            kind = "municipality" if full.startswith("Thành phố") else "province"
            label, near = f"{name} (từ 01/7/2025)", KH_2025.get(name, "")
            found.append(at_home(f"{slug(name)}-2025", label, kind, START, "", near))
    found.append(at_home("thua-thien-hue", "Thừa Thiên Huế", "province", "", "2024-12-31", ""))
    found.append(at_home("ha-tay", "Hà Tây", "province", "", "2008-07-31", ""))
    return found


def districts(rows: sqlite3.Cursor) -> list[list[str]]:
    """The districts before 1/7/2025."""
    found = []
    query = "select distinct provinceShort, district, districtShort, districtType from admin_units_legacy"
    for province, _, ending, kind in rows.execute(query).fetchall():
        name = re.sub(r"\s*\(.*", "", ending)
        unit = kind.lower()
        bare = (
            name
            if not re.fullmatch(r"\d+|Quận \d+", name)
            else f"quan-{re.sub(r'[^0-9]', '', name)}"
        )
        key = f"{slug(province)}/{PREFIX[unit]}{slug(bare)}"
        label = f"{unit} {name.removeprefix('Quận ')}"
        near = "place:campuchia" if key in BORDER_DISTRICTS else ""
        since = "2025-01-01" if province == "Huế" and unit == "quận" else ""
        found.append(
            [f"place:{key}", label, "district", "VN", f"place:{slug(province)}", since, END, near]
        )
    return found


def abroad() -> list[list[str]]:
    """Countries, and the provinces of Cambodia."""
    found = [
        [
            "place:viet-nam",
            "Việt Nam",
            "country",
            "VN",
            "",
            "",
            "",
            "place:campuchia|place:lao|place:trung-quoc",
        ],
        ["place:campuchia", "Campuchia", "country", "KH", "", "", "", ""],
        ["place:lao", "Lào", "country", "LA", "", "", "", ""],
        ["place:trung-quoc", "Trung Quốc", "country", "CN", "", "", "", ""],
        ["place:thai-lan", "Thái Lan", "country", "TH", "", "", "", ""],
    ]
    for name in CAMBODIA:
        since = "2013-12-31" if name == "Tboung Khmum" else ""
        kind = "municipality" if name == "Phnom Penh" else "province"
        found.append([f"place:kh:{slug(name)}", name, kind, "KH", "place:campuchia", since, "", ""])
    return found


def communes(rows: sqlite3.Cursor) -> list[list[str]]:
    """Communes after 1/7/2025 (no district), then those before it."""
    found = []
    for province, name, kind in rows.execute(
        "select distinct provinceShort, wardShort, wardType from admin_units"
    ).fetchall():
        home = slug(province) + ("" if province in UNCHANGED else "-2025")
        found.append([name, kind.lower(), f"place:{home}", START, ""])
    query = "select distinct provinceShort, districtShort, districtType, wardShort, wardType from admin_units_legacy where wardType is not null"
    for province, ending, unit, name, kind in rows.execute(query).fetchall():
        district = re.sub(r"\s*\(.*", "", ending)
        bare = (
            district
            if not re.fullmatch(r"\d+|Quận \d+", district)
            else f"quan-{re.sub(r'[^0-9]', '', district)}"
        )
        found.append(
            [
                name,
                kind.lower(),
                f"place:{slug(province)}/{PREFIX[unit.lower()]}{slug(bare)}",
                "",
                END,
            ]
        )
    return found


def write(name: str, remark: str, columns: str, rows: list[list[str]]) -> None:
    """Write one table with its remark on top."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as out:
        out.write(remark)
        sheet = csv.writer(out, lineterminator="\n")
        sheet.writerow(columns.split(","))
        sheet.writerows(rows)


def main() -> None:
    """Write both tables."""
    rows = sqlite3.connect(sys.argv[1]).cursor()
    write(
        "places.csv",
        "# Countries, provinces and districts. Names and wholes: lists of the General Statistics Office as tabled by vietnamadminunits 1.0.4 (MIT).\n"
        "# Provinces: Nghi quyet 202/2025/QH15; end of the district level: Nghi quyet 203/2025/QH15. A province merged under an old name is a new place (-2025).\n"
        "# Written by benchmarks/make_places.py; dates are ISO, blank is open; borders are ids joined by |.\n",
        "id,name,kind,country,parent,valid_from,valid_to,borders",
        [*abroad(), *provinces(rows), *districts(rows)],
    )
    write(
        "communes.csv",
        "# Communes, wards, townships and special zones. Source as places.csv; parent is a district before 1/7/2025, a province after.\n",
        "name,kind,parent,valid_from,valid_to",
        sorted(communes(rows), key=lambda row: (row[2], row[0])),
    )


if __name__ == "__main__":
    main()
