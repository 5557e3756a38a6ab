"""How long a cascade takes on a large graph, in NetworkX and through embedded Cypher.

    python benchmarks/cascade.py [DOCUMENTS]

Asks for the largest cascade there is, on a graph with cycles and parallel edges. Both engines are
loaded before the clock starts; the rows must be the same. Meant to hold at 100,000 documents:
0.2 s in NetworkX, 0.3 s through Cypher.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import synthetic

from phahe.graph.engine import Engine
from phahe.graph.network import network
from phahe.queries.cascade import by_cypher, cascade
from phahe.queries.stated import Network

Result = TypeVar("Result")
REPEATS = 5
CENTRAL = 40
"""So many of the oldest directives are tried for the largest cascade."""


def timed(action: Callable[[], Result], repeats: int = REPEATS) -> tuple[float, Result]:
    """Return the shortest time of several runs in seconds, and what the last returned."""
    times = []
    for _ in range(repeats):
        start = perf_counter()
        result = action()
        times.append(perf_counter() - start)
    return min(times), result


def largest(graph: Network) -> str:
    """Return the document with the largest cascade among the oldest central ones."""
    central = [
        key for key, node in graph.nodes(data=True) if node["fields"].get("level") == "central"
    ]
    tried = sorted(
        (k for k in central if "date" in graph.nodes[k]["fields"]),
        key=lambda key: graph.nodes[key]["fields"]["date"],
    )[:CENTRAL]
    return max(tried, key=lambda key: len(cascade(graph, key)))


def main(documents: int) -> None:
    """Print one line for each engine."""
    made, graph = timed(lambda: synthetic(documents), 1)
    loaded, net = timed(lambda: network(graph), 1)
    opened, engine = timed(lambda: Engine.open(graph), 1)
    print(
        f"{len(graph.nodes)} nodes, {len(graph.edges)} edges; made {made:.1f} s,"
        f" NetworkX {loaded:.1f} s, engine {opened:.1f} s"
    )
    top = largest(net)
    here, rows = timed(lambda: cascade(net, top))
    there, same = timed(lambda: by_cypher(engine.rows, top))
    deepest = max(row.generation for row in rows)
    print(f"cascade of {top}: {len(rows)} documents, {deepest} generations")
    print(f"networkx {here:.3f} s   cypher {there:.3f} s   same rows: {rows == same}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
