"""A focal officer of an office, what it has to do, and a clock that stands."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from caytre.units.models import Role
from countries import Country, post, small_country
from factories import person, read
from works import occurrence, plan, task

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def country(db) -> Country:
    return small_country()


@pytest.fixture
def today(monkeypatch) -> date:
    """It is noon of Monday the 17th of March 2031."""
    noon = datetime(2031, 3, 17, 12, tzinfo=HERE)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    return noon.date()


@pytest.fixture
def focal(country, today, settings):
    settings.SECOND_STEP_REQUIRED = False
    made = person("van")
    post(made, at=country.economy, role=Role.FOCAL)
    return made


@pytest.fixture
def given(country, focal, officer, tmp_path):
    """A task of a plan of Suối Trúc, one working day late at its office of economy."""
    made = plan(read(tmp_path, by=officer), of=country.suoi_truc, by=officer)
    one = task(
        "Chọn giống tre",
        of=country.suoi_truc,
        by=officer,
        lead=country.economy,
        plan=made,
        due_on=date(2031, 3, 14),
    )
    return occurrence(one, unit=country.economy)


@pytest.fixture
def browser(client, focal):
    client.force_login(focal)
    return client
