"""Kinds of documents and the letters that stand for them (data/document_types.csv).

>>> name_of("KH"), code_of("tờ trình"), as_code("TTY"), as_code("qđ")
('kế hoạch', 'TTr', 'TTr', 'QĐ')
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from phahe.data import table
from phahe.graph.names import fold


@cache
def _spellings() -> Mapping[str, str]:
    """Every way a code is written, in capitals, → the code."""
    found: dict[str, str] = {}
    for row in table("document_types"):
        for spelling in (row["code"], *row["spelled"].split(), *row["misread"].split()):
            if spelling:
                found.setdefault(spelling.upper(), row["code"])
    return MappingProxyType(found)


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    """Folded name → row."""
    return MappingProxyType({fold(row["name"]): row for row in reversed(table("document_types"))})


@cache
def type_names() -> tuple[str, ...]:
    """Return all names, the longest first, so that the first that fits is the right one."""
    return tuple(sorted((row["name"] for row in _rows().values()), key=lambda name: -len(name)))


@cache
def as_code(letters: str) -> str:
    """Return the code that *letters* stand for, in any case or old spelling; blank if none."""
    return _spellings().get(letters.upper(), "")


@cache
def as_letters(letters: str) -> str:
    """Return *letters* as they should be printed: misread ones corrected, other habits kept.

    >>> as_letters("TTY"), as_letters("CTR"), as_letters("QĐi")
    ('TTr', 'CTr', 'QĐi')
    """
    for row in table("document_types"):
        if letters.upper() in row["misread"].upper().split():
            return row["code"]
        for spelling in (row["code"], *row["spelled"].split()):
            if spelling and spelling.upper() == letters.upper():
                return spelling
    return ""


@cache
def name_of(code: str) -> str:
    """Return the first name listed for *code*; blank for a code that is not listed."""
    wanted = as_code(code)
    names = (row["name"] for row in table("document_types") if row["code"] == wanted)
    return next(names, "") if wanted else ""


@cache
def code_of(name: str) -> str:
    """Return the code of a type *name*, diacritics and case set aside; blank if there is none."""
    row = _rows().get(fold(name))
    return row["code"] if row else ""


@cache
def known_name(words: str) -> str:
    """Return the type that *words* name, as the table spells it; blank if they name none.

    >>> known_name("Thông Báo Kết Luận"), known_name("quyet dinh"), known_name("giá")
    ('thông báo', 'quyết định', '')
    """
    row = _rows().get(fold(words))
    return (row["means"] or row["name"]) if row else ""


@cache
def is_usually_annexed(name: str) -> bool:
    """Say whether such a document is usually promulgated by another one (a Quy chế, a Kế hoạch)."""
    row = _rows().get(fold(name))
    return bool(row and row["annex"])
