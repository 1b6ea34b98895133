import pytest

from countries import Country, small_country


@pytest.fixture
def country(db) -> Country:
    """The small invented country of two provinces."""
    return small_country()
