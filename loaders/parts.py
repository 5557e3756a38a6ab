"""What each paragraph of a text is: preamble, heading, body, closing, annex, footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phahe.loaders.line import Line, paragraph
from phahe.loaders.paragraphs import Group, groups, outlined
from phahe.loaders.phrases import ends, opens
from phahe.loaders.reading import Paragraph
from phahe.loaders.section import BULLET
from phahe.loaders.split import is_annex
from phahe.loaders.title import ENCLOSED

_AS_FOLLOWS = re.compile(r"(?:như sau|sau đây|sau)\s?:?\.?$")
_ISSUES = re.compile(
    r"\bban hành\s(?:Luật|Bộ luật|Nghị định|Thông tư|Nghị quyết|Quyết định|Pháp lệnh|Quy định|"
    r"Quy chế)\b[^:]{0,400}[.:]$"
)
_ENCLOSED = frozenset("(đbBkK ")
"""Characters with which "kèm theo" may begin."""
_TERMINAL = frozenset(".;:!?,")
LONGEST_HEADING = 300


def parts(rows: Sequence[Line], source: str, annex: bool = False) -> Iterator[Paragraph]:
    """The paragraphs of a text in reading order, footnotes behind what they interrupt."""
    found = list(outlined(list(groups(rows, source, tail=annex))))
    opening = 0 if annex else _preamble(found)
    in_annex = annex
    for place, (group, label, section) in enumerate(found):
        if group.lines:
            kind = "preamble" if place < opening else _kind(group, label, in_annex)
            if kind == "annex":
                in_annex = True
            if kind == "closing" and not in_annex:
                section = ""
            yield paragraph(kind, group.lines, label, section)
        for note in group.notes:
            yield paragraph("footnote", note.lines, note.note, section)


def _preamble(found: Sequence[tuple[Group, str, str]]) -> int:
    """How many paragraphs stand before the text proper: to "... như sau:", else the bases."""
    openers = 0
    for place, (group, label, _) in enumerate(found[:60]):
        if not group.lines:
            continue
        text = " ".join(line.text for line in group.lines)
        if group.label and group.label.rank < BULLET and label:
            return openers
        if _decides(text):
            return place + 1
        if (opens(text.lstrip("-+ "), "basis") and openers == place) or (
            text.isupper() and place == 0
        ):
            openers = place + 1
        elif place - openers > 3:
            return openers
    return openers


def _decides(text: str) -> bool:
    """Whether a paragraph ends the preamble: ``... như sau:``, ``QUYẾT ĐỊNH:``."""
    if text.isupper():
        return len(text) < 80 and (opens(text, "operative") or ends(text.rstrip(" :"), "operative"))
    tail = text[-500:]
    return bool(_AS_FOLLOWS.search(tail) or _ISSUES.search(tail))


def _kind(group: Group, label: str, in_annex: bool) -> str:
    first = group.lines[0].text
    if group.row:
        return "row"
    if is_annex(first) or (in_annex and first[0] in _ENCLOSED and ENCLOSED.match(first)):
        return "annex"
    if opens(first, "closing") and not label:
        return "closing"
    length = group.lines[-1].end - group.lines[0].start
    if length > LONGEST_HEADING or group.last[-1] in _TERMINAL:
        numbered = group.label and group.label.rank < BULLET and label
        return "heading" if numbered and group.last[-1] == ":" and length < 120 else "body"
    if group.label and group.label.rank < BULLET and label:
        return "heading"
    return "heading" if group.heading or (first.isupper() and len(first) > 3) else "body"
