"""What the sections of a report share: graph, sentences by edge, numbers of quotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from itertools import islice
from typing import Any

from phahe.graph.model import Evidence, Graph, Node
from phahe.graph.network import network
from phahe.queries.answer import Cell
from phahe.queries.follow_up import Roster, no_roster
from phahe.queries.order import ordered
from phahe.queries.question import questions
from phahe.queries.stated import Network
from phahe.viz.dossier import Quotation, Rows, cell_words, sentence, word
from phahe.viz.dossier_time import day_words, days_inside, due_words

Found = tuple[dict[str, Any], tuple[Evidence, ...]]
"""A row of an answer by column, and the sentences it rests on."""
TIMES = {"due", "kept", "dropped", "added"}
DAYS = {
    *("date", "followed_on", "received", "sent", "last", "first", "preferred"),
    *("not_before", "not_after"),
}


@dataclass(slots=True)
class Known:
    """A graph to report on; quotations are numbered in the order in which they are first used."""

    graph: Graph
    language: str
    as_of: str
    """ISO day on which duties count as due or past."""
    roster: Roster = no_roster
    joined: Network = field(init=False)
    sentences: dict[str, tuple[Evidence, ...]] = field(init=False)
    """Edge → its sentences."""
    numbers: int = 0
    """How many sentences are quoted so far."""
    spans: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)
    """File → start, end and number of what is quoted from it."""
    waiting: list[Quotation] = field(default_factory=list)
    captions: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Look everything up once; a report asks the same graph thousands of times."""
        self.joined = network(self.graph)
        self.sentences = {edge.id: edge.evidence for edge in self.graph.edges}

    def node(self, node: str) -> Node:
        """Return the node with that id."""
        return self.graph.nodes[node]  # type: ignore[index]

    def word(self, key: str, **values: object) -> str:
        """Return a word of the report in its language."""
        return word(key, self.language, **values)

    def ask(self, question: str, **given: object) -> list[Found]:
        """Return the rows of a question of the library, in its order, with their sentences."""
        asked = next(each for each in questions() if each.name == question)
        wanted = {each.name: given.get(each.name) for each in asked.parameters}
        rows = getattr(asked.module, asked.name)(self.joined, **wanted)
        cells = [(row[:-1], row[-1]) for row in map(_cells, rows)]
        return [
            (dict(zip(asked.columns, row, strict=True)), self.said(edges))
            for row, edges in ordered(cells, asked.columns, asked.order)
        ]

    def said(self, edges: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the sentences behind edges, and behind fields given as ``<node>#<field>``."""
        return tuple(dict.fromkeys(each for edge in edges for each in self._behind(edge)))

    def _behind(self, edge: str) -> Sequence[Evidence]:
        if edge in self.sentences:
            return self.sentences[edge]
        owner, _, name = edge.rpartition("#")
        claims = self.node(owner).claims if owner in self.graph.nodes else ()
        return [claim.evidence for claim in claims if claim.field == name and claim.evidence]

    def marks(self, evidence: Sequence[Evidence], most: int = 3) -> tuple[int, ...]:
        """Return the numbers of the first *most* sentences; new ones wait to be quoted.

        They are numbered as they stand in their file; words inside a quotation share its number.
        """
        chosen = list(islice(dict.fromkeys(evidence), most))
        chosen.sort(key=lambda each: (each.file, each.start, -each.end))
        return tuple(sorted(set(map(self._number, chosen))))

    def is_quoted(self, said: Evidence) -> bool:
        """Whether these words stand inside a quotation the report has."""
        return self._around(said) > 0

    def _around(self, said: Evidence) -> int:
        """The number of the quotation that holds these words, else 0."""
        spans = self.spans.get(said.file, ())
        return next((n for start, end, n in spans if start <= said.start and said.end <= end), 0)

    def _number(self, said: Evidence) -> int:
        around = self._around(said)
        if around:
            return around
        number = self.numbers = self.numbers + 1
        self.spans.setdefault(said.file, []).append((said.start, said.end, number))
        self.waiting.append(Quotation(number, said))
        return number

    def quoted(self) -> Iterator[Quotation]:
        """Yield the quotations that wait."""
        waiting, self.waiting = self.waiting, []
        yield from waiting

    def caption(self, kind: str, text: str) -> str:
        """Return *text* with the number of the next ``table`` or ``figure``."""
        self.captions[kind] += 1
        return self.word(f"caption.{kind}", number=self.captions[kind], text=text)

    def rows(
        self,
        columns: Sequence[str],
        rows: Iterable[tuple[str, ...]],
        marks: Iterable[tuple[int, ...]] = (),
        caption: str = "",
    ) -> Rows:
        """Return a table with the words for its *columns* and a numbered *caption*."""
        names = tuple(sentence(self.word(f"column.{each}")) for each in columns)
        told = self.caption("table", caption) if caption else ""
        return Rows(names, tuple(rows), tuple(marks), told)

    def table(self, found: Sequence[Found], columns: Sequence[str], caption: str = "") -> Rows:
        """Return the named *columns* of the rows *found*."""
        rows = [tuple(self.cell(name, row[name]) for name in columns) for row, _ in found]
        return self.rows(columns, rows, [self.marks(said) for _, said in found], caption)

    def cell(self, column: str, value: Cell) -> str:
        """Return one cell in words: times and days as people write them."""
        if column in TIMES and value:
            times = value if isinstance(value, tuple) else (str(value),)
            return "; ".join(due_words(each, self.language) for each in times)
        if column in DAYS and isinstance(value, str) and value:
            return day_words(value, self.language)
        if column in ("agreement", "period") and isinstance(value, str):
            return days_inside(value, self.language)
        return cell_words(value, self.language)


def _cells(row: Any) -> tuple[Any, ...]:
    values = row if isinstance(row, tuple) else [getattr(row, each.name) for each in fields(row)]
    return tuple(tuple(sorted(v)) if isinstance(v, list | tuple) else v for v in values)


def presence(node: Node) -> str:
    """Return whether the text of a document is ``held``, or it is ``listed`` or only ``cited``."""
    if node.fields.get("held"):
        return "held"
    return "listed" if node.fields.get("registered") else "cited"
