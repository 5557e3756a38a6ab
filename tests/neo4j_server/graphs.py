"""What a database should hold, what it holds, and graphs that try to do harm."""

from __future__ import annotations

from collections import Counter

from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId
from phahe.graph.neo4j_mark import marked_edge, marked_node
from phahe.graph.neo4j_server import Database

HARM = (
    '"} ) DETACH DELETE n //',
    "'}) MATCH (n) DETACH DELETE n //",
    "`}) DETACH DELETE n //",
    "\\u0060}) DETACH DELETE n //",
    '\\u0022}) DETACH DELETE n //"',
    '\\"}) DETACH DELETE n //',
    "\\",
    "$key",
    '=1+1,;\x1f\t\n\r\n"quoted"',
)


def wanted(graph: Graph) -> tuple[Counter[str], Counter[str]]:
    """How many nodes of each kind and edges of each relation *graph* has."""
    nodes = Counter(node.kind for node in graph.nodes.values())
    return nodes, Counter(edge.relation for edge in graph.edges)


def counted(database: Database) -> tuple[Counter[str], Counter[str]]:
    """The same of *database*."""
    nodes = database.read("MATCH (n) UNWIND labels(n) AS kind RETURN kind, count(*) AS n")
    edges = database.read("MATCH ()-[r]->() RETURN type(r) AS relation, count(*) AS n")
    return (
        Counter({row["kind"]: row["n"] for row in nodes}),
        Counter({row["relation"]: row["n"] for row in edges}),
    )


def everything(database: Database) -> tuple[dict[str, dict], dict[str, tuple]]:
    """Every node and edge of *database* with all its properties, by key."""
    nodes = database.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS own")
    edges = database.read(
        "MATCH (a)-[r]->(b) RETURN a.key AS a, type(r) AS type, b.key AS b, properties(r) AS own"
    )
    return (
        {row["own"]["key"]: {"": row["labels"], **row["own"]} for row in nodes},
        {row["own"]["key"]: (row["a"], row["type"], row["b"], row["own"]) for row in edges},
    )


def stated(graph: Graph) -> tuple[dict[str, dict], dict[str, tuple]]:
    """The same as *graph* states it."""
    return (
        {key: {"": [node.kind], **marked_node(node)} for key, node in graph.nodes.items()},
        {e.id: (e.source, e.relation, e.target, marked_edge(e)) for e in graph.edges},
    )


def harmful(in_fields: bool = True) -> Graph:
    """A graph whose names, ids and sentences are pieces of Cypher, and names of fields too."""
    nodes, edges = {}, []
    for at, words in enumerate(HARM):
        key = NodeId(f"doc:{at}{words}")
        name = f"f{words}" if in_fields else "note"
        nodes[key] = Node(key, "Document", words, {"title": words, name: words, "held": True})
        body = NodeId(f"org:{at}{words}")
        nodes[body] = Node(body, "Organization", words, {"aliases": (words, "b")})
        said = Evidence(key, words, 1, 2, 0, len(words), words, "test.rule")
        edge = f"e:{at}{words}"
        edges.append(Edge(edge, key, "ISSUED_BY", body, "explicit", {name: words}, (said,)))
    return Graph(dict(sorted(nodes.items())), tuple(sorted(edges, key=lambda edge: edge.id)))
