"""The text of a file as mentions are looked for in it: plain, without page furniture.

>>> page = "theo Nghị quyết số 66-\\nCÔNG BÁO/Số 281/Ngày 21-05-2026\\n100\\n\\nNQ/TW"
>>> " ".join(prepare(page).text.split())
'theo Nghị quyết số 66- NQ/TW'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from phahe.loaders.text import plain

# Running heads and electronic signatures of the gazette fall between any two lines.
_HEAD = r"""
    (?:CÔNG\ BÁO/Số[^\n]*
     | (?:Người\ ký|Ký\ bởi|Email|Cơ\ quan|Thời\ gian\ ký|Ngày\ ký):[^\n]*(?=\n))
    """
_FURNITURE = re.compile(
    r"""
    \n(?:\s*\d{1,4}[ ]*\n)?
    \s*{head}(?:\n\s*{head})*
    (?:\n\s*\d{1,4}[ ]*(?=\n))?\s*(?=\n)
    """.replace("{head}", _HEAD),
    re.VERBOSE,
)
# The right column of a letterhead comes between the lines of a letter's subject.
_LETTERHEAD = re.compile(
    r"""\n(?=[ ]*(?:ĐẢNG\ CỘNG\ SẢN\ VIỆT|CỘNG\ H[ÒO][ÀA]\ XÃ\ HỘI|ĐOÀN\ TNCS\ HỒ|Độc\ lập\s?[-–]
      | [A-ZĐ][^\n\d,;:./]{1,40},\ +ngày\ [\d\ .…]{0,8}tháng\ [\d\ .…]{0,8}
        năm\ [\d\ .…]{0,8}(?:\n|$)))""",
    re.VERBOSE,
)
# A page's number inside a sentence: "Nghị định số", a blank line, 5, "114/2003/NĐ-CP".
_PAGE = re.compile(
    r"\n(?:[ ]*\n|(?<=ngày\n)|(?<=số\n)|(?<=ngày[ ]\n)|(?<=số[ ]\n))[ ]*\d{1,3}[ ]*\n(?:[ ]*\n)?"
    r"(?=[ ]*(?:\d+[ ]?[/.-]|[a-zđ]{2}))"
)
_ENDED = ".;:!?/…"
_VOID = re.compile(r"\s\s{299}")
"""More white space than this parts what stands around it, and keeps patterns fast."""
_WITHIN_VOID = 150
"""Any such void holds a whole stretch of this length, counted from the beginning."""
_BREAK = re.compile(r"\n[ ]*\n|[;!?]|\.(?=\s+[A-ZĐÀ-Ỹ“\"(-])")


@dataclass(frozen=True, slots=True)
class Words:
    """A file's text at its own length, in two forms."""

    text: str
    low: str
    """The same in lower case, character for character."""

    def before(self, end: int, most: int) -> tuple[int, str]:
        """Where the words before *end* start in their sentence, and these words in lower case."""
        start = max(0, end - most)
        breaks = [found.end() for found in _BREAK.finditer(self.text, start, end)]
        start = breaks[-1] if breaks else start
        return start, self.low[start:end]


def _within(found: re.Match[str]) -> str:
    """Blanks for a page's number, unless a sentence ends above it."""
    before = found.string[max(0, found.start() - 5) : found.start()].rstrip()
    ended = not before or before[-1] in _ENDED
    return found[0] if ended else " " * (len(found[0]) - 1) + "\n"


def _has_void(text: str) -> bool:
    stretches = range(0, len(text), _WITHIN_VOID)
    return any(text[at : at + _WITHIN_VOID].isspace() for at in stretches)


@lru_cache(maxsize=4)
def prepare(text: str) -> Words:
    """Return *text* plain, with page furniture as blanks."""
    words = plain(text)
    if "CÔNG BÁO/Số" in words:
        words = _FURNITURE.sub(lambda found: "\n" + " " * (len(found[0]) - 1), words)
    words = _PAGE.sub(_within, words)
    words = _LETTERHEAD.sub(";", words)
    if _has_void(words):
        words = _VOID.sub(lambda found: " " * (len(found[0]) - 1) + ";", words)
    low = words.lower()
    if len(low) != len(words):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in words)
    return Words(words, low)
