"""Every edge of the samples stands in tests/golden: a changed rule shows what it changes."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from golden import changes


def test_no_edge_is_gained_or_lost_unseen(sample_facts):
    found = {facts.file: changes(facts) for facts in sample_facts}
    told = [
        f"{mark} {file} {line}"
        for file, both in found.items()
        for mark, lines in zip("+-", both, strict=True)
        for line in lines
    ]
    assert not told, "\n".join([*told[:40], "accept with: python benchmarks/golden.py --accept"])
