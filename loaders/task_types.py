"""How the types of documents give tasks: rules, lists of duties, plans.

>>> gives_tasks("kế hoạch", "plan"), gives_tasks("nghị định", "plan"), gives_tasks("luật", "rule")
(True, False, True)
"""

from __future__ import annotations

from functools import cache

from phahe.data import table


def gives_tasks(kind: str, manner: str) -> bool:
    """Whether documents of type *kind* are of a *manner* of `data/task_types.csv`."""
    return (manner, kind) in _manners()


@cache
def _manners() -> frozenset[tuple[str, str]]:
    return frozenset((row["manner"], row["type"]) for row in table("task_types"))
