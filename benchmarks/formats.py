"""How fast files are read: by format, on two cores against one, again against the first time.

    python benchmarks/formats.py [FOLDER]

FOLDER holds one document in many formats (``kh83.docx``, ``kh83.pdf`` ...), by default those of
the test corpus. A page is 2,500 characters, also where a format has no pages. Prints Markdown.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from phahe.loaders.build import build
from phahe.loaders.formats import read_text

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "formats"
DOCUMENT = "kh83"
CHARACTERS = 2500
VARIANTS = (
    ("text, UTF-8", "__utf8.txt"),
    ("text, TCVN3", "__tcvn3.txt"),
    ("HTML", ".html"),
    ("DOCX", ".docx"),
    ("DOCX, TCVN3 and VNI fonts", "__mixed.docx"),
    ("DOC", ".doc"),
    ("ODT", ".odt"),
    ("RTF", ".rtf"),
    ("PDF with text layer", ".pdf"),
    ("PDF with text layer, 210 pages", "__x30.pdf"),
    ("scan, 300 dpi", "__scan300.pdf"),
    ("scan, 200 dpi", "__scan200.pdf"),
)
LEAST_SECONDS = 1.0
COPIES = 24


def speed(path: Path) -> tuple[float, float]:
    """Pages and MB of text a second, reading *path* again and again for a second."""
    characters = len(read_text(path, path.name).text)
    started, times = time.perf_counter(), 0
    while (seconds := time.perf_counter() - started) < LEAST_SECONDS or not times:
        size = len(read_text(path, path.name).text.encode())
        times += 1
    return times * characters / CHARACTERS / seconds, times * size / 1e6 / seconds


def by_format(folder: Path) -> Iterator[str]:
    """One line a format."""
    yield "| format | pages/s | MB of text/s |\n|---|---|---|"
    for name, ending in VARIANTS:
        path = folder / f"{DOCUMENT}{ending}"
        if path.exists():
            pages, size = speed(path)
            yield (
                f"| {name} | {pages:,.0f} | {size:.3f} |"
                if pages > 9
                else (f"| {name} | {pages:.1f} | {size:.3f} |")
            )


def seconds(source: Path, out: Path, jobs: int | None = None) -> float:
    """Time of one build."""
    started = time.perf_counter()
    build([source], out, jobs=jobs)
    return time.perf_counter() - started


def builds(folder: Path) -> Iterator[str]:
    """One core and two, first build, second, and one after a change."""
    yield f"| build of {COPIES} PDF and {COPIES} DOCX files | seconds |\n|---|---|"
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "corpus"
        source.mkdir()
        for number in range(COPIES):
            for ending in (".pdf", ".docx"):
                shutil.copy(folder / f"{DOCUMENT}{ending}", source / f"{number}{ending}")
        one = seconds(source, Path(place) / "one", jobs=1)
        two = seconds(source, Path(place) / "two", jobs=2)
        again = seconds(source, Path(place) / "two")
        (source / "new.txt").write_text("Thực hiện Kế hoạch số 83-KH/TU ngày 21/6/2022.", "utf-8")
        changed = seconds(source, Path(place) / "two")
    yield f"| one core | {one:.2f} |"
    yield f"| two cores | {two:.2f} ({one / two:.2f} times as fast) |"
    yield f"| second build, nothing changed | {again:.3f} ({two / again:,.0f} times as fast) |"
    yield f"| build after one new file | {changed:.2f} ({two / changed:.1f} times as fast) |"


def main() -> None:
    """Print both tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not folder.exists():
        sys.exit(f"{folder}: not here; give a folder with {DOCUMENT}.docx, {DOCUMENT}.pdf ...")
    for line in (*by_format(folder), "", *builds(folder)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
