"""A page put together from the places of its letters: lines, two columns side by side, ruled tables."""

from __future__ import annotations

from ctypes import byref, c_double, c_float, c_ushort
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdfium2 import PdfPage, raw

from vanban.files.blocks import Block, Paragraph, Table

_THIN = 2.5
_LONG = 12.0
_NEAR = 3.0
_WORD_GAP = 0.17
_COLUMN_GAP = 2.2

Rule = tuple[float, float, float]
"""A ruled line: where it lies, from where, to where (points)."""


@dataclass(slots=True)
class Rulings:
    """The ruled lines of a page: ``across`` at heights, ``down`` at widths."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)

    @property
    def is_grid(self) -> bool:
        """True where they can hold a table of two columns and two rows at least."""
        return len(_places(self.across)) >= 3 and len(_places(self.down)) >= 3


@dataclass(slots=True)
class Letter:
    """A letter with its place: left, right, base line, size."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(slots=True)
class Piece:
    """Words on one line without a column's gap between them."""

    text: str
    left: float
    right: float
    base: float
    size: float


def rulings_of(page: PdfPage) -> Rulings:
    """The thin paths of a page."""
    found = Rulings()
    left, bottom, right, top = (c_float() for _ in range(4))
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        _rule(found, left.value, bottom.value, right.value, top.value)
    return found


def _rule(found: Rulings, left: float, bottom: float, right: float, top: float) -> None:
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _LONG:
        found.across.append(((top + bottom) / 2, left, right))
    elif wide <= _THIN and high >= _LONG:
        found.down.append(((left + right) / 2, bottom, top))
    elif wide >= _LONG and high >= _LONG:
        found.across += [(top, left, right), (bottom, left, right)]
        found.down += [(left, bottom, top), (right, bottom, top)]


def _places(rules: list[Rule]) -> list[float]:
    """The distinct places of rules, in order."""
    places: list[float] = []
    for place in sorted(rule[0] for rule in rules):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def blocks_of(page: PdfPage, rulings: Rulings, *, number: int) -> list[Block]:
    """The lines and tables of a page from top to bottom."""
    letters = letters_of(page)
    tables: list[tuple[float, Block]] = []
    if rulings.is_grid:
        for grid in _grids(rulings):
            inside = [letter for letter in letters if grid.holds(letter)]
            if inside:
                letters = [letter for letter in letters if not grid.holds(letter)]
                tables.append((grid.rows[-1], grid.table(inside, number)))
    blocks = _columns(lines_of(letters), number) + tables
    return [block for _, block in sorted(blocks, key=lambda one: -one[0])]


def letters_of(page: PdfPage) -> list[Letter]:
    """The letters of a page with their places; blanks are left out, since gaps show them."""
    words: Any = page.get_textpage()
    count = raw.FPDFText_CountChars(words)
    buffer = (c_ushort * (count + 1))()
    raw.FPDFText_GetText(words, 0, count, buffer)
    left, right, bottom, top, x, y = (c_double() for _ in range(6))
    places = tuple(map(byref, (left, right, bottom, top)))
    at_x, at_y = byref(x), byref(y)
    letters: list[Letter] = []
    for index in range(count):
        sign = chr(buffer[index]) if buffer[index] else chr(raw.FPDFText_GetUnicode(words, index) or 32)
        if sign.isspace() or sign == "\x02" or not sign.isprintable():
            continue
        raw.FPDFText_GetCharBox(words, index, *places)
        raw.FPDFText_GetCharOrigin(words, index, at_x, at_y)
        size = raw.FPDFText_GetFontSize(words, index) or 12.0
        letters.append(Letter(sign, left.value, right.value, y.value, size))
    words.close()
    return letters


def lines_of(letters: list[Letter]) -> list[list[Piece]]:
    """Lines from top to bottom, each as its pieces from left to right."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.base):
        if rows and rows[-1][0].base - letter.base < max(_NEAR, 0.3 * rows[-1][0].size):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [_pieces(sorted(row, key=lambda one: one.left)) for row in rows]


def _pieces(row: list[Letter]) -> list[Piece]:
    pieces: list[Piece] = []
    for letter in row:
        gap = letter.left - pieces[-1].right if pieces else 0.0
        if not pieces or gap > _COLUMN_GAP * letter.size:
            pieces.append(Piece(letter.text, letter.left, letter.right, letter.base, letter.size))
            continue
        piece = pieces[-1]
        piece.text += (" " if gap > _WORD_GAP * letter.size else "") + letter.text
        piece.right = max(piece.right, letter.right)
    return pieces


def _columns(lines: list[list[Piece]], number: int) -> list[tuple[float, Block]]:
    """Lines as paragraphs; where two columns stand side by side, as the two cells of a table."""
    blocks: list[tuple[float, Block]] = []
    index = 0
    while index < len(lines):
        end = _side_by_side(lines, index)
        if end > index:
            blocks.append((lines[index][0].base, _two_cells(lines[index:end], number)))
            index = end
            continue
        text = " ".join(piece.text for piece in lines[index])
        blocks.append((lines[index][0].base, Paragraph(text, page=number)))
        index += 1
    return blocks


def _side_by_side(lines: list[list[Piece]], start: int) -> int:
    """Where the stretch of two columns that begins at ``start`` ends; ``start`` where there is none."""
    if len(lines[start]) != 2:
        return start
    middle = (lines[start][0].right + lines[start][1].left) / 2
    end, split = start, 0
    while end < len(lines) and end - start < 40:
        line = lines[end]
        if any(piece.left < middle - _NEAR and piece.right > middle + _NEAR for piece in line):
            break
        split += len(line) == 2
        end += 1
    return end if split >= 2 else start


def _two_cells(lines: list[list[Piece]], number: int) -> Table:
    middle = (lines[0][0].right + lines[0][1].left) / 2
    left = tuple(piece.text for line in lines for piece in line if piece.left < middle)
    right = tuple(piece.text for line in lines for piece in line if piece.left >= middle)
    return Table(((left, right),), page=number)


@dataclass(slots=True)
class Grid:
    """A ruled table: the heights of its rows from low to high, the widths of its columns."""

    rows: list[float]
    columns: list[float]
    rulings: Rulings

    def holds(self, letter: Letter) -> bool:
        middle = (letter.left + letter.right) / 2
        return self.columns[0] <= middle <= self.columns[-1] and self.rows[0] <= letter.base <= self.rows[-1]

    def table(self, letters: list[Letter], number: int) -> Table:
        """The letters in their cells; a cell over several places stands in the first of them."""
        high, wide = len(self.rows) - 1, len(self.columns) - 1
        cells: dict[tuple[int, int], list[Letter]] = {}
        for letter in letters:
            place = self._place(letter, high, wide)
            cells.setdefault(self._first(*place), []).append(letter)
        rows = tuple(tuple(_cell(cells.get((r, c), [])) for c in range(wide)) for r in range(high))
        return Table(tuple(row for row in rows if any(row)) or rows[:1], page=number)

    def _place(self, letter: Letter, high: int, wide: int) -> tuple[int, int]:
        middle = (letter.left + letter.right) / 2
        row = next(
            (r for r, (low, top) in enumerate(pairwise(self.rows)) if low <= letter.base + 1 <= top), 0
        )
        column = next((c for c, (a, b) in enumerate(pairwise(self.columns)) if a <= middle <= b), 0)
        return high - 1 - row, min(column, wide - 1)

    def _first(self, row: int, column: int) -> tuple[int, int]:
        """The first place of the cell that covers this one: no rule stands between them."""
        high = len(self.rows) - 1
        while column > 0 and not self._ruled(self.rulings.down, self.columns[column], self._height(row)):
            column -= 1
        width = (self.columns[column] + self.columns[column + 1]) / 2
        while row > 0 and not self._ruled(self.rulings.across, self.rows[high - row], width):
            row -= 1
        return row, column

    def _height(self, row: int) -> float:
        high = len(self.rows) - 1
        return (self.rows[high - 1 - row] + self.rows[high - row]) / 2

    @staticmethod
    def _ruled(rules: list[Rule], place: float, across: float) -> bool:
        return any(
            abs(at - place) <= _NEAR and first - _NEAR <= across <= last + _NEAR for at, first, last in rules
        )


def _cell(letters: list[Letter]) -> tuple[str, ...]:
    """The paragraphs of a cell: its lines joined, a new one at each bullet."""
    paragraphs: list[str] = []
    for line in lines_of(letters):
        text = " ".join(piece.text for piece in line)
        if paragraphs and not text.startswith(("- ", "+ ", "– ", "• ")):
            paragraphs[-1] = f"{paragraphs[-1]} {text}"
        else:
            paragraphs.append(text)
    return tuple(paragraphs)


def _grids(rulings: Rulings) -> list[Grid]:
    """The tables of a page: stretches of height in which rules go down without a break."""
    spans: list[list[float]] = []
    for _, low, high in sorted(rulings.down, key=lambda rule: rule[1]):
        if spans and low <= spans[-1][1] + _NEAR:
            spans[-1][1] = max(spans[-1][1], high)
        else:
            spans.append([low, high])
    grids: list[Grid] = []
    for low, high in spans:
        across = [rule for rule in rulings.across if low - _NEAR <= rule[0] <= high + _NEAR]
        down = [rule for rule in rulings.down if low - _NEAR <= rule[1] and rule[2] <= high + _NEAR]
        rows, columns = _places(across), _places(down)
        if len(rows) >= 3 and len(columns) >= 3:
            grids.append(Grid(rows, columns, Rulings(across, down)))
    return grids
