import csv
from collections import Counter
from pathlib import Path

import pytest

from phahe.graph.errors import NotANumber
from phahe.graph.facts import Claim, FileFacts, NodeFacts
from phahe.graph.merge import merge
from phahe.graph.model import Node
from tests.graph.files import BINH_PHUOC, TAY_NINH, a_file, cited, document, edge, held

REGISTER = Path(__file__).parents[3] / "shared/corpus/register/binhduong_vanban_chidao.csv"


def fields(*files: FileFacts) -> dict[str, dict[str, object]]:
    return {key: dict(node.fields) for key, node in merge(files).nodes.items()}


def test_a_plan_cited_under_another_day_than_its_letterhead_is_one_plan_with_both_dates():
    files = [
        held("83-KH/TU", "plan.txt", date="2022-06-11", scope=TAY_NINH),
        cited("83-KH/TU", "one.txt", date="2022-06-21", scope=TAY_NINH),
        cited("83-KH/TU", "two.txt", date="2022-06-21", scope=TAY_NINH),
    ]
    (key, plan), *others = fields(*files).items()
    assert not others
    assert key == "doc:83-KH/TU@2022~tay-ninh"
    assert plan["date"] == "2022-06-21"
    assert plan["date_conflict"] is True
    assert plan["dates"] == ("2022-06-11 (letterhead)", "2022-06-21 (cited 2 times in 2 documents)")
    assert "only in the letterhead" in plan["date_reason"]
    assert plan["held"] is True
    assert plan["file"] == "plan.txt"


def test_one_citation_does_not_outvote_a_letterhead():
    files = [
        held("83-KH/TU", "plan.txt", date="2022-06-11", scope=TAY_NINH),
        cited("83-KH/TU", "one.txt", date="2022-06-21", scope=TAY_NINH),
    ]
    (plan,) = fields(*files).values()
    assert (plan["date"], plan["date_conflict"]) == ("2022-06-11", True)


APART = {
    "the same number in two provinces": [
        cited("54-KH/TU", "a.txt", date="2017-03-28", scope=BINH_PHUOC),
        cited("54-KH/TU", "b.txt", date="2017-03-28", scope=TAY_NINH),
    ],
    "the same number in two terms": [
        cited("18-NQ/TW", "a.txt", date="2017-10-25"),
        cited("18-NQ/TW", "b.txt", date="2022-06-16"),
    ],
    "the same number in two years": [
        cited("1201/KH-UBND", "a.txt", date="2021-03-18", scope="place:binh-duong"),
        cited("1201/KH-UBND", "b.txt", date="2022-03-18", scope="place:binh-duong"),
    ],
    "two types": [cited("12-CT/TW", "a.txt"), cited("12-KL/TW", "a.txt", at="#0/2")],
    "a year inside the number": [
        cited("30/2020/NĐ-CP", "a.txt"),
        cited("30/2021/NĐ-CP", "b.txt"),
    ],
    "one issuer, dates far apart in a year and other titles": [
        cited("5-KH/TU", "a.txt", date="2020-02-01", scope=TAY_NINH, title="phòng chống dịch bệnh"),
        cited("5-KH/TU", "b.txt", date="2020-12-01", scope=TAY_NINH, title="học tập nghị quyết"),
    ],
    "a local number of which nobody knows the issuer": [
        cited("83-KH/TU", "a.txt", scope="?"),
        cited("83-KH/TU", "b.txt", scope="?"),
    ],
    "laws of one name": [
        a_file("a.txt", document("a.txt", "#0/1", kind="L", title="thanh niên", date="2005-11-29")),
        a_file("b.txt", document("b.txt", "#0/1", kind="L", title="thanh niên", date="2020-06-16")),
    ],
    "held plans without number and date": [
        a_file("a.txt", document("a.txt", "#0", kind="KH", title="công tác dân vận")),
        a_file("b.txt", document("b.txt", "#0", kind="KH", title="công tác dân vận")),
    ],
    "bodies of two levels": [
        held("457/LĐLĐ", "a.txt", date="2022-07-11", scope="place:tay-ninh/duong-minh-chau"),
        cited("3000/LĐLĐ", "b.txt", date="2022-07-11", scope=TAY_NINH),
    ],
}


@pytest.mark.parametrize("files", APART.values(), ids=APART)
def test_stays_apart(files):
    assert len(fields(*files)) == 2


TOGETHER = {
    "other separators": [cited("12-CT/TW", "a.txt"), cited("12/CT-TW", "b.txt")],
    "zeros": [cited("04-CT/TW", "a.txt", date="2011-07-06"), cited("4-CT/TW", "b.txt")],
    "a central number, once with its date": [
        cited("12-CT/TW", "a.txt", date="2022-01-05"),
        cited("12-CT/TW", "b.txt"),
    ],
    "the year inside the number": [
        cited("30/2020/NĐ-CP", "a.txt", date="2020-03-05"),
        cited("30/2020/NĐ-CP", "b.txt"),
    ],
    "no issuer named, but the same day": [
        cited("83-KH/TU", "a.txt", date="2022-06-21", scope=TAY_NINH),
        cited("83-KH/TU", "b.txt", date="2022-06-21", scope="?"),
    ],
    "short form in the same file": [
        a_file(
            "a.txt",
            document("a.txt", "#0/1", "54-KH/TU", date="2017-03-28", scope=BINH_PHUOC),
            document("a.txt", "#0/2", "54-KH/TU", scope="?"),
        )
    ],
    "a law by name and year": [
        a_file("a.txt", document("a.txt", "#0/1", kind="L", title="thanh niên", date="2020-06-16")),
        a_file("b.txt", document("b.txt", "#0/1", kind="L", title="Thanh niên")),
    ],
    "the province that carries the name on": [
        cited("9-KH/TU", "a.txt", date="2022-01-01", scope="place:tay-ninh"),
        cited("9-KH/TU", "b.txt", date="2022-01-01", scope="place:tay-ninh-2025"),
    ],
}


@pytest.mark.parametrize("files", TOGETHER.values(), ids=TOGETHER)
def test_is_one_document(files):
    assert len(fields(*files)) == 1


def test_who_could_be_either_of_two_documents_is_neither():
    files = [
        cited("18-NQ/TW", "a.txt", date="2017-10-25"),
        cited("18-NQ/TW", "b.txt", date="2022-06-16"),
        cited("18-NQ/TW", "c.txt"),
    ]
    assert len(fields(*files)) == 3
    term = [*files[:2], cited("18-NQ/TW", "c.txt", term="XIII")]
    assert {node["date"] for node in fields(*term).values()} == {"2017-10-25", "2022-06-16"}


def test_the_date_of_the_citing_document_tells_of_two_which_is_meant():
    files = [
        cited("18-NQ/TW", "a.txt", date="2017-10-25"),
        cited("18-NQ/TW", "b.txt", date="2022-06-16"),
        a_file(
            "c.txt",
            document("c.txt", "#0", "86-KH/TU", date="2018-05-07", scope="place:quang-tri"),
            document("c.txt", "#0/1", "18-NQ/TW"),
            edge("c.txt", "#0", "IMPLEMENTS", "#0/1"),
        ),
    ]
    graph = merge(files)
    (found,) = graph.edges
    assert graph.nodes[found.target].fields["date"] == "2017-10-25"


@pytest.mark.skipif(not REGISTER.exists(), reason="the register is not part of the repository")
def test_acts_of_a_register_with_equal_symbols_stay_apart_by_year():
    with REGISTER.open(encoding="utf-8", newline="") as lines:
        files = [file for at, row in enumerate(csv.DictReader(lines)) if (file := act(at, row))]
    nodes = merge(files).nodes.values()
    years = Counter((node.fields.get("code"), str(node.fields["date"])[:4]) for node in nodes)
    recurring = Counter(code for code, _ in years)
    assert len(files) > 4000
    assert sum(times > 1 for times in recurring.values()) > 400
    assert all(len({str(day)[:4] for day in dates_given(node)}) == 1 for node in nodes)


def act(at: int, row: dict[str, str]) -> FileFacts | None:
    """A row of the register as a file; None where it has no readable number."""
    date = "-".join(reversed(row["ngay_ban_hanh"].split("/")))
    scope, title = "place:binh-duong", row["trich_yeu"]
    try:
        return held(row["so_ky_hieu"].strip(), f"{at:04}", date=date, scope=scope, title=title)
    except NotANumber:
        return None


def dates_given(node: Node) -> set[str]:
    return {str(claim.value) for claim in node.claims if claim.field == "date"}


def test_a_central_issuer_makes_a_title_enough():
    body = Claim("name", "Tổng Liên đoàn", "context"), Claim("level", "central", "context")
    files = [
        a_file(
            name,
            document(name, "#0/1", kind="ĐL", title="Công đoàn Việt Nam"),
            NodeFacts("org:tld", "Organization", body),
            edge(name, "#0/1", "ISSUED_BY", "org:tld"),
        )
        for name in ("a.txt", "b.txt")
    ]
    assert len([n for n in merge(files).nodes.values() if n.kind == "Document"]) == 1


def test_a_date_that_contradicts_the_year_in_the_number_is_told_and_not_believed():
    files = [
        cited("18/2025/TT-BTC", "a.txt", date="2020-12-31"),
        cited("18/2025/TT-BTC", "b.txt", date="2025-04-24"),
    ]
    (act_,) = fields(*files).values()
    assert act_["date"] == "2025-04-24"
    assert act_["date_conflict"] is True
    (act_,) = fields(files[0]).values()
    assert "date" not in act_
    assert act_["dates"] == ("2020-12-31 (cited 1 time in 1 document)",)
    assert (act_["date_not_before"], act_["date_not_after"]) == ("2025-01-01", "2025-12-31")


def test_a_law_cited_by_name_and_year_is_the_one_with_the_number():
    law = document("b.txt", "#0/1", kind="L", title="Luật Việc làm", date="2025-06-16")
    files = [cited("74/2025/QH15", "a.txt", title="Luật Việc làm", kind="L"), a_file("b.txt", law)]
    (found,) = fields(*files).values()
    assert (found["code"], found["date"]) == ("74/2025/QH15", "2025-06-16")


def test_equal_titles_of_two_provinces_are_two_plans():
    plan = document("b.txt", "#0/1", kind="KH", title="dân vận", date="2022-01-01", scope=TAY_NINH)
    number = cited("83-KH/TU", "a.txt", title="dân vận", date="2022-01-01", scope=BINH_PHUOC)
    assert len(fields(number, a_file("b.txt", plan))) == 2
