"""Tables that are ruled on a PDF page: where their lines run, and which letters stand in which cell."""

from __future__ import annotations

from ctypes import c_float, c_int
from dataclasses import dataclass, field
from itertools import pairwise

from pypdfium2 import PdfPage, raw

from vanban.files.blocks import Table
from vanban.files.letters import Letter
from vanban.files.rows import paragraphs_of

_THIN = 2.5
_LONG = 12.0
_NEAR = 3.0
_MOST = 4_000

Rule = tuple[float, float, float]
"""A ruled line: where it lies, from where, to where (points)."""


@dataclass(slots=True)
class Rulings:
    """The ruled lines of a page: ``across`` at heights, ``down`` at widths."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)

    @property
    def is_grid(self) -> bool:
        """True where they can hold a table."""
        return _is_grid(_places(self.across), _places(self.down))


def rulings_of(page: PdfPage) -> Rulings:
    """The thin paths of a page, and the edges of drawn boxes; a filled box is no ruling."""
    found = Rulings()
    left, bottom, right, top = (c_float() for _ in range(4))
    fill, stroke = c_int(), c_int()
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            raw.FPDFPath_GetDrawMode(item, fill, stroke)
            _rule(found, (left.value, bottom.value, right.value, top.value), drawn=bool(stroke.value))
    return found


def _rule(found: Rulings, bounds: tuple[float, float, float, float], *, drawn: bool) -> None:
    left, bottom, right, top = bounds
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _LONG:
        found.across.append(((top + bottom) / 2, left, right))
    elif wide <= _THIN and high >= _LONG:
        found.down.append(((left + right) / 2, bottom, top))
    elif drawn and wide >= _LONG and high >= _LONG:
        found.across += [(top, left, right), (bottom, left, right)]
        found.down += [(left, bottom, top), (right, bottom, top)]


def _is_grid(rows: list[float], columns: list[float]) -> bool:
    """Two columns and two rows at least, or one row of three columns, which a page break may leave."""
    return len(rows) >= 3 and len(columns) >= 3 or len(rows) >= 2 and len(columns) >= 4


def _places(rules: list[Rule]) -> list[float]:
    """The distinct places of rules, in order."""
    places: list[float] = []
    for place in sorted(rule[0] for rule in rules):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


@dataclass(slots=True)
class Grid:
    """A ruled table: the heights of its rows from low to high, the widths of its columns."""

    rows: list[float]
    columns: list[float]
    rulings: Rulings

    def holds(self, letter: Letter) -> bool:
        middle = (letter.left + letter.right) / 2
        return self.columns[0] <= middle <= self.columns[-1] and self.rows[0] <= letter.base <= self.rows[-1]

    def cells(self) -> list[tuple[float, float, float, float]]:
        """The places of its cells, row by row from the top: left, bottom, right, top."""
        high, wide = len(self.rows) - 1, len(self.columns) - 1
        found: dict[tuple[int, int], tuple[float, float, float, float]] = {}
        for row in range(high):
            for column in range(wide):
                left, right = self.columns[column], self.columns[column + 1]
                low, top = self.rows[high - 1 - row], self.rows[high - row]
                first = self._first(row, column)
                a, b, c, d = found.get(first, (left, low, right, top))
                found[first] = (min(a, left), min(b, low), max(c, right), max(d, top))
        return list(found.values())

    def table(self, letters: list[Letter], number: int) -> Table:
        """The letters in their cells; a cell over several places stands in the first of them."""
        high, wide = len(self.rows) - 1, len(self.columns) - 1
        cells: dict[tuple[int, int], list[Letter]] = {}
        firsts: dict[tuple[int, int], tuple[int, int]] = {}
        for letter in letters:
            place = self._place(letter, high, wide)
            if place not in firsts:
                firsts[place] = self._first(*place)
            cells.setdefault(firsts[place], []).append(letter)
        rows = tuple(tuple(paragraphs_of(cells.get((r, c), [])) for c in range(wide)) for r in range(high))
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


def grids_of(rulings: Rulings) -> list[Grid]:
    """The tables of a page: stretches of height in which rules go down without a break.

    A row that the page's end cut may have no rule across there: its table ends where the rules down end.
    """
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
        columns = _places(down)
        across += [(end, columns[0], columns[-1]) for end in (low, high) if columns]
        rows = _places(across)
        if _is_grid(rows, columns):
            grids.append(Grid(rows, columns, Rulings(across, down)))
    return grids
