"""How documents relate: each edge with the sentence that says it.

The subject of a phrase is the document itself, or, inside the title of a cited document, that one:
"Công văn 3000 về việc triển khai Kế hoạch 83" says what 3000 does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from phahe.graph.model import Certainty, Value
from phahe.loaders.citation import Citation, citations
from phahe.loaders.governing_phrase import Governed, governed
from phahe.loaders.mention_text import prepare
from phahe.loaders.reading import Reading
from phahe.loaders.resolve import Reference
from phahe.loaders.sentence import sentence

_CLOSER = frozenset(("GUIDES", "DETAILS", "REVIEWS", "REPORTS_ON", "CONTINUES"))
"""What says more closely than IMPLEMENTS what is done with a document."""
_LONGEST = 1500
"""Characters of a quotation that reaches from the head of a list to one of its items."""


@dataclass(frozen=True, slots=True)
class Link:
    """*source* stands in *relation* to *target*; local ids as in `Reference.target`."""

    source: str
    relation: str
    target: str
    start: int
    end: int
    """The sentence that says so: offsets of `Text.text`."""
    cue: str
    """The words that were found, in lower case; blank for a plain citation."""
    certainty: Certainty
    attributes: Mapping[str, Value] = field(default_factory=dict)


def lineage(reading: Reading, references: Sequence[Reference]) -> list[Link]:
    """Return every relation between documents that *reading* states, one for each sentence.

    A plain citation is left out where the same document is said to do more; that it carries out
    another one, where it is said how.
    """
    words = prepare(reading.source.text)
    found: list[Link] = []
    stated: list[list[Governed]] = []
    for citation in citations(reading, references):
        stated.append(governed(words, citation, stated))
        found += (link for said in stated[-1] for link in _links(reading, citation, said))
    stronger = {(link.source, link.target) for link in found if link.relation != "CITES"}
    closer = {(link.source, link.target) for link in found if link.relation in _CLOSER}
    weaker = {"CITES": stronger, "IMPLEMENTS": closer}
    return [
        link
        for link in _distinct(found)
        if (link.source, link.target) not in weaker.get(link.relation, ())
    ]


def _links(reading: Reading, citation: Citation, said: Governed) -> Iterator[Link]:
    if not said.source or not said.target or said.source == said.target:
        return
    mention = citation.reference.mention
    start, end = _quoted(reading, citation, said)
    attributes: dict[str, Value] = {}
    if mention.provisions:
        attributes["provision"] = ", ".join(mention.provisions)
    yield Link(
        said.source, said.relation, said.target, start, end, said.cue, said.certainty, attributes
    )


def _quoted(reading: Reading, citation: Citation, said: Governed) -> tuple[int, int]:
    """The sentence within its paragraph; of a list also the line that opens it, if not far off."""
    mention, part = citation.reference.mention, citation.part
    first, last = min(said.start, mention.start), mention.end
    if first < part.start and part.intro:
        first = part.intro[0] if part.end - part.intro[0] < _LONGEST else part.start
        return first, max(min(part.end, first + _LONGEST), last)
    start, end = sentence(reading.source.text, first, last)
    return max(start, min(part.start, first)), min(end, max(part.end, last))


def _distinct(links: Sequence[Link]) -> Iterator[Link]:
    """Each edge once for each sentence."""
    seen = set()
    for link in links:
        key = (link.source, link.relation, link.target, link.start)
        if key not in seen:
            seen.add(key)
            yield link
