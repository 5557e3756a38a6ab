"""A document as one file knows it, reduced to what tells it from others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from phahe.data import table
from phahe.graph.document_type import as_code
from phahe.graph.facts import DocumentKey, NodeFacts
from phahe.graph.issuer_code import bodies, is_central
from phahe.graph.localise import file_of
from phahe.graph.names import fold

NATION = "VN"
NATIONAL = frozenset(("HP", "L", "BL", "PL"))
"""Types that only the National Assembly issues, so that the name is enough."""
SAME_SERIES = {"QYĐ": "QĐ", "QĐI": "QĐ", "CTRHĐ": "CTR", "CTHĐ": "CTR"}
"""Type letters in use for the same series of numbers, longest first."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one file says that tells a document from others; blank is unknown."""

    facts: NodeFacts
    file: str
    held: bool
    type_code: str
    symbol: str
    """Letters without separators; habits of the same series set aside."""
    scope: str
    """Place of the issuer; `NATION` for central bodies, whose letters need no place."""
    date: str
    """Full ISO date; blank where it contradicts the year in the number."""
    year: str
    term: str
    title: str
    """Folded."""
    not_after: str
    """The earliest date of a document that cites it."""
    numbered_year: bool
    """The year is part of the number: 30/2020/NĐ-CP."""

    @property
    def is_anchored(self) -> bool:
        """Whether equal letters and numbers from another file can mean the same document."""
        return bool(self.scope or self.date)


def sighting(facts: NodeFacts) -> Sighting:
    """Return what *facts* of a document say about which document it is."""
    key = facts.key or DocumentKey()
    said = {claim.field: str(claim.value) for claim in reversed(facts.claims)}
    code = said.get("code", "")
    inside = year_inside(code)
    full = key.date if len(key.date) == 10 and key.date.startswith(inside) else ""
    limits = [str(c.value) for c in facts.claims if c.field == "not_after"]
    return Sighting(
        facts,
        file_of(facts.id),
        any(claim.field == "held" and claim.value is True for claim in facts.claims),
        key.type_code,
        series(key.symbol.upper()),
        _scope(key, said.get("symbol", "") or code, said.get("level", "")),
        full,
        inside or full[:4] or key.year or key.date[:4],
        key.term,
        fold(key.title or said.get("title", "")),
        min(limits, default=""),
        bool(inside),
    )


def year_inside(code: str) -> str:
    """Return the year in the number of a normative act, which is that of its date; else blank.

    >>> year_inside("30/2020/NĐ-CP"), year_inside("83-KH/TU")
    ('2020', '')
    """
    found = re.search(r"/((?:19|20)\d\d)/", code)
    return found[1] if found else ""


def number_of(key: DocumentKey) -> str:
    """Return the number without zeros in front, its letter small.

    >>> number_of(DocumentKey(number="030C"))
    '30c'
    """
    return key.number.lstrip("0").lower()


def series(symbol: str) -> str:
    """Return the letters of *symbol* with one spelling for each series of numbers.

    >>> series("QĐITW") == series("QĐTW")
    True
    """
    for habit, usual in SAME_SERIES.items():
        if symbol.startswith(habit):
            return usual + symbol[len(habit) :]
    return symbol


def term_on(day: str) -> str:
    """Return the term of the Central Committee on an ISO date; blank within a month of a congress.

    >>> term_on("2022-06-16"), term_on("2021-01-20"), term_on("")
    ('XIII', '', '')
    """
    if len(day) != 10:
        return ""
    begun = [(term, begins) for term, begins in _terms() if begins <= day]
    near = any(abs(days_between(begins, day)) <= 31 for _, begins in _terms())
    return begun[-1][0] if begun and not near else ""


def days_between(first: str, second: str) -> int:
    """Return the days from one ISO date to another; 0 where one of them is no date."""
    try:
        return (date.fromisoformat(second) - date.fromisoformat(first)).days
    except ValueError:
        return 0


@cache
def _terms() -> tuple[tuple[str, str], ...]:
    return tuple((row["term"], row["begins"]) for row in table("congress_terms"))


def _scope(key: DocumentKey, symbol: str, level: str) -> str:
    issuer = _issuer(symbol)
    if is_central(issuer) or (issuer.endswith("TW") and not bodies(issuer)):
        return NATION
    if key.scope:
        return key.scope.removesuffix("-2025").strip("?")
    return NATION if level == "central" or key.type_code in NATIONAL else ""


@cache
def _issuer(symbol: str) -> str:
    """The letters of the issuing body in a symbol or code: TU of 83-KH/TU, UBND of UBND-NC."""
    letters = [each for each in re.split(r"[-/\s]+", symbol) if each and not each[0].isdigit()]
    if len(letters) > 1 and as_code(letters[0]):
        return letters[1]
    return letters[0] if letters else ""
