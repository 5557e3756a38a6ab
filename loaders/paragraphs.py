"""Lines to paragraphs: wrapped lines joined, page breaks and footnotes bridged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from phahe.loaders.letterhead_line import is_line
from phahe.loaders.line import Line, cells, part
from phahe.loaders.phrases import ends, opens
from phahe.loaders.running import PAGE_NUMBER, is_running
from phahe.loaders.section import BULLET, FIRST, Label, Outline, label_of
from phahe.loaders.split import is_annex

_TERMINAL = frozenset(".;:!?…")
_FIELD = re.compile(r"[^:.;]{4,60}:")
_NOTE = re.compile(r"\s*(?:<sup>\s?(\d{1,3})\s?</sup>|\[\^(\d{1,3})\]:?)\s*")
_TAIL_NOTE = re.compile(r"\s*(\d{1,2})()\s+(?=[-–“\"A-ZĐ])")
_NUMBER = re.compile(r"\d{1,5}[a-z]?\s?[-/]|\d{1,2}\s+tháng|(?:19|20)\d\d\b")
"""What "số", "ngày", "năm" left for the next line."""
_DOCUMENT = re.compile(
    r"(?:Luật|Pháp lệnh|Nghị (?:định|quyết)|Quyết định|Thông tư|Chỉ thị|Kết luận|Quy (?:định|chế)"
    r"|Kế hoạch|Chương trình|Hướng dẫn|Thông (?:báo|tri)|Công văn|Văn bản)"
    r"(?: liên tịch)?(?: số \d| ngày \d| \d| [A-ZĐ])"
)
_SPEAKING = re.compile(
    r"\b(?:ban hành|xây dựng|lập|quyết định|quyết nghị|hướng dẫn|đề nghị|yêu cầu|thông báo"
    r"|báo cáo)\b"
)
_STAR = re.compile(r"\s*(?:\\\*|\*)\s")


@dataclass(slots=True)
class Group:
    """The lines of one paragraph while they come in."""

    lines: list[Line]
    label: Label | None = None
    star: bool = False
    heading: bool = False
    """Marked as a heading by markdown."""
    row: bool = False
    """A row of a table; its lines are the cells."""
    note: str = ""
    """Number of the footnote it is."""
    notes: list[Group] = field(default_factory=list)
    """Footnotes that interrupt it."""

    @property
    def last(self) -> str:
        """Its last line."""
        return self.lines[-1].text


def width_of(rows: Sequence[Line]) -> int:
    """Length at which lines were wrapped; 0 where every paragraph is one line."""
    lengths = sorted(len(line.text) for line in rows if len(line.text) > 30)
    if not lengths:
        return 0
    long = lengths[int(len(lengths) * 0.85)]
    return long if long < 130 else 0


def _holds(source: str, rows: Sequence[Line], *marks: str) -> bool:
    """Whether any of *marks* stands in the lines of *source* that *rows* are."""
    if not rows:
        return False
    begin = source.rfind("\n", 0, rows[0].start) + 1
    return any(source.find(mark, begin, rows[-1].end) >= 0 for mark in marks)


class Grouper:
    """Takes lines one by one and gives paragraphs; remembers what is open."""

    def __init__(self, rows: Sequence[Line], source: str, tail: bool = False) -> None:
        """Measure *rows*; *source* is the text before mark-up was blanked.

        *tail*: the rows stand behind the signatures, where notes come with bare numbers.
        """
        self.source = source
        self.width = width_of(rows)
        self.marked = _holds(source, rows, "*", "#")
        self.noted = _holds(source, rows, "<sup>", "[^")
        self.next_note = 1 if tail else 0
        self.current: Group | None = None
        self.note: Group | None = None
        self.blanks = 0

    def take(self, line: Line) -> Group | None:
        """Take in *line*; return the paragraph that it finishes, if any."""
        text = line.text
        if (
            not text
            or is_running(text)
            or ((text[0] in "oO" or not text[0].isalpha()) and is_line(text))
            or (self.blanks and text[0].isdigit() and PAGE_NUMBER.fullmatch(text))
        ):
            self.blanks += 1
            return None
        if (self.noted or self.next_note) and self._takes_note(line):
            return None
        finished = self._paragraph(line)
        self.blanks = 0
        return finished

    def _paragraph(self, line: Line) -> Group | None:
        text = line.text
        row = _row(line) if text[0] == "|" or "\t" in text else []
        mark = _mark(self.source, line) if self.marked and not row else ""
        label = label_of(text) if text[0] in FIRST and not row else None
        current = self.current
        if current and not (mark or row) and self._goes_on(current, text, label):
            current.lines.append(line)
            return None
        self.current = Group(row or [line], label, mark == "*", mark == "#", row=bool(row))
        return current

    def _goes_on(self, current: Group, text: str, label: Label | None) -> bool:
        return bool(current.lines) and _joins(current, text, label, self.blanks, self.width)

    def _takes_note(self, line: Line) -> bool:
        """Whether *line* opens a footnote or goes on with one."""
        opened = self._note_opened(line)
        if opened:
            self.note = Group([_behind(line, opened.end())], note=opened[1] or opened[2])
            self.current = self.current or Group([])
            self.current.notes.append(self.note)
        elif self.note and self.current and self._in_note(line.text):
            self.note = _more_note(self.note, self.current, line, self.blanks)
        else:
            if self.note:
                self.blanks = 1
            self.note, self.next_note = None, 0
            return False
        self.blanks = 0
        return True

    def _in_note(self, text: str) -> bool:
        """Whether a line goes on with the footnote and not with the text it interrupts."""
        note, current = self.note, self.current
        if not note or not current or self.blanks >= 2:
            return False
        if not self.blanks:
            return True
        if current.lines and text[0].islower() and current.last[-1] not in _TERMINAL:
            return False
        return note.lines[0].text.startswith("-") and text.startswith("-")

    def _note_opened(self, line: Line) -> re.Match[str] | None:
        begin = self.source.rfind("\n", 0, line.start) + 1
        opened = _NOTE.match(self.source, begin, line.end)
        if opened or not self.next_note:
            return opened
        opened = _TAIL_NOTE.match(self.source, begin, line.end)
        if not opened or int(opened[1]) != self.next_note:
            return None
        self.next_note += 1
        return opened


def groups(rows: Sequence[Line], source: str, tail: bool = False) -> Iterator[Group]:
    """Group *rows* into paragraphs (see `Grouper`)."""
    grouper = Grouper(rows, source, tail)
    for line in rows:
        finished = grouper.take(line)
        if finished:
            yield finished
    if grouper.current:
        yield grouper.current


def _row(line: Line) -> list[Line]:
    """The cells of a row with bars or tabs; none if it is no row, or only its label has a tab."""
    if line.text[0] == "|":
        return cells(line, blank=True)[1:-1] if line.text[-1] == "|" else []
    label = label_of(line.text) if line.text.count("\t") == 1 else None
    return [] if label and label.end > line.text.index("\t") else cells(line, blank=True)


def _begins(text: str) -> bool:
    """Whether words begin a paragraph without a blank line: ``Căn cứ ...``, ``Thời gian: ...``."""
    return opens(text, "line") or (opens(text, "field") and _FIELD.match(text) is not None)


def _behind(line: Line, start: int) -> Line:
    return part(line, max(0, min(start - line.start, len(line.text))), len(line.text))


def _mark(source: str, line: Line) -> str:
    """``*`` for a starred paragraph, ``#`` for a heading of markdown."""
    before = source[source.rfind("\n", 0, line.start) + 1 : line.start]
    if "#" in before:
        return "#"
    if "*" not in before or before.lstrip().startswith("**"):
        return ""
    return "*" if _STAR.match(before + " ") else ""


def _more_note(note: Group, current: Group, line: Line, blanks: int) -> Group:
    if not blanks and not line.text.startswith("-"):
        note.lines.append(line)
        return note
    following = Group([line], note=note.note)
    current.notes.append(following)
    return following


def _joins(current: Group, text: str, label: Label | None, blanks: int, width: int) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last = current.last
    finished = last[-1] in _TERMINAL or last.endswith("./")
    if current.row or len(last) > 20_000:
        return False
    if label and not blanks and _NUMBER.match(text) and ends(last, "dangling"):
        return True
    if label and not (
        label.rank == BULLET
        and not finished
        and text[2:3].islower()
        and not blanks
        and len(last) > 0.8 * width > 0
    ):
        return False
    small = text[0].islower() or text[0] in ",;)%"
    if last[-1] == ";" and label is None and _is_next_ground(current, text):
        return True
    if blanks:
        return small and not finished and blanks < 12
    if current.label and not current.lines[0].text[current.label.end :].strip():
        return len(current.lines) == 1 and (text.isupper() or not finished)
    if last.isupper() or text.isupper():
        return last.isupper() and text.isupper() and not last.endswith(":")
    if small:
        return not last.endswith("./.")
    if finished or _begins(text):
        return False
    if ends(last, "dangling") or _is_open_ground(current, text):
        return True
    return width > 0 and len(last) > 0.72 * width


def _is_open_ground(current: Group, text: str) -> bool:
    """A ground ends with a mark; without one it goes on, unless the issuer speaks: "X ban hành"."""
    return opens(current.lines[0].text, "basis") and not _SPEAKING.search(text)


def _is_next_ground(current: Group, text: str) -> bool:
    """ "Căn cứ Luật A;", and on the next line "Quyết định số 5 ...": one list of grounds."""
    return opens(current.lines[0].text, "basis") and _DOCUMENT.match(text) is not None


def outlined(found: Sequence[Group]) -> Iterator[tuple[Group, str, str]]:
    """Every group with its label as written and its section."""
    outline = Outline()
    for group in found:
        text = group.lines[0].text if group.lines else ""
        if is_annex(text):
            outline = Outline()
            yield group, "", ""
            continue
        label = group.label
        if label and not outline.believes(label):
            label = None
        if label:
            section = outline.enter(label)
            yield group, label.text, section
        else:
            yield group, "*" if group.star else "", outline.section
