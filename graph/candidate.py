"""A document being told from others: what all its sightings say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from phahe.graph.sighting import NATION, Sighting, days_between, series, term_on

FAR = 60
"""Days: within one year, dates further apart belong to one document only if the titles agree."""
ALIKE = 0.5
"""Share of common words from which two titles may be one title, cited loosely."""
ENOUGH = 12
"""Titles to compare; a directive is cited thousands of times."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Sightings of one document, and what is known from any of them."""

    members: tuple[Sighting, ...]
    symbols: frozenset[str]
    scopes: frozenset[str]
    dates: frozenset[str]
    years: frozenset[str]
    terms: frozenset[str]
    types: frozenset[str]
    titles: tuple[str, ...]
    files: frozenset[str]
    held: bool

    @classmethod
    def of(cls, members: Sequence[Sighting]) -> Candidate:
        """Return *members* as one document."""
        return cls(
            tuple(members),
            frozenset(one.symbol for one in members),
            frozenset(one.scope for one in members if one.scope),
            frozenset(one.date for one in members if one.date),
            frozenset(one.year for one in members if one.year),
            frozenset(one.term for one in members if one.term),
            frozenset(series(one.type_code.upper()) for one in members if one.type_code),
            tuple(sorted({one.title for one in members if one.title})[:ENOUGH]),
            frozenset(one.file for one in members),
            any(one.held for one in members),
        )

    @property
    def numbered_year(self) -> bool:
        """The year is part of the number."""
        return any(one.numbered_year for one in self.members)


def fits(one: Sighting, candidate: Candidate) -> bool:
    """Say whether *one* may be *candidate*, and something besides the number says so."""
    if one.symbol not in candidate.symbols and (one.symbol or not _same_type(one, candidate)):
        return False
    if one.scope and candidate.scopes and one.scope not in candidate.scopes:
        return False
    if not _same_time(one, candidate):
        return False
    if one.held and candidate.held:
        return any(alike(one.title, title) for title in candidate.titles)
    same_issuer = one.scope in candidate.scopes
    return same_issuer or one.date in candidate.dates or one.file in candidate.files


def one_document(first: Candidate, second: Candidate) -> bool:
    """Say whether dated documents of one number, letters and issuer are the same.

    Different dates in one year are a misread day or a slip of the pen, unless they are far apart
    and the titles disagree. Of two held texts the titles must agree.
    """
    if first.years.isdisjoint(second.years):
        return False
    if first.terms and second.terms and first.terms.isdisjoint(second.terms):
        return False
    if first.numbered_year and second.numbered_year:
        return True
    agree = any(alike(one, other) for one in first.titles for other in second.titles)
    if agree or (first.held and second.held):
        return agree
    gap = min(abs(days_between(one, other)) for one in first.dates for other in second.dates)
    return gap <= FAR or not first.titles or not second.titles


def alike(first: str, second: str) -> bool:
    """Say whether two folded titles may be the same title.

    >>> alike("ve cong tac dan van nam 2022", "cong tac dan van")
    True
    """
    one, other = set(first.split()), set(second.split())
    common = len(one & other)
    whole = common == min(len(one), len(other))
    return common >= 2 and (whole or common / len(one | other) >= ALIKE)


def _same_type(one: Sighting, candidate: Candidate) -> bool:
    return (
        not one.type_code or not candidate.types or series(one.type_code.upper()) in candidate.types
    )


def _same_time(one: Sighting, candidate: Candidate) -> bool:
    if one.year and candidate.years and one.year not in candidate.years:
        return False
    if one.date and candidate.dates and one.date not in candidate.dates:
        return one_document(Candidate.of([one]), candidate)
    if one.term and candidate.terms:
        return one.term in candidate.terms
    if one.term and one.scope == NATION and candidate.dates:
        return not {one.term, ""}.isdisjoint(term_on(day) for day in candidate.dates)
    if one.not_after and candidate.dates and not one.year:
        return min(candidate.dates) <= one.not_after
    return True
