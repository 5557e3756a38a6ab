"""Agreements and cooperation as nodes and edges."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from phahe.graph.facts import NodeFacts
from phahe.graph.identity import agreement_id
from phahe.graph.model import Evidence, Value
from phahe.graph.place import Place, province_of
from phahe.loaders.agreements import Agreement, agreements
from phahe.loaders.bodies import Body
from phahe.loaders.cooperation import cooperation
from phahe.loaders.fact import Fact, body_facts, claims, edge, place_facts, quoted
from phahe.loaders.home import Home
from phahe.loaders.reading import Reading


def agreement_facts(reading: Reading, home: Home) -> Iterator[Fact]:
    """Each agreement named, its parties, who works with whom under it; cooperation without one."""
    for agreement in agreements(reading, home):
        yield from _agreement(reading, agreement)
    for said in cooperation(reading, home):
        evidence = quoted(reading, said.spans, "cooperation")
        yield from body_facts(said.a, evidence)
        yield from _partner(said.b, evidence)
        yield edge(
            said.a.id, "COOPERATES_WITH", said.b.id, evidence, attributes={"context": said.context}
        )


def _agreement(reading: Reading, agreement: Agreement) -> Iterator[Fact]:
    evidence = quoted(reading, agreement.spans, "agreements")
    parties = (*agreement.ours, *agreement.theirs)
    local = agreement_id(
        agreement.kind, agreement.date, agreement.period, *(body.id for body in parties)
    )
    yield NodeFacts(local, "Agreement", tuple(claims("cited", evidence[0], **_values(agreement))))
    yield edge(f"#{reading.index}", "CITES", local, evidence)
    for body in (*parties, *agreement.superiors):
        yield from body_facts(body, evidence)
    for body in parties:
        yield edge(body.id, "PARTY_TO", local, evidence)
    yield from _together(agreement, local, evidence)


def _values(agreement: Agreement) -> dict[str, Value]:
    when = agreement.date or agreement.period
    return {
        "name": f"{agreement.kind[:1].upper()}{agreement.kind[1:]} {when}".strip(),
        "agreement_kind": agreement.kind,
        "date": agreement.date,
        "period": agreement.period,
        "subject": agreement.subject,
    }


def _together(agreement: Agreement, local: str, evidence: tuple[Evidence, ...]) -> Iterator[Fact]:
    """Each of our parties works with each partner, and so with the partner's province."""
    for ours, partner in product(agreement.ours, agreement.theirs):
        attributes: dict[str, Value] = {
            "agreement": local,
            "date": agreement.date,
            "period": agreement.period,
        }
        yield edge(ours.id, "COOPERATES_WITH", partner.id, evidence, attributes=attributes)
        province = province_of(partner.place) if partner.place else None
        if province and province.country != "VN":
            yield from place_facts(province, evidence)
            yield edge(ours.id, "COOPERATES_WITH", province.id, evidence, "implied", attributes)


def _partner(partner: Body | Place, evidence: tuple[Evidence, ...]) -> Iterator[Fact]:
    if isinstance(partner, Place):
        yield from place_facts(partner, evidence)
    else:
        yield from body_facts(partner, evidence)
