"""The title of a document (trích yếu): the lines between the type and the text.

It ends at a rule, a blank line, or where the text begins ("Căn cứ ...", "I. ...", "Kính gửi").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phahe.loaders.issuer import opens_body
from phahe.loaders.letterhead_line import about, date_in, has_subtitle, has_title, is_rule
from phahe.loaders.letters import letters
from phahe.loaders.line import Line, cells
from phahe.loaders.office import is_office
from phahe.loaders.phrases import ends, opens
from phahe.loaders.section import DIGIT, SMALL, label_of

LONGEST = 14
"""Lines of the longest titles: consolidated circulars."""
ENCLOSED = re.compile(r"\(?\s*(?:được\s)?(?:[Bb]an hành\s|BAN HÀNH\s)?(?:[Kk]èm theo|KÈM THEO)")

_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?-\s?(?:19|20)\d\d)?\.?")
"""A title's last line: "GIAI ĐOẠN", then "2017-2021"."""


@dataclass(frozen=True, slots=True)
class TitleLines:
    """The lines of a title, the note "(Kèm theo ...)" below it, and where the text goes on."""

    lines: tuple[Line, ...]
    enclosed: tuple[Line, ...]
    end: int


def title_lines(
    rows: Sequence[Line], index: int, rest: Line | None, issuer: str = ""
) -> TitleLines:
    """Read the title that begins with *rest* of the type line, or at ``rows[index]``."""
    found = [rest] if rest and rest.text and not is_rule(rest.text) else []
    enclosed: list[Line] = []
    at = index
    while at < len(rows) and len(found) < LONGEST:
        line = rows[at]
        if not line.text:
            after = _next_text(rows, at)
            if found and not _goes_on(found[-1], rows, after):
                break
            if after is None or after - index > 8 + len(found):
                break
            at = after
            continue
        if ENCLOSED.match(line.text):
            enclosed, at = _note(rows, at)
            break
        if _ends(rows, at, found, issuer):
            break
        found.append(line)
        at += 1
    return TitleLines(tuple(found), tuple(enclosed), at)


def _next_text(rows: Sequence[Line], at: int) -> int | None:
    return next((later for later in range(at, min(at + 8, len(rows))) if rows[later].text), None)


def _goes_on(last: Line, rows: Sequence[Line], after: int | None) -> bool:
    """A blank line inside a title: the next line begins small and the last one is unfinished."""
    if after is None:
        return False
    text = rows[after].text
    if ENCLOSED.match(text):
        return True
    if ends(last.text, "dangling") or last.text.endswith((",", "-")):
        return True
    if last.text.isupper() and text.isupper() and len(text) > 3:
        return not (opens_body(text) or opens(text, "operative"))
    return text[0].islower() and last.text[-1] not in ".;:"


def _ends(rows: Sequence[Line], at: int, found: Sequence[Line], issuer: str) -> bool:
    text = rows[at].text
    if found and _YEARS.fullmatch(text):
        return False
    if is_rule(text) or opens(text, "text") or _numbered(text) or len(text) > 600:
        return True
    if not found:
        return False
    if has_title(text) or has_subtitle(text) or (date_in(cells(rows[at])[-1]) and "," in text):
        return True
    capitals = all(line.text.isupper() for line in found)
    if text.isupper():
        if issuer and letters(text)[:12] == letters(issuer)[:12]:
            return True
        speaks = not found[-1].text.endswith(",") and (opens_body(text) or is_office(text))
        after = _next_text(rows, at + 1)
        return speaks and (
            not capitals or (after is not None and opens(rows[after].text.lstrip("-+* "), "text"))
        )
    if capitals and not text[0].islower() and not about(text):
        return True
    return opens(text, "may") and not _short_block(rows, at)


def _numbered(text: str) -> bool:
    """Whether the first section begins: ``I.``, ``1.``, ``Điều 1``, ``Chương I``."""
    label = label_of(text)
    if label is None or label.rank >= SMALL:
        return False
    return label.rank < DIGIT or label.text in ("1", "1.1")


def _short_block(rows: Sequence[Line], at: int) -> bool:
    """Whether the lines from *at* to the next blank are few and end no sentence."""
    block = []
    for line in rows[at : at + 4]:
        if not line.text or is_rule(line.text):
            break
        block.append(line.text)
    return len(block) < 4 and len(" ".join(block)) < 250 and block[-1][-1] not in ".;:,"


def _note(rows: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """The lines of "(Ban hành kèm theo ...)" up to its closing bracket."""
    found: list[Line] = []
    for place in range(at, min(at + 6, len(rows))):
        if not rows[place].text or (found and is_rule(rows[place].text)):
            return found, place
        found.append(rows[place])
        if rows[place].text.endswith(")"):
            return found, place + 1
    return found, min(at + 6, len(rows))
