"""Names of many units at once ("các sở, ban, ngành"): kept as they are written, and who was in them on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from vanban.grammar.lexicon import table
from vanban.units.directory import KINDS, Target
from vanban.units.forms import Forms, Found
from vanban.units.model import Level, Record, Unit
from vanban.units.names import HERE, Reading, Spot, kinds
from vanban.units.sight import Sight

_LEVELS: tuple[Level, ...] = ("central", "province", "district", "commune")


class SetName(NamedTuple):
    """A name of many units.

    ``items`` are rows of ``unit_sets.toml``, ``places`` kinds of places ("xã", with the committee meant, if one is),
    ``level`` every place of a level, ``heads`` the bodies meant of each place. ``is_open``: a word says that only some
    are meant, and not which.
    """

    items: tuple[int, ...] = ()
    places: tuple[tuple[str, tuple[Target, ...]], ...] = ()
    level: Level | None = None
    heads: tuple[tuple[Target, ...], ...] = ()
    spots: tuple[Spot, ...] = ()
    of_committee: bool = False
    is_post: bool = False
    is_open: bool = False


class _Word(NamedTuple):
    """A word of the language of sets: "plural", "filler", "open", "level" or "item" and which."""

    what: str
    value: Any = None


@cache
def _words() -> Forms[_Word]:
    forms: Forms[_Word] = Forms()
    rows = table("unit_sets")
    for what in ("plural", "filler", "open"):
        for word in rows[what]["words"]:
            forms.add(word, target=_Word(what))
    for row in rows["level"]:
        for word in row["words"]:
            forms.add(word, target=_Word("level", row["name"]))
    for number, row in enumerate(rows["item"]):
        for word in row["words"]:
            forms.add(word, target=_Word("item", number))
    return forms


def words() -> set[str]:
    """All words of the language of sets, folded."""
    return _words().words()


def is_plural(reading: Reading, *, start: int = 0) -> bool:
    """Whether a name begins with a word that makes it many."""
    return any(found.target.what == "plural" for found in reading.at(_words(), start))


def read(reading: Reading) -> SetName | None:
    """The set that a name says, None where it says none."""
    for start, is_post in sorted(reading.starts(), reverse=True):
        for found in _Walk(reading).walk(start, SetName(is_post=is_post)):
            return found
    return None


class _Walk:
    """Goes through a name word by word; the first way that takes all of it counts."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.end = len(reading.atoms)

    def walk(self, at: int, so_far: SetName, *, is_plural: bool = False) -> Iterator[SetName]:
        if at == self.end:
            if _is_whole(so_far, is_plural=is_plural):
                yield so_far
            return
        for found in self.reading.at(_words(), at):
            if found.end in self.reading.inside:
                continue
            step = _with(so_far, found.target)
            if step:
                yield from self.walk(
                    found.end, step, is_plural=is_plural or found.target.what == "plural"
                )
        if so_far.items or so_far.places or so_far.level:
            yield from self._ended(at, so_far, is_plural=is_plural)
        if self.reading.atoms[at].isdigit() and not so_far.items:
            yield from self.walk(at + 1, so_far, is_plural=True)
        yield from self._place(at, so_far, is_plural=is_plural)
        if not so_far.items and not so_far.places and not is_plural:
            yield from self._head(at, so_far)

    def _ended(self, at: int, so_far: SetName, *, is_plural: bool) -> Iterator[SetName]:
        """What follows says where they are."""
        least = max((_height(kind) for kind, _ in so_far.places), default=0)
        for spots in self.reading.spots(at, least):
            if least > 1 and not spots[0].key and spots[0].kind == "thành phố":
                continue  # "các huyện, thành phố"
            if _is_whole(so_far, is_plural=is_plural):
                yield so_far._replace(spots=spots)
        if so_far.items:
            for found in self.reading.at(self.reading.among.forms, at):
                if found.target.kind:
                    yield from self._of_committee(found.target.kind, found.end, so_far, is_plural=is_plural)

    def _of_committee(
        self, kind: str, end: int, so_far: SetName, *, is_plural: bool
    ) -> Iterator[SetName]:
        """ "các Ban Xây dựng Đảng Huyện ủy" """
        if not _is_whole(so_far, is_plural=is_plural):
            return
        for spots in self.reading.spots(end, 0):
            of = (Spot(kind, spots[0].key), *spots[1:]) if spots and not spots[0].kind else (Spot(kind), *spots)
            yield so_far._replace(spots=of, of_committee=True)

    def _place(self, at: int, so_far: SetName, *, is_plural: bool) -> Iterator[SetName]:
        """A kind of places, or of Party committees."""
        for found in self.reading.at(kinds(), at):
            if found.target != HERE and found.end not in self.reading.inside:
                step = so_far._replace(places=(*so_far.places, (found.target, ())))
                yield from self.walk(found.end, step, is_plural=is_plural)
        for end, targets in self._grouped(body for body in self.reading.bodies(at) if body.target.kind):
            named = tuple((kind, targets) for kind in dict.fromkeys(target.kind for target in targets))
            step = so_far._replace(places=(*so_far.places, *named))
            yield from self.walk(end, step, is_plural=is_plural)

    def _head(self, at: int, so_far: SetName) -> Iterator[SetName]:
        """A body that each of the places has."""
        found = (one for one in self.reading.bodies(at) if not one.target.kind and one.target.what != "unit")
        for end, targets in self._grouped(found):
            yield from self.walk(end, so_far._replace(heads=(*so_far.heads, targets)))

    def _grouped(self, found: Iterable[Found[Target]]) -> Iterator[tuple[int, tuple[Target, ...]]]:
        """What the same words mean, on whichever level."""
        for end, same in groupby(found, key=lambda one: one.end):
            yield end, tuple(one.target for one in same)


def _with(so_far: SetName, word: _Word) -> SetName | None:
    if word.what == "item":
        return so_far._replace(items=(*so_far.items, word.value)) if not so_far.heads else None
    if word.what == "open":
        return so_far._replace(is_open=True)
    if word.what == "level":
        return so_far._replace(level=word.value)
    return so_far


def _is_whole(found: SetName, *, is_plural: bool) -> bool:
    """Whether it is said that there are many: by a plural word, by several kinds, by a level."""
    count = len(found.items) + len({kind for kind, _ in found.places})
    if found.items and not all(targets for _, targets in found.places):
        return False
    if found.heads and not found.places:
        return found.level is not None
    return count > 1 or count == 1 and (is_plural or found.level is not None)


def _height(kind: str) -> int:
    heights = [3 - at for at, names in enumerate(KINDS.values()) if kind in names]
    return min(heights, default=0)


def members(found: SetName, *, sight: Sight) -> tuple[Unit, ...]:
    """Who is in a set on the day of the document; none where its name does not say."""
    if found.is_open:
        return ()
    units = _places(found, sight) if found.places or found.heads or not found.items else _bodies(found, sight)
    return tuple({unit.uid: unit for unit in units}.values())


def _places(found: SetName, sight: Sight) -> Iterator[Unit]:
    """The places of the kinds said, or the body meant of each of them."""
    wanted = dict(found.places)
    level = found.level or _common_level(found, sight)
    if level is None:
        return
    for place in _under(found, level, sight):
        kind = sight.kind_of(place)
        if wanted and kind not in wanted:
            continue
        for targets in found.heads or (wanted.get(kind) or (Target("seat"),),):
            for target in targets:
                yield from sight.body_of(place, target)


def _common_level(found: SetName, sight: Sight) -> Level | None:
    """The level on which all the kinds stand; where two fit, the one below the document's place."""
    fitting = [
        level
        for level, names in KINDS.items()
        if all(kind in names for kind, _ in found.places)
        and all(
            any(sight.among.is_at(target, level=level) for target in targets)
            for _, targets in found.places
            if targets
        )
    ]
    own = sight.chain[0].level if sight.chain else "central"
    below = [level for level in fitting if _LEVELS.index(level) > _LEVELS.index(own)]
    return next(iter(below or fitting), None)


def _under(found: SetName, level: Level, sight: Sight) -> Iterator[Record]:
    """The places of a level below the one that is said, or below the nearest one that has such."""
    if found.spots:
        roots = sight.places(found.spots)[:2]
    else:
        roots = [one for one in sight.chain if _LEVELS.index(one.level) < _LEVELS.index(level)][:1]
    if len(roots) == 1 and level != "province":
        found_places = sight.among.territory(roots[0].uid, on=sight.on)
    elif level == "province" and not found.spots:
        found_places = sight.among.provinces(on=sight.on)
    else:
        return
    yield from (one for one in found_places if one.level == level)


def _bodies(found: SetName, sight: Sight) -> Iterator[Unit]:
    """The bodies of the kinds said, at the place that is said or the nearest of the level that the words imply."""
    rows = [table("unit_sets")["item"][number] for number in found.items]
    named = [row for row in rows if not row.get("vague")]
    levels = set.intersection(*(set(row["kinds"]) for row in named)) if named else set()
    if found.of_committee:
        levels = {"province", "district", "commune"}
    seat = _seat(found, levels, sight)
    if not named or seat is None:
        return
    for row in rows:
        wanted = ["ban đảng"] if found.of_committee else row["kinds"].get(seat.level if seat.uid else "central", ())
        begins = row.get("begins", "") if len(named) == 1 else ""
        for unit in sight.among.bodies(seat.uid, on=sight.on) if seat.uid else sight.among.central(on=sight.on):
            if unit.kind not in wanted or unit.name.startswith(tuple(row.get("without", ()))):
                continue
            if unit.name.startswith(begins) and sight.among.is_certain(unit.uid):
                yield unit
        if row.get("is_below"):
            places = sight.among.children(seat.uid, on=sight.on) if seat.uid else sight.among.provinces(on=sight.on)
            yield from (unit for one in places if (unit := sight.among.unit(one.uid, on=sight.on)))


def _seat(found: SetName, levels: set[str], sight: Sight) -> Record | None:
    if found.spots:
        places = [one for one in sight.places(found.spots) if one.level in levels]
        return places[0] if len(places) == 1 else None
    if found.level:
        levels = levels & {found.level}
    near = next((one for one in sight.chain if one.level in levels), None)
    if near is None and "central" in levels:
        return Record(uid="", level="central", states=())
    return near
