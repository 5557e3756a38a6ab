"""What a dossier says: each statement with its sentence, numbered, in the reader's language."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phahe.graph.model import NodeId
from phahe.rosters import members
from phahe.viz.dossier import Facts, Heading, Picture, Quotation, Rows, Words, sentence
from phahe.viz.dossier_about import dossier_about
from phahe.viz.dossier_known import Known
from phahe.viz.dossier_lineage import QUOTED, steps
from phahe.viz.report_widths import widths

DIRECTIVE = "doc:12-CT/TW@2022"
DAY = "2026-01-15"


def test_a_quotation_is_shown_once_and_every_mark_points_to_one(sample_graph):
    known = Known(sample_graph, "vi", DAY, members)
    blocks = list(dossier_about(known, DIRECTIVE))
    shown = [each.number for each in blocks if isinstance(each, Quotation)]
    marks = {n for each in blocks for n in getattr(each, "marks", ()) if isinstance(n, int)}
    lists = [each.marks for each in blocks if isinstance(each, Rows | Facts)]
    marks |= {n for several in lists for row in several for n in row}
    assert sorted(shown) == list(range(1, len(shown) + 1))
    assert marks == set(shown)


def test_every_row_of_a_dossier_rests_on_a_sentence(sample_graph):
    known = Known(sample_graph, "vi", DAY, members)
    tables = [each for each in dossier_about(known, DIRECTIVE) if isinstance(each, Rows)]
    assert len(tables) > 15
    for table in tables[:-1]:  # the last one lists the sources
        assert all(table.marks), table.caption
        assert len(table.marks) == len(table.rows)
    assert tables[-1].columns[0] == sentence(known.word("column.file"))


def test_tables_and_pictures_are_numbered_in_their_order(sample_graph):
    known = Known(sample_graph, "en", DAY, members)
    blocks = list(dossier_about(known, DIRECTIVE))
    tables = [each.caption for each in blocks if isinstance(each, Rows)]
    assert [each.partition(".")[0] for each in tables] == [
        f"Table {number}" for number in range(1, len(tables) + 1)
    ]
    (picture,) = [each.caption for each in blocks if isinstance(each, Picture)]
    assert picture.startswith("Figure 1. The cascade of Chỉ thị 12-CT/TW")


def test_words_inside_a_quotation_share_its_number(sample_graph):
    known = Known(sample_graph, "vi", DAY)
    edge = next(each for each in sample_graph.edges if each.evidence)
    said = edge.evidence[0]
    part = replace(said, start=said.start + 2, quote=said.quote[2:])
    assert known.marks([said]) == known.marks([part]) == known.marks([part, said]) == (1,)


def test_the_english_report_has_no_vietnamese_words_of_its_own(sample_graph):
    known = Known(sample_graph, "en", DAY, members)
    own = [each.text for each in dossier_about(known, DIRECTIVE) if isinstance(each, Words)]
    heads = [name for each in dossier_about(known, DIRECTIVE) for name in column_names(each)]
    states = {row[4] for each in dossier_about(known, DIRECTIVE) for row in follow_rows(each)}
    said = " ".join([*own, *heads, *states])
    for name in sorted({node.name for node in sample_graph.nodes.values()}, key=len, reverse=True):
        said = said.replace(name, "")
    assert not re.findall(r"[^\x00-\x7f–·“”]+", said)


def column_names(block):
    return block.columns if isinstance(block, Rows) else ()


def follow_rows(block):
    is_followed = isinstance(block, Rows) and block.columns[1:2] == ("As one of",)
    return block.rows if is_followed else ()


def test_a_large_cascade_names_everyone_and_quotes_the_first_steps(sample_graph):
    known = Known(sample_graph, "en", DAY)
    root = sample_graph.nodes[NodeId(DIRECTIVE)]
    row = {"generation": 1, "key": root.id, "date": "2022-01-05", "lag_days": 1, "also": ()}
    row |= {"relations": ("IMPLEMENTS",), "rests_on": root.name, "certainty": "explicit"}
    found = [({**row, "document": f"Kế hoạch {at}-KH/TU"}, ()) for at in range(QUOTED + 120)]
    told = [each for each in steps(found, "cascade", "rests_on", known) if isinstance(each, Words)]
    assert sum(1 for each in told if each.lead) == QUOTED
    named = " ".join(f"{each.lead} {each.text}" for each in told)
    assert all(f"Kế hoạch {at}-KH/TU" in named for at in range(QUOTED + 120))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_dossier_tells_the_story_of_the_directive(sample_graph, language):
    known = Known(sample_graph, language, DAY, members)
    told = [each.text for each in dossier_about(known, DIRECTIVE) if isinstance(each, Heading)]
    for key in ("cascade", "assigned", "agreements", "lapsed", "duties", "follow_up", "drift"):
        assert known.word(key) in told
    for key in ("conflicts", "missing", "sources"):
        assert known.word(key) in told


@given(
    st.integers(1, 14).flatmap(
        lambda width: st.lists(
            st.tuples(*[st.text(st.sampled_from("aế –9/\n"), max_size=300)] * width), max_size=4
        ).map(lambda rows: Rows(tuple(f"cột {at}" for at in range(width)), tuple(rows)))
    ),
    st.booleans(),
)
def test_the_columns_of_any_table_fill_the_line(table, marked):
    if marked:
        table = replace(table, marks=((1, 2),) * len(table.rows))
    shares = widths([table])
    assert len(shares) == len(table.columns) + (marked and bool(table.rows))
    assert all(share > 0 for share in shares)
    assert abs(sum(shares) - 1) < 0.01
