"""Text boxes: their words stand behind all others, and drawings in the body say where they belong."""

from __future__ import annotations

from typing import NamedTuple

from vanban.files.doc.header import ANCHORS, BOXES, Header

Span = tuple[int, int]
_ANCHOR, _BOX = 26, 22
_SHAPE_OF_BOX = 14


class Boxes(NamedTuple):
    """From and to of each box's words: those that hang on a sign of the body, and those of which that is not plain."""

    hung: dict[int, list[Span]]
    loose: list[Span]


def boxes_of(header: Header) -> Boxes:
    """The boxes of the body."""
    first, last = header.stories["boxes"]
    table = header.part(BOXES)
    count = max(0, (len(table) - 4) // (4 + _BOX))
    if first == last or not count or header.old:
        return Boxes({}, [(first, last)] if first < last else [])
    ends = table.numbers(f"{count + 1}I", 0)
    anchors = _anchors(header)
    found, done = Boxes({}, []), first
    for index in range(count):
        shape = table.number("I", 4 * (count + 1) + _BOX * index + _SHAPE_OF_BOX)
        span = max(first + ends[index], done), min(first + ends[index + 1], last)
        sign = anchors.pop(shape, None)
        if span[0] < span[1]:
            done = span[1]
            (found.loose if sign is None else found.hung.setdefault(sign, [])).append(span)
    return found


def _anchors(header: Header) -> dict[int, int]:
    """The sign of the body that each drawing hangs on, by the drawing's number."""
    table = header.part(ANCHORS)
    count = max(0, (len(table) - 4) // (4 + _ANCHOR))
    signs = table.numbers(f"{count + 1}I", 0) if count else ()
    first, last = header.stories["body"]
    return {
        table.number("I", 4 * (count + 1) + _ANCHOR * index): signs[index]
        for index in range(count)
        if first <= signs[index] < last
    }
