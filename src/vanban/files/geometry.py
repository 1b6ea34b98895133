"""A page put together from the places of its letters: lines, two columns side by side, ruled tables."""

from __future__ import annotations

from vanban.files.blocks import Block, Paragraph, Table
from vanban.files.letters import Letter
from vanban.files.rows import Piece, lines_of
from vanban.files.ruled import Rulings, grids_of

FOOT = "Nơi nhận"
_NEAR = 3.0
_MOST = 60
_AHEAD = 3
_FAR = 3.5


def blocks_of(letters: list[Letter], *, rulings: Rulings, number: int, width: float) -> list[Block]:
    """The lines and tables of a page that is ``width`` points wide, from top to bottom."""
    tables: list[tuple[float, Block]] = []
    if rulings.is_grid:
        for grid in grids_of(rulings):
            inside = [letter for letter in letters if grid.holds(letter)]
            if inside:
                letters = [letter for letter in letters if not grid.holds(letter)]
                tables.append((grid.rows[-1], grid.table(inside, number)))
    blocks = _columns(lines_of(letters), number, width / 2) + tables
    return [block for _, block in sorted(blocks, key=lambda one: -one[0])]


def _columns(lines: list[list[Piece]], number: int, center: float) -> list[tuple[float, Block]]:
    """Lines as paragraphs; where two columns stand side by side, as the two cells of a table."""
    blocks: list[tuple[float, Block]] = []
    index = 0
    while index < len(lines):
        if lines[index][0].text.startswith(FOOT):
            base = lines[index][0].base
            return blocks + [(base, block) for block in _foot(lines[index:], number)]
        gutter = _gutter(lines, index)
        end = _side_by_side(lines, index, gutter, center) if gutter else index
        if end > index:
            blocks.append((lines[index][0].base, _two_cells(lines[index:end], number, gutter)))
            index = end
            continue
        text = " ".join(piece.text for piece in lines[index])
        blocks.append((lines[index][0].base, Paragraph(text, page=number)))
        index += 1
    return blocks


def _gutter(lines: list[list[Piece]], start: int) -> float:
    """Where two columns that begin at ``start`` are parted; 0 where no line soon has two pieces."""
    for line in lines[start : start + _AHEAD]:
        if len(line) == 2:
            return (line[0].right + line[1].left) / 2
        if len(line) > 2:
            break
    return 0.0


def _side_by_side(lines: list[list[Piece]], start: int, gutter: float, center: float) -> int:
    """Where the stretch of two columns that begins at ``start`` ends; ``start`` where there is none."""
    middles: dict[bool, float] = {}
    end, split = start, 0
    while end < len(lines) and end - start < _MOST:
        line = lines[end]
        if any(piece.left < gutter - _NEAR and piece.right > gutter + _NEAR for piece in line):
            break
        if len(line) == 1 and _is_centered(line[0], gutter, center, middles):
            break
        if end > start and lines[end - 1][0].base - line[0].base > _FAR * line[0].size:
            break
        for piece in line:
            middles.setdefault(piece.left < gutter, (piece.left + piece.right) / 2)
        split += len(line) == 2
        end += 1
    return end if split >= 2 or split and len(middles) == 2 and end - start > 2 else start


def _is_centered(piece: Piece, gutter: float, center: float, middles: dict[bool, float]) -> bool:
    """True for a line in the middle of the page rather than in the middle of its column."""
    middle = (piece.left + piece.right) / 2
    column = middles.get(piece.left < gutter)
    off = abs(middle - center)
    return off < 0.1 * center and (column is None or off < abs(middle - column))


def _foot(lines: list[list[Piece]], number: int) -> list[Block]:
    """The foot of a document: recipients from the left edge, however long, the signature beside them."""
    edge = min(line[0].left for line in lines)
    signed = min((line[1].left for line in lines if len(line) > 1), default=0.0)
    if not signed:
        return [Paragraph(" ".join(piece.text for piece in line), page=number) for line in lines]
    return [_two_cells(lines, number, (edge + signed) / 2)]


def _two_cells(lines: list[list[Piece]], number: int, gutter: float) -> Table:
    sides: tuple[list[str], list[str]] = ([], [])
    for line in lines:
        for side, left in zip(sides, (True, False), strict=True):
            words = " ".join(piece.text for piece in line if (piece.left < gutter) is left)
            if words:
                side.append(words)
    return Table(((tuple(sides[0]), tuple(sides[1])),), page=number)
