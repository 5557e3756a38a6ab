"""A phrase cut into marks: kinds of bodies, places, levels, sets of units, separators, other words.

>>> [(mark.sort, mark.text) for mark in marks("Hội Nông dân các huyện, thị; Sở Y tế")][:4]
[('kind', 'Hội Nông dân'), ('the', 'các'), ('units', 'huyện, thị'), ('stop', ';')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from phahe.graph.gazetteer import places_in
from phahe.graph.names import fold, spoken
from phahe.graph.place import Place
from phahe.loaders.body_kind import WORD, Field, Form, Kind, fields, forms

_UNIT = r"(?:tỉnh|thành phố|thành|tp|huyện|quận|thị xã|thị trấn|thị|xã(?! hội| viên)|phường|đặc khu)"
_ALSO = r"(?:\s*[,/&;-]\s*|\s+và\s+(?:các\s+)?)"
_AND = r"(?:\s*[,/&;-]\s*|\s+và\s+(?:các\s+)?|\s+)"
_UNITS = re.compile(
    rf"(?:{_UNIT}(?:{_ALSO}{_UNIT})+|{_UNIT} {_UNIT})(?!\w|\s*ủy|\s*đoàn)(?:\s+trực thuộc (?:trung ương|tw)\b)?"
)
_COMMITTEES = re.compile(rf"{_UNIT}(?:\s*ủy)?(?:{_AND}{_UNIT}(?:\s*ủy)?)*{_AND}{_UNIT}\s*ủy(?!\w)(?!\s+(?:nhiệm|quyền|ban|viên))")
_YOUTH = re.compile(rf"{_UNIT}(?:\s*đoàn)?(?:{_AND}{_UNIT}(?:\s*đoàn)?)*{_AND}{_UNIT}\s*đoàn(?!\w)(?!\s+(?:viên|thể|kết))")
_SETS = (("committees", _COMMITTEES), ("youth", _YOUTH), ("units", _UNITS))
_FIRST = ("tỉnh", "thành", "tp", "huyện", "quận", "thị", "xã", "phường", "đặc")
_TOKEN = re.compile(rf"{WORD.pattern}|\S")
_STRICT = re.compile(r"[\s.]+|\s*[-–]\s*|")
_LOOSE = re.compile(r"[\s,\-–—&]*(?:và\s+)?(?:các\s+)?")
LEVELS = {
    "tỉnh": "province", "thành phố": "city", "tp": "city", "huyện": "district", "quận": "district",
    "thị xã": "district", "xã": "commune", "phường": "commune", "thị trấn": "commune",
    "đặc khu": "commune", "trung ương": "central", "tw": "central", "tư": "central", "t.ư": "central",
    "cơ sở": "grassroots", "các cấp": "all", "địa phương": "", "nước": "country", "khu vực": "",
}  # fmt: skip
_THE = {"các", "những", "mọi", "từng", "toàn thể", "tất cả", "một số", "cả", "hai", "ba", "bốn", "năm"}
_LINKS = {"của", "thuộc", "trực thuộc", "tại", "cơ quan", "trong", "địa bàn", "nước", "do", "cấp"}
_STOPS = {
    "theo", "để", "nghiêm túc", "chủ trì", "triển khai", "thực hiện", "căn cứ", "chịu trách nhiệm",
    "có trách nhiệm", "phối hợp", "tham mưu", "xây dựng", "ban hành", "đề nghị", "yêu cầu", "quyết định",
    "hướng dẫn", "thông báo", "báo cáo", "tiếp tục", "qua", "tổng hợp", "gửi", "làm", "và gửi", "khi", "nếu",
    "đã", "sẽ", "cần", "phải", "kiểm tra", "giám sát", "lãnh đạo, chỉ đạo", "chỉ đạo", "định kỳ", "tổ chức thực hiện", "nhằm", "như sau", "quy định", "nêu",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a phrase; *sort* is kind, place, level, units, committees, youth, the, link, sep,
    stop (the phrase of bodies ends here, or ``;``), field, number or word."""

    sort: str
    text: str
    start: int
    end: int
    kind: Kind | None = None
    place: Place | None = None
    level: str = ""
    field: Field | None = None


def marks(words: str, on: date | None = None, within: Place | None = None) -> list[Mark]:
    """Cut *words* into marks, in order, places as they were *on* a date, districts of *within*."""
    return list(_marks(words, on, within))


def _marks(text: str, on: date | None, within: Place | None) -> Iterator[Mark]:
    low = spoken(text)
    tokens = list(_TOKEN.finditer(text))
    named = {start: (place, end) for place, start, end in places_in(text, on, within)}
    at = 0
    while at < len(tokens):
        mark = _mark(text, low, tokens, at, named)
        yield mark
        while at < len(tokens) and tokens[at].start() < mark.end:
            at += 1


def _mark(
    text: str, low: str, tokens: list[re.Match[str]], at: int, named: dict[int, tuple[Place, int]]
) -> Mark:
    start = tokens[at].start()
    if start in named:
        place, end = named[start]
        return Mark("place", text[start:end], start, end, place=place)
    if not tokens[at][0][0].isalnum():
        sign = tokens[at][0]
        return Mark("stop" if sign in ";." else "sep", sign, start, start + 1)
    for sort, pattern in _SETS if low.startswith(_FIRST, start) else ():
        found = pattern.match(low, start)
        if found and not any(start < each < found.end() for each in named):
            return Mark(sort, text[start : found.end()], start, found.end())
    form = form_at(text, tokens, at)
    if form is None and low.startswith("các cấp ", start):
        inner = form_at(text, tokens, at + 1)
        if inner is not None and inner[0].kind.role == "set":
            return Mark("the", text[start : tokens[at].end()], start, tokens[at].end())
    if form is not None:
        return Mark("kind", text[start : form[1]], start, form[1], kind=form[0].kind)
    return _plain(text, low, tokens, at)


def _plain(text: str, low: str, tokens: list[re.Match[str]], at: int) -> Mark:
    """A mark without a name: level, article, link, separator, stop or any word."""
    start = tokens[at].start()
    for size in (4, 3, 2, 1):
        if at + size > len(tokens):
            continue
        end = tokens[at + size - 1].end()
        word = low[start:end]
        if word in LEVELS:
            return Mark("level", text[start:end], start, end, level=LEVELS[word])
        if word == "với":
            return Mark("stop", "với", start, end)
        if word == "kể cả" or word == "và" or word == "cùng" or word == "cùng với":
            return Mark("sep", "và", start, end)
        for sort, table in (("the", _THE), ("stop", _STOPS), ("link", _LINKS)):
            if word in table and (sort != "stop" or text[start].islower()):
                return Mark(sort, text[start:end], start, end)
    end = tokens[at].end()
    sort = "number" if text[start:end].isdigit() else "word"
    return Mark(sort, text[start:end], start, end)


def form_at(text: str, tokens: list[re.Match[str]], at: int) -> tuple[Form, int] | None:
    """The longest form of a kind that begins at token *at*, and where it ends.

    Of two forms that differ only in diacritics ("thủ trưởng", "thứ trưởng") the one spelled so; after
    "các" a set before a single body.
    """
    best: tuple[tuple[int, bool, bool], Form, int] | None = None
    many = at > 0 and fold(tokens[at - 1][0]) == "cac"
    for form in forms().get(fold(tokens[at][0]), ()):
        if best is not None and len(form.words) < best[0][0]:
            break
        end = _matches(form, text, tokens, at)
        if end and not _begins_another(form, text, tokens, end):
            exact = spoken(text[tokens[at].start() : end]) == form.spoken
            rank = (len(form.words), exact, many and form.kind.role == "set")
            if best is None or rank > best[0]:
                best = (rank, form, end)
    return (best[1], best[2]) if best else None


def _begins_another(form: Form, text: str, tokens: list[re.Match[str]], end: int) -> bool:
    """ "Văn phòng Trung ương | Hội Nông dân", "Ban TC-HC": the last word belongs to what follows."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum() and form.words[-1].upper() in text[:end]:
        return True
    if form.kind.role != "national" or form.words[-1] not in ("uong", "tw"):
        return False
    after = next((step for step, token in enumerate(tokens) if token.start() >= end), None)
    if after is None:
        return False
    inner = form_at(text, tokens, after)
    return inner is not None and inner[0].kind.role in ("association", "own", "centre")


def _matches(form: Form, text: str, tokens: list[re.Match[str]], at: int) -> int:
    """Offset behind the form, 0 if it does not stand there."""
    word = tokens[at][0]
    if form.exact:
        if form.shout:
            return tokens[at].end() if word == word.upper() and spoken(word) == form.exact else 0
        return tokens[at].end() if spoken(word) == form.exact else 0
    step, end = at, tokens[at].end()
    for size, wanted in enumerate(form.words[1:]):
        step = _next_word(tokens, step + 1)
        if step >= len(tokens) or (fold(tokens[step][0]) != wanted):
            step = _skip_small(tokens, step, wanted) if form.loose[size] else len(tokens)
        if step >= len(tokens):
            return 0
        gap = text[end : tokens[step].start()]
        if not (_LOOSE if form.loose[size] else _STRICT).fullmatch(gap):
            return 0
        end = tokens[step].end()
    return end


def _next_word(tokens: list[re.Match[str]], step: int) -> int:
    while step < len(tokens) and not tokens[step][0][0].isalnum():
        step += 1
    return step


def _skip_small(tokens: list[re.Match[str]], step: int, wanted: str) -> int:
    """Where *wanted* stands after "và" or "các"; past the end if it does not."""
    for _ in range(2):
        if step >= len(tokens) or fold(tokens[step][0]) == wanted:
            return step
        if fold(tokens[step][0]) not in ("va", "cac"):
            return len(tokens)
        step = _next_word(tokens, step + 1)
    return step if step < len(tokens) and fold(tokens[step][0]) == wanted else len(tokens)


def field_at(text: str, start: int) -> tuple[Field, int] | None:
    """The field named from offset *start* ("Y tế", "TT&TT"), and where it ends."""
    found = [each for each in _SMALL.finditer(text, start, start + 120) if fold(each[0]) != "va"]
    if not found or found[0].start() - start > 3:
        return None
    for words, field in fields().get(fold(found[0][0]), ()):
        if len(words) <= len(found) and all(
            fold(each[0]) == word for each, word in zip(found, words, strict=False)
        ):
            end = found[len(words) - 1].end()
            if not re.search(r"[;:.()]", text[start:end]):
                return field, end
    return None


_SMALL = re.compile(WORD.pattern)
