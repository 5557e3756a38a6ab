"""How a DOCX looks: paper, styles, the line above and the number below each page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from phahe.viz.dossier import word
from phahe.viz.dossier_time import day_words
from phahe.viz.report_docx_parts import field
from phahe.viz.report_fonts import FAMILY, WORDS

if TYPE_CHECKING:
    from phahe.viz.report import Sheet

MARGIN = 20
"""Millimetres on each side."""
INK, GREY = (0x1D, 0x24, 0x30), (0x4A, 0x55, 0x68)
STYLES = (
    # name, size, before, after, left, first line (points; the last two in millimetres)
    ("Normal", 10, 0, 6, 0, 0),
    ("Heading 1", 19, 0, 8, 0, 0),
    ("Heading 2", 14, 22, 6, 0, 0),
    ("Heading 3", 11, 12, 4, 0, 0),
    ("Quote", 9.5, 2, 5, 6, 0),
    ("Caption", 8.5, 8, 3, 0, 0),
    ("Step", 10, 8, 4, 0, 0),
    ("Facts", 10, 0, 2, 38, -38),
    ("Cell", 8, 0, 0, 0, 0),
    ("Contents Title", 11, 10, 4, 0, 0),
    ("Contents 1", 10, 3, 0, 0, 0),
    ("Contents 2", 9.5, 0, 0, 6, 0),
)


def set_up(document: Any, sheet: Sheet, wide: bool) -> None:
    """A4, turned if *wide*; the shipped font, the language of the report, header and footer."""
    from docx.shared import Mm

    document.core_properties.title = sheet.title
    document.core_properties.language = sheet.language
    document.core_properties.author = "phahe"
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(MARGIN)
    page.top_margin = page.bottom_margin = Mm(22)
    page.header_distance = page.footer_distance = Mm(11)
    if wide:
        _turn(page)
    _set_styles(document)
    _set_fonts(document)
    _set_language(document, "vi-VN" if sheet.language == "vi" else "en-GB")
    _head_and_foot(page, sheet)


def _turn(page: Any) -> None:
    from docx.enum.section import WD_ORIENT

    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width


def _set_styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    styles = document.styles
    place = styles.add_style("Place", WD_STYLE_TYPE.CHARACTER)
    place.font.size, place.font.color.rgb = Pt(8), RGBColor(*GREY)
    known = {style.name for style in styles}
    for name, size, before, after, left, first in STYLES:
        style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if name not in known:
            style.base_style = styles["Normal"]
        style.font.size, style.font.italic = Pt(size), False
        style.font.bold = name.startswith("Heading") or name == "Contents Title"
        style.font.color.rgb = RGBColor(*(GREY if name == "Caption" else INK))
        shape = style.paragraph_format
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.left_indent, shape.first_line_indent = Mm(left), Mm(first)
        shape.line_spacing = 1.0 if name == "Cell" else 1.15
    styles["Quote"].paragraph_format.keep_together = True
    styles["Step"].paragraph_format.keep_with_next = True
    styles["Facts"].paragraph_format.tab_stops.add_tab_stop(Mm(38))
    _bar(styles["Quote"])


def _bar(style: Any) -> None:
    """A line on the left, by which quotations are known; it stands before the spacing."""
    from docx.oxml import parse_xml

    look = 'w:val="single" w:sz="12" w:space="8" w:color="8A96A8"'
    properties = style.element.get_or_add_pPr()
    spacing = properties.find(f"{{{WORDS}}}spacing")
    spacing.addprevious(parse_xml(f'<w:pBdr xmlns:w="{WORDS}"><w:left {look}/></w:pBdr>'))


def _set_fonts(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn

    for style in document.styles:
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attribute in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{attribute}"), FAMILY)
            for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)


def _set_language(document: Any, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = document.styles["Normal"].element.get_or_add_rPr()
    tag = OxmlElement("w:lang")
    for attribute in ("val", "eastAsia"):
        tag.set(qn(f"w:{attribute}"), language)
    properties.append(tag)


def _head_and_foot(page: Any, sheet: Sheet) -> None:
    """Title and day above every page but the first, its number below each."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.oxml import parse_xml

    page.different_first_page_header_footer = True
    above = page.header.paragraphs[0]
    above.style.paragraph_format.tab_stops.clear_all()
    room = page.page_width - page.left_margin - page.right_margin
    above.paragraph_format.tab_stops.add_tab_stop(room, WD_TAB_ALIGNMENT.RIGHT)
    above.add_run(f"{sheet.title}\t{day_words(sheet.made, sheet.language)}", style="Place")
    for foot in (page.footer, page.first_page_footer):
        below = foot.paragraphs[0]
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER
        below.add_run(f"{word('page', sheet.language)} ", style="Place")
        below._p.append(parse_xml(field("PAGE")))
        below.add_run(" / ", style="Place")
        below._p.append(parse_xml(field("NUMPAGES")))
