"""The question library over RDF: the SPARQL text of a question gives the rows of its Cypher text.

    ask(graph, "partners", engine=Sparql.open(graph).rows)

Needs rdflib (``pip install "phahe[rdf]"``); where oxrdflib is there, Oxigraph holds the triples and
answers faster. In a text, ``VALUES ?given_document { UNDEF }`` is a parameter: UNDEF stands for
all. A column whose name ends in ``_list`` holds several values with U+001F between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from phahe.graph.bulk import many_values
from phahe.graph.errors import BadQuery, UnknownQuestion
from phahe.graph.model import Graph
from phahe.graph.rdf_terms import WORDS, key_of, node_iri, word
from phahe.graph.rdf_write import ntriples
from phahe.graph.vocabulary import relations
from phahe.queries.question import questions
from phahe.queries.statements import FACTS, statement

if TYPE_CHECKING:
    from rdflib import Graph as Triples

BETWEEN = "\x1f"
GIVEN = re.compile(r"VALUES \?given_(\w+) \{ UNDEF \}")
STEP = "far"
"""The column of a text whose rows are steps of the lineage: they come as lists side by side."""


class Sparql:
    """The triples of a graph, ready to be asked."""

    def __init__(self, triples: Triples) -> None:
        """Serve *triples*; use `Sparql.open`."""
        self._triples = triples

    @classmethod
    def open(cls, graph: Graph, oxigraph: bool | None = None) -> Sparql:
        """Load *graph*; *oxigraph* says which store, by default Oxigraph where it is installed."""
        if not find_spec("rdflib"):
            raise BadQuery("SPARQL needs rdflib; phahe doctor says how to install it")
        from rdflib import Graph as Triples

        if oxigraph is None:
            oxigraph = find_spec("oxrdflib") is not None
        triples = Triples(store="Oxigraph" if oxigraph else "default")
        with many_values():
            lines = "".join(ntriples(graph, sentences=False))
            triples.parse(data=lines, format="ox-nt" if oxigraph else "nt")
        return cls(triples)

    def rows(self, cypher: str, params: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield what the SPARQL text beside the library's text *cypher* answers.

        Raises UnknownQuestion for a Cypher text that is not the library's.
        """
        text = _filled(sparql_text(_question_of(cypher)), params)
        found = self._triples.query(text)
        names = [str(name) for name in found.vars or ()]
        rows = (_row(names, row) for row in found)  # type: ignore[arg-type]
        if STEP not in names:
            yield from rows
        else:
            steps = list(rows)
            yield {name: [step[name] for step in steps] for name in names}


@cache
def sparql_text(name: str) -> str:
    """Return the text of ``sparql/<name>.rq``; UnknownQuestion if the question has none."""
    place = files("phahe.queries") / "sparql" / f"{name}.rq"
    if not place.is_file():
        raise UnknownQuestion(f"{name}: this question cannot be asked in SPARQL")
    return place.read_text("utf-8")


@cache
def _texts() -> Mapping[str, str]:
    return {statement(name): name for name in (FACTS, *(each.name for each in questions()))}


def _question_of(cypher: str) -> str:
    if cypher not in _texts():
        raise UnknownQuestion("in SPARQL only the questions of the library can be asked")
    return _texts()[cypher]


def _filled(text: str, params: Mapping[str, Any]) -> str:
    """Put the parameters where the text has UNDEF, written as terms, never as text."""

    def terms(found: re.Match[str]) -> str:
        value = params.get(found[1])
        if value is None:
            return found[0]
        some = value if isinstance(value, list | tuple) else (value,)
        written = " ".join(_term(each, found[1] in _in_words()) for each in some)
        return f"VALUES ?given_{found[1]} {{ {written} }}"

    return GIVEN.sub(terms, text)


def _term(value: str | bool, in_words: bool) -> str:
    r"""Return *value* as SPARQL has it: *in_words* as it is, else the address of a node.

    >>> _term("doc:83-KH/TU@2022", False), _term(True, False), _term('II" } #', True)
    ('<urn:phahe:node:doc:83-KH/TU@2022>', 'true', '"II\\" } #"')
    """
    from rdflib import Literal, URIRef

    if isinstance(value, bool):
        return "true" if value else "false"
    return Literal(value).n3() if in_words else URIRef(node_iri(value)).n3()


@cache
def _in_words() -> frozenset[str]:
    """Names of parameters that are text, not nodes."""
    return frozenset(p.name for each in questions() for p in each.parameters if p.kind == "text")


def _row(names: Iterable[str], row: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in zip(names, row, strict=True):
        if name.endswith("_list"):
            parts = str(value or "").split(BETWEEN)
            found[name.removesuffix("_list")] = [_named(each) for each in parts if each]
        else:
            found[name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    """Return a term as a plain value; dates as they are written."""
    from rdflib import Literal, URIRef

    if isinstance(value, URIRef):
        return _named(str(value))
    if isinstance(value, Literal):
        plain = value.toPython()
        return plain if isinstance(plain, bool | int) else str(value)
    return value


def _named(text: str) -> str:
    """Return the id or the relation an address stands for; any other text as it is."""
    if text.startswith(WORDS):
        return _relations().get(text, text)
    return key_of(text)


@cache
def _relations() -> Mapping[str, str]:
    return {WORDS + word(name).removeprefix("ph:"): name for name in relations()}
