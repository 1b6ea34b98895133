"""The head of every page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from caytre.units.rules.capacity import Held

register = template.Library()


@register.simple_tag
def other_posts(held: Iterable[Held]) -> SafeString:
    """A button for each post but the one in which the person acts."""
    return _buttons(tuple(held)[1:], _("Chuyển sang: %(capacity)s"))


@lru_cache(maxsize=1024)
def _buttons(held: tuple[Held, ...], change: str) -> SafeString:
    """Somebody may have dozens of posts, and every page shows them."""
    buttons = ((post.id, change % {"capacity": post.capacity}) for post in held)
    return format_html_join("\n", '<button class="plain" name="post" value="{}">{}</button>', buttons)
