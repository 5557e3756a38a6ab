"""Reports in Markdown; what Markdown would read as mark-up in a document's text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from phahe.graph.atomic import writing
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
from phahe.viz.report_contents import contents, first_section

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
    several = list(blocks)
    first = first_section(several)
    for at, block in enumerate(several):
        if at == first:
            yield from _contents(several, language)
        if isinstance(block, Heading):
            yield f"{'#' * block.level} {escaped(block.text)}\n\n"
        elif isinstance(block, Words):
            lead = f"**{escaped(block.lead)}**" if block.lead else ""
            space = " " * (block.text[:1] == " ")
            text = escaped(block.text) if lead else _start(escaped(block.text))
            yield f"{lead}{space}{text}{_marks(block.marks)}\n\n"
        elif isinstance(block, Facts):
            yield _facts(block)
        elif isinstance(block, Quotation):
            yield _quotation(block, language)
        elif isinstance(block, Picture):
            caption = f"*{escaped(block.caption)}*\n\n" if block.caption else ""
            yield f"![{escaped(block.alt)}]({quote(picture)})\n\n{caption}"
        else:
            yield from _table(block, language)


def _contents(blocks: Sequence[Block], language: str) -> Iterator[str]:
    """Yield a list of links, with the addresses that GitHub, GitLab and pandoc give headings."""
    yield f"**{word('cover.contents', language)}**\n\n"
    for _, heading in contents(blocks):
        if heading.level == 2:
            yield f"- [{escaped(heading.text)}](#{slug(heading.text)})\n"
    yield "\n"


def slug(heading: str) -> str:
    """Return the address of a heading.

    >>> slug("Thỏa thuận đã hết thời hạn, khi được viện dẫn")
    'thỏa-thuận-đã-hết-thời-hạn-khi-được-viện-dẫn'
    """
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _facts(block: Facts) -> str:
    marks = block.marks or [()] * len(block.entries)
    lines = [
        f"- **{escaped(name)}:** {escaped(value)}{_marks(said)}\n"
        for (name, value), said in zip(block.entries, marks, strict=True)
    ]
    return "".join([*lines, "\n"])


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
    return f" {_numbers(marks)}" if marks else ""


def _numbers(marks: Sequence[int]) -> str:
    return " ".join(f"\\[{each}\\]" for each in marks)


def _quotation(block: Quotation, language: str) -> str:
    said = block.evidence
    where = word("quotation", language, file=said.file, page=said.page, line=said.line)
    return f"> \\[{block.number}\\] “{escaped(said.quote)}”  \n> — {escaped(where)}\n\n"


def _table(rows: Rows, language: str) -> Iterator[str]:
    marked = any(rows.marks)
    marks = rows.marks or [()] * len(rows.rows)
    names = [*rows.columns, *([sentence(word("column.evidence", language))] * marked)]
    if rows.caption:
        yield f"*{escaped(rows.caption)}*\n\n"
    yield f"| {' | '.join(escaped(name) for name in names)} |\n"
    yield f"|{'---|' * len(names)}\n"
    for row, said in zip(rows.rows, marks, strict=True):
        cells = [*map(escaped, row), *([_numbers(said)] * marked)]
        yield f"| {' | '.join(cells)} |\n"
    yield "\n"
