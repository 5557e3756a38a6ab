"""Laws, codes, ordinances and the constitution, named without a number.

>>> from phahe.loaders.mention_text import prepare
>>> text = '''Luật Phòng, chống ma túy năm 2021; Luật sửa đổi, bổ sung một số điều của
... Luật Đất đai và Luật Nhà ở ngày 3/4/2025; Bộ luật này; Luật sư A; quy định của pháp luật'''
>>> [" ".join(text[name.start : name.end].split())[:24] for name in laws(prepare(text))]
['Luật Phòng, chống ma túy', 'Luật sửa đổi, bổ sung mộ', 'Luật Đất đai', 'Luật Nhà ở']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from phahe.data import table
from phahe.graph.names import fold
from phahe.loaders.document_name import Name, end_of, stop_at, type_of
from phahe.loaders.mention_text import Words

_LAW = re.compile(
    r"(?P<type>Bộ\s+luật|Luật|Pháp\s+lệnh|BỘ LUẬT|LUẬT|PHÁP LỆNH)"
    r"(?:\s+(?=\w)|(?<=uật)(?=[A-ZĐ][^\W\d_A-ZĐ]))"
)
""" "LuậtTổ chức": a blank is lost at times."""
_NO_LAW = re.compile(
    r"""(?:này|sư|gia|khác|hiện|chuyên|trên|đó|có|được|quy\ định|qui\ định|và|số|do|của|định|pháp
    |là|liên\ quan|mới|sau|thì|cũng|nêu|chưa|đã|không|phải|trong|ngày|năm|nói|tại|theo|nước|quốc\ tế
    |hoặc|với|về|cho|ban\ hành(?!\s+v))\b""",
    re.VERBOSE,
)
_LONGEST = 120
"""Characters of the longest listed name, wrapped lines included."""
_PART_OF = ("bộ ", "hội ", "học ", "khoa ", "pháp ", "kỷ ", "kỉ ", "định ", "quân ")
""" "pháp luật", "KỶ LUẬT", "Hội Luật gia", "Đại học Luật"."""
_AMENDING = re.compile(
    r"(?:sửa\s+đổi|bổ\s+sung)(?:[^.;:()0-9]{0,90}?\scủa\s+(?:các\s+)?|,?\s+(?:bổ\s+sung\s+)?)"
    r"(?:bộ\s+luật|luật|pháp\s+lệnh)\s+"
)
_FURTHER = re.compile(r"(?:\s+và|,)\s+(?:bộ\s+luật|luật|pháp\s+lệnh)\s+(?!số|sửa)(?=\w)")
_DATED = re.compile(r"\s+(?:số|ngày|năm)\s+\d|\s+\d{4}")
_STOP = stop_at(
    ",;.:()[]/",
    r"ngày năm (?<!nghệ\s)(?<!đổi\s)số",
    "và đã được có là thì quy_định hiện_hành trong theo tại hoặc với do để nhằm đến về",
    "khi vào nước này mới cho hướng_dẫn gồm còn nêu sẽ cũng chưa phải không trước sau bằng đối_với",
    r"trên các như \d\S* -",
)
_CONSTITUTION = re.compile(
    r"Hiến\s+pháp(?:\s+nước\s+(?:Cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa|CHXHCN)\s+Việt\s+Nam)?"
    r"(?!\w)(?!\s+(?:và\s+pháp|này))"
)


def laws(words: Words) -> Iterator[Name]:
    """Every law; of one that amends another both, the amended one behind."""
    for found in _LAW.finditer(words.text):
        before = words.low[max(0, found.start() - 6) : found.start()]
        if (
            _is_heading(words.text, found)
            or before.endswith(_PART_OF)
            or _NO_LAW.match(words.low, found.end())
        ):
            continue
        amending = _AMENDING.match(words.low, found.end())
        end = _end(words, amending.end() if amending else found.end())
        while amending and (further := _FURTHER.match(words.low, end)):
            end = _end(words, further.end())
        shouted = found["type"].isupper() and not words.text[found.end() : end].isupper()
        if end - found.end() > 1 and not shouted and _is_law(words, found.end(), end):
            yield Name(found.start(), end, type_of(found["type"]))


def _is_heading(text: str, found: re.Match[str]) -> bool:
    """Whether the type stands alone on its line, above the title of the law itself."""
    alone = "\n" in text[found.end("type") : found.end()]
    return (
        alone and found["type"].isupper() and text[: found.start()].rstrip(" ")[-1:] in ("\n", "")
    )


def constitutions(words: Words) -> Iterator[Name]:
    """Every mention of the constitution."""
    for found in _CONSTITUTION.finditer(words.text):
        yield Name(found.start(), found.end(), "hiến pháp")


@cache
def _known() -> re.Pattern[str]:
    known = sorted((row["name"] for row in table("law_names")), key=lambda name: -len(name))
    spelled = (re.escape(fold(name)).replace(r"\ ", r"\s+") for name in known)
    return re.compile(rf"(?:{'|'.join(spelled)})(?:(?!\w)|(?=(?:ngay|nam|so) ?\d))")


def _known_end(words: Words, start: int) -> int:
    """Where the listed name that begins at *start* ends, whatever OCR made of its marks; else 0."""
    near = fold(words.low[start : start + _LONGEST])
    known = _known().match(near) if near[:2] in _beginnings() else None
    return start + known.end() if known else 0


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(fold(row["name"])[:2] for row in table("law_names"))


def _is_law(words: Words, start: int, end: int) -> bool:
    """A listed name, a capitalised one, or one with a date or year behind it."""
    if words.text[start].isupper() or _known_end(words, start):
        return True
    return _DATED.match(words.low, end) is not None or words.low.startswith("sửa", start)


def _end(words: Words, start: int) -> int:
    return _known_end(words, start) or end_of(words, start, _STOP)
