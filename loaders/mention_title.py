"""The subject of a cited document: what stands behind "về", in quotes, or begins with a verb.

>>> from phahe.loaders.mention_text import prepare
>>> words = prepare("của Ban Bí thư về “Tiếp tục thực hiện Chỉ thị 04” và Kế hoạch toàn khóa")
>>> read_title(words, 15).value
'Tiếp tục thực hiện Chỉ thị 04'
>>> words = prepare("của Tỉnh ủy về công tác đối ngoại, Ban Dân vận Tỉnh ủy xây dựng kế hoạch")
>>> read_title(words, 11).value
'công tác đối ngoại'
"""

from __future__ import annotations

import re

from phahe.loaders.mention_parts import ACTS, BODY, TYPES, VERBS
from phahe.loaders.mention_text import Words
from phahe.loaders.reading import Stated

LONGEST = 700
"""Characters; longer titles are cut, with the rest of a run-on sentence."""
_OPEN = re.compile(
    rf"""
    \s*,?\s* (?: (?:v[eềêẻể]\s+vi[eệêẽ]c|v/v|v[eềêẻể])\s*:?\s*(?P<quote>[“"«])?
               | (?P<bare>[“"«])(?=\w) )
    | (?:[^\S\n]+|[^\S\n]*\n[^\S\n]*) (?=(?P<verb>{VERBS})\b)
    """,
    re.VERBOSE,
)
_STOP = re.compile(
    rf"""
    ;(?P<goes>\s*(?=(?:quy\ định|hướng\ dẫn)\s(?!s[ốôóòồổỗ]\b|\d)))? | \n\s*\n | \.(?=[\s/]|$) | :
    | \n\s*(?:[-+*•]\ (?!(?:19|20)\d\d\b)|\d+[.)]\s|[ivx]+\.\s|điều\ \d|căn\ cứ|theo\ đề\ nghị
         |xét\ |nơi\ nhận|kính\ gửi|-{{3}}
         |(?P<line>th[ựưu]c\ hi[ệêe]n|thi\ hành|tri[ểêe]n\ khai)\ \w+\ \w+(?:\ \w+\ \w+)?
            \ s[ốôóòo]\b)
    | \n\s*\d{{1,3}}\.?\s*\n\s*(?:{TYPES})\s | \n\s*\d{{1,2}}/\d{{1,2}}/\d{{4}}\s*\n
    | (?P<part>,\s+(?:điều|khoản|điểm)\s+[\da-zđ](?!\w))
    | \s\((?:được\ |đã\ được\ )?(?:sửa\ đổi|bổ\ sung|thay\ (?:thế|cho))
    | \s\((?:sau\ đây|gọi|viết\ tắt|gửi|kèm|đính\ kèm|sau\ gọi|dưới\ đây|theo\ |(?:{TYPES})\ )
    | ,?\s(?:và|cùng\ với|hoặc|,)\s+(?:các\ )?(?:{TYPES})\s+(?:số\b|\d(?!\d?\ năm))
    | \s+và\s+(?={BODY}(?:\ [^,;.]{{0,60}}?)?\ (?:đã|vừa)\ (?:có|ban|ký)\b)
    | (?:,|\svà)\s+(?P<named>(?:chương\ trình|kế\ hoạch)\s+(?:công\ tác|làm\ việc|hoạt\ động
         |nhiệm\ vụ|toàn\ khóa))\s
    | (?P<next>,\s+(?:(?:{TYPES})\s+(?:số\b|\d|ngày|của)|luật\ ))
    | ,?\s+(?:và|đồng\ thời)\s+(?:bãi\ bỏ|thay\ thế|hủy\ bỏ)\s+(?:các\s+)?(?:văn\ bản|{TYPES})\b
    | ,\s+(?:với|cụ\ thể|như\ sau|nhằm|để|trong\ đó|theo\ đó|đồng\ thời|thì|căn\ cứ|nay
         |thực\ hiện|theo\ đề)\b
    | ,\s+(?={BODY}(?:\ [^,;.]{{0,120}}?)?\ (?:{ACTS})\b)
    | ,\s+(?:chịu|bao\ gồm|gồm|phải|được|không|trừ|nếu|khi|mà|có|theo|hoặc|tại|kể\ từ|do)\b
    | \s+(?:và|hoặc)\s+(?:các\s+)?(?:quy\ định|văn\ bản|nội\ dung|hướng\ dẫn)
         \s+(?:khác|của|có|hiện|pháp)
    | \s+và\s+(?:mục|điều|khoản|điểm|phần)\s+(?:\d+|[ivx]+|[a-zđ])\s
    | (?<=[”"])\s+và\s+(?![“"]) | \s+và\s+(?:sau\s+|hơn\s+|gần\s+)?\d+\s+năm\s+(?:thực|triển)
    | \s+do\s+(?={BODY}\s[^,;.]{{0,80}}?\sban\s+hành\b)
    | \s+và\ (?:một\ số|các)\ văn\ bản\ (?:hướng|chỉ|liên|có|khác)
    | \s(?:đã\ (?:được|xác|đề|nêu|chỉ)|nêu(?=\s*:)
         |được\ (?:sửa|thay|bổ|ban|áp|quy|thực|hướng|tiếp|công)|bị\ (?:bãi|thay|đình)
         |hết\ hiệu\ lực|có\ hiệu\ lực|như\ sau|ban\ hành\ kèm
         |gồm\ (?:có\ )?\d+|đến\ (?:cán\ bộ|các|toàn\ thể|đoàn\ viên|từng|đông\ đảo)
         |kèm\ theo\ (?:quyết|nghị|thông|công|kế))\b
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(r"(?<!\w)(?:tp|tx|tt|th|đ/c|v\.v|bs|ths|pgs|gs)$")
_CHANGED_WITHIN = 400
_CHANGED_PARTS = re.compile(
    r"(?:việc\s+)?(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|điều\s+chỉnh|đính\s+chính)[^.;:]*?"
    r"(?:điều|khoản|điểm)\s+[\w,\s]{1,30}"
    r"|(?:sửa\s+đổi|bổ\s+sung)[^.;:0-9]*?\scủa\s+(?:các\s+)?(?:bộ\s+)?luật\s[^.;:0-9]*"
)
_CHANGING = ("sửa", "hướng", "ban", "bổ sung", "bãi", "thay")
_CLOSE = {"“": "”", "«": "»"}


def read_title(words: Words, start: int, *, named: bool = True) -> Stated | None:
    """The title that opens at *start*; a bare verb opens one only where the document is *named*.

    A document is named by date or issuer; in "việc thực hiện Chỉ thị 32 tăng cường ..." it is not.
    """
    found = _OPEN.match(words.low, start)
    if not found or (found["verb"] and not named and not found["verb"].startswith(_CHANGING)):
        return None
    quote = found["quote"] or found["bare"]
    begin = found.end()
    end = (_closing(words.text, begin, quote) if quote else 0) or title_end(words, begin)
    value = " ".join(words.text[begin:end].split())
    if found["verb"] and value.lower() == " ".join(found["verb"].split()):
        return None
    return Stated(value, begin, end) if len(value) > 2 else None


def title_end(words: Words, start: int) -> int:
    """Where a title without quotes ends."""
    limit = min(len(words.low), start + LONGEST)
    stops = (stop for stop in _STOP.finditer(words.low, start, limit) if _is_stop(words, stop))
    stop = next((stop for stop in stops if not _goes_on(words, start, stop)), None)
    end = stop.start() if stop else limit
    end = start + _balanced(words.text[start:end])
    end = start + _quiet(words.text[start:end])
    return start + len(words.text[start:end].rstrip(" \n,.-¹²³⁴⁵"))


def _goes_on(words: Words, start: int, stop: re.Match[str]) -> bool:
    """What is changed is listed: "sửa đổi khoản 2, Điều 8, Nghị định ...", "của Luật A, Luật B"."""
    if not (stop["part"] or stop["next"]) or stop.start() - start > _CHANGED_WITHIN:
        return False
    return _CHANGED_PARTS.fullmatch(words.low, start, stop.start()) is not None


def _is_stop(words: Words, stop: re.Match[str]) -> bool:
    """A full stop ends a title unless it abbreviates ("TP. Huế") or a small letter follows."""
    if stop["named"]:
        return words.text[stop.start("named")].isupper()
    if stop["line"]:
        return words.text[stop.start("line")].isupper()
    if stop[0][0] == ";":
        return stop["goes"] is None or words.text[stop.end() : stop.end() + 1].isupper()
    if stop[0] != ".":
        return True
    after = words.text[stop.end() : stop.end() + 8].lstrip()[:1]
    return not after.islower() and not _ABBREVIATED.search(
        words.low, max(0, stop.start() - 5), stop.start()
    )


def _quiet(title: str) -> int:
    """How long the title is up to a line in capitals: the issuer who speaks next."""
    lines = title.split("\n")
    kept = 1 if not lines[0].isupper() else len(lines)
    while kept < len(lines) and not (lines[kept].isupper() and len(lines[kept]) > 8):
        kept += 1
    return len("\n".join(lines[:kept]))


def _balanced(title: str) -> int:
    """How long the title is up to a bracket that it did not open."""
    depth = 0
    for found in re.finditer(r"[()]", title):
        depth += 1 if found[0] == "(" else -1
        if depth < 0:
            return found.start()
    return len(title)


def _closing(text: str, start: int, quote: str) -> int:
    """Where the quotation ends; the first closing mark where the outer one is missing; else 0."""
    limit, paragraph = min(len(text), start + LONGEST), text.find("\n\n", start, start + LONGEST)
    limit = paragraph if paragraph >= 0 else limit
    close = _CLOSE.get(quote, quote)
    depth, last = 1, 0
    for found in re.finditer(r"[“”«»\"]", text[start:limit]):
        mark = found[0]
        depth += (mark == quote != close) - (mark in (close, "”"))
        last = last or (found.start() if mark in (close, "”") else 0)
        if depth == 0:
            return start + found.start()
    return start + last if last else 0
