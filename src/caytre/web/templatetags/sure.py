"""What every form needs; known in every template without ``{% load %}``."""

from __future__ import annotations

from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from caytre.web.once import TOKEN

register = template.Library()


@register.simple_tag
def once() -> SafeString:
    """The token by which a form that is sent twice does its work once; it stands beside ``{% csrf_token %}``."""
    return format_html('<input type="hidden" name="{}" value="{}" autocomplete="off">', TOKEN, uuid4())
