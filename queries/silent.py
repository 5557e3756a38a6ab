"""Bodies a document was meant for, of which no document in the corpus carries it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phahe.queries.answering import answering, wholes
from phahe.queries.stated import Network, Stated, by_other, edges, forward, name


@dataclass(frozen=True, slots=True)
class Silent:
    """A body that was addressed or given a task, and is not seen to follow."""

    body: str
    asked: tuple[str, ...]
    """addressed, lead, support"""
    edges: tuple[str, ...]


def silent(network: Network, document: str) -> Iterator[Silent]:
    """Yield who was to act on *document* and issued nothing, neither itself nor through a part."""
    answered = {
        body for each in answering(network, document) for body in wholes(network, each.issuer)
    }
    issuers = {each.other for each in forward(network, document, "ISSUED_BY")}
    for body, said in by_other(_asked(network, document)).items():
        if body not in answered and body not in issuers:
            yield Silent(name(network, body), tuple({_role(each) for each in said}), edges(said))


def _asked(network: Network, document: str) -> Iterator[Stated]:
    yield from forward(network, document, "ADDRESSED_TO", "ASSIGNS")
    for task in {each.other for each in forward(network, document, "SETS")}:
        yield from forward(network, task, "LED_BY", "SUPPORTED_BY")


def _role(said: Stated) -> str:
    roles = {"ADDRESSED_TO": "addressed", "LED_BY": "lead", "SUPPORTED_BY": "support"}
    return roles.get(said.relation) or str(said.attributes.get("role", "assigned"))
