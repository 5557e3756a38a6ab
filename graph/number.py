"""Numbers of documents, in the forms of the Party, the State and mass organisations.

>>> for text in ("83 - KH/TU", "Số: 1201/KH-UBND", "12/CT-TW", "45/2019/QH14", "4606/BGDĐT-GDTrH"):
...     number = DocumentNumber.parse(text)
...     print(number.family, number)
party 83-KH/TU
state 1201/KH-UBND
party 12-CT/TW
law 45/2019/QH14
dispatch 4606/BGDĐT-GDTrH
>>> DocumentNumber.parse("4-CT/TW").key == DocumentNumber.parse("04 CT/TW").key
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from phahe.graph.document_type import as_code, as_letters, name_of
from phahe.graph.errors import NotANumber
from phahe.graph.issuer_code import as_issuer, system_of

Family = Literal["law", "party", "state", "dispatch"]
_PRINT = {"party": "{n}-{t}/{i}", "state": "{n}/{y}{t}-{i}", "law": "{n}/{y}{i}"}
_DASHES = dict.fromkeys(map(ord, "–—‐‑−‒"), "-") | {0xD0: "Đ", 0x189: "Đ", 0x421: "C", 0x422: "T"}
_DIGITS = str.maketrans("OoIl", "0011")
_LEAD = re.compile(r"\s*(?:[Ss]ố|SỐ)?\s*:?\s*")
_OF_TERM = re.compile(r"(?:UB(?!ND)[A-ZĐ]{1,8}|HĐDT|TTKQH|VPQH|BCTĐB)1\d")
"""Bodies of the National Assembly carry its term: UBKT15."""
_LAW_ISSUER = re.compile(r"(?:QH|UBTVQH)\d{1,2}|CTN")

TOKEN = (
    r"(?:T\.[ƯW]\.?|(?:TT|VP)\.(?:HĐND|UBND)"
    r"|[A-ZĐƯ][A-ZĐƯỐ0-9&]*(?:[a-zố]{1,3}[A-ZĐƯ0-9&]+)*[a-zố]{0,3})"
)
"""One group of letters between separators; small letters inside or at the end: TTg, QyĐ, GDTrH."""
SYMBOL = rf"{TOKEN}(?:\s*[-/_]\s*[§'’|.«]?{TOKEN})?(?:[-/_]\s?{TOKEN})*"
"""Groups of letters; blanks around the first separator only."""
NUMBER = re.compile(
    rf"""
    (?P<number>[0-9Ol]?[0-9](?:[0-9OlI]{{0,3}}(?:\.[0-9]{{1,3}})?)[A-Za-z]?|)  # 83, 66.15, 30c
    \s*(?:[-/_]\s*|\s)
    (?:(?P<year>(?:19|2[0O])[0-9O]{{2}})\s*[/_-]\s*)?
    (?P<symbol>{SYMBOL})
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """Number, year, type and issuer of a document, however they were separated.

    *number* may be blank: a draft's number is filled in by hand.
    """

    number: str
    """With leading zeros and its letter: 04, 30c, 66.15."""
    year: str
    """Only where it is part of the number, as in normative acts: 30/2020/NĐ-CP."""
    type_code: str
    """As in data/document_types.csv; blank in laws and official letters of the State."""
    issuers: tuple[str, ...]
    """Codes of bodies and their units: ('UBND',), ('BTP', 'BCA'), ('TWĐTN', 'VP')."""
    family: Family
    type_letters: str = ""
    """The type as printed, where habits differ: QĐi for QyĐ."""

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """Read a number, "Số" before it allowed; NotANumber where it is none.

        >>> DocumentNumber.parse("Số 27-KH/DU").code
        '27-KH/ĐU'
        >>> DocumentNumber.parse("Số      -CV/ĐU")  # doctest: +ELLIPSIS
        DocumentNumber(number='', year='', type_code='CV', issuers=('ĐU',), family='party', ...)
        >>> DocumentNumber.parse("KH 83/TU")
        Traceback (most recent call last):
        ...
        phahe.graph.errors.NotANumber: KH 83/TU: not a document number - expected ...
        """
        words = text.translate(_DASHES).strip()
        lead = _LEAD.match(words)
        found = NUMBER.fullmatch(words, lead.end() if lead else 0)
        parsed = found and read_number(found["number"], found["year"] or "", found["symbol"])
        if not parsed:
            raise NotANumber(
                f'{text}: not a document number - expected "<number>-<type>/<issuer>", '
                f'"<number>/<year>/<type>-<issuer>" or "<number>/<issuer>"'
            )
        return parsed

    @property
    def symbol(self) -> str:
        """The letters as the family joins them, without the year: KH/TU, NĐ-CP, QH14, LĐLĐ."""
        issuer = "-".join(self.issuers)
        if not self.type_code:
            return issuer
        return f"{self.type_letters}{'/' if self.family == 'party' else '-'}{issuer}"

    @property
    def code(self) -> str:
        """The whole number as the family prints it; blank where the number is blank."""
        return str(self) if self.number else ""

    @property
    def letters(self) -> str:
        """Type and issuer in capitals without separators: KHTU."""
        joined = (self.type_code + "".join(self.issuers)).upper()
        return joined.replace("&", "").replace("TƯ", "TW")

    @property
    def key(self) -> tuple[str, str, str]:
        """Number, year and letters, without what writers vary: zeros, case, separators."""
        return (self.number.lstrip("0").lower(), self.year, self.letters)

    @property
    def type(self) -> str:
        """The type the code stands for; without one the body's usual: a law, an official letter."""
        if self.type_code:
            return name_of(self.type_code)
        if self.family != "law":
            return "công văn"
        return "luật" if self.issuers[0].startswith("QH") else "nghị quyết"

    def __str__(self) -> str:
        """As the family prints it."""
        form = _PRINT.get(self.family, "{n}/{i}")
        year = f"{self.year}/" if self.year else ""
        issuer = "-".join(self.issuers)
        return form.format(n=self.number, y=year, t=self.type_letters, i=issuer)


@lru_cache(maxsize=8192)
def read_number(number: str, year: str, symbol: str) -> DocumentNumber | None:
    """Put the parts of a number together; None where the letters are no document's.

    *symbol* holds everything behind number and year, with its separators.
    """
    number, year = number.translate(_DIGITS), year.translate(_DIGITS)
    groups = _groups(symbol)
    if not groups:
        return None
    if year and len(groups) == 1 and _LAW_ISSUER.fullmatch(groups[0]):
        return DocumentNumber(number, year, "", (groups[0],), "law")
    kind = as_code(groups[0])
    if kind and len(groups) > 1:
        family = _family(year, symbol, groups)
        return DocumentNumber(number, year, kind, tuple(groups[1:]), family, groups[0])
    if not number or year or not _is_issuer_like(groups[0]):
        return None
    return DocumentNumber(number, "", "", tuple(groups), "dispatch")


def _groups(symbol: str) -> list[str]:
    """The letters between separators, spelled as the tables spell them."""
    raw = [part for part in re.split(r"[\s/_-]+", symbol) if part]
    raw = [re.sub(r"^[§'’|.«]+", "", part).replace(".", "") for part in raw]
    if raw and not as_issuer(raw[0]):
        raw[:1] = _unglued(raw[0])
    first = as_letters(raw[0]) if raw else ""
    rest = [_issuer(part) for part in raw[1:]]
    return [first if first and rest else _issuer(raw[0]), *rest] if raw else []


def _unglued(letters: str) -> list[str]:
    """Type and issuer written in one: TBMTTQ is TB and MTTQ."""
    if not as_code(letters):
        for cut in (4, 3, 2):
            if as_code(letters[:cut]) and as_issuer(letters[cut:]):
                return [letters[:cut], letters[cut:]]
    return [letters]


def _issuer(letters: str) -> str:
    """The listed spelling; a footnote's digit glued to a listed code is dropped."""
    known = as_issuer(letters)
    if _OF_TERM.fullmatch(letters):
        return letters
    bare = re.sub(r"\d{1,2}$", "", letters)
    return known or (as_issuer(bare) if bare != letters else "") or letters


def _is_issuer_like(letters: str) -> bool:
    return bool(as_issuer(letters)) or len(re.findall(r"[A-ZĐƯ]", letters)) >= 2


def _family(year: str, symbol: str, groups: list[str]) -> Family:
    """The Party's form where the issuer is the Party's, else as written."""
    if year:
        return "state"
    system = system_of(groups[1])
    if system in ("party", "state"):
        return "party" if system == "party" else "state"
    slash, dash = symbol.find("/"), symbol.find("-")
    return "party" if slash >= 0 and (dash < 0 or slash < dash) else "state"
