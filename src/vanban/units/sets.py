"""Names of many units at once ("các sở, ban, ngành"): kept as they are written, and who was in them on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from vanban.grammar.lexicon import table
from vanban.units import spelling, wording
from vanban.units.bodynames import KINDS
from vanban.units.forms import Forms, Found, Target
from vanban.units.model import Level
from vanban.units.reading import Reading, Spot
from vanban.units.wording import HERE

_MOST_STEPS = 400  # words can be put together in more ways than anybody could try
_LETTERS = 4  # so many letters are a known abbreviation: "MTTQ"


class SetName(NamedTuple):
    """A name of many units.

    ``items`` are rows of ``unit_sets.toml``, ``places`` kinds of places ("xã", with the committee meant, if one is),
    said by so many ``words``, ``levels`` every place of these levels, ``heads`` the bodies meant of each place.
    ``stated`` is how many the name says that there are, None where it says no number. ``is_open``: a word says that
    only some are meant, and not which.
    """

    items: tuple[int, ...] = ()
    places: tuple[tuple[str, tuple[Target, ...]], ...] = ()
    words: int = 0
    stated: int | None = None
    levels: tuple[Level, ...] = ()
    heads: tuple[tuple[Target, ...], ...] = ()
    spots: tuple[Spot, ...] = ()
    of_committee: bool = False
    is_plural: bool = False
    is_post: bool = False
    is_open: bool = False


class _Word(NamedTuple):
    """A word of the language of sets: "level" or "item" and which, or "plural", "some", "filler", "open", "village"."""

    what: str
    value: Any = None


@cache
def _words() -> Forms[_Word]:
    forms: Forms[_Word] = Forms()
    rows = table("unit_sets")
    for what in ("plural", "some", "filler", "open", "village"):
        for word in rows[what]["words"]:
            forms.add(word, target=_Word(what))
    for row in rows["level"]:
        for word in row["words"]:
            forms.add(word, target=_Word("level", row["name"]))
    for number, row in enumerate(rows["item"]):
        for word in row["words"]:
            forms.add(word, target=_Word("item", number))
    return forms


def is_vague(reading: Reading) -> bool:
    """Whether a name means many though not who: it begins with a plural word or is of the villages of a place."""
    for start in range(len(reading.atoms)):
        found = reading.at(_words(), start)
        words = {one.target.what for one in found if reading.atoms[start : one.end] == one.form}
        if "village" in words or start == 0 and words & {"plural", "some"}:
            return True
    return False


def read(reading: Reading) -> SetName | None:
    """The set that a name says, None where it says none."""
    for start, is_post in sorted(reading.starts, reverse=True):
        for found in _Walk(reading).walk(start, SetName(is_post=is_post)):
            return found
    return None


class _Walk:
    """Goes through a name word by word; the first way that takes all of it counts."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.end = len(reading.atoms)
        self.steps = 0

    def walk(self, at: int, so_far: SetName) -> Iterator[SetName]:
        """Every set that the name may say from here on."""
        self.steps += 1
        if self.steps > _MOST_STEPS:
            return
        if at == self.end:
            if _is_whole(so_far):
                yield so_far
            return
        yield from self._word(at, so_far)
        if so_far.items or so_far.places or so_far.levels:
            yield from self._ended(at, so_far)
        yield from self._place(at, so_far)
        if not so_far.items and not so_far.places and not so_far.is_plural:
            yield from self._head(at, so_far)

    def _word(self, at: int, so_far: SetName) -> Iterator[SetName]:
        for found in self.reading.at(_words(), at):
            if found.end in self.reading.inside or self._is_lettered(at, found):
                continue
            if step := _with(so_far, found.target):
                yield from self.walk(found.end, step)
        if self.reading.atoms[at].isdecimal() and not so_far.items and not so_far.places:
            # behind the kind it would be a name: "quận 1"
            count = int(self.reading.atoms[at])
            yield from self.walk(at + 1, so_far._replace(is_plural=True, stated=count))

    def _is_lettered(self, at: int, found: Found[_Word]) -> bool:
        """Whether a word is only said by letters that may be any others: "CT" is hardly "cấp tỉnh"."""
        letters = spelling.letters(self.reading.atoms[at : found.end])
        return letters > 0 and (found.target.what != "item" or letters < _LETTERS)

    def _ended(self, at: int, so_far: SetName) -> Iterator[SetName]:
        """What follows says where they are."""
        least = max((_height(kind) for kind, _ in so_far.places), default=0)
        for spots in self.reading.spots(at, least):
            if least > 1 and not spots[0].key and spots[0].kind == "thành phố":
                continue  # "các huyện, thành phố"
            if _is_whole(so_far):
                yield so_far._replace(spots=spots)
        if so_far.items:
            for found in self.reading.at(self.reading.among.forms, at):
                if found.target.kind:
                    yield from self._of_committee(found.target.kind, found.end, so_far)

    def _of_committee(self, kind: str, end: int, so_far: SetName) -> Iterator[SetName]:
        """ "các Ban Xây dựng Đảng Huyện ủy" """
        if not _is_whole(so_far):
            return
        for spots in self.reading.spots(end, 0):
            of = (
                (Spot(kind, spots[0].key), *spots[1:])
                if spots and not spots[0].kind
                else (Spot(kind), *spots)
            )
            yield so_far._replace(spots=of, of_committee=True)

    def _place(self, at: int, so_far: SetName) -> Iterator[SetName]:
        """A kind of places, or of Party committees."""
        for found in self.reading.at(wording.kinds(), at):
            is_letter = found.end == at + 1 and self.reading.atoms[at].isupper()
            if found.target != HERE and found.end not in self.reading.inside and not is_letter:
                step = _and_places(so_far, ((found.target, ()),))
                yield from self.walk(found.end, step)
        for end, targets in self._grouped(body for body in self.reading.bodies(at) if body.target.kind):
            named = tuple((kind, targets) for kind in dict.fromkeys(target.kind for target in targets))
            step = _and_places(so_far, named)
            yield from self.walk(end, step)

    def _head(self, at: int, so_far: SetName) -> Iterator[SetName]:
        """A body that each of the places has."""
        found = (one for one in self.reading.bodies(at) if not one.target.kind and one.target.what != "unit")
        for end, targets in self._grouped(found):
            yield from self.walk(end, so_far._replace(heads=(*so_far.heads, targets)))

    def _grouped(self, found: Iterable[Found[Target]]) -> Iterator[tuple[int, tuple[Target, ...]]]:
        """What the same words mean, on whichever level."""
        for end, same in groupby(found, key=lambda one: one.end):
            yield end, tuple(one.target for one in same)


def _and_places(so_far: SetName, places: tuple[tuple[str, tuple[Target, ...]], ...]) -> SetName:
    return so_far._replace(places=(*so_far.places, *places), words=so_far.words + 1)


def _with(so_far: SetName, word: _Word) -> SetName | None:
    if word.what == "item":
        return so_far._replace(items=(*so_far.items, word.value)) if not so_far.heads else None
    if word.what in ("open", "village"):
        return so_far._replace(is_open=True)
    if word.what == "some":
        return so_far._replace(is_plural=True, is_open=True)
    if word.what == "plural":
        return so_far._replace(is_plural=True)
    if word.what == "level":
        return so_far._replace(levels=(*so_far.levels, word.value))
    return so_far


def _is_whole(found: SetName) -> bool:
    """Whether it is said that there are many: by a plural word, by several kinds, by a level."""
    count = len(found.items) + found.words
    of_places = {bool(targets) for _, targets in found.places}
    if len(of_places) > 1 or found.items and False in of_places:
        return False  # "Thường trực Đảng ủy xã" is of one
    if found.heads and not found.places:
        return bool(found.levels)
    return count > 1 or count == 1 and (found.is_plural or bool(found.levels))


def _height(kind: str) -> int:
    heights = [3 - at for at, names in enumerate(KINDS.values()) if kind in names]
    return min(heights, default=0)


def is_patchy(level: Level, *, on: date) -> bool:
    """Whether not every place of a level on that day is known, so that a set of them may lack some."""
    since: date = table("unit_sets")["coverage"][level]
    return on < since
