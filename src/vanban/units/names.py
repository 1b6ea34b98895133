"""A name of a document, taken apart: who leads, which body, where."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from vanban.units import spelling
from vanban.units.directory import Directory, Target
from vanban.units.forms import Forms, Found
from vanban.units.spelling import Atoms, Written

HERE = "*"
"""The kind of a spot that names the place of the document itself."""
_NOTE = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_EDGE = " \t\r\n.;,:-–—/*\\"
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


class Named(NamedTuple):
    """One way to read a name. ``spots`` go from the smallest place to the largest; ``length`` is that of the body's
    own name."""

    target: Target
    spots: tuple[Spot, ...]
    is_post: bool = False
    is_near: bool = False
    length: int = 0


@cache
def words() -> dict[str, Any]:
    """``unit_forms.toml``."""
    return tomllib.loads(files("vanban.data").joinpath("unit_forms.toml").read_text(encoding="utf-8"))


@cache
def shorts() -> dict[str, tuple[Atoms, ...]]:
    """Abbreviations, folded; with their words where these are more than initials ("TTg", "TW")."""
    file = files("vanban.data").joinpath("unit_words.toml")
    found: dict[str, tuple[Atoms, ...]] = {}
    for row in tomllib.loads(file.read_text(encoding="utf-8"))["word"]:
        key, long = spelling.squeezed(spelling.words(row["short"])), spelling.words(row["long"])
        is_more = spelling.initials(key) != spelling.initials(long)
        found[key] = (*found.get(key, ()), *([long] if is_more else ()))
    return found


@cache
def _leaders() -> Forms[Literal["collective", "post"]]:
    forms: Forms[Literal["collective", "post"]] = Forms()
    for what in ("collective", "post"):
        for name in words()[what]["words"]:
            forms.add(name, target=what)
    return forms


@cache
def _between() -> frozenset[Atoms]:
    return frozenset(spelling.words(word) for word in words()["between"]["words"])


@cache
def kinds() -> Forms[str]:
    """Words for kinds of administrative units."""
    forms: Forms[str] = Forms()
    for row in words()["kind"]:
        for word in row["words"]:
            forms.add(word, target=row["name"])
    for word in words()["here"]["words"]:
        forms.add(word, target=HERE)
    return forms


@cache
def _governments() -> Forms[Target]:
    forms: Forms[Target] = Forms()
    for name in words()["government"]["names"]:
        forms.add(name, target=Target("seat"))
    return forms


def without_notes(name: str) -> str:
    """A name without what stands in brackets and without punctuation at its ends."""
    return _NOTE.sub(" ", name).strip(_EDGE)


class Reader:
    """Takes names apart, with the words of one directory."""

    def __init__(self, among: Directory) -> None:
        self._among = among
        known = among.forms.words() | _leaders().words() | kinds().words() | _governments().words()
        self._known = frozenset(known)

    def written(self, name: str) -> tuple[Written, ...]:
        """A name as atoms, in every way that its abbreviations can be read."""
        return spelling.written(without_notes(name), known=self._known, shorts=shorts())

    def read(self, ways: Iterable[Written], *, is_unmarked: bool = False) -> tuple[Named, ...]:
        """Every way to read a name that leaves no word over, that with the longest body first."""
        found = dict.fromkeys(
            one for way in ways for one in Reading(self._among, way, is_unmarked=is_unmarked).all()
        )
        return tuple(sorted(found, key=lambda one: -one.length))

    def reading(self, way: Written, *, is_unmarked: bool = False) -> Reading:
        """One way to write a name, ready to be taken apart."""
        return Reading(self._among, way, is_unmarked=is_unmarked)

    def near(self, ways: Iterable[Written]) -> tuple[Named, ...]:
        """Every way to read a name if one letter of its body is wrong."""
        return tuple(dict.fromkeys(one for way in ways for one in Reading(self._among, way).near()))


class Reading:
    """One way to write a name, on its way to what it says."""

    def __init__(self, among: Directory, way: Written, *, is_unmarked: bool = False) -> None:
        self.among = among
        self.atoms, self.inside = way
        self.initials = way.initials
        self.is_unmarked = is_unmarked

    def all(self) -> Iterator[Named]:
        """Every way to read it that leaves no word over."""
        for start, is_post in self.starts():
            for found in self.bodies(start):
                for spots in self.spots(found.end):
                    yield Named(found.target, spots, is_post=is_post, length=found.end - start)
        for spots in self.spots(0):
            yield Named(Target("seat"), spots)

    def near(self) -> Iterator[Named]:
        """The same where one letter of the body's name is wrong."""
        for start, is_post in self.starts():
            for found in self.among.forms.near(self.atoms, start=start):
                for spots in self.spots(found.end):
                    length = found.end - start
                    yield Named(found.target, spots, is_post=is_post, is_near=True, length=length)

    def starts(self) -> Iterator[tuple[int, bool]]:
        """Where the body may begin: at the beginning, or behind those who lead it."""
        found = {0: False}
        for start, is_post in (waiting := [(0, False)]):
            for leader in self.at(_leaders(), start):
                if leader.end in self.inside and not self._is_in_one_token(start, leader.end):
                    continue
                past = self._past(leader.end)
                if past not in found:
                    found[past] = is_post or leader.target == "post"
                    waiting.append((past, found[past]))
            past = self._past(start) if start == 0 else 0
            if past and past not in found:
                waiting.append((past, True))
        yield from found.items()

    def _is_in_one_token(self, start: int, end: int) -> bool:
        return start not in self.inside and all(at in self.inside for at in range(start + 1, end + 1))

    def _past(self, at: int) -> int:
        """Behind words such as "các" between two posts."""
        while at < len(self.atoms) and (word := next((w for w in _between() if self._has(w, at)), None)):
            at += len(word)
        return at

    def _has(self, words: Atoms, at: int) -> bool:
        return self.atoms[at : at + len(words)] == words

    def bodies(self, start: int) -> Iterator[Found[Target]]:
        """The bodies that are named from here on."""
        for forms in (self.among.forms, _governments()):
            for found in self.at(forms, start):
                if found.end not in self.inside and self._is_said(start, found.end):
                    yield found

    def _is_said(self, start: int, end: int) -> bool:
        """Whether enough is written to mean a body: one or two letters are, only if they are known."""
        if end - start > 2 or not self.atoms[end - 1].isupper() or not self.atoms[start].isupper():
            return True
        return spelling.squeezed(self.atoms[start:end]) in shorts()

    def at(self, forms: Forms[Any], start: int) -> Iterator[Found[Any]]:
        """What of these forms stands here."""
        return forms.at(self.atoms, start=start, initials=self.initials, is_unmarked=self.is_unmarked)

    def spots(self, start: int, least: int = 0) -> Iterator[tuple[Spot, ...]]:
        """The places that the rest of the name says, smallest first."""
        if start == len(self.atoms):
            yield ()
            return
        if start in self.inside:
            return
        for found in self.at(kinds(), start):
            if found.end not in self.inside and (level := _height(found.target, least)):
                yield from self._behind_kind(found, level, is_short=self._is_letter(start, found.end))
        for end, key in self._keys(start):
            yield from ((Spot("", key), *rest) for rest in self.spots(end, least + 1))

    def _behind_kind(self, kind: Found[str], level: int, *, is_short: bool) -> Iterator[tuple[Spot, ...]]:
        for end, key in self._keys(kind.end):
            yield from ((Spot(kind.target, key), *rest) for rest in self.spots(end, level))
        if not is_short:
            yield from ((Spot(kind.target), *rest) for rest in self.spots(kind.end, level))

    def _is_letter(self, start: int, end: int) -> bool:
        return end - start == 1 and self.atoms[start].isupper()

    def _keys(self, start: int) -> Iterator[tuple[int, str]]:
        """Names of places that begin here, the longest first."""
        known = self.among.unmarked if self.is_unmarked else self.among.places
        for end in range(min(len(self.atoms), start + _LONGEST_PLACE), start, -1):
            part = self.atoms[start:end]
            key = spelling.unmarked(part) if self.is_unmarked else spelling.squeezed(part)
            if key in known:
                yield end, key


def _height(kind: str, least: int) -> int:
    """On which level a kind stands that lies above ``least``: 1 commune, 2 district, 3 province; 0 for none."""
    levels = [level for level in _LEVELS[kind] if level > least]
    return min(levels, default=0)
