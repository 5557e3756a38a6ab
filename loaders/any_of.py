"""Many words as one pattern in which what begins alike is written once, so that it fails early.

>>> any_of(["báo cáo", "kế hoạch", "kết luận", "kết"])
'(?:báo\\\\s+cáo|kế(?:\\\\s+hoạch|t(?:\\\\s+luận)?))'
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of *words*, the longest that fits; a blank is any white space."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    whole = False
    for word in sorted(set(words)):
        if word:
            rests[word[0]].append(word[1:])
        whole = whole or not word
    branches = [_letter(first) + any_of(rest) for first, rest in rests.items()]
    if whole:
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
