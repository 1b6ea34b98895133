"""Folders of their own, and quiet."""

import logging

import pytest
from django.core.cache import cache

from factories import own_folders

__all__ = ["own_folders", "quiet"]


@pytest.fixture
def quiet(caplog):
    """Thousands of refusals fill no log, and no earlier test counts against a login."""
    caplog.set_level(logging.CRITICAL, "django.request")
    cache.clear()
