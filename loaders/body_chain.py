"""Chains of bodies from the inside out, "Văn thư | Ban Dân vận | Tỉnh ủy", and their draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from phahe.graph.place import Place
from phahe.loaders.body_kind import Kind
from phahe.loaders.body_words import Mark

OPEN = {"organ", "free", "post", "channel", "person"}
"""Roles that look for a whole in the words that follow."""
VAGUE = "vague"
DEEPEST = 6
"""Bodies in a chain; longer ones are no names but broken text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One body of a chain, as its words tell it."""

    kind: Kind
    start: int
    end: int
    own: str = ""
    level: str = ""
    place: Place | None = None
    units: str = ""
    """Words of a set of units: ``huyện, thị xã``."""
    rest: str = ""
    """What narrows the set: ``giáp biên``, ``liên quan``."""
    plural: bool = False
    said: str = ""
    """Its words, where the name of a vague set is made of them."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A body in its wholes; *group* counts the parts between ``;``."""

    segments: tuple[Segment, ...]
    group: int
    joined: str = ""
    """What stands before it: ``,`` ``và`` ``/`` or nothing."""
    shared: bool = False
    """It took its inner part from what stands before it ("Các Đảng đoàn: A, B")."""
    told: int = 0
    """How many of its wholes stand in apposition behind it."""

    @property
    def own(self) -> tuple[Segment, ...]:
        """Its segments without the wholes in apposition."""
        return self.segments[: len(self.segments) - self.told]

    @property
    def start(self) -> int:
        """Offset of its first word."""
        return min(segment.start for segment in self.own)

    @property
    def end(self) -> int:
        """Offset behind its last word."""
        return max(segment.end for segment in self.own)


@dataclass(slots=True)
class Draft:
    """What has been read of a phrase so far; the only thing here that changes."""

    words: str
    marks: list[Mark]
    at: int = 0
    """The mark to be read next."""
    now: list[Segment] = field(default_factory=list)
    """The chain being read."""
    done: list[Chain] = field(default_factory=list)
    group: int = 0
    sep: str = ""
    """The separator read since the last word of the chain."""
    joined: str = ""
    """The separator before the chain."""
    plural: bool = False
    """"các" was the last word."""
    linked: bool = False
    """"của", "thuộc" was the last word: a whole follows."""
    central: bool = False
    """"Trung ương" was the last word, and a body follows."""
    over: list[Segment] = field(default_factory=list)
    """What is shared out over the list behind a colon."""
    skipping: bool = False
    """In words that name no body, after a verb."""

    @property
    def last(self) -> Segment | None:
        """The outermost segment of the chain being read."""
        return self.now[-1] if self.now else None

    def ahead(self) -> Mark | None:
        """The next mark."""
        return self.marks[self.at] if self.at < len(self.marks) else None

    def settle(self) -> None:
        """A part of the chain was read: separator and article are used up."""
        self.sep, self.plural, self.central, self.linked = "", False, False, False

    def close(self) -> None:
        """The chain is complete."""
        if self.now:
            self.done.append(Chain(tuple(self.now), self.group, self.joined, bool(self.over)))
        self.now = []

    def begin(self, segment: Segment) -> None:
        """*segment* begins a chain, or is the whole of the one being read."""
        if self._is_aside(segment) or self._is_other_word(segment):
            self.settle()
            return
        if self.now and self._holds(segment):
            if _is_article(self.now[-1]):
                self.now = []
            self.now.append(segment)
        else:
            self.close()
            self.joined = self.sep
            if segment.kind.role in OPEN:
                self.over = []
            self.now = [*self.over, segment]
        self.settle()

    def again(self, segments: list[Segment]) -> None:
        """One more chain like the one before: "tỉnh A, B"."""
        joined = self.sep
        self.close()
        self.joined, self.now = joined or ",", segments
        self.settle()

    def change(self, **fields: object) -> None:
        """Tell more of the outermost segment."""
        self.now[-1] = replace(self.now[-1], **fields)  # type: ignore[arg-type]

    def jump(self, offset: int) -> None:
        """Go on with the first mark at or behind *offset*."""
        while self.at < len(self.marks) and self.marks[self.at].start < offset:
            self.at += 1

    def _is_aside(self, whole: Segment) -> bool:
        """Whether *whole* only narrows words left out: "các cơ quan báo chí, xuất bản của Đoàn"."""
        before = self.now[-1] if self.now else self.done[-1].segments[-1] if self.done else None
        if before is None or not self.linked or before.kind.role != "set":
            return False
        words = self.words[before.end : whole.start]
        return ";" not in words and re.match(r",\s\w+(?:\s\w+){1,4}$", words.rstrip()) is not None

    def _is_other_word(self, post: Segment) -> bool:
        """Whether *post* is what the post before it is called elsewhere, as in the last example."""
        last = self.last
        return self.sep == "(" and last is not None and last.kind.role == post.kind.role == "post"

    def _holds(self, whole: Segment) -> bool:
        """Whether *whole* is what the chain being read belongs to."""
        last = self.now[-1]
        if (
            self.sep not in ("", "-", "(")
            or last.kind.role == "national"
            or len(self.now) >= DEEPEST
        ):
            return False
        if last.kind.role == "region":
            return whole.kind.key.startswith("qdhg")
        if last.kind.role == "set":
            parted = last.kind.whole in ("committee", "members", "issuer", "union", VAGUE)
            parted = parted or (self.linked and last.kind.whole == "place")
            return parted and not last.place and whole.kind.role != "set"
        if last.place or last.level or last.units:
            return self.sep == "(" and last.kind.role in OPEN
        return last.kind.role in OPEN


def _is_article(segment: Segment) -> bool:
    """ "cơ quan Ban Dân vận": the word only says what kind of thing follows."""
    return segment.kind.key == "set:co-quan" and not segment.plural and not segment.rest
