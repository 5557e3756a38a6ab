"""Numbers that OCR read are less sure than printed text: the build says so, file by file."""

from __future__ import annotations

from collections.abc import Iterator

from phahe.graph.facts import FileFacts
from phahe.graph.model import Evidence
from phahe.loaders.formats.doubt import SURE
from phahe.loaders.text import Text


def number_warnings(facts: FileFacts, source: Text) -> tuple[str, ...]:
    """A warning for the own number of every document on recognised pages, with its confidence."""
    if "ocr" not in source.how:
        return ()
    found = dict(_own_numbers(facts))
    return tuple(_warning(number, evidence, source) for number, evidence in found.items())


def _own_numbers(facts: FileFacts) -> Iterator[tuple[str, Evidence]]:
    for node in facts.nodes:
        for claim in node.claims:
            if claim.field in ("code", "symbol") and claim.witness == "own" and claim.evidence:
                yield claim.evidence.quote, claim.evidence


def _warning(number: str, evidence: Evidence, source: Text) -> str:
    sure = [
        doubt.confidence
        for doubt in source.doubts
        if doubt.start < evidence.end and evidence.start < doubt.end
    ]
    how = f"only {min(sure)} % sure" if sure else f"over {SURE} % sure"
    return f"number {number} was read by OCR, {how}: check it on page {evidence.page}"
