"""Where the phrase stands that governs a citation: at once before, opening its clause, behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.document_type import is_usually_annexed
from phahe.graph.names import fold
from phahe.loaders.citation import Citation
from phahe.loaders.filler import is_filler
from phahe.loaders.mention_parts import ACTS, BODY, TYPES
from phahe.loaders.mention_text import Words
from phahe.loaders.relation_phrase import Phrase, any_phrase, phrases

_FAR = 40
"""Characters behind which a later phrase of the clause is the nearer one."""
_MISREAD = re.compile(r"\b(?:th\w{1,2}c\s+h\w{2,3}n|tr\w{2,3}n\s+khai|h\w{2}ng\s+d\w{1,2}n)\b")
_LABEL = re.compile(
    r"(?>\s*(?:điều\s+\d+[a-z]?[.:]?|\d+(?:\.\d+)*[.)]?|[a-zđ]\)|[-+*•:,.'~|]|[ivx]+\."
    r"|v/v|về\s+việc))*\s*[(*“]*\s*"
)
_PROVISIONS = re.compile(
    r"(?:(?:(?:điểm|khoản|điều|mục|chương|phần|tiết|phụ\s+lục)\s+(?:\d[\w.]*|[ivx]+|[a-zđ])|của|tại|và"
    r"|[,;])\s*)*"
)
_CATALOGUE = re.compile(r"danh\s+mục\s")
_OPENING = 40
"""Characters in which a paragraph says what governs its list."""
_ACTING = re.compile(rf",\s+{BODY}\s[^,;.]{{0,120}}?\s(?:{ACTS})\b")
_ISSUED = re.compile(rf",\s+(?:ngày\s[^,;]{{5,30}},\s+)?{BODY}\s[^,;.]{{0,120}}?\sban\s+hành\s+$")
_COMMA = re.compile(r",|(?<![^\s])và(?=\s+(?:thực\s+hiện|căn\s+cứ|triển\s+khai|trên\s+cơ\s+sở)\b)")
_SENTENCE_END = re.compile(r"[\w)]{2}(?<!TP)(?<!TX)\.\s+[A-ZĐÀ-Ỹ][a-zà-ỹ]")
_CLAUSE_END = re.compile(r"[.;:]|\n\s*\n")
_THIS = re.compile(rf"\b(?:{TYPES}|văn\s+bản)\s+này\b")
_CHANGED = r"(?:thay\s+thế|sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|h[uủ][yỷ]\s+bỏ|đình\s+chỉ|điều\s+chỉnh)"
_PASSIVE = re.compile(rf"\b(?:được|bị|đã)\s+(?:{_CHANGED}\s*(?:,|hoặc|và|hay)?\s*)*$")
# Not the document itself does it, but others: "các Nghị định sửa đổi Nghị định 26".
_OTHERS = re.compile(
    rf"\b(?:các|những|mọi|một\s+số|văn\s+bản|của)\s+(?:{TYPES}|văn\s+bản)(?:,?\s+\w+){{0,4}},?\s+$"
)
_TYPE_BEFORE = re.compile(rf"\b(?:{TYPES})\s+$")
_ISSUER = re.compile(r"\s(?:của|do)\s[^:;.]{3,90}?(?=\s+(?:ban\s+hành|sau|như\s+sau)\b|\s*:)")
_ANNEXED = re.compile(
    r"(?:[^;:.]{0,80}?\s(?:vào|tại|trong|của)\s+)?"
    r"(?:quy\s+định|quy\s+chế|điều\s+lệ|danh\s+mục|quy\s+trình|kế\s+hoạch|đề\s+án|chương\s+trình"
    r"|định\s+mức|bảng\s+giá|bộ\s+thủ\s+tục)\s[^;:.]{0,200}?"
    r"\s(?:được\s+)?(?:ban\s+hành|công\s+bố)\s+(?:kèm\s+)?theo\s*$"
    r"|^\s*(?:một\s+)?phần\s[^;:.]{0,200}?\stại\s*$"
)
"""What is changed by its name, told by what promulgated it."""
_DRAFT = re.compile(rf"\bdự\s+thảo\s+(?:{TYPES})\s+$")
_WITHIN = re.compile(r"\b(?:theo|quy\s+định\s+tại|quy\s+định\s+của|được\s+cấp\s+theo)\s+$")
"""What is done "theo Quyết định 5" ends, not Quyết định 5: "Báo cáo theo ... hết hiệu lực"."""
_BY = re.compile(r"\s*(?:tại|theo|bởi|bằng|trong)\b")
"""Behind a change these words name who made it: "được bổ sung một khoản ... sửa đổi tại Luật B"."""
_UNSURE = re.compile(r"\b(?:nếu|khi|chưa|đã)\s*$|\btiếp\s+tục\b|\bđến\s+(?:thời\s+điểm|khi)\b")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the table at ``text[start:end]``."""

    phrase: Phrase
    start: int
    end: int


def find_phrase(words: Words, place: Citation) -> Hit | None:
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
    found = _lead(words, place, end) or loose
    if found and _is_issued(words, place, found.end):
        return None
    return found or _introduced(words, place)


def _is_issued(words: Words, place: Citation, start: int) -> bool:
    """ "Trên cơ sở đó, Bộ Chính trị đã ban hành Nghị quyết 2": it is the result, not the ground."""
    end = place.reference.mention.start
    if not words.low.endswith(("ban hành ", "ban hành\n"), start, end):
        return False
    return _ISSUED.search(words.low, max(start, end - 200), end) is not None


def _introduced(words: Words, place: Citation) -> Hit | None:
    """The phrase of the line that opens the list: "Bãi bỏ các văn bản sau đây:"."""
    intro = place.part.intro
    if not intro or place.nested:
        return None
    front = words.low[place.part.start : place.reference.mention.start]
    label = _LABEL.match(front)
    if not _PROVISIONS.fullmatch(front, label.end() if label else 0):
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
            named = _CATALOGUE.match(words.low, start) or _THIS.search(words.low, *intro)
            if how == "near" and not (found.start() == start or named):
                continue
            listed = _ISSUER.sub(" ", words.low[found.end() : intro[1]])
            if how == "after" or is_filler(listed, quoted=True):
                return Hit(phrase, found.start(), found.end())
    return None


def _near(words: Words, place: Citation, end: int) -> Hit | None:
    begin = max(place.left, end - 260)
    if not any_phrase(place.where, "near").search(words.low, begin, end):
        return None
    found = [
        Hit(phrase, hit.start(), hit.end())
        for phrase in phrases(place.where, "near")
        for hit in phrase.pattern.finditer(words.low, begin, end)
        if _reaches(words, place, hit) and _counts(words, place, phrase, hit)
    ]
    return min(found, key=lambda each: (each.start, -each.end), default=None)


def _reaches(words: Words, place: Citation, hit: re.Match[str]) -> bool:
    """Only provisions stand between the phrase and the document, and no quotation ends there."""
    mention = place.reference.mention
    before = max(0, hit.start() - 60)
    if _PASSIVE.search(words.low, before, hit.start()):
        return False
    if _OTHERS.search(words.low, before, hit.start()):
        return False
    gap = words.low[hit.end() : mention.start]
    if hit[0].startswith(("sửa", "bổ sung", "thay thế", "bãi bỏ", "điều chỉnh")):
        gap = _ANNEXED.sub(" ", gap)
    return is_filler(gap, quoted=mention.unnumbered)


def _counts(words: Words, place: Citation, phrase: Phrase, hit: re.Match[str]) -> bool:
    """What a near phrase asks besides standing there."""
    mention = place.reference.mention
    if phrase.relation in ("AMENDS", "REPLACES") and _BY.match(words.low, hit.end(), mention.start):
        return False
    pointed = mention.anaphora and mention.text.lower().split()[-1] in ("này", "trên", "đây")
    before = words.low[place.clause : hit.start()]
    at_start = _LABEL.fullmatch(before) is not None
    if phrase.words.endswith("... tại"):  # what a decision settled, another may change
        return at_start and place.subject_type == mention.type
    if phrase.relation == "ENCLOSES":
        if place.nested and _TYPE_BEFORE.search(words.low, hit.start() - 30, hit.start()):
            return False  # "về việc đính chính Thông tư ban hành Quy định ..."
        if phrase.words == "ban hành" and _is_asked_for(words, place, hit.start()):
            return False
        if hit[0] == "có" and "kèm" not in words.low[mention.end : mention.end + 80]:
            return False  # "Có Quy chế quản lý ..." asks for one
        if phrase.words.startswith(("ban hành", "(có")):
            annexed = mention.unnumbered and is_usually_annexed(mention.type)
            own = phrase.words != "ban hành" or at_start or place.where != "body"
            return not pointed and annexed and own
        return not pointed
    if place.where != "body":
        return True
    return (at_start or _THIS.search(before) is not None) and not mention.anaphora


def _is_asked_for(words: Words, place: Citation, start: int) -> bool:
    """What a submission asks for, or a draft will promulgate, is not promulgated by it."""
    if place.subject_type in ("tờ trình", "báo cáo", "công văn", "giấy mời", "biên bản"):
        return True
    return _DRAFT.search(words.low, max(0, start - 40), start) is not None


def _lead(words: Words, place: Citation, end: int) -> Hit | None:
    """A phrase that opens the clause, or a part of it behind a comma; the last one wins.

    Where none opens what stands behind the reference before, the clause's own still governs,
    unless the issuer has begun to speak; behind a semicolon that of the paragraph.
    """
    near = _opening_phrase(words, place.where, place.left, end)
    if near or place.nested:
        return near
    if place.left != place.clause:
        far = _opening_phrase(words, place.where, place.clause, end)
        return None if far and _ACTING.search(words.low, far.end, end) else far
    if words.low[place.clause : end].strip() in ("", "và", "các", "và các", "số", "và số"):
        start = place.part.start
        if _SENTENCE_END.search(words.text, start, place.clause):
            return None
        return _opening_phrase(words, place.where, start, min(end, start + _OPENING))
    return None


def _opening_phrase(words: Words, where: str, begin: int, end: int) -> Hit | None:
    """The last phrase that opens a part; read without diacritics if OCR has spoilt them."""
    left = words.low[begin:end]
    bare = fold(left)
    labels = [
        _LABEL.match(left, at) for at in (0, *(comma.end() for comma in _COMMA.finditer(left)))
    ]
    places = [label.end() for label in labels if label]
    plain = [
        Hit(phrase, begin + at, begin + hit.end())
        for at in places
        for phrase in phrases(where, "lead")
        if (hit := phrase.pattern.match(left, at))
    ]
    if not plain and len(bare) == len(left):
        plain = [
            Hit(phrase, begin + at, begin + hit.end())
            for at in places
            for phrase in phrases(where, "lead")
            if (hit := phrase.folded.match(bare, at))
        ]
    return max(plain, key=lambda each: (each.start, each.end), default=None)


def _loose(words: Words, place: Citation, end: int) -> Hit | None:
    """The earliest phrase not too far off, else the last; detailing a law beats guiding it."""
    begin = max(place.left, end - 300)
    if any_phrase(place.where, "loose").search(words.low, begin, end):
        hits: Iterator[Hit] = (
            Hit(phrase, hit.start(), hit.end())
            for phrase in phrases(place.where, "loose")
            for hit in phrase.pattern.finditer(words.low, begin, end)
        )
    else:
        hits = _misread(words, place.where, begin, end)
    found = [
        hit for hit in hits if not _OTHERS.search(words.low, max(0, hit.start - 60), hit.start)
    ]
    if not found:
        return None
    details = [each for each in found if each.phrase.relation == "DETAILS"]
    if details:
        return details[-1]
    first = min(found, key=lambda each: (each.start, -each.end))
    last = max(found, key=lambda each: (each.end, -each.start))
    one = last.start - first.end <= 2  # "hướng dẫn | thực hiện" is one phrase
    return first if one or end - first.end <= _FAR else last


def _misread(words: Words, where: str, begin: int, end: int) -> Iterator[Hit]:
    """Loose phrases whose marks OCR has spoilt: "Thực hiên Nghị quyêt"."""
    if not _MISREAD.search(words.low, begin, end):
        return
    bare = fold(words.low[begin:end])
    if len(bare) != end - begin:
        return
    for phrase in phrases(where, "loose"):
        for hit in phrase.folded.finditer(bare):
            yield Hit(phrase, begin + hit.start(), begin + hit.end())


def _after(words: Words, place: Citation) -> Hit | None:
    """ "Quyết định số 12 hết hiệu lực kể từ ngày ...": the words stand behind."""
    start = place.reference.mention.end
    if _WITHIN.search(words.low, place.clause, place.reference.mention.start):
        return None
    stop = _CLAUSE_END.search(words.low, start, start + 300)
    end = stop.start() if stop else start + 300
    itself = _THIS.search(words.low, place.clause, end)
    for phrase in phrases("body", "after"):
        found = phrase.pattern.search(words.low, start, end)
        near = found and (itself or found.start() - start < 3)
        if found and near and not _UNSURE.search(words.low, start, found.start()):
            return Hit(phrase, found.start(), found.end())
    return None
