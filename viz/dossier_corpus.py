"""The report on everything: what stands at the top, what is missing, what disagrees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from importlib.metadata import version

from phahe.graph.model import Evidence, Node
from phahe.graph.vocabulary import cascading
from phahe.queries.cascade import cascade
from phahe.viz.dossier import UNKNOWN, Block, Facts, Heading, Words, grouped, value_word
from phahe.viz.dossier_known import Known, presence
from phahe.viz.dossier_time import day_words

CORRECTION = re.compile(r"(?P<kind>[a-z-]+): (?P<what>.*?) \((?P<who>[^()]*?): (?P<why>.*)\)")
"""A correction as a node tells it."""
ALWAYS = "continuous"
"""A time that is no deadline."""
LONGEST = 200
"""Rows of a table of the corpus report; the questions give all."""
QUESTIONS = (
    ("missing", "missing", ("document", "date", "cited_by")),
    ("date_conflicts", "conflicts", ("document", "preferred", "not_before", "not_after")),
    ("lapsed", "lapsed.all", ("agreement", "bodies", "period", "document")),
    ("partners", "agreements.all", ("province", "bodies", "partners", "agreement")),
    ("deadlines", "deadlines", ("due", "document", "section", "task")),
    ("signers", "signers", ("document", "signer", "position")),
)


def dossier_corpus(known: Known) -> Iterator[Block]:
    """Yield the blocks of the report on the whole corpus."""
    yield from opening(known, known.word("title.corpus"), known.word("cover.all"))
    yield Heading(2, known.word("roots"))
    roots = sorted(_roots(known))
    rows = [row for _, _, row in roots[:LONGEST]]
    yield known.rows(("document", "date", "below"), rows, (), known.word("roots.caption"))
    if len(roots) > LONGEST:
        yield Words(known.word("more.documents", count=len(roots) - LONGEST))
    for question, heading, chosen in QUESTIONS:
        found = [each for each in known.ask(question) if each[0].get("due") != ALWAYS]
        if found:
            yield Heading(2, known.word(heading.removesuffix(".all")))
            yield known.table(found[:LONGEST], chosen, known.word(f"{heading}.caption"))
            if len(found) > LONGEST:
                yield Words(known.word("more", count=len(found) - LONGEST, question=question))
    yield from corrections(known)
    yield from sources(known)
    yield from evidence(known)


def opening(known: Known, title: str, scope: str) -> Iterator[Block]:
    """Yield title and cover: scope, corpus, day, and what the corpus can and cannot tell."""
    documents = [node for node in known.graph.nodes.values() if node.kind == "Document"]
    counted = Counter(presence(node) for node in documents)
    listed = counted["listed"]
    held, cited = (grouped(counted[each], known.language) for each in ("held", "cited"))
    corpus = known.word("cover.held", held=held, cited=cited)
    if listed:
        corpus += known.word("cover.listed", listed=grouped(listed, known.language))
    told = (
        ("scope", scope),
        ("corpus", corpus),
        ("day", day_words(known.as_of, known.language)),
        ("made", f"phahe {version('phahe')}"),
    )
    yield Heading(1, title)
    yield Facts(tuple((known.word(f"cover.{name}"), text) for name, text in told))
    yield Words(known.word("coverage"))


def evidence(known: Known) -> Iterator[Block]:
    """Yield the sentences that tables and paragraphs point to by number."""
    quoted = list(known.quoted())
    if quoted:
        yield Heading(2, known.word("evidence"))
        yield Words(known.word("evidence.note", first=quoted[0].number, last=quoted[-1].number))
        yield from quoted


def corrections(known: Known) -> Iterator[Block]:
    """What people corrected by hand, with who and why."""
    made = {
        (str(claim.value), node.name): claim.evidence
        for node in known.graph.nodes.values()
        for claim in node.claims
        if claim.field == "corrections"
    }
    if made:
        yield Heading(2, known.word("corrections"))
        rows = [(name, *_correction(told, known)) for told, name in sorted(made)]
        marks = [
            known.marks([said] if said else []) for _, said in sorted(made.items(), key=_first)
        ]
        columns = ("about", "change", "correction", "who", "why")
        yield known.rows(columns, rows, marks, known.word("corrections.caption"))


def _first(item: tuple[tuple[str, str], Evidence | None]) -> tuple[str, str]:
    return item[0]


def _correction(told: str, known: Known) -> tuple[str, ...]:
    """Kind, what is put right, by whom and why; relations and kinds in the report's language."""
    found = CORRECTION.fullmatch(told)
    if not found:
        return told, UNKNOWN, UNKNOWN, UNKNOWN
    words = (value_word(each, known.language) for each in found["what"].split(" "))
    return value_word(found["kind"], known.language), " ".join(words), found["who"], found["why"]


def sources(known: Known, chosen: Collection[str] | None = None) -> Iterator[Block]:
    """The files of the documents, of those *chosen* or of all, with what each document is."""
    wanted = set(known.graph.nodes if chosen is None else chosen)
    held = [
        node for key, node in known.graph.nodes.items() if key in wanted and node.fields.get("held")
    ]
    held.sort(key=lambda node: (str(node.fields.get("file", "")), node.name))
    if held:
        yield Heading(2, known.word("sources"))
        rows = [_source(node, known) for node in held[:LONGEST]]
        columns = ("file", "document", "date", "title")
        yield known.rows(columns, rows, (), known.word("sources.caption"))
        if len(held) > LONGEST:
            yield Words(known.word("more.files", count=len(held) - LONGEST))


def _source(node: Node, known: Known) -> tuple[str, ...]:
    date = day_words(str(node.fields.get("date", "")), known.language)
    title = str(node.fields.get("title", ""))
    return str(node.fields.get("file", "")), node.name, date or UNKNOWN, title or UNKNOWN


def _roots(known: Known) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Documents that rest on none, the ones with most below them first."""
    edges = [edge for edge in known.graph.edges if edge.relation in cascading()]
    lower, upper = {edge.source for edge in edges}, {edge.target for edge in edges}
    for root in upper - lower:
        node, below = known.node(root), len(cascade(known.joined, root))
        date = day_words(str(node.fields.get("date", "")), known.language) or UNKNOWN
        yield -below, node.name, (node.name, date, str(below))
