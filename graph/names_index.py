"""Finding the node a person means: with or without diacritics, whatever the separators.

>>> words("Chỉ thị số 04-CT/TW") == words("chi thi 4/CT-TW")
True
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cache
from heapq import nlargest

from phahe.data import table
from phahe.graph.errors import AmbiguousName, UnknownNode
from phahe.graph.model import Graph, Node, NodeId
from phahe.graph.names import fold

SUGGESTIONS = 5
LIKELY = 200
"""So many names are compared letter by letter with one that is unknown."""
CANDIDATES = 20
"""So many are listed where a name means several things."""
WORD = re.compile(r"[a-z0-9]+")
FILLERS = frozenset(("so", "ngay", "nam", "cua", "ve"))
RANKS = frozenset(("tinh", "thanh", "pho", "huyen", "quan", "thi", "xa", "phuong"))
"""Words for the rank of a place that people leave out: "Sở Y tế (tỉnh) Kiên Giang"."""
TOLD = ("number", "code", "type", "type_code", "date", "title", "period")
Words = tuple[str, ...]


def find_node(graph: Graph, name: str, kind: str | None = None) -> Node:
    """Return the node that *name* means: an id, a name, a code, a short form, an alias.

    Only nodes of *kind* if it is given. What fits exactly comes before a beginning, and that before
    words anywhere in what is known of a node; a year or a place may be added to tell namesakes
    apart. Raises AmbiguousName with the candidates, or UnknownNode with the nearest names.
    """
    whole = graph.nodes.get(NodeId(name.strip()))
    if whole:
        return whole
    wanted = words(name)
    nodes = [node for node in graph.nodes.values() if kind in (None, node.kind)]
    near = _near(nodes, wanted)
    for fits in ROUNDS:
        found = _no_tasks([node for node in near if fits(node, wanted)]) if wanted else []
        if len(found) == 1:
            return found[0]
        if found:
            labels = sorted(label(node) for node in found)
            raise AmbiguousName(name, labels[:CANDIDATES], len(labels))
    raise UnknownNode(_unknown(name, nodes))


def _no_tasks(found: list[Node]) -> list[Node]:
    """Tasks only where nothing else fits: their names are whole sentences."""
    return [node for node in found if node.kind != "Task"] or found


def _near(nodes: Iterable[Node], wanted: Words) -> list[Node]:
    """The nodes of which every wanted word may be said: a glance, since graphs are large."""
    numbers = [word for word in wanted if word.isdigit()]
    others = [_spellings(word) for word in set(wanted) - FILLERS if not word.isdigit()]
    found = []
    for node in nodes:
        raw = _raw(node)
        if all(number in raw for number in numbers):
            flat = fold.__wrapped__(raw)
            if all(any(each in flat for each in spellings) for spellings in others):
                found.append(node)
    return found


def _spellings(word: str) -> Words:
    """The word, and the short forms that stand for it."""
    return word, *(short for short, words in _written_out().items() if word in words)


def label(node: Node) -> str:
    """Return a name that tells *node* from its namesakes: with its date, or its title, and id."""
    more = node.fields.get("date") or node.fields.get("date_not_before") or ""
    return f"{node.name}{f', {more}' if more else ''}  [{node.id}]"


def words(text: str) -> Words:
    """Return the words of *text* folded, without zeros in front, short forms written out."""
    found: list[str] = []
    for word in WORD.findall(fold(text)):
        found += _written_out().get(word, (word.lstrip("0") or word,))
    return tuple(
        word
        for word, after in zip(found, [*found, ""][1:], strict=True)
        if not (word == "so" and after[:1].isdigit())
    )


@cache
def _written_out() -> dict[str, Words]:
    return {
        fold(row["short"]): tuple(WORD.findall(fold(row["words"])))
        for row in table("abbreviations")
    }


def _is_called(node: Node, wanted: Words) -> bool:
    """The name; the code in any order of its parts, alone or behind the type."""
    if words(node.name) == wanted:
        return True
    code = _field(node, "code")
    if not code or not any(word.isdigit() for word in wanted):
        return False
    bare = sorted(words(code))
    kinds = (words(_field(node, "type")), words(_field(node, "type_code")))
    return any(sorted(wanted) in (bare, sorted((*kind, *words(code)))) for kind in kinds)


def _is_short_for(node: Node, wanted: Words) -> bool:
    """Type and number: "Chỉ thị 12", "KH 83"; type and title of what has no number."""
    if node.kind != "Document":
        return False
    said = words(_field(node, "number")) or words(_field(node, "title"))
    kinds = (words(_field(node, "type")), words(_field(node, "type_code")))
    return bool(said) and any(kind and wanted == (*kind, *said) for kind in kinds)


def _is_also_called(node: Node, wanted: Words) -> bool:
    aliases = node.fields.get("aliases", ())
    written = aliases if isinstance(aliases, tuple) else ()
    return any(words(alias) == wanted for alias in (*written, _field(node, "title")))


def _is_called_in_short(node: Node, wanted: Words) -> bool:
    """The name without the rank of its place: "Sở Y tế Kiên Giang"."""
    return _rankless(words(node.name)) == _rankless(wanted)


def _rankless(name: Words) -> Words:
    return tuple(word for word in name if word not in RANKS)


def _is_a(node: Node, wanted: Words) -> bool:
    """Its type alone: "KH", "chỉ thị"."""
    return wanted in (words(_field(node, "type_code")), words(_field(node, "type")))


def _is_told_apart(node: Node, wanted: Words) -> bool:
    """The whole name or code and something more that is true: "18-NQ/TW năm 2017"."""
    names = (words(_field(node, "code")), words(node.name))
    return any(name and set(name) <= set(wanted) for name in names) and _knows(node, wanted)


def _begins_with(node: Node, wanted: Words) -> bool:
    """The name or the code, or the code behind the type's letters: "NĐ 91/2017"."""
    code = _field(node, "code")
    typed = f"{_field(node, 'type_code')} {code}" if code else ""
    return any(words(name)[: len(wanted)] == wanted for name in (node.name, code, typed))


def _is_named_with(node: Node, wanted: Words) -> bool:
    """Every word stands in its name or code; a task is named by all it says."""
    if node.kind == "Task" or not _has_number(node, wanted):
        return False
    return set(wanted) - FILLERS <= set(words(f"{node.name} {_field(node, 'code')}"))


def _knows(node: Node, wanted: Words) -> bool:
    """Every word stands in what is known of it: "54-KH/TU Bình Phước", "18-NQ/TW 2017"."""
    return _has_number(node, wanted) and set(wanted) - FILLERS <= set(words(_raw(node)))


def _has_number(node: Node, wanted: Words) -> bool:
    """Whether a number asked for behind a type is its own, not one its title cites."""
    if node.kind != "Document":
        return True
    asked = _number_behind_type(wanted)
    return not asked or asked in words(f"{_field(node, 'number')} {_field(node, 'code')}")


def _number_behind_type(wanted: Words) -> str:
    """The number in "chỉ thị 21"; blank where no number follows a type.

    >>> _number_behind_type(words("Chỉ thị 21")), _number_behind_type(words("Tây Ninh 2022"))
    ('21', '')
    """
    first = next((at for at, word in enumerate(wanted) if word.isdigit()), 0)
    return wanted[first] if first and wanted[:first] in _types() else ""


@cache
def _types() -> frozenset[Words]:
    rows = table("document_types")
    return frozenset(words(row[field]) for row in rows for field in ("code", "name"))


def _raw(node: Node) -> str:
    """All that is known of a node's names, as written."""
    aliases = node.fields.get("aliases", ())
    written = aliases if isinstance(aliases, tuple) else ()
    known = (node.id, node.name, *(_field(node, name) for name in TOLD), *written)
    return " ".join(known)


def _field(node: Node, name: str) -> str:
    return str(node.fields.get(name, ""))


def _unknown(name: str, nodes: Iterable[Node]) -> str:
    wanted = fold(name)
    folded = {short: node.name for node in nodes for short in _short_forms(node)}
    near = get_close_matches(wanted, _likely(wanted, folded), SUGGESTIONS, 0.6)
    if not near:
        return f"{name.strip() or '(blank)'}: nothing in the graph is called that"
    listed = "\n".join(f"    {each}" for each in dict.fromkeys(folded[each] for each in near))
    return f"{name}: nothing in the graph is called that; the nearest names are:\n{listed}"


def _short_forms(node: Node) -> tuple[str, ...]:
    """The name, and for documents "kế hoạch 83", "KH 83", "83-KH/TU", all folded."""
    number = _field(node, "number")
    if node.kind != "Document" or not number:
        return (fold(node.name),)
    kinds = (_field(node, "type"), _field(node, "type_code"))
    forms = (_field(node, "code"), *(f"{kind} {number}" for kind in kinds if kind), node.name)
    return tuple(fold(form) for form in forms)


def _likely(wanted: str, names: Iterable[str]) -> list[str]:
    """The names that share most pairs of letters: comparing them all in full would take seconds."""
    pairs = {wanted[at : at + 2] for at in range(len(wanted) - 1)}
    low, high = len(wanted) * 0.4, len(wanted) * 2.4
    near = (name for name in names if low <= len(name) <= high)
    return nlargest(LIKELY, near, key=lambda name: sum(pair in name for pair in pairs) / len(name))


ROUNDS: tuple[Callable[[Node, Words], bool], ...] = (
    _is_called,
    _is_short_for,
    _is_also_called,
    _is_called_in_short,
    _is_a,
    _is_told_apart,
    _begins_with,
    _is_named_with,
    _knows,
)
"""From the surest to the loosest; the first that fits anything decides."""
