"""Names of documents, each in every way that it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.grammar.lexicon import table
from vanban.units import spelling, wording
from vanban.units.directory import Directory
from vanban.units.gazetteer import Gazetteer
from vanban.units.reading import Named, Reading, Tails
from vanban.units.spelling import Atoms

_NOTE = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_EDGE = " \t\r\n.;,:-–—/*\\"


def without_notes(name: str) -> str:
    """A name without what stands in brackets and without punctuation at its ends."""
    return _NOTE.sub(" ", name).strip(_EDGE)


class Reader:
    """Takes names apart, with the words of one directory."""

    def __init__(self, among: Directory) -> None:
        self._among = among
        known = among.forms.words() | wording.kinds().words() | wording.leaders().words()
        self._writer = spelling.Writer(
            known=frozenset(known | wording.governments().words() | among.gazetteer.words()),
            shorts={
                **dict.fromkeys(among.forms.abbreviations, ()),
                **wording.shorts(),
                **_places(among.gazetteer),
            },
        )
        self._tails: Tails = {}

    def readings(self, name: str) -> tuple[Reading, ...]:
        """A name without its notes, in every way that its abbreviations can be read."""
        ways, is_unmarked = self._writer.written(without_notes(name)), name.isascii()
        return tuple(Reading(self._among, way, is_unmarked=is_unmarked, tails=self._tails) for way in ways)


def _places(gazetteer: Gazetteer) -> dict[str, tuple[Atoms, ...]]:
    """Abbreviations of provinces and districts with their words: letters alone are looked up as no place's name."""
    kinds = {form for row in table("unit_forms")["kind"] for form in map(spelling.words, row["words"])}
    found = dict[str, tuple[Atoms, ...]]()
    for short, long in sorted(wording.longs()):
        names = (long, *(long[len(kind) :] for kind in kinds if long[: len(kind)] == kind))
        places = (one for name in names for one in gazetteer.places.get(spelling.squeezed(name), ()))
        if any(one.level != "commune" for one in places):
            found[short] = tuple(dict.fromkeys((*found.get(short, wording.shorts()[short]), long)))
    return found


def read(readings: Iterable[Reading]) -> tuple[Named, ...]:
    """What a name says if no word is left over, the longest bodies first."""
    found = dict.fromkeys(one for reading in readings for one in reading.all())
    return tuple(sorted(found, key=lambda one: -one.length))


def read_mended(readings: Iterable[Reading]) -> tuple[Named, ...]:
    """What a name says if one letter is wrong in it."""
    found = dict.fromkeys(one for reading in readings for one in reading.near())
    return tuple(sorted(found, key=lambda one: -one.length))
