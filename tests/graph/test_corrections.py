"""Corrections by people: applied at every build, told everywhere, undone by deleting their line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from phahe.graph.corrections import Correction, corrected
from phahe.graph.errors import UnreadableFile
from phahe.graph.model import Evidence, Graph
from phahe.graph.names_index import find_node
from phahe.graph.store import read_graph, read_run
from phahe.graph.verify import verify
from phahe.graph.vocabulary import strangers
from phahe.loaders.build import build
from phahe.loaders.folder import find
from phahe.loaders.formats.reader import read_text

HEAD = "kind,subject,relation,object,value,who,when,why\n"
PLACE = Evidence("", "corrections.csv", 1, 2, 10, 20, "a line", "corrections_file.line")


def correction(kind: str, subject: str, relation="", object="", value="") -> Correction:
    return Correction(kind, subject, relation, object, value, "Lan", "read the original", PLACE)


def one(graph: Graph, *given: str) -> Graph:
    made, (outcome,) = corrected(graph, [correction(*given)])
    assert outcome.reason == ""
    assert strangers(made) == []
    assert list(made.nodes) == sorted(made.nodes)
    return made


def refused(graph: Graph, *given: str) -> str:
    made, (outcome,) = corrected(graph, [correction(*given)])
    assert made == graph
    return outcome.reason


def relations_between(graph: Graph, source: str, target: str) -> set[str]:
    ends = find_node(graph, source).id, find_node(graph, target).id
    return {edge.relation for edge in graph.edges if (edge.source, edge.target) == ends}


def test_a_wrong_edge_goes_and_both_ends_say_why(sample_graph):
    made = one(sample_graph, "wrong-edge", "CV 457", "BASED_ON", "3000/LĐLĐ")
    assert "BASED_ON" not in relations_between(made, "CV 457", "3000/LĐLĐ")
    for name in ("CV 457", "3000/LĐLĐ"):
        (told,) = find_node(made, name).fields["corrections"]
        assert "Lan: read the original" in told


def test_a_missing_edge_rests_on_its_line(sample_graph):
    made = one(sample_graph, "missing-edge", "CV 457", "BASED_ON", "CV 578")
    ends = find_node(made, "CV 457").id, find_node(made, "CV 578").id
    (edge,) = [e for e in made.edges if (e.source, e.target) == ends and e.relation == "BASED_ON"]
    assert (edge.certainty, edge.evidence[0]) == ("explicit", PLACE)


def test_the_right_date_stands_beside_the_others(sample_graph):
    node = find_node(one(sample_graph, "right-date", "KH 83", "", "", "2022-06-11"), "KH 83")
    assert node.fields["date"] == "2022-06-11"
    assert "Lan" in str(node.fields["date_reason"])
    assert any(str(each).startswith("2022-06-21") for each in node.fields["dates"])
    assert {"2022-06-11", "2022-06-21"} <= {c.value for c in node.claims if c.field == "date"}


def test_two_names_of_one_body_become_one(sample_graph):
    kept, other = "Hội Nông dân tỉnh Bình Dương", "Hội Nông dân các cấp tỉnh Bình Dương"
    gone = find_node(sample_graph, other).id
    made = one(sample_graph, "same-as", kept, "", other)
    assert gone not in made.nodes
    assert not [e for e in made.edges if gone in (e.source, e.target) or e.source == e.target]
    assert other in find_node(made, kept).fields["aliases"]
    assert len({edge.id for edge in made.edges}) == len(made.edges)


def test_two_documents_taken_for_one_are_parted_by_file(sample_graph):
    directive = find_node(sample_graph, "Chỉ thị 32")
    files = {c.evidence.file for c in directive.claims if c.evidence}
    other = find_node(sample_graph, "Trung ương Hội Nông dân Việt Nam")
    files = sorted({c.evidence.file for c in other.claims if c.evidence})
    assert len(files) > 1
    made = one(sample_graph, "not-same", other.id, "", files[0])
    parted = [node for node in made.nodes.values() if node.name == other.name]
    assert len(parted) == 2
    for node in parted:
        told = {c.evidence.file for c in node.claims if c.evidence} - {PLACE.file}
        assert told == {files[0]} or files[0] not in told


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (("wrong-edge", "CV 457", "REPEALS", "KH 83"), "not said"),
        (("missing-edge", "CV 457", "BASED_ON", "3000/LĐLĐ"), "already stated"),
        (("missing-edge", "CV 457", "SIGNED_BY", "KH 83"), "does not join"),
        (("right-date", "KH 83", "", "", "2022-06-21"), "already"),
        (("right-date", "KH 83", "", "", "21/6/2022"), "not a day"),
        (("right-date", "KH 999", "", "", "2022-06-21"), "nothing in the graph"),
        (("same-as", "KH 83", "", "KH 83"), "one already"),
        (("not-same", "KH 83", "", "nowhere.txt"), "says nothing"),
        (("same", "KH 83", "", "CV 457"), "no such correction"),
    ],
)
def test_what_no_longer_applies_changes_nothing_and_is_told(sample_graph, given, reason):
    assert reason in refused(sample_graph, *given)


@pytest.fixture
def corpus(tmp_path: Path, samples: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    name = "004_7d464b527f7a7428.txt"
    shutil.copy(samples / name, folder / name)
    return folder


def dates(out: Path) -> object:
    return find_node(read_graph(out), "KH 83").fields["date"]


def test_a_correction_survives_a_rebuild_and_is_undone_by_deleting_its_line(corpus, tmp_path):
    out, file = tmp_path / "g", corpus / "corrections.csv"
    plain = build([corpus], out, jobs=1).generation
    assert dates(out) == "2022-06-21"
    file.write_text(f"{HEAD}right-date,KH 83,,,2022-06-11,Lan,2026-01-15,bản gốc\n", "utf-8")
    build([corpus], out, jobs=1)
    assert dates(out) == "2022-06-11"
    (corpus / "more.txt").write_bytes((corpus / "004_7d464b527f7a7428.txt").read_bytes())
    build([corpus], out, jobs=1)
    assert dates(out) == "2022-06-11"
    (corpus / "more.txt").unlink()
    file.write_text(HEAD, "utf-8")
    assert build([corpus], out, jobs=1).generation == plain
    assert dates(out) == "2022-06-21"
    file.unlink()
    assert build([corpus], out, jobs=1).generation == plain


def test_a_line_that_no_longer_applies_is_reported_by_the_build(corpus, tmp_path):
    lines = f"# remarks are left alone\n{HEAD}wrong-edge,KH 999,,CV 457,,Lan,,so\n"
    (corpus / "corrections.csv").write_text(lines, "utf-8")
    out = tmp_path / "g"
    build([corpus], out, jobs=1)
    run = read_run(out)
    assert any("line 3: the correction no longer applies" in each for each in run["warnings"])
    assert run["corrections"][0]["applied"] is False


def test_the_line_is_quoted_where_it_stands(corpus, tmp_path):
    line = '"missing-edge","CV 457","BASED_ON","CV 578",,Lan,,"dấu đến, bản gốc"'
    (corpus / "corrections.csv").write_text(f"{HEAD}{line}\n", "utf-8")
    out = tmp_path / "g"
    build([corpus], out, jobs=1)
    graph = read_graph(out)
    quoted = [e for edge in graph.edges for e in edge.evidence if e.file == "corrections.csv"]
    assert [each.quote for each in quoted] == [line]

    def text_of(file: str) -> str:
        path, name = find([corpus], file)
        return read_text(path, name).text

    assert verify(graph, text_of) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("right-date,KH 83,,,,Lan,,why", "needs to know: value"),
        ("right-date,KH 83,,,2022-06-11,,,", "needs to know: who, why"),
        ("wrong,KH 83,,,,Lan,,why", "no such correction"),
        ("right-date,KH 83,,,2022-06-11,Lan,,why, and how", "9 fields for 8 columns"),
    ],
)
def test_a_bad_line_stops_the_build_and_says_where(corpus, tmp_path, line, message):
    (corpus / "corrections.csv").write_text(f"{HEAD}{line}\n", "utf-8")
    with pytest.raises(UnreadableFile, match=rf"corrections.csv, line 2.*{message}"):
        build([corpus], tmp_path / "g", jobs=1)


def test_a_report_tells_what_was_corrected(sample_graph):
    from phahe.viz.dossier import Rows
    from phahe.viz.dossier_corpus import dossier_corpus
    from phahe.viz.dossier_known import Known

    made = one(sample_graph, "right-date", "KH 83", "", "", "2022-06-11")
    blocks = dossier_corpus(Known(made, "vi", "2026-01-15"))
    told = [each for each in blocks if isinstance(each, Rows) and "Lý do" in each.columns]
    what = "KH 83 → 2022-06-11"
    assert told[0].rows == (("Kế hoạch 83-KH/TU", "ngày đúng", what, "Lan", "read the original"),)
    assert told[0].marks[0]
