"""Documents that another one promulgates or encloses, and those named by a title in quotes.

>>> from phahe.loaders.mention_text import prepare
>>> text = '''Ban hành kèm theo Quyết định này “Quy định về A, B”. Xây dựng Đề án “Hỗ trợ”.
... Đính kèm Quyết định thành lập Đoàn kiểm tra năm 2017.'''
>>> [text[name.start : name.end] for name in annexed(prepare(text))]
['Quy định về A, B', 'Đề án “Hỗ trợ”', 'Quyết định thành lập Đoàn kiểm tra năm 2017']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from phahe.graph.document_type import is_usually_annexed, type_names
from phahe.loaders.document_name import Name, type_of
from phahe.loaders.mention_parts import spaced
from phahe.loaders.mention_text import Words
from phahe.loaders.mention_title import title_end

_ANNEX = spaced(
    "|".join(name.replace("quy ", "qu[yi] ") for name in type_names() if is_usually_annexed(name))
)
_PROMULGATED = re.compile(
    rf"""
    an(?<=[Bb]an)\s+hành\s+
    (?: (?:kèm\s+theo\s+[\w\ ]{{3,30}}?\s+này | kèm\s+theo) \s*:?\s* )?
    (?:bản\s+)? (?P<quote>[“"])? (?P<type>(?i:{_ANNEX})) \s+ (?=[^\W\d]|[“"])
    """,
    re.VERBOSE,
)
_NO_NAME = re.compile(
    r"(?:này|của|do|và|trên|nêu|đó|được|đã|là|có|tại|kèm|hoặc|cho|theo|số|ban\s+hành|phải)\b"
)
_QUOTES = (re.compile(r"“(?=\w)"), re.compile(r'"(?=\w)'))
_QUOTED_TYPE = re.compile(
    r"(?P<type>Đề án|Kế hoạch|Quy chế|Quy định|Nghị quyết|Chỉ thị|Chiến lược|Điều lệ|ĐỀ ÁN)"
    r"\s+(?:về\s+)?$"
)
_OPENED = re.compile(r"(?:về\s+(?:việc\s+)?)?[“\"]")
_CLOSE = re.compile("[”\"]|''|\n\n")
_CAPITAL = spaced(
    "|".join(name.capitalize() for name in type_names() if name not in ("lệnh", "luật"))
)
_WITH = re.compile("kèm")
_ENCLOSED = re.compile(
    rf"(?i:kèm(?:\s+theo)?)\s*:?\s+(?P<type>{_CAPITAL})\s+(?=[^\W\d])"
    r"(?!này|của|số|nêu|trên|ngày|do|và\b)"
)
_LONGEST_QUOTATION = 400


def annexed(words: Words) -> Iterator[Name]:
    """Promulgated, quoted and enclosed documents, each kind in the order of the text."""
    yield from _promulgated(words)
    yield from _quoted(words)
    yield from _enclosed(words)


def _promulgated(words: Words) -> Iterator[Name]:
    """ "Ban hành kèm theo Quyết định này Quy chế ...", "ban hành Kế hoạch ..."."""
    for found in _PROMULGATED.finditer(words.text):
        start = found.start("type")
        proper = found["quote"] or words.text[start].isupper()
        own = " này " in " ".join(found[0].split()) and words.low.startswith("của ", found.end())
        if not proper or (_NO_NAME.match(words.low, found.end()) and not own):
            continue
        close = _CLOSE.search(words.text, start) if found["quote"] else None
        end = close.start() if close else _quoted_end(words, found.end())
        yield Name(start, end or title_end(words, found.end()), type_of(found["type"]))


def _quoted_end(words: Words, start: int) -> int:
    """Behind the title in quotes that opens at *start*; 0 if none does, or it has no end."""
    opened = _OPENED.match(words.low, start)
    close = _CLOSE.search(words.text, opened.end(), start + _LONGEST_QUOTATION) if opened else None
    return close.end() if close and close[0] != "\n\n" else 0


def _quoted(words: Words) -> Iterator[Name]:
    """Đề án “Hỗ trợ nông dân”."""
    for found in chain.from_iterable(quote.finditer(words.text) for quote in _QUOTES):
        named = _QUOTED_TYPE.search(words.text, max(0, found.start() - 20), found.start())
        limit = found.end() + _LONGEST_QUOTATION
        close = _CLOSE.search(words.text, found.end(), limit) if named else None
        if named and close and close[0] != "\n\n":
            yield Name(named.start(), close.end(), type_of(named["type"]))


def _enclosed(words: Words) -> Iterator[Name]:
    """ "Đính kèm Quyết định thành lập Đoàn kiểm tra"."""
    for cue in _WITH.finditer(words.low):
        found = _ENCLOSED.match(words.text, cue.start())
        if not found:
            continue
        end = title_end(words, found.end())
        if end - found.end() > 5:
            yield Name(found.start("type"), end, type_of(found["type"]))
