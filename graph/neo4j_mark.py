"""The mark phahe leaves on what it writes into a database: a fingerprint of the contents.

It tells our nodes and edges from those of others, and changed ones from unchanged ones without
reading them again. The script (`phahe export GRAPH cypher`), the bulk files and the push all write
the same marks, so that one can go on where another stopped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b

from phahe.graph.errors import BadGraph
from phahe.graph.model import Edge, Node
from phahe.graph.properties import Property, edge_properties, node_properties

MARK = "phahe"
"""The property that holds the mark, on nodes and on edges."""


def marked_node(node: Node) -> dict[str, Property]:
    """Return the properties of *node* in a database, its mark among them."""
    own = node_properties(node)
    return own | {MARK: _fingerprint(own)}


def marked_edge(edge: Edge) -> dict[str, Property]:
    """Return the properties of *edge* in a database; its mark covers its ends too."""
    own = edge_properties(edge)
    return own | {MARK: _fingerprint({**own, "": [edge.source, edge.relation, edge.target]})}


def label(name: str) -> str:
    """Return the name of a kind, relation or field for a Cypher text; BadGraph if it is no word.

    >>> label("Document")
    'Document'
    """
    if not name.isascii() or not name.isidentifier():
        message = f"{name!r}: no kind, relation or field is called that; build the graph anew"
        raise BadGraph(message)
    return name


def _fingerprint(own: Mapping[str, object]) -> str:
    told = json.dumps(own, ensure_ascii=False, sort_keys=True)
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
