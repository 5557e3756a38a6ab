"""Reading a kind of body in a phrase: its own name, its field, what it is a part of."""

from __future__ import annotations

import re
from dataclasses import replace

from phahe.loaders.body_chain import VAGUE, Draft, Segment
from phahe.loaders.body_forms import field_at
from phahe.loaders.body_kind import Kind, field_names, kinds
from phahe.loaders.body_words import Mark

COMMITTEES = Kind("set:committees", "Các huyện ủy", "set", "district", "party", "", "", "committee")
YOUTHS = Kind("set:youth", "Các huyện đoàn", "set", "district", "mass", "words", whole="youth")
_OFFICES = {"cuc", "vu", "phong", "ban", "tong-cuc", "chi-cuc", "tt-dv", "vien"}
_NAMES = {"vt", "tt", "thanh-tra", "bao", "khoa", "vien", "to", "web", "ctd"}
LONGEST = 160
"""Characters of an own name; more is a sentence."""
_TWO_COUNTRIES = re.compile(
    r"\s+(Việt Nam|VN)\s*[-–—]\s*((?:[A-ZĐÀ-Ỹ][\w-]*\s?){1,3}?)(?=\s|[,;.]|$)"
)


def read_kind(draft: Draft, mark: Mark) -> None:
    """A kind begins a body, is the whole of one, or is a word of a name ("Cục Văn thư")."""
    kind = mark.kind
    if kind is None or kind.role == "person":
        return
    if draft.sep in (",", "và") and _is_ministry(draft) and read_field(draft, mark.start):
        return
    if _is_word(draft, kind):
        if (
            kind.key == "set:to-chuc" and mark.text[0].islower()
        ):  # the verb: "các sở tổ chức hội nghị"
            draft.close()
            draft.skipping = True
        else:
            read_words(draft, mark)
    elif draft.last and draft.last.kind.key == "ty" and kind.key == "ca" and not draft.sep:
        draft.change(own="Công an", end=mark.end)
    else:
        draft.begin(_segment(draft, mark, kind))


def _is_ministry(draft: Draft) -> bool:
    """ "các Bộ: Quốc phòng, Công an": there is a ministry of the police, but no department."""
    before = draft.now or draft.over
    return bool(before) and before[-1].kind.key == "bo" and (before[-1].plural or bool(draft.over))


def _is_word(draft: Draft, kind: Kind) -> bool:
    """Whether the kind is none here: a set without article, a word of an office's name."""
    last = draft.last
    if kind.role == "set" and kind.whole == VAGUE and not draft.plural:
        begins = last is None or draft.sep in (",", "và") or last.kind.role == "post"
        return not begins
    if last is None or draft.sep or last.own or last.kind.key not in _OFFICES:
        return False
    return kind.key in _NAMES or (kind.role == "body" and kind.own == "words")


def _segment(draft: Draft, mark: Mark, kind: Kind) -> Segment:
    level = "central" if draft.central else ""
    made = Segment(kind, mark.start, mark.end, level=level, plural=draft.plural, said=mark.text)
    if kind.role == "friendship":
        return _between_countries(draft, made)
    if mark.field is not None:
        return replace(made, own=mark.field.name)
    hit = field_at(draft.words, mark.end) if kind.own == "field" else None
    if hit is None:
        return made
    draft.jump(hit[1])
    return replace(made, own=hit[0].name, end=hit[1])


def _between_countries(draft: Draft, made: Segment) -> Segment:
    """ "Hội hữu nghị Việt Nam – Lào": the countries are its own name."""
    found = _TWO_COUNTRIES.match(draft.words, made.end)
    if found is None:
        return made
    draft.jump(found.end())
    return replace(made, own=" – ".join(found.groups()), end=found.end())


def read_field(draft: Draft, start: int) -> bool:
    """ "các Sở: A, B": a field alone is another department of the kind before it."""
    before = draft.now or draft.over
    if not before or before[-1].kind.own != "field":
        return False
    if not (before[-1].plural or draft.over or draft.sep == ","):
        return False
    hit = field_at(draft.words, start)
    if hit is None:
        return False
    end = hit[1]
    one = replace(before[-1], own=hit[0].name, start=start, end=end, place=None, level="")
    draft.again([*before[:-1], one])
    draft.jump(end)
    return True


def read_set(draft: Draft, mark: Mark) -> None:
    """ "các huyện, thị, thành ủy" or "... thành đoàn"."""
    kind = COMMITTEES if mark.sort == "committees" else YOUTHS
    draft.begin(Segment(kind, mark.start, mark.end, units=mark.text, plural=True))


def read_units(draft: Draft, mark: Mark) -> None:
    """ "các huyện, thị xã": the units of the body before them, or of "Hội" behind them."""
    ahead, last = draft.ahead(), draft.last
    if ahead and ahead.kind and ahead.kind.role in ("own", "association") and ahead.sort == "kind":
        draft.at += 1
        draft.begin(Segment(ahead.kind, mark.start, ahead.end, units=mark.text, plural=True))
    elif last and draft.sep in ("", "(", "-") and not last.units:
        draft.change(units=mark.text, end=mark.end, plural=True)
    elif last and last.units:
        draft.again([replace(last, units=mark.text, rest="", start=mark.start, end=mark.end)])
    else:
        place = kinds()["set:dia-phuong"]
        draft.begin(Segment(place, mark.start, mark.end, units=mark.text, plural=True))
    draft.settle()


def read_words(draft: Draft, mark: Mark) -> None:
    """Other words: the own name of an open kind, what narrows a set, else the end of the body."""
    if draft.sep in (",", "và", ":", "-") and read_field(draft, mark.start):
        return
    last = draft.last
    if last is None:
        return
    text = draft.words[last.end : mark.end]
    if ")" in text:  # "(qua Ban Kinh tế) trước ngày 30": the name is over
        draft.close()
        return
    if last.kind.role == "set" or last.units:
        if len(last.rest) < LONGEST and (
            draft.sep in ("", "-") or (draft.sep == "và" and last.rest)
        ):
            draft.change(rest=(last.rest + text).strip(), end=mark.end)
            draft.sep = ""
    elif _takes(last, draft.sep):
        draft.change(own=(last.own + text).strip(), end=mark.end)
        draft.sep = ""
    elif draft.sep in (",", "và"):
        draft.close()
    draft.plural = False


def _takes(last: Segment, sep: str) -> bool:
    """Whether more words belong to the own name of *last*: "về" opens one that goes over commas."""
    if last.kind.own not in ("words", "field") or last.place or last.level or last.units:
        return False
    if len(last.own) > LONGEST or (last.kind.own == "field" and last.own in field_names()):
        return False
    return sep in ("", "và", "-") or (sep == "," and " về " in f" {last.own} ")


def read_clause(draft: Draft, mark: Mark) -> None:
    """ "các huyện có đường biên giới ...": it narrows the set, up to the next ``;``."""
    ahead, last = draft.ahead(), draft.last
    if mark.text == "trong" and ahead is not None and ahead.sort in ("level", "place"):
        return
    if last is None or not (last.kind.role == "set" or last.units):
        read_words(draft, mark)
        return
    stops = (each.start for each in draft.marks[draft.at :] if each.text == ";")
    stop = next(stops, len(draft.words.rstrip(" .,;")))
    draft.change(rest=draft.words[last.end : stop].strip(), end=stop)
    draft.jump(stop)
