"""Small words for templates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from caytre.core.models import Event
from caytre.documents.rules.facts import Change
from caytre.web import wording

register = template.Library()
register.filter("day", wording.day)
register.filter("value", wording.value)


@register.simple_tag
def get_item(mapping: Mapping[str, Any], key: str) -> Any:
    """The value under a key that is itself a value."""
    return mapping.get(key, key)


@register.simple_tag
def column(column: Mapping[str, str], label: str) -> SafeString:
    """The heading of a column that sorts."""
    now = column["now"]
    arrow = {"ascending": " ↑", "descending": " ↓"}.get(now, "")
    return format_html(
        '<th scope="col" aria-sort="{}"><a href="{}">{}<span aria-hidden="true">{}</span></a></th>',
        now or "none", column["to"], label, arrow,
    )  # fmt: skip


@register.filter
def moment(value: str) -> str:
    """An ISO instant as people here read it."""
    return date_format(localtime(datetime.fromisoformat(value)), "d/m/Y H:i") if value else ""


@register.filter
def told(event: Event) -> str:
    """What happened, in words."""
    return str(wording.EVENTS.get(event.name, event.name))


@register.simple_tag
def part_name(change: Change) -> str:
    """Which fact a correction is about."""
    return f"{wording.PARTS[change.part]}, {wording.FIELDS[change.field]}"


@register.simple_tag
def trans_reason(sentence: str) -> str:
    """A stored reason in the language of the page."""
    return wording.in_parts(sentence)
