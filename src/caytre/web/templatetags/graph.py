"""Words for pages about chains of documents."""

from __future__ import annotations

from django import template

from caytre.web.graph import chain, wording

register = template.Library()
register.filter("standing", chain.standing)
register.filter("level", chain.level)
register.filter("doubt", wording.doubt)
