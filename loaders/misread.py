"""What OCR takes for something else, set right where no other reading is possible.

>>> set_right("‹ Căn cứ số 97/QĐ~TTg ngày l2/O5/20l3 ^")
'  Căn cứ số 97/QĐ-TTg ngày 12/05/2013  '
>>> set_right("Luật số 57/2014/QHl3 dã dược sửa đổi; Quyết dịnh; dược sĩ; H2O; 5l")
'Luật số 57/2014/QH13 đã được sửa đổi; Quyết định; dược sĩ; H2O; 51'
>>> set_right("16 thảng 7 nãm 2014, Thông tư sổ 22/TT cùa Bộ, Sờ Y tế; sổ 5, thảng thốt")
'16 tháng 7 năm 2014, Thông tư số 22/TT của Bộ, Sở Y tế; sổ 5, thảng thốt'
"""

from __future__ import annotations

import re

from phahe.loaders.letters import UPPER

_MISREAD = re.compile(r"[0-9](?:[OlIØ]|(?<=[OlIØ][0-9]))")
_NUMBER = re.compile(r"(?:(?<!\w)|(?<=QH)|(?<=[A-ZĐ]{2})(?=l))[0-9OlIØ]{2,6}(?!\w)")
_DIGITS = str.maketrans("OlIØ", "0110")
"""One is read as ell or capital I, zero as O: ``05/I0/20l3``."""
_STAIN = re.compile(r"[‹›^¬¦¡´`Ị|'‘’](?=[ ]+\w|[ ]*$)", re.MULTILINE)
"""At the ends of lines only; what may be a bullet, a bar of a table or a quotation stays."""
_WAVE = re.compile(r"(?<=[A-ZĐ])~(?=[A-ZĐ])")
_GIVEN = re.compile(
    r"dược(?:(?<=đã dược)|(?<=dã dược)|(?= (?:sự|sửa|ban hành|bổ sung|giao|phê duyệt|quy định)\b))"
)
_PARTED = re.compile(
    r"/(?P<type>QĐ|NQ|NĐ|CT|KH|BC|TB|HD|CV|TTr|TT)(?P<by>[.:]\ ?|\ ?[-.:]\ ?-\ ?)(?=[A-ZĐ][A-ZĐT])"
)
"""What parts letters besides a dash: ``45/QĐ.UBND``, ``12/NQ- -HĐND``."""
_DOUBLED = re.compile(r" ([bcdđghklmnpqrstvx]) (?=\1\w)(?<![,;à] . )(?<!điểm . )")
"""The first letter of a word read twice: ``Tổ c chức``."""
_COLON = re.compile(rf":(?=[{UPPER}][{UPPER}])(?<=[{UPPER}][{UPPER}]:)")
"""A stain inside a name in capitals: ``ỦY:BAN``."""
_NO_WORDS = (
    ("dịnh", "định"),
    ("DỊNH", "ĐỊNH"),
    ("dã được", "đã được"),
    ("nãm", "năm"),
    ("cùa", "của"),
    ("Chính phù", "Chính phủ"),
    ("Thù tướng", "Thủ tướng"),
    ("Chù tịch", "Chủ tịch"),
    ("Bộ trường Bộ", "Bộ trưởng Bộ"),
)
"""Marks misread where that leaves no word, or another: never ``dược sĩ``."""
_MARKS = str.maketrans("ảổờ", "áốở")
_SMALL_WORDS = re.compile(r"\b(?:thảng(?= \d)|sổ(?= \d+[/-])|Sờ(?= [A-ZĐ]))")


def set_right(text: str) -> str:
    """Return *text* at the same length without stains and misread digits."""
    text = _with_digits(text)
    text = _STAIN.sub(_unstained, text)
    if "~" in text:
        text = _WAVE.sub("-", text)
    if "¬" in text or "ˆ" in text:
        text = text.replace("¬", " ").replace("ˆ", " ")
    text = _PARTED.sub(lambda it: f"/{it['type']}-{' ' * (len(it['by']) - 1)}", text)
    text = _DOUBLED.sub("   ", text)
    text = _COLON.sub(" ", text)
    if "dược" in text:
        text = _GIVEN.sub("được", text)
    for seen, meant in _NO_WORDS:
        if seen in text:
            text = text.replace(seen, meant)
    if "thảng" in text or "sổ" in text or "Sờ" in text:
        text = _SMALL_WORDS.sub(_with_its_mark, text)
    return text


def _with_its_mark(found: re.Match[str]) -> str:
    """ "thảng 7", "sổ 12/QĐ", "Sờ Y tế" as they were written."""
    return found[0].translate(_MARKS)


def _unstained(found: re.Match[str]) -> str:
    """A blank for a stain that has a line's end on one side and a blank on the other."""
    text, start, end = found.string, found.start(), found.end()
    last = not text[end : end + 9].partition("\n")[0].strip()
    before = text[max(0, start - 9) : start].rpartition("\n")
    first = not before[2].strip() and bool(before[1] or start < 9)
    if found[0] == "|" and (last or "|" in text[end : end + 300].partition("\n")[0]):
        return "|"
    return " " if (first and not last) or (last and text[start - 1 : start] == " ") else found[0]


def _with_digits(text: str) -> str:
    """Numbers set right around every place where a digit and such a letter meet."""
    pieces, done = [], 0
    for met in _MISREAD.finditer(text):
        begin = met.start()
        while begin > done and text[begin - 1] in "0123456789OlIØ":
            begin -= 1
        found = _NUMBER.match(text, begin)
        if found and found.end() > met.start() and begin >= done:
            pieces += [text[done:begin], found[0].translate(_DIGITS)]
            done = found.end()
    return "".join([*pieces, text[done:]]) if done else text
