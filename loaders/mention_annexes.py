"""Who issued an annex: the body that issued the decision it came with, where both stand together.

>>> from phahe.loaders.mentions import find_mentions
>>> found = find_mentions("Quyết định số 5/QĐ-TTg của Thủ tướng ban hành Quy chế làm việc của Ban")
>>> [one.issuer.value for one in found]
['Thủ tướng', 'Thủ tướng']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from phahe.graph.document_type import is_usually_annexed
from phahe.loaders.mention import Mention
from phahe.loaders.mention_text import Words

_PROMULGATING = re.compile(r"(?:việc\s+)?(?:ban\s+hành|phê\s+duyệt)\s+(?:bản\s+)?[“\"]?\s*")
_WITH = re.compile(
    r"[”\"\s,(]*(?:được\s+)?(?:đã\s+)?(?:ban\s+hành(?:\s+kèm)?|kèm)\s+theo\s+(?:các\s+)?"
)
_FAR = 60


def promulgated(words: Words, found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, annexes with the issuer of what promulgates them; *found* is in order."""
    for at, one in enumerate(found):
        annex = one.unnumbered and not (one.issuer or one.anaphora) and is_usually_annexed(one.type)
        owner = annex and (_outer(words, found, at) or _behind(words, found, at))
        yield replace(one, issuer=owner.issuer) if owner and owner.issuer else one


def _outer(words: Words, found: Sequence[Mention], at: int) -> Mention | None:
    """ "Quyết định số 5 ... ban hành Quy chế làm việc"."""
    start = found[at].start
    for other in reversed(found[max(0, at - 3) : at]):
        title = other.title
        if other.code and title and title.start <= start < title.end:
            begun = _PROMULGATING.fullmatch(words.low, title.start, start)
            return other if begun else None
    return None


def _behind(words: Words, found: Sequence[Mention], at: int) -> Mention | None:
    """ "Quy chế làm việc, ban hành kèm theo Quyết định số 5 ..."."""
    one = found[at]
    other = found[at + 1] if at + 1 < len(found) else None
    near = other and other.code and 0 <= other.start - one.end < _FAR
    return other if other and near and _WITH.fullmatch(words.low, one.end, other.start) else None
