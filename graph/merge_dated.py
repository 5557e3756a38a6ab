"""Documents of one number, letters and issuer, told apart by their dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from phahe.graph.candidate import Candidate, one_document
from phahe.graph.sighting import Sighting

Link = Callable[[Candidate, Candidate], bool]


def dated_clusters(sightings: Iterable[Sighting], by_file: bool) -> list[list[Sighting]]:
    """Return dated *sightings*, grouped by document.

    Equal dates are one document; whether different ones are, `one_document` says. A cited date that
    fits two held texts stays alone. With *by_file*, different dates count as one only where one
    file gives both: nobody knows whose number it is.
    """

    def linked(first: Candidate, second: Candidate) -> bool:
        near = not by_file or not first.files.isdisjoint(second.files)
        return near and one_document(first, second)

    days: dict[str, list[Sighting]] = defaultdict(list)
    for one in sightings:
        days[one.date].append(one)
    candidates = [Candidate.of(day) for _, day in sorted(days.items())]
    found = _joined([day for day in candidates if day.held], linked)
    pool = []
    joining: dict[int, list[Candidate]] = defaultdict(list)
    for day in candidates:
        if day.held:
            continue
        near = [at for at, group in enumerate(found) if any(linked(day, one) for one in group)]
        if len(near) == 1:
            joining[near[0]].append(day)
        else:
            pool.append(day)
    for at, more in joining.items():
        found[at] = found[at] + more
    found += _joined(pool, linked)
    return [[one for day in group for one in day.members] for group in found]


def _joined(days: Iterable[Candidate], linked: Link) -> list[list[Candidate]]:
    """Return *days* in groups whose members hang together."""
    groups: list[list[Candidate]] = []
    for day in days:
        near = [group for group in groups if any(linked(day, one) for one in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(each for group in near for each in group), day])
    return groups
