"""How long a cascade takes on a large graph, in NetworkX and through embedded Cypher.

    python benchmarks/cascade.py [DOCUMENTS]

Asks for cascades of several sizes on a graph with cycles and parallel edges. Both engines are
loaded before the clock starts, and must give the same rows. Meant to hold at 100,000 documents, for
a cascade of 10,000 of them: 0.2 s in NetworkX, 0.3 s through Cypher.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import synthetic

from phahe.graph.engine import Engine
from phahe.graph.network import network
from phahe.queries.cascade import by_cypher, cascade
from phahe.queries.stated import Network

Result = TypeVar("Result")
REPEATS = 5
TRIED = 150
"""So many directives, spread over all years, are tried for their size."""
SIZES = (100, 1_000, 10_000, 16_000, 100_000)


def timed(action: Callable[[], Result], repeats: int = REPEATS) -> tuple[float, Result]:
    """Return the shortest processor time of several runs in seconds, and what the last returned."""
    times = []
    for _ in range(repeats):
        start = process_time()
        result = action()
        times.append(process_time() - start)
    return min(times), result


def cascades(net: Network) -> list[str]:
    """Return the directives whose cascades come nearest to the sizes wanted."""
    known = sorted(
        (node["fields"]["date"], key)
        for key, node in net.nodes(data=True)
        if node["kind"] == "Document" and node["fields"]["level"] in ("central", "province")
    )
    sizes = {key: len(cascade(net, key)) for _, key in known[:: max(1, len(known) // TRIED)]}
    nearest = [min(sizes, key=lambda key: abs(sizes[key] - size)) for size in SIZES]
    return list(dict.fromkeys(nearest))


def main(documents: int) -> None:
    """Print how long it takes to load, then one line for each cascade."""
    made, graph = timed(lambda: synthetic(documents), 1)
    loaded, net = timed(lambda: network(graph), 1)
    opened, engine = timed(lambda: Engine.open(graph), 1)
    print(f"{len(graph.nodes)} nodes, {len(graph.edges)} edges, made in {made:.1f} s")
    print(f"loaded: NetworkX {loaded:.1f} s, Cypher {opened:.1f} s")
    for top in cascades(net):
        here, rows = timed(lambda top=top: cascade(net, top))
        there, same = timed(lambda top=top: by_cypher(engine.rows, top))
        deepest = max(row.generation for row in rows)
        print(
            f"{len(rows):6} documents, {deepest:2} generations:"
            f" NetworkX {here:.3f} s, Cypher {there:.3f} s, same rows: {rows == same}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
