"""The free map: a pyvis network of everything, with computed places and no physics.

pyvis holds the nodes and edges and brings the vis-network file; its own page is not used,
because it loads from the network and puts text into markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from phahe.viz.card import Card
from phahe.viz.neighbours import Neighbours

MOST = 1500
"""Nodes up to which the whole map is offered; beyond, the surroundings of the chosen node are."""
COLUMN, PITCH, TALLEST = 330, 46, 26
"""Pixels between columns and between rows; nodes in a column before it is folded."""
RANK = {"Person": 0, "Document": 1, "Task": 4, "Organization": 5, "Agreement": 6, "Place": 7}


def map_network(
    around: Neighbours, papers: Mapping[str, Card], number: Mapping[Any, int]
) -> dict[str, Any]:
    """Return the nodes and edges of the map as vis-network reads them, by node number."""
    if len(number) > MOST:
        return {"nodes": [], "edges": [], "most": MOST}
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    places = positions(around, papers)
    for node in around.graph.nodes.values():
        x, y = places[node.id]
        network.add_node(number[node.id], label=node.name, shape="box", x=x, y=y)
    for edge in around.graph.edges:
        network.add_edge(number[edge.source], number[edge.target])
    spots = [[node["id"], node["x"], node["y"]] for node in network.nodes]
    return {"nodes": spots, "edges": len(network.edges), "most": MOST}


def positions(around: Neighbours, papers: Mapping[str, Card]) -> dict[str, tuple[int, int]]:
    """Return a place for each node: a column for its kind, near to what it is related to."""
    columns: dict[float, list[str]] = {}
    for node in around.graph.nodes.values():
        columns.setdefault(_rank(node.id, node.kind, papers, around), []).append(node.id)
    place: dict[str, float] = {}
    for column in columns.values():
        place.update({each: at / len(column) for at, each in enumerate(column)})
    for sweep in range(6):
        for rank in sorted(columns, reverse=bool(sweep % 2)):
            column = columns[rank]
            middle = {each: _middle(each, around, place) for each in column}
            column.sort(key=lambda each: (middle[each], each))
            place.update({each: at / len(column) for at, each in enumerate(column)})
    found: dict[str, tuple[int, int]] = {}
    x = 0
    for rank in sorted(columns):
        column = columns[rank]
        folds = -(-len(column) // TALLEST)
        height = -(-len(column) // folds)
        for at, each in enumerate(column):
            found[each] = (x + at // height * COLUMN, (at % height) * PITCH - height * PITCH // 2)
        x += folds * COLUMN
    return found


def vis_network() -> str:
    """Return the script of vis-network that pyvis carries, its licence banner included."""
    found = find_spec("pyvis")  # importing pyvis would take a second, and only its file is needed
    if found is None or not found.origin:
        raise ModuleNotFoundError("pyvis is not installed: pip install 'pyvis==0.3.2'")
    folder = Path(found.origin).parent / "templates" / "lib" / "vis-9.1.2"
    return (folder / "vis-network.min.js").read_text("utf-8")


def _rank(node: str, kind: str, papers: Mapping[str, Card], around: Neighbours) -> float:
    if kind == "Document":
        return 1 if papers[node].lane == "central" else 2 if papers[node].lane == "province" else 3
    if kind == "Organization":
        return 5 if around.graph.nodes[node].fields.get("level") != "foreign" else 6.5  # type: ignore[index]
    return RANK.get(kind, 8)


def _middle(node: str, around: Neighbours, place: Mapping[str, float]) -> float:
    beside = [place[e.target] for e in around.leaving.get(node, ())]
    beside += [place[e.source] for e in around.reaching.get(node, ())]
    return sum(beside) / len(beside) if beside else place[node]
