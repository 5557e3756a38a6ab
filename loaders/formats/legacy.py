"""Vietnamese text of the years before Unicode: TCVN3 (ABC), VNI, VISCII and windows-1258.

Old text arrives as Latin-1 letters; fonts or statistics tell which encoding they are in.

>>> tcvn3("§éc lËp - Tù do - H¹nh phóc")
'Độc lập - Tự do - Hạnh phúc'
>>> vni("Ñoäc laäp - Töï do")
'Độc lập - Tự do'
>>> font_encoding(".VnTimeH"), font_encoding("VNI-Times"), font_encoding("Times New Roman")
(('tcvn3', True), ('vni', False), ('', False))
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from phahe.data import table
from phahe.loaders.formats.syllables import score, share, weight

SUBSET = re.compile(r"^[A-Z]{6}\+")
ABC_FONT = re.compile(r"\.?vn(?!i)[a-z]|\.tm")
GAIN = 0.25
"""An old encoding must make the text this much more Vietnamese than it is as it stands."""
SURE = 0.6
"""And this share of its words must then be syllables."""
# Latin-1 letters and signs that Vietnamese text in Unicode has no use for.
ODD = re.compile("[¡-¦¨ª-¬\xad®¯±²-´µ¶-¿ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]")
Decoders = dict[str, Callable[[str], str]]
HYPHENED = re.compile(r"[^\W\d_]*(?:-[^\W\d_]*)+")


@cache
def letters(encoding: str) -> dict[str, str]:
    """Codes as Latin-1 characters → letter, of ``tcvn3``, ``viscii`` or ``vni``."""
    return {
        "".join(chr(int(code, 16)) for code in row["codes"].split()): row["letter"]
        for row in table("legacy_letters")
        if row["encoding"] == encoding
    }


@cache
def _table(encoding: str) -> dict[int, str]:
    return {ord(code): letter for code, letter in letters(encoding).items()}


def tcvn3(text: str, capitals: bool = False) -> str:
    """Decode TCVN3; *capitals* for a font whose small codes draw capital letters."""
    decoded = text.translate(_table("tcvn3"))
    return decoded.upper() if capitals else decoded


def viscii(text: str) -> str:
    """Decode VISCII."""
    return text.translate(_table("viscii"))


@cache
def _vni_pattern() -> re.Pattern[str]:
    codes = sorted(letters("vni"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, codes)))


def vni(text: str) -> str:
    """Decode VNI-Win: a letter and the mark behind it."""
    return _vni_pattern().sub(lambda found: letters("vni")[found[0]], text)


def windows_1258(text: str) -> str:
    """Decode windows-1258 seen as Latin-1: base letters with combining tones."""
    data = text.encode("latin-1", errors="replace")
    return unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))


def as_printed(text: str) -> str:
    """Latin-1 control codes as windows-1252 prints them: quotation marks and dashes."""
    return text.encode("latin-1", errors="replace").decode("cp1252", errors="replace")


def mojibake(text: str) -> str:
    """Undo UTF-8 that was read as windows-1252; other text comes back as it is.

    >>> mojibake("Ká»· luáº­t")
    'Kỷ luật'
    """
    codes = bytearray()
    for letter in text:
        try:
            codes += letter.encode("latin-1" if letter < "\u0100" else "cp1252")
        except UnicodeEncodeError:
            return text
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return text


def font_encoding(font: str | None) -> tuple[str, bool]:
    """Encoding of a font by its name ('' for Unicode), and whether it draws capitals only."""
    name = SUBSET.sub("", font or "").strip().lower().split(",")[0]
    if ABC_FONT.match(name):
        return "tcvn3", name.split("-")[0].replace(" ", "").endswith("h")
    return ("vni", False) if name.startswith("vni") else ("", False)


def by_font(text: str, font: str | None) -> str:
    """Decode what *font* draws; text in a Unicode font comes back as it is."""
    encoding, capitals = font_encoding(font)
    if encoding == "tcvn3":
        return tcvn3(text, capitals)
    return vni(text) if encoding == "vni" else text


def best(text: str, candidates: Decoders) -> str:
    """Name of the candidate that makes *text* Vietnamese, or '' if it is so best as it stands."""
    scores = {name: score(decode(text)) for name, decode in candidates.items()}
    name = max(scores, key=lambda key: scores[key])
    won = scores[name] - score(text) >= GAIN and share(candidates[name](text)) >= SURE
    return name if won else ""


def convert(text: str) -> tuple[str, str]:
    """Decode the lines of *text* that are in an old encoding; also say which one, or ''.

    >>> convert("Kế hoạch này\\nThùc hiÖn ChØ thÞ cña Ban BÝ th­\\n")
    ('Kế hoạch này\\nThực hiện Chỉ thị của Ban Bí thư\\n', 'tcvn3')
    """
    if not ODD.search(text):
        return text, ""
    decoders: Decoders = {"tcvn3": tcvn3, "vni": vni, "mojibake": mojibake}
    whole = best(text, decoders)
    lines = []
    seen = set()
    for line in text.splitlines(keepends=True):
        name = _encoding_of(line, whole, decoders)
        seen.add(name)
        lines.append(decoders[name](line) if name else line)
    return "".join(lines), "+".join(sorted(seen - {""}))


def _encoding_of(line: str, whole: str, decoders: Decoders) -> str:
    """Of one line: its own if it is long enough to tell, else that of the whole text."""
    if not ODD.search(line) and not whole:
        return ""
    own = best(line, decoders)
    if own or not whole:
        return own if len(line) > 24 or whole else ""
    return whole if score(decoders[whole](line)) > score(line) else ""


def hyphen_is_u(text: str) -> str:
    """Give back the letter ư to TCVN3 text out of a PDF, whose readers print its code as ``-``.

    >>> hyphen_is_u("Ban Bí th- Trung -ơng, số 83-KH/TU")
    'Ban Bí thư Trung ương, số 83-KH/TU'
    """
    return HYPHENED.sub(_letter_u, text)


def _letter_u(found: re.Match[str]) -> str:
    word = found[0]
    if not word.strip("-"):
        return word
    if weight(word.replace("-", "ư")):
        return word.replace("-", "ư")
    for at, sign in enumerate(word):
        changed = word[:at] + "ư" + word[at + 1 :]
        if sign == "-" and all(weight(part) for part in changed.split("-") if part):
            return changed
    return word
