"""The tokens of a phrase, folded once, and the forms of bodies that begin at a token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phahe.graph.names import fold, spoken
from phahe.loaders.body_kind import WORD, Branch, Field, Form, fields, singles, tree

_TOKEN = re.compile(rf"{WORD.pattern}|[^\w\s]")
_STRICT = re.compile(r"[\s.]+|\s*[-–]\s*|")
_LOOSE = re.compile(r"[\s,\-–—&]*(?:(?:và|các|và các)\s+)?")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A phrase with its words and signs; *low* and *flat* have the length of *text*."""

    text: str
    low: str
    """Lower case, tones where the newer style puts them."""
    flat: str
    """Lower case without diacritics."""
    spans: tuple[tuple[int, int], ...]

    def word(self, at: int) -> str:
        """Token *at*, folded."""
        start, end = self.spans[at]
        return self.flat[start:end]

    def after(self, offset: int, at: int) -> int:
        """The first token from *at* on that begins at or behind *offset*."""
        while at < len(self.spans) and self.spans[at][0] < offset:
            at += 1
        return at


def tokens(text: str) -> Tokens:
    """Cut *text*, which must be NFC."""
    low, flat = spoken.__wrapped__(text), fold.__wrapped__(text)
    if not len(low) == len(flat) == len(text):
        low = flat = text.lower() if len(text.lower()) == len(text) else text
    return Tokens(text, low, flat, tuple(found.span() for found in _TOKEN.finditer(text)))


def forms_in(found: Tokens) -> dict[int, tuple[Form, int]]:
    """Every form of a kind by the offset where it begins; longer ones hide what is in them."""
    first, single, flat, low, spans = tree().words, singles(), found.flat, found.low, found.spans
    hits: dict[int, tuple[Form, int]] = {}
    done, last = 0, len(spans) - 1
    for at, (start, end) in enumerate(spans):
        branch = first.get(flat[start:end])
        if branch is None or start < done:
            continue
        if low[start:end] not in single:
            if at == last or not branch.words:
                continue
            begin, stop = spans[at + 1]
            after = flat[begin:stop]
            if after not in branch.words and after[0].isalpha() and after not in ("va", "cac"):
                continue
        form = form_at(found, at)
        if form is not None:
            hits[start] = form
            done = form[1]
    return hits


def form_at(found: Tokens, at: int) -> tuple[Form, int] | None:
    """The longest form of a kind that begins at token *at*, and where it ends.

    Of two forms that differ only in diacritics ("thủ trưởng", "thứ trưởng") the one spelled so;
    after "các" a set before a single body.
    """
    many = at > 0 and found.word(at - 1) == "cac"
    for branch, steps in sorted(_walk(found, at), key=lambda way: -len(way[1])):
        best: tuple[tuple[bool, bool], Form] | None = None
        end = found.spans[steps[-1]][1]
        exact = " ".join(found.low[slice(*found.spans[step])] for step in steps)
        for form in branch.forms:
            if not _fits(form, found, steps, exact) or _begins_another(form, found, end, steps[-1]):
                continue
            rank = (exact == form.plain, many and form.kind.role == "set")
            if best is None or rank > best[0]:
                best = (rank, form)
        if best is not None:
            return best[1], end
    return None


def _walk(found: Tokens, at: int) -> Iterator[tuple[Branch, list[int]]]:
    """Every way through the tree of forms from token *at*: the branch and the tokens used."""
    branch = tree()
    steps: list[int] = []
    while at < len(found.spans):
        word = found.word(at)
        inner = branch.words.get(word)
        if inner is None:
            if not steps or (word[0].isalnum() and word not in ("va", "cac")):
                return
            at += 1
            continue
        branch = inner
        steps.append(at)
        if branch.forms:
            yield branch, list(steps)
        at += 1


def _fits(form: Form, found: Tokens, steps: list[int], exact: str) -> bool:
    """Whether the words stand together as the form wants; a single one must be spelled so."""
    if form.exact:
        written = found.text[slice(*found.spans[steps[0]])]
        return exact == form.exact and (not form.shout or written == written.upper())
    if form.kind.role == "word" and exact != form.plain:
        return False
    for one, two, loose in zip(steps, steps[1:], form.loose, strict=False):
        gap = found.low[found.spans[one][1] : found.spans[two][0]]
        if not (_LOOSE if loose else _STRICT).fullmatch(gap):
            return False
    return True


def _begins_another(form: Form, found: Tokens, end: int, last: int) -> bool:
    """ "Văn phòng Trung ương | Hội ND", "Ban TC-HC": the last word belongs to what follows."""
    text = found.text
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum() and text[end - 1].isupper():
        return last + 2 >= len(found.spans) or form_at(found, last + 2) is None
    if form.kind.role != "national" or form.words[-1] not in ("uong", "tw"):
        return False
    inner = form_at(found, last + 1) if last + 1 < len(found.spans) else None
    return inner is not None and inner[0].kind.role in ("association", "own", "centre")


def field_at(text: str, start: int) -> tuple[Field, int] | None:
    """The field named from offset *start* ("Y tế", "TT&TT"), and where it ends."""
    first = WORD.search(text, start, start + 40)
    if first is None or first.start() - start > 3 or fold(first[0]) not in fields():
        return None
    found = [each for each in WORD.finditer(text, start, start + 120) if fold(each[0]) != "va"]
    for words, field in fields()[fold(first[0])]:
        if len(words) <= len(found) and all(
            fold(each[0]) == word for each, word in zip(found, words, strict=False)
        ):
            end = found[len(words) - 1].end()
            if not re.search(r"[;:.()]", text[start:end]):
                return field, end
    return None
