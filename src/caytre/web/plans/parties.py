"""Two people edited a draft at once, and one changed who takes part: what each said, in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from caytre.web.plans.wording import PARTS
from caytre.work.rules.wanted import Taking


class Change(NamedTuple):
    """One part as it was when the form was opened, as somebody else left it, and as this form wants it."""

    part: str
    before: str
    theirs: str
    mine: str


def packed(takings: Sequence[Taking]) -> str:
    """Who takes part, as a form carries it along."""
    return json.dumps(
        [[one.part, one.uid and str(one.uid), one.written, one.on and one.on.isoformat()] for one in takings],
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip


def unpacked(written: str) -> tuple[Taking, ...] | None:
    """What a form carried along; None where that is not as it was packed."""
    try:
        return tuple(_taking(*one) for one in json.loads(written))
    except (ValueError, TypeError, RecursionError):
        return None


def _taking(part: Any, uid: Any, written: Any, on: Any) -> Taking:
    unit, day = UUID(uid) if uid else None, date.fromisoformat(on) if on else None
    return Taking(str(part), unit, str(written), day)


def is_same(one: Iterable[Taking], *, other: Iterable[Taking]) -> bool:
    """Whether the same units, sets and names take the same parts."""
    return _said(one) == _said(other)


def changes(
    before: Sequence[Taking], *, theirs: Sequence[Taking], mine: Sequence[Taking], name: Callable[[UUID], str]
) -> list[Change]:
    """The parts in which the three differ."""
    rows = []
    for part in PARTS:
        three = [[one for one in takings if one.part == part] for takings in (before, theirs, mine)]
        if not all(is_same(one, other=three[0]) for one in three[1:]):
            rows.append(Change(str(PARTS[part]), *(_words(one, name) for one in three)))
    return rows


def _said(takings: Iterable[Taking]) -> frozenset[tuple[str, UUID | None, str]]:
    return frozenset((one.part, one.uid, "" if one.uid else one.written) for one in takings)


def _words(takings: Iterable[Taking], name: Callable[[UUID], str]) -> str:
    return "; ".join(dict.fromkeys(name(one.uid) if one.uid else one.written for one in takings))
