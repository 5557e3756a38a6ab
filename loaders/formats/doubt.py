"""Words that OCR was not sure of: marked while lines are put in order, listed in the end.

>>> source = without_marks(Text("a.pdf", "Số " + marked("7z/SYT", 41) + " của Sở"))
>>> source.text, source.doubts
('Số 7z/SYT của Sở', (Doubt(start=3, end=9, confidence=41),))
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from phahe.loaders.text import Doubt, Text

SURE = 80
"""Confidence in per cent from which a word is taken as read."""
OPENS = 0xE100
"""First of a hundred private characters, one for each per cent; they are in no text."""
CLOSES = "\ue011"
MARKED = re.compile("([\ue100-\ue164])([^\ue100-\ue164\ue011]*)\ue011")
MARKS = re.compile("[\ue100-\ue164\ue011]")


def marked(word: str, confidence: float) -> str:
    """*word* with its confidence, if that is low."""
    if confidence >= SURE:
        return word
    return f"{chr(OPENS + max(0, int(confidence)))}{word}{CLOSES}"


def without_marks(source: Text) -> Text:
    """Take the marks out of *source* and list the words they stood around."""
    places = [found.start() for found in MARKS.finditer(source.text)]
    if not places:
        return source
    doubts = []
    for found in MARKED.finditer(source.text):
        before = bisect_left(places, found.start(2))
        start = found.start(2) - before
        doubts.append(Doubt(start, start + len(found[2]), ord(found[1]) - OPENS))
    pages = tuple(page - bisect_left(places, page) for page in source.pages)
    text = MARKS.sub("", source.text)
    return replace(source, text=text, pages=pages, doubts=tuple(doubts))
