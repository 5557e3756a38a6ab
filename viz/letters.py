"""How wide words are when set in Noto Sans, so that boxes fit their text without a browser.

>>> width("Kế hoạch 83-KH/TU", 13, bold=True)
124
>>> clipped("Ban Thường vụ Liên đoàn Lao động tỉnh", 12, 100)
'Ban Thường vụ…'
"""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from importlib.resources import files

UNKNOWN = (600, 640)
"""Thousandths of the size for a letter the font lacks, regular and bold."""


@cache
def advances() -> dict[str, tuple[int, int]]:
    """Return letter → thousandths of the size, regular and bold (viz/fonts/widths.csv)."""
    with (files("phahe.viz") / "fonts" / "widths.csv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {chr(int(r["code"], 16)): (int(r["regular"]), int(r["bold"])) for r in rows}


def width(text: str, size: float, *, bold: bool = False) -> int:
    """Return the pixels *text* takes at *size*, rounded up to a whole one."""
    table = advances()
    units = sum(table.get(each, UNKNOWN)[bold] for each in unicodedata.normalize("NFC", text))
    return -int(-units * size // 1000)


def clipped(text: str, size: float, room: int, *, bold: bool = False) -> str:
    """Return *text*, cut and ended with … where it is wider than *room* pixels."""
    if width(text, size, bold=bold) <= room:
        return text
    cut = text
    while cut and width(cut + "…", size, bold=bold) > room:
        cut = cut[:-1]
    return cut.rstrip() + "…"
