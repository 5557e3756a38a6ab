"""Making very many small values at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_values() -> Iterator[None]:
    """Keep the collector of cycles from walking over everything made so far, again and again.

    None of our values refer to each other in circles; a graph of 100,000 documents is read three
    times as fast this way. What was made counts as old afterwards: it is not walked over at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
