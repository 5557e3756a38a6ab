"""Reports in Markdown; what Markdown would read as mark-up in a document's text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from phahe.graph.atomic import writing
from phahe.viz.dossier import Block, Heading, Picture, Quotation, Rows, Words, word

if TYPE_CHECKING:
    from phahe.viz.report import Sheet

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def write(blocks: Iterable[Block], path: Path, sheet: Sheet) -> None:
    """Write *blocks* to *path*; a picture is a file of its own beside it."""
    several = list(blocks)
    picture = path.with_suffix(".svg").name
    for block in several:
        if isinstance(block, Picture):
            with writing(path.with_name(picture)) as out:
                out.write(block.svg)
    with writing(path) as out:
        out.writelines(markdown(several, sheet.language, picture))


def markdown(blocks: Iterable[Block], language: str, picture: str = "") -> Iterator[str]:
    """Yield the blocks as Markdown, one after the other; *picture* is the file with the drawing."""
    for block in blocks:
        if isinstance(block, Heading):
            yield f"{'#' * block.level} {escaped(block.text)}\n\n"
        elif isinstance(block, Words):
            yield f"{_start(escaped(block.text))}{_marks(block.marks)}\n\n"
        elif isinstance(block, Quotation):
            yield _quotation(block, language)
        elif isinstance(block, Picture):
            yield f"![{escaped(block.alt)}]({quote(picture)})\n\n"
        else:
            yield from _table(block)


def escaped(text: str) -> str:
    """Return *text* on one line, so that Markdown shows it as it is.

    >>> escaped("a|b *c*\\n<i>")
    'a\\\\|b \\\\*c\\\\* \\\\<i\\\\>'
    """
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def _start(text: str) -> str:
    """Keep the first characters of a paragraph from making a list or a heading.

    >>> _start("1. Tổ chức"), _start("- a"), _start("ngày 1")
    ('1\\\\. Tổ chức', '\\\\- a', 'ngày 1')
    """
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", text))


def _marks(marks: Sequence[int]) -> str:
    return "".join(f" \\[{each}\\]" for each in marks)


def _quotation(block: Quotation, language: str) -> str:
    said = block.evidence
    where = word("quotation", language, file=said.file, page=said.page, line=said.line)
    return f"> “{escaped(said.quote)}” \\[{block.number}\\]\n> — {escaped(where)}\n\n"


def _table(rows: Rows) -> Iterator[str]:
    marks = rows.marks or [()] * len(rows.rows)
    yield f"| {' | '.join(escaped(name) for name in rows.columns)} |\n"
    yield f"|{'---|' * len(rows.columns)}\n"
    for row, said in zip(rows.rows, marks, strict=True):
        cells = [escaped(cell) for cell in row]
        cells[-1] += _marks(said)
        yield f"| {' | '.join(cells)} |\n"
    yield "\n"
