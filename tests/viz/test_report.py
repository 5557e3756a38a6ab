"""Reports in four formats and two languages: complete, quoted word for word, harmless."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from phahe.graph.errors import BadOutput
from phahe.graph.model import Graph
from phahe.rosters import members
from phahe.viz.dossier import Heading, Quotation, Rows
from phahe.viz.dossier_about import dossier_about
from phahe.viz.dossier_corpus import dossier_corpus
from phahe.viz.dossier_known import Known
from phahe.viz.report import write_report
from phahe.viz.report_fonts import FACES, _font, _key, obfuscated
from phahe.viz.report_markdown import slug

pytest.importorskip("typst", reason="PDF reports need phahe[pdf]")
pytest.importorskip("docx", reason="DOCX reports need phahe[report]")

DIRECTIVE = "doc:12-CT/TW@2022"
DAY = "2026-01-15"
FORMATS = ("md", "html", "docx", "pdf")
HOSTILE = (
    '#include("/etc/passwd") $x$ <script>alert(1)</script> *a* _b_ [c](d) `e` | \\ &lt; =1+1 }{'
)


def text_of_markdown(path: Path) -> str:
    return re.sub(r"\\(.)", r"\1", path.read_text("utf-8").replace("\n> ", "\n"))


def text_of_html(path: Path) -> str:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(path.read_text("utf-8")).body.text(separator=" ")


def text_of_docx(path: Path) -> str:
    import docx

    return " ".join(
        each.text or "" for each in docx.Document(path).element.body.iter() if each.text
    )


def text_of_pdf(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    text = re.sub(r"Trang \d+ / \d+|Page \d+ / \d+", "", text).replace("\ufffe", "-")
    return re.sub(r"(Hồ sơ|Dossier): Chỉ thị 12-CT/TW\s+15(/1/| January )2026", "", text)


TEXT: dict[str, Callable[[Path], str]] = {
    "md": text_of_markdown,
    "html": text_of_html,
    "docx": text_of_docx,
    "pdf": text_of_pdf,
}


def bare(text: str) -> str:
    """Without white space, which every format breaks in its own way."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def made(sample_graph, tmp_path_factory):
    """The dossier on the directive, once in each format and language."""
    folder = tmp_path_factory.mktemp("reports")

    def write(output_format: str, language: str) -> Path:
        path = folder / f"{language}.{output_format}"
        if not path.exists():
            write_report(sample_graph, path, DIRECTIVE, language, as_of=DAY, roster=members)
        return path

    return write


def quotations(graph: Graph, language: str) -> list[Quotation]:
    known = Known(graph, language, DAY, members)
    return [each for each in dossier_about(known, DIRECTIVE) if isinstance(each, Quotation)]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("output_format", FORMATS)
def test_every_quotation_stands_in_the_report_word_for_word(
    made, sample_graph, output_format, language
):
    shown = bare(TEXT[output_format](made(output_format, language)))
    quoted = quotations(sample_graph, language)
    assert len(quoted) > 40
    lost = [
        each for each in quoted if bare(f"[{each.number}] “{each.evidence.quote}”") not in shown
    ]
    assert not lost


@pytest.mark.parametrize("output_format", FORMATS)
def test_all_formats_say_the_same(made, sample_graph, output_format):
    shown = bare(TEXT[output_format](made(output_format, "vi")))
    known = Known(sample_graph, "vi", DAY, members)
    for block in dossier_about(known, DIRECTIVE):
        if isinstance(block, Heading):
            assert bare(block.text) in shown
        if isinstance(block, Rows):
            lost = [cell for row in block.rows for cell in row if bare(cell) not in shown]
            assert output_format == "pdf" or not lost  # PDF cells may break across pages


def test_the_report_opens_with_what_the_corpus_cannot_tell(made):
    shown = text_of_markdown(made("md", "en"))
    assert "**As of:** 15 January 2026" in shown
    assert "6 documents with their text; 9 others are only cited" in shown
    assert "never not issued or not done" in shown


def test_both_dates_of_a_plan_are_in_the_report(made):
    shown = text_of_markdown(made("md", "vi"))
    assert "| Kế hoạch 83-KH/TU | 11/6/2022 | chính văn bản ghi | không" in shown
    assert "| Kế hoạch 83-KH/TU | 21/6/2022 | viện dẫn 7 lần | có" in shown


def test_the_pdf_is_tagged_and_holds_its_fonts_and_an_alternative_text(made):
    pypdf = pytest.importorskip("pypdf")
    reader = pypdf.PdfReader(made("pdf", "vi"))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or str(root["/MarkInfo"]["/Marked"]) == "True"
    assert root["/Lang"] == "vi"
    assert "pdfuaid" in root["/Metadata"].get_data().decode("utf-8")
    assert reader.metadata.title == "Hồ sơ: Chỉ thị 12-CT/TW"
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
    alts = [str(each) for each in alternatives(root["/StructTreeRoot"])]
    assert any("4 văn bản phía dưới" in each for each in alts)


def alternatives(node, depth=0):
    """The /Alt of every structure element below *node*."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if not isinstance(node, dict) or depth > 40:
        return
    if "/Alt" in node:
        yield node["/Alt"]
    inner = node.get("/K", ())
    inner = inner.get_object() if hasattr(inner, "get_object") else inner
    for each in inner if isinstance(inner, list) else [inner]:
        yield from alternatives(each, depth + 1)


def test_the_docx_holds_its_fonts_header_rows_and_an_alternative_text(made):
    with ZipFile(made("docx", "vi")) as package:
        assert package.testzip() is None
        for at, (face, _) in enumerate(FACES, 1):
            hidden = package.read(f"word/fonts/font{at}.odttf")
            assert obfuscated(hidden, _key(face)) == _font(face)
        document = package.read("word/document.xml").decode("utf-8")
        assert b"embedTrueTypeFonts" in package.read("word/settings.xml")
    assert document.count("<w:tblHeader/>") == document.count("<w:tbl>") > 5
    assert 'descr="Sơ đồ dòng triển khai của Chỉ thị 12-CT/TW' in document


def test_pages_bear_title_day_and_number(made):
    import pypdfium2

    with pypdfium2.PdfDocument(made("pdf", "en")) as document:
        second = document[1].get_textpage().get_text_range()
        assert f"Page 2 / {len(document)}" in second
        assert "Dossier: Chỉ thị 12-CT/TW" in second
        assert "15 January 2026" in second
    with ZipFile(made("docx", "en")) as package:
        parts = [package.read(n).decode("utf-8") for n in package.namelist() if n[-4:] == ".xml"]
    assert sum("NUMPAGES" in part and 'instr="PAGE"' in part for part in parts) == 2
    assert any("<w:hdr" in part and "15 January 2026" in part for part in parts)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_contents_name_every_section(made, sample_graph, language):
    known = Known(sample_graph, language, DAY, members)
    blocks = list(dossier_about(known, DIRECTIVE))
    sections = [each.text for each in blocks if isinstance(each, Heading) and each.level == 2]
    listed = made("md", language).read_text("utf-8").partition("\n## ")[0]
    assert [line for line in listed.split("\n") if "](#" in line] == [
        f"- [{each}](#{slug(each)})" for each in sections
    ]
    with ZipFile(made("docx", language)) as package:
        document = package.read("word/document.xml").decode("utf-8")
    for at, each in enumerate(blocks):
        if isinstance(each, Heading) and each.level == 2:
            assert f'w:anchor="s{at}"' in document
            assert f'w:name="s{at}"' in document


def test_the_html_runs_nothing_and_asks_nothing_of_the_network(made):
    shown = made("html", "vi").read_text("utf-8")
    assert "<script" not in shown
    assert "default-src 'none'" in shown
    assert not re.search(r'(?:src|href)="(?!#|data:)', shown)
    assert 'aria-label="Sơ đồ dòng triển khai' in shown


@pytest.mark.parametrize("output_format", FORMATS)
def test_hostile_words_are_shown_as_they_are(sample_graph, tmp_path, output_format):
    nodes = {
        key: replace(node, name=f"{node.name} {HOSTILE}")
        for key, node in sample_graph.nodes.items()
    }
    edges = tuple(
        replace(e, evidence=tuple(replace(s, quote=HOSTILE) for s in e.evidence))
        for e in sample_graph.edges
    )
    path = tmp_path / f"hostile.{output_format}"
    write_report(Graph(nodes, edges), path, DIRECTIVE, "vi", as_of=DAY)
    if output_format == "html":
        assert "<script" not in path.read_text("utf-8")
    assert bare(f"“{HOSTILE}”") in bare(TEXT[output_format](path))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_on_the_corpus_tells_what_is_missing(sample_graph, language, tmp_path):
    known = Known(sample_graph, language, DAY)
    blocks = list(dossier_corpus(known))
    tables = [each for each in blocks if isinstance(each, Rows)]
    assert tuple(row[0] for row in tables[0].rows if row[0].startswith("Chỉ thị 12")) == (
        "Chỉ thị 12-CT/TW",
    )
    path = tmp_path / "corpus.pdf"
    write_report(sample_graph, path, None, language, as_of=DAY)
    assert bare(known.word("missing")) in bare(text_of_pdf(path))


def test_an_unknown_format_names_those_there_are(sample_graph, tmp_path):
    with pytest.raises(BadOutput, match="md, html, docx, pdf"):
        write_report(sample_graph, tmp_path / "x", DIRECTIVE, "vi", "odt")


def test_the_same_graph_gives_the_same_report(sample_graph, tmp_path):
    for name in ("one.html", "two.html"):
        write_report(sample_graph, tmp_path / name, DIRECTIVE, "vi", as_of=DAY)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
