"""The tasks a document sets: what, who leads, who helps, when.

Forms: blocks under a task ("Cơ quan chủ trì: ...", "Cơ quan phối hợp: ...", "Thời gian thực hiện:
..."), tables with such columns, "Giao X ...", "X chủ trì, phối hợp với Y ...", "đề nghị X thực hiện
các nội dung sau:" with the items that follow, and bodies as headings of lists of duties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from phahe.loaders.assignment import Assignment, supporters, without_number
from phahe.loaders.assignment_bodies import named
from phahe.loaders.dates import dates
from phahe.loaders.deadlines import Deadline, deadlines, due
from phahe.loaders.home import Home
from phahe.loaders.mention_parts import TYPES
from phahe.loaders.reading import Paragraph, Reading, Stated
from phahe.loaders.task import Assigned, Task
from phahe.loaders.task_kinds import kind_of
from phahe.loaders.task_pieces import own_paragraph
from phahe.loaders.task_tables import table_tasks
from phahe.loaders.task_types import gives_tasks
from phahe.loaders.task_units import Unit, assigned, units

_ECHO = re.compile(
    r"\A(?:đề nghị|yêu cầu|rất mong)\b.{0,160}\b(?:thực hiện|nội dung \w+ \w+ này)\W*\Z",
    re.IGNORECASE,
)
# "Chỉ thị này thay thế ...", "Hướng dẫn này có hiệu lực ...": nobody is given anything.
_VALIDITY = re.compile(
    rf"\W*(?:\d[\d.]*[.)-]*\s*)?(?:{TYPES})\s+này\s+(?:thay\s+thế|có\s+hiệu\s+lực|(?:được\s+)?phổ\s+biến)\b",
    re.IGNORECASE,
)


def tasks(reading: Reading, home: Home) -> list[Task]:
    """Return the tasks of a document in reading order; bodies that are not named stay out."""
    since = since_of(reading)
    found = [task for unit in units(reading, home) for task in _tasks(unit, reading, home, since)]
    return _joined(list(_without_echoes(found)), list(table_tasks(reading, home, since)))


def _joined(stated: list[Task], rows: list[Task]) -> list[Task]:
    """Let a row of a table that repeats a task of the text say who is to do it.

    The task keeps its section; rows that repeat none stand behind the others.
    """
    known = {_opening(task): at for at, task in enumerate(stated) if not task.leads}
    rest = []
    for row in rows:
        at = known.pop(_opening(row), None)
        if at is None:
            rest.append(row)
        else:
            stated[at] = replace(row, section=stated[at].section)
    return [*stated, *rest]


def _opening(task: Task) -> str:
    """The first words of a task, by which it is known when it is said again."""
    return task.text.value[:60].strip(" .;,").lower()


def since_of(reading: Reading) -> str:
    """The document's date, or the latest full date of its preamble; '' if neither is known."""
    if reading.date and len(reading.date.value) == 10:
        return reading.date.value
    preamble = (one.text for one in reading.paragraphs if one.kind in ("title", "preamble"))
    days = (when.value for text in preamble for when in dates(text[:2000]))
    return max((day for day in days if re.fullmatch(r"\d{4}-\d\d-\d\d", day)), default="")


def _tasks(unit: Unit, reading: Reading, home: Home, since: str) -> Iterator[Task]:
    if _VALIDITY.match(unit.paragraphs[0].text):
        return
    if unit.block:
        yield _from_block(unit, home, since)
    elif any(said.leads for said in unit.said):
        for said in unit.said:
            if said.leads or unit.heads:
                yield _from_words(unit, said, home, since)
    elif not _describes(unit) and (unit.heads or _is_planned(unit, reading)):
        yield _from_above(unit, home, since)


def _describes(unit: Unit) -> bool:
    """Whether an item speaks of the body of its heading, and does not give it a duty."""
    text = unit.paragraphs[0].text
    said = text[without_number(text) :].lower()
    return any(said.startswith(head.body.as_written.lower()) for head in unit.heads)


def _is_planned(unit: Unit, reading: Reading) -> bool:
    kind = reading.type.value if reading.type else ""
    return bool(unit.section) and unit.holds in ("duties", "tasks") and gives_tasks(kind, "plan")


def _without_echoes(found: list[Task]) -> Iterator[Task]:
    """Leave out closings, which only repeat, where others are given work before them."""
    some = any(task.leads for task in found if task.section)
    for at, task in enumerate(found, 1):
        is_echo = not task.section or (at == len(found) and _ECHO.search(task.text.value))
        if task.text.value and not (some and is_echo):
            yield task


def _from_block(unit: Unit, home: Home, since: str) -> Task:
    """The task above "Cơ quan chủ trì: ...", with what the labels of the block give it."""
    parts: dict[str, list[Assigned]] = {"lead": [], "support": []}
    time, found = None, []
    for paragraph, label in unit.block:
        if label.role == "time" and label.words and not time:
            time = _stated(paragraph, label.start, label.end)
            found = deadlines(label.words, since, labelled=True)
        elif label.role in parts:
            bodies = named(label.words, home, label.start)
            whole = (label.begin, label.end)
            parts[label.role] += assigned(bodies, paragraph, whole, f"tasks.{label.role}")
    leads, supports = tuple(parts["lead"]), tuple(parts["support"])
    if not time:
        time, found = _time(unit.paragraphs, since)
    return _task(unit, None, leads, supports, time, due(found))


def _from_words(unit: Unit, said: Assignment, home: Home, since: str) -> Task:
    """The task that a sentence gives to the bodies it names."""
    own = own_paragraph(unit.paragraphs)
    within = (said.start, said.end)
    leads = assigned(said.leads, own, within, "tasks.said")
    leads = leads or tuple(_with_item(head, own) for head in unit.heads)
    supports = assigned(said.supports, own, within, "tasks.said")
    if len(unit.said) == 1:
        supports += _further(unit, own, home, leads)
        time, found = _time(unit.paragraphs, since)
    else:
        time, found = _time((own,), since, within)
    return _task(unit, said, leads, supports, time, due(found))


def _from_above(unit: Unit, home: Home, since: str) -> Task:
    """The task of the bodies that a heading or a request above names, if any."""
    time, found = _time(unit.paragraphs, since)
    own = own_paragraph(unit.paragraphs)
    leads = tuple(_with_item(head, own) for head in unit.heads)
    supports = tuple(_with_item(helper, own) for helper in unit.helpers)
    if leads:
        supports += _further(unit, None, home, leads)
    return _task(unit, None, leads, supports, time, due(found))


def _with_item(head: Assigned, own: Paragraph) -> Assigned:
    """Quote the item beside the heading that names the body."""
    return replace(head, spans=(*head.spans, *own.spans()))


def _further(
    unit: Unit, done: Paragraph | None, home: Home, leads: tuple[Assigned, ...]
) -> tuple[Assigned, ...]:
    """Bodies that help, named in the paragraphs that were not read yet."""
    found: list[Assigned] = []
    for paragraph in unit.paragraphs:
        if paragraph is not done:
            bodies = supporters(paragraph.text, home)
            found += assigned(bodies, paragraph, None, "tasks.with")
    known = {lead.body.id for lead in leads}
    return tuple(one for one in found if one.body.id not in known)


def _time(
    paragraphs: Iterable[Paragraph], since: str, within: tuple[int, int] | None = None
) -> tuple[Stated | None, list[Deadline]]:
    """The words that say when, and all deadlines of the paragraphs."""
    time: Stated | None = None
    found: list[Deadline] = []
    for paragraph in paragraphs:
        low, high = within or (0, len(paragraph.text))
        here = deadlines(paragraph.text[low:high], since)
        if here and not time:
            time = _stated(paragraph, low + here[0].start, low + here[-1].end)
        found += here
    return time, found


def _task(
    unit: Unit,
    said: Assignment | None,
    leads: tuple[Assigned, ...],
    supports: tuple[Assigned, ...],
    time: Stated | None,
    when: tuple[str, ...],
) -> Task:
    first = own_paragraph(unit.paragraphs) if said else unit.paragraphs[0]
    start = without_number(first.text)
    low, high = (said.start, said.end) if said else (start, len(first.text))
    duty = first.text[said.duty if said and said.leads else start :]
    text = _stated(first, low, high)
    spans = first.spans(low, high)
    kind = kind_of(duty)
    return Task(unit.section, text, kind, time, when, leads, supports, spans)


def _stated(paragraph: Paragraph, start: int, end: int) -> Stated:
    words = " ".join(paragraph.text[start:end].split())
    return Stated(words, paragraph.source(start), paragraph.source(end))
