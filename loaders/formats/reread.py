"""Doubtful words read again by their neighbours, as a person reads a blurred word.

Where a word that OCR was not sure of stands between the same two words elsewhere in the file, or in
the name of a body, and looks nearly the same there, it is that word. Nothing with a digit is ever
changed, and every change is told.

>>> from phahe.loaders.formats.doubt import marked
>>> lines = ["Bộ đội Biên phòng tỉnh", f"Bộ đội {marked('Biểu', 67)} phòng,"]
>>> page = Page(1, 600, 800, tuple(Line(text, 0, 0, 9, 9, 9) for text in lines))
>>> reread([page])[1]
['Biểu → Biên']
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from phahe.data import table
from phahe.loaders.formats.doubt import MARKED, MARKS
from phahe.loaders.formats.lines import Line, Page

WORD = re.compile("[^\\W\\d_\ue000-\uf8ff]+")
BEFORE = re.compile(r"([^\W\d_]+)\s+\Z")
AFTER = re.compile(r"\s+([^\W\d_]+)")
LEAST = 3
"""Letters a word must have: shorter ones look like too many others."""
Between = dict[tuple[str, str], set[str]]
"""(word before, word behind) in small letters → the words that stand between them."""


def reread(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """Read the doubtful words of *pages* again; also say what was changed."""
    known: Between = {key: set(words) for key, words in _names().items()}
    for page in pages:
        for text in _texts(page):
            for sure in MARKED.sub("\n", text).split("\n"):
                _learn(sure, known)
    changes: list[str] = []
    return [_page(page, known, changes) for page in pages], changes


@cache
def _names() -> Between:
    """What the names of bodies teach."""
    known: Between = {}
    for row in table("bodies"):
        for name in row["forms"].split("|"):
            _learn(name.lstrip("="), known)
    return known


def _texts(page: Page) -> Iterator[str]:
    for item in page.items:
        yield from (item.text,) if isinstance(item, Line) else item.cells


def _learn(text: str, known: Between) -> None:
    """Note each word that stands between two others."""
    words = list(WORD.finditer(text))
    for first, middle, last in zip(words, words[1:], words[2:], strict=False):
        if (
            text[first.end() : middle.start()].isspace()
            and text[middle.end() : last.start()].isspace()
        ):
            known.setdefault((first[0].lower(), last[0].lower()), set()).add(middle[0])


def _page(page: Page, known: Between, changes: list[str]) -> Page:
    def again(text: str) -> str:
        return MARKED.sub(lambda found: _word(found, known, changes), text)

    return replace(
        page,
        items=tuple(
            replace(item, text=again(item.text))
            if isinstance(item, Line)
            else replace(item, cells=tuple(again(cell) for cell in item.cells))
            for item in page.items
        ),
    )


def _word(found: re.Match[str], known: Between, changes: list[str]) -> str:
    """The marked word as it is, or as it stands between the same neighbours elsewhere."""
    read = WORD.fullmatch(found[2].strip(".,;:()\"”“'"))
    before = BEFORE.search(MARKS.sub("", found.string[: found.start()])[-40:])
    after = AFTER.match(MARKS.sub("", found.string[found.end() : found.end() + 40]))
    if not read or not before or not after or len(read[0]) < LEAST:
        return found[0]
    words = known.get((before[1].lower(), after[1].lower()), set())
    if len({word.lower() for word in words}) != 1:
        return found[0]
    word = min(words).upper() if read[0].isupper() else min(words)
    if word.lower() == read[0].lower() or not looks_like(word, read[0]):
        return found[0]
    changes.append(f"{read[0]} → {word}")
    return found[0].replace(read[0], word)


def looks_like(first: str, second: str) -> bool:
    """At most one letter differs, marks above and below set aside.

    >>> looks_like("Biên", "Biểu"), looks_like("CCB", "CCPB"), looks_like("tỉnh", "huyện")
    (True, True, False)
    """
    one, other = sorted((_bare(first), _bare(second)), key=len)
    if len(other) - len(one) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[at + (len(one) == len(other)) :] == other[at + 1 :]


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
