"""Graphs to ask: one small and neat, and random ones with everything real input goes wrong with."""

import random
from collections.abc import Callable

import pytest

from phahe.graph.model import Claim, Edge, Evidence, Graph, Node, NodeId
from phahe.graph.network import network
from phahe.graph.vocabulary import relations
from phahe.queries.answer import Answer
from phahe.queries.library import ask

CERTAINTIES = ("explicit", "explicit", "explicit", "implied", "hypothesis")
DUES = ("2022-07", "2022-08", "2027-Q1", "yearly:12", "continuous")
SECTIONS = ("I.1", "II.1", "II.2.1", "II.10", "III", "1", "2")
PERIODS = ("2014-2016", "2015-2018", "2030", "hàng năm")


def evidence(words: str) -> Evidence:
    return Evidence("document:0", "000.txt", 1, 1, 0, len(words), words, "test.rule")


class Maker:
    """Makes a random graph; the same *seed* makes the same one."""

    def __init__(self, seed: int, documents: int) -> None:
        self.random = random.Random(seed)
        self.nodes: dict[NodeId, Node] = {}
        self.edges: list[Edge] = []
        self.documents = documents

    def graph(self) -> Graph:
        self._nodes()
        for relation in relations().values():
            for source, target in relation.ends:
                lineage = source == target == "Document"
                share = 0.4 if lineage else 1.5
                self._edges(source, relation.name, target, int(share * self.documents))
        nodes = {key: self.nodes[key] for key in sorted(self.nodes)}
        return Graph(nodes, tuple(sorted(self.edges, key=lambda edge: edge.id)))

    def _nodes(self) -> None:
        for at in range(self.documents):
            self._node("Document", at, self._document(at))
            self._node("Task", at, self._task())
            self._node("Organization", at, self._body())
        for at in range(8):
            place = {"country": "VN" if at < 3 else "KH", "place_kind": "province"}
            self._node("Place", at, place if at < 7 else {"country": "KH", "place_kind": "country"})
            self._node("Agreement", at, self._agreement())
            self._node("Person", at, {})

    def _node(self, kind: str, at: int, fields: dict) -> None:
        key = NodeId(f"{kind.lower()}:{at}")
        known = {name: value for name, value in fields.items() if value is not None}
        # Two things may bear one name.
        name = f"{kind} {at // 2 if at % 7 == 0 else at}"
        claims = (Claim("date", "2022-01-01", "own", evidence(f"ngày của {key}")),)
        self.nodes[key] = Node(key, kind, name, known, claims if kind == "Document" else ())

    def _document(self, at: int) -> dict:
        day = f"{2020 + at * 3 // self.documents}-{1 + at % 12:02}-{1 + at % 28:02}"
        date = self.random.choice((day, day, day, day[:7], None))
        return {
            "date": date,
            "date_not_before": self.random.choice((None, "2019-01-01")),
            "date_not_after": self.random.choice((None, "2024-01-01")),
            "dates": self.random.choice((None, None, ("2022-06-11", "2022-06-21"))),
            "date_conflict": self.random.choice((None, True)),
            "held": self.random.choice((True, True, False, None)),
            "type": self.random.choice((None, "kế hoạch", "công văn")),
        }

    def _task(self) -> dict:
        return {
            "section": self.random.choice((*SECTIONS, None)),
            "text": f"việc {self.random.randrange(20)}",
            "due": self.random.choice((None, tuple(self.random.sample(DUES, 2)))),
            "time": self.random.choice((None, "Thường xuyên")),
        }

    def _body(self) -> dict:
        return {
            "level": self.random.choice(("province", "district", "foreign", None)),
            "collective": self.random.choice((None, True)),
            "aliases": self.random.choice((None, ("Ban Đối ngoại",), ("Đội", "BĐN"))),
        }

    def _agreement(self) -> dict:
        return {
            "agreement_kind": self.random.choice((None, "bản ghi nhớ")),
            "date": self.random.choice((None, "2019-03-14")),
            "period": self.random.choice((None, *PERIODS)),
        }

    def _edges(self, source: str, relation: str, target: str, count: int) -> None:
        sources = [key for key, node in self.nodes.items() if node.kind == source]
        targets = [key for key, node in self.nodes.items() if node.kind == target]
        for _ in range(count):
            self._edge(self.random.choice(sources), relation, self.random.choice(targets))

    def _edge(self, source: NodeId, relation: str, target: NodeId) -> None:
        # Parallel edges come twice in ten, and with other words.
        for _ in range(self.random.choice((1, 1, 1, 1, 2))):
            key = f"e:{len(self.edges):06}"
            self.edges.append(
                Edge(
                    key,
                    source,
                    relation,
                    target,
                    self.random.choice(CERTAINTIES),
                    self._attributes(relation),
                    (evidence(f"{relation} {key}"),),
                )
            )

    def _attributes(self, relation: str) -> dict:
        some = self.random.choice
        by_relation = {
            "ASSIGNS": {"role": some(("lead", "support"))},
            "COPIED_TO": {"purpose": some(("distribution", "report"))},
            "RECEIVED_BY": some(({}, {"arrival_date": "2021-03-04"})),
            "SIGNED_BY": some(({}, {"position": "PHÓ CHỦ TỊCH"})),
            "COOPERATES_WITH": some(
                ({}, {"agreement": "agreement:1"}, {"agreement": "agreement:2"})
            ),
            "REPORTS_TO": some(
                ({}, {"via": "organization:3", "due": ("2022-11",)}, {"via": "Văn phòng"})
            ),
        }
        return by_relation.get(relation, {})


@pytest.fixture(scope="session")
def random_graph() -> Callable[[int, int], Graph]:
    """Make a graph from a seed and a number of documents."""
    return lambda seed, documents: Maker(seed, documents).graph()


@pytest.fixture(scope="session")
def answer(sample_graph: Graph) -> Callable[..., Answer]:
    """Ask the sample documents: the name of a question, and its parameters."""
    projected = network(sample_graph)

    def asked(question: str, **params: object) -> Answer:
        return ask(sample_graph, question, params, network=projected)

    return asked
