"""The type of a document, as its heading or its number says it.

>>> heading_type("THÔNG BẢO")
('thông báo', 9)
>>> heading_type("CHỈ THỊ CỦA BAN BÍ THƯ")
('chỉ thị', 7)
>>> heading_type("KẾ HOẠCH VÀ ĐẦU TƯ"), heading_type("Kế hoạch")
(None, None)
"""

from __future__ import annotations

import re
from functools import cache

from phahe.data import table
from phahe.graph.names import fold
from phahe.loaders.letters import words

# "BÁO CÁO VIÊN", "KẾ HOẠCH VÀ ĐẦU TƯ", "LUẬT SƯ" are parts of other names.
_OTHER_NAME = re.compile(r"\s*(?:VÀ|VIÊN|SƯ|GIA|[-–]|VIỆT NAM|TÀI CHÍNH)\b")
_SPACED = re.compile(r"(?:\w ){3,}\w$")
_CODE = re.compile(r"[^\W\d_]+")


@cache
def _headings() -> tuple[dict[str, str], re.Pattern[str]]:
    """Folded name → name, and a pattern of them, longest first."""
    names = {fold(row["name"]): row["means"] or row["name"] for row in table("document_types")}
    del names["van ban"]
    longest = sorted(names, key=len, reverse=True)
    pattern = "|".join(r"\s{0,2}".join(name.split()) for name in longest)
    return names, re.compile(rf"(?:{pattern})(?![a-z])")


@cache
def _codes() -> dict[str, str]:
    """Letters of a number → name; the first row of a code wins."""
    found: dict[str, str] = {}
    for row in table("document_types"):
        for code in (row["code"], *row["spelled"].split(), *row["misread"].split()):
            found.setdefault(code.upper(), row["name"])
    return found


def heading_type(text: str) -> tuple[str, int] | None:
    """The type that opens the heading *text*, and where its words end; None if it is no heading."""
    if not text[:3].isupper() or len(text) > 300:
        return None
    if _SPACED.match(text):
        squeezed = heading_type(text.replace(" ", ""))
        return squeezed and (squeezed[0], len(text))
    names, pattern = _headings()
    found = pattern.match(fold(text[:60]).replace("0", "o"))
    if not found or not text[: found.end()].isupper() or _OTHER_NAME.match(text, found.end()):
        return None
    squeezed_name = "".join(found[0].split())
    return next(
        name for key, name in names.items() if key.replace(" ", "") == squeezed_name
    ), found.end()


def coded_type(symbol: str) -> str | None:
    """The type that stands in a number or symbol; None if it names none.

    >>> coded_type("93/HD-CĐGD"), coded_type("578-CV/BDVTU"), coded_type("457/LĐLĐ")
    ('hướng dẫn', 'công văn', None)
    """
    letters = _CODE.findall(symbol)
    return _codes().get(letters[0].upper()) if letters else None


def is_type_word(text: str) -> bool:
    """Whether *text* is the name of a type, in any letter case."""
    return words(text) in _headings()[0]
