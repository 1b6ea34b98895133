"""Units named on the command line: what a name means, as JSON and in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from caytre.units.rules import life, outline
from caytre.units.rules.outline import lies_in
from vanban.units import Directory, resolve
from vanban.units.model import Resolution, Unit


class Unknown(Exception):
    """A name that must mean one unit means none, or several: they are in the message."""


def within(text: str, *, among: Directory, on: date) -> str:
    """The uid of the unit that is named by its uid or its name on a day. Raises :class:`Unknown`."""
    if _is_uid(text):
        record = among.get(text.lower())
        if record is None:
            raise Unknown(f"không có đơn vị mang mã {text}")
        return record.uid
    found = resolve(text, among=among, on=on)
    if found.unit is None:
        raise Unknown(f"chưa rõ {text!r} là đơn vị nào. {_open(found, among, on)}".strip())
    return found.unit.uid


def as_json(found: Resolution) -> dict[str, Any]:
    """A resolution in the form that programs read."""
    return {
        "unit": _unit(found.unit) if found.unit else None,
        "members": [_unit(one) for one in found.members],
        "heirs": [
            {"unit": _unit(heir.unit), "scope": heir.scope, "share": heir.share} for heir in found.heirs
        ],
        "candidates": [_unit(one) for one in found.candidates],
        "is_set": found.is_set,
        "why": found.why,
    }


def in_words(found: Resolution, *, among: Directory, on: date, today: date) -> str:
    """A resolution for a person."""
    if found.unit:
        return "\n".join(_about(found, found.unit, among, on, today))
    if found.is_set:
        lines = [
            f"Nhóm {len(found.members)} đơn vị:",
            *(f"  {_placed(one, among, on)}" for one in found.members),
        ]
        return "\n".join(lines)
    return _open(found, among, on)


def _about(found: Resolution, unit: Unit, among: Directory, on: date, today: date) -> Iterator[str]:
    yield _placed(unit, among, on)
    yield f"  Loại: {unit.kind}. {_span(unit)}"
    record = among.get(unit.uid)
    if record and record.code:
        yield f"  Mã: {record.code}{'' if record.code_is_verified else ' (chưa kiểm chứng)'}"
    for state in record.states if record else ():
        if state.name != unit.name:
            yield f"  Tên khác: {state.name}. {_span(state)}"
    for above in life.parents(among, of=unit.uid):
        if (above.since is None or above.since <= on) and (above.until is None or on < above.until):
            yield f"  Trực thuộc: {above.unit.name}"
    if unit.until is not None and unit.until <= today:
        yield f"  Đã chấm dứt; đến {_day(today)} do ai tiếp nhận:"
        yield from (f"    {line}" for line in _heirs(found, among, today))
    if found.why:
        yield f"  {found.why}"


def _heirs(found: Resolution, among: Directory, today: date) -> Iterator[str]:
    for heir in found.heirs:
        scope = "" if heir.scope == "*" else f"; lĩnh vực {heir.scope}"
        share = {"whole": "; toàn bộ", "part": "; một phần"}.get(heir.share or "", "")
        doubt = "" if heir.is_verified else "; chưa kiểm chứng"
        yield f"{_placed(heir.unit, among, today)}{share}{scope} (nguồn: {heir.source or 'không có'}{doubt})"
    if not found.heirs:
        yield "chưa rõ."


def _open(found: Resolution, among: Directory, on: date) -> str:
    lines = [found.why or "Chưa biết đơn vị nào có tên này."]
    if found.candidates:
        lines += ["Có thể là:", *(f"  {_placed(one, among, on)}" for one in found.candidates)]
    return "\n".join(lines)


def _placed(unit: Unit, among: Directory, on: date) -> str:
    """The name with where it lies, unless it says so itself."""
    record = among.get(unit.uid)
    day = on if record and among.unit(unit.uid, on=on) else (unit.since or on)
    where = lies_in(among, unit=unit.uid, on=day)
    named = outline.node_of(record, on=day).name if record else unit.name
    return f"{named}, {where}" if where else named


def _span(one: Any) -> str:
    since, until = one.since, one.until
    if since and until:
        return f"Từ {_day(since)} đến trước {_day(until)}."
    return f"Chấm dứt từ {_day(until)}." if until else f"Từ {_day(since)}." if since else ""


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _unit(unit: Unit) -> dict[str, str | None]:
    return {
        "uid": unit.uid,
        "name": unit.name,
        "kind": unit.kind,
        "from": unit.since.isoformat() if unit.since else None,
        "to": unit.until.isoformat() if unit.until else None,
    }


def _is_uid(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False
