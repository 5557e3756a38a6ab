"""``phahe show GRAPH WHAT``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

from phahe.commands.arguments import GRAPH, LANGUAGE
from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId


@click.command()
@GRAPH
@click.argument("what", metavar="WHAT")
@click.option("--json", "as_json", is_flag=True, help="Print the node and its edges as JSON.")
@LANGUAGE
def command(graph: Path, what: str, as_json: bool, language: str) -> None:
    """Print one node of GRAPH with everything known of it and the sentence behind each fact.

    \b
    Examples:
      phahe show out/g "KH 83"
      phahe show out/g "Ban Dân vận Tỉnh ủy Tây Ninh"
      phahe show out/g "Prey Veng" --lang en
    """
    from phahe.graph.names_index import find_node
    from phahe.graph.store import read_graph

    known = read_graph(graph)
    node = find_node(known, what)
    edges = [edge for edge in known.edges if node.id in (edge.source, edge.target)]
    if as_json:
        click.echo(_json(node, edges))
        return
    for line in _lines(known, node, edges, language):
        click.echo(line)


def _json(node: Node, edges: list[Edge]) -> str:
    import json

    from phahe.graph.jsonl import edge_record, node_record

    return json.dumps(
        {**node_record(node), "edges": [edge_record(edge) for edge in edges]},
        ensure_ascii=False,
        indent=1,
    )


def _lines(graph: Graph, node: Node, edges: list[Edge], language: str) -> Iterator[str]:
    from phahe.commands.output import cell_text

    yield f"{node.name}  [{node.kind}]  {node.id}"
    for field, value in node.fields.items():
        yield f"  {field}: {cell_text(value)}"
        yield from _said(node, field)
    grouped: dict[tuple[str, bool], list[Edge]] = defaultdict(list)
    for edge in edges:
        grouped[edge.relation, edge.source == node.id].append(edge)
    for (relation, outwards), group in sorted(grouped.items()):
        yield ""
        yield f"{_words(relation, outwards, language)} ({len(group)})"
        for edge in group:
            other = graph.nodes[edge.target if outwards else edge.source]
            yield f"  {other.name}{_details(graph, edge)}"
            yield from (_quote(evidence) for evidence in edge.evidence)


def _said(node: Node, field: str) -> Iterator[str]:
    """The first sentence for each value stated of *field*, and how many more say the same."""
    stated: dict[str, list[Evidence]] = defaultdict(list)
    for claim in node.claims:
        if claim.field == field and claim.evidence:
            stated[str(claim.value)].append(claim.evidence)
    for value, sentences in stated.items():
        more = f"  (+{len(sentences) - 1})" if len(sentences) > 1 else ""
        told = f"    {value}:" if len(stated) > 1 else "    "
        yield f"{told}{_quote(sentences[0])[4:]}{more}"


def _words(relation: str, outwards: bool, language: str) -> str:
    from phahe.graph.vocabulary import relations

    known = relations()[relation]
    if language == "vi":
        return f"{relation}: {known.vi if outwards else known.inverse_vi}"
    return f"{relation}: {known.en if outwards else known.inverse_en}"


def _details(graph: Graph, edge: Edge) -> str:
    """The edge's attributes; ids as the names they stand for."""
    names = {
        node: graph.nodes[node].name
        for node in map(NodeId, map(str, edge.attributes.values()))
        if node in graph.nodes
    }
    said = [
        f"{name}: {names.get(NodeId(str(value)), value)}"
        for name, value in edge.attributes.items()
        if name != "cue"
    ]
    if edge.certainty != "explicit":
        said.append(edge.certainty)
    return f"  ({'; '.join(said)})" if said else ""


def _quote(evidence: Evidence) -> str:
    words = " ".join(evidence.quote.split())
    return f"      “{words}”  {evidence.file}:{evidence.line}"
