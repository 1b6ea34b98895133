"""How people and their posts are said on a page."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _

from caytre.units.rules.capacity import ROLES

register = template.Library()


@register.simple_tag
def role(key: str) -> str:
    """The name of a role in the language of the page."""
    return _(ROLES[key])


@register.filter
def at(found: Mapping[int, str], key: int) -> str:
    """What stands under a key."""
    return found.get(key, "")
