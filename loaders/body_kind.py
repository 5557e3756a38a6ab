"""The kinds of bodies there are, and the forms in which documents write them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from phahe.data import table
from phahe.graph.names import fold, spoken

WORD = re.compile(r"[^\W_]+(?:['’&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of data/bodies.csv or data/collectives.csv."""

    key: str
    name: str
    role: str
    """committee, body, association, centre, national, organ, post ..., ``set`` for collectives."""
    level: str
    branch: str
    own: str
    """``words`` or ``field``: what may follow as the body's own name; blank for nothing."""
    centre: str = ""
    """Name of the association's national body."""
    whole: str = ""
    """Of a set: committee, issuer, place ...; of a body: the kind at its place it is part of."""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a kind: its folded words, and between which of them a comma may stand."""

    words: tuple[str, ...]
    loose: tuple[bool, ...]
    plain: str
    """Its words as the table spells them, lower case, without signs."""
    exact: str
    """What a single word must be to the letter: "sở" is a body, "số" is none."""
    shout: bool
    """An abbreviation: only in capitals."""
    kind: Kind


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by key; sets have ``set:`` before it."""
    found = {}
    for row in table("bodies"):
        found[row["key"]] = Kind(
            row["key"], row["name"], row["role"], row["level"], row["branch"], row["own"],
            row["centre"], row["whole"],
        )  # fmt: skip
    for row in table("collectives"):
        members = tuple(each for each in row["members"].split("|") if each)
        found[f"set:{row['key']}"] = Kind(
            f"set:{row['key']}", row["name"], "set", row["level"], row["branch"], row["own"],
            whole=row["whole"], members=members,
        )  # fmt: skip
    return found


@dataclass(slots=True)
class Branch:
    """A word of the tree of forms: the words that may follow, and the forms that end here."""

    words: dict[str, Branch]
    forms: list[Form]


@cache
def tree() -> Branch:
    """All forms as a tree of folded words."""
    root = Branch({}, [])
    for prefix, name in (("", "bodies"), ("set:", "collectives")):
        for row in table(name):
            for written in filter(None, row["forms"].split("|")):
                kind = kinds()[prefix + row["key"]]
                if written.startswith("="):
                    kind = replace(kind, name=written[1:])
                _grow(root, _form(written.removeprefix("="), kind))
    return root


@cache
def singles() -> frozenset[str]:
    """Forms of one word, lower case."""
    return frozenset(
        form.exact for branch in tree().words.values() for form in branch.forms if form.exact
    )


def _grow(root: Branch, form: Form) -> None:
    step = root
    for word in form.words:
        step = step.words.setdefault(word, Branch({}, []))
    step.forms.append(form)


def _form(written: str, kind: Kind) -> Form:
    words = list(WORD.finditer(written))
    gaps = [written[one.end() : two.start()] for one, two in pairwise(words)]
    single = len(words) == 1
    return Form(
        tuple(fold(word[0]) for word in words),
        tuple(not gap.isspace() for gap in gaps),
        " ".join(spoken(word[0]) for word in words),
        spoken(written) if single else "",
        single and len(written) > 1 and written == written.upper(),
        kind,
    )


@dataclass(frozen=True, slots=True)
class Field:
    """What a ministry or department is for; *successor* took it over on *date*."""

    name: str
    successor: str
    date: str


@cache
def field_names() -> frozenset[str]:
    """Names of all fields."""
    return frozenset(row["field"] for row in table("fields"))


@cache
def fields() -> Mapping[str, tuple[tuple[tuple[str, ...], Field], ...]]:
    """Forms of fields by first folded word, longest first; "và" and signs are set aside."""
    found: dict[str, list[tuple[tuple[str, ...], Field]]] = defaultdict(list)
    for row in table("fields"):
        field = Field(row["field"], row["to"], row["date"])
        for written in dict.fromkeys((row["field"], *row["forms"].split("|"))):
            words = tuple(fold(word[0]) for word in WORD.finditer(written) if fold(word[0]) != "va")
            if words:
                found[words[0]].append((words, field))
    return {
        first: tuple(sorted(them, key=lambda one: -len(one[0]))) for first, them in found.items()
    }
