"""The README's table of quality, made anew by building and scoring.

    python benchmarks/quality.py [FOLDER]     FOLDER holds the texts of data/gold/real

Without FOLDER only the sample documents are scored, and the other columns stay as they are.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from phahe.graph.merge import merge
from phahe.graph.model import Graph
from phahe.loaders.formats.reader import read_text
from phahe.loaders.read import read_document_file
from phahe.queries.gold import Gold, read_gold
from phahe.queries.score import Tally, score

ROOT = Path(__file__).parents[1]
BETWEEN = re.compile(r"(?<=<!-- quality -->\n).*(?=<!-- /quality -->)", re.DOTALL)


def main(folder: Path | None) -> None:
    """Score, and write the table into README.md between its marks."""
    columns = {
        "samples": tallies(ROOT / "data" / "documents", read_gold(ROOT / "data/gold/samples"))
    }
    if folder:
        gold = read_gold(ROOT / "data/gold/real")
        for quality in ("clean", "ocr"):
            columns[f"12 others, {quality}"] = tallies(folder, only(gold, quality))
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    lines = [f"| | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    lines += [
        f"| {name} | {' | '.join(cell(column.get(name)) for column in columns.values())} |"
        for name in names
    ]
    readme = ROOT / "README.md"
    text = BETWEEN.sub(lambda _: "\n".join(lines) + "\n", readme.read_text("utf-8"))
    readme.write_text(text, "utf-8")
    print("\n".join(lines))


def tallies(folder: Path, gold: Gold) -> dict[str, Tally]:
    """Build the annotated files of *folder* and score them."""
    files = sorted(path for path in folder.glob("*.txt") if path.name in gold.files)
    return score(built(files, lambda path: path.name), gold).tallies


def built(files: list[Path], name: Callable[[Path], str]) -> Graph:
    """The graph of *files*."""
    return merge([read_document_file(read_text(path, name(path))) for path in files])


def only(gold: Gold, quality: str) -> Gold:
    """The part of *gold* that was annotated on texts of one quality."""
    edges = tuple(edge for edge in gold.edges if edge.get("quality") == quality)
    kept = {end for edge in edges for end in (edge["source"], edge["target"])}
    nodes = {
        name: node
        for name, node in gold.nodes.items()
        if node.get("quality") == quality or name in kept
    }
    return Gold(nodes, edges)


def cell(tally: Tally | None) -> str:
    """F1, and the counts it comes from: found, missed, false."""
    if tally is None or tally.f1 is None:
        return ""
    return f"{tally.f1:.3f} ({tally.found}/{tally.missed}/{tally.false})"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
