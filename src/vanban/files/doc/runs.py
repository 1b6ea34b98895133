"""Which changes of form hold from which sign on: the file keeps them by the places of the bytes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.errors import BrokenFile, TooLarge
from vanban.files.doc.header import CHARACTERS, PARAGRAPHS, Header
from vanban.files.doc.pieces import Piece
from vanban.files.doc.stream import Stream
from vanban.files.doc.word6 import modern

PAGE = 512
MOST_RUNS = 1_000_000
_PLACES = 0x3F_FFFF


@dataclass(frozen=True, slots=True)
class Runs:
    """From ``starts[i]`` on, ``values[i]`` holds. The first start is 0."""

    starts: list[int]
    values: list[bytes]

    def over(self, start: int, *, end: int) -> Iterator[tuple[int, int, bytes]]:
        """The runs between two signs: from, to, value."""
        starts, values = self.starts, self.values
        index = bisect_right(starts, start) - 1
        while start < end:
            index += 1
            stop = min(starts[index], end) if index < len(starts) else end
            yield start, stop, values[index - 1]
            start = stop

    def at(self, sign: int) -> bytes:
        """The value that holds for a sign."""
        return self.values[bisect_right(self.starts, sign) - 1]


def runs_of(header: Header, *, pieces: list[Piece], paragraphs: bool) -> Runs:
    """The runs of characters: groups of changes; or those of paragraphs: the style in two bytes, then such a group."""
    by_place = _by_place(header, paragraphs=paragraphs)
    starts: list[int] = [0]
    values: list[bytes] = [b""]
    for piece in pieces:
        index = bisect_right(by_place.starts, piece.place) - 1
        at = piece.start
        while at < piece.end:
            if starts[-1] == at:
                starts.pop()
                values.pop()
            starts.append(at)
            values.append(by_place.values[index] + piece.changes)
            index += 1
            if index == len(by_place.starts):
                break
            at = piece.start + (by_place.starts[index] - piece.place) // piece.width
        if len(starts) > MOST_RUNS:
            raise TooLarge
    return Runs(starts, values)


def _by_place(header: Header, *, paragraphs: bool) -> Runs:
    """All pages of runs, in the order of the file's bytes."""
    table = header.part(PARAGRAPHS if paragraphs else CHARACTERS)
    width = 2 if header.old else 4
    count = max(0, (len(table) - 4) // (4 + width))
    if count > len(header.main) // PAGE + 1:
        raise BrokenFile
    if not count:
        return Runs([0], [b""])
    bounds = table.numbers(f"{count + 1}I", 0)
    pages = table.numbers(f"{count}{'H' if header.old else 'I'}", 4 * (count + 1))
    runs = Runs([0], [b""])
    for index, page in enumerate(pages):
        block = header.main.part((page & _PLACES) * PAGE, PAGE)
        found = _paragraph_page(block, old=header.old) if paragraphs else _character_page(block)
        if header.old:
            found = _modern(found, named=2 if paragraphs else 0)
        _add(runs, found, bounds[index], bounds[index + 1])
        if len(runs.starts) > MOST_RUNS:
            raise TooLarge
    return runs


def _modern(found: Iterator[tuple[int, int, bytes]], *, named: int) -> Iterator[tuple[int, int, bytes]]:
    """``named``: so many bytes in front of the changes name the style."""
    for start, end, value in found:
        yield start, end, value[:named] + modern(value[named:])


def _add(runs: Runs, page: Iterator[tuple[int, int, bytes]], low: int, high: int) -> None:
    """The runs of a page within its bounds. What lies between two runs has no changes."""
    starts, values = runs.starts, runs.values
    for start, end, value in page:
        if start < low or start < starts[-1]:
            start = max(low, starts[-1])
        if end > high:
            end = high
        if start < end:
            if starts[-1] == start:
                starts[-1:] = (start, end)
                values[-1:] = (value, b"")
            else:
                starts += (start, end)
                values += (value, b"")


def _character_page(page: Stream) -> Iterator[tuple[int, int, bytes]]:
    """From, to, changes."""
    count = page.data[-1]
    places = page.numbers(f"{count + 1}I", 0)
    for index, half in enumerate(page.numbers(f"{count}B", 4 * (count + 1))):
        size = page.data[2 * half] if half else 0
        yield places[index], places[index + 1], page.data[2 * half + 1 : 2 * half + 1 + size]


def _paragraph_page(page: Stream, *, old: bool) -> Iterator[tuple[int, int, bytes]]:
    """From, to, style and changes."""
    data = page.data
    count, width = data[-1], 7 if old else 13
    places = page.numbers(f"{count + 1}I", 0)
    for index, half in enumerate(page.bytes(4 * (count + 1), width * count)[::width]):
        at = 2 * half
        size = 2 * data[at] - 1
        if size < 0:
            at += 1
            size = 2 * data[at]
        yield places[index], places[index + 1], data[at + 1 : at + 1 + size] if half else b""
