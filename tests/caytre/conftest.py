"""Folders of their own, people, and a document that was read."""

import pytest

from factories import officer, own_folders, read

__all__ = ["document", "officer", "own_folders"]


@pytest.fixture
def document(officer, tmp_path):
    return read(tmp_path, by=officer)
