"""phahe (phả hệ: lineage): who carries out which directive, and which sentence says so.

>>> import phahe
>>> corpus = phahe.open("out/g")                                    # doctest: +SKIP
>>> corpus.cascade("Chỉ thị 12")[["document", "date", "lag_days"]]  # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phahe.api import Corpus

__version__ = "0.1.0"


def open(folder: str | Path) -> Corpus:
    """Return the graph that ``phahe build`` wrote to *folder*, for work in Python.

    Raises BadGraph if there is none.
    """
    from phahe.api import Corpus

    return Corpus.read(Path(folder))
