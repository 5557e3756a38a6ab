"""The pieces of a DOCX as XML: the library makes each cell and run anew, which takes minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from phahe.viz.dossier import Rows

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LINK = '<w:color w:val="0B4F9E"/>'
BOLD = "<w:b/>"
PLACE = '<w:rStyle w:val="Place"/>'
SMALL = '<w:sz w:val="16"/>'


def run(text: str, look: str = "") -> str:
    """Return words in one look; *look* is what stands in the properties of the run.

    >>> run("a < b", BOLD)
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a &lt; b</w:t></w:r>'
    """
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'


def paragraph(style: str, *pieces: str, kept: bool = False) -> str:
    """Return a paragraph in a style; *kept* on the page of what follows."""
    told = f'<w:pStyle w:val="{style}"/>' + ("<w:keepNext/>" if kept else "")
    return f"<w:p {NAMESPACE}><w:pPr>{told}</w:pPr>{''.join(pieces)}</w:p>"


def link(to: str, text: str, look: str = LINK) -> str:
    """Return words that lead to the bookmark *to*."""
    return f"<w:hyperlink w:anchor={quoteattr(to)}>{run(text, look)}</w:hyperlink>"


def marks(numbers: Iterable[int], look: str = "") -> str:
    """Return the numbers of quotations, each leading to its sentence."""
    return run(" ", look).join(link(f"q{each}", f"[{each}]", LINK + look) for each in numbers)


def bookmark(name: str, number: int, inside: str) -> str:
    """Return *inside* with a place that links lead to; *number* is its own in the document."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'


def field(code: str, shown: str = "1") -> str:
    """Return a field that Word fills in, such as the number of the page."""
    return f'<w:fldSimple {NAMESPACE} w:instr="{code}">{run(shown, PLACE)}</w:fldSimple>'


def table(rows: Rows, wide: Sequence[int], evidence: str) -> str:
    """Return a table with columns *wide* in twentieths of a point, *evidence* over the last."""
    marked = len(wide) > len(rows.columns)
    numbers = rows.marks or [()] * len(rows.rows)
    names = [*rows.columns, *([evidence] * marked)]
    lines = [_row([run(name, BOLD + SMALL) for name in names], wide, head=True)]
    for row, said in zip(rows.rows, numbers, strict=True):
        lines.append(_row([*(run(cell, SMALL) for cell in row), marks(said, SMALL)], wide))
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in wide)
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{sum(wide)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{_borders()}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_padding()}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


def _row(cells: Sequence[str], wide: Sequence[int], head: bool = False) -> str:
    header = "<w:tblHeader/>" if head else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/>' if head else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{cell}</w:p></w:tc>'
        for cell, width in zip(cells, wide, strict=False)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{made}</w:tr>"


def _borders() -> str:
    looks = {"top": (8, "1D2430"), "bottom": (4, "C6CCD6"), "insideH": (4, "C6CCD6")}
    return "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, (size, colour) in looks.items()
    )


def _padding() -> str:
    sizes = {"top": 40, "left": 80, "bottom": 40, "right": 80}
    return "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sizes.items())


def clean(text: str) -> str:
    """Return *text* on one line, a blank at an end kept, without what XML cannot hold.

    >>> clean(" a\\n b\\x07")
    ' a b'
    """
    told = " ".join(text.split())
    told = " " * text[:1].isspace() + told + " " * (bool(told) and text[-1:].isspace())
    return "".join(each for each in told if each.isprintable() or each == " ")
