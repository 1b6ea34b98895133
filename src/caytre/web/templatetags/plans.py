"""Small words for the pages of plans."""

from __future__ import annotations

from django import template

from vanban.schedule import Schedule, sentence

register = template.Library()


@register.filter
def when(schedule: Schedule) -> str:
    """When something is due, in words."""
    return sentence(schedule)


@register.filter
def last_line(text: str) -> str:
    """The nearest of the headings above a task."""
    return text.rsplit("\n", 1)[-1]


@register.filter
def heading(level: int) -> int:
    """The heading of a page for a depth of the document: 2 for the first, at most 6."""
    return min(level + 1, 6)
