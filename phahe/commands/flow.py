"""A cascade or a lineage on the terminal: a tree of documents, each with lag and sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from phahe.queries.answer import Answer

if TYPE_CHECKING:
    from rich.tree import Tree

WORDS = {
    "vi": {
        "held": "có toàn văn",
        "cited": "chỉ được viện dẫn",
        "also": "cũng viện dẫn",
        "day": "ngày",
        "none": "chưa thấy trong kho này",
    },
    "en": {
        "held": "held",
        "cited": "cited only",
        "also": "also rests on",
        "day": "days",
        "none": "none seen in this corpus",
    },
}
"""Words of the tree, per language."""
NEXT = {"cascade": ("parent", "rests_on"), "lineage": ("child", "carried_by")}


def show_flow(
    question: str, graph: Path, words: str, hypotheses: bool, output_format: str, language: str
) -> None:
    """Answer *question* (cascade or lineage) about the document called *words* and print it."""
    from phahe.commands.output import show_answer
    from phahe.graph.names_index import find_node
    from phahe.graph.store import read_graph
    from phahe.queries.library import ask

    known = read_graph(graph)
    node = find_node(known, words, "Document")
    answer = ask(known, question, {"document": node.id, "hypotheses": hypotheses})
    if output_format != "table":
        show_answer(answer, output_format)
        return
    _print_tree(question, node.id, _title(node.name, node.fields, language), answer, language)
    if answer.caveat:
        click.echo(answer.caveat, err=True)


def _title(name: str, fields: Mapping[str, Any], language: str) -> str:
    held = WORDS[language]["held" if fields.get("held") else "cited"]
    date = fields.get("date") or "–"
    return f"{name} · {date} · {held}"


def _print_tree(question: str, root: str, title: str, answer: Answer, language: str) -> None:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    tree = Tree(Text(title, style="bold"))
    below: dict[str, list[tuple[dict[str, Any], Sequence[Any]]]] = defaultdict(list)
    for row, evidence in zip(answer.records(), answer.evidence, strict=True):
        below[str(row[NEXT[question][0]])].append((row, evidence))
    _grow(tree, root, below, language)
    if not answer.rows:
        tree.add(Text(WORDS[language]["none"], style="dim"))
    console = Console(highlight=False)
    (console if console.is_terminal else Console(highlight=False, width=200)).print(tree)


def _grow(
    tree: Tree,
    node: str,
    below: Mapping[str, list[tuple[dict[str, Any], Sequence[Any]]]],
    language: str,
) -> None:
    """Hang everything below *node* under its branch; each document is shown once."""
    from rich.text import Text

    for row, evidence in below.get(node, ()):
        branch = tree.add(Text(_line(row, language)))
        for one in evidence[:1]:
            where = f"{one.file}:{one.line}"
            branch.add(Text(f"“{' '.join(one.quote.split())}”  {where}", style="dim italic"))
        _grow(branch, str(row["key"]), below, language)


def _line(row: Mapping[str, Any], language: str) -> str:
    words = WORDS[language]
    lag = "" if row["lag_days"] is None else f" ({row['lag_days']:+d} {words['day']})"
    held = words["held" if row["held"] else "cited"]
    also = f" · {words['also']}: {'; '.join(row['also'])}" if row["also"] else ""
    relations = ", ".join(row["relations"])
    return f"{row['document']}{lag} · {row['date'] or '–'} · {held} · {relations}{also}"
