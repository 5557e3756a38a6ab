"""What a stamp makes likely: a guess, marked as one, and only the receiver's first document."""

import pytest

from phahe.graph.facts import Claim, NodeFacts
from phahe.graph.merge import merge
from tests.graph.files import TAY_NINH, a_file, document, edge


def body(key: str, whole: str = "") -> list:
    found = [NodeFacts(f"org:{key}", "Organization", (Claim("name", key, "context"),))]
    return [*found, edge("", f"org:{key}", "PART_OF", f"org:{whole}")] if whole else found


def letter(name: str, number: str, date: str, issuer: str, *more, carries: str = "83-KH/TU"):
    return a_file(
        name,
        document(name, "#0", number, date=date, scope=TAY_NINH),
        document(name, "#0/1", carries, date="2022-06-11", scope=TAY_NINH),
        *body("union"),
        *body("bureau", "union"),
        *body("party"),
        edge(name, "#0", "IMPLEMENTS", "#0/1", 5),
        edge(name, "#0", "ISSUED_BY", f"org:{issuer}"),
        *more,
    )


def guesses(*files):
    return [edge for edge in merge(files).edges if edge.certainty == "hypothesis"]


ARRIVED = letter(
    "in.txt",
    "578-CV/BDV",
    "2022-06-20",
    "party",
    edge("in.txt", "#0", "RECEIVED_BY", "org:union", 2, arrival_date="2022-06-27"),
)


def test_a_later_document_of_a_part_of_the_receiver_may_rest_on_what_arrived():
    (guess,) = guesses(ARRIVED, letter("out.txt", "3000-CV/TC", "2022-07-01", "bureau"))
    assert guess.relation == "BASED_ON"
    assert "3000" in guess.source
    assert "578" in guess.target
    assert {each.file for each in guess.evidence} == {"in.txt", "out.txt"}


def test_only_the_first_document_is_guessed_to_follow():
    first = letter("out.txt", "3000-CV/TC", "2022-07-01", "bureau")
    second = letter("more.txt", "3500-CV/TC", "2022-09-01", "union")
    (guess,) = guesses(ARRIVED, first, second)
    assert "3000" in guess.source


@pytest.mark.parametrize(
    "other",
    [
        letter("out.txt", "3000-CV/TC", "2022-06-22", "bureau"),  # before the letter arrived
        letter("out.txt", "3000-CV/TC", "2022-07-01", "party"),  # of another body
        letter("out.txt", "3000-CV/TC", "", "bureau"),  # undated
        letter("out.txt", "3000-CV/TC", "2022-07-01", "bureau", carries="12-CT/TU"),
    ],
)
def test_nothing_is_guessed_of(other):
    assert not guesses(ARRIVED, other)
