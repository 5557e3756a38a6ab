"""Documents named without a number: laws, the constitution, resolutions of congresses, statutes.

>>> from phahe.loaders.mention_text import prepare
>>> text = '''Căn cứ Luật Phòng, chống ma túy năm 2021 và Điều lệ Đảng; theo Nghị quyết Đại hội XIII
... của Đảng, Quy chế làm việc của Ban Chấp hành. Ban hành kèm theo Quyết định này “Quy định về A, B”.'''
>>> [text[name.start : name.end].replace("\\n", " ") for name in names(prepare(text))]  # doctest: +NORMALIZE_WHITESPACE
['Luật Phòng, chống ma túy', 'Điều lệ Đảng', 'Nghị quyết Đại hội XIII của Đảng',
 'Quy chế làm việc của Ban Chấp hành', 'Quy định về A, B']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from phahe.data import table
from phahe.graph.document_type import known_name
from phahe.loaders.mention_parts import BODY, spaced
from phahe.loaders.mention_text import Words
from phahe.loaders.mention_title import title_end


@dataclass(frozen=True, slots=True)
class Name:
    """A document's name, ``text[start:end]``, type word included."""

    start: int
    end: int
    type: str
    dated: bool = False
    """It is a document only if a date follows: "Quyết định ngày 3/2/2021 của ..."."""
    bare: bool = False
    """It stands in the name of the law that amends it: the date behind is that one's."""


_PAPERS = (
    "nghị quyết|quyết định|chỉ thị|kết luận|quy định|quy chế|hướng dẫn|thông báo|kế hoạch|công văn|tờ trình"
    "|báo cáo|chương trình hành động|chương trình|đề án|phương án|biên bản|công điện|thông tri"
)
_LAW_TYPES = ("luật", "bộ luật", "pháp lệnh")
_CAPITAL = spaced("|".join(name.capitalize() for name in _PAPERS.split("|")))
_LAW = re.compile(r"(?P<type>Bộ luật|Luật|Pháp lệnh|BỘ LUẬT|LUẬT|PHÁP LỆNH)\s+(?=\w)")
_NO_LAW = re.compile(
    r"(?:này|sư|gia|khác|hiện|chuyên|trên|đó|có|được|quy định|qui định|và|số|do|của|định|pháp|là|liên quan|mới"
    r"|sau|thì|cũng|nêu|chưa|đã|không|phải|trong|ngày|năm|nói|tại|theo|nước|quốc tế|hoặc|với|về|cho|ban hành\b(?! v))\b"
)
_AMENDING = re.compile(
    r"(?:sửa\s+đổi|bổ\s+sung)[^.;:()0-9]{0,90}?\scủa\s+(?:các\s+)?(?:bộ luật|luật|pháp lệnh)\s+"
)
_DATED = re.compile(r"\s+(?:số|ngày|năm)\s+\d|\s+\d{4}")
_FURTHER_LAW = re.compile(r"(?:\s+và|,)\s+(?:bộ luật|luật|pháp lệnh)\s+(?!số|sửa)(?=\w)")
_LAW_STOP = re.compile(
    r"[,;.:()“”\"\[\]/]|\n\s*\n|\n\s*[-+*\d]|\s(?:ngày|năm|số|và|đã|được|có|là|thì|quy định|hiện hành|trong|theo|tại|hoặc"
    r"|với|do|để|nhằm|đến|về|khi|vào|nước|này|mới|cho|hướng dẫn|gồm|còn|nêu|sẽ|[0-9]|cũng|chưa|phải|không|trước|sau|bằng"
    r"|đối với|trên|các|như)\b|\s-\s|\s\d"
)
_CONSTITUTION = re.compile(
    r"Hiến pháp(?:\s+nước\s+(?:Cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa|CHXHCN)\s+Việt\s+Nam)?(?=\W)(?!\s+(?:và pháp|này))"
)
_STATUTE = re.compile(
    r"Điều lệ\s+(?=(?:Đảng|Công đoàn|Đoàn|Hội|Mặt trận|Liên|Giải|Trường|Quỹ|trường|Ban|mẫu)\b)"
)
_CONGRESS = re.compile(
    r"(?P<type>[Nn]ghị\s+quyết|[Kk]ết\s+luận|NGHỊ QUYẾT)\s+(?:(?:của\s+)?(?:Đại hội|ĐẠI HỘI|đại hội)\b|(?:của\s+)?Hội nghị\s+(?=lần|Trung|TW|BCH|Ban)"
    r"|(?:Trung ương|TW)\s+(?=[0-9IVX]|lần|khóa))"
)
_CONGRESS_STOP = re.compile(
    r"[,;.:“”\"]|\n\s*\n|\n\s*[-+*]|\s(?:và|về|nhằm|để|đã|được|đến|trong|gắn|tới|vào|ngày|đề ra|là|do|có|theo|với|xác định"
    r"|nêu|thực hiện)\b|\)\s"
)
_RULES = re.compile(
    r"(?<=[\wà-ỹ,] )(?P<type>Quy chế|Nội quy|Kế hoạch toàn khóa|Chương trình toàn khóa|Kế hoạch toàn khoá)\s+(?=\w)"
)
_NO_RULES = re.compile(
    r"(?:này|của|do|và|trên|nêu|trên|đó|được|đã|là|có|tại|kèm|hoặc|cho|theo|số|chi tiêu|ban hành|phải|\d)\b"
)
_RULES_STOP = re.compile(
    r"[,;.:()“”\"]|\n\s*\n|\n\s*[-+*]|\s(?:do|đã|được|nhằm|để|và\s+(?:các|ban hành|kế hoạch|quy|nghị|chương)|có|là|trong đó|thì"
    r"|ban hành|theo|phải|này|cho|trước|vào)\b"
)
_ANNEX = spaced(
    "quy chế|quy định|điều lệ|chương trình hành động|chương trình|kế hoạch|đề án|bộ tiêu chí|hướng dẫn"
    "|chiến lược|nội quy|phương án|quy hoạch"
)
_PROMULGATED = re.compile(
    rf"[Bb]an\s+hành\s+(?:(?:kèm\s+theo\s+[\wà-ỹ ]{{3,30}}?\s+này|kèm\s+theo)\s*:?\s*)?(?:bản\s+)?(?P<quote>[“\"])?"
    rf"(?P<type>(?i:{_ANNEX}))\s+(?=[^\W\d]|[“\"])"
)
_QUOTE = re.compile(r"[“\"](?=\w)")
_QUOTED_TYPE = re.compile(
    r"(?P<type>(?:Đề án|Kế hoạch|Quy chế|Quy định|Nghị quyết|Chỉ thị|Chiến lược|Điều lệ|ĐỀ ÁN))"
    r"\s+(?:về\s+)?$"
)
_ENCLOSED = re.compile(
    rf"(?i:kèm(?:\s+theo)?)\s*:?\s+(?P<type>(?:{_CAPITAL}))\s+(?=[A-ZĐa-zà-ỹđ])"
    r"(?!này|của|số|nêu|trên|ngày|do|và\b)"
)
_CITED = re.compile(
    rf"(?P<type>{_CAPITAL})\s+"
    rf"(?:(?P<dated>ngày\s+\d)|của\s+(?!cơ quan)(?=(?i:{BODY})\s)(?P<body>[^.;:()“”\"\n]{{4,110}}?)\s+(?P<more>về|ngày\s+\d|tại\s+(?:cuộc|buổi|hội nghị|phiên)))"
)
_GROUNDS_STOP = re.compile(r"[;:]|\.(?=\s)|,\s|\n\s*\n|\sngày\s+\d")
_GROUNDS = re.compile(
    r"(?:Căn cứ|CĂN CỨ|Thực hiện|Theo|căn cứ)\s+(?:vào\s+)?(?P<type>kết luận|thông báo|chỉ thị|nghị quyết)\s+của\s+(?=\w)"
)


def names(words: Words) -> Iterator[Name]:
    """All names of documents without a number, in the order of the text, none inside its like."""
    rules: tuple[Callable[[Words], Iterator[Name]], ...] = (
        _laws,
        _fixed,
        _congresses,
        _rules,
        _promulgated,
        _quoted,
        _enclosed,
        _cited,
    )
    found = sorted(
        (name for rule in rules for name in rule(words)), key=lambda name: (name.start, -name.end)
    )
    last = Name(-1, -1, "")
    for name in found:
        within = name.end <= last.end and name.type in (last.type, *_LAW_TYPES)
        amended = within and last.type in _LAW_TYPES and name.start > last.start + len("luật sửa")
        if amended:
            yield replace(name, bare=True)
        elif name.start > last.start and not within:
            yield name
            last = name


@cache
def _law_names() -> re.Pattern[str]:
    known = sorted((row["name"] for row in table("law_names")), key=lambda name: -len(name))
    spelled = (
        re.escape(name).replace(r"\ ", r"\s+").replace("hóa", "h(?:óa|oá)") for name in known
    )
    return re.compile(rf"(?:{'|'.join(spelled)})(?!\w)")


def _laws(words: Words) -> Iterator[Name]:
    for found in _LAW.finditer(words.text):
        before = words.low[max(0, found.start() - 6) : found.start()]
        if before.endswith(("bộ ", "hội ", "học ", "khoa ", "pháp ")) or _NO_LAW.match(
            words.low, found.end()
        ):
            continue
        amending = _AMENDING.match(words.low, found.end())
        end = _law_end(words, amending.end() if amending else found.end())
        while amending and (further := _FURTHER_LAW.match(words.low, end)):
            end = _law_end(words, further.end())
        shouted = found["type"].isupper() and not words.text[found.end() : end].isupper()
        if end - found.end() > 1 and not shouted and _is_law(words, found.end(), end):
            yield Name(found.start(), end, _kind(found["type"]))


def _is_law(words: Words, start: int, end: int) -> bool:
    """A listed name, a capitalised one, or one with a date or year behind it."""
    if words.text[start].isupper() or _law_names().match(words.low, start):
        return True
    return _DATED.match(words.low, end) is not None or "sửa" in words.low[start : start + 4]


def _law_end(words: Words, start: int) -> int:
    known = _law_names().match(words.low, start)
    if known:
        return known.end()
    stop = _LAW_STOP.search(words.low, start, start + 120)
    return start + len(words.text[start : stop.start()].rstrip()) if stop else start


def _fixed(words: Words) -> Iterator[Name]:
    for found in _CONSTITUTION.finditer(words.text):
        yield Name(found.start(), found.end(), "hiến pháp")
    for found in _STATUTE.finditer(words.text):
        yield Name(found.start(), _end(words, found.end(), _RULES_STOP), "điều lệ")


def _congresses(words: Words) -> Iterator[Name]:
    for found in _CONGRESS.finditer(words.text):
        yield Name(found.start(), _end(words, found.end(), _CONGRESS_STOP), _kind(found["type"]))


def _rules(words: Words) -> Iterator[Name]:
    for found in _RULES.finditer(words.text):
        end = _end(words, found.end(), _RULES_STOP)
        long = "toàn khó" in found["type"] or len(words.text[found.end() : end].split()) > 3
        if long and not _NO_RULES.match(words.low, found.end()):
            kind = _kind(found["type"]) or found["type"].lower().split(" toàn")[0]
            yield Name(found.start(), end, kind)


def _promulgated(words: Words) -> Iterator[Name]:
    """ "Ban hành kèm theo Quyết định này Quy chế ...", "ban hành Kế hoạch ..."."""
    for found in _PROMULGATED.finditer(words.text):
        start = found.start("type")
        proper = found["quote"] or words.text[start].isupper()
        if not proper or _NO_RULES.match(words.low, found.end()):
            continue
        close = re.compile('[”"]|\n\n').search(words.text, start) if found["quote"] else None
        end = close.start() if close else title_end(words, found.end())
        yield Name(start, end, _kind(found["type"]))


def _quoted(words: Words) -> Iterator[Name]:
    """Đề án “Hỗ trợ nông dân”."""
    for found in _QUOTE.finditer(words.text):
        named = _QUOTED_TYPE.search(words.text, max(0, found.start() - 20), found.start())
        close = named and re.compile('[”"]|\n\n').search(words.text, found.end(), found.end() + 400)
        if named and close and close[0] != "\n\n":
            yield Name(named.start(), close.end(), _kind(named["type"]))


def _enclosed(words: Words) -> Iterator[Name]:
    for found in _ENCLOSED.finditer(words.text):
        end = title_end(words, found.end())
        if end - found.end() > 5:
            yield Name(found.start("type"), end, _kind(found["type"]))


def _cited(words: Words) -> Iterator[Name]:
    """A type with date or issuer and subject but no number."""
    for found in _CITED.finditer(words.text):
        start = found.start("type")
        yield Name(
            start,
            found.end("type"),
            _kind(found["type"]),
            dated=bool(found["dated"] or found["more"] != "về"),
        )
    for found in _GROUNDS.finditer(words.text):
        end = _end(words, found.end(), _GROUNDS_STOP)
        yield Name(found.start("type"), end, _kind(found["type"]), dated=True)


def _kind(written: str) -> str:
    return known_name(" ".join(written.split()))


def _end(words: Words, start: int, stop: re.Pattern[str]) -> int:
    limit = min(len(words.low), start + 200)
    found = stop.search(words.low, start, limit)
    return start + len(words.text[start : found.start() if found else limit].rstrip(" \n,-"))
