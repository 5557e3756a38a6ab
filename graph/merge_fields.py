"""From everything said of one thing to the node that shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from phahe.graph.date_fields import date_fields
from phahe.graph.facts import Claim, NodeFacts
from phahe.graph.identity import document_id
from phahe.graph.localise import file_of
from phahe.graph.model import Node, NodeId, Value
from phahe.graph.sighting import NATION, Sighting, sighting
from phahe.graph.unite import distinct
from phahe.graph.vocabulary import field_type
from phahe.graph.vote import prefer, prefer_name, prefer_title

SENTENCES = 20
"""Sentences kept for each value of a field; a directive is cited thousands of times."""
LONGEST = 100
"""Characters of a document's name made from its title."""
NAMES = ("name", "alias", "aliases")
APART = (*NAMES, "date", "not_before", "not_after", "title", "file", "held")
"""Fields of a document that no plain vote settles."""

Said = Mapping[str, Sequence[Claim]]
"""Field → what is claimed of it."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A node and the local ids of all facts it is made of."""

    node: Node
    members: tuple[str, ...]

    def with_names(self, names: Mapping[str, str]) -> Node:
        """Return the node, its sentences naming final ids of documents."""
        claims = tuple(_renamed(claim, names) for claim in self.node.claims)
        return replace(self.node, claims=claims)


def merge_node(cluster: Sequence[NodeFacts], apart: str = "") -> Merged:
    """Return the node that *cluster*, facts of one thing sorted by id, describes.

    *apart* goes into the id of a document that would otherwise be called like another one.
    """
    claims = distinct([claim for facts in cluster for claim in facts.claims if _says(claim)])
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.field].append(claim)
    kind = cluster[0].kind
    node = _document(cluster, said, apart) if kind == "Document" else _thing(cluster[0], said)
    return Merged(replace(node, claims=_few(claims)), tuple(facts.id for facts in cluster))


def _thing(facts: NodeFacts, said: Said) -> Node:
    names = [str(claim.value) for claim in said.get("name", ())]
    name = prefer_name(names) if names else facts.id.partition(":")[2]
    fields = {k: _value(facts.kind, k, v) for k, v in said.items() if k not in NAMES}
    return Node(NodeId(facts.id), facts.kind, name, _with_aliases(fields, said, name))


def _document(cluster: Sequence[NodeFacts], said: Said, apart: str) -> Node:
    fields = {k: _value("Document", k, v) for k, v in said.items() if k not in APART}
    if "title" in said:
        fields["title"] = prefer_title(said["title"])
    files = sorted({file_of(facts.id) for facts in cluster if _is_held(facts)})
    fields["held"] = any(_is_held(facts) and not _is_registered(facts) for facts in cluster)
    if files:
        fields["file"] = files[0]
    if len(files) > 1:
        fields["copies"] = tuple(files[1:])
    sightings = [sighting(facts) for facts in cluster]
    if any(one.scope == NATION for one in sightings):
        fields.setdefault("level", "central")
    fields |= date_fields(cluster, said)
    name = document_name(fields)
    return Node(_id(sightings, fields, apart), "Document", name, _with_aliases(fields, said, name))


def document_name(fields: Mapping[str, Value]) -> str:
    """Return what to call a document: type and code, else type and title.

    >>> document_name({"type": "kế hoạch", "code": "83-KH/TU"})
    'Kế hoạch 83-KH/TU'
    >>> document_name({"type": "luật", "title": "Luật Thanh niên"}), document_name({})
    ('Luật Thanh niên', 'Văn bản không số')
    """
    kind, code = str(fields.get("type", "")) or "văn bản", str(fields.get("code", ""))
    title = " ".join(str(fields.get("title", "")).split())
    if code or (number := str(fields.get("number", ""))):
        name = f"{kind} {code or 'số ' + number}"
    elif title.lower().startswith(kind):
        name = title
    else:
        name = f"{kind} {title or 'không số'}"
    short = name if len(name) <= LONGEST else name[:LONGEST].rsplit(" ", 1)[0] + " …"
    return short[0].upper() + short[1:]


def _id(sightings: Sequence[Sighting], fields: Mapping[str, Value], apart: str) -> NodeId:
    code, number = str(fields.get("code", "")), str(fields.get("number", ""))
    kind = str(fields.get("type_code", "")) or str(fields.get("type", ""))
    year = str(fields.get("date", ""))[:4] or _most(one.year for one in sightings)
    when = year or _most(one.term for one in sightings)
    scope = _most(one.scope for one in sightings if one.scope != NATION)
    if code:
        year_inside = f"/{year}/" in code
        return document_id(code, "", "", "" if year_inside else when, _bare(scope), apart)
    return document_id(number, str(fields.get("title", "")), kind, when, _bare(scope), apart)


def _bare(scope: str) -> str:
    return scope.partition(":")[2] or scope


def _value(kind: str, name: str, claims: Sequence[Claim]) -> Value:
    values = [claim.value for claim in claims]
    if field_type(kind, name) == "list" or isinstance(values[0], tuple):
        return tuple(sorted(_flat(values)))
    return any(values) if isinstance(values[0], bool) else prefer(claims)


def _with_aliases(fields: dict[str, Value], said: Said, name: str) -> dict[str, Value]:
    written = _flat(claim.value for each in NAMES for claim in said.get(each, ()))
    others = tuple(sorted(written - {name}))
    return fields | ({"aliases": others} if others else {})


def _flat(values: Iterable[Value]) -> set[str]:
    found: set[str] = set()
    for value in values:
        found.update(value if isinstance(value, tuple) else (str(value),))
    return found


def _most(values: Iterable[str]) -> str:
    votes: dict[str, int] = defaultdict(int)
    for value in values:
        if value:
            votes[value] += 1
    return min(votes, key=lambda value: (-votes[value], value), default="")


def _is_held(facts: NodeFacts) -> bool:
    return any(claim.field == "held" and claim.value is True for claim in facts.claims)


def _is_registered(facts: NodeFacts) -> bool:
    """Whether a register lists the document, without its text."""
    return any(claim.field == "registered" for claim in facts.claims)


def _says(claim: Claim) -> bool:
    return claim.value not in ("", ())


def _few(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims with a sentence, so many for each value."""
    seen: dict[tuple[str, Value], int] = defaultdict(int)
    kept = []
    for claim in claims:
        key = (claim.field, claim.value)
        if claim.evidence and seen[key] < SENTENCES:
            seen[key] += 1
            kept.append(claim)
    return tuple(kept)


def _renamed(claim: Claim, names: Mapping[str, str]) -> Claim:
    place = claim.evidence
    if place is None or place.document not in names:
        return claim
    return replace(claim, evidence=replace(place, document=names[place.document]))
