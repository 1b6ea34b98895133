"""The head of every page."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from caytre.units.rules.capacity import Held

register = template.Library()


@register.simple_tag
def other_posts(held: Iterable[Held]) -> SafeString:
    """A button for each post but the one in which the person acts. Somebody may have dozens: in the template language
    they take longer than most pages."""
    change = _("Chuyển sang: %(capacity)s")
    buttons = ((post.id, change % {"capacity": post.capacity}) for post in list(held)[1:])
    return format_html_join("\n", '<button class="plain" name="post" value="{}">{}</button>', buttons)
