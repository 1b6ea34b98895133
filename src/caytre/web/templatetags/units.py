"""Small words for the pages of units."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from django import template
from django.utils.translation import gettext as _

from caytre.core.validity import Dated
from caytre.units.rules.outline import Below
from vanban.units.agencies import scopes

register = template.Library()


class Spanned(Protocol):
    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


@register.simple_tag
def opened_at(opened: Mapping[str, Below], uid: str) -> Below | None:
    """What belongs to a unit whose branch is open, None where it is closed."""
    return opened.get(uid)


@register.simple_tag
def heirs_in(heirs: Mapping[str, Any], uid: str) -> Any:
    """Who took over from a unit that ended, None where nothing is to be said of that."""
    return heirs.get(uid) if heirs else None


@register.simple_tag
def span_of(one: Spanned) -> str:
    """Since when and until when something holds: the last day is the one before it ends."""
    return _span(one.since, one.until)


@register.simple_tag
def lasts(row: Dated) -> str:
    """The same of a row that is kept."""
    return _span(row.valid_from, row.valid_to)


def _span(begins: date | None, ends: date | None) -> str:
    since = f"{begins:%d/%m/%Y}" if begins else ""
    until = f"{ends:%d/%m/%Y}" if ends else ""
    if since and until:
        return _("từ %(since)s đến trước %(until)s") % {"since": since, "until": until}
    if until:
        return _("chấm dứt từ %(until)s") % {"until": until}
    return _("từ %(since)s") % {"since": since} if since else ""


@register.simple_tag
def get_word(words: Mapping[str, Any], key: str) -> Any:
    """The word for a value, or the value itself."""
    return words.get(key, key)


@register.simple_tag
def scope_name(scope: str) -> str:
    """A field of work in words."""
    return scopes().get(scope, scope)
