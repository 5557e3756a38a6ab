"""A graph in Python and notebooks: tables as pandas frames, cascades, pictures, reports.

    corpus = phahe.open("out/g")
    corpus.documents()                      # one row for each document, held or only cited
    corpus.cascade("Chỉ thị 12")            # who carries it out
    corpus.ask("partners", province="Prey Veng")
    corpus.show("KH 83")                    # a card with every fact and its sentence
    corpus.report("ct12.pdf", about="Chỉ thị 12")

Names are what a person would type. Days are ISO text, because some are only a month or a year;
``pandas.to_datetime(frame["date"], errors="coerce")`` makes dates of the full ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phahe.graph.errors import BadOutput
from phahe.graph.model import Edge, Graph, Node

if TYPE_CHECKING:
    import pandas as pd

    from phahe.queries.stated import Network


@dataclass(frozen=True)
class Corpus:
    """A graph and the questions one can ask of it; it never changes."""

    graph: Graph
    language: str = "vi"
    """Of pictures and reports: vi or en."""

    @classmethod
    def read(cls, folder: Path) -> Corpus:
        """Return the graph in *folder*; BadGraph if there is none."""
        from phahe.graph.store import read_graph

        return cls(read_graph(folder))

    @cached_property
    def network(self) -> Network:
        """The graph in NetworkX, made once; it must not be changed."""
        from phahe.graph.network import network

        return network(self.graph)

    def find(self, name: str, kind: str | None = None) -> Node:
        """Return what *name* means; AmbiguousName lists the candidates."""
        from phahe.graph.names_index import find_node

        return find_node(self.graph, name, kind)

    def documents(self) -> pd.DataFrame:
        """Return every document: id, name and fields; ``held`` is False for what is only cited."""
        return self.nodes("Document")

    def organisations(self) -> pd.DataFrame:
        """Return every body and every set of bodies (``collective``)."""
        return self.nodes("Organization")

    def tasks(self) -> pd.DataFrame:
        """Return every task with its section, words and times."""
        return self.nodes("Task")

    def nodes(self, kind: str | None = None) -> pd.DataFrame:
        """Return the nodes, of one *kind* or all, with their fields as columns."""
        chosen = [node for node in self.graph.nodes.values() if kind in (None, node.kind)]
        return _frame(
            ({"id": n.id, "kind": n.kind, "name": n.name} | dict(n.fields)) for n in chosen
        )

    def edges(self, relation: str | None = None) -> pd.DataFrame:
        """Return the edges, of one *relation* or all, with the first sentence behind each."""
        chosen = (edge for edge in self.graph.edges if relation in (None, edge.relation))
        return _frame(self._edge(edge) for edge in chosen)

    def ask(self, question: str, **given: object) -> pd.DataFrame:
        """Return the answer to a question of the library (``phahe ask GRAPH --list``).

        Column ``sentences`` quotes what each row rests on; ``frame.attrs["caveat"]`` says what the
        answer cannot know. Raises UnknownQuestion.
        """
        from phahe.queries.library import ask

        answer = ask(self.graph, question, given, network=self.network)
        frame = _frame(
            row | {"sentences": tuple(each.quote for each in said)}
            for row, said in zip(answer.records(), answer.evidence, strict=True)
        )
        frame.attrs["caveat"] = answer.caveat
        return frame

    def cascade(self, document: str) -> pd.DataFrame:
        """Return everything that carries *document* out, nearest first."""
        return self.ask("cascade", document=document)

    def lineage(self, document: str) -> pd.DataFrame:
        """Return everything *document* rests on, nearest first."""
        return self.ask("lineage", document=document)

    def follow_up(self, document: str | None = None) -> pd.DataFrame:
        """Return who was asked to act, and what the corpus shows of it."""
        from phahe.queries.follow_up import follow_up
        from phahe.rosters import members

        return _rows(follow_up(self.network, self._id(document), members))

    def obligations(self, document: str | None = None, as_of: str = "") -> pd.DataFrame:
        """Return the dated duties with their state on the ISO day *as_of*, today if blank."""
        from phahe.queries.obligations import obligations

        day = as_of or datetime.now(UTC).date().isoformat()
        return _rows(obligations(self.network, day, self._id(document)))

    def drift(self, lower: str, upper: str) -> pd.DataFrame:
        """Return the tasks of two documents side by side; ``frame.attrs["reuse"]`` is the share."""
        from phahe.queries.drift_tasks import drift_tasks

        ids = [str(self.find(name, "Document").id) for name in (lower, upper)]
        found = drift_tasks(self.network, ids[0], ids[1])
        frame = _rows(found.rows)
        frame.attrs["reuse"] = found.reuse
        return frame

    def show(self, name: str) -> Card:
        """Return all that is known of one thing; notebooks draw it, `str` writes it."""
        node = self.find(name)
        around = [edge for edge in self.graph.edges if node.id in (edge.source, edge.target)]
        return Card(node, tuple(self._edge(edge) for edge in around))

    def picture(self, document: str) -> Drawing:
        """Return the cascade around *document* as a drawing."""
        from phahe.viz.picture import cascade_svg

        node = self.find(document, "Document")
        return Drawing(cascade_svg(self.graph, str(node.id), self.language))

    def report(self, path: str | Path, about: str | None = None, as_of: str = "") -> Path:
        """Write a report (md, html, docx, pdf, by the ending of *path*) and return the path."""
        from phahe.rosters import members
        from phahe.viz.report import write_report

        where = Path(path)
        write_report(self.graph, where, self._id(about), self.language, as_of=as_of, roster=members)
        return where

    def _id(self, document: str | None) -> str | None:
        return str(self.find(document, "Document").id) if document else None

    def _edge(self, edge: Edge) -> dict[str, Any]:
        first = edge.evidence[0] if edge.evidence else None
        return {
            "source": self.graph.nodes[edge.source].name,
            "relation": edge.relation,
            "target": self.graph.nodes[edge.target].name,
            "certainty": edge.certainty,
            **edge.attributes,
            "sentence": first.quote if first else None,
            "file": first.file if first else None,
            "line": first.line if first else None,
            "sentences": len(edge.evidence),
        }


@dataclass(frozen=True, repr=False)
class Card:
    """One node: its fields, and the edges around it with a sentence each."""

    node: Node
    edges: tuple[Mapping[str, Any], ...]

    def __str__(self) -> str:
        """As text, one fact a line."""
        facts = [f"{name}: {value}" for name, value in self.node.fields.items()]
        said = [
            f"{e['source']} {e['relation']} {e['target']}: “{e['sentence']}”" for e in self.edges
        ]
        return "\n".join([self.node.name, *facts, *said])

    def __repr__(self) -> str:
        """The name, and how much is known."""
        return f"<{self.node.name}: {len(self.node.fields)} facts, {len(self.edges)} edges>"

    def _repr_html_(self) -> str:
        facts = "".join(
            f"<tr><th>{escape(name)}</th><td>{escape(str(value))}</td></tr>"
            for name, value in self.node.fields.items()
        )
        said = "".join(
            f"<li>{escape(str(e['source']))} <b>{escape(str(e['relation']))}</b> "
            f"{escape(str(e['target']))}<br><i>“{escape(str(e['sentence']))}”</i></li>"
            for e in self.edges
        )
        return f"<h3>{escape(self.node.name)}</h3><table>{facts}</table><ul>{said}</ul>"


@dataclass(frozen=True, repr=False)
class Drawing:
    """An SVG that notebooks show."""

    svg: str

    def __repr__(self) -> str:
        """Its size, not its text."""
        return f"<drawing, {len(self.svg)} characters of SVG>"

    def _repr_svg_(self) -> str:
        return self.svg


def _rows(found: Iterable[Any]) -> pd.DataFrame:
    """A frame of dataclasses; ids of edges are left out."""
    rows = list(found)
    names = [each.name for each in fields(rows[0]) if each.name != "edges"] if rows else []
    return _frame({name: getattr(row, name) for name in names} for row in rows)


def _frame(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    try:
        import pandas as pd
    except ImportError:
        raise BadOutput("frames need pandas; phahe doctor says how to install it") from None
    return pd.DataFrame(list(rows)).convert_dtypes()
