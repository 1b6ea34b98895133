"""Folders of their own, people, and a browser without scripts that is signed in."""

import pytest

from factories import officer, own_folders
from flows.installation import installation
from scanfiles import doubtful

__all__ = ["client", "officer", "own_folders"]


@pytest.fixture
def client(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def whole_office(tmp_path):
    """An office that loads the units of the country when it is set up."""
    with installation(tmp_path / "office", knows_country=True) as made:
        yield made


@pytest.fixture
def office(tmp_path):
    with installation(tmp_path / "office") as made:
        yield made


@pytest.fixture
def document(officer, tmp_path):
    """A scan that was read, with three doubtful words."""
    return doubtful(tmp_path, by=officer)


@pytest.fixture
def page(document):
    """Where it is read."""
    return f"/documents/{document.pk}/"


@pytest.fixture
def elsewhere(tmp_path):
    """An empty machine."""
    with installation(tmp_path / "elsewhere") as made:
        yield made
