"""The numbered lines of a text as lists: where a number is left out or stands twice.

A list is judged only against itself. Lists begin anew under another heading, and where a count starts again at one;
lines of tables, of the foot and of quoted provisions count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from vanban.checks.parts import Row, body_span, rows_of
from vanban.grammar.markers import BULLETS, mark_of
from vanban.model import Document, Span

_ORDER = ("part", "chapter", "division", "capital", "roman", "article", "arabic", "dotted", "paren", "letter")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of Vietnamese lists
_NAMES = {
    "part": "Phần {}", "chapter": "Chương {}", "division": "Mục {}", "capital": "mục {}", "roman": "mục {}",
    "article": "Điều {}", "arabic": "khoản {}", "dotted": "mục {}", "paren": "({})", "letter": "điểm {}",
}  # fmt: skip
_MOST = 2  # slips in one list; where there are more, its numbers were lost on the way and not left out
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


class Mark(NamedTuple):
    """A numbered line: ``label`` as printed ("II", "1.2", "đ"), ``at`` its place in a count from one."""

    kind: str
    label: str
    at: int
    row: Row


class Slip(NamedTuple):
    """Two neighbours in a list that do not follow each other: ``missing`` are the labels left out between them,
    none where the second repeats the first. ``under`` names what the list stands under."""

    before: Mark
    after: Mark
    missing: tuple[str, ...]
    under: str


@dataclass(slots=True)
class List:
    """The lines that count in one kind, under one parent."""

    kind: str
    prefix: str
    under: str
    marks: list[Mark] = field(default_factory=list)


def slips_of(reading: Document) -> Iterator[Slip]:
    """Every gap and every repeat, in the order of the text."""
    found: list[Slip] = []
    for start, end in _stretches(reading):
        for one in _lists(reading, start=start, end=end):
            slips = list(_slips(one, reading.text))
            found += slips if len(slips) <= _MOST else []
    yield from sorted(found, key=lambda slip: slip.after.row.span)


def late_start(reading: Document) -> Mark | None:
    """The first section with a Roman number, where it is not the first by its number."""
    start, end = body_span(reading)
    lists = _lists(reading, start=start, end=end)
    first = next((one for one in lists if one.kind in ("part", "chapter", "capital", "roman")), None)
    if (
        first is None
        or first.under
        or first.kind != "roman"
        or first.marks[0].at == 1
        or len(first.marks) < 2
    ):
        return None
    mark = first.marks[0]
    lost = re.search(r"(?<!\w)I\s?[.)/:-]\s*\w", reading.text[: mark.row.span[0]])
    return None if lost else mark


def name_of(mark: Mark) -> str:
    """As officials call it: "mục II", "điểm b", "Điều 4"."""
    return called(mark.label, kind=mark.kind)


def called(label: str, *, kind: str) -> str:
    """The name of a number of a kind."""
    return _NAMES[kind].format(label)


def _stretches(reading: Document) -> Iterator[Span]:
    """The body, and each thing attached."""
    yield body_span(reading)
    for one in reading.attachments:
        yield one.span


def _lists(reading: Document, *, start: int, end: int) -> list[List]:
    """The lists of a stretch of text."""
    done: list[List] = []
    stack: list[List] = []
    for mark in _marks(reading, start=start, end=end):
        prefix = mark.label.rpartition(".")[0] if mark.kind == "dotted" else ""
        at = next((i for i, one in enumerate(stack) if (one.kind, one.prefix) == (mark.kind, prefix)), None)
        if at is not None:
            del stack[at + 1 :]
            if _follows(stack[at], mark):
                stack[at].marks.append(mark)
                continue
            del stack[at:]
        while stack and _RANK[stack[-1].kind] >= _RANK[mark.kind] and not _nests(stack[-1], mark):
            stack.pop()
        under = name_of(stack[-1].marks[-1]) if stack else ""
        stack.append(List(mark.kind, prefix, under, [mark]))
        done.append(stack[-1])
    return done


def _follows(one: List, mark: Mark) -> bool:
    """Whether a line may go on with a list: its number is not below the last, nor one again."""
    return mark.at >= one.marks[-1].at and not (
        mark.at == 1 and one.marks[-1].at == 1 and mark.kind != "roman"
    )


def _nests(above: List, mark: Mark) -> bool:
    """ "1.1.2" under "1.1"."""
    return above.kind == mark.kind == "dotted" and mark.label.startswith(f"{above.marks[-1].label}.")


def _marks(reading: Document, *, start: int, end: int) -> Iterator[Mark]:
    """The numbered lines between two places that stand in no table and no quotation."""
    tables = [grid.span for grid in reading.tables]
    quoted = 0
    for row in rows_of(reading.text, start=start, end=end):
        inside = quoted > 0
        quoted = max(0, quoted + row.text.count("“") - row.text.count("”"))
        if inside or any(first <= row.span[0] < last for first, last in tables):
            continue
        mark = mark_of(row.text)
        if mark.kind and mark.kind not in BULLETS and mark.kind in _RANK:
            label = mark.label.rpartition(" ")[2]
            at = _place(mark.kind, label)
            if at:
                yield Mark(mark.kind, label, at, row)


def _place(kind: str, label: str) -> int:
    """The place of a label in its count; 0 where it is none."""
    if kind == "dotted":
        return int(label.rpartition(".")[2])
    if kind == "letter":
        return _LETTERS.find(label) + 1
    if kind == "capital":
        return "ABCDĐEGH".find(label) + 1
    if label.isdigit():
        return int(label)
    return _roman(label) if set(label) <= set(_ROMAN) else 0


def _roman(label: str) -> int:
    values = [_ROMAN[sign] for sign in label]
    return sum(-one if later > one else one for one, later in pairwise([*values, 0]))


def _label(mark: Mark, at: int) -> str:
    """How the list would print another place."""
    if mark.kind == "dotted":
        return f"{mark.label.rpartition('.')[0]}.{at}"
    if mark.kind == "letter":
        return _LETTERS[at - 1]
    if mark.kind == "capital":
        return "ABCDĐEGH"[at - 1]
    if not mark.label.isdigit():
        return _as_roman(at)
    return str(at)


def _as_roman(number: int) -> str:
    said = ""
    for value, sign in ((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        said += sign * (number // value)
        number %= value
    return said


def _slips(one: List, text: str) -> Iterator[Slip]:
    for before, after in pairwise(one.marks):
        missing = tuple(_label(before, at) for at in range(before.at + 1, after.at))
        if after.at == before.at:
            yield Slip(before, after, (), one.under)
        elif missing and not _skipped(before, missing) and not _stands_between(before, after, missing, text):
            yield Slip(before, after, missing, one.under)


def _skipped(before: Mark, missing: tuple[str, ...]) -> bool:
    """Lists of letters often go without "đ"."""
    return before.kind in ("letter", "capital") and [one.lower() for one in missing] == ["đ"]


def _stands_between(before: Mark, after: Mark, missing: tuple[str, ...], text: str) -> bool:
    """Whether a missing number stands within a line: lines were joined, nothing was left out."""
    between = text[before.row.span[0] : after.row.span[0]]
    return any(re.search(rf"(?<![\w.,/]){re.escape(one)}[a-z]?\s?[.,)/:-]\s*\w", between) for one in missing)
