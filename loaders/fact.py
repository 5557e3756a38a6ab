"""Facts in the making: small functions that state one thing with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from phahe.graph.facts import Claim, EdgeFacts, NodeFacts, Witness
from phahe.graph.model import Certainty, Evidence, Value
from phahe.graph.place import Place, parent_of
from phahe.loaders.bodies import Body
from phahe.loaders.quote import quote
from phahe.loaders.reading import Reading, Stated
from phahe.loaders.sentence import sentence
from phahe.loaders.text import plain

Fact = NodeFacts | EdgeFacts


def sentence_of(reading: Reading, start: int, end: int, rule: str) -> Evidence:
    """Quote the whole sentence around the source span."""
    low, high = sentence(plain(reading.source.text), start, end)
    return quote(reading, max(low, reading.start), min(high, reading.end), rule)


def quoted(reading: Reading, spans: Iterable[tuple[int, int]], rule: str) -> tuple[Evidence, ...]:
    """Quote the source spans; those with only blanks between them, as wrapped lines, are one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not reading.source.text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(quote(reading, start, end, rule) for start, end in joined)


def own(field: str, value: Stated | None, reading: Reading, rule: str) -> Iterator[Claim]:
    """The document says *value* of itself, in these words; nothing where the part is missing."""
    if value and value.value:
        yield Claim(field, value.value, "own", quote(reading, value.start, value.end, rule))


def claims(witness: Witness, evidence: Evidence | None = None, **values: Value) -> Iterator[Claim]:
    """One claim for each value that is not blank."""
    for name, value in values.items():
        if value not in ("", (), None):
            yield Claim(name, value, witness, evidence)


def edge(
    source: str,
    relation: str,
    target: str,
    evidence: Iterable[Evidence],
    certainty: Certainty = "explicit",
    attributes: Mapping[str, Value] | None = None,
) -> EdgeFacts:
    """One edge; attributes without a value are left out."""
    kept = {name: value for name, value in (attributes or {}).items() if value not in ("", ())}
    return EdgeFacts(source, relation, target, certainty, tuple(evidence), kept)


def body_facts(body: Body, evidence: Sequence[Evidence]) -> Iterator[Fact]:
    """The body, its wholes and its place; *evidence* is where its name stands."""
    first = evidence[0] if evidence else None
    said = claims(
        "context",
        first,
        name=body.name,
        level=body.level,
        branch=body.branch,
        standing=body.standing,
        aliases=body.as_written,
    )
    gathered = (Claim("collective", True, "context", first),) if body.collective else ()
    yield NodeFacts(body.id, "Organization", (*said, *gathered))
    for whole in body.parents:
        yield edge(body.id, "PART_OF", whole.id, evidence, "implied")
        yield from body_facts(whole, evidence)
    if body.place:
        yield edge(body.id, "LOCATED_IN", body.place.id, evidence, "implied")
        yield from place_facts(body.place, evidence)


def place_facts(inner: Place, evidence: Sequence[Evidence]) -> Iterator[Fact]:
    """The place as the gazetteer knows it and what it lies in; *evidence* is where it is named."""
    first = evidence[0] if evidence else None
    said = claims("context", first, name=inner.name, place_kind=inner.kind, country=inner.country)
    yield NodeFacts(inner.id, "Place", tuple(said))
    outer = parent_of(inner)
    if outer:
        yield edge(inner.id, "PART_OF", outer.id, evidence, "implied")
        yield from place_facts(outer, evidence)
