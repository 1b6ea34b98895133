"""Folders of their own, people, and a browser without scripts that is signed in."""

import pytest

from factories import officer, own_folders
from flows.installation import installation

__all__ = ["client", "officer", "own_folders"]


@pytest.fixture
def client(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def office(tmp_path):
    with installation(tmp_path / "office") as made:
        yield made
