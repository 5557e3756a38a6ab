"""Reports in DOCX: headings, contents, tables with header rows, alt texts, Noto Sans embedded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
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
from phahe.viz.report_contents import contents, contents_depth, first_section
from phahe.viz.report_docx_parts import (
    BOLD,
    PLACE,
    bookmark,
    link,
    marks,
    paragraph,
    run,
    table,
)
from phahe.viz.report_docx_styles import MARGIN, set_up
from phahe.viz.report_fonts import embed_fonts
from phahe.viz.report_widths import Widths, is_wide, shared_widths

if TYPE_CHECKING:
    from phahe.viz.report import Sheet

INCHES = 6.6
"""Width of a picture: the room between the margins of A4."""
PIXELS = 200
"""For each inch of a picture, which Word needs as pixels."""
MILLIMETRE = 1440 / 25.4
"""In twentieths of a point, in which widths of columns are given."""


def write(blocks: Iterable[Block], path: Path, sheet: Sheet) -> None:
    """Write *blocks* to *path*; BadOutput says how to install what is missing."""
    try:
        import docx
    except ImportError:
        raise BadOutput("DOCX needs python-docx; phahe doctor says how to install it") from None
    from docx.oxml import parse_xml

    several = list(blocks)
    document = docx.Document()
    set_up(document, sheet, is_wide(several))
    across = 297 if is_wide(several) else 210
    line = int((across - 2 * MARGIN) * MILLIMETRE)
    last = document.element.body[-1]
    for piece in _pieces(several, sheet.language, line):
        if isinstance(piece, Picture):
            _add_picture(document, piece)
        else:
            last.addprevious(parse_xml(piece))
    made = BytesIO()
    document.save(made)
    with replacing(path) as new:
        new.write_bytes(embed_fonts(made.getvalue()))


def _pieces(blocks: Sequence[Block], language: str, line: int) -> Iterator[str | Picture]:
    """Yield each block as XML; pictures are for the library."""
    wide, first = shared_widths(blocks), first_section(blocks)
    for at, block in enumerate(blocks):
        if at == first:
            yield from _contents(blocks, language)
        if isinstance(block, Heading):
            said = bookmark(f"s{at}", 2 * at, run(block.text))
            yield paragraph(f"Heading{block.level}", said)
        elif isinstance(block, Words):
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            kept = not block.lead and isinstance(after, Rows | Heading)
            yield _words(block, kept)
        elif isinstance(block, Facts):
            yield from _facts(block)
        elif isinstance(block, Quotation):
            yield from _quotation(block, language)
        elif isinstance(block, Picture):
            yield block
            yield paragraph("Caption", run(block.caption))
        else:
            yield from _table(block, wide, language, line)


def _words(block: Words, kept: bool) -> str:
    said = run(block.lead, BOLD) * bool(block.lead) + run(block.text)
    said += run(" ") + marks(block.marks) if block.marks else ""
    return paragraph("Step" if block.lead else "Normal", said, kept=kept)


def _facts(block: Facts) -> Iterator[str]:
    numbers = block.marks or [()] * len(block.entries)
    lines = zip(block.entries, numbers, strict=True)
    for left, ((name, value), said) in zip(range(len(numbers) - 1, -1, -1), lines, strict=True):
        tab = "<w:r><w:tab/></w:r>"
        grey = '<w:color w:val="4A5568"/>'
        mark = run(" ") + marks(said) if said else ""
        yield paragraph("Facts", run(name, grey), tab, run(value), mark, kept=left > 0)


def _quotation(block: Quotation, language: str) -> Iterator[str]:
    said = block.evidence
    place = word("quotation", language, file=said.file, page=said.page, line=said.line)
    number = bookmark(f"q{block.number}", 2 * block.number + 1, run(f"[{block.number}]", BOLD))
    quoted = run(f" “{' '.join(said.quote.split())}”")
    yield paragraph("Quote", number, quoted, "<w:r><w:br/></w:r>", run(place, PLACE))


def _contents(blocks: Sequence[Block], language: str) -> Iterator[str]:
    """Yield a table of contents that leads to the sections; Word fills in pages on request."""
    deepest = contents_depth(blocks) + 1
    yield paragraph("ContentsTitle", run(word("cover.contents", language)))
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        f' TOC \\o "2-{deepest}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    for at, heading in contents(blocks):
        level = heading.level - 1
        yield paragraph(f"Contents{level}", start, link(f"s{at}", heading.text))
        start = ""
    yield paragraph("Contents1", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def _table(rows: Rows, wide: Widths, language: str, line: int) -> Iterator[str]:
    if rows.caption:
        yield paragraph("Caption", run(rows.caption), kept=True)
    shares = [round(share * line) for share in wide[rows.columns]]
    yield table(rows, shares, sentence(word("column.evidence", language)))
    yield paragraph("Normal")


def _add_picture(document: Any, block: Picture) -> None:
    from docx.shared import Inches

    from phahe.viz.report_pdf import typeset

    page = (
        f"#set page(width: {INCHES}in, height: auto, margin: 0pt)\n"
        '#image("picture.svg", width: 100%)'
    )
    sources = {"picture.svg": block.svg, "picture.typ": page}
    drawn = typeset(sources, "picture.typ", format="png", ppi=PIXELS)
    shape = document.add_picture(BytesIO(drawn), width=Inches(INCHES))
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    shape._inline.docPr.set("descr", block.alt)
