"""Where a number counts: 83-KH/TU exists once in every province, 12-CT/TW once in the country."""

from __future__ import annotations

from dataclasses import replace

from phahe.graph.facts import DocumentKey
from phahe.loaders.bodies import Body


def scoped(key: DocumentKey, issuer: Body | None) -> DocumentKey:
    """The key with the place of its issuer as scope; as it is where nobody knows the issuer."""
    return replace(key, scope=scope(issuer)) if issuer else key


def scope(issuer: Body) -> str:
    """Id of the issuer's place; blank for central bodies; the outermost body where no place is."""
    if issuer.level == "central":
        return ""
    if issuer.place:
        return issuer.place.id
    return scope(issuer.parents[0]) if issuer.parents else issuer.id
