"""The numbered lines of a text as lists: where a number is left out or stands twice.

A list is judged only against itself. Lists begin anew under another heading, and where a count starts again at one;
lines of tables, of the foot and of quoted provisions count for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from vanban.checks.parts import Row, body_span, rows_of
from vanban.grammar.markers import mark_of
from vanban.model import Document, Span

_ORDER = ("part", "chapter", "division", "capital", "roman", "article", "arabic", "dotted", "paren", "letter")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of Vietnamese lists
_NAMES = {
    "part": "Phần {}", "chapter": "Chương {}", "division": "Mục {}", "capital": "mục {}", "roman": "mục {}",
    "article": "Điều {}", "arabic": "khoản {}", "dotted": "mục {}", "paren": "({})", "letter": "điểm {}",
}  # fmt: skip
_MOST = 3  # slips of one kind in a text; where there are more, its numbers were lost on the way
_FAR = 4  # numbers that are left out at once; where more are, the line counts in another list
_HIGH = 3  # "Điều 9" is gone on with by "10.", whose word was lost; "2." below "Điều 1" is a provision
_LONG = 40  # lines; a quotation that is open for more was never closed
_COMPOUND = re.compile(r"[IVX]+\.\d")  # "II.2." counts with other lists than "II."
_WORDS = {"part": "(?i:phần)", "chapter": "(?i:chương)", "division": "(?i:mục)", "article": "(?i:điều)"}
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
    found = [slip for part in _of(reading) for one in part for slip in _slips(one, reading.text)]
    kinds = Counter(slip.after.kind for slip in found)
    near = (slip for slip in found if kinds[slip.after.kind] <= _MOST and len(slip.missing) <= _FAR)
    yield from sorted(near, key=lambda slip: slip.after.row.span)


def late_start(reading: Document) -> Mark | None:
    """The first section with a Roman number, where it is not the first by its number."""
    body = _of(reading)[0]
    first = next((one for one in body if one.kind in ("part", "chapter", "capital", "roman")), None)
    if first is None or first.kind != "roman" or first.under or len(first.marks) < 2:
        return None
    mark = first.marks[0]
    lost = re.search(r"(?<!\w)I\s?[.)/:-]\s*\w", reading.text[: mark.row.span[0]])
    return None if lost or mark.at == 1 else mark


def name_of(mark: Mark) -> str:
    """As officials call it: "mục II", "điểm b", "Điều 4"."""
    return called(mark.label, kind=mark.kind)


def called(label: str, *, kind: str) -> str:
    """The name of a number of a kind."""
    return _NAMES[kind].format(label)


def _of(reading: Document) -> tuple[list[List], ...]:
    """The lists of the body, and of each thing attached."""
    stretches = (body_span(reading), *(one.span for one in reading.attachments))
    return _read(reading.text, tuple(grid.span for grid in reading.tables), stretches)


@lru_cache(maxsize=1)
def _read(text: str, tables: tuple[Span, ...], stretches: tuple[Span, ...]) -> tuple[list[List], ...]:
    """Kept for the next rule that asks of the same document."""
    return tuple(_lists(text, tables=tables, within=span) for span in stretches)


def _lists(text: str, *, tables: tuple[Span, ...], within: Span) -> list[List]:
    """The lists of a stretch of text."""
    done: list[List] = []
    stack: list[List] = []
    for mark in _marks(text, tables=tables, within=within):
        at = _goes_on(stack, mark)
        if at is None:
            while stack and _RANK[stack[-1].kind] >= _RANK[mark.kind] and not _holds(stack, mark):
                stack.pop()
            under = name_of(stack[-1].marks[-1]) if stack else ""
            stack.append(List(mark.kind, _prefix(mark), under, []))
            done.append(stack[-1])
        else:
            del stack[at + 1 :]
        stack[-1].marks.append(mark)
    return done


def _goes_on(stack: list[List], mark: Mark) -> int | None:
    """The index of the open list with which a line goes on; None where it begins one.

    The next number of a list is taken before one that leaves a gap: "6." below "2." may follow an outer "5.".
    """
    own = [i for i, one in enumerate(stack) if (one.kind, one.prefix) == (mark.kind, _prefix(mark))]
    kin = own + [i for i, one in enumerate(stack) if {one.kind, mark.kind} == {"article", "arabic"}]
    following = [i for i in kin if stack[i].marks[-1].at + 1 == mark.at and (i in own or mark.at > _HIGH)]
    if following:
        return max(following)
    if mark.at == 1 and mark.kind != "roman" or not own:
        return None
    return own[-1] if mark.at >= stack[own[-1]].marks[-1].at else None


def _prefix(mark: Mark) -> str:
    return mark.label.rpartition(".")[0] if mark.kind == "dotted" else ""


def _holds(stack: list[List], mark: Mark) -> bool:
    """ "1.1.2" stands under "1.1", and a count that begins at one under a number of its own kind, once."""
    above = stack[-1]
    if above.kind != mark.kind:
        return False
    if mark.kind == "dotted":
        return mark.label.startswith(f"{above.marks[-1].label}.")
    return mark.at == 1 and mark.kind == "arabic" and sum(one.kind == "arabic" for one in stack) == 1


def _marks(text: str, *, tables: tuple[Span, ...], within: Span) -> Iterator[Mark]:
    """The numbered lines between two places that stand in no table and no quotation."""
    grids = iter((*tables, (len(text), len(text))))
    grid = next(grids)
    quoted = since = 0
    for row in rows_of(text, start=within[0], end=within[1]):
        while grid[1] <= row.span[0] < len(text):
            grid = next(grids)
        inside = quoted > 0 and since <= _LONG
        quoted = max(0, quoted + row.text.count("“") - row.text.count("”")) if since <= _LONG else 0
        since = since + 1 if quoted else 0
        if not inside and not grid[0] <= row.span[0]:
            mark = mark_of(row.text)
            at = _place(mark.kind, mark.label.rpartition(" ")[2]) if mark.kind in _RANK else 0
            if at and not _COMPOUND.match(row.text):
                yield Mark(mark.kind, mark.label.rpartition(" ")[2], at, row)


def _place(kind: str, label: str) -> int:
    """The place of a label in its count; 0 where it is none."""
    if kind == "dotted":
        return int(label.rpartition(".")[2])
    if kind == "letter":
        return _LETTERS.find(label) + 1
    if kind == "capital":
        return "ABCDĐEGH".find(label) + 1
    return number_of(label)


def number_of(label: str) -> int:
    """ "IV" and "04" are 4; 0 for what is no number."""
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
    word = _WORDS.get(before.kind)
    form = rf"{word}\s*{{}}\b" if word else r"(?<![\w.,/]){}[a-z]?\s?[.,)/:–-]\s*\w"
    return any(re.search(form.format(re.escape(one)), between) for one in missing[:_FAR])
