"""Tables people may correct (types, codes, bodies, places, phrases) and the sample corpus."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``data/<name>.csv``, each a column → cell mapping; blank cells are ''.

    Lines that start with ``#`` are remarks. Raises FileNotFoundError for a name without a table.
    """
    with (files("phahe.data") / f"{name}.csv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))
