"""The frontier meets every document once, whatever the edges do."""

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phahe.queries.walk import Reached, day, lag, walk

DATES = {"ct": "2022-01-05", "kh": "2022-06-21", "cv": "2022-06-27", "ld": "2022-07-11"}


def downwards(links, dates=DATES):
    """The step down *links*, (lower, upper) or (lower, upper, certainty)."""

    def further(frontier, facts):
        for near in frontier:
            facts[near] = near, dates.get(near), True, day(dates.get(near))
        for lower, upper, *certainty in links:
            if upper in frontier:
                stated = (certainty or ["explicit"])[0]
                yield upper, lower, "IMPLEMENTS", stated, f"{lower} {upper}"

    return further


def walked(links, dates=DATES):
    return walk("ct", downwards(links, dates), Reached)


def shown(links, dates=DATES):
    return {each.key: each for each in walked(links, dates)}


def test_a_document_is_shown_under_the_latest_one_it_rests_on():
    found = shown([("kh", "ct"), ("cv", "kh"), ("ld", "kh"), ("ld", "cv")])
    assert (found["ld"].near, found["ld"].lag_days, found["ld"].also) == ("cv", 14, ("kh",))
    assert (found["ld"].generation, found["ld"].depth) == (2, 3)


def test_of_two_documents_of_one_day_the_one_further_from_the_start_is_shown():
    dates = DATES | {"cv": "2022-06-21"}
    found = shown([("kh", "ct"), ("cv", "kh"), ("ld", "kh"), ("ld", "cv")], dates)
    assert (found["ld"].near, found["ld"].lag_days) == ("cv", 20)


def test_parallel_edges_are_one_step_with_all_relations():
    found = shown([("kh", "ct"), ("kh", "ct", "hypothesis")])
    assert (found["kh"].certainty, found["kh"].edges) == ("explicit", ("kh ct",))


def test_a_hypothesis_never_displaces_what_is_stated():
    found = shown([("kh", "ct"), ("cv", "kh"), ("ld", "kh"), ("ld", "cv", "hypothesis")])
    assert (found["ld"].near, found["ld"].also, found["ld"].guessed) == ("kh", (), ("cv",))


def test_a_later_document_is_no_basis_where_an_earlier_one_is_known():
    dates = DATES | {"kh": "2023-01-01"}
    found = shown([("kh", "ct"), ("cv", "kh"), ("cv", "ct")], dates)
    assert (found["cv"].near, found["cv"].lag_days) == ("ct", 173)


def test_dates_that_contradict_each_other_give_a_negative_lag():
    assert lag("2022-06-21", "2022-06-11") == -10


@pytest.mark.parametrize("date", ["2022-06", "2022", "", None, "2022-02-30"])
def test_a_date_that_is_no_day_gives_no_lag(date):
    assert lag(date, "2022-06-27") is None


def test_a_circle_is_walked_once_and_never_leads_back_to_the_start():
    found = shown([("kh", "ct"), ("ct", "kh"), ("cv", "kh"), ("kh", "cv"), ("cv", "cv")])
    assert set(found) == {"kh", "cv"}
    assert (found["cv"].near, found["kh"].near) == ("kh", "ct")


names = st.sampled_from(["ct", *"abcdefgh"])
links = st.lists(st.tuples(names, names), max_size=30)
days = st.sampled_from([None, "2020", "2020-01-01", "2020-01-02", "2021-05-05"])


@settings(max_examples=150)
@given(links, st.dictionaries(names, days))
def test_any_links_give_a_tree_of_all_documents_below_with_shortest_generations(links, dates):
    found = walked(links, dates)
    graph = networkx.DiGraph((upper, lower) for lower, upper in links)
    graph.add_node("ct")
    shortest = networkx.single_source_shortest_path_length(graph, "ct")
    assert {each.key: each.generation for each in found} == {
        key: steps for key, steps in shortest.items() if key != "ct"
    }
    depth = {"ct": 0} | {each.key: each.depth for each in found}
    assert all(each.depth == depth[each.near] + 1 for each in found)
    assert all(each.depth >= each.generation for each in found)


@given(links, st.dictionaries(names, days), st.randoms(use_true_random=False))
def test_the_order_in_which_an_engine_gives_its_rows_changes_nothing(links, dates, chance):
    mixed = links.copy()
    chance.shuffle(mixed)
    assert walked(mixed, dates) == walked(links, dates)
