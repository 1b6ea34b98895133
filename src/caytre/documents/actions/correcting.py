"""A person puts a fact right. The machine's reading stays as it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.documents.actions.reading import refresh
from caytre.documents.models import Correction, Document
from caytre.documents.queries.reading import Read, read_of
from caytre.documents.rules.editing import FIELDS, UNITS, check, find, stretch, units
from caytre.documents.rules.facts import quote_of
from caytre.documents.rules.permissions import NothingRead, can_correct
from caytre.units.queries.standing import permitted

Json = dict[str, Any]


class ChangedMeanwhile(Refused):
    """Somebody else corrected the item, or it was read again, since the form was opened."""

    status = 409
    sentence = gettext_noop(
        "Mục này vừa được người khác sửa hoặc vừa được đọc lại. Hãy xem giá trị mới rồi sửa lại nếu cần."
    )


def seen(item: Mapping[str, Any]) -> str:
    """A mark of an item as a person saw it."""
    return hashlib.sha256(json.dumps(item, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def correct(
    document: Document, *, part: str, index: int, values: Mapping[str, Any], as_seen: str, why: str,
    by: User, at: datetime,
) -> int:  # fmt: skip
    """Write the new values of one item (of "header", ``index`` is 0); returns how many facts changed.

    Units come as names. Raises :class:`ChangedMeanwhile`, MayNotCorrect and what :func:`check` raises.
    """
    with transaction.atomic():
        by, read = _locked(document, by, at)
        item = _item(read, part, index, as_seen)
        changed = []
        for field in FIELDS[part]:
            if field not in values:
                continue
            new = _value(field, values[field], item, read)
            check(part, field=field, value=new)
            if _plain(new) == _plain(item[field]):
                continue
            _append(document, read, part, field, item, item[field], new, why, by, at)
            changed.append(f"{part}.{field}")
        if changed:
            _finish(document, read, changed, by, at)
    return len(changed)


def take_out(
    document: Document, *, part: str, index: int, as_seen: str, why: str, by: User, at: datetime
) -> None:
    """Say that this is no fact. The machine's reading still holds it."""
    with transaction.atomic():
        by, read = _locked(document, by, at)
        item = _item(read, part, index, as_seen)
        _append(document, read, part, "", item, item, None, why, by, at)
        _finish(document, read, [part], by, at)


def put_back(document: Document, *, correction: int, by: User, at: datetime) -> str:
    """Take back that an item was taken out; returns its part. Raises :class:`ChangedMeanwhile`."""
    with transaction.atomic():
        by, read = _locked(document, by, at)
        out = next((change for change in read.facts.removed if change.id == correction), None)
        if out is None:
            raise ChangedMeanwhile
        Correction.objects.create(
            document=document, reading=read.reading, part=out.part, item=out.item, quote=out.quote, nth=out.nth,
            old=None, new=out.item, by=by, at=at,
        )  # fmt: skip
        _finish(document, read, [out.part], by, at)
    return out.part


def add(
    document: Document, *, part: str, words: str, values: Mapping[str, Any], why: str, by: User, at: datetime
) -> None:
    """Add a task or report that the machine missed, standing on ``words`` of the text.

    Raises ``NotInText`` where the text has no such words.
    """
    with transaction.atomic():
        by, read = _locked(document, by, at)
        text = read.reading.content["text"]
        item: Json = {"span": stretch(words, text=text)}
        for field in FIELDS[part]:
            empty: Any = [] if field in UNITS else None
            item[field] = _value(field, values.get(field, empty), {**item, field: empty}, read)
            check(part, field=field, value=item[field])
        if part == "tasks":
            item["section"] = item["section"] or ""
        correction = _append(document, read, part, "", None, None, item, why, by, at)
        correction.quote = quote_of(item, text=text)
        correction.save(update_fields=["quote"])
        _finish(document, read, [part], by, at)


def _locked(document: Document, by: User, at: datetime) -> tuple[User, Read]:
    """The person as they may correct it at this moment, and what there is to correct. Raises MayNotCorrect."""
    fresh = Document.objects.locked(document.pk)
    by = permitted(by, at=at, can=can_correct, paper=fresh)
    read = read_of(fresh)
    if read is None:
        raise NothingRead
    return by, read


def _item(read: Read, part: str, index: int, as_seen: str) -> Json:
    content = read.facts.content
    items = [content["header"]] if part == "header" else content[part]
    if index >= len(items) or seen(items[index]) != as_seen:
        raise ChangedMeanwhile
    found: Json = items[index]
    return found


def _value(field: str, value: Any, item: Json, read: Read) -> Any:
    """The value in the form that a reading has, its words looked up in the text."""
    text = read.reading.content["text"]
    near = item.get("span") or [0, len(text)]
    if field in UNITS:
        return units(value, old=item[field], text=text, near=near)
    if field == "via":
        old = [item[field]] if item[field] else []
        return units([value], old=old, text=text, near=near)[0] if value else None
    if field == "time" and value is not None:
        old_time = item[field] or {}
        same = old_time.get("raw") == value["raw"]
        span = old_time.get("span") if same else find(value["raw"] or "", text=text, near=near)
        return {**value, "span": span}
    return value


def _plain(value: Any) -> Any:
    """A value without the places of its words."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if key != "span"}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value


def _append(
    document: Document, read: Read, part: str, field: str, item: Json | None, old: Any, new: Any, why: str,
    by: User, at: datetime,
) -> Correction:  # fmt: skip
    quote, nth = "", 0
    if item is not None and part != "header":
        index = next(place for place, one in enumerate(read.facts.content[part]) if one is item)
        quote, nth = read.facts.whose[f"{part}.{index}"]
    return Correction.objects.create(
        document=document, reading=read.reading, part=part, field=field,
        item=None if part == "header" else item, quote=quote, nth=nth, old=old, new=new, why=why[:500], by=by, at=at,
    )  # fmt: skip


def _finish(document: Document, read: Read, changed: list[str], by: User, at: datetime) -> None:
    """Bring the register in line, then note what was corrected."""
    refresh(document, content=read.reading.content)
    for fact in changed:
        history.record("documents.fact.corrected", about=document.pk, by=by, at=at, fact=fact)
