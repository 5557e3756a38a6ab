"""Reports in PDF through Typst: tagged (PDF/UA), fonts embedded, the text of documents as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from phahe.graph.atomic import replacing
from phahe.graph.errors import BadOutput
from phahe.viz.dossier import (
    Block,
    Facts,
    Heading,
    Picture,
    Quotation,
    Rows,
    Words,
    sentence,
    word,
)
from phahe.viz.dossier_time import day_words
from phahe.viz.report_contents import contents_depth, first_section
from phahe.viz.report_widths import is_wide, shared_widths

if TYPE_CHECKING:
    from phahe.viz.report import Sheet

STANDARDS = ["ua-1"]
TEMPLATE = "report.typ"
FINE = 600
"""Quotations up to which numbers lead to them and numbers of documents are kept on a line; in a
longer report this would take a third of a gibibyte."""


def write(blocks: Iterable[Block], path: Path, sheet: Sheet) -> None:
    """Write *blocks* to *path* as PDF/UA-1; BadOutput says how to install what is missing."""
    several = list(blocks)
    data = {
        "title": sheet.title,
        "language": sheet.language,
        "page": word("page", sheet.language),
        "day": day_words(sheet.made, sheet.language),
        "contents": word("cover.contents", sheet.language),
        "depth": contents_depth(several),
        "wide": is_wide(several),
        "fine": sum(isinstance(each, Quotation) for each in several) <= FINE,
        "blocks": list(_data(several, sheet.language)),
    }
    drawings = {
        f"picture{at}.svg": block.svg
        for at, block in enumerate(several)
        if isinstance(block, Picture)
    }
    sources = drawings | {
        "report.json": json.dumps(data, ensure_ascii=False),
        TEMPLATE: (files("phahe.viz") / "templates" / TEMPLATE).read_text("utf-8"),
    }
    with replacing(path) as new:
        new.write_bytes(typeset(sources, TEMPLATE, format="pdf", pdf_standards=STANDARDS))


def typeset(sources: Mapping[str, str], main: str, **how: Any) -> bytes:
    """Return what Typst makes of the file *main* among *sources*, with the shipped fonts only.

    Raises BadOutput if Typst is not installed or refuses the sources.
    """
    try:
        import typst
    except ImportError:
        raise BadOutput("PDF needs Typst; phahe doctor says how to install it") from None
    with TemporaryDirectory() as folder, as_file(files("phahe.viz") / "fonts") as fonts:
        for name, text in sources.items():
            Path(folder, name).write_text(text, "utf-8")
        try:
            made = typst.compile(
                str(Path(folder, main)),
                root=folder,
                font_paths=[str(fonts)],
                ignore_system_fonts=True,
                **how,
            )
        except typst.TypstError as error:
            raise BadOutput(f"{main}: Typst refuses it: {error}") from error
    return bytes(made)


def _data(blocks: Sequence[Block], language: str) -> Iterator[dict[str, Any]]:
    wide = shared_widths(blocks)
    first = first_section(blocks)
    for at, block in enumerate(blocks):
        if at == first:
            yield {"kind": "contents"}
        if isinstance(block, Heading) and block.level == 1:
            yield {"kind": "title", "text": _line(block.text)}
        elif isinstance(block, Heading):
            yield {"kind": "heading", "level": block.level - 1, "text": _line(block.text)}
        elif isinstance(block, Words):
            told = {"lead": _line(block.lead), "text": _text(block.text), "marks": block.marks}
            yield {"kind": "words", **told}
        elif isinstance(block, Facts):
            marks = block.marks or [()] * len(block.entries)
            lines = zip(block.entries, marks, strict=True)
            yield {"kind": "facts", "entries": [(n, _line(told), m) for (n, told), m in lines]}
        elif isinstance(block, Quotation):
            said = block.evidence
            place = word("quotation", language, file=said.file, page=said.page, line=said.line)
            text = _line(said.quote)
            yield {"kind": "quotation", "number": block.number, "text": text, "place": place}
        elif isinstance(block, Picture):
            told = {"alt": block.alt, "caption": _line(block.caption)}
            yield {"kind": "picture", "file": f"picture{at}.svg", **told}
        else:
            yield _table(block, wide[block.columns], language)


def _table(rows: Rows, wide: Sequence[float], language: str) -> dict[str, Any]:
    marked = len(wide) > len(rows.columns)
    marks = rows.marks or [()] * len(rows.rows)
    return {
        "kind": "rows",
        "columns": [*rows.columns, *([sentence(word("column.evidence", language))] * marked)],
        "rows": [[_line(cell) for cell in row] for row in rows.rows],
        "marks": marks if marked else None,
        "caption": _line(rows.caption),
        "widths": wide,
    }


def _text(text: str) -> str:
    """On one line; a blank in front stays."""
    return " " * text.startswith(" ") + _line(text)


def _line(text: str) -> str:
    return " ".join(text.split())
