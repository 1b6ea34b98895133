"""Folders of their own, people, and a browser without scripts that is signed in."""

import pytest

from factories import officer, own_folders
from flows.installation import installation, set_up
from scanfiles import doubtful

__all__ = ["client", "officer", "own_folders"]


@pytest.fixture
def client(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture(scope="session")
def _office(tmp_path_factory):
    with set_up(tmp_path_factory.mktemp("made") / "office") as made:
        yield made


@pytest.fixture(scope="session")
def whole_office(tmp_path_factory):
    """An office that has loaded the units of the country; its tests share it and leave each other's things alone."""
    with set_up(tmp_path_factory.mktemp("made") / "office", knows_country=True) as made:
        yield made


@pytest.fixture
def office(_office, tmp_path):
    """An office that was set up, without the units of the country; ``printed`` is what the set-up said."""
    with installation(tmp_path / "office", like=_office) as made:
        yield made


@pytest.fixture
def other_office(_office, tmp_path):
    """Another one that was set up."""
    with installation(tmp_path / "other-office", like=_office) as made:
        yield made


@pytest.fixture
def machine(tmp_path):
    """A machine on which nothing was set up."""
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
    """Another machine on which nothing was set up."""
    with installation(tmp_path / "elsewhere") as made:
        yield made
