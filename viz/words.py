"""The words of the interface, Vietnamese and English (data/ui_words.csv).

>>> word("lens.lineage", "en")
'Lineage'
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from phahe.data import table
from phahe.graph.vocabulary import kinds, relations

LANGUAGES = ("vi", "en")


@cache
def interface_words() -> dict[str, list[str]]:
    """Return key → [Vietnamese, English]; kinds and relations come from their own tables."""
    found = {row["key"]: [row["vi"], row["en"]] for row in table("ui_words")}
    for kind in kinds().values():
        found[f"kind.{kind.name}"] = [kind.vi, kind.en]
        found[f"kinds.{kind.name}"] = [kind.plural_vi, kind.plural_en]
    for relation in relations().values():
        found[f"relation.{relation.name}"] = [relation.vi, relation.en]
        found[f"inverse.{relation.name}"] = [relation.inverse_vi, relation.inverse_en]
    return found


def type_words(types: Iterable[str]) -> dict[str, list[str]]:
    """Return the words for those of *types* of documents that have an English one.

    >>> type_words(["chỉ thị", "giấy viết tay"])
    {'type.chỉ thị': ['chỉ thị', 'directive']}
    """
    english = {row["name"]: row["en"] for row in table("type_words")}
    return {f"type.{each}": [each, english[each]] for each in types if each in english}


def word(key: str, language: str) -> str:
    """Return the word for *key*; KeyError for a key the table lacks."""
    return interface_words()[key][LANGUAGES.index(language)]
