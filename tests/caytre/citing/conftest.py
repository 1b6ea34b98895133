"""A clerk of an office, who sees the office."""

import pytest

from caytre.core.models import User
from countries import unit
from factories import colleague, office, own_folders

__all__ = ["own_folders"]


@pytest.fixture
def clerk(db) -> User:
    return colleague()


@pytest.fixture
def here(clerk):
    return office()


@pytest.fixture
def there(clerk):
    """An office that the clerk does not see."""
    return unit("Xã Núi Xanh", kind="xã", level="commune")
