"""Graphs of any size, grown like real ones: few directives, many who carry them out."""

from __future__ import annotations

from random import Random

from phahe.graph.model import Edge, Evidence, Graph, Node, NodeId

LEVELS = ("central", "province", "district", "grassroots")
SHARES = (1, 14, 35, 50)
BRANCHES = ("party", "state", "mass")
TYPES = {"central": ("CT", "Chỉ thị"), "province": ("KH", "Kế hoạch")}
SENTENCE = (
    "Thực hiện {type} số {code}, ngày {date} của Ban Thường vụ Tỉnh ủy về tăng cường sự lãnh đạo"
    " của Đảng, nâng cao hiệu quả công tác {what} trong tình hình mới, {who} xây dựng kế hoạch"
    " triển khai thực hiện như sau"
)
WHAT = ("đối ngoại nhân dân", "dân vận", "thông tin đối ngoại", "chuyển đổi số", "giảm nghèo")


def grow(documents: int, *, edges: int | None = None, quoted: bool = True, seed: int = 7) -> Graph:
    """Return a graph of *documents*, about 3 *edges* each unless told, with or without sentences.

    Each document rests on earlier ones of its level or the one above, and has one of some bodies
    as issuer; every edge quotes its own sentence where *quoted*.
    """
    random = Random(seed)
    bodies = _bodies(max(8, documents // 40))
    nodes = [*bodies, *_places()]
    papers: list[Node] = []
    by_level: dict[str, list[Node]] = {level: [] for level in LEVELS}
    for at in range(documents):
        level = random.choices(LEVELS, SHARES)[0] if at > 12 else "central"
        paper = _document(at, documents, level, random)
        papers.append(paper)
        by_level[level].append(paper)
        nodes.append(paper)
    links = _links(papers, by_level, bodies, edges or 2 * documents, random)
    made = tuple(
        Edge(
            f"e{at:07}",
            a,
            relation,
            b,
            "explicit",
            {},
            (_said(a, b, at, random),) if quoted else (),
        )
        for at, (a, relation, b) in enumerate(links)
    )
    return Graph({node.id: node for node in sorted(nodes, key=lambda node: node.id)}, made)


def _bodies(number: int) -> list[Node]:
    found = []
    for at in range(number):
        level = LEVELS[min(3, at * 4 // number)]
        fields = {"level": level, "branch": BRANCHES[at % 3]}
        name = f"Cơ quan số {at} cấp {level}"
        found.append(Node(NodeId(f"org:{at:05}"), "Organization", name, fields))
    return found


def _places() -> list[Node]:
    fields = {"country": "VN", "place_kind": "province"}
    return [Node(NodeId(f"place:{at:02}"), "Place", f"Tỉnh số {at}", fields) for at in range(34)]


def _document(at: int, documents: int, level: str, random: Random) -> Node:
    code, kind = TYPES.get(level, ("CV", "Công văn"))
    day = at * 3650 // documents
    date = f"{2015 + day // 365}-{1 + day % 365 // 31:02}-{1 + day % 28:02}"
    fields = {
        "type": kind.lower(),
        "type_code": code,
        "number": str(at),
        "code": f"{at}-{code}/X{at % 97}",
        "date": date,
        "level": level,
        "held": random.random() < 0.7,
    }
    return Node(NodeId(f"doc:{at:06}"), "Document", f"{kind} {fields['code']}", fields)


def _links(papers, by_level, bodies, edges, random):
    found = []
    before: dict[str, list[Node]] = {level: [] for level in LEVELS}
    for at, paper in enumerate(papers):
        level = str(paper.fields["level"])
        found.append((paper.id, "ISSUED_BY", bodies[at % len(bodies)].id))
        up = LEVELS[max(0, LEVELS.index(level) - 1)]
        earlier = before[up] or before[level]
        wanted = max(1, round((edges - len(papers)) / len(papers))) if at > 12 else 0
        for _ in range(wanted):
            pool = earlier[-60:] if random.random() < 0.7 else before[level][-40:] or earlier
            if pool:
                found.append((paper.id, "IMPLEMENTS", random.choice(pool).id))
        before[level].append(paper)
    for at, body in enumerate(bodies):
        found.append((body.id, "LOCATED_IN", NodeId(f"place:{at % 34:02}")))
    return sorted(set(found))


def _said(source: str, target: str, at: int, random: Random) -> Evidence:
    quote = SENTENCE.format(
        type=random.choice(("Chỉ thị", "Kế hoạch", "Công văn")),
        code=target,
        date=f"{1 + at % 28}/{1 + at % 12}/{2015 + at % 10}",
        what=random.choice(WHAT),
        who=f"{source} ({random.getrandbits(24):06x})",
    )
    return Evidence(source, f"{source[-6:]}.txt", 1, 1 + at % 300, at, at + len(quote), quote, "r")
