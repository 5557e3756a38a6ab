"""Documents pointed at: "Kế hoạch này", "nêu trên", "Gửi kèm Kế hoạch", "Trên đây là Kế hoạch".

>>> from phahe.loaders.mention_text import prepare
>>> words = prepare("theo Kế hoạch này (Gửi kèm Công văn). Trên đây là Báo cáo của Hội.")
>>> [(each.type, each.how) for each in pointers(words)]
[('kế hoạch', 'this'), ('công văn', 'enclosed'), ('báo cáo', 'closing')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from phahe.graph.document_type import known_name, type_names
from phahe.loaders.mention_parts import spaced
from phahe.loaders.mention_text import Words

_TYPES = spaced("|".join(type_names()))
# Letter first, blank before it second: so the search leaps from one such letter to the next.
_THIS = re.compile(r"(?:n(?<=\sn)(?:ày|êu trên|ói trên)|t(?<=\st)rên đây)(?!\w)")
_TYPE_BEFORE = re.compile(rf"(?<!\w)(?P<type>{_TYPES})\s+$")
_ENCLOSED = re.compile(rf"kèm(?:\s+theo)?\s+(?P<type>{_TYPES})(?=\s*(?:[).;,/]|\n))")
_ENCLOSED_AFTER = re.compile(r"(?:gửi kèm|đính kèm|kèm theo)(?=\s*[).;,])")
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
    for found in _THIS.finditer(words.low):
        base = max(0, found.start() - 32)
        named = _TYPE_BEFORE.search(words.low, base, found.start())
        if named:
            kind = known_name(" ".join(named["type"].split()))
            yield Pointer(
                named.start(), found.end(), kind, "this" if found[0] == "này" else "above"
            )


def _enclosed(words: Words) -> Iterator[Pointer]:
    """ "(Gửi kèm Kế hoạch)", "(Kế hoạch gửi kèm)"."""
    for found in _ENCLOSED.finditer(words.low):
        kind = known_name(" ".join(found["type"].split()))
        yield Pointer(found.start("type"), found.end("type"), kind, "enclosed")
    for found in _ENCLOSED_AFTER.finditer(words.low):
        named = _TYPE_BEFORE.search(words.low, max(0, found.start() - 32), found.start())
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
