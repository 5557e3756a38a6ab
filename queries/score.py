"""How right a graph is against a gold annotation: precision, recall and F1 of each relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from phahe.graph.model import Edge, Graph
from phahe.graph.vocabulary import lineage, relations
from phahe.queries.counterparts import counterparts
from phahe.queries.gold import Gold, Row

Fact = tuple[str, str, str]
LINEAGE, ALL, NAMED, WHO = "lineage", "all", "documents named", "who does what"
NESTING = ("PART_OF", "LOCATED_IN")


@dataclass(slots=True)
class Tally:
    """Counts of one row of the table."""

    found: int = 0
    missed: int = 0
    false: int = 0

    @property
    def precision(self) -> float | None:
        """Found of all stated; None where nothing was stated."""
        return self.found / (self.found + self.false) if self.found + self.false else None

    @property
    def recall(self) -> float | None:
        """Found of all required; None where nothing is required."""
        return self.found / (self.found + self.missed) if self.found + self.missed else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where one of them is."""
        p, r = self.precision, self.recall
        if p is None or r is None:
            return None
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Score:
    """Tallies by relation, then *lineage* and *all*; what was missed and what was false."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    missed: list[Fact] = field(default_factory=list)
    false: list[Fact] = field(default_factory=list)


def score(graph: Graph, gold: Gold) -> Score:
    """Compare *graph* with *gold*; only edges said in annotated files count."""
    means = counterparts(graph, gold)
    said = _said(graph, gold, means)
    required, allowed = _required(gold), _allowed(gold)
    tallies: dict[str, Tally] = defaultdict(Tally)
    result = Score()
    joined = {(source, target) for source, _, target in allowed}
    for fact, forms in required.items():
        hit = bool(forms & said)
        _count(tallies, fact, gold, found=int(hit), missed=int(not hit))
        result.missed += [] if hit else [fact]
    for fact in sorted(said - allowed):
        if not (fact[1] == "CITES" and _harmless(fact, joined, gold)):
            _count(tallies, fact, gold, false=1)
            result.false.append(fact)
    tallies[NAMED] = _documents(graph, gold, means)
    order = [*relations(), LINEAGE, ALL, NAMED]
    result.tallies = {name: tallies[name] for name in order if _counts(tallies[name])}
    return result


def _counts(tally: Tally) -> int:
    return tally.found + tally.missed + tally.false


def _count(
    tallies: dict[str, Tally],
    fact: Fact,
    gold: Gold,
    found: int = 0,
    missed: int = 0,
    false: int = 0,
) -> None:
    """Count in the relation's row, and in the sums it belongs to."""
    between = all(_is_document(end, gold) for end in (fact[0], fact[2]))
    rows = [fact[1], ALL, *([LINEAGE] if fact[1] in lineage() and between else [])]
    for name in rows:
        tallies[name].found += found
        tallies[name].missed += missed
        tallies[name].false += false


def _is_document(end: str, gold: Gold) -> bool:
    return end.startswith("?doc:") or gold.nodes.get(end, {}).get("kind") == "Document"


def _said(graph: Graph, gold: Gold, means: dict[str, str]) -> set[Fact]:
    """What the graph states about annotated nodes, in the gold's ids; ``?id`` is not annotated."""
    scored = {edge["relation"] for edge in gold.edges}
    facts = set()
    for edge in graph.edges:
        if edge.relation not in scored or edge.certainty == "hypothesis":
            continue
        if not any(one.file in gold.files for one in edge.evidence):
            continue
        if edge.source in means and (edge.target in means or _owes(edge, gold)):
            fact = (means[edge.source], edge.relation, means.get(edge.target, f"?{edge.target}"))
            if fact[0] != fact[2]:
                facts.add(_canonical(fact))
    return facts


def _owes(edge: Edge, gold: Gold) -> bool:
    """Whether an end the annotation does not know counts: all a document says is annotated."""
    return edge.relation not in NESTING and edge.relation not in ("SETS", "BORDERS")


def _canonical(fact: Fact) -> Fact:
    """One order of the ends where the relation has none; a place in a place is part of it."""
    source, relation, target = fact
    if relations()[relation].symmetric and source > target:
        return target, relation, source
    if relation == "PART_OF" and target.startswith(("pl:", "place:", "?place:")):
        return source, "LOCATED_IN", target
    return fact


def _forms(edge: Row) -> Iterator[Fact]:
    yield _canonical((edge["source"], edge["relation"], edge["target"]))
    for relation, target in edge.get("accept", ()):
        yield _canonical((edge["source"], relation, target))


def _required(gold: Gold) -> dict[Fact, set[Fact]]:
    """Each required fact with every form that finds it."""
    found: dict[Fact, set[Fact]] = defaultdict(set)
    for edge in gold.edges:
        if edge.get("required"):
            forms = list(_forms(edge))
            found[forms[0]] |= set(forms)
    return found


def _allowed(gold: Gold) -> set[Fact]:
    """Everything that is right, wholes of wholes too."""
    facts = {form for edge in gold.edges for form in _forms(edge)}
    above: dict[str, set[str]] = defaultdict(set)
    for source, relation, target in facts:
        if relation in NESTING:
            above[source].add(target)
    for node, row in gold.nodes.items():
        if row.get("place"):
            above[node].add(row["place"])
    for start in list(above):
        reached: set[str] = set()
        open_ends = [start]
        while open_ends:
            fresh = above.get(open_ends.pop(), set()) - reached - {start}
            reached |= fresh
            open_ends += fresh
        facts |= {(start, relation, whole) for whole in reached for relation in NESTING}
    return facts


def _harmless(fact: Fact, joined: Iterable[tuple[str, str]], gold: Gold) -> bool:
    """A document does name what it names: citing an annotated node is never false."""
    return (fact[0], fact[2]) in joined or not fact[2].startswith("?")


def _documents(graph: Graph, gold: Gold, means: dict[str, str]) -> Tally:
    """Annotated documents found, and numbered ones stated that the annotation does not know."""
    wanted = {
        row["id"]
        for row in gold.nodes.values()
        if row["kind"] == "Document" and row.get("required")
    }
    hit = {meant for node, meant in means.items() if meant in wanted}
    false = {
        edge.target
        for edge in graph.edges
        if edge.relation in lineage()
        and edge.target not in means
        and graph.nodes[edge.target].fields.get("code")
        and any(one.file in gold.files for one in edge.evidence)
    }
    return Tally(len(hit), len(wanted - hit), len(false))
