"""The words that govern a citation, and so the relation it states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from phahe.graph.model import Certainty
from phahe.loaders.citation import Citation, year_of
from phahe.loaders.filler import is_filler
from phahe.loaders.mention_text import Words
from phahe.loaders.phrase_search import Hit, find_phrase
from phahe.loaders.relation_phrase import phrases
from phahe.loaders.resolve import Reference

_CHANGES = frozenset(("AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS", "ENCLOSES"))
_PART = re.compile(r"\b(?:cụm\s+từ|từ\s+“|phụ\s+lục|mẫu|biểu|danh\s+mục|điều|khoản|điểm)\b")
_AMENDING = re.compile(r"(?:về\s+)?(?:việc\s+)?(?:sửa\s+đổi|bổ\s+sung|điều\s+chỉnh)\b")
_RANKS = ("", "thông tư", "quyết định", "nghị định", "pháp lệnh", "luật", "bộ luật", "hiến pháp")
_LETTERS = ("công văn", "văn bản", "tờ trình")
"""What is sent encloses what comes "kèm theo"; anything else comes with what it is named with."""
_PROPOSING = ("", "tờ trình", "công văn", "văn bản", "báo cáo", "phiếu trình", "biên bản")
_TOLD_IN = re.compile(r"\b(?:tại|trong|theo|kèm|số)\b")
_ASKING = ("tờ trình", "giấy mời")
"""Types that ask others to change a document, and change none."""
_WISH = re.compile(r"\b(?:đề\s+nghị|kiến\s+nghị|xin|đề\s+xuất|xem\s+xét)\s+(?:việc\s+)?$")
_DRAFT = re.compile(r"\bdự\s+thảo\s[^,;]{0,50}$")
_PRINCIPAL = frozenset((*_RANKS[1:], "chỉ thị", "nghị quyết", "kết luận"))


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


def governed(words: Words, place: Citation, stated: Sequence[Sequence[Governed]]) -> list[Governed]:
    """Return what *place* states; *stated* is what each citation before it stated.

    The first is the main relation; what is only cited stands beside it.
    """
    target = place.reference.target
    own = place.subject.split("/")[0]
    if not target:
        return []
    cites = Governed(own, "CITES", target, "", "explicit", place.reference.mention.start)
    if place.component:
        return [*_composed(place, stated), cites]
    turned = _turned(words, place)
    if turned:
        return [*turned, cites]
    earlier = stated[-place.back] if place.back else []
    if place.nested and _is_too_early(place):
        return [cites]
    if place.listed and (same := _listed(words, place, earlier)):
        return [*same, cites]
    found = find_phrase(words, place)
    if not found:
        return [cites]
    if place.nested and place.reference.mention.anaphora:
        return [cites]
    if found.phrase.relation == "PROPOSED_BY" and not _proposes(words, found, place):
        return [cites]
    if _is_only_wished(words, found, place):
        return [cites]
    relation = _relation(words, found, place)
    if relation in ("IMPLEMENTS", "REPORTS_ON") and _is_review_of_both(place, earlier):
        relation = "REVIEWS"
    if place.consolidated and relation in _CHANGES:
        return [cites]
    certainty, cue = found.phrase.certainty, " ".join(words.low[found.start : found.end].split())
    said = Governed(place.subject, relation, target, cue, certainty, found.start)
    return [said, cites]


def _proposes(words: Words, hit: Hit, place: Citation) -> bool:
    """Not what the body that proposes carries out: "Xét đề nghị của Tổ trưởng ... Đề án 30"."""
    between = words.low[hit.end : place.reference.mention.start]
    return place.reference.mention.type in _PROPOSING or _TOLD_IN.search(between) is not None


def _is_only_wished(words: Words, hit: Hit, place: Citation) -> bool:
    """What is asked for or drafted: "đề nghị sửa đổi Nghị định 5", "dự thảo Kế hoạch thực hiện"."""
    before = words.low[max(place.clause, hit.start - 60) : hit.start]
    if hit.phrase.relation in _CHANGES | {"GUIDES"}:
        asking = place.subject_type in _ASKING and place.where == "title"
        return bool(_WISH.search(before)) or (asking and hit.phrase.relation != "ENCLOSES")
    return hit.phrase.relation == "IMPLEMENTS" and _DRAFT.search(before) is not None


def _composed(place: Citation, stated: Sequence[Sequence[Governed]]) -> list[Governed]:
    """A consolidated text consolidates what its head names; the later of these amend the first."""
    target, start = place.reference.target, place.reference.mention.start
    own = Governed(place.subject, "CONSOLIDATES", target, "", "implied", start)
    parts = [said[0] for said in stated if said and said[0].relation == "CONSOLIDATES"]
    if not parts:
        return [own]
    return [own, Governed(target, "AMENDS", parts[0].target, "", "implied", start)]


def _turned(words: Words, place: Citation) -> list[Governed]:
    """ "Luật A đã được sửa đổi theo Luật B": B amends A; "Quy chế kèm theo Quyết định C"."""
    fronts = {id(each): each for each in (place.before, place.beside) if each}
    return next((said for front in fronts.values() if (said := _behind(words, place, front))), [])


def _behind(words: Words, place: Citation, front: Reference) -> list[Governed]:
    """What the words between *front* and the reference say of the two."""
    here = place.reference
    if not 0 <= here.mention.start - front.mention.end <= 160:
        return []
    gap = words.low[front.mention.end : here.mention.start].lstrip(" \n,()")
    for phrase in phrases("", "between"):
        found = phrase.pattern.match(gap)
        if not found or not is_filler(gap[found.end() :], quoted=False):
            continue
        if phrase.turned and not _may_change(here, front):
            if place.beside is None or not _may_change(here, place.beside):
                continue
            front = place.beside
        if phrase.relation == "ANNEX_OF" and _is_sent_with(front, here, found[0]):
            start = front.mention.start
            cue = " ".join(found[0].split())
            return [Governed(front.target, "ENCLOSES", here.target, cue, "explicit", start)]
        if phrase.relation == "ANNEX_OF" and not _may_be_annex(front):
            continue
        source, target = (here, front) if phrase.turned else (front, here)
        cue, start = " ".join(found[0].split()), front.mention.start
        if source.target and target.target:
            partial = phrase.relation == "REPLACES" and bool(
                (front if phrase.turned else here).mention.provisions
            )
            amends = partial or (phrase.relation == "ANNEX_OF" and _changes(front))
            ends = (source.target, "AMENDS" if amends else phrase.relation, target.target)
            return [Governed(*ends, cue, phrase.certainty, start, phrase.turned)]
    return []


def _may_be_annex(front: Reference) -> bool:
    """Laws, decrees, circulars and directives are promulgated with nothing."""
    return front.mention.type not in _PRINCIPAL or _changes(front)


def _is_sent_with(front: Reference, here: Reference, cue: str) -> bool:
    """ "Văn bản số 610, kèm theo Văn bản thẩm định số 312": the first is sent with the second."""
    kinds = front.mention.type, here.mention.type
    if "ban" in cue or not (front.target and here.target) or kinds[0] not in _LETTERS:
        return False
    return kinds[0] != "tờ trình" or kinds[1] != "công văn"


def _changes(front: Reference) -> bool:
    """ "Thông tư 26 sửa đổi Quy chế A ban hành kèm theo Thông tư 58": 26 amends, A is the annex."""
    title = front.mention.title
    return bool(front.mention.symbol and title and _AMENDING.match(title.value.lower()))


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
    if place.beside and not _named_alike(place.beside, place.reference):
        return []
    ends_list = ")" in words.low[place.left : place.reference.mention.start]
    older = front and year_of(place.reference.mention) < year_of(front.mention)
    return [] if ends_list or older else [replace(main, source=target)]


def _named_alike(one: Reference, other: Reference) -> bool:
    """Of one type, both with a name or both by number: "theo Luật số 31, Luật Quảng cáo số 16"."""
    same = one.mention.type == other.mention.type
    return same and bool(one.mention.title) == bool(other.mention.title)


def _is_too_early(place: Citation) -> bool:
    """A document does nothing to a later one: the title was read too far."""
    year = min(place.target_year, year_of(place.reference.mention))
    return bool(place.subject_year) and place.subject_year < year < "9"


def _relation(words: Words, hit: Hit, place: Citation) -> str:
    """The relation, as the type of the speaking document shades it."""
    phrase = hit.phrase
    if phrase.relation == "IMPLEMENTS" and _is_guided(words, hit, place):
        return "GUIDES"
    if phrase.relation == "IMPLEMENTS" and place.where == "title":
        return {"hướng dẫn": "GUIDES", "báo cáo": "REPORTS_ON"}.get(
            place.subject_type, "IMPLEMENTS"
        )
    between = words.low[hit.end : place.reference.mention.start]
    if phrase.relation == "REPLACES" and (
        place.reference.mention.provisions or _PART.search(between)
    ):
        return "AMENDS"
    return _by_type(phrase.relation, phrase.words, place)


def _is_guided(words: Words, hit: Hit, place: Citation) -> bool:
    """ "..., Ban Thường vụ hướng dẫn các cấp thực hiện thống nhất Điều lệ": it says how."""
    own = place.subject_type == "hướng dẫn" and place.where == "preamble"
    return own and "hướng dẫn" in words.low[max(place.left, place.clause) : hit.start]


def _by_type(relation: str, cue: str, place: Citation) -> str:
    """What was considered: a proposal (tờ trình) or an opinion on it (báo cáo thẩm tra)."""
    if cue.startswith(("xét", "sau khi", "trên cơ sở (xem", "trên cơ sở xem")) and relation in (
        "PROPOSED_BY",
        "BASED_ON",
    ):
        kind = place.reference.mention.type
        letter = "RESPONDS_TO" if relation == "BASED_ON" else "PROPOSED_BY"
        return {"tờ trình": "PROPOSED_BY", "công văn": letter}.get(kind, "BASED_ON")
    return relation
