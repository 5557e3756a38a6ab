"""The words in front of a number that say what kind of document it is of.

>>> from phahe.loaders.mention_text import prepare
>>> words = prepare("Điều 2 Quyết định của Bộ Chính trị số 31-QĐ/TW")
>>> lead = read_lead(words, 38)
>>> lead.type, lead.issuer.value
('quyết định', 'Bộ Chính trị')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from phahe.graph.document_type import known_name, type_names
from phahe.graph.names import fold
from phahe.loaders.any_of import any_of
from phahe.loaders.mention_parts import read_issuer
from phahe.loaders.mention_text import Words
from phahe.loaders.reading import Stated

_FAR = 170
_SHORT = {
    "cv": "công văn",
    "qd": "quyết định",
    "nq": "nghị quyết",
    "ttr": "tờ trình",
    "nd": "nghị định",
}
_FOLDED = any_of((*(fold(name) for name in type_names()), "qui dinh", "qui che", *_SHORT))
_TYPE = re.compile(rf"(?<![a-z0-9]){_FOLDED}(?![a-z0-9])")
_NEAR = re.compile(r"[\s,(:]*(?:(?:so|sd|se|s)\b)?[\s:.,']*")
_WORDS_BETWEEN = re.compile(r"\s+(?:[a-z]+\s+){1,6}so\b\s*:?\s*")
_ISSUER_BETWEEN = re.compile(r"\s+cua\s+(?P<body>[^0-9]{3,90}?)\s*\(?\s*so\b\s*:?\s*")
_LAW_BETWEEN = re.compile(r"\s+[^0-9.;:()]{3,130}?\s+so\b\s*:?\s*")
_NUMBERED = re.compile(r"(?:^|[\s,(])(?:so|SO)\s*:?\s*$")
_LISTED = re.compile(r"(?:\d[a-z]?|[-/]\s?[a-z&]{2,}\d{0,2})\s*(?:,|va|;|hoac)\s*(?:so\s*)?$")
# Forms, standards, streets, telephones and plots have numbers too.
_OTHERS = any_of((
    "mau", "bieu", "mau so", "bieu mau", "mau bieu", "phieu", "form", "bang", "phu luc", "ma so",
    "thua", "dien thoai", "dt", "fax", "tai khoan", "tk", "stk", "cmnd", "cccd", "iso", "tcvn",
    "qcvn", "tieu chuan", "quy chuan", "cong bao", "to khai", "ky hieu", "bieu so", "hoa don", "xe",
    "hd kinh te", "chung thu", "chung chi", "bang lai", "lo", "kiot", "bien so", "giay phep lai xe",
    "so dien thoai", "so tai khoan", "stk so", "ma hang", "ma don", "ho so", "ho so moi thau",
    "goi thau", "phieu khao sat", "phieu danh gia", "phieu thu", "phieu chi", "phieu tiep nhan",
    "phieu lay y kien", "doi", "doi qltt", "tieu doan", "trung doan", "su doan", "dai doi", "lop",
    "nhom", "to dan pho", "khu pho", "ap", "thon", "lan",
))  # fmt: skip
_NO_DOCUMENT = re.compile(
    rf"(?:^|[\s(])(?:{_OTHERS}|hop dong(?: [a-z]+){{0,3}})\s*(?:so)?\s*:?\s*$"
)
_LAW_WORDS = re.compile(r"phap luat|.{0,5}van ban quy pham", re.DOTALL)
_OF_A_LAW = re.compile(r"\d+\s?/\s?\d{4}\s?/\s?qh")
_FAR_AMENDING = 700
_AMENDING = re.compile(
    r"(?:bo luat|luat|phap lenh)\s+(?:sua\s+doi|bo\s+sung)[^0-9.;:()]{0,90}?\scua"
    r"(?:\s[^0-9.;:()]*)?$"
)
_ISSUED = re.compile(r"ban hành\s+$")
"""A law that is being passed has no number yet: the number is that of the law it amends."""
_SO = re.compile(r"\s+so\s*:?\s*$")
_LAWS = ("luật", "bộ luật", "pháp lệnh")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands in front of a number."""

    start: int
    """Where the mention begins: at the type word, else at the number."""
    type: str = ""
    numbered: bool = False
    """ "số" stands right before the number."""
    issuer: Stated | None = None
    title: Stated | None = None
    """Of a law, whose name stands before its number."""
    listed: bool = False
    """Another number stands right before it: "18-NQ/TW, 19-NQ/TW"."""
    refused: bool = False
    """Forms ("Mẫu số 01/TB"), standards and telephones are no documents."""


def read_lead(words: Words, start: int) -> Lead:
    """Read backwards from a number at *start*."""
    base, before = words.before(start, _FAR)
    folded = fold(before)
    if len(folded) != len(before):
        return Lead(start)
    of_a_law = _OF_A_LAW.match(words.low, start) is not None
    if _NO_DOCUMENT.search(folded) and not of_a_law:
        return Lead(start, refused=True)
    numbered = folded.rstrip(": \n").endswith("so") and bool(_NUMBERED.search(folded))
    for found in reversed(list(_TYPE.finditer(folded))):
        if _LAW_WORDS.match(folded, max(0, found.start() - 5)):
            continue
        if found[0] == "hop dong" and of_a_law:
            continue  # "Luật Người lao động ... theo hợp đồng số 69/2020/QH14"
        lead = _lead(words, base, folded, found, numbered)
        if lead:
            return lead
        if re.search(r"\d", folded[found.end() :]):
            break
    return Lead(start, numbered=numbered, listed=bool(_LISTED.search(folded)))


def _lead(
    words: Words, base: int, folded: str, found: re.Match[str], numbered: bool
) -> Lead | None:
    kind = type_name(found[0], words.low[base + found.start() : base + found.end()])
    between, start = folded[found.end() :], base + found.start()
    if _NEAR.fullmatch(between):
        return Lead(start, kind, numbered)
    if not numbered:
        return None
    if kind in _LAWS and _LAW_BETWEEN.fullmatch(between):
        return _law(words, base, folded, found, kind)
    named = _ISSUER_BETWEEN.fullmatch(between)
    if named:
        issuer = read_issuer(words, base + found.end() + named.start("body"))
        return Lead(start, kind, True, issuer)
    return Lead(start, kind, True) if _WORDS_BETWEEN.fullmatch(between) else None


def _law(words: Words, base: int, folded: str, found: re.Match[str], kind: str) -> Lead:
    """The name of a law up to "số"; of an amending law with the names of the laws it amends."""
    law = base + found.start()
    far, before = words.before(law, _FAR_AMENDING)
    whole = _AMENDING.search(fold(before))
    begin = far + whole.start() if whole and not _ISSUED.search(before, 0, whole.start()) else law
    end = base + len(_SO.sub("", folded))
    title = Stated(" ".join(words.text[begin:end].split()), begin, end)
    return Lead(begin, kind, True, title=title)


def type_name(folded: str, written: str) -> str:
    """The type as the table spells it: OCR and "qui định" set right."""
    words = " ".join(folded.split()).replace("qui ", "quy ")
    name = _SHORT.get(words) or known_name(words)
    return known_name(" ".join(written.split())) or name
