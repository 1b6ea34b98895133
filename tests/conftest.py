"""What tests of every part may ask for."""

from __future__ import annotations

import os
import shutil

import pytest


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
