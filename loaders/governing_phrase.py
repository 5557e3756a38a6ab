"""The words that govern a citation, and so the relation it states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from phahe.graph.document_type import is_usually_annexed
from phahe.graph.model import Certainty
from phahe.loaders.citation import Citation
from phahe.loaders.filler import is_filler
from phahe.loaders.mention import Mention
from phahe.loaders.mention_parts import ACTS, BODY
from phahe.loaders.mention_text import Words
from phahe.loaders.relation_phrase import Phrase, any_phrase, phrases
from phahe.loaders.resolve import Reference

_FAR = 40
"""Characters behind which a later phrase of the clause is the nearer one."""
_LABEL = re.compile(
    r"(?>\s*(?:điều\s+\d+[a-z]?[.:]?|\d+(?:\.\d+)*[.)]?|[a-zđ]\)|[-+*•]|[ivx]+\.|v/v|về\s+việc))*\s*[(*“]*\s*"
)
_ACTING = re.compile(rf",\s+{BODY}\s[^,;.]{{0,120}}?\s(?:{ACTS})\b")

_CHANGES = frozenset(("AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS", "ENCLOSES"))
_CLAUSE_END = re.compile(r"[.;:]|\n\s*\n")
_THIS = re.compile(r"\snày\b")
_PASSIVE = re.compile(r"\b(?:được|bị|đã)\s+$")
_RANKS = ("", "thông tư", "quyết định", "nghị định", "pháp lệnh", "luật", "bộ luật", "hiến pháp")
_UNSURE = re.compile(r"\b(?:nếu|khi|chưa|đã)\s*$")


@dataclass(frozen=True, slots=True)
class Governed:
    """A relation stated by some words from *start* on."""

    source: str
    relation: str
    target: str
    cue: str
    certainty: Certainty
    start: int
    turned: bool = False
    """Said of the document behind the words: a list goes on with further such sources."""


@dataclass(frozen=True, slots=True)
class _Found:
    phrase: Phrase
    start: int
    end: int


def governed(words: Words, place: Citation, stated: Sequence[Sequence[Governed]]) -> list[Governed]:
    """Return what *place* states; *stated* is what each citation before it stated.

    The first is the main relation; what is only cited stands beside it.
    """
    target = place.reference.target
    own = place.subject.split("/")[0]
    if not target:
        return []
    cites = Governed(own, "CITES", target, "", "explicit", place.reference.mention.start)
    turned = _turned(words, place)
    if turned:
        return [*turned, cites]
    earlier = stated[-place.back] if place.back else []
    if place.listed and (same := _listed(words, place, earlier)):
        return [*same, cites]
    found = _governing(words, place)
    if not found:
        return [cites]
    relation = _relation(found.phrase, place)
    if relation in ("IMPLEMENTS", "REPORTS_ON") and _is_review_of_both(place, earlier):
        relation = "REVIEWS"
    if place.consolidated and relation in _CHANGES:
        return [cites]
    certainty, cue = found.phrase.certainty, " ".join(words.low[found.start : found.end].split())
    said = Governed(place.subject, relation, target, cue, certainty, found.start)
    return [said, cites]


def _turned(words: Words, place: Citation) -> list[Governed]:
    """ "Luật A đã được sửa đổi theo Luật B": B amends A; "Quy chế kèm theo Quyết định C"."""
    front, here = place.before, place.reference
    if front is None or not 0 <= here.mention.start - front.mention.end <= 160:
        return []
    gap = words.low[front.mention.end : here.mention.start].lstrip(" \n,()")
    for phrase in phrases("", "between"):
        found = phrase.pattern.match(gap)
        if found and is_filler(gap[found.end() :], quoted=False):
            if phrase.turned and not _may_change(here, front):
                front = place.beside or front
            source, target = (here, front) if phrase.turned else (front, here)
            cue, start = " ".join(found[0].split()), front.mention.start
            if source.target and target.target:
                ends = (source.target, phrase.relation, target.target)
                return [Governed(*ends, cue, phrase.certainty, start, phrase.turned)]
    return []


def _is_review_of_both(place: Citation, earlier: Sequence[Governed]) -> bool:
    """ "Tổng kết 10 năm thực hiện Nghị quyết 20 và 5 năm thực hiện Chương trình 14"."""
    reviewed = bool(earlier) and earlier[0].relation == "REVIEWS"
    return reviewed and place.where == "title" and earlier[0].source == place.subject


def _may_change(one: Reference, other: Reference) -> bool:
    """A decree amends no law; behind both, "được sửa đổi" is said of the other decree."""
    ranks = [
        _RANKS.index(each.mention.type) if each.mention.type in _RANKS else 0
        for each in (one, other)
    ]
    return not all(ranks) or ranks[0] >= ranks[1]


def _listed(words: Words, place: Citation, before: Sequence[Governed]) -> list[Governed]:
    """What was said of the one before in the list is said of this one."""
    target = place.reference.target
    main = before[0] if before else None
    if main is None or main.relation in ("CITES", "ANNEX_OF"):
        return []
    if not main.turned:
        relation = _by_type(main.relation, main.cue, place)
        return [replace(main, target=target, relation=relation)]
    front = place.before
    ends_list = ")" in words.low[place.left : place.reference.mention.start]
    older = front and _year(place.reference.mention) < _year(front.mention)
    return [] if ends_list or older else [replace(main, source=target)]


def _year(mention: Mention) -> str:
    """The year in the number, else of the date; "9999" if unknown."""
    found = re.search(r"/((?:19|20)\d\d)/", mention.code)
    return found[1] if found else mention.date.value[:4] if mention.date else "9999"


def _governing(words: Words, place: Citation) -> _Found | None:
    """The phrase that governs: at once before, else at the start of the clause, else within it."""
    end = place.reference.mention.start
    near = _near(words, place, end)
    loose = _loose(words, place, end) if place.where != "body" else None
    if loose and loose.phrase.relation == "DETAILS":
        return loose
    if near:
        return near
    if place.where == "body":
        return _after(words, place) or _introduced(words, place)
    lead = _lead(words, place, end)
    return lead or loose or _introduced(words, place)


def _introduced(words: Words, place: Citation) -> _Found | None:
    """The phrase of the line that opens the list: "Bãi bỏ các văn bản sau đây:"."""
    intro = place.part.intro
    if not intro or place.nested:
        return None
    if not _LABEL.fullmatch(words.low[place.part.start : place.reference.mention.start]):
        return None
    for how in ("lead", "near", "after"):
        for phrase in phrases(place.where, how):
            label = _LABEL.match(words.low, *intro)
            start = label.end() if label else intro[0]
            found = phrase.pattern.search(words.low, start, intro[1])
            if (
                not found
                or phrase.relation == "ENCLOSES"
                or (how == "lead" and found.start() != start)
            ):
                continue
            if how == "near" and not (found.start() == start or _THIS.search(words.low, *intro)):
                continue
            if how == "after" or is_filler(words.low[found.end() : intro[1]], quoted=True):
                return _Found(phrase, found.start(), found.end())
    return None


def _near(words: Words, place: Citation, end: int) -> _Found | None:
    begin = max(place.left, end - 260)
    if not any_phrase(place.where, "near").search(words.low, begin, end):
        return None
    found = [
        _Found(phrase, hit.start(), hit.end())
        for phrase in phrases(place.where, "near")
        for hit in phrase.pattern.finditer(words.low, begin, end)
        if _reaches(words, place, hit) and _counts(words, place, phrase, hit)
    ]
    return min(found, key=lambda each: (each.start, -each.end), default=None)


def _reaches(words: Words, place: Citation, hit: re.Match[str]) -> bool:
    """Only provisions stand between the phrase and the document, and no quotation ends there."""
    mention = place.reference.mention
    if _PASSIVE.search(words.low, max(0, hit.start() - 12), hit.start()):
        return False
    return is_filler(words.low[hit.end() : mention.start], quoted=mention.unnumbered)


def _counts(words: Words, place: Citation, phrase: Phrase, hit: re.Match[str]) -> bool:
    """What a near phrase asks besides standing there."""
    mention = place.reference.mention
    pointed = mention.anaphora and mention.text.lower().split()[-1] in ("này", "trên", "đây")
    before = words.low[place.clause : hit.start()]
    at_start = _LABEL.fullmatch(before) is not None
    if phrase.relation == "ENCLOSES":
        if phrase.words.startswith(("ban hành", "(có")):
            annexed = mention.unnumbered and is_usually_annexed(mention.type)
            own = phrase.words != "ban hành" or at_start or place.where != "body"
            return not pointed and annexed and own
        return not pointed
    if place.where != "body":
        return True
    return (at_start or _THIS.search(before) is not None) and not mention.anaphora


def _lead(words: Words, place: Citation, end: int) -> _Found | None:
    """A phrase that opens the clause, or a part of it behind a comma; the last one wins."""
    for begin, implied in ((place.left, False), (place.clause, True)):
        left = words.low[begin:end]
        best: _Found | None = None
        for opening in [0, *(found.end() for found in re.finditer(r",", left))]:
            label = _LABEL.match(left, opening)
            at = label.end() if label else opening
            for phrase in phrases(place.where, "lead"):
                found = phrase.pattern.match(left, at)
                if found and (
                    best is None or begin + at > best.start or found.end() + begin > best.end
                ):
                    best = _Found(phrase, begin + at, begin + found.end())
        if best and not (_ACTING.search(words.low, best.end, end) and implied):
            return best
        if place.nested or begin == place.clause:
            break
    return None


def _loose(words: Words, place: Citation, end: int) -> _Found | None:
    """The earliest phrase not too far off, else the last; detailing a law beats guiding it."""
    begin = max(place.left, end - 300)
    if not any_phrase(place.where, "loose").search(words.low, begin, end):
        return None
    found = [
        _Found(phrase, hit.start(), hit.end())
        for phrase in phrases(place.where, "loose")
        for hit in phrase.pattern.finditer(words.low, begin, end)
    ]
    details = [each for each in found if each.phrase.relation == "DETAILS"]
    if details:
        return details[-1]
    first = min(found, key=lambda each: (each.start, -each.end))
    last = max(found, key=lambda each: (each.end, -each.start))
    return first if end - first.end <= _FAR else last


def _after(words: Words, place: Citation) -> _Found | None:
    """ "Quyết định số 12 hết hiệu lực kể từ ngày ...": the words stand behind."""
    start = place.reference.mention.end
    stop = _CLAUSE_END.search(words.low, start, start + 300)
    end = stop.start() if stop else start + 300
    itself = _THIS.search(words.low, place.clause, end)
    for phrase in phrases("body", "after"):
        found = phrase.pattern.search(words.low, start, end)
        near = found and (itself or found.start() - start < 3)
        if found and near and not _UNSURE.search(words.low, start, found.start()):
            return _Found(phrase, found.start(), found.end())
    return None


def _relation(phrase: Phrase, place: Citation) -> str:
    """The relation, as the type of the speaking document shades it."""
    if phrase.relation == "IMPLEMENTS" and place.where == "title":
        return {"hướng dẫn": "GUIDES", "báo cáo": "REPORTS_ON"}.get(
            place.subject_type, "IMPLEMENTS"
        )
    if phrase.relation == "REPLACES" and place.reference.mention.provisions:
        return "AMENDS"
    return _by_type(phrase.relation, phrase.words, place)


def _by_type(relation: str, cue: str, place: Citation) -> str:
    """What was considered: a proposal (tờ trình) or an opinion on it (báo cáo thẩm tra)."""
    if cue.startswith(("xét", "sau khi")) and relation in ("PROPOSED_BY", "BASED_ON"):
        return "PROPOSED_BY" if place.reference.mention.type == "tờ trình" else "BASED_ON"
    return relation
