"""Reports in HTML: one file with its fonts and picture, nothing that runs."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phahe.graph.atomic import writing
from phahe.viz.dossier import Block, word
from phahe.viz.report_contents import contents, first_section
from phahe.viz.report_widths import is_wide, shared_widths

if TYPE_CHECKING:
    from phahe.viz.report import Sheet


def write(blocks: Iterable[Block], path: Path, sheet: Sheet) -> None:
    """Write *blocks* to *path* as one HTML file."""
    with writing(path) as out:
        out.writelines(html(blocks, sheet))


def html(blocks: Iterable[Block], sheet: Sheet) -> Iterable[str]:
    """Return the pieces of the file; the template escapes every text."""
    from jinja2 import Environment
    from markupsafe import Markup

    several = list(blocks)
    template = (files("phahe.viz") / "templates" / "report.html").read_text("utf-8")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(template).generate(
        blocks=_items(several),
        contents=list(_contents(several)),
        widths=shared_widths(several),
        wide=is_wide(several),
        sheet=sheet,
        fonts=[(weight, font(name)) for weight, name in ((400, "Regular"), (700, "Bold"))],
        say=lambda key: word(key, sheet.language),
        where=lambda said: word(
            "quotation", sheet.language, file=said.file, page=said.page, line=said.line
        ),
        svg=lambda picture: Markup(picture.svg.partition("?>")[2] or picture.svg),
        one_line=lambda text: " ".join(text.split()),
    )


def _items(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    first = first_section(blocks)
    for at, each in enumerate(blocks):
        kind = type(each).__name__.lower()
        yield {"kind": kind, "block": each, "at": at, "contents": at == first}


def _contents(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """Yield the sections, each with those inside it."""
    section: dict[str, Any] = {}
    for at, heading in contents(blocks):
        if heading.level == 2:
            if section:
                yield section
            section = {"at": at, "text": heading.text, "inner": []}
        elif section:
            section["inner"].append((at, heading.text))
    if section:
        yield section


def font(name: str) -> str:
    """Return a shipped font as Base64, for use in HTML."""
    path = files("phahe.viz") / "fonts" / f"NotoSans-vi-{name}.woff2"
    return base64.b64encode(path.read_bytes()).decode()
