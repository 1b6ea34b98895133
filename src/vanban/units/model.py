"""Who exists when: administrative units and agencies over time, as values.

Every span of time is half-open, ``[since, until)``; ``since`` None is "before anything known", ``until`` None
"still there".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha1
from typing import Literal
from uuid import UUID

Level = Literal["central", "province", "district", "commune"]
Tree = Literal["state", "party", "mass"]
ALL = "*"
_UIDS = UUID("6f1d9f0e-0b1c-5a55-9c26-3c6f5d1e7a10")
_SPACE = _UIDS.bytes


def place_uid(code: str, *, level: Level, since: date | None) -> str:
    """The same unit has the same uid in every installation: from its national code and when it began."""
    return _uid(f"{level}:{code}@{since or ''}")


def agency_uid(key: str, *, seat: str) -> str:
    """The uid of the agency that the template ``key`` describes, of the administrative unit ``seat``
    ("" for a central one)."""
    return _uid(f"{seat}/{key}")


def _uid(name: str) -> str:
    """``str(uuid5(_UIDS, name))``, in a fourth of the time: there are 14,000 places."""
    digits = sha1(_SPACE + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


@dataclass(frozen=True, slots=True)
class State:
    """What a unit is called over a span of time: ``name`` with its kind ("Huyện Mây Trắng"), ``short`` without."""

    name: str
    kind: str
    short: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """To whom a unit belongs in one tree over a span of time; ``parent`` is a uid."""

    parent: str
    tree: Tree = "state"
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of one unit.

    ``code`` is the national code ("03390"), ``seat`` the uid of the administrative unit whose body it is ("" where
    it is one itself or a central body), ``template`` the key in ``agencies.toml`` it was made from.
    """

    uid: str
    level: Level
    states: tuple[State, ...]
    links: tuple[Link, ...] = ()
    code: str = ""
    code_is_verified: bool = True
    seat: str = ""
    template: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Succession:
    """On ``on`` the successor took over from the predecessor; ``successor`` "" is an open question.

    ``scope`` is a field of work ("bao-chi"), "*" is everything; ``share`` says of a territory whether it went as a
    whole or in part, None where the source does not say. ``is_default``: where duties go that no scope decides.
    """

    predecessor: str
    successor: str
    on: date
    scope: str = ALL
    share: Literal["whole", "part"] | None = None
    is_default: bool = False
    source: str = ""
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as of a date: what it was called then, since when and until when it existed."""

    uid: str
    name: str
    kind: str
    level: Level
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Heir:
    """A unit that exists today and took over, at last, from one that ended; by ``scope`` and ``share``."""

    unit: Unit
    scope: str = ALL
    share: Literal["whole", "part"] | None = None
    is_verified: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name in a document means on a date.

    Exactly one of these holds: ``unit`` is found; ``members`` are those of a set (``is_set``, perhaps none);
    ``candidates`` are what it may mean where nothing is sure (perhaps none). ``why`` says in Vietnamese what is
    open. ``heirs`` belong to ``unit`` where it has ended by today.
    """

    unit: Unit | None = None
    members: tuple[Unit, ...] = ()
    heirs: tuple[Heir, ...] = ()
    candidates: tuple[Unit, ...] = ()
    is_set: bool = False
    why: str = ""
