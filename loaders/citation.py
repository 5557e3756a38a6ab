"""Where a reference stands: in which part, in whose title, behind which other reference."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from phahe.graph.names import fold
from phahe.loaders.mention import Mention
from phahe.loaders.mention_parts import TYPES
from phahe.loaders.mention_text import Words, prepare
from phahe.loaders.nesting import are_listed, level, outers, title_start
from phahe.loaders.reading import Paragraph, Reading
from phahe.loaders.resolve import Reference

_BREAK = re.compile(r";|(?<!tp)(?<!\Wđ)\.(?=\s)|\n\s*\n")
_PREAMBLE = re.compile(
    r"(?:can cu|thuc hien|trien khai|tiep tuc|theo|xet|de|nham|phuc dap|tra loi|tiep theo|sau khi"
    r"|nhan duoc|thi hanh|tren co so|quan triet)\b"
)
_GROUNDS = re.compile(r"(?:can cu|theo de nghi|xet de nghi)\b")
_GROUND = re.compile(
    r"[\W_]*(?:phan )?(?:[ivx]{1,4}|\d{1,2}(?:\.\d)*)?[\W_]*(?:cac )?"
    r"(?:(?:can cu|co so) phap ly|can cu (?:xay dung|lap|ban hanh)|van ban can cu)\b"
)
_CATALOGUE = re.compile(r"[\W_]*danh muc\s[^.;:]{3,160}?\bbai bo\b")
_PROMULGATING = re.compile(r"ban\s+hành(?:\s+kèm\s+theo[^.;]{3,40}?này)?\s*[:“\"]?\s*$")
_ANNOUNCING = re.compile(rf"ban\s+hành\s+(?:{TYPES})(?=\s)")
_ANNOUNCED = re.compile(rf"[^.;:]{{3,120}}?\sban\s+hành\s+(?:{TYPES})\s")
"""The issuer says what it promulgates: "Chính phủ ban hành Nghị định sửa đổi ..."."""
_LONGEST_CLAUSE = 1500
_QUOTATION = re.compile(r"“[^“”\n]{2,600}”|(?<!\w)\"(?=\w)[^\"\n]{2,600}\"")
"""A quoted title: its semicolons end no clause of the document that quotes it."""
_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,2}[.)])?\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: its span, which part of the document it is, and the line that opens its list."""

    start: int
    end: int
    where: str
    """title, preamble or body."""
    intro: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in its place."""

    reference: Reference
    part: Part
    subject: str
    """Whose words these are: ``#0``, or the document in whose title they stand."""
    subject_type: str
    subject_year: str
    """Blank for the document itself: what its own date forbids is warned about, not corrected."""
    where: str
    """As in `Part`; a cited document's title and a closing sentence are titles too."""
    nested: bool
    left: int
    """Where the words begin that may govern it: behind the reference or sentence before."""
    clause: int
    """Where its sentence or clause begins."""
    before: Reference | None
    """The reference in front of it in the same paragraph."""
    beside: Reference | None
    """The one before it at its own level: in the same title, or outside of titles."""
    back: int
    """How many citations back `beside` is; 0 if there is none."""
    listed: bool
    """Only "và", a comma or provisions stand between `beside` and it."""
    consolidated: bool
    """Said in a consolidated text, which repeats what others decided."""
    target_year: str = "9999"
    """The year of the document meant, where any mention of it tells; "9999" if none does."""
    component: bool = False
    """One of the documents that a consolidated text names at its head: it is made of them."""


def citations(reading: Reading, references: Sequence[Reference]) -> list[Citation]:
    """Return every reference with its place; those nobody can resolve too, for lists."""
    words = prepare(reading.source.text)
    pieces = _pieces(reading)
    starts = [start for start, _ in pieces]
    nested = outers(words, references)
    done: list[Citation] = []
    years: dict[str, str] = {}
    for reference in references:
        year = year_of(reference.mention)
        years[reference.target] = min(year, years.get(reference.target, year))
    for reference in references:
        place = max(0, bisect_right(starts, reference.mention.start) - 1)
        part = pieces[place][1] if pieces else Part(reading.start, reading.end, "body")
        found = _citation(reading, words, references, done, nested, part)
        done.append(replace(found, target_year=years[reference.target]))
    return done


def _citation(
    reading: Reading,
    words: Words,
    references: Sequence[Reference],
    done: Sequence[Citation],
    nested: Sequence[int | None],
    part: Part,
) -> Citation:
    at = len(done)
    outer = nested[at]
    mention = references[at].mention
    same = level(references, at, nested)
    beside = references[same] if same is not None else None
    listed = beside and part.start <= beside.mention.start
    listed = listed and beside is not None and are_listed(words, beside.mention, mention)
    if outer is None:
        subject, kind, year = f"#{reading.index}", reading.type.value if reading.type else "", ""
        begin = _clause(words, part, mention.start)
    else:
        subject, kind, year = _subject(words, references, done, outer)
        begin = title_start(references[outer].mention)
    left = max(begin, min(beside.mention.end, mention.start)) if beside else begin
    where, left = (
        ("title", left) if outer is not None else _where(words, part, begin, left, mention)
    )
    before = references[at - 1] if at and references[at - 1].mention.end > part.start else None
    return Citation(
        reference=references[at],
        part=part,
        subject=subject,
        subject_type=kind,
        subject_year=year,
        where=where,
        nested=outer is not None,
        left=left,
        clause=begin,
        before=before,
        beside=beside,
        back=at - same if same is not None else 0,
        listed=bool(listed),
        consolidated=subject == f"#{reading.index}" and _is_consolidated(reading),
        component=outer is None and _is_component(reading, words, done, part, mention),
    )


def _where(words: Words, part: Part, clause: int, left: int, mention: Mention) -> tuple[str, int]:
    """The part; what follows "Trên đây là" or "ban hành Thông tư" speaks like a title."""
    if "trên đây là" in " ".join(words.low[clause : mention.start].split()):
        return "title", left
    announced = _ANNOUNCING.search(words.low, left, mention.start)
    if announced and part.where == "preamble":
        return "title", announced.end()
    return part.where, left


def _is_consolidated(reading: Reading) -> bool:
    return reading.number is not None and "VBHN" in reading.number.value.upper()


def _is_component(
    reading: Reading, words: Words, done: Sequence[Citation], part: Part, mention: Mention
) -> bool:
    """ "Thông tư số 30 ..., được sửa đổi, bổ sung bởi: Thông tư số 23 ..." above all grounds."""
    if not _is_consolidated(reading) or mention.anaphora or part.where == "title":
        return False
    if _GROUNDS.match(fold(words.low[part.start : part.start + 20]).lstrip(" -*+")):
        return False
    only = all(one.component for one in done if one.where != "title")
    return only and bool(_ITEM.fullmatch(words.low[part.start : mention.start]))


def _subject(
    words: Words, references: Sequence[Reference], done: Sequence[Citation], outer: int
) -> tuple[str, str, str]:
    """The outer document, its type and year; for an annex the decision that promulgates it."""
    mention = references[outer].mention
    lead = words.low[max(0, mention.start - 70) : mention.start]
    if mention.unnumbered and _PROMULGATING.search(lead):
        return done[outer].subject, done[outer].subject_type, done[outer].subject_year
    return references[outer].target, mention.type, year_of(mention)


def year_of(mention: Mention) -> str:
    """The year in the number, else of the date; "9999" if unknown."""
    found = re.search(r"/((?:19|20)\d\d)/", mention.code)
    return found[1] if found else mention.date.value[:4] if mention.date else "9999"


def _clause(words: Words, part: Part, end: int) -> int:
    """Behind the last full stop or semicolon; a title may have blank lines within."""
    start = part.start
    begin = max(start, end - _LONGEST_CLAUSE)
    found_at = _BREAK.finditer(words.low, begin, end)
    breaks = [each.end() for each in found_at if part.where != "title" or each[0].strip()]
    if breaks and any(mark in words.low[begin:end] for mark in '“"'):
        quoted = [found.span() for found in _QUOTATION.finditer(words.low, begin, end)]
        breaks = [at for at in breaks if not any(low < at <= high for low, high in quoted)]
    return max([start, *breaks])


def _pieces(reading: Reading) -> list[tuple[int, Part]]:
    """Every piece of a paragraph by its start, in the order of the text."""
    opened = False
    pieces: list[tuple[int, Part]] = []
    intro: Paragraph | None = None
    ground: Paragraph | None = None
    catalogue: Paragraph | None = None
    for paragraph in reading.paragraphs:
        opened = opened or paragraph.kind == "heading" or bool(paragraph.section)
        intro = intro if intro and _is_item(paragraph, intro) else None
        ground = _ground(paragraph, ground)
        catalogue = _catalogue(paragraph, catalogue, reading)
        above = intro or ground or catalogue
        span = (above.start, above.end) if above else None
        where = "preamble" if ground else _part(paragraph, opened)
        part = Part(paragraph.start, paragraph.end, where, span)
        for begin, origin, length in paragraph.pieces:
            if part.where == "title" and begin:
                line = fold(paragraph.text[begin : begin + length][:20]).lstrip(" -*+")
                if _GROUNDS.match(line):
                    part = Part(origin, paragraph.end, "preamble", span)
            pieces.append((origin, part))
        if paragraph.text.rstrip().endswith(":"):
            intro = paragraph
    return sorted(pieces, key=lambda piece: piece[0])


def _ground(paragraph: Paragraph, ground: Paragraph | None) -> Paragraph | None:
    """The heading "CĂN CỨ PHÁP LÝ" or "Căn cứ xây dựng kế hoạch" that *paragraph* stands under."""
    if paragraph.kind != "heading":
        return ground
    if ground and ground.section and paragraph.section.startswith(f"{ground.section}."):
        return ground
    return paragraph if _GROUND.match(fold(paragraph.text)) else None


def _catalogue(
    paragraph: Paragraph, catalogue: Paragraph | None, reading: Reading
) -> Paragraph | None:
    """The heading of an annex that lists what its own document repeals: "Danh mục ... bãi bỏ"."""
    if paragraph.kind == "heading" and not paragraph.label:
        repeals = reading.title and fold(reading.title.value).startswith("bai bo")
        return paragraph if repeals and _CATALOGUE.match(fold(paragraph.text)) else None
    opens = paragraph.kind == "annex" and not paragraph.text.startswith("(")
    return None if opens else catalogue


def _is_item(paragraph: Paragraph, intro: Paragraph) -> bool:
    """Of the list that *intro* opens."""
    if intro.section:
        return paragraph.section.startswith(f"{intro.section}.")
    return bool(paragraph.label) and not intro.label


def _part(paragraph: Paragraph, opened: bool) -> str:
    """The part a paragraph belongs to; before the first heading "Căn cứ ..." is preamble."""
    if paragraph.kind in ("title", "preamble"):
        return paragraph.kind
    if paragraph.kind in ("number", "type"):
        return "title"
    if opened or paragraph.label or paragraph.kind != "body":
        return "body"
    if _ANNOUNCED.match(paragraph.text.lower()):
        return "preamble"
    return "preamble" if _PREAMBLE.match(fold(paragraph.text.lstrip(" -*+")[:20])) else "body"
