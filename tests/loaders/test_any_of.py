"""Many words as one pattern."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from phahe.loaders.any_of import any_of

WORDS = st.text(alphabet="abc (.", min_size=1, max_size=6).filter(lambda word: "  " not in word)


@given(st.sets(WORDS, min_size=1, max_size=8), WORDS)
def test_a_pattern_fits_its_words_and_no_others(words: set[str], other: str) -> None:
    pattern = re.compile(any_of(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert (pattern.fullmatch(other) is not None) == (other in words)


@given(st.sets(WORDS, min_size=1, max_size=8), WORDS)
def test_the_longest_word_is_taken(words: set[str], text: str) -> None:
    found = re.match(any_of(words), text)
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (found and found[0]) == longest
