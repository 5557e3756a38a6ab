"""The documents of a file, each with what it names.

>>> from phahe.loaders.text import Text
>>> letter = Text("a.txt", "KẾ HOẠCH\\n\\nThực hiện Chỉ thị số 12-CT/TW, ngày 05/01/2022.\\n")
>>> [[each.code for each in named] for _, named in documents_of(letter)]
[['12-CT/TW']]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from phahe.loaders.formats.register import HOW, rows, subjects
from phahe.loaders.mention import Mention
from phahe.loaders.mentions import find_mentions
from phahe.loaders.reading import Reading
from phahe.loaders.readings import openings, readings
from phahe.loaders.text import Text


def documents_of(
    source: Text, *, whole: bool = True
) -> Iterator[tuple[Reading, Sequence[Mention]]]:
    """Yield every document of *source* (each row of a register is one) and its mentions.

    Without its paragraphs, recipients and signatures unless *whole*.
    """
    apart = readings if whole else openings
    registered = source.how == HOW
    mentions = find_mentions(subjects(source) if registered else source.text)
    starts = [mention.start for mention in mentions]
    for reading in rows(source) if registered else apart(source):
        first, last = bisect_left(starts, reading.start), bisect_left(starts, reading.end)
        yield reading, mentions[first:last]
