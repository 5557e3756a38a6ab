"""What a DOCX file says once for many places: fonts, hidden text and list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from phahe.loaders.formats.package import Element, Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = ("0", "false", "off")
CHAIN = 20
"""Styles based on styles: more is a circle."""
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
PLACE = re.compile(r"%([1-9])")
LARGEST = 3999


def value(parent: Element | None, path: str) -> str | None:
    """``w:val`` of the child at *path* (names joined by ``/``), or None."""
    if parent is None:
        return None
    child = parent.find("/".join(W + step for step in path.split("/")))
    return None if child is None else child.get(W + "val", "")


@dataclass(frozen=True, slots=True)
class Look:
    """Font and visibility of a run; None where a style decides."""

    font: str | None = None
    hidden: bool | None = None


def look(properties: Element | None) -> Look:
    """Read ``w:rPr``."""
    if properties is None:
        return Look()
    fonts = properties.find(W + "rFonts")
    names = () if fonts is None else (fonts.get(W + key) for key in ("ascii", "hAnsi", "cs"))
    vanish = value(properties, "vanish")
    return Look(next(filter(None, names), None), None if vanish is None else vanish not in OFF)


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph or character style."""

    look: Look
    based_on: str | None
    numbering: Element | None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id."""

    styles: dict[str, Style]
    standard: str | None
    font: str | None

    def chain(self, style: str | None) -> Iterator[Style]:
        """*style* and what it is based on."""
        for _ in range(CHAIN):
            if style is None or style not in self.styles:
                return
            yield self.styles[style]
            style = self.styles[style].based_on

    def look(self, run: Element | None, paragraph_style: str | None) -> Look:
        """What a run looks like: its own properties, then its style's, then the paragraph's."""
        own = look(run)
        by_style = list(self.chain(value(run, "rStyle")))
        fonts = [own.font, *(style.look.font for style in by_style)]
        fonts += [style.look.font for style in self.chain(paragraph_style)]
        hidden = [own.hidden, *(style.look.hidden for style in by_style)]
        return Look(
            next((font for font in fonts if font), self.font),
            next((value for value in hidden if value is not None), False),
        )


def read_styles(package: Package) -> Styles:
    """Read ``word/styles.xml``."""
    root = package.part("word/styles.xml")
    if root is None:
        return Styles({}, None, None)
    styles = {}
    standard = None
    for element in root.findall(W + "style"):
        name = element.get(W + "styleId", "")
        styles[name] = Style(
            look(element.find(W + "rPr")),
            value(element, "basedOn"),
            element.find(f"{W}pPr/{W}numPr"),
        )
        if element.get(W + "default") == "1" and element.get(W + "type") == "paragraph":
            standard = name
    return Styles(styles, standard, look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")).font)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int
    form: str
    text: str


@dataclass(slots=True)
class Lists:
    """List numbering; `label` counts on with every paragraph."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    restarted: set[tuple[str, int]] = field(default_factory=set)

    def label(self, numbering: Element | None) -> str:
        """The number or bullet in front of the next paragraph of a list, with its blank."""
        return self.next_label(value(numbering, "numId"), whole(value(numbering, "ilvl"), 0))

    def next_label(self, number: str | None, at: int) -> str:
        """The same for level *at*, from 0, of the list called *number*."""
        if not number or number not in self.lists:
            return ""
        abstract, starts = self.lists[number]
        level = self.levels.get(abstract, {}).get(at)
        if level is None or level.form == "none":
            return ""
        counts = self.counts.setdefault(abstract, {})
        if at in starts and (number, at) not in self.restarted:
            self.restarted.add((number, at))
            counts[at] = starts[at]
        else:
            counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [key for key in counts if key > at]:
            del counts[deeper]
        return "- " if level.form == "bullet" else self._written(abstract, level, counts)

    def _written(self, abstract: str, level: Level, counts: dict[int, int]) -> str:
        def one(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            of = self.levels[abstract].get(at, level)
            return written(counts.get(at, of.start), of.form)

        text = PLACE.sub(one, level.text)
        return f"{text} " if text else ""


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of at most nine digits, or *otherwise*."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text) else otherwise


def written(number: int, form: str) -> str:
    """A number in a list's form.

    >>> written(4, "upperRoman"), written(2, "lowerLetter"), written(7, "decimalZero")
    ('IV', 'b', '07')
    """
    if form in ("upperRoman", "lowerRoman") and 0 < number <= LARGEST:
        text = ""
        for size, digits in ROMAN:
            text += digits * (number // size)
            number %= size
        return text.upper() if form == "upperRoman" else text
    if form in ("upperLetter", "lowerLetter") and 0 < number <= LARGEST:
        text = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
        return text.upper() if form == "upperLetter" else text
    return f"{number:02d}" if form == "decimalZero" else str(number)


def read_lists(package: Package) -> Lists:
    """Read ``word/numbering.xml``."""
    lists = Lists()
    root = package.part("word/numbering.xml")
    for element in () if root is None else root.findall(W + "abstractNum"):
        lists.levels[element.get(W + "abstractNumId", "")] = {
            whole(level.get(W + "ilvl"), 0): Level(
                whole(value(level, "start"), 1),
                value(level, "numFmt") or "decimal",
                value(level, "lvlText") or "",
            )
            for level in element.findall(W + "lvl")
        }
    for element in () if root is None else root.findall(W + "num"):
        starts = {
            whole(level.get(W + "ilvl"), 0): whole(value(level, "startOverride"), 1)
            for level in element.findall(W + "lvlOverride")
            if level.find(W + "startOverride") is not None
        }
        lists.lists[element.get(W + "numId", "")] = (value(element, "abstractNumId") or "", starts)
    return lists
