"""Facts of one id as one: what is said twice counts once, what is said differently is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields, replace

from phahe.graph.facts import Claim, DocumentKey, NodeFacts


def unite(same: Sequence[NodeFacts]) -> NodeFacts:
    """Return the facts of one local id as one; the order does not matter.

    What a document says of itself identifies it before what others say.
    """
    if len(same) == 1:
        return replace(same[0], claims=distinct(same[0].claims))
    claims = distinct([claim for facts in same for claim in facts.claims])
    keys = [(is_own(facts), facts.key) for facts in same if facts.key]
    ordered = sorted(keys, key=lambda each: (not each[0], astuple(each[1])))
    return replace(same[0], claims=claims, key=_key([key for _, key in ordered]))


def is_own(facts: NodeFacts) -> bool:
    """Say whether the document speaks of itself here."""
    return any(claim.witness == "own" for claim in facts.claims)


def distinct(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return *claims* sorted, each once."""
    if len(claims) < 2:
        return tuple(claims)
    return tuple(sorted(set(claims), key=_order))


def _order(claim: Claim) -> tuple[object, ...]:
    where = claim.evidence
    place = (where.file, where.start, where.end, where.document, where.rule) if where else ()
    return (claim.field, claim.witness, str(claim.value), place)


def _key(keys: Sequence[DocumentKey]) -> DocumentKey | None:
    """The first key, its blanks filled from the others."""
    if not keys:
        return None
    return DocumentKey(
        **{
            part.name: next((said for key in keys if (said := getattr(key, part.name))), "")
            for part in fields(DocumentKey)
        }
    )
