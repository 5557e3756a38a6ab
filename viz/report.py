"""Reports in Markdown. Document text is data: what Markdown would read as mark-up is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from phahe.graph.atomic import writing
from phahe.graph.model import Evidence, Graph
from phahe.viz.dossier import Block, Heading, Quotation, Rows, Words
from phahe.viz.dossier_about import dossier_about
from phahe.viz.dossier_corpus import dossier_corpus

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write_report(graph: Graph, path: Path, about: str | None, language: str) -> None:
    """Write the report on the document with the id *about*, or on all, to *path*, whole or not.

    Raises BadOutput where it cannot be written.
    """
    blocks = dossier_about(graph, about, language) if about else dossier_corpus(graph, language)
    with writing(path) as out:
        out.writelines(markdown(blocks))


def markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the blocks as Markdown, one after the other."""
    for block in blocks:
        if isinstance(block, Heading):
            yield f"{'#' * block.level} {escaped(block.text)}\n\n"
        elif isinstance(block, Words):
            yield f"{escaped(block.text)}\n\n"
        elif isinstance(block, Quotation):
            yield _quotation(block.evidence)
        else:
            yield from _table(block)


def escaped(text: str) -> str:
    """Return *text* on one line, so that Markdown shows it as it is.

    >>> escaped("a|b *c*\\n<i>")
    'a\\\\|b \\\\*c\\\\* \\\\<i\\\\>'
    """
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def _quotation(evidence: Evidence) -> str:
    where = f"{evidence.file}, {evidence.page}:{evidence.line}"
    return f"> “{escaped(evidence.quote)}”\n> — {escaped(where)}\n\n"


def _table(rows: Rows) -> Iterator[str]:
    yield f"| {' | '.join(escaped(name) for name in rows.columns)} |\n"
    yield f"|{'---|' * len(rows.columns)}\n"
    for row in rows.rows:
        yield f"| {' | '.join(escaped(cell) for cell in row)} |\n"
    yield "\n"
