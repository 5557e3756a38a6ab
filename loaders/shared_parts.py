"""What the members of a list share: "Quyết định số 1013/QĐ-TLĐ và 1014/QĐ-TLĐ ngày 19/8/2011".

A member without its own date takes that of the next member, "cùng ngày" that of the one before;
a member without a type takes the type of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from phahe.graph.document_type import code_of
from phahe.loaders.mention import Mention
from phahe.loaders.mention_text import Words
from phahe.loaders.numbered_mentions import Head

_LINK = re.compile(
    r"\s*(?:,|;|và|và số|hoặc|, số|cùng với)?\s*(?:và\s+)?(?:các\s+)?(?:số\s*:?\s*)?"
)
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_SAME_DAY = re.compile(r"\s*,?\s*cùng ngày\b")


def share(words: Words, mentions: Sequence[Mention], heads: Sequence[Head]) -> list[Mention]:
    """Return *mentions* (of the same order as *heads*) with what their lists share."""
    return _forwards(words, _backwards(words, list(mentions)), heads)


def _backwards(words: Words, found: list[Mention]) -> list[Mention]:
    """Date and issuer said once, behind the last member."""
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        if one.title or not _joined(words, one, after) or not _alike(one, after):
            continue
        if not one.date and not one.issuer:
            found[at] = replace(one, date=after.date, issuer=after.issuer, term=after.term)
        elif not one.issuer and after.issuer:
            found[at] = replace(one, issuer=after.issuer)
    return found


def _alike(one: Mention, after: Mention) -> bool:
    """Of one type, and of one issuer where the numbers say it: not 12-NQ/HU with 11-NQ/TU.

    A number that bears its year takes no date of another: 18/2025/TT-BTC is not of 2020.
    """
    same = one.symbol == after.symbol or not (one.symbol and after.symbol)
    year = _YEAR.search(one.code)
    fits = not year or not after.date or after.date.value.startswith(year[1])
    return one.type_code == after.type_code and same and fits


def _forwards(words: Words, found: list[Mention], heads: Sequence[Head]) -> list[Mention]:
    """The type, said once before the first member; the day, where it is the same."""
    for at in range(1, len(found)):
        before, one = found[at - 1], found[at]
        joined = _joined(words, before, one)
        if heads[at].listed and joined and not heads[at].type and before.type:
            same = (
                not one.type_code
                or one.type_code == before.type_code
                or code_of(before.type) == one.type_code
            )
            if same:
                one = replace(one, type=before.type, type_code=one.type_code or before.type_code)
        if (
            not one.date
            and _SAME_DAY.match(words.low, one.end - len("cùng ngày") - 2, one.end + 12)
            and before.date
        ):
            one = replace(one, date=before.date)
        found[at] = replace(one, type=one.type or ("công văn" if one.symbol else ""))
    return found


def _joined(words: Words, one: Mention, after: Mention) -> bool:
    """Only a comma or "và" and the type word again stand between the two."""
    between = words.low[one.end : after.start]
    return ";" not in between and len(between) < 40 and _LINK.fullmatch(between) is not None
