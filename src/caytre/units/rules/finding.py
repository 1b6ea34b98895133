"""Units found by their names, typed with tone marks or without."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caytre.core.words import exact, folded, sort_key
from caytre.units.rules.naming import short_of
from caytre.units.rules.outline import LEVELS, node_of
from vanban.units.directory import Directory
from vanban.units.model import Record

_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit in an index. ``own`` are its words without marks, each after a blank, ``short`` those of a place without
    its kind; ``whole`` has those of the places that it lies in, too; ``typed`` is its name in small letters."""

    uid: str
    short: str
    own: str
    whole: str
    typed: str
    order: tuple[int, str]


def words(text: str) -> list[str]:
    """The words of a text without marks."""
    return _WORD.findall(_APOSTROPHES.sub("", folded(text)))


def index(directory: Directory, *, uids: Iterable[str], on: date) -> tuple[Entry, ...]:
    """Those of the units that exist on a day, the higher ones first, then as a dictionary has them."""
    told: dict[str, str] = {}
    records = (directory.get(uid) for uid in uids)
    found = [_entry(one, directory, told, on) for one in records if one and directory.as_of(one, on=on)]
    return tuple(sorted(found, key=lambda entry: entry.order))


def search(entries: Iterable[Entry], *, asked: str) -> list[Entry]:
    """The entries that hold every word, or its beginning; those that are called so before those that only lie there."""
    wanted = [f" {word}" for word in words(asked)]
    if not wanted:
        return []
    hits = [entry for entry in entries if all(word in entry.whole for word in wanted)]
    together, typed = "".join(wanted), exact(asked)
    return sorted(hits, key=lambda entry: _rank(entry, wanted, together, typed))


def _rank(entry: Entry, wanted: list[str], together: str, typed: str) -> tuple[bool, ...]:
    ends = f"{entry.own} "
    return (
        together not in (entry.short, entry.own),
        not all(word in entry.own for word in wanted),
        f"{together} " not in ends,
        together not in entry.own,
        typed not in entry.typed,
    )


def _entry(record: Record, directory: Directory, told: dict[str, str], on: date) -> Entry:
    node = node_of(record, on=on)
    above = [_told(one, told, on) for one in directory.chain(record.uid, on=on) if one is not record]
    own = _told(record, told, on)
    aliases = "".join(f" {word}" for text in (*record.aliases, record.code) for word in words(text))
    short = (short_of(node.name, kind=node.kind) if node.is_place else "") or node.name
    return Entry(
        uid=record.uid,
        short="".join(f" {word}" for word in words(short)),
        own=own + aliases,
        whole="".join((own, aliases, *above)),
        typed=exact(node.name),
        order=(LEVELS.index(record.level), sort_key(short)),
    )


def _told(record: Record, told: dict[str, str], on: date) -> str:
    """The words of a unit's name, each after a blank; found out once."""
    if record.uid not in told:
        told[record.uid] = "".join(f" {word}" for word in words(node_of(record, on=on).name))
    return told[record.uid]
