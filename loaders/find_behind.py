"""Words found behind others.

A pattern that begins with fixed letters is searched for ten times faster than one that begins with
a choice; so the words are searched for, and what must stand in front of them is looked at there.

>>> front = re.compile(r"(?:Căn cứ|Theo)\\s+$")
>>> plans = {re.compile("kế hoạch"): front, re.compile("Kế hoạch"): front}
>>> text = "Theo kế hoạch; một kế hoạch; Căn cứ Kế hoạch"
>>> [found.start() for found in find_behind(plans, text)]
[5, 36]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

_LONGEST_FRONT = 60
"""Characters, line breaks and indentation included."""


def find_behind(
    fronts: Mapping[re.Pattern[str], re.Pattern[str]], text: str
) -> Iterator[re.Match[str]]:
    """What each pattern finds right behind its front (which ends with ``$``); none overlap."""
    hits = chain.from_iterable(pattern.finditer(text) for pattern in fronts)
    end = 0
    for found in sorted(hits, key=re.Match.start):
        start = found.start()
        least = max(end, start - _LONGEST_FRONT)
        if least <= start and fronts[found.re].search(text, least, start):
            end = found.end()
            yield found
