"""The national set as tests ask it: what a unit was on a day."""

from __future__ import annotations

from datetime import date, timedelta

from vanban.units.model import Level, Link, Record, State
from vanban.units.places import records, successions

DAY = date(2025, 7, 1)
BEFORE = DAY - timedelta(days=1)
BY_UID = {record.uid: record for record in records()}


def holds(span: State | Link, day: date) -> bool:
    return (span.since is None or span.since <= day) and (span.until is None or day < span.until)


def state(record: Record, day: date) -> State | None:
    return next((state for state in record.states if holds(state, day)), None)


def parent(record: Record, day: date) -> str:
    [link] = [link for link in record.links if holds(link, day)]
    return link.parent


def existing(level: Level, day: date) -> list[Record]:
    return [record for record in records() if record.level == level and state(record, day)]


def named(name: str, day: date) -> Record:
    """The only unit of that name."""
    [found] = [record for record in records() if (now := state(record, day)) and now.name == name]
    return found


def coded(code: str) -> Record:
    """The commune of 1 July 2025."""
    [found] = [record for record in existing("commune", DAY) if record.code == code]
    return found


def heirs(name: str) -> dict[str, str | None]:
    """What took over from the unit of 30 June 2025 and its share, by code."""
    gone = named(name, BEFORE).uid
    return {BY_UID[s.successor].code: s.share for s in successions() if s.predecessor == gone}
