"""What a change would do, row by row: shown to a person first, then applied as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from caytre.units.rules.change import ALL, Change, Moved
from caytre.units.rules.known import PostRow


@dataclass(frozen=True, slots=True)
class Warn:
    """A sentence and what fills its places."""

    sentence: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A post that somebody gets anew at an heir, for one that ends; ``instead`` is the key of that one."""

    instead: int
    user: int
    unit: UUID
    role: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Ask:
    """Something of a unit that ends which a person must decide: ``what`` ("units.post") with the key ``about``."""

    unit: UUID
    what: str
    about: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What applying ``change`` does. All rows close and open on its effective day.

    ``wanted`` is what a person asked for; ``change`` has what follows from it, too, for agencies of the places that
    end. ``links_closed`` are (tree, child); ``links_opened`` say the new parents.
    """

    wanted: Change
    change: Change
    links_closed: tuple[tuple[str, UUID], ...] = ()
    links_opened: tuple[Moved, ...] = ()
    posts_ended: tuple[PostRow, ...] = ()
    posts_given: tuple[Given, ...] = ()
    asked: tuple[Ask, ...] = ()
    warnings: tuple[Warn, ...] = ()

    @property
    def mark(self) -> str:
        """The same for two plans that do the same: what a person confirms."""
        return sha256(repr(self).encode()).hexdigest()[:32]


def default_heirs(change: Change) -> Mapping[UUID, UUID]:
    """To whom everything goes of the units that have such an heir."""
    return {
        heir.predecessor: heir.successor
        for heir in change.heirs
        if heir.is_default and heir.scope == ALL and heir.successor is not None
    }
