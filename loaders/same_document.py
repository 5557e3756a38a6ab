"""When two ways of naming a document mean the same one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from phahe.graph.document_type import code_of, is_usually_annexed
from phahe.graph.errors import NotANumber
from phahe.graph.facts import DocumentKey
from phahe.graph.names import fold
from phahe.graph.number import DocumentNumber
from phahe.loaders.mention import Mention
from phahe.loaders.reading import Reading

_ALIKE = 0.6
_SIGNS = re.compile(r"[^\w /]|_")
_LEADS = ("ve viec ", "ve ", "v/v ")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document's identity, folded for comparison."""

    type: str
    key: DocumentKey
    name: str = ""
    """Folded name with its type: luat dat dai."""
    own_annex: bool = False
    """This document promulgates it; title and first article may name it a little apart."""

    @classmethod
    def of(cls, mention: Mention) -> Known:
        """What a mention says."""
        date = mention.date.value if mention.date else ""
        number = _parsed(mention.code)
        title = fold(" ".join(mention.title.value.split())) if mention.title else ""
        has_name = mention.unnumbered or mention.type in ("luật", "bộ luật", "pháp lệnh")
        name = _bare(title, mention.type) if has_name else ""
        key = DocumentKey(
            type_code=mention.type_code,
            number=number.key[0] if number else mention.number.lstrip("0").lower(),
            symbol=number.letters if number else _letters(mention.symbol),
            year=(number.year if number else "") or date[:4],
            date=date,
            term=mention.term,
            title=name if not mention.code else "",
        )
        return cls(mention.type, key, name)

    @property
    def is_full(self) -> bool:
        """Whether it says enough to stand for itself: symbol and year."""
        return bool(self.key.symbol and self.key.year) or bool(self.name and self.key.date)

    def is_same(self, other: Known) -> bool:
        """Whether *other* surely is this: number and symbol the same, years not contradicting."""
        mine, theirs = self.key, other.key
        if not mine.number or not theirs.number:
            return False
        return (
            mine.number == theirs.number
            and mine.symbol == theirs.symbol
            and _agree(mine.year, theirs.year)
        )


def own_known(reading: Reading) -> Known:
    """What the document says of itself."""
    number = _parsed(reading.number.value) if reading.number else None
    date = reading.date.value if reading.date else ""
    kind = reading.type.value if reading.type else (number.type if number else "")
    key = DocumentKey(
        type_code=(number.type_code if number else "") or code_of(kind),
        number=number.key[0] if number else "",
        symbol=number.letters if number else "",
        year=(number.year if number else "") or date[:4],
        date=date,
        title=fold(reading.title.value) if reading.title else "",
    )
    return Known(kind, key, _bare(key.title, kind) if key.title else "")


class Shelf:
    """The documents met so far, found again by number or by type."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: list[Known] = []
        self._by: defaultdict[str, list[int]] = defaultdict(list)

    def candidates(self, said: Known) -> list[int]:
        """Return the places of the documents that *said* may mean."""
        near = [(at, self._known[at]) for at in self._by[said.key.number or f"type {said.type}"]]
        exact = [at for at, each in near if each.is_same(said)]
        if exact or (said.key.number and said.key.symbol):
            dated = [at for at in exact if self._known[at].key.date == said.key.date]
            return dated[:1] if said.key.date and dated else exact
        fits = _may_be_short_for if said.key.number else _is_same_name
        return [at for at, each in near if fits(said, each)]

    def put(self, said: Known) -> int:
        """Keep a document not met before; return its place."""
        self._known.append(said)
        at = len(self._known) - 1
        for label in (said.key.number, f"type {said.type}"):
            if label:
                self._by[label].append(at)
        return at

    def widen(self, at: int, said: Known) -> None:
        """Add what *said* says to the document at a place."""
        self._known[at] = widened(self._known[at], said)


def widened(known: Known, said: Known) -> Known:
    """*known* with what *said* adds; what is known already stays."""
    mine, more = known.key, said.key
    key = replace(
        mine,
        type_code=mine.type_code or more.type_code,
        number=mine.number or more.number,
        symbol=mine.symbol or more.symbol,
        year=mine.year or more.year,
        date=mine.date or more.date,
        term=mine.term or more.term,
        title=mine.title or more.title,
    )
    name = max(known.name, said.name, key=len)
    return Known(known.type or said.type, key, name, known.own_annex or said.own_annex)


def _may_be_short_for(said: Known, full: Known) -> bool:
    """ "Nghị quyết 18" for 18-NQ/TW; the year, where said, must agree."""
    same_type = (
        not said.key.type_code
        or said.key.type_code == full.key.type_code
        or (said.type == full.type)
    )
    return said.key.number == full.key.number and same_type and _agree(said.key.year, full.key.year)


def _is_same_name(said: Known, other: Known) -> bool:
    """One name, or its beginning; laws of different years are different laws."""
    if not said.name or not other.name or not _agree(said.key.year, other.key.year):
        return False
    if said.key.symbol != other.key.symbol and said.key.symbol and other.key.symbol:
        return False
    if said.own_annex and other.own_annex and said.type == other.type:
        return _alike(said.name, other.name)
    short, long = sorted((said.name, other.name), key=len)
    if short == long:
        return True
    begins = long.startswith(short + " ") and len(short.split()) >= 5
    if said.type == "điều lệ" or short == "nghi quyet dai hoi":
        # "Điều lệ Đoàn" behind "Điều lệ Đoàn TNCS Hồ Chí Minh"
        return long.startswith(short + " ")
    return begins and is_usually_annexed(said.type)


def _alike(one: str, other: str) -> bool:
    """Whether most words are shared (Dice coefficient)."""
    words, others = Counter(one.split()), Counter(other.split())
    shared = (words & others).total()
    return 2 * shared >= _ALIKE * (words.total() + others.total())


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _parsed(code: str) -> DocumentNumber | None:
    try:
        return DocumentNumber.parse(code) if code else None
    except NotANumber:
        return None


def _letters(symbol: str) -> str:
    return "".join(letter for letter in symbol if letter.isalnum()).upper()


def _bare(title: str, kind: str) -> str:
    """The name with its type once, quotes and "về" set aside."""
    words = " ".join(_SIGNS.sub(" ", title).split()).removeprefix(fold(kind)).strip()
    for lead in _LEADS:
        words = words.removeprefix(lead)
    return f"{fold(kind)} {words}".strip()
