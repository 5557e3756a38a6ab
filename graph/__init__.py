"""What is known: documents, organisations, the edges between them, and why we believe each edge."""

from phahe.graph.errors import PhaheError
from phahe.graph.facts import Claim, DocumentKey, EdgeFacts, FileFacts, NodeFacts
from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId

__all__ = [
    "Claim",
    "DocumentKey",
    "Edge",
    "EdgeFacts",
    "Evidence",
    "FileFacts",
    "Graph",
    "Node",
    "NodeFacts",
    "NodeId",
    "PhaheError",
]
