"""One way to write a name, taken apart: who leads, which body, where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from vanban.units import spelling, wording
from vanban.units.directory import Directory
from vanban.units.forms import Forms, Found, Target
from vanban.units.spelling import Written
from vanban.units.wording import HERE

_LONGEST_PLACE = 7
_LEVELS = {
    HERE: (1, 2, 3),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), (1,)),
    **dict.fromkeys(("huyện", "quận", "thị xã"), (2,)),
    "thành phố": (2, 3),
    "tỉnh": (3,),
}


class Spot(NamedTuple):
    """A place in a name: its kind ("huyện", "" where none is said) and the key of its name ("" is the one meant by
    the document: "Sở Tài chính tỉnh")."""

    kind: str
    key: str = ""


Spots = tuple[Spot, ...]
Tails = dict[tuple[object, ...], tuple[Spots, ...]]
"""What the ends of names say, behind a comma: "huyện Tam Đường, tỉnh Lai Châu" stands behind many."""
_MOST_TAILS = 20_000


class Named(NamedTuple):
    """One way to read a name. ``spots`` go from the smallest place to the largest; ``length`` is that of the body's
    own name; ``mended`` is the part that was meant, where one letter is wrong; ``is_vague`` where the words mean other
    things too and no place stands behind them."""

    target: Target
    spots: Spots
    is_post: bool = False
    length: int = 0
    mended: str = ""
    is_vague: bool = False


class Reading:
    """One way to write a name, on its way to what it says."""

    def __init__(
        self, among: Directory, way: Written, *, is_unmarked: bool = False, tails: Tails | None = None
    ) -> None:
        self.among = among
        self.tails = tails
        self.way = way
        self.atoms, self.inside = way.atoms, way.inside
        self.is_unmarked = is_unmarked
        self.is_person = way.atoms in wording.persons()

    def all(self) -> Iterator[Named]:
        """Every way to read it that leaves no word over."""
        if self.atoms in wording.vague():
            return
        behind: dict[int, tuple[Spots, ...]] = {}
        for start, is_post in self.starts:
            is_person = is_post or self.is_person
            for found in self.bodies(start):
                if found.end not in behind:
                    behind[found.end] = tuple(self.spots(found.end))
                is_vague, length = _is_vague(found), found.end - start
                for spots in behind[found.end]:
                    vague = is_vague and not spots
                    yield Named(found.target, spots, is_person, length, is_vague=vague)
        for spots in self.spots(0):
            if any(spot.kind != HERE for spot in spots):
                yield Named(Target("seat"), spots)

    def near(self) -> Iterator[Named]:
        """The same where one letter is wrong, or the first word is said twice."""
        if len(self.atoms) > 1 and self.atoms[0] == self.atoms[1] and self.atoms[0].islower():
            once = Reading(self.among, spelling.without(self.way, at=1))
            yield from (one._replace(mended=self.atoms[0]) for one in once.all())
        for start, is_post in self.starts:
            yield from self._near_bodies(start, is_post=is_post)
        for spots, mended in self._near_spots(0):
            if spots[0].kind not in ("", HERE):
                yield Named(Target("seat"), spots, mended=mended)

    def _near_bodies(self, start: int, *, is_post: bool) -> Iterator[Named]:
        for found in self.among.forms.near(self.way, start=start):
            mended = spelling.squeezed(found.form)
            for spots in self.spots(found.end):
                yield Named(found.target, spots, is_post, found.end - start, mended)
        for body in self.bodies(start):
            for spots, mended in self._near_spots(body.end):
                yield Named(body.target, spots, is_post, body.end - start, mended)

    @cached_property
    def starts(self) -> tuple[tuple[int, bool], ...]:
        """Where the body may begin: at the beginning, or behind those who lead it; and whether a post leads it."""
        found = {0: False}
        waiting = [(0, False)]
        if past := self._past(0):
            waiting.append((past, True))
        for start, is_post in waiting:
            for leader in self.at(wording.leaders(), start):
                past = self._past(leader.end)
                if past not in found and self._is_leader(start, leader.end):
                    found[past] = is_post or leader.target == "post"
                    waiting.append((past, found[past]))
        return tuple(found.items())

    def _is_leader(self, start: int, end: int) -> bool:
        """Whether those who lead are written out, or as a known abbreviation, which may go on ("TTTU")."""
        if end in self.inside and not all(at in self.inside for at in range(start + 1, end)):
            return False
        if start in self.inside or not self.atoms[start].isupper() or not self.atoms[end - 1].isupper():
            return start not in self.inside and (end not in self.inside or self.atoms[start].isupper())
        return spelling.squeezed(self.atoms[start:end]) in wording.leader_shorts()

    def _past(self, at: int) -> int:
        """Behind words such as "các" between two posts."""
        atoms, between = self.atoms, wording.between()
        while at < len(atoms) and atoms[at] in between:
            step = next((len(word) for word in between[atoms[at]] if atoms[at : at + len(word)] == word), 0)
            if not step:
                break
            at += step
        return at

    def bodies(self, start: int) -> Iterator[Found[Target]]:
        """The bodies that are named from here on."""
        for forms in (self.among.forms, wording.governments()):
            for found in self.at(forms, start):
                if found.end not in self.inside and self._is_said(start, found):
                    yield found

    def _is_said(self, start: int, found: Found[Target]) -> bool:
        """Whether enough is written to mean a body: one or two letters are, only if they are known to mean it."""
        said = self.atoms[start : found.end]
        if len(said) > 2 or not said[-1].isupper() or not said[0].isupper() or said == found.form:
            return True
        return (spelling.squeezed(said), found.form) in wording.longs()

    def at(self, forms: Forms[Any], start: int) -> list[Found[Any]]:
        """What of these forms stands here."""
        return forms.at(self.way, start=start, is_unmarked=self.is_unmarked)

    def spots(self, start: int, least: int = 0) -> Iterable[Spots]:
        """The places that the rest of the name says, smallest first, all above the level ``least``."""
        if self.tails is None or start not in self.way.breaks or start == len(self.atoms):
            return self._spots(start, least)
        key = *self.way.tail(start), least, self.is_unmarked
        known = self.tails.get(key)
        if known is None:
            if len(self.tails) >= _MOST_TAILS:
                self.tails.clear()
            known = self.tails[key] = tuple(self._spots(start, least))
        return known

    def _spots(self, start: int, least: int) -> Iterator[Spots]:
        if start == len(self.atoms):
            yield ()
        elif start not in self.inside:
            yield from self._of_kinds(start, least)
            for end, key in self._keys(start):
                yield from ((Spot("", key), *rest) for rest in self.spots(end, least + 1))

    def _of_kinds(self, start: int, least: int) -> Iterator[Spots]:
        """The same where the first place is said with its kind, or no word is left."""
        if start == len(self.atoms):
            yield ()
        elif start not in self.inside:
            for kind, end, level in self._kinds(start, least):
                yield from self._behind(kind, start, end, level)

    def _kinds(self, start: int, least: int) -> Iterator[tuple[str, int, int]]:
        """Kinds of places that stand here: where the word ends, and the lowest level that they can be of."""
        for found in self.at(wording.kinds(), start):
            level = _height(found.target, least)
            if level and found.end not in self.inside:
                yield found.target, found.end, level

    def _behind(self, kind: str, start: int, end: int, level: int) -> Iterator[Spots]:
        for key_end, key in self._keys(end):
            yield from ((Spot(kind, key), *rest) for rest in self.spots(key_end, level))
        is_written = end - start > 1 or self.atoms[start].islower()
        # "huyện, thành phố" are two kinds, and no place in a place.
        if is_written and start not in self.way.breaks:
            for rest in self._of_kinds(end, level):
                yield (Spot(kind), *rest)

    def _keys(self, start: int) -> list[tuple[int, str]]:
        """Names of places that begin here, the longest first."""
        return self.among.gazetteer.at(self.atoms, start=start, is_unmarked=self.is_unmarked)

    def _near_spots(self, start: int, least: int = 0) -> Iterator[tuple[Spots, str]]:
        """Places in which one letter is wrong, and the word that was meant."""
        if start == len(self.atoms) or start in self.inside:
            return
        for kind, end, level in self._kinds(start, least):
            for key_end, key in self._near_keys(end):
                yield from (((Spot(kind, key), *rest), key) for rest in self.spots(key_end, level))
            for key_end, key in (*self._keys(end), (end, "")):
                for rest, mended in self._near_spots(key_end, level):
                    yield (Spot(kind, key), *rest), mended
        for kind, end, level in self._near_kinds(start, least):
            yield from ((spots, kind) for spots in self._behind(kind, start, end, level))
        for end, key in self._near_keys(start):
            yield from (((Spot("", key), *rest), key) for rest in self.spots(end, least + 1))

    def _near_kinds(self, start: int, least: int) -> Iterator[tuple[str, int, int]]:
        """Kinds of places with wrong marks: "tính"."""
        found = wording.kinds().at(self.way, start=start, is_unmarked=True)
        for kind, end, _ in found:
            if start and self.atoms[start].islower() and (level := _height(kind, least)):
                yield kind, end, level

    def _near_keys(self, start: int) -> Iterator[tuple[int, str]]:
        for end in range(min(len(self.atoms), start + _LONGEST_PLACE), start, -1):
            for key in self.among.gazetteer.slips.near(self.atoms[start:end]):
                yield end, key


def _is_vague(found: Found[Target]) -> bool:
    """Whether a body is called what means other things too; the letters of such a name may also be a central body."""
    if found.target.what == "template" and spelling.squeezed(found.form) in wording.vague_letters():
        return True
    return found.form in wording.vague()


@lru_cache(maxsize=1_024)
def _height(kind: str, least: int) -> int:
    """On which level a kind stands that lies above ``least``: 1 commune, 2 district, 3 province; 0 for none."""
    return min((level for level in _LEVELS[kind] if level > least), default=0)
