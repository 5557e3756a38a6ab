"""Facts as files state them, for the tests of the merge."""

from phahe.graph.facts import Claim, DocumentKey, EdgeFacts, FileFacts, NodeFacts
from phahe.graph.model import Evidence
from phahe.graph.number import DocumentNumber

TAY_NINH, BINH_PHUOC = "place:tay-ninh", "place:binh-phuoc"


def said(file: str, document: str = "#0", line: int = 1) -> Evidence:
    """Some words on a line."""
    return Evidence(document, file, 1, line, line * 100, line * 100 + 5, "words", "test")


def document(
    file: str,
    local: str,
    number: str = "",
    date: str = "",
    scope: str = "",
    title: str = "",
    term: str = "",
    kind: str = "",
    by: str = "#0",
    lines: tuple[int, ...] = (1,),
) -> NodeFacts:
    """A document of *file*: held for local ids without ``/``, else cited by *by* on *lines*."""
    held = "/" not in local
    witness = "own" if held else "cited"
    read = DocumentNumber.parse(number) if number else None
    values = {"date": date, "title": title, "type_code": kind or (read.type_code if read else "")}
    values |= {"number": read.number, "symbol": read.symbol, "code": read.code} if read else {}
    claims = [
        Claim(name, value, witness, said(file, local if held else by, line))
        for name, value in values.items()
        if value
        for line in lines
    ]
    claims += [Claim("held", True, "own"), Claim("file", file, "own")] if held else []
    key = DocumentKey(
        values["type_code"],
        read.number.lstrip("0") if read else "",
        read.letters if read else "",
        (read.year if read else "") or date[:4],
        date,
        scope,
        term,
        "" if read else title,
    )
    return NodeFacts(local, "Document", tuple(claims), key)


def edge(
    file: str, source: str, relation: str, target: str, line: int = 1, **more: str
) -> EdgeFacts:
    """An explicit edge that *source* states."""
    return EdgeFacts(source, relation, target, "explicit", (said(file, "#0", line),), more)


def a_file(name: str, *facts: NodeFacts | EdgeFacts) -> FileFacts:
    """A file of *facts*."""
    nodes = tuple(each for each in facts if isinstance(each, NodeFacts))
    edges = tuple(each for each in facts if isinstance(each, EdgeFacts))
    return FileFacts(name, nodes, edges)


def cited(number: str, file: str, *, at: str = "#0/1", **more: str) -> FileFacts:
    """A file that only cites a document."""
    return a_file(file, document(file, at, number, **more))


def held(number: str, file: str, **more: str) -> FileFacts:
    """A file that is a document."""
    return a_file(file, document(file, "#0", number, **more))
