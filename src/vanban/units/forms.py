"""Names kept so that they are found at the beginning of other names, written out or abbreviated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from vanban.units import spelling
from vanban.units.spelling import Atoms

Target = TypeVar("Target")


class Found(NamedTuple, Generic[Target]):
    """``target`` is what the atoms from where was looked until ``end`` name."""

    target: Target
    end: int


class Forms(Generic[Target]):
    """Written-out names and what they mean."""

    def __init__(self) -> None:
        self._by_initials: dict[str, list[tuple[Atoms, Target]]] = defaultdict(list)
        self._lengths: dict[str, list[int]] = defaultdict(list)

    def add(self, name: str, *, target: Target) -> None:
        """Let ``name`` mean ``target``, among what it may mean already."""
        form = spelling.form(name)
        if not form:
            return
        initials = spelling.initials(form)
        rows = self._by_initials[initials]
        if (form, target) not in rows:
            rows.append((form, target))
        lengths = self._lengths[initials[0]]
        if len(form) not in lengths:
            lengths.append(len(form))
            lengths.sort(reverse=True)

    def at(
        self, atoms: Atoms, *, start: int, initials: str, is_unmarked: bool = False
    ) -> Iterator[Found[Target]]:
        """What the atoms from ``start`` on may begin with, the longest first."""
        most = len(atoms)
        if start == most:
            return
        for length in self._lengths.get(initials[start], ()):
            end = start + length
            rows = self._by_initials.get(initials[start:end]) if end <= most else None
            for form, target in rows or ():
                part = atoms[start:end]
                if spelling.matches(part, form) or is_unmarked and _is_same_unmarked(part, form):
                    yield Found(target, end)

    def near(self, atoms: Atoms, *, start: int) -> Iterator[Found[Target]]:
        """What the atoms from ``start`` on may begin with if one letter of one word is wrong, the longest first."""
        for end in range(min(self._longest, len(atoms)), start, -1):
            part = atoms[start:end]
            if not spelling.is_long(part):
                return
            for at, word in enumerate(part):
                for whole, target in self._by_gap.get((at, part[:at] + part[at + 1 :]), ()):
                    if word != whole and spelling.is_near(word, whole):
                        yield Found(target, end)

    def words(self) -> set[str]:
        """All words of the names."""
        return {word for rows in self._by_initials.values() for words, _ in rows for word in words}

    @cached_property
    def _longest(self) -> int:
        return max((length for lengths in self._lengths.values() for length in lengths), default=0)

    @cached_property
    def _by_gap(self) -> dict[tuple[int, Atoms], list[tuple[str, Target]]]:
        """Names with one word left out: which word stands there."""
        found: dict[tuple[int, Atoms], list[tuple[str, Target]]] = defaultdict(list)
        for rows in self._by_initials.values():
            for words, target in rows:
                for at, word in enumerate(words):
                    found[at, words[:at] + words[at + 1 :]].append((word, target))
        return found


def _is_same_unmarked(atoms: Atoms, form: Atoms) -> bool:
    return all(
        spelling.stands_for(atom, word) or word.islower() and spelling.bare(atom) == spelling.bare(word)
        for atom, word in zip(atoms, form, strict=True)
    )
