"""What changed in the edges of the sample documents when a rule changed, and the golden files.

    python benchmarks/golden.py            edges gained and lost against tests/golden
    python benchmarks/golden.py --accept   write tests/golden anew

The golden files hold one line for each edge of each sample document, so that a review shows what a
rule gains and loses.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from phahe.graph.facts import FileFacts
from phahe.loaders.formats.reader import read_text
from phahe.loaders.read import read_document_file

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"


def golden_lines(facts: FileFacts) -> Iterator[str]:
    """One line for each edge of a file: ends, relation, certainty, what tells it apart, where."""
    for edge in facts.edges:
        told = {
            name: edge.attributes[name]
            for name in ("role", "section", "purpose")
            if name in edge.attributes
        }
        lines = sorted({evidence.line for evidence in edge.evidence})
        row = [edge.source, edge.relation, edge.target, edge.certainty, told, lines]
        yield json.dumps(row, ensure_ascii=False)


def changes(facts: FileFacts) -> tuple[list[str], list[str]]:
    """Edges gained and lost against the golden file."""
    path = GOLDEN / f"{Path(facts.file).stem}.edges.jsonl"
    before = set(path.read_text("utf-8").splitlines()) if path.exists() else set()
    now = set(golden_lines(facts))
    return sorted(now - before), sorted(before - now)


def main() -> int:
    """Print what changed, or accept it; 1 if something did."""
    changed = False
    for file in sorted((ROOT / "data" / "documents").glob("*.txt")):
        facts = read_document_file(read_text(file, file.name))
        if "--accept" in sys.argv:
            GOLDEN.mkdir(exist_ok=True)
            lines = sorted(set(golden_lines(facts)))
            (GOLDEN / f"{file.stem}.edges.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
            continue
        gained, lost = changes(facts)
        changed |= bool(gained or lost)
        for mark, lines in (("+", gained), ("-", lost)):
            for line in lines:
                print(mark, file.stem, line)
    return int(changed)


if __name__ == "__main__":
    sys.exit(main())
