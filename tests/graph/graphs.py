"""Graphs for the tests of this folder."""

from hypothesis import strategies as st

from phahe.graph.model import Claim, Edge, Evidence, Graph, Node, NodeId

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("đĐủỳ\"'\n\\,;=+@<&"),
    min_size=1,
    max_size=12,
)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Any graph of a few nodes of all kinds of values."""
    keys = sorted(draw(st.sets(st.sampled_from("abcdefg"), min_size=1)))
    nodes = {NodeId(f"doc:{key}"): _node(draw, key) for key in keys}
    ends = st.sampled_from(list(nodes))
    edges = [
        Edge(
            f"e:{number}",
            draw(ends),
            draw(st.sampled_from(["IMPLEMENTS", "CITES"])),
            draw(ends),
            draw(st.sampled_from(["explicit", "implied", "hypothesis"])),
            draw(st.dictionaries(st.sampled_from(["role", "task", "cue"]), WORDS)),
            tuple(draw(st.lists(evidence(), max_size=2))),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    return Graph(nodes, tuple(edges))


def _node(draw: st.DrawFn, key: str) -> Node:
    fields = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "title": WORDS,
                "held": st.booleans(),
                "dates": st.lists(WORDS, min_size=1, max_size=2).map(tuple),
                "pages": st.integers(0, 99),
            },
        )
    )
    claims = draw(st.lists(st.builds(Claim, st.just("title"), WORDS, st.just("own"), evidence())))
    return Node(NodeId(f"doc:{key}"), "Document", draw(WORDS), fields, tuple(claims))


def evidence() -> st.SearchStrategy[Evidence]:
    """Any evidence."""
    small = st.integers(0, 9)
    return st.builds(Evidence, WORDS, WORDS, small, small, small, small, WORDS, WORDS)
