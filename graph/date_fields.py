"""When a document was issued: witnesses, their disagreement, and bounds where nobody says.

The letterhead counts before citations, except where two or more documents independently cite
another date and none cites the letterhead's: a day is misread in one place more easily than in two.
Where the number holds the year (30/2020/NĐ-CP), dates of other years are told and not believed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from phahe.graph.facts import Claim, NodeFacts
from phahe.graph.model import Value
from phahe.graph.sighting import year_inside


@dataclass(slots=True)
class Witnesses:
    """Who gives one date."""

    own: int = 0
    cited: int = 0
    citing: set[str] = field(default_factory=set)
    """Local ids of the documents that cite it so."""

    def __str__(self) -> str:
        """In words, for people to judge."""
        told = ["letterhead"] if self.own else []
        if self.cited:
            times, documents = self.cited, len(self.citing)
            plural = "s" if times > 1 else "", "s" if documents > 1 else ""
            told.append(f"cited {times} time{plural[0]} in {documents} document{plural[1]}")
        return ", ".join(told)


def date_fields(
    cluster: Sequence[NodeFacts], said: Mapping[str, Sequence[Claim]]
) -> dict[str, Value]:
    """Return the fields about the date of the document that *cluster* and *said* describe."""
    witnesses = _witnesses(cluster, said.get("date", ()))
    if not witnesses:
        return _bounds(cluster, said)
    year = next((y for c in said.get("code", ()) if (y := year_inside(str(c.value)))), "")
    possible = {day: who for day, who in witnesses.items() if day.startswith(year)}
    date, reason = _preferred(possible) if possible else ("", f"the number says {year}")
    fields: dict[str, Value] = {"date": date} if date else {}
    if len(date) < 10:
        fields |= _bounds(cluster, said)
    if len(witnesses) > 1 or not possible:
        fields["dates"] = tuple(f"{day} ({who})" for day, who in sorted(witnesses.items()))
        fields["date_conflict"] = True
        fields["date_reason"] = reason
    return fields


def _witnesses(cluster: Sequence[NodeFacts], claims: Iterable[Claim]) -> dict[str, Witnesses]:
    """Who gives which date; months and years only where no full date within them is given."""
    found: dict[str, Witnesses] = defaultdict(Witnesses)
    for claim in claims:
        one = found[str(claim.value)]
        if claim.witness == "own":
            one.own += 1
        else:
            one.cited += 1
            one.citing.add(claim.evidence.document if claim.evidence else "")
    if not found:
        for facts in cluster:
            if facts.key and facts.key.date:
                found[facts.key.date].cited += 1
    return {
        day: who
        for day, who in found.items()
        if len(day) == 10 or not any(other != day and other.startswith(day) for other in found)
    }


def _preferred(witnesses: Mapping[str, Witnesses]) -> tuple[str, str]:
    own = sorted(
        (day for day, who in witnesses.items() if who.own), key=lambda day: (-len(day), day)
    )
    ranked = sorted(
        witnesses,
        key=lambda day: (-len(witnesses[day].citing), -witnesses[day].cited, -len(day), day),
    )
    best = ranked[0]
    if not own:
        return best, f"{best} is given by most: {witnesses[best]}"
    backed = any(witnesses[day].citing for day in own)
    if best not in own and not backed and len(witnesses[best].citing) > 1:
        return best, f"{best}: {witnesses[best]}; {own[0]} stands only in the letterhead"
    return own[0], f"{own[0]} stands in the document's own letterhead"


def _bounds(cluster: Sequence[NodeFacts], said: Mapping[str, Sequence[Claim]]) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    reasons = []
    for name, pick in (("not_before", max), ("not_after", min)):
        claims = [claim for claim in said.get(name, ()) if str(claim.value)]
        if claims:
            day = pick(str(claim.value) for claim in claims)
            fields[f"date_{name}"] = day
            where = next((c.evidence for c in claims if c.value == day and c.evidence), None)
            source = f" ({where.file}, line {where.line})" if where else " (from its content)"
            reasons.append(f"{name.replace('_', ' ')} {day}{source}")
    years = sorted({facts.key.year for facts in cluster if facts.key and facts.key.year})
    if len(years) == 1:
        fields.setdefault("date_not_before", f"{years[0]}-01-01")
        fields.setdefault("date_not_after", f"{years[0]}-12-31")
        reasons.append(f"of the year {years[0]}")
    if reasons:
        fields["date_reason"] = "; ".join(reasons)
    return fields
