"""Names kept so that they are found at the beginning of other names, written out or abbreviated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Generic, Literal, NamedTuple, TypeVar

from vanban.units import spelling
from vanban.units.spelling import Atoms, Form, Written

Meaning = TypeVar("Meaning")


class Target(NamedTuple):
    """What a name without a place means: ("template", its key, the kind of place or "" for any), ("unit", its uid)
    or ("seat", ""), the administrative unit itself."""

    what: Literal["template", "unit", "seat"]
    key: str = ""
    kind: str = ""


class Found(NamedTuple, Generic[Meaning]):
    """``target`` is what the atoms from where was looked until ``end`` name; ``form`` is its name written out."""

    target: Meaning
    end: int
    form: Atoms


class Forms(Generic[Meaning]):
    """Written-out names and what they mean."""

    def __init__(self) -> None:
        self._by_initials: dict[str, list[tuple[Form, Meaning]]] = defaultdict(list)
        self.abbreviations: set[str] = set()
        self._lengths: dict[str | Atoms, list[int]] = defaultdict(list)

    def add(self, name: str, *, target: Meaning) -> None:
        """Let ``name`` mean ``target``, among what it may mean already."""
        form = spelling.form(name)
        if not form.atoms:
            return
        self.abbreviations |= spelling.abbreviations(name)
        initials = spelling.initials(form.atoms)
        rows = self._by_initials[initials]
        if not any(known == target and same.atoms == form.atoms for same, known in rows):
            rows.append((form, target))
        for begin in (initials[:2], form.atoms[:2]):
            lengths = self._lengths[begin]
            if len(initials) not in lengths:
                lengths.append(len(initials))
                lengths.sort(reverse=True)

    def at(self, name: Written, *, start: int, is_unmarked: bool = False) -> list[Found[Meaning]]:
        """What the atoms from ``start`` on may begin with, the longest first."""
        found: list[Found[Meaning]] = []
        atoms, initials = name.atoms, name.initials
        for length in self._lengths_at(name, start=start, is_unmarked=is_unmarked):
            end = start + length
            rows = self._by_initials.get(initials[start:end]) if end <= len(atoms) else None
            if rows:
                part = atoms[start:end]
                for form, target in rows:
                    if (not name.breaks or _is_parted(name, start, end, form)) and (
                        spelling.matches(part, form=form.atoms)
                        or is_unmarked
                        and _is_same_unmarked(part, form.atoms)
                    ):
                        found.append(Found(target, end, form.atoms))
        return found

    def _lengths_at(self, name: Written, *, start: int, is_unmarked: bool) -> Sequence[int]:
        """How long a name can be that begins here. Words are only themselves; letters are many words."""
        begin: str | Atoms = name.atoms[start : start + 2]
        if is_unmarked or start in name.letters or start + 1 in name.letters:
            begin = name.initials[start : start + 2]
        lengths = self._lengths.get(begin, ())
        return (*lengths, 1) if len(begin) > 1 and begin[:1] in self._lengths else lengths

    def near(self, name: Written, *, start: int) -> Iterator[Found[Meaning]]:
        """What the atoms from ``start`` on may begin with if one letter of one word is wrong, the longest first."""
        for end in range(min(self._longest + start, len(name.atoms)), start, -1):
            part = name.atoms[start:end]
            if not spelling.is_long(part):
                return
            for at, word in enumerate(part):
                before, behind = part[:at], part[at + 1 :]
                for form, target in self._by_gap.get((before, behind), ()):
                    whole = form.atoms[at]
                    if (
                        word != whole
                        and spelling.is_near(word, other=whole)
                        and _is_parted(name, start, end, form)
                    ):
                        yield Found(target, end, form.atoms)

    def words(self) -> set[str]:
        """All words of the names."""
        return {word for rows in self._by_initials.values() for form, _ in rows for word in form.atoms}

    @cached_property
    def _longest(self) -> int:
        return max((length for lengths in self._lengths.values() for length in lengths), default=0)

    @cached_property
    def _by_gap(self) -> dict[tuple[Atoms, Atoms], list[tuple[Form, Meaning]]]:
        """Names by what is left of them without one word."""
        found: dict[tuple[Atoms, Atoms], list[tuple[Form, Meaning]]] = defaultdict(list)
        for rows in self._by_initials.values():
            for form, target in rows:
                words = form.atoms
                for at in range(len(words)) if spelling.is_long(words) else ():
                    found[words[:at], words[at + 1 :]].append((form, target))
        return found


def _is_parted(name: Written, start: int, end: int, form: Form) -> bool:
    """Whether a comma or "và" parts the words only where the form has something like it: "Sở A, B" is one name
    where the form is "Sở A và B", and "Đảng ủy, UBND" are two."""
    return all(at - start in form.seams for at in name.breaks if start < at < end)


def _is_same_unmarked(atoms: Atoms, form: Atoms) -> bool:
    return all(
        spelling.matches((atom,), form=(word,))
        or word.islower()
        and spelling.bare(atom) == spelling.bare(word)
        for atom, word in zip(atoms, form, strict=True)
    )
