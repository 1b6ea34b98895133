"""Words for pages about chains of documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from caytre.web.graph import chain, wording

register = template.Library()
register.filter("standing", chain.standing)
register.filter("level", chain.level)
register.filter("doubt", wording.doubt)


@register.filter
def at(known: Mapping[int, Any], place: int) -> Any:
    """What stands at a place, None where nothing does."""
    return known.get(place)
