from phahe.graph.errors import UnreadableFile
from phahe.graph.model import Claim, Edge, Evidence, Graph, Node, NodeId
from phahe.graph.verify import verify

TEXT = "KẾ HOẠCH\nThực hiện Chỉ thị 12"
A, B = (Node(NodeId(f"doc:{x}"), "Document", x) for x in "ab")


def quoting(start: int, end: int, quote: str, line: int = 2, file: str = "a.txt") -> Graph:
    said = Evidence(A.id, file, 1, line, start, end, quote, "rule")
    claimed = Node(A.id, "Document", "a", {}, (Claim("date", "2022", "own", said),))
    edge = Edge("e:1", A.id, "CITES", B.id, "explicit", {}, (said,))
    return Graph({A.id: claimed, B.id: B}, (edge,))


def test_a_quotation_in_its_place_is_no_problem():
    assert verify(quoting(9, 18, "Thực hiện"), lambda file: TEXT) == []


def test_other_words_or_another_line_are_told_once():
    (words,) = verify(quoting(9, 18, "Triển khai"), lambda file: TEXT)
    assert "a.txt, line 2" in words
    assert "«Thực hiện» stands there" in words
    (line,) = verify(quoting(9, 18, "Thực hiện", line=1), lambda file: TEXT)
    assert "another line" in line


def test_an_unreadable_source_is_a_problem_and_no_crash():
    def unreadable(file: str) -> str:
        raise UnreadableFile(f"{file}: gone")

    (problem,) = verify(quoting(9, 18, "Thực hiện"), unreadable)
    assert "gone" in problem
