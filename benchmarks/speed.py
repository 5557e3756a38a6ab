"""How fast references are found, side by side with two well-known tools on their own kind of text.

    python benchmarks/speed.py FOLDER [PYTHON]

phahe reads the texts in FOLDER. PYTHON is an interpreter that has the others:

    python -m venv others && others/bin/pip install eyecite legal-reference-extraction
    python benchmarks/speed.py data/documents others/bin/python

Opinions of US courts (for eyecite) and German rulings (for refex) are paragraphs written for this
file, repeated with other numbers. Megabytes of UTF-8 a second on one core, the median of several
runs, processor time only. Tools differ in what they find; the table compares speed, nothing else.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from time import process_time

RUNS = 5
COPIES = 60
"""Documents of each kind, some 7 kB each."""
US = (
    "The district court relied on Able v. Baker, {a} F.3d {b}, {c} (9th Cir. 200{d}), and on 42 "
    "U.S.C. § 1983. See also Cole v. Dunn, {c} U.S. {a}, {b} (19{d}5). We review its ruling de "
    "novo. Id. at {b}. The appellant answers that the record holds nothing of the kind, and asks "
    "us to remand with instructions to enter judgment. That reading cannot stand, as we said in "
    "Cole, {c} U.S. at {a}; the statute asks for more than delay. Cf. Fed. R. Civ. P. 12(b)(6).\n\n"
)
GERMAN = (
    "Die Klage ist nach § {d}2 Abs. 1 Satz 1 VwGO zulässig, aber unbegründet. Der Bescheid findet "
    "seine Grundlage in § {a} Abs. 2 BauGB in Verbindung mit Art. {d}4 Abs. 1 GG. Der Senat hält "
    "daran fest (vgl. BVerwG, Urteil vom {d}. März 2012 - 4 C {b}.10 -, juris Rn. {c}; OVG Köln, "
    "Beschluss vom 1{d}. Mai 2015 - 7 A {c}/14 -). Die Beteiligten haben in der mündlichen "
    "Verhandlung keine weiteren Anträge gestellt. Die Kosten trägt nach § 154 Abs. 1 VwGO der "
    "Kläger, weil er unterlegen ist; die Vollstreckbarkeit folgt aus § 708 Nr. 11 ZPO.\n\n"
)


def repeated(paragraph: str) -> list[str]:
    """Documents of fourteen paragraphs each, no two with the same numbers."""
    return [
        "".join(
            paragraph.format(
                a=100 + at * 7 % 800, b=20 + at * 13 % 900, c=30 + at % 500, d=1 + at % 8
            )
            for at in range(document * 14, document * 14 + 14)
        )
        for document in range(COPIES)
    ]


def speed(find: Callable[[str], object], texts: Iterable[str]) -> float:
    """Megabytes a second: the median of several runs, after one that warms up."""
    known = list(texts)
    size = sum(len(text.encode()) for text in known) / 1e6
    find(known[0])
    seconds = []
    for _ in range(RUNS):
        start = process_time()
        for text in known:
            find(text)
        seconds.append(process_time() - start)
    return size / statistics.median(seconds)


def others() -> None:
    """Print the speed of eyecite and refex; runs in the interpreter that has them."""
    get_citations = import_module("eyecite").get_citations
    extract = import_module("refex.orchestrator").CitationExtractor().extract
    print(
        json.dumps(
            {
                "eyecite": speed(get_citations, repeated(US)),
                "refex": speed(extract, repeated(GERMAN)),
            }
        )
    )


def ours(folder: Path) -> dict[str, float]:
    """The speed of phahe: references with what they mean, and all facts, as a build reads them."""
    from phahe.loaders.formats.reader import read_text
    from phahe.loaders.mention_lines import mention_lines
    from phahe.loaders.mentions import find_mentions
    from phahe.loaders.read import read_document_file
    from phahe.loaders.worker import GARBAGE

    sources = {file.name: read_text(file, file.name) for file in sorted(folder.glob("*.txt"))}
    named = {source.text: source for source in sources.values()}
    found = {
        "phahe, mentions": speed(find_mentions, named),
        "phahe references": speed(lambda text: list(mention_lines(named[text])), named),
    }
    gc.set_threshold(GARBAGE)  # as the processes of a build do
    return found | {"phahe, all facts": speed(lambda text: read_document_file(named[text]), named)}


def main() -> None:
    """Print a table; the others only where their interpreter is given."""
    found = ours(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        command = [sys.argv[2], __file__, "--others"]
        found |= json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    for name, rate in found.items():
        print(f"| {name} | {rate:.2f} |")


if __name__ == "__main__":
    others() if "--others" in sys.argv else main()
