"""Which document carries out, rests on, encloses or cites which, as edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phahe.loaders.fact import Fact, edge
from phahe.loaders.lineage import lineage
from phahe.loaders.quote import quote
from phahe.loaders.reading import Reading
from phahe.loaders.resolve import Reference


def lineage_facts(reading: Reading, references: Sequence[Reference]) -> Iterator[Fact]:
    """One edge for each sentence that joins two documents; `merge` gathers their evidence."""
    for link in lineage(reading, references):
        evidence = (quote(reading, link.start, link.end, f"lineage.{link.relation.lower()}"),)
        attributes = {"cue": link.cue, **link.attributes}
        yield edge(link.source, link.relation, link.target, evidence, link.certainty, attributes)
