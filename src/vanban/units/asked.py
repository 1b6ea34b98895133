"""A name that somebody asks for, taken apart as far as it was needed, whatever document it stands in."""

from __future__ import annotations

from functools import cached_property

from vanban.units import sets, several, wording
from vanban.units.names import Reader, read, read_mended, without_notes
from vanban.units.reading import Named, Reading
from vanban.units.sets import SetName

_MOST_KEPT = 20_000


class Asked:
    """What one name says, by itself."""

    def __init__(self, text: str, *, by: Asking) -> None:
        self.text = text
        self.is_unmarked = text.isascii()
        self._by = by

    @cached_property
    def bare(self) -> str:
        """The name without notes in brackets and without punctuation at its ends."""
        return without_notes(self.text)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The name in every way that its abbreviations can be read."""
        return self._by.reader.readings(self.text)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """The bodies and places that it can be, those with the longest names first."""
        readings = self._by.reader.readings(self.text)
        found = read(readings)
        if not found:  # more will be asked of it
            self.__dict__["readings"] = readings
        return found

    @cached_property
    def mended(self) -> tuple[Named, ...]:
        """The same if one letter is wrong in it."""
        return read_mended(self.readings)

    @cached_property
    def set(self) -> SetName | None:
        """The set that it says, if it says one."""
        return next((found for one in self.readings if (found := sets.read(one))), None)

    @cached_property
    def is_vague(self) -> bool:
        """Whether it means many and does not say who."""
        return any(map(sets.is_vague, self.readings))

    @cached_property
    def is_common(self) -> bool:
        """Whether it means other things than bodies too."""
        return any(one.atoms in wording.vague() for one in self.readings)

    @cached_property
    def is_post(self) -> bool:
        """Whether it begins with the post of a person."""
        return any(is_post for one in self.readings for _, is_post in one.starts)

    @cached_property
    def size(self) -> int:
        """How many words it has, at least."""
        return min((len(one.atoms) for one in self.readings), default=0)

    @cached_property
    def listed(self) -> tuple[tuple[Asked, ...], ...]:
        """The names that stand in it after one kind, each in the ways to say it in full."""
        found = several.listed(self.bare, is_name=self._is_name)
        return tuple(tuple(map(self._by.ask, ways)) for ways in found)

    @cached_property
    def joined(self) -> tuple[Asked, ...]:
        """The names that stand in it side by side."""
        return tuple(map(self._by.ask, several.joined(self.bare, is_name=self._is_name)))

    @cached_property
    def owners(self) -> tuple[Asked, ...]:
        """The names of bodies that it may be of a unit inside of."""
        return tuple(map(self._by.ask, several.owners(self.bare)))

    def _is_name(self, part: str) -> bool:
        """Whether a part can be one name; "thành phố Hà Nội, Cần Thơ" are two places."""
        return any(len(one.spots) < 2 or one.spots[-1].kind for one in self._by.ask(part).named)


class Asking:
    """The names that were asked for lately, so that none is taken apart twice."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._asked: dict[str, Asked] = {}

    def ask(self, text: str) -> Asked:
        """A name, as it was taken apart before if it was."""
        known = self._asked.get(text)
        if known is None:
            if len(self._asked) >= _MOST_KEPT:
                self._asked.clear()
            known = self._asked[text] = Asked(text, by=self)
        return known
