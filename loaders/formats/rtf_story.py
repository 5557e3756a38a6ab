"""The body of an RTF file, or a note, while it is being read: its paragraphs, cells and rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from phahe.loaders.formats import legacy
from phahe.loaders.formats.compose import Block, Table


@dataclass(slots=True)
class Story:
    """The body, or a note: its blocks so far, the open row and the open paragraph."""

    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    """Letters in one font, not decoded yet: in VNI two of them are one letter."""
    font: str | None = None
    cell: list[Block] = field(default_factory=list)
    row: list[list[Block]] = field(default_factory=list)
    rows: list[tuple[list[Block], ...]] = field(default_factory=list)
    in_table: bool = False

    def write(self, text: str, font: str | None) -> None:
        """Add *text* drawn in *font*."""
        if font != self.font:
            self.settle()
            self.font = font
        self.run.append(text)

    def settle(self) -> None:
        """Decode the letters of the font that ends here."""
        self.words.append(legacy.by_font("".join(self.run), self.font))
        self.run.clear()

    def paragraph(self) -> str:
        """The open paragraph, which ends."""
        self.settle()
        text = "".join(self.words)
        self.words.clear()
        return text

    def end_paragraph(self) -> None:
        """The open paragraph is whole."""
        text = self.paragraph()
        if self.in_table:
            self.cell.append(text)
        else:
            self.end_table()
            self.blocks.append(text)

    def end_cell(self) -> None:
        """The open cell is whole."""
        self.cell.append(self.paragraph())
        self.row.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """The open row is whole."""
        if self.row:
            self.rows.append(tuple(self.row))
        self.row = []

    def end_table(self) -> None:
        """The open table is whole."""
        self.end_row()
        if self.rows:
            self.blocks.append(Table(tuple(self.rows)))
        self.rows = []

    def finished(self) -> list[Block]:
        """All blocks, the open paragraph included."""
        self.in_table = False
        self.words[:0] = [f"{block}\n" for block in self.cell if isinstance(block, str)]
        self.cell = []
        self.end_paragraph()
        return self.blocks
