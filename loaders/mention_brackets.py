"""A document named in words and, in brackets behind, by its number: one mention, not two.

>>> from phahe.loaders.mentions import find_mentions
>>> text = "theo Quy chế phối hợp giữa Hội và Sở (Quy chế số 5/QCPH-HND ngày 2/3/2020)"
>>> [(one.code, one.title.value) for one in find_mentions(text)]
[('5/QCPH-HND', 'Quy chế phối hợp giữa Hội và Sở')]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from phahe.loaders.mention import Mention
from phahe.loaders.mention_text import Words


def bracketed(
    words: Words, numbered: Sequence[Mention], named: Sequence[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Return both lists, with what is said twice once: in the first, from its name on."""
    ends = {one.end: one for one in named}
    found = [_before(words, one, ends) for one in numbered]
    said = {name.start for name in found if name}
    whole = [
        _joined(words, name, one) if name else one
        for name, one in zip(found, numbered, strict=True)
    ]
    return whole, [one for one in named if one.start not in said]


def _before(words: Words, one: Mention, ends: dict[int, Mention]) -> Mention | None:
    """The name that ends where the bracket around *one* opens."""
    before = words.text[max(0, one.start - 4) : one.start].rstrip()
    if not before.endswith("("):
        return None
    opened = words.text.rindex("(", 0, one.start)
    name = ends.get(len(words.text[max(0, opened - 4) : opened].rstrip()) + max(0, opened - 4))
    return name if name and name.type == one.type and not name.date else None


def _joined(words: Words, name: Mention, one: Mention) -> Mention:
    return replace(
        one,
        start=name.start,
        text=words.text[name.start : one.end],
        title=one.title or name.title,
        issuer=one.issuer or name.issuer,
    )
