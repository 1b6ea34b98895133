"""No link writes, and no form is heard without its token."""

from hashlib import sha256

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from caytre.accounts.models import Session
from flows.signing import everywhere, is_in, signed_in

__all__ = ["everywhere"]
pytestmark = pytest.mark.django_db


def tables():
    """A digest of every row of every table but those of sessions."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model is not Session:
                cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
                found[model._meta.label] = sha256(
                    repr(sorted(map(repr, cursor.fetchall()))).encode()
                ).hexdigest()
    return found


def test_no_link_changes_anything(everywhere, officer):
    tab = signed_in()
    before = tables()
    for address in everywhere:
        tab.get(address)
        tab.head(address)
        tab.options(address)
    changed = {name for name, rows in tables().items() if rows != before[name]}
    assert changed == set() and is_in(tab)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_form_without_its_token_is_heard(everywhere, officer, method):
    tab, strangers = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    tab.force_login(officer)
    before = tables()
    for address in everywhere:
        if not address.startswith("/static/"):
            assert getattr(tab, method)(address).status_code in (403, 404, 405), address
    assert getattr(strangers, method)("/login/").status_code in (403, 405)
    assert (
        strangers.post("/login/code/").status_code == 403 and strangers.post("/language/").status_code == 403
    )
    assert tables() == before
