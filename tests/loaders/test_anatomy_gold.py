"""The real documents and the samples, taken apart, against their annotation.

Run with ``-s`` to see the table. Skipped where the annotation is not at hand.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from phahe.loaders.letters import letters
from phahe.loaders.reading import Reading, Stated
from phahe.loaders.readings import readings
from phahe.loaders.text import decode

SHARED = Path(__file__).parents[2].parent / "shared"
SEEDS = Path(__file__).parents[2] / "data" / "documents"
GOLD = sorted(SHARED.glob("gold/real/*.json"))

pytestmark = pytest.mark.skipif(not GOLD, reason="the annotation is not at hand")


@cache
def read(path: Path) -> list[Reading]:
    return readings(decode(path.read_bytes(), path.name))


@cache
def real(number: str) -> tuple[dict[str, Any], Reading]:
    gold = json.loads((SHARED / "gold" / "real" / f"{number}.json").read_text(encoding="utf-8"))
    (path,) = SHARED.glob(f"corpus/real/{number}_*.txt")
    (reading,) = read(path)
    return gold, reading


def value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def same(left: str | None, right: str | None) -> bool:
    return letters(left or "") == letters(right or "")


def title_of(gold: dict[str, Any]) -> str:
    own = gold["self"]
    return str(own.get("title_as_read") or own["title"])


@pytest.mark.parametrize("number", [path.stem for path in GOLD])
def test_a_real_document_says_of_itself_what_people_read_in_it(number: str) -> None:
    gold, reading = real(number)
    own = gold["self"]
    accept = own.get("accept", {})
    row = (reading.type, reading.number, reading.date, reading.title)
    print(f"\n{number}", *(value(each) for each in row))
    assert value(reading.type) in accept.get("kind", [own["kind"]])
    assert value(reading.date) in accept.get("date", [own["date"]])
    assert same(value(reading.place), own["place"])
    assert same(value(reading.title), title_of(gold))
    written = "".join(own["issuer_as_written"])
    heads = f"{value(reading.parent) or ''}{value(reading.issuer) or ''}"
    assert letters(heads) == letters(written)
    assert (reading.parent is None) == (own["parent_issuer"] is None)
    if reading.number and own["code"] and "number_in_text" not in own:
        assert reading.number.value == own["code"]
    assert reading.number
    assert letters(reading.number.value).endswith(letters(own["symbol"]))
    assert not reading.stamps


@pytest.mark.parametrize("number", [path.stem for path in GOLD])
def test_a_real_documents_signers_are_read(number: str) -> None:
    gold, reading = real(number)
    own = gold["self"]["signers"]
    assert len(reading.signatures) == len(own)
    for signature, signer in zip(reading.signatures, own, strict=True):
        assert same(value(signature.name), signer.get("name_as_read") or signer["name"])
        assert (signature.authority is None) == (signer["authority"] is None)
        assert letters(value(signature.position) or "")[:3] == letters(signer["position"] or "")[:3]


@pytest.mark.parametrize("number", [path.stem for path in GOLD])
def test_a_real_documents_addressees_and_recipients_are_counted(number: str) -> None:
    gold, reading = real(number)
    assert [letters(each.value) for each in reading.addressees] == [
        letters(each) for each in gold["addressed_to"]
    ]
    copied = [item for item in gold["copied_to"] if not letters(item).startswith("luu")]
    found = [each for each in reading.recipients if each.purpose != "file"]
    assert len(found) == len(copied)
    assert any(each.purpose == "file" for each in reading.recipients) == (
        len(copied) < len(gold["copied_to"])
    )


def samples() -> list[dict[str, Any]]:
    path = SHARED / "gold" / "samples.json"
    if not path.exists():
        return []
    documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
    return [document for document in documents if document["held"]]


@pytest.mark.parametrize("gold", samples(), ids=lambda gold: str(gold["id"]))
def test_a_sample_says_of_itself_what_people_read_in_it(gold: dict[str, Any]) -> None:
    text = (SEEDS / gold["file"]).read_text(encoding="utf-8")
    first, last = gold["span_lines"]
    begin = len("".join(text.splitlines(keepends=True)[: first - 1]))
    found = [
        reading
        for reading in read(SEEDS / gold["file"])
        if reading.start >= begin and text.count("\n", 0, reading.end) <= last
    ]
    assert len(found) == 1
    reading = found[0]
    assert value(reading.type) == gold["kind"]
    assert value(reading.number) == gold["code"]
    assert value(reading.date) == gold["date"]
    assert value(reading.place) == gold.get("place_text")
    assert same(value(reading.title), gold["title"])
    assert [mark.value for mark in reading.marks] == [
        mark for mark in [gold["internal_code"]] if mark
    ]
    signer = gold["signer"]
    assert len(reading.signatures) == (1 if signer else 0)
    for signature in reading.signatures:
        assert value(signature.name) == signer["name"]
        assert value(signature.position) == signer["position"]
        assert value(signature.authority) == gold["signed_for"]
    stamp = gold.get("arrival_stamp")
    assert len(reading.stamps) == (1 if stamp else 0)
    if stamp:
        assert value(reading.stamps[0].number) == stamp["number"]
        assert value(reading.stamps[0].date) == stamp["date"]
        assert value(reading.stamps[0].routing) == stamp["routing_raw"]


def test_every_file_of_the_samples_is_split_exactly() -> None:
    counts = [len(read(path)) for path in sorted(SEEDS.glob("*.txt"))]
    assert counts == [1, 1, 1, 3]
    assert unicodedata.is_normalized("NFC", read(sorted(SEEDS.glob("*.txt"))[0])[0].source.text)
