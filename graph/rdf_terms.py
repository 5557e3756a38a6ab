"""The graph as things and what is said of them, ready for any form of RDF.

Nodes, claims and sentences each have an address of their own, so nothing is blank:

    urn:phahe:node:doc:83-KH/TU@2022~tay-ninh
    urn:phahe:claim:<id of the edge>              what one thing says of another, with certainty
    urn:phahe:evidence:<id of the edge>/1         the first sentence behind it

What is stated also stands as a plain triple (``ph:implements``); a hypothesis is a claim only.
The words are those of data/ontology/phahe.ttl.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, unquote

from phahe.graph.model import Edge, Evidence, Graph, Node, Value

WORDS = "urn:phahe:ns:"
"""Where the ontology's names live; written ``ph:``."""
NODES, CLAIMS, SENTENCES = "urn:phahe:node:", "urn:phahe:claim:", "urn:phahe:evidence:"
PREFIXES: Mapping[str, str] = {
    "ph": WORDS,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
UNRESERVED = ":/@~!$'*,;=.-_"


@dataclass(frozen=True, slots=True)
class Iri:
    """An address; ``ph:Document`` for a word, in full for anything else."""

    text: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as written, and its type (``xsd:date``); blank for text."""

    text: str
    datatype: str = ""


Object = Iri | Literal
Said = tuple[str, Object]
"""A predicate as ``ph:word``, and what it leads to."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Everything said of one address."""

    iri: str
    said: Sequence[Said]


def things(graph: Graph, sentences: bool = True) -> Iterator[Thing]:
    """Yield *graph*: nodes with what they state, claims, and (if wanted) their *sentences*."""
    stated: dict[str, list[Said]] = {}
    for edge in graph.edges:
        if edge.certainty != "hypothesis":
            said = (word(edge.relation), Iri(node_iri(edge.target)))
            stated.setdefault(edge.source, []).append(said)
    for node in graph.nodes.values():
        yield _node(node, list(dict.fromkeys(stated.get(node.id, ()))))
        if sentences:
            yield from _values(node)
    for edge in graph.edges:
        yield _claim(graph, edge)
        for at, evidence in enumerate(edge.evidence if sentences else (), 1):
            yield _sentence(f"{quoted(edge.id)}/{at}", evidence)


def node_iri(key: str) -> str:
    """Return the address of the node *key*.

    >>> node_iri("doc:83-KH/TU@2022"), key_of("urn:phahe:node:org:%C4%91")
    ('urn:phahe:node:doc:83-KH/TU@2022', 'org:đ')
    """
    return NODES + quoted(key)


def key_of(iri: str) -> str:
    """Return the id that *iri* was made of; *iri* itself if phahe did not make it."""
    for start in (NODES, CLAIMS):
        if iri.startswith(start):
            return unquote(iri[len(start) :])
    return iri


def quoted(key: str) -> str:
    """Return *key* with all that an address may not hold as ``%XX``."""
    return quote(key, safe=UNRESERVED)


def word(name: str) -> str:
    """Return the ontology's word for a relation, field or attribute.

    >>> word("BASED_ON"), word("date_not_before"), word("Document")
    ('ph:basedOn', 'ph:dateNotBefore', 'ph:Document')
    """
    first, *rest = (name.lower() if name.isupper() else name).split("_")
    return "ph:" + quote(first + "".join(map(str.capitalize, rest)), safe="")


def _node(node: Node, stated: Sequence[Said]) -> Thing:
    fields = [each for name, value in node.fields.items() for each in _field(name, value)]
    label = ("rdfs:label", Literal(node.name))
    return Thing(node_iri(node.id), [("rdf:type", Iri(word(node.kind))), label, *fields, *stated])


def _claim(graph: Graph, edge: Edge) -> Thing:
    kind = "ph:Hypothesis" if edge.certainty == "hypothesis" else "ph:StatedClaim"
    said: list[Said] = [
        ("rdf:type", Iri(kind)),
        ("rdf:subject", Iri(node_iri(edge.source))),
        ("rdf:predicate", Iri(word(edge.relation))),
        ("rdf:object", Iri(node_iri(edge.target))),
        ("ph:certainty", Literal(edge.certainty)),
    ]
    for name, value in edge.attributes.items():
        if isinstance(value, str) and value in graph.nodes:
            said.append((word(name), Iri(node_iri(value))))
        else:
            said += _field(name, value)
    numbers = range(1, len(edge.evidence) + 1)
    said += [("ph:evidence", Iri(f"{SENTENCES}{quoted(edge.id)}/{at}")) for at in numbers]
    return Thing(CLAIMS + quoted(edge.id), said)


def _values(node: Node) -> Iterator[Thing]:
    """Yield each value stated of *node*, those that disagree too."""
    for at, claim in enumerate(node.claims, 1):
        key = f"{quoted(node.id)}/{quoted(claim.field)}/{at}"
        said: list[Said] = [
            ("rdf:type", Iri("ph:ValueClaim")),
            ("rdf:subject", Iri(node_iri(node.id))),
            ("ph:field", Iri(word(claim.field))),
            *(("ph:value", each) for each in _parts(claim.field, claim.value)),
            ("ph:witness", Literal(claim.witness)),
        ]
        if claim.evidence:
            said.append(("ph:evidence", Iri(SENTENCES + key)))
            yield _sentence(key, claim.evidence)
        yield Thing(CLAIMS + key, said)


def _sentence(key: str, evidence: Evidence) -> Thing:
    numbers = ("page", "line", "start", "end")
    return Thing(
        SENTENCES + key,
        [
            ("rdf:type", Iri("ph:Evidence")),
            ("ph:document", Iri(node_iri(evidence.document))),
            ("ph:file", Literal(evidence.file)),
            *((f"ph:{each}", _literal(each, getattr(evidence, each))) for each in numbers),
            ("ph:quote", Literal(evidence.quote)),
            ("ph:rule", Literal(evidence.rule)),
        ],
    )


def _field(name: str, value: Value) -> Iterator[Said]:
    """Yield what a field says; a full date is also told in days, so that SPARQL can subtract."""
    for each in _parts(name, value):
        yield word(name), each
        if each.datatype == "xsd:date":
            day = date.fromisoformat(each.text).toordinal()
            yield word(f"{name}_day"), Literal(str(day), "xsd:integer")


def _parts(name: str, value: Value) -> Iterator[Literal]:
    for each in dict.fromkeys(value) if isinstance(value, tuple) else (value,):
        if each != "":
            yield _literal(name, each)


def _literal(name: str, value: str | bool | int | float) -> Literal:
    if isinstance(value, bool):
        return Literal("true" if value else "false", "xsd:boolean")
    if isinstance(value, int):
        return Literal(str(value), "xsd:integer")
    if isinstance(value, float):
        return Literal(repr(value), "xsd:double")
    return Literal(value, "xsd:date" if "date" in name.split("_") and _is_day(value) else "")


def _is_day(value: str) -> bool:
    try:
        return len(value) == 10 and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
