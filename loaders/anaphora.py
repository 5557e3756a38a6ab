"""Documents pointed at: "Kế hoạch này", "nêu trên", "Gửi kèm Kế hoạch", "Trên đây là Kế hoạch".

>>> from phahe.loaders.mention_text import prepare
>>> words = prepare("theo Kế hoạch này (Gửi kèm Công văn). Trên đây là Báo cáo của Hội.")
>>> [(each.type, each.how) for each in pointers(words)]
[('kế hoạch', 'this'), ('công văn', 'enclosed'), ('báo cáo', 'closing')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from phahe.graph.document_type import known_name, type_names
from phahe.loaders.mention_parts import spaced
from phahe.loaders.mention_text import Words

_TYPES = spaced("|".join(type_names()))
# A pattern for each, the blank before it looked for last: a search for fixed letters is fast.
_THIS = tuple(
    re.compile(rf"{this}(?!\w)(?<=\s{this})")
    for this in ("này", "nêu trên", "nói trên", "trên đây")
)
_LAST = tuple({name.split()[-1] for name in type_names()})
_TYPE_BEFORE = re.compile(rf"(?<!\w)(?P<type>{_TYPES})\s+$")
_ENCLOSED = re.compile(rf"kèm(?:\s+theo)?\s+(?P<type>{_TYPES})(?=\s*(?:[).;,/]|\n))")
_ENCLOSED_AFTER = tuple(
    re.compile(rf"{words}(?=\s*[).;,])") for words in ("gửi kèm", "đính kèm", "kèm theo")
)
_CLOSING = re.compile(rf"trên đây là (?:nội dung |toàn bộ )?(?:bản )?(?P<type>{_TYPES})\b")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that point at a document."""

    start: int
    end: int
    type: str
    how: Literal["this", "above", "enclosed", "closing"]


def pointers(words: Words) -> Iterator[Pointer]:
    """All pointers, in the order of the text."""
    yield from sorted(
        [*_these(words), *_enclosed(words), *_closing(words)], key=lambda each: each.start
    )


def _these(words: Words) -> Iterator[Pointer]:
    for found in _each(_THIS, words.low):
        named = _type_before(words, found.start())
        if named:
            kind = known_name(" ".join(named["type"].split()))
            how: Literal["this", "above"] = "this" if found[0] == "này" else "above"
            yield Pointer(named.start(), found.end(), kind, how)


def _each(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    return chain.from_iterable(pattern.finditer(text) for pattern in patterns)


def _type_before(words: Words, end: int) -> re.Match[str] | None:
    """The type that stands right before *end*."""
    base = max(0, end - 32)
    ended = words.low[base:end].rstrip().endswith(_LAST)
    return _TYPE_BEFORE.search(words.low, base, end) if ended else None


def _enclosed(words: Words) -> Iterator[Pointer]:
    """ "(Gửi kèm Kế hoạch)", "(Kế hoạch gửi kèm)"."""
    for found in _ENCLOSED.finditer(words.low):
        kind = known_name(" ".join(found["type"].split()))
        yield Pointer(found.start("type"), found.end("type"), kind, "enclosed")
    for found in _each(_ENCLOSED_AFTER, words.low):
        named = _type_before(words, found.start())
        if named:
            kind = known_name(" ".join(named["type"].split()))
            yield Pointer(named.start("type"), named.end("type"), kind, "enclosed")


def _closing(words: Words) -> Iterator[Pointer]:
    for found in _CLOSING.finditer(words.low):
        yield Pointer(
            found.start("type"),
            found.end("type"),
            known_name(" ".join(found["type"].split())),
            "closing",
        )
