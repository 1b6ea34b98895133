"""From the boxes of a form to the values of a fact, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from caytre.documents.rules.editing import EVERY, FIELDS, KINDS, ROLES, UNITS
from caytre.web import wording

_DAY = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})|(\d{1,2})/(\d{1,2})")
_LONG = ("text", "title", "product")
_LISTS = (*UNITS, "recipients")


@dataclass(frozen=True, slots=True)
class Box:
    """One field of a form. ``form`` says how it is asked: line, long, list, choice, time, signatory."""

    field: str
    label: str
    form: str
    value: Any
    choices: tuple[tuple[str, str], ...] = ()


def boxes_of(part: str, *, item: Mapping[str, Any]) -> list[Box]:
    """The boxes for an item, filled with its values."""
    return [_box(part, field, item[field]) for field in FIELDS[part]]


def _box(part: str, field: str, value: Any) -> Box:
    label = str(wording.FIELDS[field])
    if field == "time":
        return Box(field, label, "time", _time_shown(value))
    if field == "signatory":
        return Box(field, label, "signatory", value or {})
    if field == "role":
        return Box(field, label, "choice", value, tuple((r, str(wording.ROLES[r])) for r in ROLES[part]))
    if field in _LISTS:
        lines = [one if isinstance(one, str) else one["name"] for one in value or ()]
        return Box(field, label, "list", "\n".join(lines))
    if field == "via":
        value = value["name"] if value else ""
    elif field == "date":
        value = wording.day(value)
    return Box(field, label, "long" if field in _LONG else "line", value or "")


def _time_shown(value: Mapping[str, Any] | None) -> dict[str, Any]:
    time = value or {"kind": "", "raw": "", "every": "", "start": "", "due": ""}
    return {
        **time,
        "start": wording.day(time["start"]),
        "due": wording.day(time["due"]),
        "kinds": [(kind, str(wording.KINDS[kind])) for kind in KINDS],
        "everies": [(every, str(wording.EVERY[every])) for every in EVERY],
    }


def values_of(part: str, *, sent: QueryDict) -> dict[str, Any]:
    """The values that were sent, in the form of a reading; units as names."""
    return {field: _value(field, sent) for field in FIELDS[part]}


def _value(field: str, sent: QueryDict) -> Any:
    if field == "time":
        return _time(sent)
    if field == "signatory":
        return _signatory(sent)
    text = _clean(sent.get(field, ""))
    if field in _LISTS:
        return [line for line in (_one_line(line) for line in text.split("\n")) if line]
    if field == "date":
        return iso(text) or None
    return _one_line(text) or ("" if field == "section" else None)


def _time(sent: QueryDict) -> dict[str, Any] | None:
    kind = sent.get("time.kind", "")
    if not kind:
        return None
    return {
        "kind": kind,
        "raw": _one_line(sent.get("time.raw", "")) or None,
        "every": sent.get("time.every") or None,
        "start": iso(sent.get("time.start", "")) or None,
        "due": iso(sent.get("time.due", "")) or None,
    }


def _signatory(sent: QueryDict) -> dict[str, Any] | None:
    name, position = (_one_line(sent.get(f"signatory.{key}", "")) or None for key in ("name", "position"))
    lines = _clean(sent.get("signatory.authority", "")).split("\n")
    authority = [line for line in map(_one_line, lines) if line]
    return (
        {"name": name, "position": position, "authority": authority}
        if name or position or authority
        else None
    )


def iso(text: str) -> str:
    """A date as a person writes it (15/12/2031, 12/2031, 15/12) in ISO form; anything else as it is."""
    found = _DAY.fullmatch(_one_line(text))
    if not found:
        return _one_line(text)
    day, month, year, yearly_day, yearly_month = found.groups()
    if year is None:
        return f"{int(yearly_month):02}-{int(yearly_day):02}"
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\0", "").strip()


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())
