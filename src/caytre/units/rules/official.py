"""An official list of administrative units, compared with what is kept: what it confirms, corrects, does not know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from caytre.units.rules.change import Named
from caytre.units.rules.naming import short_of
from vanban.units.spelling import bare, folded, nfc


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of an official list; ``parent`` is a code. ``row`` is where it stands."""

    row: int
    code: str
    name: str
    kind: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """An administrative unit as it is kept on the day of the list; ``parent`` is the code of the one above it."""

    id: UUID
    code: str
    is_verified: bool
    name: str
    kind: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a list says of what is kept.

    ``confirmed``: the code is now sure. ``recoded``: the same unit has another code in the list. ``respelled``: code
    and parent are the same, the name differs in marks only, or the kind does. The rest only a person can settle:
    ``doubtful`` rows have the code of a unit with another name or parent, ``unknown`` ones are of no unit that is
    kept, ``twice`` say a code again; ``missing`` are units of the list's kinds that it does not have.
    """

    confirmed: tuple[Kept, ...] = ()
    recoded: tuple[tuple[Kept, Listed], ...] = ()
    respelled: tuple[tuple[Kept, Listed], ...] = ()
    doubtful: tuple[tuple[Kept, Listed], ...] = ()
    unknown: tuple[Listed, ...] = ()
    twice: tuple[Listed, ...] = ()
    missing: tuple[Kept, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether nothing is left that the list would change."""
        return not self.recoded and not self.respelled and all(unit.is_verified for unit in self.confirmed)

    @property
    def mark(self) -> str:
        """The same for two looks that found the same: what a person confirms."""
        return sha256(repr(self).encode()).hexdigest()


def respellings(found: Compared) -> tuple[Named, ...]:
    """What the units are called from the day of the list on."""
    return tuple(_named(unit, row) for unit, row in found.respelled)


def _named(unit: Kept, row: Listed) -> Named:
    kind = row.kind.lower()
    bare_name = short_of(row.name, kind=kind) or row.name.strip()
    return Named(unit.id, f"{kind.capitalize()} {bare_name}", kind, bare_name)


def compare(rows: Iterable[Listed], *, kept: Iterable[Kept]) -> Compared:
    """What the list confirms, corrects, and does not know. A name without its kind, or in the other tone style, is
    the same name."""
    units = list(kept)
    by_code = {unit.code: unit for unit in units if unit.code}
    by_name: dict[tuple[str, str], list[Kept]] = defaultdict(list)
    for one in units:
        by_name[_name(one.name, one.kind), one.parent].append(one)
    codes: set[str] = set()
    found: dict[str, list[tuple[Kept, Listed]]] = defaultdict(list)
    unknown: list[Listed] = []
    twice: list[Listed] = []
    kinds: set[str] = set()
    for row in rows:
        kinds.add(row.kind.lower())
        if row.code in codes:
            twice.append(row)
            continue
        codes.add(row.code)
        what, unit = _look(row, by_code.get(row.code), by_name[_name(row.name, row.kind), row.parent])
        if unit is None:
            unknown.append(row)
        else:
            found[what].append((unit, row))
    seen = {one.id for pairs in found.values() for one, _ in pairs}
    return Compared(
        confirmed=tuple(one for one, _ in found["confirmed"]),
        recoded=tuple(found["recoded"]),
        respelled=tuple(found["respelled"]),
        doubtful=tuple(found["doubtful"]),
        unknown=tuple(unknown),
        twice=tuple(twice),
        missing=tuple(one for one in units if one.kind in kinds and one.id not in seen),
    )


def _look(row: Listed, coded: Kept | None, named: list[Kept]) -> tuple[str, Kept | None]:
    if coded is not None and row.parent in ("", coded.parent):
        if _name(coded.name, coded.kind) == _name(row.name, row.kind) and coded.kind == row.kind.lower():
            return "confirmed", coded
        if _plain(coded.name, coded.kind) == _plain(row.name, row.kind):
            return "respelled", coded
    same = [unit for unit in named if unit.kind == row.kind.lower()]
    if len(same) == 1:
        return "recoded", same[0]
    return "doubtful", coded


def _name(name: str, kind: str) -> str:
    """The name without its kind, the same in both tone styles."""
    words = [folded(word) for word in nfc(name).split()]
    of_kind = [folded(word) for word in nfc(kind).split()]
    return " ".join(words[len(of_kind) :] if words[: len(of_kind)] == of_kind else words)


def _plain(name: str, kind: str) -> str:
    """The name without its kind and without any marks."""
    return " ".join(bare(word) for word in _name(name, kind).split())
