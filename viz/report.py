"""Reports that stand alone, as Markdown, HTML, DOCX or PDF.

The text of documents is data in every format: escaped in Markdown and HTML, runs of text in DOCX,
JSON in Typst.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from phahe.graph.errors import BadOutput
from phahe.graph.model import Graph
from phahe.queries.follow_up import Roster, no_roster
from phahe.viz.dossier import Block
from phahe.viz.dossier_about import dossier_about
from phahe.viz.dossier_corpus import dossier_corpus
from phahe.viz.dossier_known import Known

WRITERS = {
    "md": "report_markdown",
    "html": "report_html",
    "docx": "report_docx",
    "pdf": "report_pdf",
}
"""Format → module of this folder whose `write` writes it."""
Writer = Callable[[Iterable[Block], Path, "Sheet"], None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a report is besides its blocks."""

    title: str
    language: str
    """vi or en"""
    made: str
    """ISO day."""


def write_report(
    graph: Graph,
    path: Path,
    about: str | None,
    language: str,
    output_format: str = "",
    *,
    as_of: str = "",
    roster: Roster = no_roster,
) -> None:
    """Write the report on the document with the id *about*, or on all, to *path*, whole or not.

    The format is *output_format* or follows from the name of *path*; Markdown if neither says.
    *as_of* is the ISO day for which states hold, today if blank. Raises BadOutput.
    """
    day = as_of or datetime.now(UTC).date().isoformat()
    known = Known(graph, language, day, roster)
    blocks = list(dossier_about(known, about) if about else dossier_corpus(known))
    title = blocks[0].text  # type: ignore[union-attr]
    write_blocks(blocks, path, Sheet(title, language, day), output_format)


def write_blocks(
    blocks: Iterable[Block], path: Path, sheet: Sheet, output_format: str = ""
) -> None:
    """Write *blocks* in one of the formats; BadOutput names them for another."""
    wanted = output_format or path.suffix.removeprefix(".").lower() or "md"
    if wanted not in WRITERS:
        raise BadOutput(f"{path}: {wanted}: no such format; there are: {', '.join(WRITERS)}")
    write: Writer = import_module(f"phahe.viz.{WRITERS[wanted]}").write
    write(blocks, path, sheet)
