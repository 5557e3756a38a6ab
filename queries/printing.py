"""Answers as JSON, Markdown and CSV; the table for the terminal is the command line's."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict
from io import StringIO

from phahe.graph.errors import BadOutput
from phahe.graph.model import Evidence
from phahe.queries.answer import Answer, Cell

JOINT = "; "


def print_answer(answer: Answer, format: str) -> str:
    """Return *answer* as ``json``, ``markdown`` or ``csv``; BadOutput names these for another.

    JSON carries all evidence; Markdown quotes it below the table; CSV has the sentences in a last
    column, joined by `` | ``.
    """
    writers = {"json": as_json, "markdown": as_markdown, "csv": as_csv}
    if format not in writers:
        raise BadOutput(f"{format}: no such format; there are: {', '.join(writers)}")
    return writers[format](answer)


def as_json(answer: Answer) -> str:
    """Return one object: question, columns, rows with their evidence, caveat."""
    rows = [
        {**record, "evidence": [asdict(each) for each in evidence]}
        for record, evidence in zip(answer.records(), answer.evidence, strict=True)
    ]
    whole = {"question": answer.question, "columns": answer.columns, "rows": rows}
    if answer.caveat:
        whole["caveat"] = answer.caveat
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_csv(answer: Answer) -> str:
    """Return a header and one line for each row (RFC 4180, but ``\\n`` at the end of lines)."""
    into = StringIO()
    lines = csv.writer(into, lineterminator="\n")
    lines.writerow([*answer.columns, "sentences"])
    for row, evidence in zip(answer.rows, answer.evidence, strict=True):
        said = " | ".join(one_line(each.quote) for each in evidence)
        lines.writerow([*(_harmless(cell) for cell in row), _harmless(said)])
    return into.getvalue()


def as_markdown(answer: Answer) -> str:
    """Return a table whose rows point to the sentences quoted below it."""
    lines = [_table_line(answer.columns), _table_line(["---"] * len(answer.columns))]
    lines += [_table_line([plain(cell) for cell in row]) for row in answer.rows]
    if answer.caveat:
        lines += ["", f"> {answer.caveat}"]
    for number, (row, evidence) in enumerate(zip(answer.rows, answer.evidence, strict=True), 1):
        if evidence:
            lines += ["", f"**{number}.** {_safe(headline(row))}", ""]
            lines += [_quotation(each) for each in evidence]
    return "\n".join(lines) + "\n"


def plain(cell: Cell) -> str:
    """Return a cell as text: nothing for what is unknown, lists joined.

    >>> plain(("a", "b")), plain(None), plain(True), plain(0)
    ('a; b', '', 'yes', '0')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return JOINT.join(cell) if isinstance(cell, tuple) else str(cell)


def headline(row: tuple[Cell, ...]) -> str:
    """Return the first words of a row, enough to know it again."""
    return " · ".join(text for text in (plain(cell) for cell in row[:3]) if text)


def one_line(text: str) -> str:
    """Return *text* with all white space as single blanks."""
    return " ".join(text.split())


def _quotation(evidence: Evidence) -> str:
    place = f"{evidence.file}, line {evidence.line}"
    return f"- “{_safe(one_line(evidence.quote))}” ({_safe(place)})"


def _table_line(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(_safe(one_line(cell)) for cell in cells) + " |"


def _safe(text: str) -> str:
    """Keep a document's own characters from becoming Markdown or HTML."""
    for mark in "\\|*_`[]":
        text = text.replace(mark, "\\" + mark)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _harmless(cell: Cell) -> str:
    """Keep a spreadsheet from running words that begin like a formula."""
    text = plain(cell)
    is_formula = isinstance(cell, str | tuple) and text.startswith(("=", "+", "-", "@", "\t"))
    return f"'{text}" if is_formula else text
