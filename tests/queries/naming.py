"""Comparing what is found with what is wanted by the words of names, not by ids."""

from collections.abc import Iterable

from phahe.graph.model import Graph
from phahe.graph.names_index import words


def fits(name: str, wanted: str) -> bool:
    """Whether all words of *wanted* stand in *name*."""
    return set(words(wanted)) <= set(words(name))


def assert_named(found: Iterable[str], wanted: Iterable[str], optional: Iterable[str] = ()) -> None:
    """Each of *wanted* fits one name found, and each name found is wanted or *optional*."""
    names, wishes = list(found), list(wanted)
    lacking = [wish for wish in wishes if not any(fits(name, wish) for name in names)]
    allowed = [*wishes, *optional]
    extra = [name for name in names if not any(fits(name, wish) for wish in allowed)]
    assert (lacking, extra) == ([], []), names


def held(graph: Graph, file: str) -> str:
    """The id of the document of a file that holds one."""
    return next(
        node.id
        for node in graph.nodes.values()
        if node.kind == "Document" and str(node.fields.get("file", "")).startswith(file)
    )
