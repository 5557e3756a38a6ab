"""A large graph to measure with: always the same for the same size and seed.

    python benchmarks/synthetic.py 100000 OUT        writes a graph folder

Documents of four levels carry out older ones; few directives have very many followers. Some edges
point the wrong way (cycles, as OCR makes them), some run beside each other between two documents.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from phahe.graph.identity import document_id, edge_id, organisation_id
from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId, Value

LEVELS = (
    ("central", "TW", 0.01),
    ("province", "TU", 0.14),
    ("district", "HU", 0.35),
    ("commune", "ĐU", 0.5),
)
TYPES = (("CT", "chỉ thị"), ("KH", "kế hoạch"), ("CV", "công văn"), ("HD", "hướng dẫn"))
FIRST = date(2015, 1, 1)
DAYS = 3650
NOISE = 0.002
"""Share of edges that are doubled the wrong way round."""


def synthetic(documents: int = 100_000, seed: int = 7) -> Graph:
    """Return a graph of so many documents, a tenth as many bodies, about three edges for each."""
    chance = Random(seed)
    bodies = _bodies(max(40, documents // 10))
    nodes: dict[NodeId, Node] = {node.id: node for level in bodies for node in level}
    edges: dict[str, Edge] = {}
    older: list[list[Node]] = [[], [], [], []]
    weights: list[list[float]] = [[], [], [], []]
    for number in range(documents):
        level = _level(chance, number)
        issuer = bodies[level][int(len(bodies[level]) * chance.random() ** 3)]
        made = _document(number, level, FIRST + timedelta(DAYS * number // documents))
        nodes[made.id] = made
        _add(edges, made, "ISSUED_BY", issuer)
        for parent in _parents(chance, level, older, weights):
            _follow(chance, edges, made, parent, issuer)
        older[level].append(made)
        heavy = (weights[level][-1] if weights[level] else 0.0) + chance.paretovariate(1.3)
        weights[level].append(heavy)
    return Graph(dict(sorted(nodes.items())), tuple(edge for _, edge in sorted(edges.items())))


def _bodies(count: int) -> list[list[Node]]:
    made: list[list[Node]] = []
    for level, code, share in LEVELS:
        names = [f"Cơ quan {code} số {each}" for each in range(max(2, int(count * share)))]
        made.append([Node(organisation_id(n), "Organization", n, {"level": level}) for n in names])
    return made


def _level(chance: Random, number: int) -> int:
    if number < 3:
        return 0
    return bisect_left(list(accumulate(share for *_, share in LEVELS)), chance.random() * 0.999)


def _document(number: int, level: int, day: date) -> Node:
    type_code, type_name = TYPES[number % len(TYPES)] if level else TYPES[0]
    symbol = f"{type_code}/{LEVELS[level][1]}"
    code = f"{number + 1}-{symbol}"
    fields: dict[str, Value] = {
        "type": type_name,
        "type_code": type_code,
        "number": str(number + 1),
        "symbol": symbol,
        "code": code,
        "date": day.isoformat(),
        "title": f"Về việc triển khai nhiệm vụ số {number % 977}",
        "held": number % 5 != 0,
        "level": LEVELS[level][0],
    }
    key = document_id(code, when=str(day.year), scope="" if not level else f"v{number % 63}")
    return Node(key, "Document", f"{type_name.capitalize()} {code}", fields)


def _parents(
    chance: Random, level: int, older: list[list[Node]], weights: list[list[float]]
) -> list[Node]:
    found = []
    for _ in range(chance.choice((0, 1, 1, 1, 1, 2, 2, 3))):
        above = max(0, level - chance.choice((0, 1, 1, 1, 1, 1, 1, 2)))
        if older[above]:
            last = weights[above][-1]
            recent = weights[above][-len(older[above]) * 3 // 10] if chance.random() < 0.85 else 0
            at = bisect_left(weights[above], chance.uniform(recent, last))
            found.append(older[above][min(at, len(older[above]) - 1)])
    return found


def _follow(chance: Random, edges: dict[str, Edge], made: Node, parent: Node, issuer: Node) -> None:
    _add(edges, made, "IMPLEMENTS", parent)
    if chance.random() < 0.35:
        _add(edges, parent, "ASSIGNS", issuer)
    if chance.random() < 0.1:
        _add(edges, made, "BASED_ON", parent)
    if chance.random() < NOISE:
        _add(edges, parent, "IMPLEMENTS", made)


def _add(edges: dict[str, Edge], source: Node, relation: str, target: Node) -> None:
    attributes: dict[str, Value] = {"role": "lead"} if relation == "ASSIGNS" else {}
    quote = f"Thực hiện {target.name}, {source.name} được ban hành"
    file = f"{source.fields['number']}.txt"
    said = Evidence(source.id, file, 1, 7, 120, 120 + len(quote), quote, "synthetic")
    key = edge_id(source.id, relation, target.id, attributes)
    edges[key] = Edge(key, source.id, relation, target.id, "explicit", attributes, (said,))


if __name__ == "__main__":
    from phahe.graph.store import write_graph

    write_graph(synthetic(int(sys.argv[1])), Path(sys.argv[2]))
