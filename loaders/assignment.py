"""Who is to do it, as running text says it.

"Giao X ...", "X chủ trì, phối hợp với Y ...", "đề nghị X ...", "X chịu trách nhiệm thi hành ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from phahe.graph.model import NodeId
from phahe.loaders.assignment_bodies import REACH, end_of, leading
from phahe.loaders.assignment_phrases import anywhere, phrases
from phahe.loaders.bodies import Body, bodies
from phahe.loaders.home import Home

SUBJECT_REACH = 600
"""A subject begins in the first characters of its sentence; more is not looked at."""
LONGEST = 4000
"""Characters of a sentence that are looked at for who is asked."""
SHORTEST = 3
"""Words that a duty has at least: "Đơn vị phối hợp" is the head of a column."""
_SENTENCE = re.compile(
    r"(?<=[^.\s][.!])\s+(?=[\"“]?[A-ZÀ-ỸĐ])"
    r"|;\s+(?=(?:[Gg]iao|[Pp]hân công|[Đđ]ề nghị|[Yy]êu cầu)\s)"
)
_NUMBER = re.compile(
    r"\s*(?:(?:[-+*•]|\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,4}[.)]|[a-zđ][.)]|Điều\s+\d+[a-z]?\s*[.:])\s*)+"
)
# What may stand before the subject, up to a comma: "Căn cứ tình hình ..., X", "Đồng thời, X".
_CIRCUMSTANCE = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Để|Đối với|Đồng thời|Định kỳ|Hằng|Hàng|Trước|Chậm nhất|Kể từ|Kê từ|Từ"
    r"|Sau|Khi|Trong|Nhận được|Ngoài ra|Vậy|Nay|Thực hiện|Theo)\b"
)
_COMMA = re.compile(r",\s+|[.;:]")
COMMAS = 6
"""So many commas of a circumstance are tried."""
# What may stand between the subject and its verb: "và cá nhân có liên quan", "phải".
_REST = (
    r"(?:[\s,]{0,3}(?:(?:và|các|tổ chức|cá nhân|cơ quan|đơn vị)[\s,]{1,3}){0,8}"
    r"(?:có\s+)?liên quan)?"
    r"[\s,:)]*(?:(?:phải|cần|sẽ|cùng)\s+)?"
)
# "..., và các thành viên quy định tại Điều 1 chịu trách nhiệm thi hành Quyết định này".
_CARRIES_OUT = re.compile(r"[^.;:]{0,150}?\bchịu trách nhiệm (?:thi hành|thực hiện|tổ chức)\b")
_LIST_OF_OTHERS = re.compile(r"\b(?:của|với|giữa)\s+(?:các|những)\s[^,.;]{1,60},\s*\Z")
_ON_RECEIPT = re.compile(r"(?:Nhận được|Khi nhận được|Sau khi nhận được)\b[^.;]*\Z")
# "giao" and "yêu cầu" that begin other words: giao thông, giao dịch, yêu cầu nhiệm vụ.
_OTHER_WORDS = r"(?:dịch|thông|lưu|nhận|tiếp|kết|ước|hàng|nộp|khoán|đất|rừng|nhiệm vụ|kỹ thuật)\b"
_NO_VERB = re.compile(
    r"(?:theo|của|được|đã|sự|bàn|chuyển|hồ sơ|văn bản|đơn|quyền|thủ tục|nội dung|nếu|có|việc|các"
    r"|những|khi|ngoại|nhằm|đáp ứng)\s*\Z",
    re.IGNORECASE,
)
_NO_WITH = re.compile(
    r"(?:chương trình|quy chế|công tác|sự|kế hoạch|cơ chế|chế độ|việc|nội dung|quan hệ|kết quả"
    r"|hoạt động)\s*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Assignment:
    """``text[start:end]`` gives a duty to *leads*, helped by *supports*; *leads* may be empty.

    *duty* is where the words of the duty itself begin; *opens* is true where a list of duties
    follows ("... như sau:"); *cued* is false where only the place of the sentence makes it one.
    """

    leads: tuple[Body, ...]
    supports: tuple[Body, ...]
    start: int
    end: int
    duty: int
    opens: bool
    cued: bool


def assignments(
    text: str, home: Home, in_duties: bool = False, asks: bool = True
) -> list[Assignment]:
    """Return the assignments of a paragraph; sentences without a subject belong to the one before.

    *in_duties* says that the heading above promises duties, so that a body before any verb of
    `data/assignment_phrases.csv` leads. *asks* is false for documents in which "yêu cầu" and "đề
    nghị" state a right or a procedure, as laws and decisions do.
    """
    found: list[Assignment] = []
    for start, end in _sentences(text):
        one = _assignment(text, start, end, home, (in_duties and not found, asks))
        if one.leads or not found:
            found.append(one)
        else:
            last = found[-1]
            supports = (*last.supports, *one.supports)
            found[-1] = Assignment(
                last.leads, supports, last.start, end, last.duty, one.opens, last.cued
            )
    return found


def supporters(text: str, home: Home, start: int = 0, end: int | None = None) -> list[Body]:
    """Return the bodies behind "phối hợp với" in ``text[start:end]``."""
    stop = len(text) if end is None else end
    found: list[Body] = []
    for cue in _with().finditer(text, start, stop):
        if not _NO_WITH.search(text[max(0, cue.start() - 14) : cue.start()]):
            found += leading(text[cue.end() : min(stop, cue.end() + REACH)], home, cue.end())
    return found


def without_number(text: str) -> int:
    """Offset behind the number or bullet *text* begins with.

    >>> "2.1. Sở Y tế"[without_number("2.1. Sở Y tế") :]
    'Sở Y tế'
    """
    number = _NUMBER.match(text)
    return number.end() if number else 0


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = without_number(text)
    for gap in _SENTENCE.finditer(text, start):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _assignment(text: str, start: int, end: int, home: Home, ways: tuple[bool, bool]) -> Assignment:
    leads, duty, cued = _subject(text, start, end, home, *ways)
    if not leads:
        duty = start
    supports = supporters(text, home, duty, end)
    opens = text[start:end].rstrip().endswith(":")
    helpers = _once(supports, {lead.id for lead in leads})
    return Assignment(_once(leads, set()), helpers, start, end, duty, opens, cued)


def _once(found: list[Body], without: set[NodeId]) -> tuple[Body, ...]:
    """Each body once, those of *without* left out."""
    return tuple({body.id: body for body in found if body.id not in without}.values())


def _subject(
    text: str, start: int, end: int, home: Home, in_duties: bool, asks: bool
) -> tuple[list[Body], int, bool]:
    """The bodies in charge, where their duty begins, and whether words say that they are."""
    for cue in _asking(asks).finditer(text, start, min(end, start + LONGEST)):
        if _may_ask(text, start, cue, home):
            leads = leading(text[cue.end() : min(end, cue.end() + REACH)], home, cue.end())
            if leads and not _is_of(text[end_of(leads, 0) : end_of(leads, 0) + 20]):
                return leads, end_of(leads, 0), True
    for begin in _beginnings(text, start, end):
        if not _may_lead(text, begin, end, in_duties):
            continue
        leads = leading(text[begin : min(end, begin + REACH)], home, begin)
        rest = text[end_of(leads, begin) : min(end, begin + LONGEST)]
        cued = bool(_duty().match(rest) or _CARRIES_OUT.match(rest))
        placed = in_duties and _verb().match(rest) and not _is_anyone(leads)
        if leads and len(rest.split()) >= SHORTEST and (cued or placed):
            if begin > start and len(leads) > 1 and _goes_on(text[start:begin]):
                leads = leads[-1:]
            return leads, end_of(leads, begin), cued
    return [], start, False


def _is_anyone(leads: list[Body]) -> bool:
    """Whether only "tổ chức, cá nhân" are named: a rule speaks of them, it gives them no task."""
    return all(body.kind == "set:to-chuc" for body in leads)


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """Where a subject may begin: with the sentence, or behind a comma of what comes before it."""
    yield start
    if _CIRCUMSTANCE.match(text, start):
        for comma in islice(_COMMA.finditer(text, start, min(end, start + SUBJECT_REACH)), COMMAS):
            if comma[0][0] != ",":
                return
            yield comma.end()


def _goes_on(before: str) -> bool:
    """Whether a comma stands inside a list of the circumstance: "Theo đề nghị của các sở, ...".

    Only the last body behind it is the subject then.
    """
    return bool(_LIST_OF_OTHERS.search(before))


def _may_lead(text: str, begin: int, end: int, in_duties: bool) -> bool:
    """Whether a subject may stand here: no verb does, and words that give a duty follow."""
    if opens_with_verb(text, begin):
        return False
    return in_duties or bool(_says_duty().search(text, begin, min(end, begin + REACH)))


def _may_ask(text: str, start: int, cue: re.Match[str], home: Home) -> bool:
    """Whether the verb opens its clause or has the issuer before it."""
    before = text[start : cue.start()]
    if not before.strip() or before.rstrip().endswith((",", ":")) or _ON_RECEIPT.match(before):
        return True
    if _NO_VERB.search(before[-14:]):
        return False
    tail = before[-160:]
    return any(body.end >= len(tail.rstrip()) for body in bodies(tail, home))


def _is_of(rest: str) -> bool:
    """Whether the words behind the bodies show that they are no subject."""
    return bool(re.match(r"\s*(?:của|về việc)\s", rest))


@cache
def _asking(asks: bool) -> re.Pattern[str]:
    uses = ("assign", "request") if asks else ("assign",)
    return re.compile(rf"{anywhere(*uses)}\s+(?=\w)(?!(?i:{_OTHER_WORDS}))")


def opens_with_verb(text: str, start: int = 0) -> bool:
    """Whether a duty stands here without a subject: "Tuyên truyền ...", "Báo cáo kết quả ...".

    Verbs that also begin names ("Tổ chức", "Kiểm tra") do not count.
    """
    return bool(_opens_with_verb().match(text, start))


@cache
def _opens_with_verb() -> re.Pattern[str]:
    return re.compile(
        rf"(?!tổ chức|thông tin|kiểm tra|quản lý|giám sát){phrases('verb')}\s", re.IGNORECASE
    )


@cache
def _says_duty() -> re.Pattern[str]:
    return re.compile(rf"{anywhere('duty')}\b")


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(rf"{_REST}{phrases('duty')}\b", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"{_REST}{phrases('verb', 'duty')}\b", re.IGNORECASE)


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"{anywhere('with')}\s+(?=\w)")
