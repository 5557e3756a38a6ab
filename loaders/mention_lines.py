"""Mentions as lines of JSON: what ``phahe references`` prints."""

from __future__ import annotations

from collections.abc import Iterator

from phahe.loaders.documents_of import documents_of
from phahe.loaders.mention import Mention
from phahe.loaders.resolve import resolve
from phahe.loaders.text import Text

Line = dict[str, str | int | bool]


def mention_lines(source: Text) -> Iterator[Line]:
    """One line for each mention in *source*, in reading order; blank values are left out.

    >>> text = "KẾ HOẠCH\\n\\nThực hiện Chỉ thị số 12-CT/TW, ngày 05/01/2022 của Ban Bí thư.\\n"
    >>> [(line["code"], line["date"]) for line in mention_lines(Text("a.txt", text))]
    [('12-CT/TW', '2022-01-05')]
    """
    for reading, named in documents_of(source, whole=False):
        for reference in resolve(reading, named):
            if reference.target != f"#{reading.index}" or reference.mention.anaphora:
                yield _line(reference.mention, reference.target)


def _line(mention: Mention, refers_to: str) -> Line:
    line: Line = {"text": mention.text, "start": mention.start, "end": mention.end}
    words = {
        "type": mention.type,
        "type_code": mention.type_code,
        "number": mention.number,
        "symbol": mention.symbol,
        "code": mention.code,
        "date": mention.date.value if mention.date else "",
        "issuer": mention.issuer.value if mention.issuer else "",
        "title": mention.title.value if mention.title else "",
        "refers_to": refers_to,
    }
    line.update({name: value for name, value in words.items() if value})
    return {**line, "unnumbered": mention.unnumbered, "anaphora": mention.anaphora}
