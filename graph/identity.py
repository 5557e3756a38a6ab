"""The only place where a `NodeId` is made.

An id is a readable slug; what the slug cannot hold is hashed. It depends on nothing but what is
given here, so the same folder read twice, or read by several machines, gives the same graph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b

from phahe.graph.model import NodeId, Value
from phahe.graph.names import fold

LONGEST = 90
"""Characters of a slug; longer names are cut and hashed."""
DISTINGUISHING = ("role", "task", "agreement", "purpose")
"""Attributes of an edge that make it another edge; all others are only told of it."""


def slug(text: str) -> str:
    """Return *text* as lower-case ASCII letters and digits joined by hyphens; may be blank.

    >>> slug("Ban Dân vận Tỉnh uỷ Tây Ninh")
    'ban-dan-van-tinh-uy-tay-ninh'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def organisation_id(name: str, place: str = "") -> NodeId:
    """Return the id of the body with the full *name*; *place* where the name does not hold it.

    Spelling habits (case, uỷ/ủy, hyphens, diacritics lost by OCR) make no other body.

    >>> organisation_id("Ban Dân vận Tỉnh ủy Tây Ninh")
    'org:ban-dan-van-tinh-uy-tay-ninh'
    >>> organisation_id("Hội Nông dân tỉnh", "Tây Ninh")
    'org:hoi-nong-dan-tinh~tay-ninh'
    """
    return _named("org", name, place)


def person_id(name: str, office: str = "") -> NodeId:
    """Return the id of the person called *name* who holds *office* (body, with or without post).

    >>> person_id("Phạm Văn A", "Hội Nông dân tỉnh Bình Dương")
    'person:pham-van-a~hoi-nong-dan-tinh-binh-duong'
    """
    return _named("person", name, office)


def place_id(name: str, within: str = "") -> NodeId:
    """Return the id of the place *name* in the larger place *within*.

    >>> place_id("huyện Dương Minh Châu", "Tây Ninh")
    'place:huyen-duong-minh-chau~tay-ninh'
    """
    return _named("place", name, within)


def agreement_id(kind: str, date: str = "", period: str = "", *parties: str) -> NodeId:
    """Return the id of an agreement; *parties* are names or ids, in any order.

    >>> agreement_id("bản ghi nhớ", "2019-12-30", "", "org:a", "org:b").rsplit("~", 1)[0]
    'agreement:ban-ghi-nho-2019-12-30'
    """
    words = " ".join(each for each in (kind, date, period) if each)
    return _named("agreement", words, digest(*sorted(set(parties))) if parties else "")


def task_id(document: str, section: str, text: str) -> NodeId:
    """Return the id of the task *text* in *section* of the document with the id *document*.

    >>> task_id("doc:83-KH/TU@2022~tay-ninh", "II.2.3", "Tổ chức hội nghị").rsplit("~", 1)[0]
    'task:83-KH/TU@2022~tay-ninh~II.2.3'
    """
    where = document.removeprefix("doc:")
    return NodeId("~".join(("task:" + where, section, digest(text))).replace("~~", "~"))


def document_id(
    code: str = "",
    title: str = "",
    family: str = "",
    when: str = "",
    scope: str = "",
    apart: str = "",
) -> NodeId:
    """Return the id of a document.

    *code* as its family writes it, else its *title*; *family* is the type code where the code does
    not say it; *when* is a year or a term; *apart* tells apart what is the same in all that.

    >>> document_id("83-KH/TU", when="2022", scope="tay-ninh")
    'doc:83-KH/TU@2022~tay-ninh'
    >>> document_id(title="Luật Thanh niên", family="Luật", when="2020")
    'doc:Luật-luat-thanh-nien@2020'
    """
    named = re.sub(r"\s+", "", code) or _short(slug(title)) or "khong-so"
    front = f"{family}-{named}" if family else named
    tail = (f"@{when}" if when else "") + (f"~{slug(scope)}" if scope else "")
    return NodeId(f"doc:{front}{tail}" + (f"~{digest(apart)}" if apart else ""))


def edge_id(source: str, relation: str, target: str, attributes: Mapping[str, Value]) -> str:
    """Return the id of an edge: the ends, the relation, and what else makes it another claim.

    >>> edge_id("a", "ASSIGNS", "b", {"role": "lead"}) == edge_id("a", "ASSIGNS", "b", {})
    False
    >>> edge_id("a", "CITES", "b", {"cue": "theo"}) == edge_id("a", "CITES", "b", {})
    True
    """
    parts = [f"{name}={attributes[name]}" for name in DISTINGUISHING if name in attributes]
    return "e:" + digest(source, relation, target, *parts, size=10)


def digest(*parts: str, size: int = 4) -> str:
    """Return a short hash of *parts*, *size* bytes as hexadecimal digits."""
    return blake2b("\x00".join(parts).encode(), digest_size=size).hexdigest()


def _named(prefix: str, name: str, more: str) -> NodeId:
    readable = _short(slug(name)) or digest(name)
    return NodeId(
        f"{prefix}:{readable}" + (f"~{_short(slug(more)) or digest(more)}" if more else "")
    )


def _short(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    return f"{name[:LONGEST].rsplit('-', 1)[0]}-{digest(name)}"
