"""Rules of tables on a page image: dark strokes longer than any letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from phahe.loaders.formats.pdf_glyphs import Rule

if TYPE_CHECKING:
    from PIL.Image import Image

BAND = 4.0
"""Height in points of the bands looked at: the blank between two lines of text fills one."""
DARK = 150
"""Mean grey of a band below which a stroke runs through all of it."""
UPRIGHT = 40.0
LEVEL = 80.0
"""Least lengths in points."""
MEET = 7.0
"""Rules of a table end on rules of the other direction, within so many points."""
JOIN = 2.5
"""Strokes of neighbouring bands this close, in points, are one."""


def straightened(image: Image, slope: float) -> Image:
    """*image* with lines that fall by *slope* set level."""
    from PIL import Image as Pillow

    matrix = (1, -slope, 0, slope, 1, 0)
    return image.transform(image.size, Pillow.Transform.AFFINE, matrix, fillcolor=255)


def rules(image: Image, slope: float, scale: float) -> list[Rule]:
    """The upright and level rules of a page in greys; *scale* is points a pixel."""
    from PIL import Image as Pillow

    level = straightened(image, slope) if abs(slope) > 0.0005 else image
    turned = level.transpose(Pillow.Transpose.TRANSPOSE)
    upright = (Rule(x, y0, x, y1) for x, y0, y1 in _strokes(level, scale, UPRIGHT))
    across = (Rule(x0, y, x1, y) for y, x0, x1 in _strokes(turned, scale, LEVEL))
    return _meeting(list(upright), list(across))


def _meeting(upright: list[Rule], across: list[Rule]) -> list[Rule]:
    """Only strokes that end on strokes of the other direction: letters in a row do not."""
    for _ in range(3):
        across = [
            rule
            for rule in across
            if any(abs(rule.left - end.left) < MEET and _holds(end, rule.top) for end in upright)
            and any(abs(rule.right - end.left) < MEET and _holds(end, rule.top) for end in upright)
        ]
        upright = [
            rule
            for rule in upright
            if any(abs(rule.top - end.top) < MEET and _spans(end, rule.left) for end in across)
            and any(abs(rule.bottom - end.top) < MEET and _spans(end, rule.left) for end in across)
        ]
    return [*upright, *across]


def _holds(upright: Rule, y: float) -> bool:
    return upright.top - MEET < y < upright.bottom + MEET


def _spans(level: Rule, x: float) -> bool:
    return level.left - MEET < x < level.right + MEET


def _strokes(image: Image, scale: float, least: float) -> Iterator[tuple[float, float, float]]:
    """Upright strokes of at least *least* points: place across, start and end, in points."""
    from PIL import Image as Pillow

    bands = max(1, round(image.height * scale / BAND))
    step = image.height * scale / bands
    grey = image.resize((image.width, bands), Pillow.Resampling.BOX).tobytes()
    open_strokes: list[tuple[float, float]] = []
    for band in range(bands + 1):
        row = grey[band * image.width : (band + 1) * image.width]
        places = list(_dark(row, scale))
        going = []
        for place, start in open_strokes:
            near = min(places, key=lambda found: abs(found - place), default=None)
            if near is not None and abs(near - place) <= JOIN:
                places.remove(near)
                going.append((near, start))
            elif band * step - start >= least:
                yield place, start, band * step
        open_strokes = going + [(place, band * step) for place in places]


def _dark(row: bytes, scale: float) -> Iterator[float]:
    """Middles in points of the dark stretches of a band that are thin enough to be a rule."""
    start = None
    for at, grey in enumerate(row + b"\xff"):
        if grey < DARK and start is None:
            start = at
        elif grey >= DARK and start is not None:
            if (at - start) * scale <= JOIN:
                yield (start + at) / 2 * scale
            start = None
