"""Where a document stands: its issuer, province, district, association.

In decreasing strength: the letterhead, the place of the date line, the operative clause ("X xây
dựng kế hoạch như sau:"), the closing sentence ("Trên đây là kế hoạch của X"), full names in the
preamble, "Nơi nhận". What none of them says stays unknown.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from phahe.graph.gazetteer import places_in
from phahe.graph.names import fold, spoken
from phahe.graph.place import Place, parent_of, province_of
from phahe.loaders.bodies import bodies, body_of_code, day
from phahe.loaders.body_kind import kinds
from phahe.loaders.body_types import Body, Home
from phahe.loaders.formats.register import HOW
from phahe.loaders.reading import Reading, Stated
from phahe.loaders.register_home import province_of as province_of_register
from phahe.loaders.speakers import decrees, speaker, speakers

__all__ = ["Home", "home", "issuer_body"]

_UNION_OF = re.compile(r"^(?:BAN CHẤP HÀNH|BCH)\s+(?=TỈNH|THÀNH|TP|HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|ĐẶC)")
"""Below the Youth Union's title its committee of a place: "BAN CHẤP HÀNH TỈNH X"."""
_ORGANS = {"btv", "bch", "tt", "dct"}
"""Organs that issue for the body they belong to."""
_CUT_OFF = ("uy ban nhan dan", "hoi dong nhan dan")
"""What is left of a letterhead whose second line got lost."""
_CHAIR = re.compile(r"^\W*chủ\s+tịch\s+", re.IGNORECASE)


def home(reading: Reading) -> Home:
    """Tell where *reading* stands, from the strongest words to the weakest."""
    here = _in_register(reading) if reading.source.how == HOW else _nowhere(reading)
    here = _from_letterhead(reading, here)
    here = _from_date_line(reading, here)
    if here.issuer is None:
        here = _from_text(reading, here)
    elif fold(here.issuer.name) in _CUT_OFF:
        here = _completed(reading, here, here.issuer)
    if here.province is None and here.level != "central":
        here = _from_names(reading, here)
    return _settled(reading, here)


def _nowhere(reading: Reading) -> Home:
    where = f"{reading.source.file}#{reading.index}"
    return Home(scope=where, date=reading.date.value if reading.date else "")


def _in_register(reading: Reading) -> Home:
    """One office keeps a register: what its rows leave unsaid ("UBND tỉnh") is the same in all."""
    date = reading.date.value if reading.date else ""
    province = province_of_register(reading.source.text, day(date))
    return Home(scope=reading.source.file, date=date, province=province)


def issuer_body(reading: Reading, here: Home) -> Body | None:
    """The body that issued the document; None if nothing says so."""
    return here.issuer


# ---------------------------------------------------------------------------------- the letterhead


def _from_letterhead(reading: Reading, here: Home) -> Home:
    lines = [each for each in (reading.parent, reading.issuer) if each is not None]
    for line in lines:
        here = _in_places(line, here, line.value)
    if reading.issuer is None:
        return here
    parent = _first(reading.parent.value, here) if reading.parent else None
    issuer = _letterhead_issuer(reading.issuer.value, parent, here)
    if issuer is None:
        return replace(here, parent=parent)
    issuer = _by_number(reading, issuer, here) or issuer
    return issued(replace(here, parent=parent), issuer, reading.issuer)


def _by_number(reading: Reading, issuer: Body, here: Home) -> Body | None:
    """The central body of which the letterhead has only the first words: "BAN TỔ CHỨC", BTCTW."""
    if reading.number is None or (issuer.level == "central" and issuer.kind != "bchtw"):
        return None
    body = body_of_code(reading.number.value, here)
    begun = issuer.kind == "bchtw" or fold(body.name if body else "").startswith(
        f"{fold(issuer.name)} "
    )
    whole = body and body.level == "central" and begun
    return replace(body, certainty=issuer.certainty) if body and whole else None


def _letterhead_issuer(words: str, parent: Body | None, here: Home) -> Body | None:
    """The letterhead's last line, maybe an organ of the line above ("TỈNH ỦY A / BAN DÂN VẬN")."""
    level = {"province": "province", "district": "district"}.get(parent.level, "") if parent else ""
    inside = replace(here, issuer=parent, level=_level_of(words, here) or level)
    if parent is not None and parent.kind == "doan":
        words = _UNION_OF.sub("Đoàn TNCS Hồ Chí Minh ", words)
    issuer = _first(words, inside)
    if issuer is None or parent is None:
        return issuer
    if issuer.id == parent.id:
        return parent
    return _of_the_centre(words, issuer, parent, inside) or issuer


def _of_the_centre(words: str, issuer: Body, parent: Body, here: Home) -> Body | None:
    """ "BAN CHẤP HÀNH TRUNG ƯƠNG / BAN TỔ CHỨC"; "ĐOÀN TNCS ... / BAN CHẤP HÀNH TRUNG ƯƠNG"."""
    role = kinds()[issuer.kind].role if issuer.kind in kinds() else ""
    if parent.kind == "bchtw" and role == "organ" and issuer.kind != "dang-uy":
        return _first(f"{words} TRUNG ƯƠNG", here)
    if issuer.kind == "bchtw" and parent.branch in ("mass", "front"):
        return _first(f"{words} {parent.name}", here)
    return None


def _level_of(words: str, here: Home) -> str:
    """The smallest place named in the letterhead itself."""
    found = places_in(words, day(here.date), here.province)
    levels = [place.level for place, _, _ in found]
    return next((level for level in ("commune", "district", "province") if level in levels), "")


# ------------------------------------------------------------------------------------ other words


def _from_date_line(reading: Reading, here: Home) -> Home:
    """ "Huyện Lộc Ninh, ngày ...": with its province; "Hà Nội" of a central body says nothing."""
    if reading.place is None or here.level == "central":
        return here
    if here.issuer is not None and here.issuer.level == "central":
        return here
    if fold(reading.place.value).strip() in ("ha noi", "tp ha noi") and here.issuer is None:
        return here
    before = here
    here = _in_places(reading.place, here, reading.place.value)
    if here.nearest is before.nearest and here.province is before.province:
        return here
    return _again(reading, here)


def _again(reading: Reading, here: Home) -> Home:
    """Read the letterhead once more, now that the place is known."""
    if reading.issuer is None:
        return here
    parent = _first(reading.parent.value, here) if reading.parent else None
    issuer = _letterhead_issuer(reading.issuer.value, parent, here)
    return issued(replace(here, parent=parent), issuer, reading.issuer) if issuer else here


def _from_text(reading: Reading, here: Home) -> Home:
    """The issuer from the operative clause, else from the closing sentence, else the signature."""
    here = _from_names(reading, here)
    for words in speakers(reading):
        issuer = speaker(words.value, here)
        if issuer is not None:
            return issued(here, issuer, words)
    return here


def _completed(reading: Reading, here: Home, issuer: Body) -> Home:
    """The rest of a letterhead's body as the text speaks of it: "UBND tỉnh ban hành Kế hoạch"."""
    for words in chain(decrees(reading), speakers(reading)):
        name = _CHAIR.sub("", words.value)
        whole = speaker(name, replace(here, issuer=None))
        if whole and whole.level and fold(whole.name).startswith(f"{fold(issuer.name)} "):
            return issued(here, whole, words)
    return here


def _from_names(reading: Reading, here: Home) -> Home:
    """The province of the first full name ("Tỉnh ủy Bình Phước", "UBND tỉnh X")."""
    for paragraph in reading.paragraphs:
        if paragraph.kind not in ("title", "preamble", "body", "closing"):
            continue
        for place, start, end in places_in(paragraph.text, day(here.date)):
            if place.level != "province" or place.country != "VN":
                continue
            before = spoken(paragraph.text[max(0, start - 12) : start])
            if re.search(r"(?:tỉnh|tỉnh ủy|thành ủy|thành phố|tp\.?|tỉnh đoàn)\s*$", before):
                stated = Stated(place.name, paragraph.source(start), paragraph.source(end - 1) + 1)
                return _placed(here, place, stated)
    for recipient in reading.recipients:
        for place, _, _ in places_in(recipient.words.value, day(here.date)):
            if place.level == "province" and place.country == "VN":
                return _placed(here, place, recipient.words)
    return here


# ------------------------------------------------------------------------------------------- parts


def _first(words: str, here: Home) -> Body | None:
    found = bodies(" ".join(words.split()), here)
    return found[0] if found else None


def _in_places(stated: Stated, here: Home, words: str) -> Home:
    """Take the Vietnamese places of *words* into *here*; what is known stays."""
    for place, _, _ in places_in(" ".join(words.split()), day(here.date), here.province):
        if place.country == "VN" and place.level != "country":
            here = _placed(here, place, stated)
    return here


def _placed(here: Home, place: Place, stated: Stated) -> Home:
    province = province_of(place)
    if here.province is not None and province is not None and province.id != here.province.id:
        return here
    if here.province is None and province is not None:
        here = replace(
            here, province=province, told=(*here.told, replace(stated, value="province"))
        )
    if place.level == "district" and here.district is None:
        here = replace(here, district=place, told=(*here.told, replace(stated, value="district")))
    if place.level == "commune" and here.commune is None:
        above = parent_of(place)
        district = above if above is not None and above.level == "district" else here.district
        here = replace(
            here,
            commune=place,
            district=district,
            told=(*here.told, replace(stated, value="commune")),
        )
    return here


def issued(here: Home, speaker: Body, stated: Stated) -> Home:
    """*speaker* issues; a standing committee does so for the body it belongs to."""
    issuer, behalf = speaker, None
    if speaker.kind in _ORGANS and speaker.parents:
        issuer, behalf = speaker.parents[0], speaker
    place = issuer.place
    if place is not None and place.country == "VN" and place.level != "country":
        here = _placed(here, place, stated)
    level = issuer.level if issuer.level != "region" else "central"
    return replace(
        here, issuer=issuer, on_behalf=behalf, level=level, branch=issuer.branch,
        association=_association(issuer), why=stated,
    )  # fmt: skip


def _association(issuer: Body) -> str:
    """The association the issuer is, or is an organ of."""
    step: Body | None = issuer
    while step is not None:
        kind = kinds().get(step.kind)
        if kind is not None and kind.role in ("association", "centre"):
            return kinds()[step.kind.removesuffix("-vn")].name
        if kind is not None and (kind.role == "youth" or kind.key.startswith("set:youth")):
            return kinds()["doan"].name
        if kind is not None and kind.key in ("cdgd", "cdvc", "cd", "cdcs", "tldld"):
            return kinds()["ldld"].name
        step = step.parents[0] if step.parents else None
    return ""


def _settled(reading: Reading, here: Home) -> Home:
    """Name the issuer anew now that all places are known, and the organ that signs for it."""
    issuer = here.issuer
    if issuer is None:
        return here
    if reading.issuer is None and issuer.as_written:
        again = _first(issuer.as_written, replace(here, issuer=None))
        if again is not None and here.why is not None:
            here = issued(here, again, here.why)
    for signature in reading.signatures:
        if here.on_behalf is None and signature.authority is not None and here.issuer is not None:
            organ = re.sub(r"(?i)^\W*T\s*[/.]?\s*M\s*[./]?\s*", "", signature.authority.value)
            found = bodies(organ, here)
            if found and found[0].kind in _ORGANS and here.issuer in found[0].parents:
                here = replace(here, on_behalf=found[0])
    return here
