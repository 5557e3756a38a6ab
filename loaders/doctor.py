"""What is installed, what it is for, and the one command that installs what is missing."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from importlib.metadata import requires
from importlib.resources import files
from importlib.util import find_spec

ALWAYS = (
    ("pypdfium2", "PDF with a text layer, pages of scans"),
    ("selectolax", "web pages"),
    ("olefile", "Word 97-2003 files (DOC)"),
    ("kglite", "Cypher on the embedded engine"),
    ("pyarrow", "the graph's tables"),
    ("pyvis", "the page"),
)
EXTRAS = (
    ("tesserocr", "ocr", "scanned pages and pictures"),
    ("PIL", "ocr", "scanned pages and pictures"),
    ("rdflib", "rdf", "Turtle, JSON-LD and SPARQL"),
    ("oxrdflib", "rdf", "SPARQL on large graphs"),
    ("neo4j", "neo4j", "pushing into a running Neo4j"),
    ("docx", "report", "reports as DOCX"),
    ("typst", "pdf", "reports as PDF"),
    ("openpyxl", "xlsx", "ledgers as XLSX"),
    ("pandas", "notebook", "data frames in notebooks"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of phahe that may be missing."""

    name: str
    present: bool
    what_for: str
    install: str
    """The command that installs it; blank if it is there."""


def doctor() -> list[Part]:
    """Every part, those of each install first.

    >>> all(part.present == (not part.install) for part in doctor())
    True
    """
    parts = [_part(name, what, f"pip install {name}") for name, what in ALWAYS]
    parts += [_part(name, what, _install(extra)) for name, extra, what in EXTRAS]
    model = (files("phahe.data") / "tessdata" / "vie.traineddata").is_file()
    install = "" if model else "pip install --force-reinstall phahe"
    return [*parts, Part("vie.traineddata", model, "Vietnamese in scanned pages", install)]


def _install(extra: str) -> str:
    """The command that installs what an extra of phahe needs; it works in a checkout too."""
    needed = [
        wanted.partition(";")[0].strip()
        for wanted in requires("phahe") or ()
        if f'extra == "{extra}"' in wanted and not wanted.startswith("phahe")
    ]
    return f"pip install {' '.join(shlex.quote(each) for each in needed)}"


def _part(module: str, what_for: str, install: str) -> Part:
    present = find_spec(module) is not None
    return Part(module, present, what_for, "" if present else install)
