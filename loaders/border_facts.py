"""Which places lie at the border, as documents say it.

"các huyện biên giới như Lộc Ninh, Bù Đốp"; "các tỉnh giáp biên thuộc Vương quốc Campuchia". With
which country is said by the text, else by the borders of the province (data/places.csv).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phahe.graph.gazetteer import places_in
from phahe.graph.model import Certainty, Evidence
from phahe.graph.place import Place, place, place_named, province_of
from phahe.loaders.fact import Fact, edge, place_facts, sentence_of
from phahe.loaders.home import Home
from phahe.loaders.reading import Paragraph, Reading

AT_BORDER = re.compile(
    r"\b(?:tỉnh|huyện|xã|địa phương)(?:,\s(?:thị|xã|huyện|phường|thị xã))*"
    r"\s(?:biên giới|giáp biên(?:\sgiới)?)"
)
_SUCH_AS = re.compile(r"\s*(?:như|gồm|là)?\s*:?\s*(?=[A-ZĐÀ-Ỹ])")
_OF_COUNTRY = re.compile(
    r"\s*(?:thuộc|của|với|nước|bạn)\s(?:nước\s|Vương quốc\s)?(?P<country>Campuchia|Lào|Trung Quốc)"
)
LIST_REACH = 120


def border_facts(reading: Reading, home: Home) -> Iterator[Fact]:
    """BORDERS from each place called a border place to the country it borders."""
    for paragraph in reading.paragraphs:
        if "biên" in paragraph.text:
            for found in AT_BORDER.finditer(paragraph.text):
                yield from _read(reading, paragraph, found, home)


def _read(
    reading: Reading, paragraph: Paragraph, found: re.Match[str], home: Home
) -> Iterator[Fact]:
    start, end = paragraph.source(found.start()), paragraph.source(found.end())
    evidence = (sentence_of(reading, start, end, "borders"),)
    of_country = _OF_COUNTRY.match(paragraph.text, found.end())
    such_as = _SUCH_AS.match(paragraph.text, found.end())
    if of_country and home.province:
        country = place_named(of_country["country"], "country")
        if country and country.id in home.province.borders:
            yield from _border(home.province, country, evidence, "explicit")
    elif such_as:
        for inner in _listed(paragraph.text[such_as.end() :][:LIST_REACH], home):
            for country in _neighbours(inner):
                yield from _border(inner, country, evidence, "implied")


def _listed(words: str, home: Home) -> Iterator[Place]:
    """The places of a list, up to the first words between that are no list any more."""
    last = 0
    for inner, start, end in places_in(words, within=home.province):
        if not re.fullmatch(r"(?:\s|,|;|và|huyện|xã|tỉnh|thị xã)*", words[last:start]):
            return
        yield inner
        last = end


def _neighbours(inner: Place) -> list[Place]:
    """The countries its province borders."""
    province = province_of(inner)
    near = [place(one) for one in province.borders] if province else []
    return [one for one in near if one and one.kind == "country"]


def _border(
    inner: Place, country: Place, evidence: Sequence[Evidence], certainty: Certainty
) -> Iterator[Fact]:
    yield from place_facts(inner, evidence)
    yield from place_facts(country, evidence)
    yield edge(inner.id, "BORDERS", country.id, evidence, certainty)
