from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.graph.facts import FileFacts, NodeFacts
from phahe.graph.localise import localise
from phahe.graph.merge import grouped, merge, merge_block
from phahe.graph.merge_documents import block_of
from tests.graph.files import BINH_PHUOC, TAY_NINH, a_file, document, edge

SOME = st.sampled_from(["83-KH/TU", "83/KH-TU", "18-NQ/TW", "83-CT/TU", "083-KH/TU", "457/LĐLĐ"])
DATES = st.sampled_from(["", "2022-06-11", "2022-06-21", "2022-12-30", "2017-10-25", "2021-12"])
SCOPES = st.sampled_from(["", "?", TAY_NINH, BINH_PHUOC])
TITLES = st.sampled_from(
    ["", "về công tác dân vận", "về đối ngoại nhân dân", "về công tác dân vận 2022"]
)


@st.composite
def corpora(draw: st.DrawFn) -> list[FileFacts]:
    files = []
    for number in range(draw(st.integers(1, 5))):
        name = f"{number}.txt"
        places = ["#0", *(f"#0/{at}" for at in range(draw(st.integers(0, 3))))]
        nodes = [
            document(name, at, draw(SOME), draw(DATES), draw(SCOPES), draw(TITLES)) for at in places
        ]
        relation = st.sampled_from(["IMPLEMENTS", "CITES"])
        edges = [edge(name, "#0", draw(relation), at) for at in places]
        files.append(a_file(name, *nodes, *edges))
    return files


@given(files=corpora(), data=st.data())
@settings(max_examples=100, deadline=None)
def test_neither_order_nor_repetition_changes_the_graph(files, data):
    shuffled = [
        FileFacts(
            file.file,
            tuple(data.draw(st.permutations(file.nodes))),
            tuple(data.draw(st.permutations(file.edges))),
        )
        for file in data.draw(st.permutations([*files, *files]))
    ]
    assert merge(shuffled) == merge(files)


@given(files=corpora())
@settings(max_examples=50, deadline=None)
def test_a_document_has_dates_of_one_year_and_one_issuer(files):
    known = {
        (file.file + node.id): (node.key.date[:4], scope_of(node))
        for file in files
        for node in file.nodes
    }
    for block in blocks(files):
        for each in merge_block(block):
            years, scopes = zip(*(known[member] for member in each.members), strict=True)
            assert len(set(years) - {""}) <= 1
            assert len(set(scopes) - {""}) <= 1


def scope_of(node: NodeFacts) -> str:
    """The issuer's place, which central letters do not need."""
    return "" if node.key.symbol.endswith("TW") else node.key.scope.strip("?")


def blocks(files: list[FileFacts]) -> Iterable[list[NodeFacts]]:
    nodes = [node for file in files for node in localise(file).nodes]
    return grouped((block_of(node), node) for node in nodes).values()
