"""How long the report of a large corpus takes, and how much memory.

    python benchmarks/report.py 5000 pdf            one directive with 4,999 documents below it
    python benchmarks/report.py 5000 pdf corpus     the report on the whole corpus

Every document of the generated graph is addressed to a body, sets two tasks with a time, and
carries out the directive, directly or through others.
"""

from __future__ import annotations

import re
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import synthetic

from phahe.graph.identity import edge_id, task_id
from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId
from phahe.graph.network import network
from phahe.graph.vocabulary import cascading
from phahe.queries.cascade import cascade
from phahe.viz.report import write_report

TASK = "Tổ chức phổ biến, quán triệt và triển khai thực hiện; báo cáo kết quả trước ngày 15/12"


def with_tasks(graph: Graph) -> Graph:
    """Return *graph* with an addressee and two tasks for every document."""
    nodes, edges = dict(graph.nodes), list(graph.edges)
    bodies = [key for key, node in graph.nodes.items() if node.kind == "Organization"]
    documents = [node for node in graph.nodes.values() if node.kind == "Document"]
    for number, document in enumerate(documents):
        said = Evidence(document.id, "a.txt", 1, 9, number * 500, number * 500 + 80, TASK, "bench")
        body = bodies[number * 7 % len(bodies)]
        edges.append(_edge(document.id, "ADDRESSED_TO", body, said))
        for at, due in enumerate(("yearly:12-15", "2025-Q1")):
            text = f"{TASK} ({at})"
            key = task_id(document.id, f"II.{at}", text)
            fields = {"section": f"II.{at}", "text": text, "due": (due,), "task_kind": "report"}
            nodes[key] = Node(key, "Task", text[:40], fields)
            place = replace(said, start=said.start + at + 1)
            edges.append(_edge(document.id, "SETS", key, place))
            edges.append(_edge(key, "LED_BY", body, place))
    return Graph(dict(sorted(nodes.items())), tuple(sorted(edges, key=lambda edge: edge.id)))


def _edge(source: NodeId, relation: str, target: NodeId, said: Evidence) -> Edge:
    key = edge_id(source, relation, target, {})
    return Edge(key, source, relation, target, "explicit", {}, (said,))


def peak_kib() -> int:
    """The most memory this program had; ru_maxrss would count what started it too."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text("utf-8"))
        if found:
            return int(found[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def gathered(graph: Graph, about: NodeId) -> Graph:
    """Return *graph* with every document that rests on none resting on *about*."""
    below = {edge.source for edge in graph.edges if edge.relation in cascading()}
    edges = {edge.id: edge for edge in graph.edges}
    for number, node in enumerate(graph.nodes.values()):
        if node.kind == "Document" and node.id not in below and node.id != about:
            said = Evidence(node.id, "b.txt", 1, 9, number * 500, number * 500 + 80, TASK, "bench")
            edge = _edge(node.id, "IMPLEMENTS", about, said)
            edges[edge.id] = edge
    return Graph(graph.nodes, tuple(edge for _, edge in sorted(edges.items())))


def main() -> None:
    """Write the report and print seconds, memory and the size of the file."""
    count, output_format = int(sys.argv[1]), sys.argv[2]
    whole = sys.argv[3:] == ["corpus"]
    graph = with_tasks(synthetic(count))
    joined = network(graph)
    oldest = [node.id for node in graph.nodes.values() if node.fields.get("level") == "central"]
    about = max(oldest, key=lambda each: len(cascade(joined, each)))
    graph = gathered(graph, about)
    below = len(cascade(network(graph), about))
    with TemporaryDirectory() as folder:
        path = Path(folder, f"report.{output_format}")
        started = time.perf_counter()
        write_report(graph, path, None if whole else about, "vi", as_of="2026-01-15")
        seconds = time.perf_counter() - started
        size = path.stat().st_size / 1e6
    what = "corpus" if whole else f"{below} below"
    memory = peak_kib() / 1024
    print(f"{count} documents, {what}, {output_format}: {seconds:.1f} s, {memory:.0f} MiB")
    print(f"{size:.1f} MB written")


if __name__ == "__main__":
    main()
