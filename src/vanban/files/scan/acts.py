"""Symbols of acts and short names of bodies ("47/ÑQ-CP", "HÐND"): mended towards those that are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from vanban.files.scan.confusing import SYMBOLS, TYPES, Meant, Pairs, in_digits, nearest
from vanban.files.scan.slips import Run, Slip
from vanban.grammar.lexicon import any_of, table, types_by_symbol

_TYPES = frozenset(types_by_symbol())
_BODIES = frozenset(name for group, names in table("issuers").items() if group != "offices" for name in names)
_OFFICES = frozenset(table("issuers")["offices"])
_PARTY = frozenset(table("issuers")["party"])
_PART = r"[\w&'|]{1,16}"
_BAR = r"[ \n]?(?:/{1,2}|⁄|-)[ \n]?"
_ACT = re.compile(
    rf"(?<![\w/.,-])(?P<serial>[\dlIOoSQ|]{{1,6}}[a-z]?)(?P<first>{_BAR})(?:(?P<year>[\dlIOoSQ]{{4}})(?P<second>{_BAR}))?"
    rf"(?P<type>{_PART})(?P<third>[ \n]?[-—/⁄][ \n]?)(?P<rest>{_PART}(?:-[ \n]?{_PART})*)"
)
_PIECE = re.compile(_PART)
_GLUED = re.compile(
    rf"(?<![\w/.,-])\d{{1,5}}(?P<bar>)(?P<type>{any_of(_TYPES - {'L', 'C'})})-(?P<body>{any_of(_BODIES)})(?!\w)"
)
_BLANK = re.compile(
    rf"^Số\s?:?\s?(?P<bar>)(?P<type>{any_of(_TYPES)})-(?P<body>{any_of(_BODIES)})(?!\w)", re.MULTILINE
)
_FRACTION = re.compile(r"(?<=\w)⁄(?=\w)")  # the bar of fractions is in no document
_KEPT = re.compile(r"Lưu\s?:\s?(?P<office>[\w']{2,3})(?!\w)")
_SHORT = re.compile(r"(?<![\w/-])[^\W\d_]{3,12}(?![\w/])")
_FOREIGN = re.compile(r"[ÑÐ]")
_VOWEL = re.compile(r"[AEIOUYĂÂÊÔƠƯ]")
# On made scans none was wrong, but few were seen in which two signs were.
_ONE, _MORE = 0.95, 0.85


class _Piece(NamedTuple):
    """A part of a symbol, what it is taken for, and by how many steps; ``steps`` is -1 where it is not known."""

    start: int
    end: int
    now: str
    steps: int


def slips_of(lines: Sequence[str]) -> Iterator[Slip]:
    """The slips in numbers of acts and in short names."""
    run = Run(lines)
    found = list(_ACT.finditer(run.text))
    often = _said_twice(found)
    for act in found:
        yield from _of_act(run, act, often)
    yield from _of_bars(run)
    yield from _of_short_names(run)


def is_symbol(text: str) -> bool:
    """True for a part of a number that is known ("QĐ-TTg", "UBND")."""
    parts = re.split("[/-]", text.strip(" ,.;:()"))
    return all(part in _TYPES or part in _BODIES for part in parts)


def _said_twice(found: list[re.Match[str]]) -> frozenset[str]:
    """Bodies that no list knows and that the document itself writes more than once."""
    counts = Counter(name for act in found if act["type"] in _TYPES for name in _PIECE.findall(act["rest"]))
    return frozenset(name for name, count in counts.items() if count > 1)


def _of_act(run: Run, act: re.Match[str], often: Container[str]) -> Iterator[Slip]:
    if not any(map(str.isdigit, act["serial"])) or sum(map(str.isupper, act["type"] + act["rest"])) < 2:
        return
    kind = _piece(act["type"], act.start("type"), _TYPES, pairs=TYPES)
    if kind.steps and act["type"] in _BODIES:  # a letter whose number names the body first
        kind = kind._replace(now=act["type"], steps=0)
    bodies = [
        _body(name[0], act.start("rest") + name.start(), often) for name in _PIECE.finditer(act["rest"])
    ]
    known = all(body.steps >= 0 for body in bodies)
    pieces = [*bodies] if kind.steps >= 0 else []
    if known or _FOREIGN.search(act["type"]):
        pieces.append(kind)
    sure = _ONE if sum(max(piece.steps, 0) for piece in pieces) == 1 else _MORE
    for piece in pieces:
        if piece.steps > 0:
            yield from _maybe(run.slip((piece.start, piece.end), now=piece.now, sure=sure, why="symbol"))
    if known and kind.steps >= 0:
        yield from _of_numbers(run, act)


def _of_numbers(run: Run, act: re.Match[str]) -> Iterator[Slip]:
    """The number and the year in digits, and single bars between the parts."""
    for name in ("serial", "year"):
        seen = act[name] or ""
        tail = seen[-1:] if seen[-1:].islower() and seen[-1:] not in "lo" else ""
        digits = in_digits(seen.removesuffix(tail)) + tail
        if digits != tail and digits != seen:
            yield from _maybe(run.slip(act.span(name), now=digits, sure=_ONE, why="number"))
    for name in ("first", "second", "third"):
        bar = (act[name] or "").strip()
        if bar in ("//", "—"):
            start = act.start(name) + act[name].index(bar)
            now = "-" if bar == "—" else "/"
            yield from _maybe(run.slip((start, start + len(bar)), now=now, sure=_ONE, why="symbol"))


def _of_bars(run: Run) -> Iterator[Slip]:
    """The bar that is lost between the number and the type, or is no plain one."""
    for pattern in (_GLUED, _BLANK):
        for found in pattern.finditer(run.text):
            bar = "-" if found["body"] in _PARTY else "/"
            yield from _maybe(run.slip(found.span("bar"), now=bar, sure=_MORE, why="symbol"))
    for found in _FRACTION.finditer(run.text):
        yield from _maybe(run.slip(found.span(), now="/", sure=_ONE, why="symbol"))


def _of_short_names(run: Run) -> Iterator[Slip]:
    for found in _KEPT.finditer(run.text):
        meant = nearest(found["office"], pairs=SYMBOLS, known=_OFFICES)
        if meant and meant.steps:
            yield from _maybe(run.slip(found.span("office"), now=meant.text, sure=_ONE, why="symbol"))
    for found in _SHORT.finditer(run.text):
        if found[0].isupper() and not found[0].isascii():
            now = _short_name(found[0])
            yield from _maybe(run.slip(found.span(), now=now, sure=_ONE, why="symbol"))


def _short_name(seen: str) -> str:
    """The short name of a body; one of consonants alone holds no sign from elsewhere."""
    if seen in _BODIES:
        return seen
    meant = nearest(seen, pairs=SYMBOLS, known=_BODIES)
    if meant is not None:
        return meant.text
    if _FOREIGN.search(seen) and not _VOWEL.search(seen):
        return re.sub("NÑ|ÑN|Ñ", "N", re.sub("ĐÐ|ÐĐ|Ð", "Đ", seen))
    return seen


def _body(seen: str, start: int, often: Container[str]) -> _Piece:
    piece = _piece(seen, start, _BODIES)
    if piece.steps < 0:
        if seen in often:
            return piece._replace(steps=0)
        return _piece(seen, start, often)
    return piece


def _piece(seen: str, start: int, known: Container[str], *, pairs: Pairs = SYMBOLS) -> _Piece:
    meant: Meant | None = Meant(seen, 0) if seen in known else nearest(seen, pairs=pairs, known=known)
    if meant is None:
        return _Piece(start, start + len(seen), seen, -1)
    return _Piece(start, start + len(seen), meant.text, meant.steps)


def _maybe(slip: Slip | None) -> Iterator[Slip]:
    if slip is not None:
        yield slip
