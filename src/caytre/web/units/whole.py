"""All administrative units of a country or a province as one list, to print. Ten thousand are too many for a template
of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from caytre.units.queries.spans import span
from caytre.units.rules.outline import Branch, whole
from vanban.units import Directory


@dataclass(frozen=True, slots=True)
class Whole:
    """How many units there are, and the list of them."""

    number: int
    lines: SafeString


def whole_of(uid: str, *, among: Directory, on: date) -> Whole:
    """The administrative units below one on a day; kept until some unit changes."""
    mark, since = span(on)
    return _whole(mark, among, uid, since)


@lru_cache(maxsize=12)
def _whole(mark: UUID | None, among: Directory, uid: str, since: date) -> Whole:
    branches = whole(among, of=uid, on=since)
    return Whole(_count(branches), _list(branches))


def _count(branches: Iterable[Branch]) -> int:
    return sum(1 + _count(one.branches) for one in branches)


def _list(branches: Iterable[Branch]) -> SafeString:
    lines = format_html_join(
        "",
        '<li><span lang="vi">{}</span> <span class="hint">{}</span>{}</li>',
        ((one.node.name, one.node.code, _list(one.branches) if one.branches else "") for one in branches),
    )
    return format_html('<ul class="printed">{}</ul>', lines)
