"""The file in which people correct the graph: ``corrections.csv`` in a folder that is read.

    kind,subject,relation,object,value,who,when,why
    right-date,KH 83,,,2022-06-21,Lan,2026-01-15,dấu công văn trên bản gốc
    same-as,Hội LHPN tỉnh Bình Phước,,Hội Phụ nữ tỉnh Bình Phước,,Lan,2026-01-15,một cơ quan

One correction a line, and lines that start with ``#`` are remarks. The line is what the change to
the graph quotes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from phahe.graph.corrections import KINDS, Correction, Outcome, corrected
from phahe.graph.errors import UnreadableFile
from phahe.graph.model import Evidence, Graph
from phahe.loaders.folder import Source

NAME = "corrections.csv"
COLUMNS = ("kind", "subject", "relation", "object", "value", "who", "when", "why")
NEEDED = {
    "same-as": ("subject", "object"),
    "not-same": ("subject", "object"),
    "wrong-edge": ("subject", "object"),
    "missing-edge": ("subject", "relation", "object"),
    "right-date": ("subject", "value"),
}
"""Kind → columns that must not be blank; who and why never may."""


def is_corrections(source: Source) -> bool:
    """Whether a file holds corrections and no documents."""
    return source.path.name == NAME


def read_corrections(found: Sequence[Source]) -> list[Correction]:
    """Return the corrections among the files *found*; UnreadableFile for a line that says none."""
    return [each for source in found if is_corrections(source) for each in _read(source)]


def apply_corrections(
    graph: Graph, corrections: Sequence[Correction]
) -> tuple[Graph, list[dict[str, Any]]]:
    """Return *graph* corrected, and for run.json what became of each line."""
    made, outcomes = corrected(graph, corrections)
    return made, [_record(each) for each in outcomes]


def no_longer(records: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return one sentence for each correction that found nothing to correct."""
    return [
        f"{each['file']}, line {each['line']}: the correction no longer applies: {each['reason']}"
        for each in records
        if not each["applied"]
    ]


def _read(source: Source) -> Iterator[Correction]:
    from phahe.loaders.formats.reader import read_text

    text = read_text(source.path, source.name).text
    start, header = 0, None
    for number, line in enumerate(text.split("\n"), 1):
        where, start = start, start + len(line) + 1
        if not line.strip() or line.lstrip("\ufeff").startswith("#"):
            continue
        cells = [cell.strip() for cell in next(csv.reader([line.lstrip("\ufeff")]))]
        if header is None:
            header = _header(cells, source.name, number)
            continue
        if len(cells) > len(header):
            raise UnreadableFile(
                f"{source.name}, line {number}: {len(cells)} fields for {len(header)} columns; "
                "a field with a comma stands in quotation marks"
            )
        given = dict(zip(header, [*cells, *[""] * len(header)], strict=False))
        place = Evidence("", source.name, 1, number, where, where + len(line), line, RULE)
        yield _correction(given, place)


RULE = "corrections_file.line"


def _header(cells: Sequence[str], name: str, number: int) -> Sequence[str]:
    unknown = [each for each in cells if each not in COLUMNS]
    if unknown or "kind" not in cells:
        raise UnreadableFile(
            f"{name}, line {number}: the first line must name the columns: {','.join(COLUMNS)}"
        )
    return cells


def _correction(given: Mapping[str, str], place: Evidence) -> Correction:
    kind = given["kind"]
    where = f"{place.file}, line {place.line}"
    if kind not in KINDS:
        raise UnreadableFile(f"{where}: {kind}: no such correction; there are: {', '.join(KINDS)}")
    blank = [name for name in (*NEEDED[kind], "who", "why") if not given.get(name)]
    if blank:
        raise UnreadableFile(f"{where}: {kind} needs to know: {', '.join(blank)}")
    who = f"{given['who']}, {given['when']}" if given.get("when") else given["who"]
    return Correction(
        kind,
        given["subject"],
        given.get("relation", ""),
        given.get("object", ""),
        given.get("value", ""),
        who,
        given["why"],
        place,
    )


def _record(outcome: Outcome) -> dict[str, Any]:
    place = outcome.correction.evidence
    record: dict[str, Any] = {
        "file": place.file,
        "line": place.line,
        "correction": str(outcome.correction),
        "applied": not outcome.reason,
    }
    return record | ({"reason": outcome.reason} if outcome.reason else {})
