"""From what the files say to one graph: the only place where facts of different files meet.

Every step works on one file or on one group, so that the same functions run on a cluster:

    1. `localise` each file                  ids become unique, citing dates bound cited documents
    2. group nodes by `block_of`, `merge_block` each    which facts are one document, which apart;
       then `joined_by_title` for those whose number only some files tell
       (documents first: the ids of tasks rest on theirs, `task_names`)
    3. `rename` each file's edges, group them by `same_edge`, `merge_edges` each
    4. `settle` the whole: only what needs neighbours (bounds of dates, CITES beside something more,
       what a stamp makes likely, what provinces became)

The order of the files does not matter, nor does reading one twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from phahe.graph.bulk import many_values
from phahe.graph.dates_of import with_bounds
from phahe.graph.facts import FileFacts, NodeFacts
from phahe.graph.localise import localise, task_names
from phahe.graph.merge_documents import block_of, clusters
from phahe.graph.merge_edges import merge_edges, rename, same_edge
from phahe.graph.merge_fields import Merged, merge_node
from phahe.graph.merge_titles import joined_by_title
from phahe.graph.model import Edge, Graph, Node, NodeId
from phahe.graph.received import with_received
from phahe.graph.successors import with_successors
from phahe.graph.vocabulary import relations

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def merge(files: Iterable[FileFacts]) -> Graph:
    """Return the graph of all *files*; facts in another order, or twice, give the same graph."""
    with many_values():
        facts = [localise(file) for file in sorted(files, key=lambda file: file.file)]
        documents = _merged(
            joined_by_title(
                _clusters(n for file in facts for n in file.nodes if n.kind == "Document")
            )
        )
        names = names_of(documents)
        for file in facts:
            names.update(task_names(file, names))
        others = _merged(
            _clusters(
                replace(n, id=names.get(n.id, n.id))
                for file in facts
                for n in file.nodes
                if n.kind != "Document"
            )
        )
        nodes = sorted(
            (each.with_names(names) for each in (*documents, *others)), key=lambda node: node.id
        )
        told = (rename(edge, names) for file in facts for edge in file.edges)
        groups = grouped((same_edge(edge), edge) for edge in told if edge.source != edge.target)
        edges = (merge_edges(key, same) for key, same in sorted(groups.items()))
        return settle({node.id: node for node in nodes}, edges)


def merge_block(nodes: Iterable[NodeFacts]) -> list[Merged]:
    """Return the things that the facts of one block describe; pure, whatever their order."""
    return _merged(clusters(nodes))


def names_of(merged: Iterable[Merged]) -> dict[str, str]:
    """Return local id → final id for everything merged."""
    return {member: str(each.node.id) for each in merged for member in each.members}


def settle(nodes: Mapping[NodeId, Node], edges: Iterable[Edge]) -> Graph:
    """Return the graph, with what only the whole can say; *nodes* and *edges* are sorted by id."""
    kept = (edge for edge in edges if edge.source in nodes and edge.target in nodes)
    graph = with_bounds(Graph(nodes, tuple(without_weaker(kept))))
    return with_successors(with_received(graph))


def without_weaker(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Leave out CITES where the same two documents are joined by something said more strongly."""
    known = list(edges)
    strength = {name: relation.strength for name, relation in relations().items()}
    joined = {
        (edge.source, edge.target)
        for edge in known
        if strength.get(edge.relation, 0) > 1 and edge.certainty != "hypothesis"
    }
    for edge in known:
        if edge.relation != "CITES" or (edge.source, edge.target) not in joined:
            yield edge


def grouped(items: Iterable[tuple[Key, Item]]) -> dict[Key, list[Item]]:
    """Return the items of each key."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for key, item in items:
        found[key].append(item)
    return dict(found)


def _clusters(nodes: Iterable[NodeFacts]) -> Iterator[list[NodeFacts]]:
    blocks = grouped((block_of(node), node) for node in nodes)
    for _, block in sorted(blocks.items()):
        yield from clusters(block)


def _merged(found: Iterable[list[NodeFacts]]) -> list[Merged]:
    """Things with ids that differ: who is called like another gets its first sighting in the id."""
    known = list(found)
    made = [merge_node(cluster) for cluster in known]
    ids = Counter(each.node.id for each in made)
    return [
        each if ids[each.node.id] == 1 else merge_node(cluster, each.members[0])
        for each, cluster in zip(made, known, strict=True)
    ]
