"""The ruled lines of a scanned page: long dark runs in its rows and columns."""

from __future__ import annotations

import re

from PIL import Image, ImageChops

from vanban.files.ruled import Rulings
from vanban.files.scan.pictures import POINT

_DARK = 150
_RUN = 60  # dots: longer than any stroke of a letter
_LONG = 90
_GAP = 40
_SIDE = 3
_THICK = 9

Run = tuple[float, float, float]
"""A line in dots: where it lies, from where, to where."""


def rulings_of(grey: Image.Image) -> Rulings:
    """The rulings of a straight page, in points, heights counted from the bottom as in a PDF."""
    dark = grey.point(lambda value: 255 * (value < _DARK))
    across = _lines(dark)
    down = _lines(dark.transpose(Image.Transpose.TRANSPOSE))
    high = grey.height / POINT
    return Rulings(
        across=[(high - at / POINT, first / POINT, last / POINT) for at, first, last in across],
        down=[(at / POINT, high - last / POINT, high - first / POINT) for at, first, last in down],
    )


def _lines(dark: Image.Image) -> list[Run]:
    """The lines along the rows of a picture; runs that touch, or lie in one row, are one line."""
    thick = ImageChops.lighter(dark, ImageChops.offset(dark, 0, 1))  # a thin line that leans stays whole
    wide = thick.width
    data = thick.tobytes()
    found: list[list[float]] = []
    for run in re.finditer(rb"\xff{%d,}" % _RUN, data):
        row, first = divmod(run.start(), wide)
        last = min(first + run.end() - run.start(), wide)
        _add(found, row, first, last)
    lines = [
        ((top + bottom) / 2, first, last)
        for top, bottom, first, last in found
        if bottom - top <= _THICK and last - first >= _LONG
    ]
    return _joined(sorted(lines))


def _add(found: list[list[float]], row: int, first: int, last: int) -> None:
    """Put a run to the line that it touches in the rows just above, or begin another."""
    for line in reversed(found[-60:]):
        if row - line[1] <= _SIDE and first <= line[3] + _GAP and last >= line[2] - _GAP:
            line[1] = row
            line[2], line[3] = min(line[2], first), max(line[3], last)
            return
    found.append([row, row, first, last])


def _joined(lines: list[Run]) -> list[Run]:
    """Pieces of one line, which noise parted."""
    joined: list[Run] = []
    for at, first, last in lines:
        for index, (other, start, end) in enumerate(joined):
            if abs(at - other) <= 2 * _SIDE and first <= end + _GAP and last >= start - _GAP:
                joined[index] = ((at + other) / 2, min(first, start), max(last, end))
                break
        else:
            joined.append((at, first, last))
    return joined


def erased(grey: Image.Image, rulings: Rulings) -> Image.Image:
    """The page without its rulings."""
    clean = grey.copy()
    high = grey.height
    for at, first, last in rulings.across:
        middle = high - at * POINT
        clean.paste(255, _box(first * POINT, middle - _SIDE, last * POINT, middle + _SIDE))
    for at, first, last in rulings.down:
        middle = at * POINT
        clean.paste(255, _box(middle - _SIDE, high - last * POINT, middle + _SIDE, high - first * POINT))
    return clean


def _box(left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    return max(0, int(left)), max(0, int(top)), int(right) + 1, int(bottom) + 1
