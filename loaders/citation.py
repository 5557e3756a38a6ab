"""Where a reference stands: in which part, in whose title, behind which other reference."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from phahe.loaders.mention import Mention
from phahe.loaders.mention_parts import TYPES
from phahe.loaders.mention_text import Words, prepare
from phahe.loaders.reading import Paragraph, Reading
from phahe.loaders.resolve import Reference

_BREAK = re.compile(r";|(?<!tp)(?<!\Wđ)\.(?=\s)|\n\s*\n")
_PREAMBLE = re.compile(
    r"(?:căn cứ|thực hiện|triển khai|tiếp tục|theo|xét|để|nhằm|phúc đáp|trả lời|tiếp theo|sau khi|nhận được|thi hành|trên cơ sở)\b"
)
_ANNOUNCING = re.compile(rf"ban\s+hành\s+(?:{TYPES})(?=\s)")
_LINK = re.compile(
    r"[)”\"]?(?: ?[,;]| ?(?:và|hoặc|cùng với|cũng như))?(?: ?và)?(?: ?(?:các|những))?"
    r"(?: ?(?:điểm|khoản|điều|mục|phụ lục|chương)(?: (?:\d[\w.]*|[a-zđ]|[ivx]+|và),?)+)*(?: ?của)? ?[“\"(]?"
)
_LONGEST_LINK = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: its span, which part of the document it is, and the line that opens its list."""

    start: int
    end: int
    where: str
    intro: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in its place."""

    reference: Reference
    subject: str
    """Whose words these are: ``#0``, or the document in whose title they stand."""
    subject_type: str
    where: str
    """title, preamble or body; the title of a cited document and a closing sentence are titles."""
    nested: bool
    left: int
    """Where the words begin that may govern it: behind the reference or sentence before."""
    clause: int
    """Where its sentence or clause begins."""
    before: Reference | None
    """The reference in front of it in the same paragraph."""
    part: Part
    linked: int
    """How far back in the list of citations the one is that it is listed with; 0 if with none."""


def citations(reading: Reading, references: Sequence[Reference]) -> list[Citation]:
    """Return every reference with its place; those nobody can resolve too, for lists."""
    words = prepare(reading.source.text)
    pieces = _pieces(reading)
    starts = [start for start, _ in pieces]
    done: list[Citation] = []
    open_titles: list[int] = []
    for at, reference in enumerate(references):
        mention = reference.mention
        place = max(0, bisect_right(starts, mention.start) - 1)
        part = pieces[place][1] if pieces else Part(reading.start, reading.end, "body")
        while open_titles and _inside_end(references[open_titles[-1]]) <= mention.start:
            open_titles.pop()
        outer = open_titles[-1] if open_titles else None
        outer = outer if outer is not None else _reopened(words, references, at)
        done.append(_citation(reading, words, references, done, at, outer, part))
        if _inside_end(reference) > mention.start:
            open_titles.append(at)
    return done


def _pieces(reading: Reading) -> list[tuple[int, Part]]:
    """Every piece of a paragraph by its start, in the order of the text."""
    opened = False
    pieces: list[tuple[int, Part]] = []
    intro: Paragraph | None = None
    for paragraph in reading.paragraphs:
        opened = opened or paragraph.kind == "heading" or bool(paragraph.section)
        intro = intro if intro and _is_item(paragraph, intro) else None
        span = (intro.start, intro.end) if intro else None
        part = Part(paragraph.start, paragraph.end, _part(paragraph, opened), span)
        pieces += [(origin, part) for _, origin, _ in paragraph.pieces]
        if paragraph.text.rstrip().endswith(":"):
            intro = paragraph
    return sorted(pieces, key=lambda piece: piece[0])


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
    text = paragraph.text.lstrip(" -*+").lower()
    if paragraph.kind == "body" and not opened and not paragraph.label and _PREAMBLE.match(text):
        return "preamble"
    return "body"


def _inside_end(reference: Reference) -> int:
    """Up to where other references stand inside this one's title."""
    mention = reference.mention
    return mention.title.end if mention.title and not mention.anaphora else 0


def _reopened(words: Words, references: Sequence[Reference], at: int) -> int | None:
    """The document whose title goes on behind "và": "về thực hiện Chỉ thị 12 và Kết luận 14".

    Titles end before the next reference of a list; one of another type than the outer document,
    behind a reference in its title, is taken to stand in that title too.
    """
    if at < 2:
        return None
    here, last = references[at].mention, references[at - 1].mention
    for outer in range(at - 2, max(-1, at - 6), -1):
        title = references[outer].mention.title
        if title and title.end >= last.end - 2 and title.start <= last.start < title.end:
            gap = words.low[max(last.end, title.end) : here.start]
            quoted = words.text[title.start - 1 : title.start] in '“"«'
            alike = _alike(here, last) and not _alike(here, references[outer].mention)
            return outer if alike and not quoted and _links(gap) else None
    return None


def _alike(one: Mention, other: Mention) -> bool:
    """Documents of one type, or both of the Party's centre."""
    centre = one.symbol.endswith("/TW") and other.symbol.endswith("/TW")
    return one.type == other.type or centre


def _citation(
    reading: Reading,
    words: Words,
    references: Sequence[Reference],
    done: Sequence[Citation],
    at: int,
    outer: int | None,
    part: Part,
) -> Citation:
    mention = references[at].mention
    clause = _clause(words, part.start, mention.start)
    level = _level(references, at, outer)
    last = references[level].mention.end if level is not None else 0
    before = references[at - 1] if at and references[at - 1].mention.end > part.start else None
    linked = (
        at - level
        if level is not None and _is_linked(words, references[level], mention, part)
        else 0
    )
    if outer is None:
        where = "title" if _is_closing(words, clause, mention) else part.where
        announced = _ANNOUNCING.search(words.low, max(clause, last), mention.start)
        if announced and where == "preamble":
            where, last = "title", announced.end()
        return Citation(
            references[at],
            f"#{reading.index}",
            _own_type(reading),
            where,
            False,
            max(clause, min(last, mention.start)),
            clause,
            before,
            part,
            linked,
        )
    subject, kind = _subject(words, references, done, outer)
    begin = _title_start(references[outer].mention)
    return Citation(
        references[at],
        subject,
        kind,
        "title",
        True,
        max(begin, min(last, mention.start)),
        begin,
        before,
        part,
        linked,
    )


def _subject(
    words: Words, references: Sequence[Reference], done: Sequence[Citation], outer: int
) -> tuple[str, str]:
    """The outer document; for a plan that a decision promulgates, that decision."""
    reference = references[outer]
    lead = words.low[max(0, reference.mention.start - 70) : reference.mention.start]
    if reference.mention.unnumbered and re.search(
        r"ban hành(?:\s+kèm theo[^.;]{3,40}?này)?\s*[:“\"]?\s*$", lead
    ):
        return done[outer].subject, done[outer].subject_type
    return reference.target, reference.mention.type


def _level(references: Sequence[Reference], at: int, outer: int | None) -> int | None:
    """The last reference before this one in the same title, or outside of titles."""
    floor = -1 if outer is None else outer
    for earlier in range(at - 1, floor, -1):
        mention = references[earlier].mention
        if mention.anaphora:
            continue
        if not any(
            references[o].mention.start < mention.start < _inside_end(references[o])
            for o in range(max(floor + 1, earlier - 8), earlier)
        ):
            return earlier
    return None


def _title_start(mention: Mention) -> int:
    title = mention.title
    if title and title.start > mention.start:
        return title.start
    return mention.start + len(mention.type)


def _clause(words: Words, start: int, end: int) -> int:
    """Behind the last full stop or semicolon."""
    breaks = [found.end() for found in _BREAK.finditer(words.low, max(start, end - 1500), end)]
    return max([start, *breaks])


def _is_linked(words: Words, earlier: Reference, mention: Mention, part: Part) -> bool:
    end = earlier.mention.end
    within = part.start <= earlier.mention.start and end <= mention.start
    return within and _links(words.low[end : mention.start])


def _links(gap: str) -> bool:
    """Only "và", a comma, provisions."""
    words = " ".join(gap.split())
    return len(words) <= _LONGEST_LINK and _LINK.fullmatch(words) is not None


def _is_closing(words: Words, clause: int, mention: Mention) -> bool:
    return "trên đây là" in " ".join(words.low[clause : mention.start].split())


def _own_type(reading: Reading) -> str:
    return reading.type.value if reading.type else ""
