"""A text without letterhead whose first line names it, as newspapers and web pages print it.

"Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội đảng bộ các cấp": the line is the
head; what it leaves out a line "Số 35-CT/TW, Hà Nội, ngày 30 tháng 5 năm 2019" below may add.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from phahe.loaders.heading_type import heading_type
from phahe.loaders.letterhead import Letterhead
from phahe.loaders.letterhead_line import date_in, iso_date, number_in
from phahe.loaders.line import Line, part
from phahe.loaders.mention import Mention
from phahe.loaders.mentions import find_mentions
from phahe.loaders.phrases import opens
from phahe.loaders.reading import Stated

LONGEST = 4
"""Lines that such a name takes at most."""
BELOW = 6
"""Lines behind the name in which number or date may follow."""
_MARKS = "#*_ "
_DAY = re.compile(r"\W*(?:[Nn]gày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\W*$")


def named_head(rows: Sequence[Line]) -> Letterhead | None:
    """The head that the first lines are if they name the document; None if they do not."""
    first = next((at for at, line in enumerate(rows) if line.text.strip(_MARKS)), len(rows))
    block = _block(rows[first : first + LONGEST])
    if not block or len(block[0].text) > 600:
        return None
    words = "\n".join(line.text for line in block)
    mention = next(iter(find_mentions(words)), None)
    skipped = len(words) - len(words.lstrip(_MARKS))
    if not mention or mention.start > skipped or not (mention.code and mention.type):
        return _unnumbered(block, words, first + len(block))
    if not _fills(mention, words):
        return None
    head = Letterhead(end=first + len(block))
    _enter(head, mention, block, words)
    number_below(head, rows)
    return head


def _unnumbered(block: Sequence[Line], words: str, end: int) -> Letterhead | None:
    """ "Kế hoạch thực hiện ..." in small letters, alone above the text: a type and a title."""
    start = len(words) - len(words.lstrip(_MARKS))
    found = heading_type(words[start : start + 60].upper())
    alone = words[start : start + 1].isupper() and words.rstrip(_MARKS)[-1] not in ".;:,"
    if not found or not alone or len(words) > 300:
        return None
    stop = start + found[1]
    title = list(_lines(block, stop, len(words)))
    if not title:
        return None
    kind = _in(block, Stated(found[0], start, stop))
    return Letterhead(end=end, type=kind, title=title, parts=[("title", line) for line in block])


def _block(rows: Sequence[Line]) -> list[Line]:
    """The first lines up to a blank one or to where the text begins."""
    found: list[Line] = []
    for line in rows:
        if not line.text or opens(line.text, "text") or (found and _numbers(line)):
            break
        found.append(line)
    return found


def _numbers(line: Line) -> bool:
    """Whether a line holds nothing but number or date."""
    return number_in(line) is not None or date_in(line) is not None or bool(_DAY.match(line.text))


def _fills(mention: Mention, words: str) -> bool:
    """Whether the name is all there is, up to its title; no sentence goes on behind it."""
    rest = words[mention.end :].strip(" .*_\n")
    return not rest or (mention.title is None and words[mention.end :].lstrip(" *")[:1] == "\n")


def _enter(head: Letterhead, mention: Mention, block: Sequence[Line], words: str) -> None:
    head.type = _in(block, Stated(mention.type, mention.start, mention.start + len(mention.type)))
    at = words.find(mention.number, mention.start)
    head.number = _in(block, Stated(mention.code, at, _number_end(mention, at, words)))
    if mention.date:
        head.date, head.dated = _in(block, mention.date), True
    if mention.issuer:
        issuer = mention.issuer
        head.bodies = list(_lines(block, issuer.start, issuer.end))
    title = mention.title
    start, end = (title.start, title.end) if title else (mention.end, len(words))
    head.title = list(_lines(block, start, end))
    head.parts = [("title", line) for line in block]


def _number_end(mention: Mention, at: int, words: str) -> int:
    """Where the number's letters end: they may be written with blanks."""
    left = len(mention.code.replace("/", "").replace("-", ""))
    while left and at < len(words):
        left -= words[at].isalnum()
        at += 1
    return at


def _in(block: Sequence[Line], stated: Stated) -> Stated:
    """*stated* with offsets of the source; those it has count in the joined lines."""
    return replace(stated, start=_source(block, stated.start), end=_source(block, stated.end))


def _source(block: Sequence[Line], offset: int) -> int:
    for line in block:
        if offset <= len(line.text):
            return line.start + offset
        offset -= len(line.text) + 1
    return block[-1].end


def _lines(block: Sequence[Line], start: int, end: int) -> Sequence[Line]:
    """The pieces of the lines from *start* to *end* of their joined words."""
    found = []
    for line in block:
        piece = part(line, max(0, min(start, len(line.text))), max(0, min(end, len(line.text))))
        if piece.text.strip(_MARKS):
            found.append(piece)
        start, end = start - len(line.text) - 1, end - len(line.text) - 1
    return found


def number_below(head: Letterhead, rows: Sequence[Line]) -> None:
    """Take number and date from the line right below a title, where papers print them."""
    for at in range(head.end, min(head.end + BELOW, len(rows))):
        line = rows[at]
        if not line.text:
            continue
        number, dated, day = number_in(line), date_in(line), _DAY.match(line.text)
        if not (number or dated or day) or _is_other(head, number[0] if number else None):
            return
        if number and not head.number:
            head.number = number[0]
        if dated and not head.date:
            head.date, head.place, head.dated = dated[0], dated[1], True
        if day and not head.date:
            value = iso_date(day[1], day[2], day[3])
            head.date, head.dated = Stated(value, line.start, line.end) if value else None, True
        head.parts.append(("number" if number else "date", line))
        head.end = at + 1


def _is_other(head: Letterhead, number: Stated | None) -> bool:
    """Whether a number is not the one the name gives."""
    return bool(number and head.number and number.value not in head.number.value)
