"""One HTML file that holds a whole graph: opens offline, asks nothing of the network.

Texts of documents are data: they travel as JSON and reach the screen as text nodes. A content
security policy names the page's own scripts by their hashes, and nothing else runs. One short
script is plain (templates/boot.js); it unpacks the rest, which is a third of its size that way.
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
MAP = {"map_places": None, "map": "map_absent"}
"""Files of the map, and what stands for them in a page without it."""


def write_page(
    graph: Graph,
    path: Path,
    *,
    language: str = "vi",
    title: str | None = None,
    now: datetime | None = None,
    without_map: bool = False,
) -> Path:
    """Write the page of *graph* to *path*, whole or not at all, and return *path*.

    The same graph, language, title and *now* give the same bytes. *now* is shown as the day the
    page was made and tells which deadlines are past. *without_map* leaves the free map and its
    library out, two thirds of a small page. Raises BadOutput.
    """
    now = now or datetime.now(UTC)
    text = page(graph, language=language, title=title, now=now, without_map=without_map)
    with writing(path) as out:
        out.write(text)
    return path


def page(
    graph: Graph,
    *,
    language: str,
    title: str | None,
    now: datetime,
    without_map: bool = False,
) -> str:
    """Return the page as text."""
    from jinja2 import Environment

    if language not in LANGUAGES:
        raise ValueError(f"{language}: not a language of the page; expected vi or en")
    heading = title or word("page.title", language)
    data = payload(graph, now.date().isoformat(), without_map=without_map) | {
        "language": language,
        "title": title,
        "made": now.date().isoformat(),
    }
    boot = slim(_template("boot.js"))
    scripts = {"code": code(without_map=without_map)}
    if not without_map:
        scripts["library"] = vis_network()
    look = slim(_template("page.css") + _template("print.css"))
    return (
        Environment(autoescape=True, keep_trailing_newline=True)
        .from_string(_template("page.html"))
        .render(
            language=language,
            title=heading,
            policy=policy(boot, *scripts.values()),
            faces=_safe(_faces(), "style"),
            boot=_safe(boot, "script"),
            data=_data(data),
            parts={name: packed(text) for name, text in {"look": look, **scripts}.items()},
            words={key: pair[LANGUAGES.index(language)] for key, pair in data["words"].items()},
        )
    )


def code(*, without_map: bool = False) -> str:
    """Return the script of the page, which boot.js unpacks."""
    names = (MAP.get(name, name) if without_map else name for name in SCRIPTS)
    return "\n".join(slim(_template(f"{name}.js")) for name in names if name)


def slim(text: str) -> str:
    """Return a script or style without indentation, blank lines and remarks on their own lines.

    Our scripts hold no string that runs over several lines (a test looks).

    >>> slim("/* Adds. */\\nfunction add(a) {\\n  return a + 1;\\n}\\n")
    'function add(a) {\\nreturn a + 1;\\n}'
    """
    bare = re.sub(r"^\s*/\*(?:(?!\*/).)*\*/$", "", text, flags=re.DOTALL | re.MULTILINE)
    return "\n".join(line for line in map(str.strip, bare.splitlines()) if line)


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
        return Markup('<script type="text/plain" id="data">{}</script>').format(packed(text))
    safe = re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)
    return Markup(f'<script type="application/json" id="data">{safe}</script>')


def packed(text: str) -> Any:
    """Return *text* compressed, in letters that are safe within a script element.

    Base 85 takes a sixteenth less room than base 64. Its "<" is written as a full stop, so that
    nothing in it can be read as a tag or a comment.
    """
    from markupsafe import Markup

    letters = base64.b85encode(gzip.compress(text.encode(), 9, mtime=0)).decode()
    return Markup(letters.replace("<", "."))


def _safe(text: str, tag: str) -> Any:
    """Return our own *text* for use inside ``<tag>``; it must not be able to close it."""
    from markupsafe import Markup

    if re.search(rf"</{tag}|<!--", text, re.IGNORECASE):
        raise ValueError(f"our own {tag} holds an end tag or a comment start")
    return Markup(text)


def _faces() -> str:
    return "".join(
        f'@font-face{{font-family:"Noto Sans";font-weight:{weight};'
        f"src:url(data:font/woff2;base64,{_font(name)}) format('woff2')}}\n"
        for weight, name in ((400, "Regular"), (700, "Bold"))
    )


def _font(name: str) -> str:
    font = files("phahe.viz") / "fonts" / f"NotoSans-vi-{name}.woff2"
    return base64.b64encode(font.read_bytes()).decode()


def _template(name: str) -> str:
    return (files("phahe.viz") / "templates" / name).read_text("utf-8")
