"""Bodies that a phrase names, in the context of the document it stands in.

>>> from phahe.graph.place import place_named
>>> here = Home(scope="x", province=place_named("Bình Phước"), level="province")
>>> [body.name for body in bodies("Sở Y tế; BTV Tỉnh đoàn", here)]
['Sở Y tế tỉnh Bình Phước', 'Ban Thường vụ Tỉnh đoàn Bình Phước']
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from phahe.data import table
from phahe.graph.names import fold
from phahe.loaders.body_chain import Chain
from phahe.loaders.body_kind import field_names
from phahe.loaders.body_name import named
from phahe.loaders.body_phrase import chains
from phahe.loaders.body_types import Body, Home

__all__ = ["Body", "Home", "bodies", "body_of_code", "whole"]


def bodies(words: str, home: Home, start: int = 0) -> list[Body]:
    """The bodies *words* name, in order; offsets count from *start*.

    Lists are taken apart: "Ty Công an và Hiến binh 02 tỉnh A, B" names four bodies.
    """
    found = _bodies(words, home)
    if not start:
        return list(found)
    return [replace(each, start=each.start + start, end=each.end + start) for each in found]


@lru_cache(maxsize=16384)
def _bodies(words: str, home: Home) -> tuple[Body, ...]:
    on = day(home.date)
    found = []
    before = -1
    for chain in _merged(words, chains(words, on, home.province)):
        if words.isupper():
            chain = _lowered(chain)
        if _says_nothing(chain, home):
            continue
        body = named(chain, home)
        start, end = _span(chain, before)
        before = chain.start
        found.append(replace(body, as_written=words[start:end], start=start, end=end))
    return tuple(found)


def day(iso: str) -> date | None:
    """The day of an ISO date; a month or a year counts as its first day; None if there is none.

    >>> day("2011-12"), day(""), day("2022-02-31")
    (datetime.date(2011, 12, 1), None, None)
    """
    parts = [int(part) for part in iso.split("-") if part.isdigit()]
    try:
        return date(*(*parts, 1, 1)[:3]) if parts else None
    except ValueError:
        return None


def _lowered(chain: Chain) -> Chain:
    """Own names of a line in capitals as they are written elsewhere; abbreviations stay."""
    return replace(
        chain,
        segments=tuple(
            replace(
                each,
                own=_capitalised(each.own),
                said=each.said.lower(),
            )
            for each in chain.segments
        ),
    )


def _capitalised(own: str) -> str:
    """One capital, and those of the country; fields and abbreviations as they are."""
    if own in field_names() or not _is_spelled_out(own):
        return own
    return own.capitalize().replace("việt nam", "Việt Nam")


def _is_spelled_out(own: str) -> bool:
    """Whether it is words: several, long, or with a tone; "TCHC" is none."""
    return " " in own or len(own) > 4 or fold(own) != own.lower().replace("đ", "d")


def _says_nothing(chain: Chain, home: Home) -> bool:
    """ "Cục", "Phòng", "Sở" alone, in a document of another kind of body."""
    only = chain.segments[0]
    if home.issuer is not None and home.issuer.kind == only.kind.key:
        return False
    return (
        len(chain.segments) == 1
        and only.kind.key in _NEEDS_NAME
        and not (only.own or only.plural or only.place or only.level or only.units)
    )


def _span(chain: Chain, before: int) -> tuple[int, int]:
    """Its own words; of "Các Đảng đoàn: A, B" only the first has the words they share."""
    if chain.shared and chain.start == before:
        own = chain.own[-1]
        return own.start, own.end
    return chain.start, chain.end


def body_of_code(symbol: str, home: Home) -> Body | None:
    """The body whose code stands in a document's number, with the place of *home*; None if unsure.

    >>> from phahe.graph.place import place_named
    >>> here = Home(scope="x", province=place_named("Bình Phước"), level="province")
    >>> body_of_code("CV/BDVTU", here).name
    'Ban Dân vận Tỉnh ủy Bình Phước'
    """
    parts = [part for part in re.split(r"[/\s]|-(?=[^-]*$)", symbol) if part]
    for code in (symbol.rpartition("/")[2], parts[-1] if parts else "", *parts):
        known = _codes().get(code.upper(), ())
        if len(known) == 1 and code.upper() not in _UNSURE:
            found = bodies(known[0], home)
            return replace(found[0], certainty="implied") if found else None
    return None


_NEEDS_NAME = {
    "cuc", "vu", "tong-cuc", "chi-cuc", "phong", "ban", "khoa", "vien", "truong", "bv", "cty",
    "bao", "so", "uy-ban",
}  # fmt: skip
_UNSURE = {"TW", "VP"}
"""Three central bodies of the Party number under TW; any office is VP."""


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in table("issuer_codes"):
        found[row["code"].upper()].append(row["body"])
    return {code: tuple(them) for code, them in found.items()}


def _merged(words: str, found: list[Chain]) -> list[Chain]:
    """Vague sets side by side ("cơ quan, đơn vị, địa phương") are one set."""
    result: list[Chain] = []
    for chain in found:
        last = result[-1] if result else None
        if last is not None and _vague(last) and _vague(chain) and last.group == chain.group:
            one, two = last.segments[-1], chain.segments[-1]
            joined = replace(one, said=words[one.start : two.end], rest="", end=two.end)
            result[-1] = replace(last, segments=(*last.segments[:-1], joined))
        else:
            result.append(chain)
    return result


def _vague(chain: Chain) -> bool:
    outer = chain.segments[-1]
    return outer.kind.whole == "vague" and not outer.units and outer.place is None


def whole(body: Body) -> Body | None:
    """What the body is part of in the first place; None if it stands for itself."""
    return body.parents[0] if body.parents else None
