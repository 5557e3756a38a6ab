"""Every body annotated in the samples, under every name, read where it stands."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from phahe.loaders.bodies import Body, Home, bodies
from phahe.loaders.formats.reader import read_text
from phahe.loaders.home import home
from phahe.loaders.readings import readings


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    """The annotation of the samples."""
    return json.loads((shared / "gold" / "samples.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def homes(shared: Path) -> dict[str, list[tuple[int, int, Home]]]:
    """First and last line of each document of a file, and its home."""
    found = defaultdict(list)
    for file in sorted((shared / "corpus" / "seeds").glob("*.txt")):
        text = read_text(file, file.name)
        for reading in readings(text):
            lines = [text.text.count("\n", 0, at) + 1 for at in (reading.start, reading.end)]
            found[file.name].append((lines[0], lines[1], home(reading)))
    return found


def _home(org: dict[str, Any], homes: dict[str, list[tuple[int, int, Home]]]) -> Home:
    line = org["lines"][0]
    return next(here for first, last, here in homes[org["file"]] if first <= line <= last)


def _names(org: dict[str, Any]) -> list[str]:
    """Names that mean the body by themselves: not "Hiến binh" without its province."""
    abroad = org["kind"] == "foreign"
    spread = [name for name in org["aliases"] if ":" in name]
    return [org["name"], *(name for name in org["aliases"] if not abroad and name not in spread)]


def test_every_required_body_is_read_under_every_name(
    gold: dict[str, Any], homes: dict[str, list[tuple[int, int, Home]]], shared: Path
) -> None:
    sys.path.insert(0, str(shared / "gold"))
    try:
        from scoring.bodies import Gazetteer, body_similarity, describe_body
    finally:
        sys.path.remove(str(shared / "gold"))
    known = Gazetteer()
    ids: dict[str, set[str]] = defaultdict(set)
    missed = []
    for org in gold["organizations"]:
        wanted = [describe_body(name, known) for name in (org["name"], *org["aliases"])]
        for name in _names(org):
            found: list[Body] = bodies(name, _home(org, homes))
            alike = [
                body
                for body in found
                if max(body_similarity(describe_body(body.name, known), each) for each in wanted)
                >= 0.85
            ]
            if alike:
                ids[org["id"]].add(alike[0].id)
            elif org.get("scoring") != "optional":
                missed.append((name, [body.name for body in found]))
    assert len(missed) <= 2, missed  # "Đảng" alone; an abbreviation written in two ways
    owners = defaultdict(set)
    for org_id, them in ids.items():
        for each in them:
            owners[each].add(org_id)
    assert {each: them for each, them in owners.items() if len(them) > 1} == {}


def test_short_forms_mean_the_body_the_annotation_says(
    gold: dict[str, Any], homes: dict[str, list[tuple[int, int, Home]]]
) -> None:
    names = {org["id"]: org["name"] for org in gold["organizations"]}
    for row in gold["context_resolution"]:
        surface = row["surface"].removeprefix("Giao ").removeprefix("của ")
        surface = surface.removesuffix(" gắn với").removeprefix("T/M ").removeprefix("TM. ")
        assert bodies(surface, _home(row, homes))[0].name == names[row["org"]], row["surface"]
