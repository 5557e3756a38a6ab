"""How the marks of a phrase make bodies: which organ is of which body, what a word distributes over.

A chain is a body from the inside out: "Văn thư | Ban Dân vận | Tỉnh ủy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from phahe.graph.place import Place
from phahe.loaders.body_kind import Kind, kinds
from phahe.loaders.body_forms import field_at
from phahe.loaders.body_words import Mark, marks

_OPEN = {"organ", "free", "post", "channel", "person"}
"""Roles that look for a whole in the words that follow."""
_VAGUE = "vague"
_OFFICES = {"cuc", "vu", "phong", "ban", "tong-cuc", "chi-cuc", "tt-dv", "vien"}
_NAMES = {"vt", "tt", "thanh-tra", "bao", "khoa", "vien", "to", "web", "ctd"}
_TWO_COUNTRIES = re.compile(r"\s+(Việt Nam|VN)\s*[-–—]\s*((?:[A-ZĐÀ-Ỹ][\w-]*\s?){1,3}?)(?=\s|[,;.]|$)")


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
    """Of a vague set: its words."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A body in its wholes, from the inside out; *group* counts the parts between ``;``."""

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


def chains(words: str, found: Sequence[Mark]) -> list[Chain]:
    """The chains of a phrase, with places and levels spread over what they are meant for."""
    parser = _Parser(words, list(found))
    return spread(parser.read())


class _Parser:
    """Reads marks from left to right; holds the chain being read."""

    def __init__(self, words: str, found: list[Mark]) -> None:
        self.words = words
        self.marks = found
        self.at = 0
        self.now: list[Segment] = []
        self.done: list[Chain] = []
        self.group = 0
        self.sep = ""
        self.joined = ""
        self.plural = False
        self.central = False
        self.over: list[Segment] = []
        self.skipping = False

    def read(self) -> list[Chain]:
        """All chains."""
        while self.at < len(self.marks):
            mark = self.marks[self.at]
            self.at += 1
            if self.skipping and not (mark.sort == "stop" and mark.text in ";.") :
                if mark.sort != "sep" or mark.text != ",":
                    continue
                self.skipping = self._skips_on()
                if self.skipping:
                    continue
            getattr(self, f"_{mark.sort}")(mark)
        self._close()
        return self.done

    def _skips_on(self) -> bool:
        """Whether a skipped clause goes on behind a comma: no body begins there."""
        ahead = [mark for mark in self.marks[self.at : self.at + 2] if mark.sort != "the"]
        return not (ahead and ahead[0].sort in ("kind", "committees", "youth"))

    def _close(self) -> None:
        if self.now:
            self.done.append(Chain(tuple(self.now), self.group, self.joined, bool(self.over)))
        self.now = []

    def _begin(self, segment: Segment) -> None:
        """A new chain, or the whole of the one being read."""
        if self.now and self._may_hold(segment):
            if self.now[-1].kind.key == "set:co-quan" and not self.now[-1].plural and not self.now[-1].rest:
                self.now = []
            self.now.append(segment)
        else:
            self._close()
            self.joined = self.sep
            inner = self.over if self._distributes(segment) else []
            if not inner:
                self.over = [] if segment.kind.role in _OPEN else self.over
            self.now = [*inner, segment]
        self.sep, self.plural, self.central = "", False, False

    def _distributes(self, segment: Segment) -> bool:
        return bool(self.over) and (segment.kind.role not in _OPEN or not segment.kind.branch == "party" and segment.kind.role == "organ" and segment.kind.key == "cd")

    def _may_hold(self, whole: Segment) -> bool:
        last = self.now[-1]
        if self.sep not in ("", "-", "("):
            return False
        if last.kind.role == "region":
            return whole.kind.key.startswith("qdhg")
        if last.kind.role == "national" or whole.kind.role == "word":
            return False
        if last.kind.role == "set":
            return last.kind.whole in ("committee", "members", "issuer", "union", _VAGUE) and not last.place and whole.kind.role != "set"
        if last.place or last.level or last.units:
            return self.sep == "(" and last.kind.role in _OPEN
        return last.kind.role in _OPEN or (last.kind.key == "ty" and whole.kind.key == "ca")

    # ------------------------------------------------------------------ one method a sort of mark

    def _kind(self, mark: Mark) -> None:
        kind = mark.kind
        assert kind is not None
        if kind.role == "word":
            self._word(mark)
            return
        if self.now and self.sep in (",", "và") and self._field(mark.start):
            return
        if kind.role == "person":
            self.plural = self.plural or mark.text[0].isupper() and False
            return
        if kind.role == "set" and not self._set_may_begin(kind):
            self._word(mark)
            return
        if self.now and not self.sep and self._part_of_own(kind, mark):
            return
        if self.now and not self.sep and kind.role in ("organ", "channel", "body") and self._is_name(kind):
            self._word(mark)
            return
        level = "central" if self.central else ""
        segment = Segment(kind, mark.start, mark.end, level=level, plural=self.plural, said=mark.text)
        if kind.role == "friendship":
            segment = self._countries(segment)
        if mark.field is not None:
            segment = replace(segment, own=mark.field.name)
        elif kind.own == "field":
            hit = field_at(self.words, mark.end)
            if hit:
                segment = replace(segment, own=hit[0].name, end=hit[1])
                self._jump(hit[1])
        self._begin(segment)

    def _countries(self, segment: Segment) -> Segment:
        """ "Hội hữu nghị Việt Nam – Lào": the countries are its own name."""
        found = _TWO_COUNTRIES.match(self.words, segment.end)
        if found is None:
            return segment
        self._jump(found.end())
        return replace(segment, own=" – ".join(found.groups()), end=found.end())

    def _part_of_own(self, kind: Kind, mark: Mark) -> bool:
        """"Ty Công an": the kind is the field of the one before it; "Ban Chỉ đạo ... Công an" is not."""
        last = self.now[-1]
        if last.kind.key == "ty" and kind.key == "ca":
            self.now[-1] = replace(last, own="Công an", end=mark.end)
            return True
        return False

    def _is_name(self, kind: Kind) -> bool:
        """ "Cục Văn thư", "Phòng Thanh tra": the words behind a unit of an office are its name."""
        last = self.now[-1]
        return last.kind.key in _OFFICES and not last.own and (kind.key in _NAMES or kind.role == "body" and kind.own == "words")

    def _set_may_begin(self, kind: Kind) -> bool:
        if kind.whole != _VAGUE or self.plural:
            return True
        return not self.now or self.sep in (",", "và", ";", ":") or self.now[-1].kind.role == "post"

    def _field(self, start: int) -> bool:
        """ "các Sở: A, B": a field alone is another department of the kind before it."""
        last = self.now[-1] if self.now else (self.over[-1] if self.over else None)
        if last is None or last.kind.own != "field":
            return False
        if not (last.plural or self.over or self.sep == ","):
            return False
        hit = field_at(self.words, start)
        if hit is None:
            return False
        inner = self.now[:-1] if self.now else self.over[:-1]
        again = replace(last, own=hit[0].name, start=start, end=hit[1], place=None, level="")
        self._close()
        self.joined = self.sep or ","
        self.now = [*inner, again]
        self.sep, self.plural = "", False
        self._jump(hit[1])
        return True

    def _jump(self, offset: int) -> None:
        while self.at < len(self.marks) and self.marks[self.at].start < offset:
            self.at += 1

    def _place(self, mark: Mark) -> None:
        place = mark.place
        assert place is not None
        if not self.now:
            self.sep = ""
            return
        last = self.now[-1]
        if self.sep in ("", "-", "(", "/") or place.level == "country":
            if place.level == "country" and self.sep in (",", "và"):
                self._country(mark)
            elif last.place is None and not (place.id == "place:viet-nam"):
                self.now[-1] = replace(last, place=place, end=mark.end)
            elif last.place is not None and self.sep == "/" and place.level != "country":
                self._another(mark)
            else:
                self.now[-1] = replace(last, end=mark.end)
        elif last.place is not None:
            self._another(mark)
        self.sep, self.plural = "", False

    def _another(self, mark: Mark) -> None:
        """The same bodies of another place: "tỉnh A, B, C"."""
        chain = [*self.now[:-1], replace(self.now[-1], place=mark.place, start=mark.start, end=mark.end)]
        again = [replace(each, start=mark.start, end=mark.end) for each in chain]
        joined = self.sep
        self._close()
        self.joined = joined
        self.now = again

    def _country(self, mark: Mark) -> None:
        """ "..., nước CHXHCN Việt Nam": the country of the bodies named so far, no body."""
        if self.words[mark.start : mark.end] and self.now:
            self.done.append(Chain(tuple(self.now), self.group, self.joined, bool(self.over)))
            self.now = []
            self.done.append(Chain((Segment(_COUNTRY, mark.start, mark.end, place=mark.place),), self.group, ","))

    def _level(self, mark: Mark) -> None:
        ahead = self.marks[self.at] if self.at < len(self.marks) else None
        if mark.level == "central" and ahead is not None and ahead.sort == "kind" and ahead.kind is not None:
            if ahead.kind.role in ("association", "centre", "own") :
                self.central = True
                return
        if ahead is not None and ahead.sort == "place" or mark.level in ("", "country"):
            if self.plural and self.now and ahead is not None and ahead.sort != "place" and mark.level:
                pass
            elif self.now and not self.sep and mark.level and not self.now[-1].level and ahead is not None and ahead.sort == "place":
                self.now[-1] = replace(self.now[-1], level=mark.level, end=mark.end)
                return
            else:
                if mark.level == "" and self.now and not self.sep:
                    self._word(mark)
                return
        if not self.now:
            self._alone(mark)
            return
        last = self.now[-1]
        if self.sep in ("", "-", "(") and not last.units and not last.level:
            if self.plural and mark.level not in ("central", "all", "grassroots") and not mark.level.startswith("each"):
                self.now[-1] = replace(last, units=mark.text, level=mark.level, end=mark.end, plural=True)
            else:
                self.now[-1] = replace(last, level=mark.level, end=mark.end)
        elif last.level and self.sep in (",", "và", "-", "/") and mark.level not in ("all", "central"):
            again = replace(last, level=mark.level, place=None, start=mark.start, end=mark.end)
            inner = [replace(each, start=mark.start, end=mark.end) for each in self.now[:-1]]
            joined = self.sep
            self._close()
            self.joined = joined
            self.now = [*inner, again]
        else:
            self.now[-1] = replace(last, end=mark.end) if not self.sep else last
        self.sep, self.plural = "", False

    def _alone(self, mark: Mark) -> None:
        """ "các huyện", "huyện Hội": a level without a body before it."""

    def _units(self, mark: Mark) -> None:
        ahead = self.marks[self.at] if self.at < len(self.marks) else None
        if ahead is not None and ahead.sort == "kind" and ahead.kind is not None and ahead.kind.role in ("own", "association"):
            self.at += 1
            self._begin(Segment(ahead.kind, mark.start, ahead.end, units=mark.text, plural=True))
            return
        if self.now and self.sep in ("", "(", "-") and not self.now[-1].units:
            self.now[-1] = replace(self.now[-1], units=mark.text, end=mark.end, plural=True)
        elif self.now and self.now[-1].units:
            again = replace(self.now[-1], units=mark.text, rest="", start=mark.start, end=mark.end)
            joined = self.sep
            self._close()
            self.joined = joined
            self.now = [again]
        else:
            self._begin(Segment(kinds()["set:dia-phuong"], mark.start, mark.end, units=mark.text, plural=True))
        self.sep, self.plural = "", False

    def _committees(self, mark: Mark) -> None:
        self._begin(Segment(_COMMITTEES, mark.start, mark.end, units=mark.text, plural=True))

    def _youth(self, mark: Mark) -> None:
        self._begin(Segment(_YOUTHS, mark.start, mark.end, units=mark.text, plural=True))

    def _the(self, mark: Mark) -> None:
        self.plural = True

    def _link(self, mark: Mark) -> None:
        """ "của", "thuộc", "trong": what follows is the whole or the place."""

    def _clause(self, mark: Mark) -> None:
        """ "các huyện có đường biên giới ...": it narrows the set, up to the next ``;``."""
        ahead = self.marks[self.at] if self.at < len(self.marks) else None
        if mark.text == "trong" and ahead is not None and ahead.sort in ("level", "place"):
            return
        last = self.now[-1] if self.now else None
        if last is None or not (last.kind.role == "set" or last.units):
            self._word(mark)
            return
        stop = self._end_of_clause()
        self.now[-1] = replace(last, rest=self.words[last.end : stop].strip(), end=stop)
        self._jump(stop)

    def _number(self, mark: Mark) -> None:
        if self.now and not self.sep and self.now[-1].kind.own and self.now[-1].kind.role != "foreign":
            self._word(mark)

    def _sep(self, mark: Mark) -> None:
        if mark.text == ":" and self.now:
            self.over = [replace(each, plural=False) for each in self.now]
            self.now = []
        elif mark.text == ")":
            self.sep = ""
            return
        elif mark.text == "(":
            ahead = self.marks[self.at] if self.at < len(self.marks) else None
            if ahead is None or ahead.sort not in ("kind", "level") or not self.now:
                self._skip_bracket()
                return
        elif mark.text in "-–—":
            tight = self.words[mark.start - 1 : mark.start].isalnum() and self.words[mark.end : mark.end + 1].isalnum()
            if tight and self.now and self.now[-1].kind.own == "words":
                self._word(mark)
                return
            self.sep = self.sep or "-"
            return
        if mark.text in ("'", '"', "“", "”", "*", "_"):
            return
        self.sep = "," if mark.text not in ("và", "(", "/") else mark.text

    def _skip_bracket(self) -> None:
        depth = 1
        while self.at < len(self.marks) and depth:
            sign = self.marks[self.at].text
            depth += (sign == "(") - (sign == ")")
            self.at += 1

    def _stop(self, mark: Mark) -> None:
        if mark.text in (";", "với"):
            self._close()
            self.group += 1
            self.sep, self.over, self.plural, self.skipping = "", [], False, False
        elif mark.text != ".":
            self._close()
            self.skipping = True

    def _word(self, mark: Mark) -> None:
        if self.sep in (",", "và", ":", "-") and (self.now or self.over) and self._field(mark.start):
            return
        if not self.now:
            return
        last = self.now[-1]
        text = self.words[last.end : mark.end]
        takes = last.kind.own in ("words", "field") and not (last.place or last.level or last.units)
        if last.kind.role == "set" or last.units:
            if self.sep in ("", "-") or (self.sep in (",", "và") and last.rest):
                self.now[-1] = replace(last, rest=(last.rest + text).strip(), end=mark.end)
                self.sep = ""
        elif takes and (self.sep in ("", "và", "-") or (self.sep == "," and " về " in f" {last.own} ")):
            self.now[-1] = replace(last, own=(last.own + text).strip(), end=mark.end)
            self.sep = ""
        elif self.sep in (",", "và"):
            self._close()
        self.plural = False

    def _end_of_clause(self) -> int:
        for mark in self.marks[self.at :]:
            if mark.sort == "stop" and mark.text == ";":
                return mark.start
        return len(self.words.rstrip(" .,;"))


_COMMITTEES = Kind("set:committees", "Các huyện ủy, thị ủy, thành ủy", "set", "district", "party", "words", whole="committee")
_YOUTHS = Kind("set:youth", "Các huyện đoàn", "set", "district", "mass", "words", whole="youth")
_COUNTRY = Kind("country", "", "country", "country", "", "")


def spread(found: list[Chain]) -> list[Chain]:
    """Give the place or level that stands once behind a list to all of the list; drop appositions."""
    return list(_apposed(_shared(found)))


def _shared(found: list[Chain]) -> list[Chain]:
    """ "A, B và C 03 tỉnh X, Y" is A, B and C of X and of Y; "A, B tỉnh" is A tỉnh and B tỉnh."""
    result: list[Chain] = []
    at = 0
    while at < len(found):
        run = [found[at]]
        while at + len(run) < len(found) and _goes_on(run[-1], found[at + len(run)]):
            run.append(found[at + len(run)])
        at += len(run)
        result.extend(_spread_run(run))
    return result


def _goes_on(left: Chain, right: Chain) -> bool:
    return left.group == right.group and right.joined in (",", "và")


def _spread_run(run: list[Chain]) -> Iterator[Chain]:
    heads: list[Chain] = []
    at = 0
    while at < len(run):
        chain = run[at]
        outer = chain.segments[-1]
        if outer.place is None and not outer.level and not outer.units and _placeable(outer.kind):
            heads.append(chain)
            at += 1
            continue
        group = [chain]
        while at + len(group) < len(run) and _same_but_place(chain, run[at + len(group)]):
            group.append(run[at + len(group)])
        at += len(group)
        if heads and _placeable(outer.kind):
            heads = [head for head in heads if not _foreign(outer) or head.segments[-1].kind.role in ("foreign", "association", "body")]
            for head in heads:
                yield from (_placed(head, each.segments[-1]) for each in (group if _spans_places(group) else [chain]))
            heads = []
        elif heads:
            yield from heads
        heads = []
        yield from group
    yield from heads


def _foreign(segment: Segment) -> bool:
    return segment.place is not None and segment.place.country != "VN"


def _spans_places(group: list[Chain]) -> bool:
    return group[0].segments[-1].place is not None


def _placeable(kind: Kind) -> bool:
    return kind.role in ("body", "association", "foreign") or (kind.role == "set" and kind.whole == "place")


def _same_but_place(left: Chain, right: Chain) -> bool:
    one, two = left.segments[-1], right.segments[-1]
    return one.kind is two.kind and two.place is not None and one.own == two.own and one.place is not None


def _placed(head: Chain, where: Segment) -> Chain:
    outer = replace(
        head.segments[-1], level=where.level, place=where.place, units=where.units, plural=bool(where.units)
    )
    return replace(head, segments=(*head.segments[:-1], outer))


def _apposed(found: list[Chain]) -> Iterator[Chain]:
    """ "Bộ Chỉ huy Quân sự tỉnh, Bộ Tư lệnh Quân khu 7, nước CHXHCN Việt Nam": one body in its wholes."""
    drop: set[int] = set()
    wholes: dict[int, tuple[Segment, ...]] = {}
    for end, last in enumerate(found):
        is_country = last.segments[-1].kind.role == "country"
        if is_country:
            drop.add(end)
        if not is_country and not last.segments[-1].kind.key.startswith("qdhg"):
            continue
        at = end
        while at and found[at].joined == "," and found[at - 1].segments[-1].kind.key == "qk":
            at -= 1
        units = [one for one in range(at) if _is_unit(found[one]) and found[one].group == last.group]
        if units and (at < end or not is_country):
            above = tuple(found[one].segments[-1] for one in range(at, end + (not is_country)))
            drop.update(range(at, end + 1))
            wholes.update((one, above) for one in units)
    for one, chain in enumerate(found):
        if one not in drop:
            above = wholes.get(one, ())
            yield replace(chain, segments=(*chain.segments, *above), told=len(above))


def _is_unit(chain: Chain) -> bool:
    return chain.segments[-1].kind.key in ("bchqs", "tkqs")


def read(words: str, *args: object) -> list[Chain]:
    """The chains of *words*."""
    return chains(words, marks(words, *args))  # type: ignore[arg-type]
