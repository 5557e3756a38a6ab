"""Which facts of different files mean the same document.

A number is no identity: every province has a plan 83-KH/TU, and each year begins again with 1.
State numbers are unique for an issuer and a calendar year, Party numbers for an issuer and a term
(Nghị định 30/2020/NĐ-CP; Hướng dẫn 36-HD/VPTW). So facts of one number are joined in rounds, those
that say most first; who lacks a date, an issuer or the letters joins only where exactly one
document fits and something besides the number agrees. All others stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from phahe.graph.candidate import Candidate, fits
from phahe.graph.facts import NodeFacts
from phahe.graph.merge_dated import dated_clusters
from phahe.graph.names import slug
from phahe.graph.sighting import Sighting, number_of, series, sighting
from phahe.graph.unite import unite

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)
Settled = dict[str, list[Candidate]]
"""Letters → documents already told apart."""


def block_of(facts: NodeFacts) -> str:
    """Return the group outside which nothing can be the same thing as *facts*.

    Numbered documents meet by number, unnumbered ones by type and title, all else by id.
    """
    key = facts.key
    if facts.kind != "Document" or key is None:
        return f"{facts.kind}|{facts.id}"
    if key.number:
        return f"Document|{number_of(key)}"
    title = slug(key.title)
    return f"Document||{series(key.type_code.upper())}|{title or facts.id}"


def clusters(nodes: Iterable[NodeFacts]) -> list[list[NodeFacts]]:
    """Return the facts of one block grouped by the thing they mean; the order does not matter."""
    united = [unite(same) for _, same in sorted(_by(nodes, lambda facts: facts.id).items())]
    if not united or united[0].kind != "Document":
        return [united] if united else []
    found = [
        sorted((one.facts for one in candidate.members), key=lambda facts: facts.id)
        for same in _documents([sighting(facts) for facts in united]).values()
        for candidate in same
    ]
    return sorted(found, key=lambda cluster: cluster[0].id)


def _documents(sightings: list[Sighting]) -> Settled:
    settled: Settled = defaultdict(list)
    rounds = _by(sightings, _round)
    for each in sorted(rounds):
        left, lonely = _join(rounds[each], settled)
        for members in (*_new(left, each[0]), *_apart(lonely)):
            settled[members[0].symbol].append(Candidate.of(members))
    return settled


def _join(open_: Iterable[Sighting], settled: Settled) -> tuple[list[Sighting], list[Sighting]]:
    """Let each join the one document that fits; return whom nothing fits and whom too much fits."""
    left: list[Sighting] = []
    lonely: list[Sighting] = []
    joining: dict[tuple[str, int], list[Sighting]] = defaultdict(list)
    for one in open_:
        symbols = [one.symbol] if one.symbol else list(settled)
        near = [
            (symbol, at)
            for symbol in symbols
            for at, candidate in enumerate(settled.get(symbol, ()))
            if fits(one, candidate)
        ]
        if len(near) == 1:
            joining[near[0]].append(one)
        else:
            (lonely if near else left).append(one)
    for (symbol, at), more in joining.items():
        settled[symbol][at] = Candidate.of([*settled[symbol][at].members, *more])
    return left, lonely


def _round(one: Sighting) -> tuple[int, int]:
    """The lower, the more is known: letters and issuer and date, ... only a number."""
    late = 0 if one.held else 1
    if not one.symbol and one.facts.key and one.facts.key.number:
        return 7, late
    if one.date:
        return (1 if one.scope else 2), 0
    if one.year or one.term:
        return (3 if one.scope else 4), late
    return (5 if one.scope else 6), late


def _new(left: list[Sighting], each: int) -> Iterator[list[Sighting]]:
    """Documents of those whom nothing settled fits."""
    if each > 2:
        yield from _by(left, _words).values()
        return
    for same in _by(left, lambda one: (one.symbol, one.scope)).values():
        yield from dated_clusters(same, by_file=each == 2)


def _apart(lonely: list[Sighting]) -> Iterable[list[Sighting]]:
    """Who could be one of several documents is none of them: a document of its own in each file."""
    return _by(lonely, lambda one: (*_words(one), one.file)).values()


def _words(one: Sighting) -> tuple[str, ...]:
    """What undated sightings must share to mean the same; held ones the title, too."""
    letters = one.symbol or series(one.type_code.upper())
    origin = one.scope or one.file
    return (letters, origin, one.year, one.term, one.title if one.held else "")


def _by(items: Iterable[Item], key: Callable[[Item], Key]) -> Mapping[Key, list[Item]]:
    found: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found
