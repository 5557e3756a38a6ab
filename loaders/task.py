"""What a document demands of whom: the types of tasks and assignments."""

from __future__ import annotations

from dataclasses import dataclass

from phahe.graph.model import Certainty
from phahe.loaders.bodies import Body
from phahe.loaders.reading import Stated


@dataclass(frozen=True, slots=True)
class Assigned:
    """A body and the words that give it its part in a task."""

    body: Body
    spans: tuple[tuple[int, int], ...]
    """Of the source; several where the heading names the body and the duty stands below it."""
    rule: str
    certainty: Certainty = "explicit"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done; whoever is not named stays unknown."""

    section: str
    """As `Paragraph.section`: ``II.2.3``; several tasks may share one."""
    text: Stated
    """The task's words; the value has single blanks."""
    kind: str
    """activity, report, review or supervision."""
    time: Stated | None
    """The words that say when."""
    due: tuple[str, ...]
    """As in `phahe.loaders.dates.When`."""
    leads: tuple[Assigned, ...]
    supports: tuple[Assigned, ...]
    spans: tuple[tuple[int, int], ...]
    """Of the source: where the task itself is stated."""
