"""Documents named without a number.

>>> from phahe.loaders.mention_text import prepare
>>> text = '''Điều lệ Đảng; Nghị quyết Đại hội XIII của Đảng, theo Quy chế làm việc của Hội đồng;
... Kết luận ngày 3/2/2021 của Ban Thường vụ; Thực hiện kế hoạch công tác năm 2022 của Hội.'''
>>> for name in names(prepare(text)):
...     print(text[name.start : name.end])
Điều lệ Đảng
Nghị quyết Đại hội XIII của Đảng
Quy chế làm việc của Hội đồng
Kết luận
kế hoạch công tác năm 2022 của Hội
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from phahe.loaders.annexed_mentions import annexed
from phahe.loaders.document_name import LAWS, Name, end_of, stop_at, type_of
from phahe.loaders.find_behind import find_behind
from phahe.loaders.law_mentions import constitutions, laws
from phahe.loaders.mention_parts import ACTS, BODY, spaced
from phahe.loaders.mention_text import Words

_PAPERS = (
    "nghị quyết|quyết định|chỉ thị|kết luận|quy định|quy chế|hướng dẫn|thông báo kết luận"
    "|thông báo|kế hoạch|công văn"
    "|tờ trình|báo cáo|chương trình hành động|chương trình|đề án|phương án|biên bản|công điện"
    "|thông tri"
)
_CAPITAL = spaced("|".join(name.capitalize() for name in _PAPERS.split("|")))
_STATUTE = re.compile(
    r"Điều\s?lệ\s+(?=(?:Đảng|Công\s+đoàn|Đoàn|Hội|Mặt\s+trận|Liên|Giải|Trường|Quỹ|trường|Ban|mẫu|[Tt]ổ\s+chức\s+và|Tổng|Công|công\s+ty|Quân)\b)"
)
_STATUTE_IN_CAPITALS = re.compile(
    r"(?<=[A-ZĐÀ-Ỹ] )ĐIỀU\s+LỆ\s+(?=(?:ĐẢNG|CÔNG\s+ĐOÀN|ĐOÀN|HỘI|MẶT\s+TRẬN|LIÊN)\b)"
)
""" "THI HÀNH ĐIỀU LỆ CÔNG ĐOÀN": a title; a line that opens so is the statutes' own heading."""
_ENFORCING = re.compile(
    r"Quy\s+định\s+(?:(?:của\s+)?(?:Ban\s+Chấp\s+hành\s+Trung\s+ương|Bộ\s+Chính\s+trị)(?:\s+Đảng)?\s+)?"
    r"(?:về\s+)?thi\s+hành\s+Điều\s+lệ\s+Đảng(?:\s+khó?a\s+[IVX]+)?"
)
_GUIDING = {
    re.compile(r"Hướng\s+dẫn\s+(?:thực\s+hiện|thi\s+hành)\s+(?=Điều\s+lệ\s+[A-ZĐ])"): re.compile(
        r"(?:[;,]|\bvà|theo|[Cc]ăn\s+cứ)\s+$"
    )
}
""" "Điều lệ Hội; Hướng dẫn thực hiện Điều lệ Hội": two documents."""
_CONGRESS = re.compile(
    r"""
    (?P<type>[Nn]gh[ịi]\s+quy[ếêe]t|Kết\s+luận|kết\s+luận|NGHỊ\ QUYẾT) \s+
    (?: (?:của\s+)?(?:Đại\s+hội|ĐẠI\ HỘI|đại\s+hội)\b
      | (?:của\s+)?(?:kỳ|Kỳ|phiên|Phiên)\s+họp\s+(?=thứ|lần|chuyên)
      | (?:của\s+)?[Hh]ội\s+nghị\s+
          (?=lần|Trung|TW|BCH|Ban|CB|(?:cán\s+bộ|[Vv]iên\s+chức|người\s+lao)\b)
      | (?:Trung\s+ương|TW)\s+(?=[0-9IVX]|lần|khóa) )
    """,
    re.VERBOSE,
)
_ANY_CONGRESS = re.compile(r"\s(?:các\s+cấp|cấp\s+(?:mình|trên|dưới|ủy|cơ\s+sở))\b")
""" "nghị quyết đại hội đảng bộ các cấp": of nobody in particular."""
_NUMBERED = re.compile(r"\s+(?:số\s*)?\d+\s?[-/]\s?\w")
_CONGRESS_STOP = stop_at(
    ",;.:",
    "và về nhằm để đã được đến trong số gắn tới vào ngày đề_ra là do có theo với xác_định nêu",
    r"thực_hiện \((?=sau|gọi|dưới|viết|theo)",
)
_TERMS = re.compile(r"[,;]\s*(?:khó?a\s+)?[IVX]+(?:\s*(?:,|và)\s*(?:khó?a\s+)?[IVX]+)*\s*\)")
""" "(khóa XI, XII)" behind its first member."""
_RULES = re.compile(
    r"(?P<type>Quy\s+chế|Nội\s+quy|Kế\s+hoạch\s+toàn\s+khóa|Chương\s+trình\s+toàn\s+khóa)"
    r"\s+(?=[^\W\d])"
)
_NO_RULES = re.compile(
    r"(?:này|của|do|và|trên|nêu|đó|được|đã|là|có|tại|kèm|hoặc|cho|theo|số|chi\s+tiêu|ban\s+hành|phải)\b"
)
_RULES_STOP = stop_at(
    ",;.:()",
    r"do đã được nhằm để và_các(?!\s+(?:đoàn_thể|tổ_chức_chính)) và_ban_hành",
    "và_kế_hoạch và_quy và_nghị và_chương và_mục và_điều và_khoản và_phần có là trong_đó thì",
    "ban_hành theo phải này cho trước vào như nêu ngày gồm và_của",
)
_ORGAN = (
    r"(?:Ban|Bộ|Ủy\ ban|Thường\ trực|Thường\ vụ|Đảng|Tỉnh|Thành|Huyện|Thị|Quận|Hội|Đoàn|UBKT|BTV)"
)
_FURTHER_ORGANS = re.compile(
    rf"(?:,\s+(?:và\s+)?{_ORGAN}\s(?:[^,;.:()“”\n]|\n(?=\w)){{2,80}}?){{1,3}}"
    r"(?=[,(\s]*(?:khó?a|nhiệm\s+kỳ)\s|[;.]|\s*\n\s*(?:\n|[-+*]))"
)
"""In "Quy chế làm việc của Ban Chấp hành, Ban Thường vụ, Thường trực Tỉnh ủy khóa XV"."""
_FURTHER_SUBJECTS = re.compile(rf",\s+[^\W\d][^,;.:()“”]{{2,60}}?(?=\s+của\s+{_ORGAN})")
"""In "Quy chế lãnh đạo công tác quân sự, quốc phòng của Tỉnh ủy"."""
_OF_TERM = re.compile(r"\s*\(?\s*khó?a\s+[IVX]+\)?")
_CITED = re.compile(
    rf"""
    (?P<type>{_CAPITAL})\s+
    (?: (?P<dated>ngày\s+\d)
      | của\s+(?!cơ\s+quan)(?=(?i:{BODY})\s) [^.;:()“”"\n]{{4,110}}?
        \s+(?P<more>về|ngày\s+\d|tại\s+(?:cuộc|buổi|hội\s+nghị|phiên)|khó?a\s+[IVX]
           |thực\s+hiện\s+(?=[A-ZĐ])) )
    """,
    re.VERBOSE,
)
_ANYONE = re.compile(r"\scấp\s+(?:tỉnh|huyện|xã|trên|cơ\s+sở|có\s)|có\s+thẩm\s+quyền|\scác\s")
"""No document in particular: "Quyết định của Ủy ban nhân dân cấp huyện về việc trợ cấp"."""
_FORMS = ("giấy chứng nhận", "giấy mời", "giấy ủy quyền", "phiếu gửi", "phiếu chuyển", "phiếu báo")
"""Each is issued many times over; without a number none in particular is meant."""
_BASIS = r"(?:Căn cứ|CĂN CỨ|Thực hiện|Triển khai|Theo|căn cứ|thực hiện)\s+(?:vào\s+)?"
_GROUNDS = {
    re.compile(rf"(?P<type>{kind})\s+của\s+(?=\w)"): re.compile(rf"{_BASIS}$")
    for kind in ("kết luận", "thông báo", "chỉ thị", "nghị quyết")
}
_OF_THE_YEAR = (
    r"\s+(?=(?:công tác|làm việc|hoạt động|nhiệm vụ|kiểm tra|thanh tra|phối hợp|năm"
    r"|toàn khóa|trọng tâm)\b)"
    r"(?:kiểm\s+tra,\s)?[^.;:,“\"()\d]{0,90}?"
    r"(?:năm\s+(?:học\s+)?20\d\d|toàn\s+khóa|nhiệm\s+kỳ\s+(?:[IVX]+|20\d\d))"
)
_PROGRAMME = {
    re.compile(rf"(?P<type>{kind}){_OF_THE_YEAR}"): re.compile(rf"{front}$")
    for front, kinds in (
        (_BASIS, ("kế hoạch", "chương trình", "nghị quyết", "Nghị quyết")),
        (rf"(?:{_BASIS}|(?:[;,]|\bvà)\s+)", ("Kế hoạch", "Chương trình")),
    )
    for kind in kinds
}
_GROUNDS_STOP = re.compile(
    r"[;:”]|\.(?=\s|$)|,\s|\n\s*\n|\sngày\s+\d|\s(?:được\s+)?(?:ban\s+hành|kèm\s+theo)\s"
    r"|\svà\s+(?:kế\s+hoạch|chương\s+trình|nghị\s+quyết|hướng\s+dẫn|chỉ\s+thị|công\s+văn)\s"
    r"|\s\((?:chương|kế\s|kết\s|nghị|thông|chỉ\s|sau|gọi|theo|ban)"
)


def names(words: Words) -> Iterator[Name]:
    """All names, in order; none inside its like, but laws in laws that amend them."""
    rules: tuple[Callable[[Words], Iterator[Name]], ...] = (
        laws,
        constitutions,
        _statutes,
        _congresses,
        _rules,
        annexed,
        _cited,
        _grounds,
    )
    found = [name for rule in rules for name in rule(words) if name.type not in _FORMS]
    last = Name(-1, -1, "")
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        within = name.end <= last.end and name.type in (last.type, *LAWS)
        amended = within and last.type in LAWS and name.start > last.start + len("luật sửa")
        if amended:
            yield replace(name, bare=True)
        elif name.start > last.start and not within:
            yield name
            last = name


def _statutes(words: Words) -> Iterator[Name]:
    for found in _ENFORCING.finditer(words.text):
        yield Name(found.start(), found.end(), "quy định")
    for found in find_behind(_GUIDING, words.text):
        yield Name(found.start(), end_of(words, found.end(), _RULES_STOP), "hướng dẫn")
    for found in chain(_STATUTE.finditer(words.text), _STATUTE_IN_CAPITALS.finditer(words.text)):
        end = end_of(words, found.end(), _RULES_STOP)
        about = words.low.find(" về ", found.end(), end)
        yield Name(found.start(), about if about > 0 else end, "điều lệ")


def _congresses(words: Words) -> Iterator[Name]:
    """ "Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Trung ương 4 khóa XII"."""
    for found in _CONGRESS.finditer(words.text):
        end = end_of(words, found.end(), _CONGRESS_STOP)
        if words.text[end - 1] == ")" and "(" not in words.text[found.end() : end]:
            end -= 1
        if _NUMBERED.match(words.low, end) or _ANY_CONGRESS.search(words.low, found.end(), end):
            continue
        terms = _TERMS.match(words.text, end) if "(" in words.text[found.end() : end] else None
        kind = type_of(found["type"]) or "nghị quyết"  # "Nghị quyêt", as OCR reads it
        yield Name(found.start(), terms.end() if terms else end, kind)


def _rules(words: Words) -> Iterator[Name]:
    """ "Quy chế hoạt động của Ban Chỉ đạo": long enough to be one certain text."""
    for found in _RULES.finditer(words.text):
        end = _rules_end(words, found.end())
        kind = type_of(found["type"]) or type_of(" ".join(found["type"].split()[:-2]))
        long = "toàn" in found["type"] or len(words.text[found.end() : end].split()) > 3
        before = words.text[max(0, found.start() - 2) : found.start()]
        inside = before[-1:] in " \n" and (before[:1].isalnum() or before[:1] in ",;")
        if long and inside and not _NO_RULES.match(words.low, found.end()):
            yield Name(found.start(), end, kind)


def _rules_end(words: Words, start: int) -> int:
    """Where the name ends, over the commas between its subjects and between its organs."""
    end = end_of(words, start, _RULES_STOP)
    if " của " not in words.low[start - 1 : end + 1]:
        further = _FURTHER_SUBJECTS.match(words.text, end)
        end = end_of(words, further.end(), _RULES_STOP) if further else end
    organs = None if "khóa " in words.low[start:end] else _FURTHER_ORGANS.match(words.text, end)
    if not organs or re.search(rf"\s(?:{ACTS})\b", organs[0].lower()):
        return end
    term = _OF_TERM.match(words.text, organs.end())
    return term.end() if term else organs.end()


def _cited(words: Words) -> Iterator[Name]:
    """A type with date, or with issuer and subject, but no number; the rest is read behind it."""
    for found in _CITED.finditer(words.text):
        dated = bool(found["dated"] or found["more"] != "về")
        if dated or not _ANYONE.search(found[0]):
            yield Name(found.start("type"), found.end("type"), type_of(found["type"]), dated)


def _grounds(words: Words) -> Iterator[Name]:
    """What a preamble rests on: a conclusion with a date, the year's plan of a body."""
    for found in find_behind(_GROUNDS, words.text):
        end = end_of(words, found.end(), _GROUNDS_STOP)
        yield Name(found.start("type"), end, type_of(found["type"]), dated=True)
    for found in find_behind(_PROGRAMME, words.text):
        end = end_of(words, found.end(), _GROUNDS_STOP)
        yield Name(found.start(), end, type_of(found["type"]))
