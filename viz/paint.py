"""The colours of the page and of the pictures: one place, so that both look alike.

Every colour is backed by a letter, a dash or a shape; text on its ground keeps 4.5 : 1.
"""

from __future__ import annotations

SECTOR = {
    "party": ("#B3261E", "#FEF1F0"),
    "state": ("#1B5E9B", "#EFF5FC"),
    "mass": ("#2E7D32", "#EFF8F0"),
    "forces": ("#7A5C00", "#FBF6E6"),
    "foreign": ("#6B3FA0", "#F5F0FB"),
    "unknown": ("#59626F", "#F4F5F7"),
}
"""Sector → (line and badge, ground)."""
INK, FAINT, GRID, PAPER = "#1D2330", "#555E6C", "#D5DBE4", "#FFFFFF"
LANE = ("#EEF2F7", "#F6F8FB")
"""Grounds of every other lane."""
LINE, UP, DOWN, CHOSEN, WARN = "#4A5261", "#B45309", "#0B6E8A", "#111827", "#8A5A00"
"""Relations at rest; towards the origin; towards those who carry out; the chosen one; doubt."""


def paint() -> dict[str, object]:
    """Return everything the page draws with, for its scripts."""
    return {
        "sector": SECTOR,
        "ink": INK,
        "faint": FAINT,
        "grid": GRID,
        "paper": PAPER,
        "lane": LANE,
        "line": LINE,
        "up": UP,
        "down": DOWN,
        "chosen": CHOSEN,
        "warn": WARN,
    }
