"""Whether every quotation stands in its source where the graph says it does."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator

from phahe.graph.errors import PhaheError
from phahe.graph.model import Evidence, Graph

SHOWN = 60
"""Characters of a quotation in a message."""


def verify(graph: Graph, text_of: Callable[[str], str]) -> list[str]:
    """Return one sentence for each quotation of *graph* that is not in its place.

    *text_of* gives the text of a file, as ``phahe text`` prints it; it may raise PhaheError or
    OSError, which is a problem of each quotation from that file.
    """
    found = {each for owner in graph.edges for each in owner.evidence}
    found |= {c.evidence for node in graph.nodes.values() for c in node.claims if c.evidence}
    problems: list[str] = []
    texts: dict[str, tuple[str, array[int]]] = {}
    for each in sorted(found, key=lambda evidence: (evidence.file, evidence.start, evidence)):
        try:
            if each.file not in texts:
                text = text_of(each.file)
                texts = {each.file: (text, _line_ends(text))}
        except (PhaheError, OSError) as error:
            problems.append(f"{each.file}, line {each.line}: the source cannot be read: {error}")
        else:
            problems.extend(_faults(each, *texts[each.file]))
    return problems


def _line_ends(text: str) -> array[int]:
    return array("Q", (found.start() for found in re.finditer("\n", text)))


def _faults(each: Evidence, text: str, line_ends: array[int]) -> Iterator[str]:
    where = f"{each.file}, line {each.line}"
    stands = text[each.start : each.end]
    if stands != each.quote:
        yield f"{where}: «{each.quote[:SHOWN]}» is quoted, «{stands[:SHOWN]}» stands there"
    elif bisect_left(line_ends, each.start) + 1 != each.line:
        yield f"{where}: «{each.quote[:SHOWN]}» stands on another line"
