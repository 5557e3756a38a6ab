"""Turn the annotation files into data/gold: one format for all (data/gold/README.md).

    python benchmarks/make_gold.py ANNOTATION_FOLDER

ANNOTATION_FOLDER holds samples.json (the sample documents) and real/<NNN>.json (single documents).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
GOLD = Path(__file__).parents[1] / "data" / "gold"
OCR = {"017", "037", "057", "061", "073"}
"""Annotated documents that were read from scans."""


def main(folder: Path) -> None:
    """Write data/gold/samples and data/gold/real."""
    samples = json.loads((folder / "samples.json").read_text("utf-8"))
    write(GOLD / "samples", sample_nodes(samples), sample_edges(samples))
    singles = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "real").glob("*"))]
    nodes: dict[str, Row] = {}
    for single in singles:
        for node in single_nodes(single):
            known = nodes.setdefault(node["id"], node)
            known["dates"] = sorted({*known["dates"], *node["dates"]})
    edges = (edge for single in singles for edge in single_edges(single))
    write(GOLD / "real", nodes.values(), edges)


def write(folder: Path, nodes: Iterable[Row], edges: Iterable[Row]) -> None:
    """Write nodes.jsonl and edges.jsonl, blank values left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (("nodes", nodes), ("edges", edges)):
        kept = (
            {key: value for key, value in row.items() if value not in (None, "", [], {})}
            for row in rows
        )
        lines = [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in kept]
        (folder / f"{name}.jsonl").write_text("\n".join(dict.fromkeys(lines)) + "\n", "utf-8")


def known(row: Row) -> Row:
    """The row without blank values."""
    return {key: value for key, value in row.items() if value not in (None, "", [], {})}


def sample_nodes(gold: Row) -> Iterator[Row]:
    """Nodes of the sample documents."""
    for row in gold["documents"]:
        dates = [row["date"], *(one["date"] for one in row.get("date_conflicts") or ())]
        yield {
            "id": row["id"], "kind": "Document", "type": row["kind"], "code": row["code"],
            "dates": [date for date in dates if date], "title": row["title"],
            "file": row["file"], "held": row["held"], "required": row.get("scoring") != "optional",
        }  # fmt: skip
    for kind, rows in (
        ("Organization", "organizations"),
        ("Person", "people"),
        ("Place", "places"),
    ):
        for row in gold[rows]:
            local = set(row.get("context_only_aliases") or ())
            names = [row["name"], *(name for name in row["aliases"] if name not in local)]
            yield {
                "id": row["id"],
                "kind": kind,
                "names": list(dict.fromkeys(names)),
                "place": row.get("place"),
            }
    for row in gold["agreements"]:
        yield {
            "id": row["id"], "kind": "Agreement", "names": [row["kind"]], "period": row["period"],
            "dates": [row["date"]] if row["date"] else [],
        }  # fmt: skip


def sample_edges(gold: Row) -> Iterator[Row]:
    """Edges of the sample documents; what is right but may be missing is not required."""
    sections = {task["id"]: task["section"] for task in gold["tasks"]}
    for row in gold["relations"]:
        attributes = row.get("attributes") or {}
        if attributes.get("hypothesis"):
            continue
        relations = [row["type"], *(row.get("accept_types") or ())]
        targets = [row["target"], *(row.get("accept_targets") or ())]
        yield {
            "source": row["source"], "relation": _name(row["type"]), "target": row["target"],
            "required": row["scoring"] == "required", "file": row["file"],
            "accept": [[_name(one), target] for one in relations for target in targets][1:],
            "section": sections.get(attributes.get("task", "")), "role": _role(attributes),
        }  # fmt: skip
    for task in gold["tasks"]:
        for body in (*(task.get("lead_implied") or ()), *(task.get("directs") or ())):
            yield {
                "source": task["document"], "relation": "ASSIGNS", "target": body,
                "required": False, "section": task["section"], "role": "lead", "file": task["file"],
            }  # fmt: skip


def _name(relation: str) -> str:
    return {"ATTACHES": "ENCLOSES"}.get(relation, relation)


def _role(attributes: Row) -> str | None:
    role = attributes.get("role")
    return None if role is None else "lead" if role == "lead" else "support"


def single_nodes(gold: Row) -> Iterator[Row]:
    """A document annotated on its own, and the documents it names."""
    number = gold["file"][:3]
    me = gold["self"]
    dates = [me.get("date"), *(me.get("accept") or {}).get("date", ())]
    quality = "ocr" if number in OCR else "clean"
    yield {
        "id": number, "kind": "Document", "type": me["kind"], "code": me.get("code"),
        "title": me["title"], "dates": [date for date in dates if date], "file": gold["file"],
        "held": True,
        "required": True, "quality": quality,
    }  # fmt: skip
    for at, row in enumerate(gold["references"]):
        yield {
            "id": reference_id(number, at, row), "kind": "Document", "type": row["kind"],
            "code": row.get("code"), "dates": [row["date"]] if row.get("date") else [],
            "title": row.get("title") or row.get("description"), "file": gold["file"],
            "held": False,
            "required": not (row.get("uncertain") or row.get("optional")), "quality": quality,
        }  # fmt: skip


def reference_id(number: str, at: int, row: Row) -> str:
    """One id for a document that several annotated ones name by its number or title."""
    return str(row.get("code") or row.get("title") or row.get("description") or f"{number}/{at}")


def single_edges(gold: Row) -> Iterator[Row]:
    """Relations between the documents of one annotation."""
    number = gold["file"][:3]
    ids = {"self": number, "annex": number}
    for at, row in enumerate(gold["references"]):
        for name in (row.get("code"), row.get("title"), row.get("description")):
            ids.setdefault(name or "", reference_id(number, at, row))
    for row in gold["relations"]:
        source, target = ids.get(row["source"]), ids.get(row["target"])
        if source and target:
            yield {
                "source": source, "relation": _name(row["type"]), "target": target,
                "required": not row.get("optional"), "file": gold["file"],
                "quality": "ocr" if number in OCR else "clean",
                "accept": [[_name(relation), target] for relation in row.get("accept_types") or ()],
            }  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
