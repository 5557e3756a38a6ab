"""Whom a document goes to: "Kính gửi" above the text, "Nơi nhận" below it.

>>> rows = lines("Kính gửi: - Sở Y tế;\\n- Các bệnh viện.\\nThực hiện ...")
>>> [item.value for item in addressees(rows, 0)[0]]
['Sở Y tế', 'Các bệnh viện']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from phahe.loaders.letters import UPPER
from phahe.loaders.line import Line, lines, part
from phahe.loaders.phrases import opens, phrases
from phahe.loaders.reading import Recipient, Stated
from phahe.loaders.section import BULLET as BULLETED
from phahe.loaders.section import label_of

__all__ = ["addressees", "item_of", "lines", "recipient_items"]

BULLET = re.compile(r"(?:[-+•*●▪~·«¬=]|\d{1,2}[.)])\s*(?=\S)|[-–]{2}\s*")
TO = re.compile(
    r"(?:Kính|KÍNH|Kinh|Đồng kính)\s+(?:gửi|gởi|GỬI|gừi|gứi|gữi)\s*[:;]?|Gửi\s*:"
    r"|K ?[iíìỉ] ?n ?h\s{0,2}g ?\w{1,3} ?i?\s?[:;]"
)
_CALLS = re.compile(r"[^\n:;]{3,100}\sđiện\s?:?$")
_END = re.compile(r"[\s;,./=`'|]+$")
_FILE = re.compile(r"(?:L[ưu]u|LƯU)\b\s*(?:tại|trữ)?\s*[:;.]?\s*")
_STRICT = re.compile(r"L[ưu]u\s?[:;]?\s?(?:tại\s)?(?:VT|VP|HS|Văn|hồ sơ|[A-ZĐ]{2})")
_ABOVE = re.compile(
    r"Nh[ưu]\s+(?:trên|[Đđ]iều|kính gửi|Kính gửi|mục|khoản|thành phần)", re.IGNORECASE
)
_COPIES = re.compile(r"\s*\(\s?\d{1,3}\s?(?:b|bản|B)?\s?\)?$|\s+\d{1,3}\s?(?:b|bản|B)$")
_TYPIST = re.compile(rf"(?<=[).])\s+[{UPPER}][\w.]{{0,8}}$")


@cache
def _note() -> re.Pattern[str]:
    """Why a copy is sent: ``(b/c)``, ``(để báo cáo)``."""
    return re.compile(
        rf"\s*[(\[]\s*(?:đ[ểêẻ]\s)?(?:{phrases('noted')})[^)\]]{{0,60}}[)\]]?", re.IGNORECASE
    )


@cache
def _report() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\(|\bđ[ểêẻ]\s|,\s)\s*(?:đ[ểêẻ]\s)?(?:{phrases('reported')})\b", re.IGNORECASE
    )


def addressees(rows: Sequence[Line], first: int) -> tuple[tuple[Stated, ...], int]:
    """The items of the "Kính gửi" that opens at ``rows[first]``, and the line where they end.

    An urgent dispatch has no "Kính gửi": "CHỦ TỊCH ỦY BAN ... điện:".
    """
    head = TO.match(rows[first].text) or _CALLS.match(rows[first].text)
    if not head:
        return (), first
    groups: list[list[Line]] = []
    rest = part(rows[first], head.end(), len(rows[first].text))
    if rest.text:
        groups.append([rest])
    at = first + 1
    while at < len(rows) and at < first + 60:
        line = rows[at]
        if not line.text:
            if groups and not _more_items(rows, at, groups[-1][-1].text):
                break
        elif BULLET.match(line.text):
            groups.append([line])
        elif groups and not _continues(groups, line.text):
            break
        elif groups and groups[-1][-1].text[-1] not in ";.":
            groups[-1].append(line)
        else:
            groups.append([line])
        at += 1
    return tuple(item for group in groups for item in _items(group)), at


def _more_items(rows: Sequence[Line], at: int, last: str) -> bool:
    """Whether the list goes on behind a blank line: with a further bullet."""
    later = next((line.text for line in rows[at : at + 4] if line.text), "")
    return bool(BULLET.match(later)) and not last.endswith(".") and len(later) < 160


def _continues(groups: Sequence[Sequence[Line]], text: str) -> bool:
    last = groups[-1][-1].text
    if (
        last.endswith(".")
        or len(text) > 160
        or opens(text, "text")
        or opens(text, "may")
        or _numbered(text)
    ):
        return False
    bulleted = bool(BULLET.match(groups[0][0].text)) or len(groups) > 1
    if last.endswith(";"):
        return len(groups) > 0
    return bulleted or text[0].islower() or last.endswith(",") or len(last) > 45


def is_filed(text: str, strict: bool = False) -> bool:
    """Whether an item says who keeps the file copy; *strict*: beyond doubt, in any context.

    >>> is_filed("- Lưu: VT, TH."), is_filed("- Lưu ý: nộp sớm", strict=True)
    (True, False)
    """
    bullet = BULLET.match(text)
    bare = text[bullet.end() :] if bullet else text
    return (_STRICT if strict else _FILE).match(bare) is not None


def _numbered(text: str) -> bool:
    label = label_of(text)
    return label is not None and label.rank != BULLETED


def _items(group: Sequence[Line]) -> Iterator[Stated]:
    """The items of one bullet: a bullet is one item; a bare line is cut at its semicolons."""
    bullet = BULLET.match(group[0].text)
    first = part(group[0], bullet.end() if bullet else 0, len(group[0].text))
    whole = [first, *group[1:]]
    if bullet or ";" not in " ".join(line.text for line in whole)[:-1]:
        item = item_of(whole)
        if item:
            yield item
        return
    pending: list[Line] = []
    for line in whole:
        at = 0
        for cut in (*(found.start() for found in re.finditer(";", line.text)), len(line.text)):
            pending.append(part(line, at, cut))
            at = cut + 1
            if cut < len(line.text):
                yield from filter(None, [item_of(pending)])
                pending = []
    yield from filter(None, [item_of(pending)])


def item_of(pieces: Sequence[Line]) -> Stated | None:
    """The words of one item without its closing marks."""
    found = [piece for piece in pieces if re.search(r"\w", piece.text)]
    if not found:
        return None
    last = part(found[-1], 0, len(_END.sub("", found[-1].text)))
    joined = " ".join(" ".join(piece.text.split()) for piece in (*found[:-1], last))
    return Stated(joined, found[0].start, last.end)


def recipient_items(pieces: Sequence[Line]) -> Iterator[Recipient]:
    """The recipients one bullet of "Nơi nhận" names; a file copy names each of its keepers."""
    bullet = BULLET.match(pieces[0].text)
    first = part(pieces[0], bullet.end() if bullet else 0, len(pieces[0].text))
    whole = [first, *pieces[1:]]
    if not bullet and ";" in first.text[:-1]:
        at = 0
        for unit in first.text.split(";"):
            yield from recipient_items([part(first, at, at + len(unit))])
            at += len(unit) + 1
        return
    item = item_of(whole)
    if not item:
        return
    filed = _FILE.match(item.value)
    if filed:
        yield from _keepers(whole, filed.end())
    elif _ABOVE.match(item.value):
        yield Recipient(item, "as-above")
    else:
        purpose = "report" if _report().search(item.value) else "distribution"
        value = _note().sub("", item.value).strip(" ,;")
        yield Recipient(Stated(value or item.value, item.start, item.end), purpose)


def _keepers(pieces: Sequence[Line], skip: int) -> Iterator[Recipient]:
    """ "Lưu: VT, Ban CSLP (5b)." names two keepers."""
    for place, piece in enumerate(pieces):
        words = piece if place else part(piece, skip, len(piece.text))
        text = _TYPIST.sub("", words.text)
        at = 0
        for unit in re.split(r"[,;](?![^(]*\))", text):
            bare = _END.sub("", unit).strip(" `«»'|")
            value = _COPIES.sub("", bare).strip(" :.-")
            if len(value) > 1 or (value and value.isalpha()):
                start = words.start + at + unit.find(bare[0])
                yield Recipient(Stated(value, start, start + len(bare)), "file")
            at += len(unit) + 1
    if len(pieces) == 1 and not part(pieces[0], skip, len(pieces[0].text)).text.strip(" .;,:"):
        item = item_of(pieces)
        if item:
            yield Recipient(item, "file")
