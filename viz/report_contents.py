"""Where a report has its table of contents, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phahe.viz.dossier import Block, Heading

FEWEST, MOST = 5, 40
"""Headings from which a report has contents at all, and up to which they name its subsections."""


def first_section(blocks: Sequence[Block]) -> int:
    """Return the place of the block before which the contents stand; -1 for a short report."""
    places = [at for at, each in enumerate(blocks) if isinstance(each, Heading) and each.level == 2]
    return places[0] if len(places) >= FEWEST else -1


def contents_depth(blocks: Sequence[Block]) -> int:
    """Return 2 if the contents go down to subsections, 1 if there are too many of those."""
    return 2 if sum(isinstance(each, Heading) for each in blocks) <= MOST else 1


def contents(blocks: Sequence[Block]) -> Iterator[tuple[int, Heading]]:
    """Yield the headings of the contents with their places among *blocks*."""
    deepest = contents_depth(blocks) + 1
    for at, each in enumerate(blocks):
        if isinstance(each, Heading) and 1 < each.level <= deepest:
            yield at, each
