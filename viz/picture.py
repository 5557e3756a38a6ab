"""A cascade as a still picture: the same cards, lanes and lines as in the page, as SVG.

The text is real text in Noto Sans; every width was measured with the font's own table, so
nothing is cut where the font (viz/fonts) is at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from phahe.graph.errors import UnknownNode
from phahe.graph.model import Graph
from phahe.viz.card import LABEL, LEFT, LINE, Card, cards
from phahe.viz.day import iso
from phahe.viz.letters import width
from phahe.viz.lineage import AXIS, HEAD, ROOM, Layout, ancestors, indirect, lay_out
from phahe.viz.neighbours import Neighbours, neighbours
from phahe.viz.paint import CHOSEN, DOWN, FAINT, GRID, INK, LANE, PAPER, SECTOR, UP, WARN
from phahe.viz.paint import LINE as LINE_COLOUR
from phahe.viz.route import Points, route
from phahe.viz.words import word

MOST = 60
"""Documents in a picture; the nearest ones are kept."""


def cascade_svg(graph: Graph, document_id: str, language: str = "vi") -> str:
    """Return the picture of everything above and below a document, with title and description.

    Raises UnknownNode if *graph* has no document *document_id*.
    """
    around = neighbours(graph)
    papers = cards(around, language)
    if document_id not in papers:
        raise UnknownNode(f"{document_id}: no document of this graph has this id")
    shown, left = _chain(document_id, around)
    parents = {each: [p for p in around.parents(each) if p in shown] for each in shown}
    layout = lay_out((papers[each] for each in shown), parents)
    right = max(band.right for band in layout.bands)
    bottom = max(band.bottom for band in layout.bands)
    name = graph.nodes[document_id].name  # type: ignore[index]
    notes = [_note(graph, shown, language)]
    if left:
        notes.append(word("chain.more", language).replace("{n}", str(left)))
    drawing = [
        *_grounds(layout, graph, language),
        *_ticks(layout),
        *_lines(layout, parents, document_id),
        *(_card(papers[each], layout, parents, papers, document_id, language) for each in shown),
    ]
    title = word("picture.title", language).replace("{name}", name)
    return _sheet(title, " ".join(notes), drawing, right, bottom + AXIS)


def _chain(document: str, around: Neighbours) -> tuple[list[str], int]:
    """Return the documents of the picture, nearest first, and how many were left out."""
    found = [document]
    for step in (around.parents, around.children):
        waiting, seen = [document], {document}
        for each in waiting:
            new = [n for n in step(each) if n not in seen]
            seen.update(new)
            waiting += new
        found += [each for each in waiting if each not in found]
    return found[:MOST], len(found) - len(found[:MOST])


def _note(graph: Graph, shown: list[str], language: str) -> str:
    held = sum(bool(graph.nodes[each].fields.get("held")) for each in shown)  # type: ignore[index]
    text = word("picture.note", language)
    for key, value in (("n", len(shown)), ("held", held), ("cited", len(shown) - held)):
        text = text.replace(f"{{{key}}}", str(value))
    return text


def _grounds(layout: Layout, graph: Graph, language: str) -> Iterator[str]:
    for at, lane in enumerate(layout.lanes):
        band = layout.bands[lane.band]
        high, wide = lane.bottom - lane.top, band.right - band.left
        yield (
            f'<rect x="{band.left}" y="{lane.top}" width="{wide}" height="{high}"'
            f' fill="{LANE[at % 2]}"/>'
        )
        name = word(f"level.{lane.level}", language)
        yield _text(band.left + 7, lane.top + 17, name, 11, FAINT, 700)
    for band in layout.bands:
        if band.root:
            name = graph.nodes[band.root].name  # type: ignore[index]
            text = word("lineage.family", language).replace("{name}", name)
            text = text.replace("{n}", str(band.count))
            yield _text(band.left, band.top + 24, text, 14, INK, 700)


def _ticks(layout: Layout) -> Iterator[str]:
    for band in layout.bands:
        free = -(10**9)
        for day, x in band.ticks:
            yield (
                f'<path d="M{x} {band.top + HEAD}V{band.bottom}" stroke="{GRID}"'
                ' stroke-dasharray="2 5"/>'
            )
            if x >= free:
                free = x + 66
                year, month, _ = iso(day).split("-")
                yield _text(x, band.bottom + 16, f"{month}/{year}", 12, FAINT)


def _lines(layout: Layout, parents: Mapping[str, list[str]], chosen: str) -> Iterator[str]:
    around = indirect(parents)
    up = ancestors(chosen, parents) | {chosen}
    pairs = sorted((child, parent) for child, direct in parents.items() for parent in direct)
    for child, parent in sorted(pairs, key=lambda pair: (pair not in around, pair)):
        others = [
            box
            for each, box in layout.boxes.items()
            if each not in (child, parent) and layout.band_of[each] == layout.band_of[child]
        ]
        points = route(layout.boxes[parent], layout.boxes[child], others)
        faint = (child, parent) in around
        colour = UP if child in up else DOWN if chosen in ancestors(child, parents) else LINE_COLOUR
        style = 'stroke-dasharray="1.5 5" stroke-width="1.6"' if faint else 'stroke-width="2"'
        way = "M" + "L".join(f"{x} {y}" for x, y in points)
        yield (
            f'<path d="{way}" fill="none" stroke="{colour}" stroke-linejoin="round"'
            f' stroke-linecap="round" {style}/>'
        )
        yield f'<path d="{_arrowhead(points)}" fill="{colour}"/>'


def _arrowhead(points: Points) -> str:
    (x0, y0), (x, y) = points[-2:]
    dx, dy = (x > x0) - (x < x0), (y > y0) - (y < y0)
    first = f"{x - 8 * dx - 4 * dy} {y - 8 * dy - 4 * dx}"
    return f"M{x} {y}L{first}L{x - 8 * dx + 4 * dy} {y - 8 * dy + 4 * dx}Z"


def _card(
    card: Card,
    layout: Layout,
    parents: Mapping[str, list[str]],
    papers: Mapping[str, Card],
    chosen: str,
    language: str,
) -> str:
    box = layout.boxes[card.id]
    colour, ground = SECTOR[card.sector]
    edge = (CHOSEN, 3) if card.id == chosen else (colour, 1.4)
    dash = "" if card.held else ' stroke-dasharray="6 4"'
    parts = [
        f'<g transform="translate({box.x} {box.y})">',
        f'<rect width="{box.w}" height="{box.h}" rx="6" fill="{ground}" stroke="{edge[0]}"'
        f' stroke-width="{edge[1]}"{dash}/>',
        f'<rect x="3" y="4" width="17" height="{box.h - 8}" rx="3" fill="{colour}"/>',
        _centred(11.5, 27.5, word(f"badge.{card.sector}", language), 12, PAPER),
        _text(LEFT, 20, card.label, LABEL, INK, 700),
        _text(LEFT, 37, card.line, LINE, FAINT),
    ]
    if card.conflict:
        parts.append(
            f'<g transform="translate({box.w - 24} 8)"><path d="M7 1L14 13H0Z" fill="#FFE9B0"'
            f' stroke="{WARN}" stroke-width="1.4"/><path d="M7 5V9M7 10.6V11.8" stroke="{WARN}"'
            ' stroke-width="1.6"/></g>'
        )
    lag = _lag(card, parents, papers, language)
    if lag:
        parts.append(_text(box.w - width(lag, 11.5), -5, lag, 11.5, DOWN))
    return "".join([*parts, "</g>"])


def _lag(
    card: Card, parents: Mapping[str, list[str]], papers: Mapping[str, Card], language: str
) -> str:
    """Return the days since the latest of the parents that is not reached through another."""
    passed = {parent for child, parent in indirect(parents) if child == card.id}
    near = [papers[each] for each in parents[card.id] if each not in passed]
    dated = [each for each in near if each.day is not None]
    if card.day is None or card.about or not dated:
        return ""
    latest = max(dated, key=lambda each: (each.day or 0, each.id))
    if latest.about:
        return ""
    days = card.day - (latest.day or 0)
    unit = word("day" if abs(days) == 1 else "days", language)
    group = f"{abs(days):,}".replace(",", "." if language == "vi" else ",")
    return f"{'−' if days < 0 else '+'}{group} {unit}"


def _text(x: float, y: float, words: str, size: float, colour: str, weight: int = 400) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">'
        f"{escape(words, quote=False)}</text>"
    )


def _centred(x: float, y: float, words: str, size: float, colour: str) -> str:
    return _text(x - width(words, size, bold=True) / 2, y, words, size, colour, 700)


def _sheet(title: str, note: str, drawing: list[str], right: int, bottom: int) -> str:
    wide, high = right + ROOM + 24, bottom + 16
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-ROOM - 12} -8 {wide} {high}"'
        f' width="{wide}" height="{high}" role="img" font-family="Noto Sans, Arial, sans-serif">'
        f"<title>{escape(title, quote=False)}</title><desc>{escape(note, quote=False)}</desc>"
        f'<rect x="{-ROOM - 12}" y="-8" width="{wide}" height="{high}" fill="{PAPER}"/>'
        + "".join(drawing)
        + "</svg>\n"
    )
