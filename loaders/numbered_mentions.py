"""Documents named by their number, with or without its letters.

>>> from phahe.loaders.mention_text import prepare
>>> text = "Quyết định số 1013/QĐ-TLĐ và 1014/QĐ-TLĐ; Chỉ thị số 32 của BCT; mẫu 1-TĐV; 5/1/22"
>>> [(head.type, str(head.number or head.digits)) for head in numbered_heads(prepare(text))]
[('quyết định', '1013/QĐ-TLĐ'), ('', '1014/QĐ-TLĐ'), ('chỉ thị', '32')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.document_type import as_code, code_of
from phahe.graph.issuer_code import as_issuer
from phahe.graph.names import fold
from phahe.graph.number import SYMBOL, DocumentNumber, read_number
from phahe.loaders.any_of import any_of
from phahe.loaders.mention_head import Lead, read_lead, type_name
from phahe.loaders.mention_text import Words
from phahe.loaders.reading import Stated

_ANCHOR = re.compile(
    rf"""
    [0-9](?<![0-9][./,:-][0-9])(?<![0-9][0-9])[0-9OlI]{{0,4}}(?:\.[0-9]{{1,3}})?[A-Za-z]?
    (?P<gap>\s*[-/_]\s*|\s{{1,3}}|(?=(?:CV|KH|HD|NQ|QĐ|CT|TB|KL|BC)\s?/))
    (?:(?P<year>(?:19|2[0O])[0-9O]{{2}})\s*[/_-]\s*)?
    [§'’|.«]?
    (?P<symbol>{SYMBOL}|[a-zđ]{{1,9}}\d{{0,2}}(?:\s?[-/]\s?[a-zđ]{{2,15}}\d{{0,2}}){{0,4}})
    """,
    re.VERBOSE,
)
_PLAIN_TYPES = "nghị quyết|quyết định|chỉ thị|kết luận|quy định|hướng dẫn|thông báo|kế hoạch"
_FURTHER = re.compile(r"\s+-\s+(?P<issuer>[A-ZĐ][A-ZĐa-z&]+)(?=\s+(?:ngày|của|về)\b|[;,.])")
_TO_FILL_IN = re.compile(r"số[\s.…_:]{0,21}[\s.…_](?=[-/])")
_BLANK = re.compile(rf"[-/]\s?(?:(?P<year>20\d\d)/)?(?P<symbol>{SYMBOL})")
_SHORT_MEMBERS = re.compile(
    rf"(?:số:?\s*|(?:{_PLAIN_TYPES})\s+)((?:\d{{1,5}}[a-z]?\s*(?:,|và|;)\s*(?:số\s*)?)+)$"
)
_GLUED = re.compile(r"(?<=TTg)(?:ngày|của|về)\b")
"""Only there small letters belong to the number: "12/CT-TTgngày"."""
_SMALL = "abcdeghiklmnopqrstuvxyđ"
_LAWS = ("luật", "bộ luật", "pháp lệnh")
_BARE_TYPES = any_of(
    (
        "nghị quyết",
        "quyết định",
        "chỉ thị",
        "kết luận",
        "quy định",
        "quy chế",
        "hướng dẫn",
        "thông báo",
        "kế hoạch",
        "công văn",
        "tờ trình",
        "báo cáo",
        "nghị định",
        "thông tư",
        "thông tri",
        "thông tư liên tịch",
        "công điện",
        "chương trình",
        "chương trình hành động",
        "pháp lệnh",
        "đề án",
        "luật",
    )
)
_BARE = re.compile(
    rf"(?P<type>{_BARE_TYPES})\s+(?P<so>số\s*:?\s*)?(?P<digits>0?\d{{1,4}}[a-z]?)(?![\d/%]|[.,]\d|\s?[-/]\s?[\da-zđ])"
)
_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)(?!\w|\s?[-/]\s?[\da-zđ])")
_OF_YEAR = re.compile(
    r"(?P<type>nghị\s+định|thông\s+tư(?:\s+liên\s+tịch)?|nghị\s+quyết|quyết\s+định)\s+(?P<so>số\s*:?\s*)?"
    r"(?P<digits>\d{1,4}[a-z]?)$"
)
_GOVERNMENTS = ("CP", "TTg", "HĐBT")
"""Issuers of old numbers with a dash, also without "số": "Quyết định 217-CP"."""
_AFTER_BARE = re.compile(
    r"\s*(?:[.,;:)”\"]|$|(?:của|ngày|về|và|khó?a|nêu|tại|đã|được|là|có|trong|do|năm\s+(?:19|20)\d\d|tới"
    r"|theo|đến|với)\b)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The part of a mention that says which document: type and number."""

    start: int
    end: int
    type: str = ""
    number: DocumentNumber | None = None
    digits: str = ""
    """The number alone, where its letters are not said: "Nghị quyết 18"."""
    issuer: Stated | None = None
    title: Stated | None = None
    listed: bool = False
    year: Stated | None = None
    """Of a number with its year but without letters: "Thông tư 29/2024"."""


def numbered_heads(words: Words) -> Iterator[Head]:
    """All numbers of documents in the order of the text."""
    found = [*_full(words), *_blank(words), *_of_year(words)]
    taken = {place for head in found for place in (head.start, head.end)}
    found += (head for head in _bare(words) if head.start not in taken)
    yield from sorted(found, key=lambda head: (head.start, -head.end))


def _full(words: Words) -> Iterator[Head]:
    for found in _ANCHOR.finditer(words.text):
        if not _may_be_number(found) or not _is_clean(words.text, found):
            continue
        symbol, end = _extended(words.text, *_trimmed(words.text, found))
        if not symbol:
            continue
        start, digits = _whole_digits(words, found)
        number = read_number(digits, found["year"] or "", _spelled(symbol))
        if number is None or ("." in digits and not number.year):
            continue
        lead = _fitting(words, number, read_lead(words, start), start)
        if lead.refused or not _is_trusted(number, lead, found, symbol):
            continue
        head = Head(lead.start, end, lead.type, number, "", lead.issuer, lead.title, lead.listed)
        yield from _short_members(words, start, head)
        yield head


def _may_be_number(found: re.Match[str]) -> bool:
    """Not "5 Đại biểu": where only blanks stand between, the letters hold a slash."""
    return bool(found["gap"].strip()) or "/" in found["symbol"]


def _spelled(symbol: str) -> str:
    """A symbol in small letters, as registers have them, in capitals."""
    return symbol.upper() if symbol[0].islower() else symbol


def _fitting(words: Words, number: DocumentNumber, lead: Lead, start: int) -> Lead:
    """A type some words off counts only if the letters agree: "quy hoạch ... số 61/2020/QH14"."""
    between = words.low[lead.start + len(lead.type) : start]
    near = len(" ".join(between.split())) <= len(", số: (")
    if not lead.type or near or lead.title:
        return lead
    agrees = number.type_code == code_of(lead.type) or (
        number.family == "dispatch" and code_of(lead.type) in ("CV", "TTr", "BC", "TB")
    )
    of_law = number.family == "law" and lead.type in ("nghị quyết", *_LAWS)
    return lead if agrees or of_law else Lead(start, numbered=lead.numbered)


def _is_clean(text: str, found: re.Match[str]) -> bool:
    """No stray sign in front, as OCR makes of handwriting: "2†4/TB"."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if before == "/" and re.match(r"(?:19|20)\d\d\s*/", found[0]):  # "số /2025/TT-BTC"
        return False
    return not after.isdigit() and (
        before.isspace() or before.isalpha() or before in "(:;,.“\"'[-/"
    )


def _trimmed(text: str, found: re.Match[str]) -> tuple[str, int]:
    """The letters without a word glued or dashed behind them: "66-NQ/TWngày", "UBND - Phòng"."""
    symbol, end = found["symbol"], found.end()
    if symbol[0].islower():
        return (symbol, end) if not text[end : end + 1].isalpha() else ("", end)
    if text[end : end + 1].isalpha():
        glued = _GLUED.search(text, found.start("symbol"), end + 5)
        if glued:
            return text[found.start("symbol") : glued.start()], glued.start()
        kept = symbol.rstrip(_SMALL)
        if not re.search(r"[A-ZĐ]{2}$", kept):
            kept = re.sub(r"\s*[-/_]?\s*[§'’|.«]?[A-ZĐƯ]?$", "", kept)
        return kept, end - len(symbol) + len(kept)
    return symbol, end


def _extended(text: str, symbol: str, end: int) -> tuple[str, int]:
    """Further listed bodies behind blanks: "TTLT- BYT - BNV ngày"."""
    while symbol and (found := _FURTHER.match(text, end)) and as_issuer(found["issuer"]):
        symbol, end = f"{symbol}-{found['issuer']}", found.end()
    return symbol, end


def _whole_digits(words: Words, found: re.Match[str]) -> tuple[int, str]:
    """The number with what OCR split from it: "22 5/QĐ", "l2-CT"."""
    start = found.start()
    digits = words.text[start : found.start("gap")]
    split = re.search(
        r"(?:số|định|dẫn|hoạch|văn|thị|quyết)\s+(\d{1,2}[ ]|[lio])$",
        words.low[max(0, start - 16) : start],
    )
    if split and found["gap"].strip():
        return start - len(split[1]), split[1].strip() + digits
    return start, digits


def _is_trusted(number: DocumentNumber, lead: Lead, found: re.Match[str], symbol: str) -> bool:
    """Whether letters and surroundings together prove a document's number."""
    named = bool(lead.type) or lead.numbered
    if symbol[0].islower() and not (named or lead.listed):
        return False
    if not found["gap"].strip():  # "298 KH/TWĐTN": blanks only
        return named and bool(number.type_code) and "/" in symbol
    if symbol[0].islower() and not _is_known_in_lower_case(symbol):
        return False
    if number.family == "law":
        return True
    if number.type_code:
        return named or lead.listed or "/" in found["gap"] + symbol
    if "/" not in found["gap"] and "_" not in found["gap"]:  # "Nghị định số 64-CP"
        told = lead.numbered or number.issuers[0] in _GOVERNMENTS
        return bool(lead.type) and told and bool(as_issuer(number.issuers[0]))
    return named or (lead.listed and bool(as_issuer(number.issuers[0]))) or _stands_alone(number)


def _stands_alone(number: DocumentNumber) -> bool:
    """An official letter without a word before it must name a listed body and its unit."""
    return len(number.issuers) > 1 and len(number.number) > 1 and bool(as_issuer(number.issuers[0]))


def _is_known_in_lower_case(symbol: str) -> bool:
    groups = re.split(r"\s?[-/]\s?", symbol)
    first = groups[1] if as_code(groups[0]) and len(groups) > 1 else groups[0]
    return len(first) > 1 and (len(groups) > 1 or bool(as_issuer(first)))


def _short_members(words: Words, start: int, last: Head) -> Iterator[Head]:
    """ "193 và" of "số 193 và 194/UBND-VX": the same letters."""
    before = words.low[max(0, start - 60) : start]
    found = _SHORT_MEMBERS.search(before)
    if found and last.number:
        base = start - len(before)
        for member in re.finditer(r"\d{1,5}[a-z]?", found[1]):
            at = base + found.start(1) + member.start()
            lead = read_lead(words, at)
            same = last.number
            number = DocumentNumber(
                member[0], same.year, same.type_code, same.issuers, same.family, same.type_letters
            )
            yield Head(lead.start, at + len(member[0]), lead.type, number, listed=lead.listed)


def _blank(words: Words) -> Iterator[Head]:
    """ "Quyết định số /QĐ-SYT": the number was to be filled in by hand."""
    for gap in _TO_FILL_IN.finditer(words.low):
        found = _BLANK.match(words.text, gap.end())
        if not found:
            continue
        number = read_number("", found["year"] or "", _trimmed(words.text, found)[0] or "-")
        lead = read_lead(words, gap.start() + len("số"))
        if number and number.type_code and lead.type:
            yield Head(lead.start, found.end(), lead.type, number)


def _of_year(words: Words) -> Iterator[Head]:
    """ "Nghị định 100/2019", which the Government alone issues; "12/2019" may be a month."""
    for slash in _YEAR.finditer(words.low):
        found = _OF_YEAR.search(words.low, max(0, slash.start() - 60), slash.start())
        if not found:
            continue
        kind, digits = type_name(fold(found["type"]), found["type"]), found["digits"]
        if kind in ("nghị quyết", "quyết định") and not found["so"] and len(digits) < 3:
            continue
        if kind == "nghị định":
            number = read_number(digits, slash["year"], "NĐ-CP")
            yield Head(found.start(), slash.end(), kind, number)
        else:
            year = Stated(slash["year"], *slash.span("year"))
            yield Head(found.start(), slash.end(), kind, None, digits, year=year)


def _bare(words: Words) -> Iterator[Head]:
    """A type and a number alone; without "số" the type has a capital and no unit follows."""
    for found in _BARE.finditer(words.low):
        start, end = found.span()
        before = words.low[max(0, start - 5) : start]
        if before[-1:].isalpha() or before.rstrip().endswith(("mẫu", "biểu")):
            continue
        if not found["so"] and not (
            words.text[start].isupper()
            and not found["type"].startswith("chương")
            and _AFTER_BARE.match(words.low, end)
            and len(found["digits"]) > 1
        ):
            continue
        name = type_name(fold(found["type"]), found["type"])
        digits = words.text[found.start("digits") : found.end("digits")]
        if not (len(digits) == 4 and digits[:2] in ("19", "20") and not found["so"]):
            yield Head(start, end, name, None, digits)
