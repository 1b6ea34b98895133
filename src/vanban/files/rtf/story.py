"""A story of an RTF file: its body, a note, a margin, a text box."""

from __future__ import annotations

from vanban.errors import TooLarge
from vanban.files.amount import MAX_PARAGRAPHS, PARAGRAPHS
from vanban.files.blocks import Block
from vanban.files.counting import bullet
from vanban.files.lines import folded
from vanban.files.nesting import Tables
from vanban.files.pieces import Piece, paragraphs_of, said
from vanban.files.rtf.rows import RowForm


class Story:
    """What has been read of it. ``kind``: "body", "note", "margin", "box", "label" (the number of a paragraph).

    ``label`` is what stands before the paragraph that is being read.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.tables = Tables()
        self.form = RowForm()
        self.pieces: list[Piece] = []
        self.label = ""
        self.boxes: list[Block] = []

    def end_paragraph(self, depth: int) -> None:
        """What was said is a paragraph in tables so deep (0: in none)."""
        if depth == 0 and self._in_row():
            depth = 1
        elif depth == 0:
            self.form = RowForm()
        place = self.tables.at(depth)
        place += paragraphs_of(self.pieces, label=self.label)
        place += self.boxes
        if len(place) > MAX_PARAGRAPHS:
            raise TooLarge(PARAGRAPHS)
        self.pieces, self.label, self.boxes = [], "", []

    def end_cell(self, depth: int) -> None:
        self.end_paragraph(depth)
        self.tables.end_cell()

    def end_row(self, depth: int) -> None:
        """How a row is cut that stands in a cell does not matter: it becomes a line there."""
        form = self.form if depth == 1 else None
        if self.pieces:
            self.end_paragraph(min(len(self.tables.open), depth))
        if self.tables.open:
            self.tables.at(depth)
            self.tables.end_row(form)

    def _in_row(self) -> bool:
        """Whether a row has begun and not ended."""
        tables = self.tables.open
        return bool(tables and (tables[0].cells or tables[0].cell))

    def blocks(self) -> list[Block]:
        """All of it. The story has ended."""
        self.end_paragraph(0)
        return self.tables.at(0)


def label_of(story: Story) -> str:
    """The number or the bullet that it shows."""
    text = folded(said(story.pieces))
    return bullet(text) if len(text) == 1 and not text.isalnum() or text == "o" else text
