"""Whoever gets or loses a post because units change signs in anew, as what they are now."""

from __future__ import annotations

import pytest
from django.test import Client

from caytre.flows import hand_over, reorganise
from caytre.units.models import Role
from caytre.units.queries.handover import queue
from caytre.units.queries.planning import plan_of
from caytre.units.rules.change import split
from countries import AT, LAW, TODAY, newcomer, post, small_country
from factories import person


@pytest.fixture
def country(db):
    return small_country()


@pytest.fixture
def chief(country):
    user = person("quantri-bm")
    post(user, at=country.ben_may, role=Role.ADMINISTRATOR)
    return user


def signed_in(user):
    """A browser in which somebody is signed in."""
    browser = Client()
    user.refresh_from_db()
    browser.force_login(user)
    assert browser.get("/").status_code == 200
    return browser


def test_a_split_and_then_the_decision_end_the_sessions_of_who_is_concerned(country, chief):
    clerk = person("vanthu")
    post(clerk, at=country.ghenh_soi, role=Role.CLERK)
    theirs, another = signed_in(clerk), signed_in(person("nguoikhac"))
    parts = [
        newcomer(name, kind="xã", level="commune", state=country.ben_may) for name in ("Xã Đá", "Xã Sim")
    ]
    reorganise(plan_of(split(country.ghenh_soi.pk, into=parts, basis=LAW)), by=chief, at=AT)
    assert theirs.get("/").status_code == 302
    theirs = signed_in(clerk)
    (waiting,) = queue(chief, on=TODAY)
    hand_over(waiting.handover, heir=country.suoi_truc.pk, why="Theo đơn", by=chief, at=AT)
    assert theirs.get("/").status_code == 302
    assert another.get("/").status_code == 200
