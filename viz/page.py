"""One HTML file that holds a whole graph: opens offline, asks nothing of the network.

Texts of documents are data: they travel as JSON and reach the screen as text nodes. A content
security policy names the page's own scripts by their hashes, and nothing else runs.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from phahe.graph.atomic import writing
from phahe.graph.model import Graph
from phahe.viz.map import vis_network
from phahe.viz.payload import payload
from phahe.viz.words import LANGUAGES, word

PLAIN = 100_000
"""Characters of data up to which they stay readable in the file; longer ones are packed."""
SCRIPTS = (
    "element",
    "graph",
    "words",
    "letters",
    "day",
    "cascade",
    "state",
    "filters",
    "search",
    "sheet",
    "lineage_layout",
    "lineage_route",
    "card",
    "lineage",
    "time_line",
    "tree",
    "assignments",
    "cooperation",
    "coverage",
    "obligations",
    "map_places",
    "map",
    "dots",
    "overview",
    "evidence",
    "claims",
    "chain_list",
    "panel",
    "start",
    "table",
    "export",
    "story",
    "keys",
    "frame",
    "page",
)
"""The files of viz/templates that make up the page's script, in order."""


def write_page(
    graph: Graph,
    path: Path,
    *,
    language: str = "vi",
    title: str | None = None,
    now: datetime | None = None,
) -> Path:
    """Write the page of *graph* to *path*, whole or not at all, and return *path*.

    The same graph, language, title and *now* give the same bytes. *now* is shown as the day the
    page was made and tells which deadlines are past. Raises BadOutput.
    """
    text = page(graph, language=language, title=title, now=now or datetime.now(UTC))
    with writing(path) as out:
        out.write(text)
    return path


def page(graph: Graph, *, language: str, title: str | None, now: datetime) -> str:
    """Return the page as text."""
    from jinja2 import Environment

    if language not in LANGUAGES:
        raise ValueError(f"{language}: not a language of the page; expected vi or en")
    heading = title or word("page.title", language)
    data = payload(graph, now.date().isoformat()) | {
        "language": language,
        "title": title,
        "made": now.date().isoformat(),
    }
    script = "\n".join(_template(f"{name}.js") for name in SCRIPTS)
    library = vis_network()
    return (
        Environment(autoescape=True, keep_trailing_newline=True)
        .from_string(_template("page.html"))
        .render(
            language=language,
            title=heading,
            policy=policy(script, library),
            style=_safe(_style(), "style"),
            script=_safe(script, "script"),
            data=_data(data),
            library=_packed(library),
            words={key: pair[LANGUAGES.index(language)] for key, pair in data["words"].items()},
        )
    )


def policy(*scripts: str) -> str:
    """Return the content security policy that allows *scripts* and no others."""
    digests = (hashlib.sha256(each.encode()).digest() for each in scripts)
    hashes = " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in digests)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _data(data: Mapping[str, Any]) -> Any:
    """Return the element that carries *data*: readable while small, packed when large."""
    from markupsafe import Markup

    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if len(text) > PLAIN:
        return Markup('<script type="text/plain" id="data">{}</script>').format(_packed(text))
    safe = re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)
    return Markup(f'<script type="application/json" id="data">{safe}</script>')


def _packed(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def _safe(text: str, tag: str) -> Any:
    """Return our own *text* for use inside ``<tag>``; it must not be able to close it."""
    from markupsafe import Markup

    if re.search(rf"</{tag}|<!--", text, re.IGNORECASE):
        raise ValueError(f"our own {tag} holds an end tag or a comment start")
    return Markup(text)


def _style() -> str:
    faces = "".join(
        f'@font-face{{font-family:"Noto Sans";font-weight:{weight};'
        f"src:url(data:font/woff2;base64,{_font(name)}) format('woff2')}}\n"
        for weight, name in ((400, "Regular"), (700, "Bold"))
    )
    return faces + _template("page.css") + _template("print.css")


def _font(name: str) -> str:
    font = files("phahe.viz") / "fonts" / f"NotoSans-vi-{name}.woff2"
    return base64.b64encode(font.read_bytes()).decode()


def _template(name: str) -> str:
    return (files("phahe.viz") / "templates" / name).read_text("utf-8")
