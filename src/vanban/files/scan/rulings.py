"""The ruled tables of a scanned page: thin straight stretches of ink that meet each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from vanban.files.ruled import Rule, Rulings
from vanban.files.scan.pictures import POINT

_BLOCK = 8  # ink is looked at in stretches of so many dots
_THIN = 5  # beyond so many dots to its sides there is less ink than on a line
_MORE = 40  # it has so much more ink, of 255, than twice what is beside it: letters have ink on one side
_LEAST = {True: 8, False: 5}  # a line across or down is at least so many stretches long
_THICK = 9
_GAP = 40
_NEAR = 12
_BORDER = 20
_SIDE, _SIDES = 80, 4  # a frame has so many sides, and is so long down; twice as long across
_PAPER = 205


class Line(NamedTuple):
    """A line in dots: the rows that it fills, where it begins and ends along them."""

    top: int
    bottom: int
    first: int
    last: int

    @property
    def at(self) -> float:
        return (self.top + self.bottom) / 2


class Ruled(NamedTuple):
    """The lines of a page's tables, and the boxes (left, top, right, bottom) that small frames make."""

    across: list[Line]
    down: list[Line]
    boxes: list[tuple[int, int, int, int]]

    def rulings(self, high: int) -> Rulings:
        """In points, heights counted from the bottom as in a PDF; ``high`` is the page's height in dots."""
        across: list[Rule] = [
            ((high - one.at) / POINT, one.first / POINT, one.last / POINT) for one in self.across
        ]
        down: list[Rule] = [
            (one.at / POINT, (high - one.last) / POINT, (high - one.first) / POINT) for one in self.down
        ]
        return Rulings(across, down)


def ruled(flat: Image.Image) -> Ruled:
    """The lines of a straight page of even light that meet at least two others each."""
    ink = ImageChops.invert(flat)
    across = _within(_lines(ink, across=True), flat.height)
    down = _within(_lines(ink.transpose(Image.Transpose.TRANSPOSE), across=False), flat.width)
    boxes = _frames(across, down, flat.size)
    for _ in range(3):
        across = [one for one in across if sum(_meet(one, other) for other in down) > 1]
        down = [one for one in down if sum(_meet(other, one) for other in across) > 1]
    ended = [_ended(one, across, down) for one in down]
    return Ruled(across, [one for one in ended if one is not None], boxes)


def _frames(across: list[Line], down: list[Line], size: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """Small stretches of lines that touch, as the frame of a stamp has, however badly it was printed."""
    sides = [(one.top, one.first, one.bottom, one.last) for one in down if one.last - one.first >= _SIDE]
    sides += [
        (one.first, one.top, one.last, one.bottom) for one in across if one.last - one.first >= 2 * _SIDE
    ]
    frames: list[tuple[list[int], int]] = []
    for side in sides:
        box, count = list(side), 1
        apart: list[tuple[list[int], int]] = []
        for other, number in frames:
            if _touch(box, other):
                box = [*map(min, box[:2], other[:2]), *map(max, box[2:], other[2:])]
                count += number
            else:
                apart.append((other, number))
        frames = [*apart, (box, count)]
    wide, high = size
    return [
        (left, top, right, bottom)
        for (left, top, right, bottom), count in frames
        if count >= _SIDES and right - left < wide / 2 and _SIDE < bottom - top < high / 6
    ]


def _touch(one: list[int], other: list[int]) -> bool:
    return (
        one[0] - _GAP <= other[2]
        and other[0] - _GAP <= one[2]
        and one[1] - _GAP <= other[3]
        and other[1] - _GAP <= one[3]
    )


def flattened(grey: Image.Image) -> Image.Image:
    """The page in even light: white where the paper is, however dark or grainy it came out there."""
    paper = grey.reduce(_BLOCK).filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(4))
    even = ImageChops.add(grey, ImageChops.invert(paper.resize(grey.size, Image.Resampling.BILINEAR)))
    return even.point(lambda value: value if value < _PAPER else 255)


def erased(flat: Image.Image, *, lines: Ruled) -> Image.Image:
    """The page without these lines."""
    clean = flat.copy()
    for one in lines.across:
        clean.paste(255, (one.first, max(one.top - 1, 0), one.last, one.bottom + 2))
    for one in lines.down:
        clean.paste(255, (max(one.top - 1, 0), one.first, one.bottom + 2, one.last))
    return clean


def _lines(ink: Image.Image, *, across: bool) -> list[Line]:
    """The thin stretches along the rows of a picture."""
    stretches = ink.reduce((_BLOCK, 1))
    beside = ImageChops.lighter(
        ImageChops.offset(stretches, 0, _THIN), ImageChops.offset(stretches, 0, -_THIN)
    )
    thin = ImageChops.subtract(stretches, ImageChops.add(beside, beside)).point(
        lambda value: 255 * (value > _MORE)
    )
    both = ImageChops.darker(ImageChops.offset(thin, 1, 0), ImageChops.offset(thin, -1, 0))
    thin = ImageChops.lighter(thin, both)  # noise may part a line for one stretch
    wide = thin.width
    found: list[Line] = []
    for run in re.finditer(rb"\xff{%d,}" % _LEAST[across], thin.tobytes()):
        row, first = divmod(run.start(), wide)
        _add(found, row, first * _BLOCK, min(first + run.end() - run.start(), wide) * _BLOCK)
    return _joined(one for one in found if one.bottom - one.top < _THICK)


def _add(found: list[Line], row: int, first: int, last: int) -> None:
    """Put a run to the line that it touches in the rows just above, or begin another."""
    for index in range(len(found) - 1, max(len(found) - 80, -1), -1):
        line = found[index]
        if row - line.bottom <= 1 and first <= line.last and last >= line.first:
            found[index] = Line(line.top, row, min(line.first, first), max(line.last, last))
            return
    found.append(Line(row, row, first, last))


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Pieces of one line, which noise or the turn of the page parted, put together."""
    joined: list[Line] = []
    for one in sorted(lines, key=lambda line: line.first):
        for index, other in enumerate(joined):
            if abs(one.at - other.at) <= _THIN and one.first <= other.last + _GAP:
                rows = min(one.top, other.top), max(one.bottom, other.bottom)
                joined[index] = Line(*rows, other.first, max(one.last, other.last))
                break
        else:
            joined.append(one)
    return joined


def _within(lines: list[Line], side: int) -> list[Line]:
    """Without the shadows at the edges of the paper."""
    return [one for one in lines if _BORDER < one.at < side - _BORDER]


def _meet(across: Line, down: Line) -> bool:
    return (
        across.first - _NEAR <= down.at <= across.last + _NEAR
        and down.first - _NEAR <= across.at <= down.last + _NEAR
    )


def _ended(down: Line, across: list[Line], others: list[Line]) -> Line | None:
    """A line down, from one line across to another; None for a stroke between them.

    Where the page ends within a row there may be no line across: then others end there too.
    """
    met = [one.at for one in across if _meet(one, down)]
    first = [*met, *(one.first for one in others if _near(down.first, (one.first for one in others)) > 2)]
    last = [*met, *(one.last for one in others if _near(down.last, (one.last for one in others)) > 2)]
    top = min(first, key=lambda at: abs(at - down.first))
    bottom = min(last, key=lambda at: abs(at - down.last))
    if abs(top - down.first) > _NEAR or abs(bottom - down.last) > _NEAR:
        return None
    return down._replace(first=round(top), last=round(bottom))


def _near(place: float, others: Iterable[float]) -> int:
    return sum(abs(other - place) <= _THIN for other in others)
