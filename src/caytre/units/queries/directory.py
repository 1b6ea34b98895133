"""The directory of the library, made of the units in the database: names of documents are resolved in it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection

from caytre.units.models import Structure
from caytre.units.queries.tree import meaning
from vanban.units import Directory, agencies, national
from vanban.units.directory import covers
from vanban.units.model import Link, Record, State, Succession

# By the ORM, the units of the country take twice as long, after every change in every process.
_STATES = "SELECT unit_id, name, kind, short, valid_from, valid_to FROM units_unitstate ORDER BY id"
_LINKS = "SELECT child_id, parent_id, tree, valid_from, valid_to FROM units_unitlink ORDER BY id"
_ALIASES = "SELECT unit_id, text FROM units_unitalias ORDER BY id"
_UNITS = "SELECT id, level, code, code_is_verified, seat_id, template FROM units_unit ORDER BY id"
_SUCCESSIONS = """
SELECT s.predecessor_id, s.successor_id, e.effective, s.scope, s.share, s.is_default, s.source, s.is_verified
FROM units_succession s JOIN units_unitevent e ON e.id = s.event_id ORDER BY s.id
"""


def directory() -> Directory:
    """All units of the database, and the usual agencies of its places, as they are now."""
    return _directory(meaning())


def whole_country() -> Directory:
    """The same where the national set was loaded, else that set as it is shipped: a small list of units knows no
    ministry."""
    return directory() if Structure.objects.exclude(national="").exists() else national()


def belongs_to_party(uid: UUID, *, on: date) -> bool:
    """Whether a unit stands in the tree of the Party on a day, and not in that of the state: its papers have another
    form."""
    record = directory().get(str(uid))
    trees = {link.tree for link in record.links if covers(link, on=on)} if record else set()
    return "party" in trees and "state" not in trees


@lru_cache(maxsize=2)
def _directory(mark: UUID | None) -> Directory:
    return Directory(_records(), _successions(), agencies.templates().values())


def _records() -> list[Record]:
    states: dict[str, list[State]] = defaultdict(list)
    for unit, *state in _rows(_STATES):
        states[unit].append(State(*state))
    links: dict[str, list[Link]] = defaultdict(list)
    for unit, parent, *link in _rows(_LINKS):
        links[unit].append(Link(_text(parent), *link))
    aliases: dict[str, list[str]] = defaultdict(list)
    for unit, text in _rows(_ALIASES):
        aliases[unit].append(text)
    return [
        Record(
            uid=_text(unit), level=level, states=tuple(states[unit]), links=tuple(links[unit]), code=code,
            code_is_verified=bool(is_verified), seat=_text(seat), template=template, aliases=tuple(aliases[unit]),
        )
        for unit, level, code, is_verified, seat, template in _rows(_UNITS)
    ]  # fmt: skip


def _successions() -> list[Succession]:
    return [
        Succession(
            _text(before), _text(after), on, scope, share or None, bool(is_default), source, bool(is_verified)
        )
        for before, after, on, scope, share, is_default, source, is_verified in _rows(_SUCCESSIONS)
    ]


def _rows(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


@lru_cache(maxsize=65_536)
def _text(uid: str | UUID | None) -> str:
    """A uid as the library writes it; null is ""."""
    return "" if uid is None else str(UUID(uid) if isinstance(uid, str) else uid)
