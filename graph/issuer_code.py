"""Letters that stand for issuing bodies in document numbers (data/issuer_codes.csv).

>>> bodies("TTg"), system_of("TU"), as_issuer("LDLD")
(('Thủ tướng Chính phủ',), 'party', 'LĐLĐ')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from phahe.data import table

_TERM = re.compile(r"(?:QH|UBTVQH|HĐND|UBVHXH|UBPLTP|UBXH|QK|BTLQK|ĐĐBQH)\d{1,2}")
"""Codes that end in a number: of the term, or of the military region."""


@cache
def _rows() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """Code in capitals → its rows."""
    found: dict[str, tuple[Mapping[str, str], ...]] = {}
    for row in table("issuer_codes"):
        code = row["code"].upper()
        found[code] = (*found.get(code, ()), row)
    return MappingProxyType(found)


@cache
def _without_strokes() -> Mapping[str, str]:
    """Code as OCR reads it, Đ as D → the code, where only one code reads so."""
    readings: dict[str, list[str]] = {}
    for code in _rows():
        readings.setdefault(code.replace("Đ", "D"), []).append(code)
    return MappingProxyType(
        {read: codes[0] for read, codes in readings.items() if len(codes) == 1 and read != codes[0]}
    )


@cache
def as_issuer(letters: str) -> str:
    """Return the listed code that *letters* are: in any case, Đ read as D; blank if none is.

    >>> as_issuer("ttg"), as_issuer("DU"), as_issuer("QH15"), as_issuer("XYZ")
    ('TTg', 'ĐU', 'QH15', '')
    """
    capitals = "TW" if letters.upper() in ("TƯ", "T.Ư", "T.W") else letters.upper()
    if _TERM.fullmatch(capitals):
        return capitals
    known = capitals if capitals in _rows() else _without_strokes().get(capitals, "")
    return _rows()[known][0]["code"] if known else ""


def _rows_of(code: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a code, its term or region number set aside."""
    return _rows().get(code.upper(), ()) or _rows().get(re.sub(r"\d+$", "", code.upper()), ())


@cache
def bodies(code: str) -> tuple[str, ...]:
    """Return whom *code* stands for; empty if it is not listed, several where it is ambiguous."""
    return tuple(row["body"] for row in _rows_of(code))


@cache
def system_of(code: str) -> str:
    """Return how the body writes: party (83-KH/TU), state (1201/KH-UBND), mass (either way).

    Blank for a code that is not listed.
    """
    return next((row["system"] for row in _rows_of(code)), "")


@cache
def is_central(code: str) -> bool:
    """Say whether the code means one body of the whole country, so that no place is needed."""
    return any(row["central"] == "yes" for row in _rows_of(code))
