"""Folders of their own, and quiet."""

import logging

import pytest
from django.core.cache import cache

from factories import own_folders

__all__ = ["own_folders", "quiet"]


@pytest.fixture
def quiet(caplog, settings):
    """Thousands of refusals fill no log, no earlier test counts against a login, and sessions cost no query."""
    caplog.set_level(logging.CRITICAL, "django.request")
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    cache.clear()
