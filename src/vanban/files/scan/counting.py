"""Marks of an outline count up: the cheapest count through all of them tells which were read wrongly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanban.files.scan.confusing import HEADINGS, NUMERALS, POINTS, Pairs, within
from vanban.files.scan.slips import Slip
from vanban.grammar.letters import UPPER
from vanban.grammar.lexicon import column_patterns, letterhead
from vanban.grammar.markers import mark_of

_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_LEFT_OUT = frozenset("đfjwz")  # letters that many lists of points leave out
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMANS = {
    ten + one: 10 * tens + ones for tens, ten in enumerate(("", "X", "XX")) for ones, one in enumerate(_ONES)
}
_NOISE = r"(?P<noise>(?:[-–—~'`^|·_.]{1,2}\s?)?)"
_ROMAN = re.compile(rf"{_NOISE}(?P<token>[^\s.,)/–-]{{1,5}})(?P<dot>[.,)/]|-(?=\s)|(?=\s))\s*(?=\S)")
_AUTHORITY = re.compile(rf"{letterhead('authority').pattern}|[VT]/[^\W\d_]\b")
_ARABIC = re.compile(rf"(?P<noise>)(?P<token>[^\s.,)/]{{1,2}})(?P<dot>[.,])\s(?=[{UPPER}])")
_POINT = re.compile(r"(?P<noise>)(?P<token>[^\s()\d]{1,2}|\d)(?P<dot>\))\s*(?=[^\s\d])")
_LONE = re.compile(r"(?P<noise>)(?P<token>(?=.*\w)[^\s.,)/–-]{1,5})(?P<dot>)$")
_NUMBERS = dict(column_patterns())["number"]  # the head of a column of numbers, "TT"

# Costs. A count that breaks costs as much as two signs read wrongly; a list that begins anew costs little.
# What looks like a mark is one: it costs more still to pass it over, most where nothing else stands there.
_BREAK, _ANEW, _SKIP, _ALONE = 2.0, 0.5, 3.0, 4.0
_MARGIN = 1.0
# On made scans all 53 were right, those by the least margin too.
_SURE, _SURER = 0.9, 0.97
_MOST_BREAKS = 0.2  # where more of the marks break the count, they do not count up at all


@dataclass(frozen=True, slots=True)
class _Mark:
    """What may be a mark: where it stands, its value as read (0: none), and the cost of each value it may have.

    ``skip`` is the cost of its being no mark at all.
    """

    line: int
    start: int
    end: int
    dot: str
    read: int
    costs: dict[int, float]
    skip: float


def slips_of(lines: Sequence[str]) -> Iterator[Slip]:
    """Marks that were read wrongly."""
    for find, follows, label in (
        (_roman, _next_number, _roman_label),
        (_lone, _next_number, _roman_label),
        (_arabic, _next_number, str),
        (_point, _next_letter, _letter_label),
    ):
        marks = [mark for at, line in enumerate(lines) if line and (mark := find(at, lines))]
        for mark, value, sure in _misread(marks, follows):
            dot = "" if find is _lone else mark.dot.replace(",", ".") or "."
            yield Slip(mark.line, mark.start, mark.end, label(value) + dot, sure, "outline")


def _misread(marks: list[_Mark], follows: Callable[[int, int], float]) -> Iterator[tuple[_Mark, int, float]]:
    """The marks that were read wrongly, their values, and how sure that is.

    Only in a list that counts up to there from its beginning, or from that of the document.
    """
    counted = _counted(marks, follows)
    values = [value for value, _ in counted if value]
    if sum(follows(*pair) == _BREAK for pair in pairwise(values)) > max(1, _MOST_BREAKS * len(marks)):
        return
    last, whole = 0, True
    for mark, (value, margin) in zip(marks, counted, strict=True):
        if not value:
            continue
        whole = value == 1 or not last or whole and follows(last, value) < _BREAK
        last = value
        if value != mark.read and whole and margin >= _MARGIN:
            yield mark, value, _SURER if margin >= 2 * _MARGIN else _SURE


def _roman(at: int, lines: Sequence[str]) -> _Mark | None:
    line = lines[at]
    sound = mark_of(line)
    if sound.kind == "roman" and line[sound.end].isdigit():
        return None
    if sound.kind == "roman" and sound.label in _ROMANS:
        dot = line[len(sound.label) : sound.end].strip()
        end = line.index(dot) + len(dot)
        return _Mark(at, 0, end, dot, _ROMANS[sound.label], _costs(sound.label, HEADINGS, _ROMANS.get), _SKIP)
    found = _ROMAN.match(line)
    if found is None or found["token"].islower() or _AUTHORITY.match(line):
        return None
    rest = line[found.end() :]
    heading = _in_capitals(rest)
    if not heading and (found["noise"] or not found["dot"] or not rest[0].isupper() or sound.kind):
        return None
    costs = _costs(found["token"], HEADINGS, _ROMANS.get)
    bare = heading and not found["noise"] and not found["token"].isdecimal()
    lone = found["token"].isalnum() and len(found["token"]) < 3 and found["token"] not in _ROMANS
    if bare and lone and not found["dot"] and 1 in costs:  # such letters are no word
        return _seen(at, found, costs, skip=_ALONE)
    return _seen(at, found, costs, skip=0 if not (bare and found["dot"]) else _BREAK if sound.kind else _SKIP)


def _lone(at: int, lines: Sequence[str]) -> _Mark | None:
    """A roman numeral alone in its cell; one that is read wrongly only before a heading in capitals."""
    found = _LONE.match(lines[at])
    if found is None or found["token"].isdecimal() or _NUMBERS.match(found["token"].lower()):
        return None
    read = _ROMANS.get(found["token"], 0)
    if not read and not _in_capitals(lines[at + 1] if at + 1 < len(lines) else ""):
        return None
    costs = _costs(found["token"], HEADINGS, _ROMANS.get)
    return _seen(at, found, costs, skip=_ALONE, read=read)


def _arabic(at: int, lines: Sequence[str]) -> _Mark | None:
    line = lines[at]
    sound = mark_of(line)
    if sound.kind == "arabic":
        costs = {value: 1.5 * cost for value, cost in _costs(sound.label, NUMERALS, _number, most=1).items()}
        start, end = 0, len(sound.label)
        dot = line[end : end + 1]
        return _Mark(at, start, end + 1, dot, int(sound.label), costs, _SKIP) if dot in ".)" else None
    found = _ARABIC.match(line) if sound.kind in ("", "letter") else None
    if found is None or found["token"].isdecimal():
        return None
    return _seen(at, found, _costs(found["token"], NUMERALS, _number), skip=0)


def _point(at: int, lines: Sequence[str]) -> _Mark | None:
    sound = mark_of(lines[at])
    found = _POINT.match(lines[at])
    if found is None:
        return None
    read = _letter(found["token"]) or 0 if sound.kind == "letter" else 0
    costs = _costs(found["token"], POINTS, _letter, most=1)
    skip = _SKIP if read else 0 if sound.kind else _BREAK
    return _seen(at, found, costs, skip=skip, read=read)


def _seen(
    at: int, found: re.Match[str], costs: dict[int, float], *, skip: float, read: int = 0
) -> _Mark | None:
    if not costs:
        return None
    return _Mark(at, found.start(), found.end("dot"), found["dot"], read, costs, skip)


def _costs(
    token: str, pairs: Pairs, value_of: Callable[[str], int | None], *, most: int = 2
) -> dict[int, float]:
    """Each value that the token may stand for, with how many signs were then read wrongly."""
    costs: dict[int, float] = {}
    for form, steps in within(token, pairs=pairs, most=most).items():
        if value := value_of(form):
            costs[value] = min(steps, costs.get(value, steps))
    return costs


def _number(form: str) -> int | None:
    return int(form) if form.isdecimal() and form.isascii() and not form.startswith("0") else None


def _letter(form: str) -> int | None:
    return _ALPHABET.index(form) + 1 if len(form) == 1 and form in _ALPHABET else None


def _letter_label(value: int) -> str:
    return _ALPHABET[value - 1]


def _roman_label(value: int) -> str:
    return next(label for label, number in _ROMANS.items() if number == value)


def _in_capitals(text: str) -> bool:
    letters = [sign for sign in text[:40] if sign.isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


def _next_number(before: int, value: int) -> float:
    if value == before + 1:
        return 0
    return _ANEW if value == 1 else _BREAK


def _next_letter(before: int, value: int) -> float:
    if value > before and all(sign in _LEFT_OUT for sign in _ALPHABET[before : value - 1]):
        return 0
    return _ANEW if value == 1 else _BREAK


def _counted(marks: list[_Mark], follows: Callable[[int, int], float]) -> list[tuple[int, float]]:
    """For each mark its value in the cheapest count (0: no mark) and how much the next choice would cost more."""
    ways = [{0: 0.0}]  # ways[n]: the cheapest count of the first n marks, by the last value
    for mark in marks:
        ways.append(_onward(ways[-1], mark, follows))
    rest = dict.fromkeys(ways[-1], 0.0)  # the cheapest count of the marks behind, by the value before
    chosen: list[tuple[int, float]] = []
    for mark, before in zip(reversed(marks), reversed(ways[:-1]), strict=True):
        totals = {
            value: min(cost + follows(last, value) for last, cost in before.items())
            + own
            + rest.get(value, _BREAK)
            for value, own in mark.costs.items()
        }
        totals[0] = min(cost + mark.skip + rest.get(last, _BREAK) for last, cost in before.items())
        best, *others = sorted(totals, key=lambda value: totals[value])
        chosen.append((best, totals[others[0]] - totals[best]))
        rest = {
            last: min(
                mark.skip + rest.get(last, _BREAK),
                *(follows(last, value) + own + rest.get(value, _BREAK) for value, own in mark.costs.items()),
            )
            for last in before
        }
    return chosen[::-1]


def _onward(before: dict[int, float], mark: _Mark, follows: Callable[[int, int], float]) -> dict[int, float]:
    """The cheapest counts with one mark more; those that cost a break more than the cheapest can never win."""
    after = {last: cost + mark.skip for last, cost in before.items()}
    for value, own in mark.costs.items():
        cost = min(way + follows(last, value) for last, way in before.items()) + own
        after[value] = min(cost, after.get(value, cost))
    least = min(after.values())
    return {value: cost for value, cost in after.items() if cost <= least + 2 * _BREAK}
