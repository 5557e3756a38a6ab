"""Which of several stated values to prefer; the others are kept beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from phahe.graph.facts import Claim, Witness
from phahe.graph.model import Value
from phahe.graph.names import fold

NEAR: Mapping[Witness, int] = {"own": 0, "cited": 1, "context": 2}


def prefer(claims: Sequence[Claim]) -> Value:
    """Return the value to show: the document's own before others', then the most frequent.

    Of equally frequent ones the longest, then the first in the alphabet.
    """
    best = min(NEAR[claim.witness] for claim in claims)
    votes = count(claim for claim in claims if NEAR[claim.witness] == best)
    return min(votes, key=lambda value: (-votes[value], -len(str(value)), str(value)))


def prefer_name(names: Iterable[str]) -> str:
    """Return the form of a name to show: not in capitals, most frequent, most complete.

    >>> prefer_name(["BAN DÂN VẬN", "BAN DÂN VẬN", "Ban Dân vận", "ban dân vận"])
    'Ban Dân vận'
    """
    votes: dict[str, int] = defaultdict(int)
    for name in names:
        votes[name] += 1
    return min(votes, key=lambda name: (name.isupper() or name.islower(), -votes[name], name))


def prefer_title(claims: Sequence[Claim]) -> str:
    """Return the title to show: the letterhead's, else the longest one that two citations agree on.

    >>> cited = ["về dân vận", "về dân vận năm 2022", "về dân vận năm 2022 và nhiệm vụ khác"]
    >>> prefer_title([Claim("title", each, "cited") for each in cited])
    'về dân vận năm 2022'
    >>> prefer_title([Claim("title", each, "cited") for each in ("Điều lệ Hội", "Điều lệ Hội Y")])
    'Điều lệ Hội Y'
    """
    own = [str(claim.value) for claim in claims if claim.witness == "own"]
    if own:
        return max(sorted(own), key=len)
    titles = {str(claim.value): fold(str(claim.value)).strip() for claim in claims}
    said = [titles[str(claim.value)] for claim in claims]
    support = {title: sum(each.startswith(key) for each in said) for title, key in titles.items()}
    agreed = [title for title in support if support[title] > 1] or list(support)
    if all(key.startswith(("dieu le ", "nghi quyet dai hoi")) for key in said):
        agreed = list(titles)  # short forms of these begin like them
    return max(sorted(agreed), key=lambda title: (not title.isupper(), len(title)))


def count(claims: Iterable[Claim]) -> Mapping[Value, int]:
    """Return how often each value is stated."""
    votes: dict[Value, int] = defaultdict(int)
    for claim in claims:
        votes[claim.value] += 1
    return votes
