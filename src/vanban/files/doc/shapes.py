"""What a paragraph is: its style, its list, its place in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from vanban.files.doc.changes import (
    DEPTH,
    ELSEWHERE,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW_END,
    LEVEL,
    LIST,
    OLD_LEVEL,
    OLD_NUMBER,
    ROW_END,
    STYLE,
    changes_of,
)
from vanban.files.doc.rows import FORMING, RowForm, form_of
from vanban.files.doc.stream import Stream
from vanban.files.doc.styles import Styles

_NAMES = {
    IN_TABLE: "in_table", DEPTH: "depth", INNER_CELL: "cell_end", ROW_END: "row_end", INNER_ROW_END: "row_end",
    LIST: "list", LEVEL: "level", OLD_LEVEL: "old_level", STYLE: "style",
}  # fmt: skip


class Shape(NamedTuple):
    """``depth``: in how many tables it stands. ``list`` is a use of a list, ``level`` None where only the style is
    known. ``row`` is the form of the row that ends here."""

    style: int = 0
    depth: int = 0
    in_table: int = 0
    cell_end: int = 0
    row_end: int = 0
    list: int = 0
    level: int | None = None
    old_level: int = 0
    old_number: bytes = b""
    row: RowForm | None = None


class Shapes:
    """Found by a paragraph's style and changes, as the file keeps them. ``data`` opens the stream in which long
    changes stand."""

    def __init__(self, styles: Styles, data: Callable[[], Stream | None]) -> None:
        self.styles = styles
        self.data = data
        self._found: dict[bytes, Shape] = {}
        self._styled: dict[int, Shape] = {}

    def of(self, value: bytes) -> Shape:
        """The shape of a paragraph."""
        shape = self._found.get(value)
        if shape is None:
            shape = self._found[value] = self._shape(value)
        return shape

    def _shape(self, value: bytes) -> Shape:
        shape = _changed(self._of_style(int.from_bytes(value[:2], "little")), self._changes(value[2:]))
        return shape._replace(depth=shape.depth or min(shape.in_table, 1))

    def _of_style(self, number: int) -> Shape:
        shape = self._styled.get(number)
        if shape is None:
            shape = Shape()
            for style in self.styles.chain(number):
                shape = _changed(shape, changes_of(style.paragraph))
            shape = self._styled[number] = shape._replace(style=number)
        return shape

    def _changes(self, group: bytes) -> Iterator[tuple[int, bytes]]:
        """With those that stand in the stream of data."""
        for code, operand in changes_of(group):
            if code in ELSEWHERE and (data := self.data()) is not None:
                at = int.from_bytes(operand, "little")
                yield from changes_of(data.bytes(at + 2, data.number("H", at)))
            else:
                yield code, operand


def _changed(shape: Shape, changes: Iterator[tuple[int, bytes]]) -> Shape:
    made: dict[str, Any] = {}
    row: list[tuple[int, bytes]] = []
    for code, operand in changes:
        if code in _NAMES:
            made[_NAMES[code]] = int.from_bytes(operand, "little")
        elif code == OLD_NUMBER:
            made["old_number"] = operand
        elif code in FORMING:
            row.append((code, operand))
    return shape._replace(**made, row=form_of(row) if row else shape.row)
