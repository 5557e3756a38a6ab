"""What stands behind the number of a document: date, issuer, term, period.

>>> from phahe.loaders.mention_text import prepare
>>> words = prepare("số 04-CT/TW, ngày 6 tháng l2 năm 2011 của Ban Bí thư khóa XI “Về tiếp tục”")
>>> tail = read_tail(words, 11)
>>> tail.date.value, tail.issuer.value, tail.term
('2011-12-06', 'Ban Bí thư', 'XI')
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from phahe.graph.document_type import type_names
from phahe.loaders.mention_text import Words
from phahe.loaders.reading import Stated


def spaced(pattern: str) -> str:
    """Return *pattern* with any white space where it has a blank: lines break between words."""
    return pattern.replace(" ", r"\s+")


_D = r"[0-9lIOo]{1,2}"
_DIGITS = str.maketrans("lIOo", "1100")
_DAY, _MONTH, _YEAR_WORD = r"ng[aàáảã]y", r"th[aáảàâắăằ]ng", r"n[aăãâằắ]m"
"""OCR changes the marks of small words: thảng, nãm, cùa."""
_DIRT = r"[\s:.,('‘’`-]{0,4}"
_DATE = re.compile(
    rf"""
    \s*[,.(]?\s* (?:(?:được\ |đã\ )*(?:ban\ hành|ký|thông\ qua)\ )?
    (?:cùng\s+(?={_DAY}\s+\d))?
    (?: {_DAY}{_DIRT} (?P<day>{_D}) {_DIRT}{_MONTH}{_DIRT} (?P<month>{_D})
          \s*,?{_DIRT}{_YEAR_WORD}{_DIRT} (?P<year>(?:19|20)\ ?\d\ ?\d)
      | (?:{_DAY}{_DIRT})? (?P<d>{_D})\s?[/.-]\s?(?P<m>{_D})\s?[/.-]\s?(?P<y>(?:19|20)\d\ ?\d)
      | (?:{_DAY}[\s./…]*)? {_MONTH}[\s./…]* (?P<mm>{_D})
          \s*(?:{_YEAR_WORD}|[/.-])\s*(?P<my>(?:19|20)\d\d)
      | {_DAY}[\s./…]* (?P<bm>{_D})\s?[/.-]\s?(?P<by>(?:19|20)\d\d)
      | (?P<same>cùng\ ngày)
    ) (?![\d/])
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\s*,?\s*(?:năm\s+)?\(?(?P<y>(?:19|20)\d\d)\)?(?!\s?[-/]\s?\d)(?!\d)")
_TERM = re.compile(r"\s*,?\s*\(?\s*khó?a\s+(?P<term>[ivxl]{1,6}|\d{1,2})\b\s*\)?")
_PERIOD = re.compile(
    r"\s*,?\s*\(?\s*(?:nhiệm kỳ|giai đoạn)\s+(?P<period>(?:19|20)\d\d\s?-\s?(?:19|20)?\d\d)\)?"
)
_OF = re.compile(
    r"(?!\s*[,.]?\s*\n\s*\n)\s*(?:[,.]?\s*c[uủùúũửừ]a|,?\s*do|giữa(?=[^.;:()“”]{4,80}?\svà\s))\s+"
)
BODY = spaced(
    r"(?:ban(?! hành)|bộ|sở|ủy ban|ubnd|hđnd|hội đồng|hội|đoàn|tỉnh ủy|thành ủy|huyện ủy|quận ủy"
    r"|thị ủy|đảng ủy|đảng đoàn|đảng bộ|thường trực|thường vụ|tỉnh đoàn|thành đoàn|huyện đoàn"
    r"|trung ương|công đoàn|liên đoàn|tổng liên đoàn|liên hiệp|mặt trận|chính phủ|thủ tướng"
    r"|chủ tịch|quốc hội|văn phòng|phòng|trường|công an|cục|tổng cục|chi cục|ngân hàng|tòa án"
    r"|viện|thanh tra|tổng công ty|công ty|tập đoàn|học viện|bệnh viện|đại học|kho bạc"
    r"|bảo hiểm xã hội|bch|btv|đồng chí|lãnh đạo|lđlđ|trung tâm|quân ủy|liên bộ|liên sở|cơ quan"
    r"|giám đốc|bộ trưởng|hiệu trưởng|chi bộ|chi đoàn|liên ngành)"
)
_BARE_BODY = re.compile(rf"[^\S\n]*\n?[^\S\n]*(?={BODY}\s)")
TYPES = spaced("|".join(name for name in type_names() if name not in ("văn bản", "lệnh")))
"""Alternation of all names of types, in lower case."""
VERBS = spaced(
    r"thực hiện|triển khai|tiếp tục|hướng dẫn|quy định|qui định|ban hành|sửa đổi|bổ sung|phê duyệt"
    r"|thành lập|kiện toàn|công bố|phân công|giao(?! thông| dịch| lưu)|bãi bỏ|thay thế|đính chính"
    r"|điều chỉnh|tăng cường"
    r"|đẩy mạnh|tổ chức|xử lý|đề nghị|cụ thể hóa|thi hành|phát động|tổng kết|sơ kết|xác định"
    r"|quán triệt"
    r"|công nhận|cho phép|phối hợp|báo cáo|yêu cầu|nâng cao|đổi mới|xây dựng|phát triển|chấn chỉnh"
    r"|hợp nhất|thông qua|phê chuẩn|bổ nhiệm|lãnh đạo|chỉ đạo|trình|kết luận|gửi|xin ý kiến|góp ý"
    r"|mời|quy hoạch|phân cấp|ủy quyền|hủy bỏ|đình chỉ|gia hạn|thí điểm|hỗ trợ|áp dụng|thông báo"
    r"|phân bổ|giới thiệu|tuyên truyền"
)
ACTS = spaced(
    r"xây dựng|ban hành|đề nghị|yêu cầu|hướng dẫn|thông báo|triển khai|báo cáo|quyết định"
    r"|trân trọng|kính|tổ chức|chỉ đạo|chỉ thị|giao|lập|đã|có|thực hiện|nhận|đăng ký|trình|gửi"
    r"|phát động"
    r"|phối hợp|kế hoạch|kết luận|quyết nghị|họp|thống nhất|quy định|hướngdẫn|banhành|xâydựng"
)
"""What the issuer of the citing document does behind its preamble: "..., Ban Dân vận đề nghị"."""
_ISSUER_STOP = re.compile(
    rf"""
    [.;:“”"()\[\]!?|] | \n\s*\n | \s+số(?=\d)
    | \n\s*(?:[-+*]|\d+[.)]|điều\ \d|căn\ cứ|theo\ đề\ nghị|xét)
    | ,(?=\s+{BODY}(?:\s[^,;.]{{0,100}}?)?\s(?:{ACTS})\b)
    | ,(?=\s+ban\ [a-z\ ]{{3,60}}?\ (?:xay\ dung|ban\ hanh|huong\ dan|de\ nghi|trien\ khai)\b)
    | ,(?!\s*(?:chủ\ nhiệm|chính\ phủ|đoàn\ chủ\ tịch\ |thể\ thao
             |chiến\ lược|thương\ binh|công\ nghệ\ và|an\ ninh\ và\ đối
             |viễn\ thông|các\ đoàn\ thể|bộ\ |sở\ |ban\ |ủy\ ban\ |tổng\ liên|trung\ ương\ đoàn
             |viện\ |tòa\ án|xã\ hội))
    | \s+(?:v[ềêẻ]|v/v|{VERBS}
          |trong|tại|được|đã|thì|là|có|theo|như|và\ các|nhằm|để|khó?a|ngày|số|nêu
          |nhiệm\ kỳ|giai\ đoạn|đến|đối\ với|cho|trên
          |và\ (?:thực\ hiện|triển\ khai|căn\ cứ|theo|phổ\ biến|có\ hiệu|được|thay\ thế|bãi\ bỏ)
          |(?:và|hoặc|,)\s+(?:các\ )?(?:{TYPES})
          |và\ (?:dự\ thảo|việc|một\ số|những|tình|ý\ kiến|kết\ quả|nhiệm\ vụ|chỉ\ đạo|chuyên\ đề)
          |ve|huong\ dan|thuc\ hien|trien\ khai|ban\ hanh|khoa\ [ivxl]+|ngay\ \d
          |hết\ hiệu|này|cùng\ với|ký|gắn|với|thuộc|kèm|gửi|căn\ cứ
          |hỏi|kiến\ nghị)\b
    """,
    re.VERBOSE,
)
_NO_NAMES = ("quy định", "ban hành", "hướng dẫn", "phê duyệt", "sửa đổi", "bãi bỏ", "thay thế")
"""What no body is called, also with a capital: "của Chính phủ Quy định chi tiết"."""
_NO_NAME = ("thực hiện", "triển khai", "tiếp tục", "ban hành", "phê duyệt", "sửa đổi", "tăng cường")
"""No body is called so, though they begin with a capital: "UBND tỉnh Triển khai ..."."""
_UNFINISHED = re.compile(r"(?<!\w)(?:bộ|sở|ban|cục|vụ|phòng|ủy\s+ban|hội\s+đồng|và)\s+$")
"""Behind these a verb belongs to the name: "BỘ XÂY DỰNG", "BAN TỔ CHỨC"."""
_FIGURE = re.compile(
    r"(?<!khu)(?<!đoàn)(?<!đạo)(?<!tác)(?<!vực)(?<!vùng)(?<!khối)(?<!cục)(?<!viện)(?<!án)(?<!tổ)"
    r"(?<!cụm)(?<!đội)(?<!số)(?<!ban)(?<!trạm)(?<!ương)(?<!thứ)(?<!quận)(?<!phường)(?<!phố)\s+\d"
)
"""A figure behind a name is that of the next column of a table, but in "Quân khu 7"."""
_JOINT = re.compile(r"liên\s+(?:bộ|sở|ngành|tịch)\s*:")
_LONGEST_ISSUER = 150


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind a number, as far as it is said; *end* is where it stops."""

    end: int
    date: Stated | None = None
    issuer: Stated | None = None
    term: str = ""
    period: str = ""
    same_day: bool = False
    """ "cùng ngày": of the same day as the document before."""


def read_tail(words: Words, start: int) -> Tail:
    """Read date, issuer, term and period from *start*, in any order."""
    tail = Tail(start)
    for _ in range(5):
        after = _date(words, tail) or _issuer(words, tail) or _term(words, tail)
        if after is None:
            break
        tail = after
    return tail


def _date(words: Words, tail: Tail) -> Tail | None:
    found = None if tail.date or tail.same_day else _DATE.match(words.low, tail.end)
    if not found:
        return None
    if found["same"]:
        return replace(tail, end=found.end(), same_day=True)
    parts = {
        name: (said or "").translate(_DIGITS).replace(" ", "")
        for name, said in found.groupdict().items()
    }
    year = parts["year"] or parts["y"] or parts["my"] or parts["by"]
    month = parts["month"] or parts["m"] or parts["mm"] or parts["bm"]
    day = parts["day"] or parts["d"]
    begin = found.end() - len(found[0].lstrip(" \n,.("))
    if "." in found[0][: begin - found.start()] and words.text[begin] == "N":
        return None  # "... Quyết định số 5-QĐ/TU. Ngày 8/1/2002, ..." is the next sentence
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    value = "-".join(part.zfill(2) for part in (year, month, day) if part)
    return replace(tail, end=found.end(), date=Stated(value, begin, found.end()))


def read_year(words: Words, start: int) -> Stated | None:
    """The bare year by which laws are told apart: "năm 2013", "1992"."""
    found = _YEAR.match(words.low, start)
    return Stated(found["y"], found.start("y"), found.end("y")) if found else None


def _issuer(words: Words, tail: Tail) -> Tail | None:
    if tail.issuer:
        return None
    found = _OF.match(words.low, tail.end) or (tail.date and _BARE_BODY.match(words.low, tail.end))
    if not found:
        return None
    issuer = read_issuer(words, found.end())
    return replace(tail, end=issuer.end, issuer=issuer) if issuer else None


def read_issuer(words: Words, start: int) -> Stated | None:
    """The name of a body from *start* on; None where no name stands there."""
    limit = min(len(words.low), start + _LONGEST_ISSUER)
    joint = _JOINT.match(words.low, start)
    stop = _issuer_stop(words, joint.end() if joint else start, limit)
    end = stop.start() if stop else limit
    figure = _FIGURE.search(words.low, start, end)
    end = figure.start() if figure else end
    name = words.text[start:end].rstrip(" \n,-")
    if len(name) < 2 or not name[0].isalpha() or not (stop or figure or limit == len(words.low)):
        return None
    if not (name[0].isupper() or re.match(BODY + r"\b", words.low[start:end])):
        return None
    return Stated(" ".join(name.split()), start, start + len(name))


def _issuer_stop(words: Words, start: int, limit: int) -> re.Match[str] | None:
    """The first stop; a capitalised verb belongs to the name: "Trưởng ban Chỉ đạo"."""
    shouted = words.text[start : start + 12].isupper() or words.text[start : start + 40].islower()
    for stop in _ISSUER_STOP.finditer(words.low, start, limit):
        first = stop.start() + len(stop[0]) - len(stop[0].lstrip())
        if shouted and _UNFINISHED.search(words.low, max(start - 1, first - 12), first):
            continue
        basis = not stop[0].strip() or words.low.startswith(("căn cứ", "v/v"), first)
        if not shouted and words.low.startswith(_NO_NAME, first):
            return stop
        if shouted or basis or words.low.startswith(_NO_NAMES, first):
            return stop
        if not words.text[first : first + 1].isupper():
            return stop
    return None


def _term(words: Words, tail: Tail) -> Tail | None:
    found = None if tail.term else _TERM.match(words.low, tail.end)
    if found:
        return replace(tail, end=found.end(), term=found["term"].upper())
    found = None if tail.period else _PERIOD.match(words.low, tail.end)
    if found and found[0].lstrip(" \n,(").startswith("nhiệm"):
        return replace(tail, end=found.end(), period=re.sub(r"\s", "", found["period"]))
    return None
