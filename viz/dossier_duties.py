"""What the documents of a cascade demand and rely on: tasks, agreements, reports and deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from phahe.queries.obligations import Obligation, obligations
from phahe.viz.dossier import UNKNOWN, Block, Heading, Rows, Words, cell_words
from phahe.viz.dossier_known import Known
from phahe.viz.dossier_time import day_words, days_inside, due_words

ASSIGNED = ("section", "task", "lead", "support", "time")
DUTIES = ("due", "duty", "owed_by", "owed_to", "state")


def assignments(documents: Iterable[str], known: Known) -> Iterator[Block]:
    """Yield for each document who leads and who supports which task, by when."""
    yield from each_of(documents, "assigned", ASSIGNED, known)


def agreements(documents: Iterable[str], known: Known) -> Iterator[Block]:
    """Yield the agreements each document relies on, and those past their term by then."""
    relied: dict[str, list[str]] = {one: [] for one in documents}
    for edge in known.graph.edges:
        is_agreement = edge.relation == "CITES" and known.node(edge.target).kind == "Agreement"
        if is_agreement and edge.source in relied:
            relied[edge.source].append(edge.target)
    if any(relied.values()):
        yield Heading(2, known.word("agreements"))
    for one, agreed in relied.items():
        if agreed:
            yield Heading(3, known.node(one).name)
            yield _agreed(sorted(set(agreed)), known.node(one).name, known)
    yield from each_of(relied, "lapsed", ("agreement", "bodies", "period", "date"), known)


def _agreed(agreements: Sequence[str], document: str, known: Known) -> Rows:
    rows, marks = [], []
    for one in agreements:
        parties = known.ask("parties", agreement=one)
        home = "; ".join(row["body"] for row, _ in parties if not row["foreign"])
        abroad = "; ".join(row["body"] for row, _ in parties if row["foreign"])
        fields = known.node(one).fields
        date = day_words(str(fields.get("date", "")), known.language)
        period = days_inside(str(fields.get("period", "")), known.language) or UNKNOWN
        name = days_inside(known.node(one).name, known.language)
        rows.append((name, home or UNKNOWN, abroad or UNKNOWN, date or period))
        marks.append(known.marks([said for _, each in parties for said in each], 1))
    columns = ("agreement", "bodies", "partners", "period")
    return known.rows(columns, rows, marks, known.word("agreements.caption", name=document))


def duties(documents: Iterable[str], known: Known) -> Iterator[Block]:
    """Yield the dated duties of each document with their state; what recurs is one row."""
    wanted = list(documents)
    told: dict[str, list[Obligation]] = {one: [] for one in wanted}
    for each in obligations(known.joined, known.as_of, *wanted) if wanted else ():
        told[each.document_key].append(each)
    if any(told.values()):
        yield Heading(2, known.word("duties"))
        yield Words(known.word("duties.note", day=day_words(known.as_of, known.language)))
    for one, found in told.items():
        if found:
            yield Heading(3, known.node(one).name)
            yield _table(found, known)


def _table(found: Sequence[Obligation], known: Known) -> Rows:
    same = [
        list(group)
        for _, group in groupby(
            sorted(found, key=lambda each: (each.key, each.due)), lambda each: (each.key, each.due)
        )
    ]
    same.sort(key=lambda group: (group[0].last or "9999", group[0].section or "", group[0].key))
    rows = [_row(group, known) for group in same]
    marks = [known.marks(known.said(group[0].edges), 2) for group in same]
    caption = known.word("duties.caption", name=found[0].document)
    return known.rows(DUTIES, rows, marks, caption)


def _row(group: Sequence[Obligation], known: Known) -> tuple[str, ...]:
    first = group[0]
    return (
        due_words(first.due, known.language),
        f"{first.section}. {first.duty}" if first.section else first.duty,
        cell_words(first.owed_by),
        cell_words(first.owed_to),
        "; ".join(_states(group, known)),
    )


def _states(group: Sequence[Obligation], known: Known) -> Iterator[str]:
    """Yield each state, with the years it holds for where a duty recurs."""
    recurs = len(group) > 1
    for state, same in groupby(group, lambda each: each.state):
        times = list(same)
        said = cell_words(state, known.language)
        if recurs:
            years = sorted({str(each.last)[:4] for each in times})
            said += f" ({years[0]}–{years[-1]})" if len(years) > 1 else f" ({years[0]})"
        met = "; ".join(each for one in times for each in one.met_by)
        yield f"{said}: {met}" if met else said


def each_of(
    documents: Iterable[str], question: str, columns: Sequence[str], known: Known, key: str = ""
) -> Iterator[Block]:
    """Ask *question* of each document; a heading of its own where there is something to say."""
    answers = [(one, known.ask(question, document=one)) for one in documents]
    told = [(one, found) for one, found in answers if found]
    if told:
        yield Heading(2, known.word(key or question))
    for one, found in told:
        yield Heading(3, known.node(one).name)
        caption = known.word(f"{key or question}.caption", name=known.node(one).name)
        yield known.table(found, columns, caption)
