"""Every place where a text names a document.

>>> text = "Thực hiện Chỉ thị số 12-CT/TW, ngày 05/01/2022 của Ban Bí thư; Luật Đất đai."
>>> for mention in find_mentions(text):
...     print(mention.code or mention.text, mention.date and mention.date.value)
12-CT/TW 2022-01-05
Luật Đất đai None
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from phahe.graph.document_type import code_of
from phahe.graph.names import fold
from phahe.loaders.anaphora import Pointer, pointers
from phahe.loaders.document_name import LAWS, Name
from phahe.loaders.mention import Mention
from phahe.loaders.mention_annexes import promulgated
from phahe.loaders.mention_brackets import bracketed
from phahe.loaders.mention_front import Front, read_front
from phahe.loaders.mention_parts import Tail, read_tail, read_year
from phahe.loaders.mention_text import Words, prepare
from phahe.loaders.mention_title import read_title
from phahe.loaders.numbered_mentions import Head, numbered_heads
from phahe.loaders.reading import Stated
from phahe.loaders.shared_parts import share
from phahe.loaders.unnumbered_mentions import names

_LABEL = r"(?:\d[\w.]{0,6}|[ivxlc]{1,6}|[a-zđ])(?!\w)"
_ONE = rf"""(?:điểm|khoản|mục|tiểu\ mục|điều|phần|chương|phụ\ lục)\s+{_LABEL}
    (?:(?:\s*,\s*|\s+và\s+)\w{{1,3}}(?!\w))*"""
_ONE_PROVISION = re.compile(_ONE, re.VERBOSE | re.IGNORECASE)
_PROVISION = re.compile(rf"(?:{_ONE}[\s,]*)+(?:của\s+|kèm\s+theo\s+)?$", re.VERBOSE)
_EXAMPLE = re.compile(r"\b(?:(?:ví|thí) dụ|vd)(?:\s+\d+)?\s*[:,](?:[^\n]|\n(?!\s*\n)){0,400}")
_CUES_OF_EXAMPLES = ("ví dụ", "thí dụ", "vd")
_AND = re.compile(r"\s*(?:,|;|\bvà|,\s+và)\s+(?:các\s+)?$")
_CLOSING = re.compile(r"trên\s+đây\s+là\s[^.;]{0,300}$")
_CENTRAL = re.compile(r"bộ chính trị|ban bí thư|trung ương|thủ tướng|chính phủ|quốc hội")
_TOLD_BY = re.compile(
    r"\s*(?:nêu\s+)?tại\s+(?:thông\s+báo|công\s+văn|văn\s+bản|tờ\s+trình)\s+(?:số|\d)"
)
""" "Kết luận của X tại Thông báo số 5": one document, and it has a number."""
_GLUED = re.compile(r"^((?:Bộ l|L)uật)(?=[A-ZĐ])")
_DATED_BY_YEAR = (*LAWS, "hiến pháp", "điều lệ")


def find_mentions(text: str) -> list[Mention]:
    """Return all mentions in *text* (NFC), in order; one inside another's title comes after it.

    What a mention does not say is blank, except what a list shares ("Quyết định số 1 và số 2 ngày
    3/4/2020"). Linear in the length of the text.
    """
    words = prepare(text)
    heads = list(numbered_heads(words))
    numbered = share(words, [_numbered(text, words, head) for head in heads], heads)
    numbered = [one for one in numbered if one.number or one.date]  # blank forms say nothing
    spans = [(head.start, _inner(head)) for head in heads]
    clear = (_before_numbered(words, name, heads) for name in names(words))
    named = [mention for name in clear if (mention := _named(text, words, name))]
    directions = list(pointers(words))
    pointed = [_pointed(text, pointer) for pointer in directions]
    closings = {pointer.start for pointer in directions if pointer.how == "closing"}
    free = [name for name in _outside(named, spans) if name.start not in closings]
    numbered, free = bracketed(words, numbered, free)
    taken = [*spans, *((one.start, one.start + len(one.type)) for one in free)]
    found = _unexampled(words, [*numbered, *free, *_outside(pointed, taken)])
    return list(promulgated(words, sorted(found, key=lambda one: (one.start, -one.end))))


def _unexampled(words: Words, found: list[Mention]) -> list[Mention]:
    """Without the inventions of guidelines: "Ví dụ: Số 127-QĐ/TW"."""
    if not any(cue in words.low for cue in _CUES_OF_EXAMPLES):
        return found
    spans = [example.span() for example in _EXAMPLE.finditer(words.low)]
    if not spans:
        return found
    return [one for one in found if not any(start < one.start < end for start, end in spans)]


def _before_numbered(words: Words, name: Name, heads: Sequence[Head]) -> Name:
    """The name up to a numbered document listed behind it: "Điều lệ Hội và Hướng dẫn số 1"."""
    if name.type in LAWS:
        return name
    at = bisect_right(heads, name.start, key=lambda head: head.start)
    while at < len(heads) and heads[at].start < name.end:
        listed = _AND.search(words.low, name.start, heads[at].start)
        if listed:
            return replace(name, end=listed.start())
        at += 1
    return name


def _inner(head: Head) -> int:
    """Up to where a head holds no other document; an amending law's name holds another's."""
    return head.start + 1 if head.title and "sửa" in head.title.value.lower() else head.end


def _outside(found: Iterable[Mention], spans: list[tuple[int, int]]) -> list[Mention]:
    """Those that do not begin where something better begins, nor inside a number."""
    taken = {place for start, end in spans for place in range(start, min(end, start + 200))}
    return [one for one in found if one.start not in taken]


def _numbered(text: str, words: Words, head: Head) -> Mention:
    year = None
    tail = read_tail(words, head.end)
    if not tail.date and words.low.startswith(" năm ", head.end):
        year = read_year(words, head.end)
        tail = read_tail(words, year.end) if year else tail
    issuer = head.issuer or tail.issuer
    title = head.title or read_title(words, tail.end, named=bool(tail.date or year or issuer))
    end = max(tail.end, title.end if title else 0)
    number, kind = head.number, head.type
    front = Front() if issuer else read_front(words, head.start)
    if number and (kind in ("", "văn bản") or _is_only_approved(kind, number.type_code)):
        kind = number.type if number.family != "dispatch" or not head.listed else ""
    mention = Mention(
        head.start,
        end,
        text[head.start : end],
        type=kind,
        type_code=(number.type_code if number else "") or code_of(kind),
        number=number.number if number else head.digits,
        symbol=number.symbol if number else "",
        code=number.code if number else "",
        date=tail.date or year or head.year or front.date,
        issuer=issuer or front.issuer,
        title=title,
        term=tail.term,
        period=tail.period,
        provisions=_provisions(words, head.start),
    )
    if mention.issuer and _speaks_last(words, mention):
        mention = replace(mention, issuer=None)
    return mention


def _is_only_approved(kind: str, code: str) -> bool:
    """ "Đề án 938/QĐ-TTg": the number is that of the decision that approves it."""
    return code == "QĐ" and kind in ("đề án", "chương trình", "dự án", "kế hoạch", "chiến lược")


def _speaks_last(words: Words, mention: Mention) -> bool:
    """Whether the body is that of the closing: "Trên đây là kế hoạch thực hiện Chỉ thị 5 của X"."""
    issuer = mention.issuer.value.lower() if mention.issuer else ""
    before = words.low[max(0, mention.start - 320) : mention.start]
    return not _CENTRAL.search(issuer) and bool(_CLOSING.search(before))


def _named(text: str, words: Words, name: Name) -> Mention | None:
    tail = Tail(name.end) if name.bare else read_tail(words, name.end)
    if _TOLD_BY.match(words.low, tail.end):
        return None
    date = tail.date
    if (
        not date
        and not name.bare
        and name.type in _DATED_BY_YEAR
        and (date := read_year(words, name.end))
    ):
        tail = replace(tail, end=date.end)
    if name.dated and not (date or tail.issuer):
        return None
    title = None
    if name.end - name.start <= len(name.type) + 1:
        title = read_title(words, tail.end)
    end = max(
        name.end,
        tail.end if (date or tail.issuer or tail.term or tail.period) else 0,
        title.end if title else 0,
    )
    whole = " ".join(text[name.start : max(name.end, title.end if title else 0) or end].split())
    whole = _GLUED.sub(r"\1 ", whole)
    if name.dated and not title:
        whole = " ".join(text[name.start : end].split())
    whole = _respelled(whole, name.type)
    return Mention(
        name.start,
        end,
        text[name.start : end],
        type=name.type,
        type_code=code_of(name.type),
        date=date,
        issuer=tail.issuer,
        title=Stated(whole, name.start, end),
        term=tail.term,
        period=tail.period,
        provisions=_provisions(words, name.start),
        unnumbered=True,
    )


def _respelled(name: str, kind: str) -> str:
    """ "Nghị quyêt Đại hội", "Điềulệ Đảng", as OCR has it, with the type as it should be."""
    if name.lower().startswith(kind):
        return name
    glued = name.partition(" ")[0]
    written = glued if fold(glued) == fold(kind).replace(" ", "") else name[: len(kind)]
    spoilt = fold(written).replace(" ", "") == fold(kind).replace(" ", "")
    return f"{kind.capitalize()}{name[len(written) :]}" if spoilt else name


def _pointed(text: str, pointer: Pointer) -> Mention:
    return Mention(
        pointer.start,
        pointer.end,
        text[pointer.start : pointer.end],
        type=pointer.type,
        type_code=code_of(pointer.type),
        unnumbered=True,
        anaphora=True,
    )


def _provisions(words: Words, start: int) -> tuple[str, ...]:
    """ "khoản 1 Điều 5" before the document, as written."""
    base = max(0, start - 90)
    found = _PROVISION.search(words.low, base, start)
    if not found:
        return ()
    return tuple(
        " ".join(one.split()) for one in _ONE_PROVISION.findall(words.text[found.start() : start])
    )
