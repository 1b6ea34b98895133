"""What tests of every part may ask for."""

from __future__ import annotations

import os
import shutil
import signal
from importlib import import_module
from uuid import uuid4

import pytest

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background, and so would be every process that the tests start and stop.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def missing(what: str) -> None:
    """Skip a test that needs ``what``, or fail where the machine has to have it (CAYTRE_REQUIRE=1)."""
    if os.environ.get("CAYTRE_REQUIRE") == "1":
        pytest.fail(f"{what} is required here (CAYTRE_REQUIRE=1) and is missing")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium; tests that need it are skipped where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        missing("Chromium")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix(request):
    """Each process of the tests has a database of its own; one of SQLite lies in its memory (pytest-django knows that
    of Django's own engine only)."""
    from django.conf import settings

    database, worker = (
        settings.DATABASES["default"],
        getattr(request.config, "workerinput", {}).get("workerid"),
    )
    if worker and "sqlite" not in database["ENGINE"]:
        database.setdefault("TEST", {})["NAME"] = f"test_{database['NAME']}_{worker}"


@pytest.fixture(autouse=True, scope="session")
def _history_may_be_emptied():
    """Django empties all tables after a test that commits; the database keeps the history from that."""
    from django.db import connection

    lock = import_module("caytre.core.migrations.0003_history_chain")
    operations, vendor = type(connection.ops), connection.vendor

    def sql_flush(self, *arguments, _flush=operations.sql_flush, **options):
        return [*lock.UNLOCK[vendor], *_flush(self, *arguments, **options), *lock.LOCK[vendor]]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "sql_flush", sql_flush)
        yield


@pytest.fixture(autouse=True, scope="session")
def _every_form_has_its_token():
    """What a test sends without having opened the page is a form of its own, as if it had."""
    from django.test import Client

    def post(self, path, data=None, *arguments, _post=Client.post, **options):
        if data is None or isinstance(data, dict):
            data = {"once": str(uuid4()), **(data or {})}
        return _post(self, path, data, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "post", post)
        yield
