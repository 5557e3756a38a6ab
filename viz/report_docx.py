"""Reports in DOCX: headings, tables with header rows, alt texts, Noto Sans embedded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phahe.graph.atomic import replacing
from phahe.graph.errors import BadOutput
from phahe.viz.dossier import Block, Heading, Picture, Quotation, Rows, Words, word
from phahe.viz.report_fonts import FAMILY, embed_fonts
from phahe.viz.report_widths import is_wide, widths

if TYPE_CHECKING:
    from phahe.viz.report import Sheet

INCHES = 6.6
"""Room between the margins of A4."""
TWIP = 635
"""A twentieth of a point, in which widths of columns are given, in the units of the library."""
PIXELS = 200
"""For each inch of a picture, which Word needs as pixels."""


def write(blocks: Iterable[Block], path: Path, sheet: Sheet) -> None:
    """Write *blocks* to *path*; BadOutput says how to install what is missing."""
    try:
        import docx
    except ImportError:
        raise BadOutput("DOCX needs python-docx: pip install 'phahe[report]'") from None
    several = list(blocks)
    document = docx.Document()
    _set_up(document, sheet)
    if is_wide(several):
        _turn(document)
    for block in several:
        _add(document, block, sheet.language)
    made = BytesIO()
    document.save(made)
    with replacing(path) as new:
        new.write_bytes(embed_fonts(made.getvalue()))


def _add(document: Any, block: Block, language: str) -> None:
    if isinstance(block, Heading):
        document.add_heading(_line(block.text), level=block.level)
    elif isinstance(block, Words):
        document.add_paragraph(_line(block.text) + _marks(block.marks))
    elif isinstance(block, Quotation):
        said = block.evidence
        quoted = document.add_paragraph(style="Quote")
        quoted.add_run(f"“{_line(said.quote)}” [{block.number}]")
        place = word("quotation", language, file=said.file, page=said.page, line=said.line)
        quoted.add_run().add_break()
        quoted.add_run(_line(place), style="Place")
    elif isinstance(block, Picture):
        _add_picture(document, block)
    else:
        _add_table(document, block)


def _set_up(document: Any, sheet: Sheet) -> None:
    """A4, the shipped font, the language of the report."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    document.core_properties.title = sheet.title
    document.core_properties.language = sheet.language
    document.core_properties.author = "phahe"
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(20)
    place = document.styles.add_style("Place", WD_STYLE_TYPE.CHARACTER)
    place.font.size, place.font.color.rgb = Pt(8), RGBColor(0x4A, 0x55, 0x68)
    sizes = (
        ("Normal", 10),
        ("Quote", 9.5),
        ("Heading 1", 18),
        ("Heading 2", 14),
        ("Heading 3", 11),
    )
    for name, size in sizes:
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.italic = False
    document.styles["Quote"].font.color.rgb = RGBColor(0x1D, 0x24, 0x30)
    document.styles["Quote"].paragraph_format.left_indent = Mm(6)
    for style in document.styles:
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attribute in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{attribute}"), FAMILY)
            for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
    _set_language(document, "vi-VN" if sheet.language == "vi" else "en-GB")


def _turn(document: Any) -> None:
    """Landscape; tables then are as wide as the longer side."""
    from docx.enum.section import WD_ORIENT

    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width


def _set_language(document: Any, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = document.styles["Normal"].element.get_or_add_rPr()
    tag = OxmlElement("w:lang")
    for attribute in ("val", "eastAsia"):
        tag.set(qn(f"w:{attribute}"), language)
    properties.append(tag)


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
    shape._inline.docPr.set("descr", block.alt)


def _add_table(document: Any, rows: Rows) -> None:
    """Written as XML row by row: the library looks every cell up anew, which takes minutes."""
    from docx.oxml import parse_xml

    marks = rows.marks or [()] * len(rows.rows)
    page = document.sections[0]
    line = int((page.page_width - page.left_margin - page.right_margin) / TWIP)
    wide = [round(share * line) for share in widths(rows)]
    lines = [_row_xml(rows.columns, wide, head=True)]
    lines += [
        _row_xml((*row[:-1], row[-1] + _marks(said)), wide)
        for row, said in zip(rows.rows, marks, strict=True)
    ]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in wide)
    look = 'w:val="single" w:sz="4" w:space="0" w:color="C6CCD6"'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f"<w:{side} {look}/>" for side in sides)
    xml = (
        '<w:tbl xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:tblPr><w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblBorders>{borders}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml))
    document.add_paragraph()


def _row_xml(cells: Sequence[str], wide: Sequence[int], head: bool = False) -> str:
    from xml.sax.saxutils import escape

    start = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else ""
    look = f'<w:rPr>{"<w:b/>" if head else ""}<w:sz w:val="16"/></w:rPr>'
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/>' if head else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        '<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{escape(_line(cell))}</w:t></w:r></w:p></w:tc>'
        for cell, width in zip(cells, wide, strict=True)
    )
    return f"<w:tr>{start}{made}</w:tr>"


def _marks(marks: Sequence[int]) -> str:
    return "".join(f" [{each}]" for each in marks)


def _line(text: str) -> str:
    """On one line, without what XML cannot hold."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable() or each == " ")
