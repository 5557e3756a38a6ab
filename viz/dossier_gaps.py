"""What a cascade leaves open: who is not seen to follow, what disagrees, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from phahe.graph.model import Claim
from phahe.queries.follow_up import FollowUp, follow_up
from phahe.viz.dossier import Block, Heading, Words
from phahe.viz.dossier_known import Known
from phahe.viz.dossier_time import day_words

FOLLOWED = ("body", "within", "asked", "received", "state", "followed_by", "days")


def follow_ups(documents: Iterable[str], known: Known) -> Iterator[Block]:
    """Yield for each document who was to act on it, and what of that the corpus shows."""
    told = [(one, list(follow_up(known.joined, one, known.roster))) for one in documents]
    if any(found for _, found in told):
        yield Heading(2, known.word("follow_up"))
        yield Words(known.word("follow_up.note"))
    for one, found in told:
        if not found:
            continue
        name = known.node(one).name
        yield Heading(3, name)
        told_of = [(row, known.said(edges)[:1]) for row, edges in _together(found)]
        yield known.table(told_of, FOLLOWED, known.word("follow_up.caption", name=name))


def _together(found: Iterable[FollowUp]) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """Yield rows; members of one set of which the same is known share one."""
    ordered = sorted(found, key=lambda each: (each.state, each.within or "", each.body))
    rows = [
        {**asdict(each), "followed_by": (*each.followed_by, *each.cited_only)} for each in ordered
    ]
    alike: dict[tuple[object, ...], list[dict[str, Any]]] = {}
    for row in rows:
        same = tuple(row[name] for name in FOLLOWED if name != "body")
        alike.setdefault((same, "" if row["within"] else row["body"]), []).append(row)
    for several in alike.values():
        bodies = "; ".join(row["body"] for row in several)
        yield {**several[0], "body": bodies}, tuple(several[0]["edges"])


def conflicts(documents: Iterable[str], known: Known) -> Iterator[Block]:
    """Yield the dates that disagree: who states which, and the one preferred."""
    told = [one for one in documents if known.node(one).fields.get("date_conflict")]
    if told:
        yield Heading(2, known.word("conflicts"))
        columns = ("document", "date", "witness", "preferred")
        found = [row for one in told for row in _dates(one, known)]
        rows, marks = zip(*found, strict=True)
        yield known.rows(columns, rows, marks, known.word("conflicts.caption"))


def _dates(document: str, known: Known) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    node = known.node(document)
    claims = [each for each in node.claims if each.field == "date"]
    for day in sorted({str(each.value) for each in claims}):
        same = [each for each in claims if each.value == day]
        cited = sum(1 for each in same if each.witness == "cited")
        told = [known.word("witness.own")] if any(each.witness == "own" for each in same) else []
        told += [known.word("witness.cited", count=cited)] if cited else []
        told += [known.word("witness.corrected")] if any(map(is_corrected, same)) else []
        preferred = known.word("yes" if node.fields.get("date") == day else "no")
        said = [each.evidence for each in same if each.evidence]
        row = (node.name, day_words(day, known.language), "; ".join(told), preferred)
        yield row, known.marks(said, 3)


def is_corrected(claim: Claim) -> bool:
    """Whether a person said so, not a document."""
    return claim.evidence is not None and not claim.evidence.document


def cited_only(documents: Iterable[str], known: Known) -> Iterator[Block]:
    """Yield what these documents cite, or are themselves, and the corpus does not hold."""
    names = {known.node(one).name for one in documents}
    here = [
        (row, said)
        for row, said in known.ask("missing")
        if row["document"] in names or names & set(row["cited_by"] or ())
    ]
    if here:
        yield Heading(2, known.word("missing"))
        yield known.table(here, ("document", "date", "cited_by"), known.word("missing.caption"))
