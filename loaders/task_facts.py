"""What a document demands of whom, as tasks and assignments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phahe.graph.facts import Claim, NodeFacts
from phahe.graph.model import Evidence
from phahe.loaders.fact import Fact, body_facts, claims, edge, quoted
from phahe.loaders.reading import Reading
from phahe.loaders.task import Assigned, Task

ROLES = {"lead": "LED_BY", "support": "SUPPORTED_BY"}


def task_facts(reading: Reading, found: Iterable[Task]) -> Iterator[Fact]:
    """Each task, the document that sets it, and every body that leads or supports it."""
    for at, task in enumerate(found):
        local = f"#{reading.index}/task/{at}"
        evidence = quoted(reading, task.spans, "tasks")
        yield NodeFacts(local, "Task", tuple(_claims(task, evidence)))
        yield edge(f"#{reading.index}", "SETS", local, evidence)
        for role, assigned in (("lead", task.leads), ("support", task.supports)):
            for one in assigned:
                yield from _assigned(reading, local, task.section, role, one)


def _claims(task: Task, evidence: tuple[Evidence, ...]) -> Iterator[Claim]:
    first = evidence[0] if evidence else None
    yield from claims(
        "own",
        first,
        name=task.text.value,
        text=task.text.value,
        section=task.section,
        time=task.time.value if task.time else "",
        due=task.due,
        task_kind=task.kind,
    )


def _assigned(
    reading: Reading, task: str, section: str, role: str, one: Assigned
) -> Iterator[Fact]:
    """The body's part in the task, and the same said of the document as a whole."""
    evidence = quoted(reading, one.spans, one.rule)
    yield from body_facts(one.body, evidence)
    yield edge(task, ROLES[role], one.body.id, evidence, one.certainty)
    attributes = {"role": role, "task": task, "section": section}
    yield edge(f"#{reading.index}", "ASSIGNS", one.body.id, evidence, one.certainty, attributes)
