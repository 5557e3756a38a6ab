"""Which document each mention means: the document itself, one cited before, or unknown.

A target is ``#0`` for the document in hand, ``#0/3`` for the third other one it names, and blank
where the text does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from phahe.graph.facts import DocumentKey
from phahe.graph.model import Certainty
from phahe.graph.names import fold
from phahe.loaders.mention import Mention
from phahe.loaders.mention_text import Words, prepare
from phahe.loaders.reading import Reading
from phahe.loaders.same_document import Known, Shelf, own_known, widened

_NAMED = re.compile(r"(?:gọi|viết)\s+(?:tắt\s+)?là\s*:?\s*[“\"]?$")
_NAMED_WITHIN = 900
"""Characters between a document and the short name it is given."""
_CLOSING = "trên đây là"
_NUMBER_LINE = re.compile(r"[\s*#|]*(?:số)?\s*:?\s*[\s./*|]*")
_PROMULGATING = re.compile(
    r"ban\s+hành\s+(?P<this>kèm\s+theo\s[^.;]{3,40}?\snày)?\s*:?\s*(?:bản\s+)?[“\"]?\s*$"
)
_ISSUING = re.compile(r"(?:xây dựng|ban hành|lập|đề ra)\s+(?:bản\s+)?[“\"]?$")
_NOW_ISSUING = re.compile(r"\bnay\s+ban\s+hành\s+[“\"]?$")
_NEXT = re.compile(r"\n\n|;\s*(?:\n|[-+*]|căn cứ|xét|để|theo)")
"""Where another ground, or paragraph, begins."""
_AS_FOLLOWS = re.compile(
    r"như sau|sau đây:|cụ thể:|(?:nội dung|nhiệm vụ|điểm)\s+(?:chính\s+)?sau|:\s*$"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention and the document it means."""

    mention: Mention
    target: str
    """Local id: ``#0``, ``#0/3``; blank where nobody can tell."""
    certainty: Certainty
    why: str
    """The reason in a few words: own number, same number, this, nearest ..."""


def resolve(reading: Reading, mentions: Sequence[Mention]) -> list[Reference]:
    """Say of each of *mentions* (all of the file, or this document's) which document it means.

    Mentions outside the document's span are left out. Numbers and names are settled first, so that
    a short form may precede the full one; then what only points.
    """
    words = prepare(reading.source.text)
    inside = (one for one in mentions if reading.start <= one.start < reading.end)
    here = [one for one in inside if not _is_letterhead(reading, words, one)]
    own = own_known(reading)
    known = Shelf()
    settled: dict[int, Reference] = {}
    order = sorted(range(len(here)), key=lambda at: (_vagueness(here[at]), at))
    names: dict[tuple[str, str], str] = {}
    for at in order:
        one = here[at]
        if one.anaphora:
            continue
        if _is_short(one) and (target := _name(words, at, here, settled) or names.get(_short(one))):
            names[_short(one)] = target
            settled[at] = Reference(one, target, "explicit", "the short name given above")
        else:
            settled[at] = _settle(reading, words, one, own, known)
    done: list[Reference] = []
    for at, one in enumerate(here):
        done.append(_follow(reading, one, own, done) if one.anaphora else settled[at])
    return done


def _is_short(one: Mention) -> bool:
    """No number, or one without letters: "Đề án 939", "Nghị quyết Trung ương 4"."""
    return not one.symbol and bool(one.number or one.unnumbered)


def _short(one: Mention) -> tuple[str, str]:
    name = fold(" ".join(one.title.value.split())) if one.title and one.unnumbered else ""
    return one.type, name or one.number.lstrip("0")


def _name(words: Words, at: int, here: Sequence[Mention], settled: Mapping[int, Reference]) -> str:
    """The document that "(sau đây gọi tắt là Đề án 939)" names; blank where no name is given."""
    start = here[at].start
    if not _NAMED.search(words.low, max(0, start - 60), start):
        return ""
    near = [each for each in sorted(settled) if 0 < start - here[each].start < _NAMED_WITHIN]
    near = [each for each in near if "\n\n" not in words.text[here[each].start : start]]
    alike = [each for each in near if here[each].type == here[at].type]
    return settled[(alike or near)[-1]].target if near else ""


def own_key(reading: Reading) -> DocumentKey:
    """Return what the document says of its own identity; the scope is left to the caller."""
    return own_known(reading).key


def document_key(mentions: Sequence[Mention]) -> DocumentKey:
    """Return what *mentions* of one document together say of its identity, without the scope.

    The first that says something wins; disagreeing dates stay visible in the mentions themselves.
    """
    known = Known.of(mentions[0])
    for one in mentions[1:]:
        known = widened(known, Known.of(one))
    return known.key


def _vagueness(one: Mention) -> int:
    """Full citations first, then short ones."""
    if one.code:
        return 0 if one.date else 1
    return 2 if one.unnumbered and one.date else 3


def _is_letterhead(reading: Reading, words: Words, one: Mention) -> bool:
    """A stamp's number, or a line with only a number, not the document's own: a sample, a form."""
    if any(stamp.start <= one.start < stamp.end for stamp in reading.stamps):
        return True
    if not one.text[:1].isdigit() or _is_own_line(reading, one):
        return False
    begin = words.low.rfind("\n", 0, one.start) + 1
    end = words.low.find("\n", one.end)
    line = words.low[begin : end if end >= 0 else len(words.low)]
    return bool(_NUMBER_LINE.fullmatch(line.replace(one.text.lower(), "", 1)))


def _settle(reading: Reading, words: Words, one: Mention, own: Known, known: Shelf) -> Reference:
    """The document with this number or name; a new one if none fits."""
    said = Known.of(one)
    if _is_own_line(reading, one) or own.is_same(said):
        return Reference(one, _self(reading), "explicit", "own number")
    if one.unnumbered and not one.date and said.name and said.name == own.name:
        return Reference(one, _self(reading), "explicit", "own title")
    if one.unnumbered and _is_announced(reading, words, one, own):
        return Reference(one, _self(reading), "explicit", "announced as this document")
    if _is_own_annex(reading, words, one):
        said = replace(said, own_annex=True)
    fitting = known.candidates(said)
    if len(fitting) > 1 and not said.is_full:
        return Reference(one, "", "hypothesis", "several documents have this number")
    if fitting:
        at = fitting[0]
        known.widen(at, said)
        return Reference(one, _target(reading, at), "explicit", "same number or name")
    return Reference(one, _target(reading, known.put(said)), "explicit", "named here")


def _self(reading: Reading) -> str:
    return f"#{reading.index}"


def _target(reading: Reading, at: int) -> str:
    return f"#{reading.index}/{at + 1}"


def _is_own_line(reading: Reading, one: Mention) -> bool:
    number = reading.number
    return number is not None and one.start < number.end and number.start < one.end


def _is_own_annex(reading: Reading, words: Words, one: Mention) -> bool:
    """What this document promulgates: in its title, or "kèm theo Quyết định này"."""
    found = _PROMULGATING.search(words.low, max(0, one.start - 70), one.start)
    title = reading.title
    titled = title is not None and title.start <= one.start <= title.end
    return bool(one.unnumbered and found and (titled or found["this"]))


def _is_announced(reading: Reading, words: Words, one: Mention, own: Known) -> bool:
    """ "Ban Thường vụ ban hành Kế hoạch thực hiện ... như sau:" is this very plan."""
    if not own.type or not fold(own.type).startswith(fold(one.type)):
        return False
    lead = words.low[max(0, one.start - 40) : one.start]
    rest = _NEXT.split(words.low[one.start : min(reading.end, one.start + 700)], maxsplit=1)[0]
    if _issues_again(rest, one):
        return False
    before = words.text[max(0, one.start - 600) : one.start]
    quoted = before.rfind("“") > before.rfind("”")
    passed = (
        not quoted and own.type in ("luật", "bộ luật", "pháp lệnh") and lead.endswith("ban hành ")
    )
    now = _NOW_ISSUING.search(lead) is not None
    return passed or now or bool(_ISSUING.search(lead) and _AS_FOLLOWS.search(rest))


def _issues_again(rest: str, one: Mention) -> bool:
    """ "Quyết định ... ban hành Kế hoạch A; ..., UBND tỉnh ban hành Kế hoạch B như sau": not A."""
    return re.search(rf"\bban hành {one.type}\b", " ".join(rest.split())) is not None


def _follow(reading: Reading, one: Mention, own: Known, before: Sequence[Reference]) -> Reference:
    """What words that point mean."""
    lead = reading.source.text[max(0, one.start - 30) : one.start].lower()
    if _CLOSING in " ".join(lead.split()):
        return Reference(one, _self(reading), "explicit", "closing sentence")
    tail = one.text.lower().split()[-1]
    if tail == "này" and (one.type == "văn bản" or _names_type(one.type, own.type)):
        return Reference(one, _self(reading), "explicit", "this document")
    near = next(
        (
            each
            for each in reversed(before)
            if each.target and _is_of_type(each.mention, one.type) and each.target != _self(reading)
        ),
        None,
    )
    if near and (tail != "này" or not _is_of_type(near.mention, own.type)):
        return Reference(one, near.target, "implied", f"nearest {one.type} before")
    return Reference(one, "", "hypothesis", "nothing before fits")


def _names_type(said: str, own: str) -> bool:
    """ "Thông tư này" in a Thông tư liên tịch."""
    return bool(own) and f"{fold(own)} ".startswith(f"{fold(said)} ")


def _is_of_type(mention: Mention, kind: str) -> bool:
    return kind in ("văn bản", mention.type) or (bool(kind) and mention.type.startswith(kind))
