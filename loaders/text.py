"""The text of a file: what all offsets count in, and the plain form every rule reads.

>>> plain("**Tỉnh uỷ** – số 83‑KH/TU")
'  Tỉnh ủy   - số 83-KH/TU'
>>> plain("nước bạn<sup>1</sup>.")
'nước bạn     1      .'
>>> plain("‹ Căn cứ số 97/QĐ~TTg ngày l2/O5/20l3 ^")
'  Căn cứ số 97/QĐ-TTg ngày 12/05/2013  '
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from phahe.graph.errors import UnreadableFile
from phahe.loaders.misread import set_right


class Doubt(NamedTuple):
    """A word that OCR was not sure of, with its confidence in per cent."""

    start: int
    end: int
    confidence: int


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text with stable offsets."""

    file: str
    """Path below the folder that was read, with ``/``."""
    text: str
    """NFC, line ends ``\\n``; all offsets count in it; ``phahe text FILE`` prints exactly this."""
    pages: tuple[int, ...] = (0,)
    """Offset at which each page starts."""
    how: str = "text"
    """How it was read: text, markdown, html, docx, pdf, ocr ..."""
    warnings: tuple[str, ...] = ()
    page_numbers: tuple[int, ...] = ()
    """Number of each page in `pages` where they are not 1, 2, 3: footnotes stand last."""
    doubts: tuple[Doubt, ...] = ()
    """Words that OCR was not sure of, in order."""


# One character for one: a plain text must have the length of its source.
SAME = {
    "-": "–—‐‑‒―−－",
    "Đ": "ÐƉ",
    "đ": "ðɖ",
    " ": "\t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    "\u3000\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\xad*\\",
    "\n": "\f\v\x85\u2028\u2029",
    "/": "⁄∕／",
    ":": "：",
}
SOFT = re.compile(r"(?<=(.))\xad(?=(.))", re.DOTALL)
"""Some programs write soft hyphens for all in a PDF: ``QĐ\xadUBND``; within a word one is none."""
TAGS = frozenset(("sup", "sub", "br", "b", "i", "u", "em", "strong"))
# Tags a converter left in markdown; [^1]; headings and quotations; emphasis and rules.
# The first character stands apart, so that a search leaps from one such character to the next.
MARKS = re.compile(
    r"[<\[#>_](?:(?<=<)/?[a-z]{1,6}\s{0,3}/?>|(?<=\[)\^\d{1,3}\]|(?<=#)#{0,5}|(?<=>)>{0,2}|(?<=_)_*)"
)
# Written after the second vowel by some (uỷ, hoà), after the first by others (ủy, hòa).
LATE_TONE = re.compile(
    r"[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<![qQ].)(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ])(?!\w)"
)
EARLY = dict(zip("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy", strict=True))
TONED = {"o": "òóỏõọ", "u": "ùúủũụ"}
ORDER = {letter: place % 5 for place, letter in enumerate(EARLY)}
FOREIGN = re.compile(r"[\u0370-\u04ff]")
WORD_BEFORE = re.compile(r"\S*$")
FOREIGN_WORD = re.compile(r"\S{0,40}?[\u0370-\u04ff]\S{0,40}")
LOOK_ALIKE = str.maketrans(
    "АВЕКМНОРСТХУІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧасеорхуі", "ABEKMHOPCTXYISJABEZHIKMNOPTYXaceopxyi"
)
# Old capital fonts drew small toned letters as capitals, which leaves "PHó CHủ TịCH".
_TONED_SMALL = "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
HALF_SMALL = re.compile(rf"[A-ZĂÂĐÊÔƠƯ][{_TONED_SMALL}][A-ZĂÂĐÊÔƠƯ]")
NO_SMALL_LINE = re.compile(r"^[^a-zăâđêôơư\n]{5,200}$", re.MULTILINE)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
MOSTLY = 0.1
"""More unreadable characters than this share, and it is no text."""
FOOTNOTE_MARK = re.compile(
    r"<sup>\s?(\d{1,3})\s?</sup>|\[\^(\d{1,3})\]|([¹²³⁰⁴-⁹]{1,3})", re.IGNORECASE
)


@lru_cache(maxsize=8)
def plain(text: str) -> str:
    """Return *text* at the same length with one spelling for each thing, mark-up as blanks."""
    if "\xad" in text:
        text = SOFT.sub(_hyphen, text)
    for to, variants in SAME.items():
        for variant in variants:
            if variant in text:
                text = text.replace(variant, to)
    if any(mark in text for mark in "<[#_>"):
        text = MARKS.sub(_blank, text)
    text = _latinised(text)
    if HALF_SMALL.search(text):
        text = NO_SMALL_LINE.sub(lambda found: found[0].upper(), text)
    text = set_right(text)
    return LATE_TONE.sub(_early, text)


def _hyphen(found: re.Match[str]) -> str:
    """A hyphen, but between small letters, where a word may be divided."""
    return " " if found[1].islower() and found[2].islower() else "-"


def _blank(found: re.Match[str]) -> str:
    """Blanks for a mark; what only looks like one stays: ``CV_MTTW_BTT``, ``a -> b``, ``<ten>``."""
    mark, whole, start, end = found[0], found.string, found.start(), found.end()
    if mark[0] == "[":
        return f"  {mark[2:-1]} "
    if mark[0] == "<":
        return " " * len(mark) if mark.strip("</ >") in TAGS else mark
    if mark[0] == "_":
        inside = whole[max(0, start - 1) : start].isalnum() and whole[end : end + 1].isalnum()
        return mark if inside else " " * len(mark)
    opens_line = not whole[max(0, start - 6) : start].rpartition("\n")[2].strip(" #>_")
    return " " * len(mark) if opens_line or mark.startswith("##") else mark


def _early(found: re.Match[str]) -> str:
    first, second = found[0][0], found[0][1]
    place = ORDER[second.lower()]
    toned, bare = TONED[first.lower()][place], EARLY[second.lower()]
    return (toned.upper() if first.isupper() else toned) + (
        bare.upper() if second.isupper() else bare
    )


def _latinised(text: str) -> str:
    """Words with a Greek or Cyrillic letter, read as they look."""
    pieces, done = [], 0
    for letter in FOREIGN.finditer(text):
        if letter.start() >= done:
            before = WORD_BEFORE.search(text, max(done, letter.start() - 40), letter.start())
            found = before and FOREIGN_WORD.match(text, before.start())
            if found:
                pieces += [text[done : found.start()], _latin(found)]
                done = found.end()
    return "".join([*pieces, text[done:]]) if done else text


def _latin(found: re.Match[str]) -> str:
    """A look-alike is meant as Latin only where real Latin letters stand beside it."""
    latin = any(
        "A" <= letter <= "z" or "À" <= letter <= "ỹ"
        for letter in found[0]
        if not "Ͱ" <= letter <= "ӿ"
    )
    return found[0].translate(LOOK_ALIKE) if latin else found[0]


def footnote_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the digits that call a footnote or open its note.

    >>> footnote_marks("Campuchia<sup>1</sup>.")
    ((14, 15),)
    """
    return tuple(found.span(found.lastindex or 0) for found in FOOTNOTE_MARK.finditer(text))


@lru_cache(maxsize=8)
def _line_ends(text: str) -> array[int]:
    return array("Q", (found.start() for found in re.finditer("\n", text)))


def locate(source: Text, offset: int) -> tuple[int, int]:
    """Page and line of *offset*, both from 1."""
    page = bisect_right(source.pages, offset)
    if source.page_numbers:
        page = source.page_numbers[page - 1]
    return page, bisect_left(_line_ends(source.text), offset) + 1


def decode(data: bytes, file: str) -> Text:
    r"""Read *data* as UTF-8 or UTF-16; raise UnreadableFile when that gives no text.

    >>> decode(b"S\xe1\xbb\x91: 12\r\n", "a.txt").text
    'Số: 12\n'
    """
    text, warnings = _characters(data, file)
    text = text.removeprefix("\ufeff")
    for line_end in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(line_end, "\n")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    written = len(text.rstrip())
    if not written:
        raise UnreadableFile(f"{file}: the file is empty; there is nothing to read")
    pages = (0, *(found.end() for found in re.finditer("\f", text) if found.end() < written))
    how = "markdown" if file.lower().endswith((".md", ".markdown")) else "text"
    return Text(file, text, pages, how, warnings)


def _characters(data: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """Decode, and count what could not be."""
    encoding = _encoding(data)
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    text, controls = CONTROL.subn(" ", text)
    if lost + controls > MOSTLY * len(text):
        raise UnreadableFile(
            f"{file}: {lost + controls} of {len(text)} characters are no text in {encoding}; "
            "it is binary or in an old encoding: save it as UTF-8"
        )
    warnings = []
    if lost:
        warnings.append(f"{lost} invalid {encoding} sequences were replaced by \ufffd")
    if controls:
        warnings.append(f"{controls} control characters were replaced by blanks")
    return text, tuple(warnings)


def _encoding(data: bytes) -> str:
    """UTF-16 by its mark or by the zero bytes of its blanks and line ends; else UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = data[:4096]
    little, big = head[1::2].count(b"\x00"), head[::2].count(b"\x00")
    if (little + big) * 8 > len(head) and max(little, big) > 4 * min(little, big):
        return "utf-16-le" if little > big else "utf-16-be"
    return "utf-8"
