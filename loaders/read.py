"""One file in, all it says out: a pure function without shared state, so that it runs anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from phahe.graph.facts import Claim, EdgeFacts, FileFacts, NodeFacts
from phahe.loaders.agreement_facts import agreement_facts
from phahe.loaders.border_facts import border_facts
from phahe.loaders.cited_facts import cited_facts
from phahe.loaders.contact_facts import contact_facts
from phahe.loaders.document_facts import own_facts
from phahe.loaders.documents_of import documents_of
from phahe.loaders.fact import Fact
from phahe.loaders.home import home
from phahe.loaders.lineage_facts import lineage_facts
from phahe.loaders.mention import Mention
from phahe.loaders.reading import Reading
from phahe.loaders.report_facts import report_facts
from phahe.loaders.resolve import resolve
from phahe.loaders.succession_facts import succession_facts
from phahe.loaders.task_facts import task_facts
from phahe.loaders.tasks import tasks
from phahe.loaders.text import Text
from phahe.loaders.upper_bound import upper_bound


def read_document_file(source: Text) -> FileFacts:
    """Everything the documents in *source* say, each with its words."""
    facts = [fact for reading, named in documents_of(source) for fact in _read(reading, named)]
    nodes = tuple(_gathered(fact for fact in facts if isinstance(fact, NodeFacts)))
    edges = tuple(fact for fact in facts if isinstance(fact, EdgeFacts))
    pages = len(source.pages)
    return FileFacts(source.file, nodes, edges, source.warnings, pages, source.how)


def _read(reading: Reading, named: Sequence[Mention]) -> Iterator[Fact]:
    """One document of the file and what it names."""
    at_home = home(reading)
    references = resolve(reading, named)
    demanded = tasks(reading, at_home)
    yield from own_facts(reading, at_home, upper_bound(reading, demanded))
    yield from cited_facts(reading, references, at_home)
    yield from lineage_facts(reading, references)
    yield from contact_facts(reading, at_home)
    yield from task_facts(reading, demanded)
    yield from succession_facts(reading, at_home, demanded)
    yield from report_facts(reading, at_home)
    yield from agreement_facts(reading, at_home)
    yield from border_facts(reading, at_home)


def _gathered(nodes: Iterable[NodeFacts]) -> Iterator[NodeFacts]:
    """One entry a node: a body named twice says all its claims together."""
    known: dict[str, list[NodeFacts]] = defaultdict(list)
    for node in nodes:
        known[node.id].append(node)
    for same in known.values():
        first = same[0]
        if len(same) == 1:
            yield first
        else:
            key = next((node.key for node in same if node.key), None)
            claims = {_said(claim): claim for node in reversed(same) for claim in node.claims}
            yield NodeFacts(first.id, first.kind, tuple(claims.values()), key)


def _said(claim: Claim) -> Hashable:
    """What makes it another claim: of what follows from the context, only the value."""
    if claim.witness == "context":
        return claim.field, claim.value
    return claim
