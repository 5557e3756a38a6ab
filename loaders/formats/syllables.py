"""Does this read as Vietnamese? Tells text from text in a wrong encoding or badly recognised.

>>> round(share("Thực hiện Kế hoạch của Tỉnh ủy"), 2)
1.0
>>> round(share("Thùc hiÖn KÕ ho¹ch cña TØnh ñy"), 2)
0.29
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from phahe.data import table

WORD = re.compile(r"[^\W\d_]{2,}")
TONES = "\u0300\u0301\u0303\u0309\u0323"
STOPPED = ("c", "ch", "p", "t")
SAMPLE = 20_000
"""Characters judged at most: a longer text gives the same answer later."""


@cache
def _toneless() -> frozenset[str]:
    """Every syllable the parts allow, without tones."""
    onsets = [""]
    rimes = []
    for row in table("syllable_parts"):
        if row["part"] == "onset":
            onsets += row["letters"].split()
        else:
            ends = row["endings"].split()
            rimes += [row["letters"] + end.replace("-", "") for end in ends]
    return frozenset(onset + rime for onset in onsets for rime in rimes)


@lru_cache(maxsize=100_000)
def weight(word: str) -> int:
    """2 for a syllable with a Vietnamese letter or tone, 1 for a plain one, 0 for anything else."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in apart if mark in TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in TONES))
    if len(tones) > 1 or bare not in _toneless():
        return 0
    if bare.endswith(STOPPED) and (not tones or tones[0] not in "\u0301\u0323"):
        return 0
    return 1 if word.isascii() else 2


def share(text: str) -> float:
    """Share of the words of *text* that are Vietnamese syllables; 0 where there are none."""
    words = WORD.findall(text[:SAMPLE])
    return sum(weight(word) > 0 for word in words) / len(words) if words else 0.0


def score(text: str) -> float:
    """From 0 to 2: `share`, and again the share that only Vietnamese can have."""
    words = WORD.findall(text[:SAMPLE])
    return sum(weight(word) for word in words) / len(words) if words else 0.0
