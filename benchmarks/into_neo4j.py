"""How fast a graph gets into Neo4j: push, LOAD CSV, and the import tool, on the same graph.

python benchmarks/into_neo4j.py [DOCUMENTS]       starts a server of its own (Java, Maven)
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.append(str(Path(__file__).parent))

from synthetic import synthetic

from phahe.graph.model import Graph
from phahe.graph.neo4j_bulk import write_bulk
from phahe.graph.neo4j_push import push
from phahe.graph.neo4j_schema import schema
from phahe.graph.neo4j_server import Database, Login, connect
from tests.neo4j_server.server import Server

CALL = "CALL {{ WITH row {} }} IN TRANSACTIONS OF 5000 ROWS"


def load_csv(graph: Graph, database: Database, folder: Path) -> None:
    """Load *graph* as people do by hand: a few columns, LOAD CSV, MERGE."""
    for statement in schema():
        database.define(statement)
    for kind, nodes in groupby(
        sorted(graph.nodes.values(), key=lambda node: node.kind), key=lambda node: node.kind
    ):
        with (folder / "rows.csv").open("w", encoding="utf-8") as out:
            csv.writer(out).writerows((node.id, node.name) for node in nodes)
        merge = f"MERGE (n:{kind} {{key: row[0]}}) SET n.name = row[1]"
        database.define(f"LOAD CSV FROM 'file:///rows.csv' AS row {CALL.format(merge)}")

    def ends(edge):  # type: ignore[no-untyped-def]
        return graph.nodes[edge.source].kind, edge.relation, graph.nodes[edge.target].kind

    for (source, relation, target), edges in groupby(sorted(graph.edges, key=ends), key=ends):
        with (folder / "rows.csv").open("w", encoding="utf-8") as out:
            rows = ((e.source, e.target, e.id, e.evidence[0].quote) for e in edges)
            csv.writer(out).writerows(rows)
        merge = (
            f"MATCH (a:{source} {{key: row[0]}}) MATCH (b:{target} {{key: row[1]}})"
            f" MERGE (a)-[r:{relation} {{key: row[2]}}]->(b) SET r.quote = row[3]"
        )
        database.define(f"LOAD CSV FROM 'file:///rows.csv' AS row {CALL.format(merge)}")


def timed(name: str, work: Callable[[], object]) -> None:
    """Print how long *work* took."""
    start = time.perf_counter()
    work()
    print(f"{name:42}{time.perf_counter() - start:8.1f} s", flush=True)


def main(documents: int) -> None:
    """Measure all ways on fresh servers, one after the other."""
    graph = synthetic(documents)
    print(f"{len(graph.nodes)} nodes, {len(graph.edges)} edges")
    with tempfile.TemporaryDirectory() as made:
        for way in ("push", "csv"):
            server = Server(Path(made) / way)
            folder = server.home / "import"
            server.start()
            with connect(Login(server.uri, server.user, server.password)) as database:
                if way == "push":
                    timed("phahe neo4j push, empty database", partial(push, graph, database))
                    timed("phahe neo4j push, nothing changed", partial(push, graph, database))
                else:
                    work = partial(load_csv, graph, database, folder)
                    timed("LOAD CSV, key, name, quote only", work)
            server.stop()
        bulk, server = Path(made) / "bulk", Server(Path(made) / "imported")
        timed("phahe neo4j bulk, writing the files", lambda: write_bulk(graph, bulk))
        words = ("database", "import", "full", "neo4j", "@import.args")
        timed("neo4j-admin database import full", lambda: server.admin(*words, folder=bulk))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
