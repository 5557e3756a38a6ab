"""Turtle, N-Triples and JSON-LD, written thing by thing: a graph of any size, no library needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from phahe.graph.atomic import writing
from phahe.graph.model import Graph
from phahe.graph.rdf_terms import PREFIXES, Iri, Object, Thing, things

ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
PLAIN = re.compile(r"[a-z]+:[A-Za-z][A-Za-z0-9]*")


def write_turtle(graph: Graph, path: Path) -> None:
    """Write *graph* to *path* as Turtle, for people to read."""
    with writing(path) as out:
        out.writelines(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
        out.writelines(f"\n{_block(thing)}" for thing in things(graph))


def write_ntriples(graph: Graph, path: Path) -> None:
    """Write *graph* to *path* as N-Triples: one triple a line, the fastest to load."""
    with writing(path) as out:
        out.writelines(ntriples(graph))


def write_jsonld(graph: Graph, path: Path) -> None:
    """Write *graph* to *path* as JSON-LD, one thing a line."""
    with writing(path) as out:
        context = json.dumps(dict(PREFIXES))
        out.write(f'{{"@context": {context},\n"@graph": [\n')
        for at, thing in enumerate(things(graph)):
            out.write((",\n" if at else "") + json.dumps(_object(thing), ensure_ascii=False))
        out.write("\n]}\n")


def ntriples(graph: Graph, sentences: bool = True) -> Iterator[str]:
    """Yield each triple as a line; without *sentences*, those of the evidence are left out."""
    for thing in things(graph, sentences):
        for predicate, value in thing.said:
            yield f"<{thing.iri}> {_full(predicate)} {_term(value, True)} .\n"


def _block(thing: Thing) -> str:
    lines = []
    for predicate, same in groupby(sorted(thing.said, key=_place), lambda said: said[0]):
        name = "a" if predicate == "rdf:type" else _short(predicate)
        lines.append(f"{name} {', '.join(_term(value, False) for _, value in same)}")
    return f"<{thing.iri}>\n    " + " ;\n    ".join(lines) + " .\n"


def _place(said: tuple[str, Object]) -> tuple[bool, str]:
    return (said[0] != "rdf:type", said[0])


def _object(thing: Thing) -> dict[str, object]:
    made: dict[str, list[object]] = {}
    for predicate, value in thing.said:
        if predicate == "rdf:type":
            made.setdefault("@type", []).append(value.text)
        elif isinstance(value, Iri):
            made.setdefault(predicate, []).append({"@id": value.text})
        elif value.datatype:
            made.setdefault(predicate, []).append({"@value": value.text, "@type": value.datatype})
        else:
            made.setdefault(predicate, []).append({"@value": value.text})
    return {"@id": thing.iri, **made}


def _term(value: Object, in_full: bool) -> str:
    if isinstance(value, Iri):
        return _full(value.text) if in_full else _short(value.text)
    text = f'"{_escaped(value.text)}"'
    if not value.datatype:
        return text
    return f"{text}^^{_full(value.datatype) if in_full else value.datatype}"


def _short(name: str) -> str:
    return name if PLAIN.fullmatch(name) and name.partition(":")[0] in PREFIXES else _full(name)


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>" if prefix in PREFIXES else f"<{name}>"


def _escaped(text: str) -> str:
    r"""Return *text* between quotation marks; half a character becomes the sign for unreadable.

    >>> print(_escaped('a "b"\n\x0c'))
    a \"b\"\n\u000C
    """
    return ESCAPED.sub(lambda found: _escape(found[0]), text)


def _escape(letter: str) -> str:
    if "\ud800" <= letter <= "\udfff":
        return "\ufffd"
    return SHORT.get(letter) or f"\\u{ord(letter):04X}"
