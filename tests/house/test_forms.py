"""A form that is sent twice does its work once, on every page."""

from __future__ import annotations

import re

import pytest
from django.urls import get_resolver

from caytre.web.once import FREE
from house.sources import files, shown

# Pages whose forms carry the token in another way: again.html among the fields that it keeps.
OTHERWISE = {"again.html"}


def without_token(template: str) -> list[str]:
    """The heads of the forms of a template that send without a token to an address that needs one."""
    forms = re.findall(r'<form[^>]*method="post".*?</form>', template, flags=re.DOTALL)
    free = re.compile("|".join(f"action=\"{{% url '{name}'" for name in FREE))
    return [form[:80] for form in forms if "{% once %}" not in form and not free.search(form)]


# The pages of signing in send to addresses of their own, which need none.
TEMPLATES = [
    path
    for path in files("src", suffix=".html")
    if path.parent.name != "accounts" and path.name not in OTHERWISE
]


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_every_form_has_its_token(path):
    assert without_token(path.read_text("utf-8")) == []


def test_every_address_needs_the_token_or_says_why_not():
    addresses = get_resolver().url_patterns[0].url_patterns
    assert {one.name for one in addresses if not getattr(one.callback, "needs_token", False)} == set(FREE)


def test_a_form_without_token_is_found():
    assert without_token('<form method="post">{% csrf_token %}</form>')
    assert not without_token('<form method="post">{% csrf_token %}{% once %}</form>')
    assert not without_token('<form method="post" action="{% url \'language\' %}">{% csrf_token %}</form>')
