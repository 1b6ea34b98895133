"""A page put together from the places of its letters: lines, two columns side by side, ruled tables."""

from __future__ import annotations

import re

from vanban.files.blocks import Table, run_on
from vanban.files.degrees import degree_of
from vanban.files.letters import Letter
from vanban.files.rows import Piece, lines_of
from vanban.files.ruled import Rulings, grids_of
from vanban.grammar.lexicon import letterhead, says_what

FOOT = "Nơi nhận"
_BULLETS = ("-", "–", "+", "•", "*")
_NEAR = 3.0
_MOST = 60
_AHEAD = 3
_FAR = 3.5
_KEPT = re.compile(r"(?:[-–]\s*)?Lưu\b")
_DATE_TORN = re.compile(r"(?:\b(?:ngày|tháng|năm)\n\d|\d\n(?:tháng|năm)\b|,\nngày\b)")
_NUMBERED = letterhead("number")
says_what("")  # reads its tables now, since the child opens no file later


def items_of(letters: list[Letter], *, rulings: Rulings, number: int, width: float) -> list[Piece | Table]:
    """The lines and tables of a page that is ``width`` points wide, from top to bottom."""
    tables: list[tuple[float, Piece | Table]] = []
    if rulings.is_grid:
        for grid in grids_of(rulings):
            inside = [letter for letter in letters if grid.holds(letter)]
            if inside:
                letters = [letter for letter in letters if not grid.holds(letter)]
                tables.append((grid.rows[-1], grid.table(inside, number)))
    items = _columns(lines_of(letters), number, width / 2) + tables
    return [item for _, item in sorted(items, key=lambda one: -one[0])]


def _columns(lines: list[list[Piece]], number: int, center: float) -> list[tuple[float, Piece | Table]]:
    """Lines; where two columns stand side by side, the two cells of a table."""
    items: list[tuple[float, Piece | Table]] = []
    index = 0
    while index < len(lines):
        if _is_foot(lines[index]):
            end, gutter = _foot_of(lines, index)
            foot = lines[index:end]
            if gutter:
                items.append((lines[index][0].base, _two_cells(foot, number, gutter)))
            else:
                items += [(piece.base, piece) for line in foot for piece in _together(line)]
            index = end
            continue
        gutter = _gutter(lines, index)
        end = _side_by_side(lines, index, gutter, center) if gutter else index
        if end > index:
            items.append((lines[index][0].base, _two_cells(lines[index:end], number, gutter)))
            index = end
            continue
        items += [(piece.base, piece) for piece in _together(lines[index])]
        index += 1
    return items


def _together(line: list[Piece]) -> list[Piece]:
    """A line in one piece, unless one of them is a stamp."""
    if len(line) == 1 or any(degree_of(piece.text) for piece in line):
        return line
    first, last = line[0], line[-1]
    text = " ".join(piece.text for piece in line)
    return [Piece(text, first.left, last.right, first.base, first.size)]


def _gutter(lines: list[list[Piece]], start: int) -> float:
    """Where two columns that begin at ``start`` are parted; 0 where no line soon has two pieces."""
    for line in lines[start : start + _AHEAD]:
        if _is_foot(line):
            break
        if len(line) == 2:
            return (line[0].right + line[1].left) / 2
        if len(line) > 2:
            break
    return 0.0


def _is_foot(line: list[Piece]) -> bool:
    return line[0].text.startswith(FOOT)


def _side_by_side(lines: list[list[Piece]], start: int, gutter: float, center: float) -> int:
    """Where the stretch of two columns that begins at ``start`` ends; ``start`` where there is none."""
    middles: dict[bool, float] = {}
    end, split = start, 0
    while end < len(lines) and end - start < _MOST:
        line = lines[end]
        if _is_foot(line) or any(_crosses(piece, gutter) for piece in line):
            break
        if len(line) == 1 and (says_what(line[0].text) or _is_centered(line[0], gutter, center, middles)):
            break
        if end > start and lines[end - 1][0].base - line[0].base > _FAR * line[0].size:
            break
        for piece in line:
            middles.setdefault(piece.left < gutter, (piece.left + piece.right) / 2)
        split += len(line) == 2
        end += 1
    if split == 1 and end - start == 1 and _NUMBERED.match(lines[start][0].text):
        return end
    return end if split >= 2 or split and len(middles) == 2 and end - start > 2 else start


def _is_centered(piece: Piece, gutter: float, center: float, middles: dict[bool, float]) -> bool:
    """True for a line in the middle of the page rather than in the middle of its column."""
    middle = (piece.left + piece.right) / 2
    column = middles.get(piece.left < gutter)
    off = abs(middle - center)
    return off < 0.1 * center and (column is None or off < abs(middle - column))


def _crosses(piece: Piece, gutter: float) -> bool:
    return piece.left < gutter - _NEAR and piece.right > gutter + _NEAR


def _foot_of(lines: list[list[Piece]], start: int) -> tuple[int, float]:
    """Where the foot that begins at ``start`` ends, and where its columns part; 0 where nobody signs beside it.

    It ends at an annex, and where something wide follows who keeps a copy: notes stand there.
    """
    signed = min((line[1].left for line in lines[start:] if len(line) > 1), default=0.0)
    gutter = (min(line[0].left for line in lines[start:]) + signed) / 2 if signed else 0.0
    kept = False
    for at in range(start + 1, len(lines)):
        first = lines[at][0]
        if len(lines[at]) == 1 and (
            says_what(first.text) or kept and first.right > signed and first.left < gutter
        ):
            return at, gutter
        kept = kept or _KEPT.match(first.text) is not None
    return len(lines), gutter


def _two_cells(lines: list[list[Piece]], number: int, gutter: float) -> Table:
    sides: tuple[list[str], list[str]] = ([], [])
    for line in lines:
        for side, left in zip(sides, (True, False), strict=True):
            words = " ".join(piece.text for piece in line if (piece.left < gutter) is left)
            if words and side and _DATE_TORN.search(f"{side[-1]}\n{words}"):
                side[-1] = f"{side[-1]} {words}"
            elif words:
                side.append(words)
    return Table(((tuple(_listed(sides[0])), tuple(sides[1])),), page=number)


def _listed(lines: list[str]) -> list[str]:
    """A list with bullets, each of its items in one piece; one that runs on in one paragraph stays so."""
    if lines and re.match(rf"{FOOT}\s*:?\s*-", lines[0]) and not any(map(degree_of, lines)):
        return [run_on(lines)]
    if sum(line.startswith(_BULLETS) for line in lines) < 2:
        return lines
    out: list[str] = []
    for line in lines:
        if out and out[-1].startswith(_BULLETS) and not line.startswith(_BULLETS) and not degree_of(line):
            out[-1] = run_on((out[-1], line))
        else:
            out.append(line)
    return out
