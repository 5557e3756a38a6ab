"""Numbers and bullets before a paragraph, and where it stands: ``II.2.3``, ``5.2``.

Heading marks of markdown say little about levels, so the numbers themselves are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from phahe.loaders.letters import UPPER

PART, CHAPTER, LETTER, MUC, ROMAN, ARTICLE, DIGIT, SMALL, BULLET = 0, 10, 20, 30, 40, 50, 60, 90, 99
"""Ranks, outer to inner; dotted numbers take DIGIT + 1, DIGIT + 2."""
_NAMED = re.compile(
    r"(?P<name>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Điều|ĐIỀU|Khoản)\s+"
    r"(?:thứ\s+|THỨ\s+)?"
    r"(?P<label>[IVXLC]{1,6}|\d{1,3}[a-zđ]?|[Nn]hất|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|NHẤT|HAI|BA|TƯ|NĂM|"
    r"[A-E])(?![^\W_])(?P<rest>[.:\s–-]{0,3})"
)
_ROMAN = re.compile(
    rf"(?!V\s?/\s?[Vv]\b)(?P<label>[IVX]{{1,6}})(?:\s?[.,):]\s*|\s?/\s*(?=[{UPPER}])|\s?-\s+|-(?=[{UPPER}])|\s+(?=[{UPPER}]))(?=\S)"
)
_MIXED = re.compile(r"(?P<label>[IVX]{1,5}(?:\.\d{1,2}){1,3})[.)\s:-]")
_LETTER = re.compile(rf"(?P<label>[A-HK])\s?[.)-]\s*(?=[{UPPER}])")
_DOTTED = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,4})\s?(?:[.)/:-]\s*|\s+)(?=[^\d\s])")
_DIGIT = re.compile(r"(?P<label>\d{1,3})\s?(?:[.):]\s*|[-/]\s*(?=[^\W\d]))(?=[^\d\s])")
_SMALL = re.compile(r"(?P<label>[a-zđ]\d?)\s?[.)]\s*(?=\S)")
_BULLET = re.compile(r"(?P<label>\(\d{1,2}\)|[-+•●▪◦○❖➢✓√·~«])\s*(?=\S)")
_RANKS = {"ph": PART, "ch": CHAPTER, "mụ": MUC, "ti": MUC, "đi": ARTICLE, "kh": DIGIT}
FIRST = frozenset("PCMTĐKIVXABCDEFGHK0123456789(-+•●▪◦○❖➢✓√·~«abcdđeghiklmnopqrstuvxy")
"""Characters a label may begin with."""
LEAP = 4
"""Numbers of a list that may be missing (lost pages, OCR) before one is not believed."""


@dataclass(frozen=True, slots=True)
class Label:
    """A number or bullet as written, its rank, and where the words behind it begin."""

    text: str
    rank: int
    end: int


def label_of(text: str) -> Label | None:
    """The label that opens *text*; None if there is none.

    >>> label_of("2.3. Tổ chức"), label_of("Điều 5. Trách nhiệm").text, label_of("15/6 và 10/12")
    (Label(text='2.3', rank=61, end=5), '5', None)
    """
    first = text[0]
    if first not in FIRST:
        return None
    if first in "PCMTĐK":
        return _named(text) or (_simple(_LETTER, text, LETTER) if text[1:2] in ".)- " else None)
    if first.isdigit():
        dotted = _DOTTED.match(text)
        if dotted:
            return Label(dotted["label"], DIGIT + dotted["label"].count("."), dotted.end())
        return _simple(_DIGIT, text, DIGIT)
    if first in "IVX":
        mixed = _MIXED.match(text)
        if mixed:
            return Label(mixed["label"], DIGIT + mixed["label"].count(".") - 1, mixed.end())
        return _simple(_ROMAN, text, ROMAN)
    if first in "ABDEFGH":
        return _simple(_LETTER, text, LETTER)
    if first.isalpha():
        return (
            _simple(_SMALL, text, SMALL)
            if text[1:3].strip(" 0123456789")[:1] in (".", ")")
            else None
        )
    return _simple(_BULLET, text, BULLET)


def _simple(pattern: re.Pattern[str], text: str, rank: int) -> Label | None:
    found = pattern.match(text)
    return Label(found["label"], rank, found.end()) if found else None


def _named(text: str) -> Label | None:
    found = _NAMED.match(text)
    if not found:
        return None
    name, rest = found["name"].lower(), text[found.end() :]
    # "Điều 5 Luật ..." in a wrapped line is a citation; a heading has a stop, or stands alone.
    if rest and not (set(".:-–") & set(found["rest"])):
        if name == "điều" and not rest[:1].isupper():
            return None
        if (
            rest[:1].islower()
            or rest[:1] in ",;()/"
            or rest.startswith(("Điều", "Luật", "Nghị", "Thông", "Quy"))
        ):
            return None
    return Label(found["label"], _RANKS[name[:2]], found.end())


class Outline:
    """Where we are in a document: the open labels, outer to inner."""

    def __init__(self) -> None:
        """Stand before the first section."""
        self.open: list[Label] = []
        self.section = ""
        self.seen: set[int] = set()
        """Ranks met so far: what comes first stands higher, ``I.`` above ``A.`` or below."""

    def believes(self, label: Label) -> bool:
        """Whether a number may follow the last one of its rank: 1, or not too far ahead."""
        if label.rank in (PART, CHAPTER):
            outer = all(each.rank < label.rank for each in self.open)
            return outer or label.rank in self.seen
        if label.rank != DIGIT or not label.text.isdigit():
            return True
        last = next(
            (
                int(each.text.split(".")[0])
                for each in self.open
                if each.rank >= DIGIT and each.text[0].isdigit()
            ),
            0,
        )
        return int(label.text) <= last + LEAP

    def enter(self, label: Label) -> str:
        """Go to *label* and return the section; bullets stay in the section they are in."""
        if label.rank < BULLET:
            if label.rank == LETTER and LETTER not in self.seen and ROMAN in self.seen:
                label = replace(label, rank=ROMAN + 5)
            rank = DIGIT if DIGIT <= label.rank < SMALL else label.rank
            self.seen.add(rank)
            self.open = [each for each in self.open if each.rank < rank]
            self.open.append(label)
            self.section = self._path()
        return self.section

    def _path(self) -> str:
        """``II.2.3``; articles are numbered through a document, so ``5.2`` is Điều 5, khoản 2."""
        start = next((place for place, each in enumerate(self.open) if each.rank == ARTICLE), 0)
        labels = [each.text for each in self.open[start:]]
        if len(labels) > 1 and labels[-1][0] in "IVX" and "." in labels[-1]:
            return labels[-1]
        return ".".join(labels)
