"""The pieces of a document that may each be a task, with what the headings above say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from phahe.loaders.assignment import Assignment, assignments, opens_with_verb
from phahe.loaders.assignment_phrases import Label, labels
from phahe.loaders.bodies import Body
from phahe.loaders.deadlines import deadlines, due
from phahe.loaders.home import Home
from phahe.loaders.reading import Paragraph, Reading
from phahe.loaders.task import Assigned
from phahe.loaders.task_cues import may_assign, opens_list
from phahe.loaders.task_headings import heading_bodies, promise
from phahe.loaders.task_labels import filled
from phahe.loaders.task_pieces import own_paragraph, pieces_of, rank
from phahe.loaders.task_tables import table_spans
from phahe.loaders.task_types import gives_tasks

STANDS = 600
"""Characters of a bullet in which a time of its own must stand."""
FORM = "....."
"""Dots to write on: the paragraph belongs to a form."""
KINDS = ("preamble", "heading", "body", "closing")


@dataclass(frozen=True, slots=True)
class Unit:
    """One possible task: its own paragraph first, then those that go on with it.

    *heads* and *helpers* are the bodies that a heading or a request above names for it; *said* is
    what its own paragraph says; *block* holds its labelled parts, each with its paragraph.
    """

    section: str
    holds: str
    """duties, tasks, none or '': what the nearest heading that tells promises."""
    paragraphs: tuple[Paragraph, ...]
    heads: tuple[Assigned, ...] = ()
    helpers: tuple[Assigned, ...] = ()
    said: tuple[Assignment, ...] = ()
    block: tuple[tuple[Paragraph, Label], ...] = ()


@dataclass(frozen=True, slots=True)
class _Above:
    """Bodies named above; they hold for *section* and all below it."""

    section: str
    heads: tuple[Assigned, ...]
    helpers: tuple[Assigned, ...] = ()


@dataclass(slots=True)
class _Walk:
    """Where the walk through the sections stands."""

    home: Home
    kind: str
    parents: frozenset[str]
    holds: dict[str, str] = field(default_factory=dict)
    above: list[_Above] = field(default_factory=list)


@lru_cache(maxsize=2)
def units(reading: Reading, home: Home) -> tuple[Unit, ...]:
    """Return every piece that may be a task, in reading order."""
    return tuple(_all_units(reading, home))


def _all_units(reading: Reading, home: Home) -> Iterator[Unit]:
    tables = table_spans(reading)
    paragraphs = [
        one
        for one in reading.paragraphs
        if one.kind in KINDS
        and FORM not in one.text
        and not any(start <= one.start < end for start, end in tables)
    ]
    kind = reading.type.value if reading.type else ""
    parents = frozenset(_parent(one.section) for one in paragraphs if one.section)
    walk = _Walk(home, kind, parents)
    for section, group in groupby(paragraphs, key=lambda one: one.section):
        members = list(group)
        walk.above = [one for one in walk.above if is_below(section, one.section)]
        walk.holds[section] = _holds(members[0], section, walk.holds)
        yield from _units(members, walk)


def is_below(section: str, other: str) -> bool:
    """Whether *section* is *other* or lies in it.

    >>> is_below("II.2.1", "II.2"), is_below("II.21", "II.2"), is_below("3", "")
    (True, False, True)
    """
    return not other or section == other or section.startswith(f"{other}.")


def _parent(section: str) -> str:
    return section.rpartition(".")[0]


def _holds(first: Paragraph, section: str, known: dict[str, str]) -> str:
    """What stands in a section: as its own heading tells, else as the headings above tell."""
    is_heading = first.kind == "heading" or first.text.isupper()
    is_labelled = ":" in first.text[:60]
    told = promise(first.text) if section and (is_heading or is_labelled) else ""
    if told and (is_heading or told == "none"):
        return told
    while section:
        section = _parent(section)
        if section in known:
            return known[section]
    return ""


def _units(members: list[Paragraph], walk: _Walk) -> Iterator[Unit]:
    section = members[0].section
    holds = walk.holds[section]
    found = [(one, labels(one.text)) for one in members]
    if any(label.role in ("lead", "support") for _, parts in found for label in parts):
        yield from _block_units(section, holds, list(filled(found, walk.home)))
        return
    heads = heading_bodies(members[0].text, walk.home) if _may_name(members[0], walk) else []
    if heads:
        _stand(walk, _Above(section, assigned(heads, members[0], None, "task_units.heading")))
        members = members[1:]
    if holds != "none" and members and _may_hold(members, walk):
        yield from _plain_units(members, bool(heads), walk)


def _may_hold(members: list[Paragraph], walk: _Walk) -> bool:
    """Whether a section may give anyone anything: most sections of laws cannot."""
    if walk.holds[members[0].section] or walk.above:
        return True
    return any(may_assign(one.text) for one in members)


def _stand(walk: _Walk, above: _Above) -> None:
    """Let the bodies stand above what follows, in place of those named for the same section."""
    walk.above = [*(one for one in walk.above if one.section != above.section), above]


def _may_name(first: Paragraph, walk: _Walk) -> bool:
    """Whether a section may be headed by the name of a body alone."""
    holds = walk.holds[first.section]
    named = holds == "duties" or (holds == "tasks" and gives_tasks(walk.kind, "plan"))
    return bool(first.section) and (named or first.text.lstrip().startswith("Điều"))


def _block_units(
    section: str, holds: str, found: list[tuple[Paragraph, list[Label]]]
) -> Iterator[Unit]:
    """Cut a section behind each block of labelled paragraphs."""
    texts: list[Paragraph] = []
    block: list[tuple[Paragraph, Label]] = []
    for paragraph, parts in found:
        if block and not parts:
            yield Unit(section, holds, tuple(texts or [block[0][0]]), block=tuple(block))
            texts, block = [], []
        if parts and parts[0].begin > 40:
            texts.append(paragraph)
        if parts:
            block += [(paragraph, part) for part in parts]
        else:
            texts.append(paragraph)
    if block:
        yield Unit(section, holds, tuple(texts or [block[0][0]]), block=tuple(block))


def _plain_units(members: list[Paragraph], named: bool, walk: _Walk) -> Iterator[Unit]:
    """Cut a section without blocks: one task, or one for each bullet that has a duty of its own."""
    section = members[0].section
    pieces = [one for piece in pieces_of(members) for one in _said(piece, walk)]
    pieces = list(_with_details(pieces, walk))
    bullets = [one for one in pieces if rank(one.paragraphs[0])]
    lists_duties = named or not section or any(_stands_alone(one) for one in bullets)
    if bullets and not lists_duties and not _opened(pieces[0], True, walk):
        whole = tuple(member for one in pieces for member in one.paragraphs)
        yield _below(replace(pieces[0], paragraphs=whole), [], walk)
        return
    local: list[tuple[int, _Above]] = []
    for one, after in zip(pieces, [*pieces[1:], None], strict=True):
        depth = rank(one.paragraphs[0])
        local = [(level, above) for level, above in local if level < depth]
        deeper = after is not None and rank(after.paragraphs[0]) > depth
        if above := _opened(one, deeper, walk):
            local.append((depth, above))
            if not depth:
                _stand(walk, above)
            continue
        if not _only_heads(one, deeper, section in walk.parents):
            yield _below(one, local, walk)


def _only_heads(one: Unit, deeper: bool, has_parts: bool) -> bool:
    """Whether a piece is nothing but the heading of what follows."""
    if any(said.leads for said in one.said):
        return False
    first = one.paragraphs[0]
    if has_parts and not rank(first):
        return True
    is_title = first.kind == "heading" or opens_list(first.text)
    return deeper and is_title and len(one.paragraphs) == 1


def _said(piece: list[Paragraph], walk: _Walk) -> Iterator[Unit]:
    """The piece with what it says of who is to do it, cut where a paragraph names others."""
    section = piece[0].section
    holds = walk.holds[section]
    first = 1 if piece[0].kind == "heading" and len(piece) > 1 else 0
    said = _assignments(piece[first], walk)
    start = 0
    for at in range(first + 1, len(piece)):
        more = _assignments(piece[at], walk) if holds else []
        if more and more[0].leads:
            yield Unit(section, holds, tuple(piece[start:at]), said=tuple(said))
            start, said = at, more
    yield Unit(section, holds, tuple(piece[start:]), said=tuple(said))


def _assignments(own: Paragraph, walk: _Walk) -> list[Assignment]:
    """What one paragraph says; nothing is looked for where nothing can be."""
    holds = walk.holds[own.section]
    if not (holds or walk.above or may_assign(own.text)):
        return []
    listed = gives_tasks(walk.kind, "items") and bool(own.section)
    in_duties = (holds in ("duties", "tasks") or listed) and own.kind != "closing"
    return assignments(own.text, walk.home, in_duties, not gives_tasks(walk.kind, "rule"))


def _with_details(pieces: list[Unit], walk: _Walk) -> Iterator[Unit]:
    """Put "+" items that are no duties of their own to the "-" item above them."""
    last: Unit | None = None
    for deep, group in groupby(pieces, key=lambda one: rank(one.paragraphs[0]) == 2):
        members = list(group)
        alone = any(_stands_alone(one) for one in members)
        if last and deep and not alone and not _opened(last, True, walk):
            more = tuple(paragraph for one in members for paragraph in one.paragraphs)
            last = replace(last, paragraphs=(*last.paragraphs, *more))
            continue
        for one in members:
            if last:
                yield last
            last = one
    if last:
        yield last


def _stands_alone(one: Unit) -> bool:
    """Whether a bullet is a duty of its own: it names who, or says when."""
    if any(said.leads for said in one.said):
        return True
    times = due(deadlines(one.paragraphs[0].text[:STANDS]))
    return not {"periodic", "continuous"}.issuperset(times)


def _opened(one: Unit, deeper: bool, walk: _Walk) -> _Above | None:
    """The bodies for which a list of duties follows: "đề nghị X thực hiện các nội dung sau:"."""
    own = own_paragraph(one.paragraphs)
    if not opens_list(own.text):
        return None
    if one.said and (last := one.said[-1]).leads:
        heads = assigned(last.leads, own, (last.start, last.end), "task_units.request")
        helpers = assigned(last.supports, own, (last.start, last.end), "task_units.request")
        return _Above(one.section, heads, helpers)
    may_name = not gives_tasks(walk.kind, "rule") or one.holds == "duties"
    bodies = heading_bodies(own.text, walk.home) if deeper and may_name else []
    return (
        _Above(one.section, assigned(bodies, own, None, "task_units.heading")) if bodies else None
    )


def assigned(
    bodies: Sequence[Body], paragraph: Paragraph, within: tuple[int, int] | None, rule: str
) -> tuple[Assigned, ...]:
    """The *bodies* as parts in a task, quoted from ``paragraph.text[within]``, or all of it."""
    spans = paragraph.spans(*within) if within else paragraph.spans()
    return tuple(Assigned(body, spans, rule) for body in bodies)


def _below(one: Unit, local: list[tuple[int, _Above]], walk: _Walk) -> Unit:
    """The unit with the bodies named above it; words outside all sections stand under none."""
    first = one.paragraphs[0]
    listed = one.section or first.label or opens_with_verb(first.text)
    if first.kind in ("closing", "preamble") or not listed:
        return one
    above = local[-1][1] if local else walk.above[-1] if walk.above else None
    return replace(one, heads=above.heads, helpers=above.helpers) if above else one
